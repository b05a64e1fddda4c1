//! Making the shortest text fragment that means one passage.

use super::browser::matches;
use super::fragment::TextFragment;
use super::plain::{Plain, is_boundary};
use crate::article::Span;

/// Longer passages are given by their first and last words, in scalars.
const WHOLE: usize = 300;
/// How many first and last words are given at least: enough to be found after small edits.
const FEWEST: usize = 4;
/// How many first and last words are given at most.
const MOST: usize = 12;
/// How many words around the passage are given at most, both sides together.
const AROUND: usize = 24;
/// Longest piece that counts as one word, in scalars: some scripts have no spaces.
const WORD: usize = 24;

impl TextFragment {
    /// The shortest fragment that means this passage and no other, here and in browsers.
    ///
    /// Passages are widened to whole words. None if there is only white space in it, or if the
    /// same words stand elsewhere in the same surroundings.
    pub fn make(text: &str, span: Span) -> Option<Self> {
        let chars: Vec<char> = text.chars().collect();
        let (start, end) = widened(&chars, span)?;
        let plain = Plain::loose(text);
        let wanted = plain.place(Span::new(start as u32, end as u32));
        let words = |start: usize, end: usize| -> String {
            let words: String = chars.get(start..end).unwrap_or_default().iter().collect();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let is_only = |fragment: &Self| {
            let mut found = matches(&plain, Plain::loose, fragment);
            found.next() == Some(wanted) && found.next().is_none()
        };
        let around = |inner: &Self, count: usize| Self {
            prefix: words(back(&chars, start, count.div_ceil(2)), start),
            suffix: words(end, ahead(&chars, end, count / 2)),
            ..inner.clone()
        };
        let one_line = !chars.get(start..end)?.contains(&'\n');
        let lengths = if one_line && end - start <= WHOLE { 1..=1 } else { FEWEST..=MOST };
        let inner = lengths.clone().map(|count| {
            if lengths.end() == &1 {
                return Self { start: words(start, end), ..Self::default() };
            }
            let first = words(start, ahead(&chars, start, count).min(end));
            let last = words(back(&chars, end, count).max(start), end);
            Self { start: first, end: last, ..Self::default() }
        });
        let inner: Vec<Self> = inner.collect();
        // The fewest words first, then as many around them as it takes, then more of both.
        let fewest = inner.first()?;
        let with_context = |inner| (1..=AROUND).map(move |count| around(inner, count));
        let mut all =
            inner.iter().cloned().chain(with_context(fewest)).chain(with_context(inner.last()?));
        all.find(is_only)
    }
}

/// The passage without white space at its ends, widened to whole words.
fn widened(chars: &[char], span: Span) -> Option<(usize, usize)> {
    let (start, end) = (span.start as usize, span.end as usize);
    let passage = chars.get(start..end)?;
    let mut end = start + passage.iter().rposition(|c| !c.is_whitespace())? + 1;
    let mut start = start + passage.iter().position(|c| !c.is_whitespace())?;
    while !is_boundary(chars, start) {
        start -= 1;
    }
    while !is_boundary(chars, end) {
        end += 1;
    }
    Some((start, end))
}

/// Where the last `count` words before `at` begin, in one line of the text.
fn back(chars: &[char], mut at: usize, count: usize) -> usize {
    at = skip_back(chars, at, |c| c.is_whitespace());
    let mut start = at;
    for _ in 0..count {
        let word = skip_back(chars, at, |c| !c.is_whitespace());
        start = word.max(at.saturating_sub(WORD));
        while !is_boundary(chars, start) {
            start -= 1;
        }
        at = skip_back(chars, start, |c| c.is_whitespace() && c != '\n');
    }
    start
}

/// Where the first `count` words from `at` on end, in one line of the text.
fn ahead(chars: &[char], mut at: usize, count: usize) -> usize {
    let skip = |at: usize, test: fn(char) -> bool| {
        chars.iter().skip(at).position(|&c| !test(c)).map_or(chars.len(), |more| at + more)
    };
    at = skip(at, char::is_whitespace);
    let mut end = at;
    for _ in 0..count {
        end = skip(at, |c| !c.is_whitespace()).min(at + WORD);
        while !is_boundary(chars, end) {
            end += 1;
        }
        at = skip(end, |c| c.is_whitespace() && c != '\n');
    }
    end
}

fn skip_back(chars: &[char], at: usize, test: impl Fn(char) -> bool) -> usize {
    chars.get(..at).and_then(|c| c.iter().rposition(|&c| !test(c))).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::Outcome;
    use proptest::prelude::*;

    const TEXT: &str = "Iraq Gives the US Its Orders\n\nOn Monday, PM Abdul-Mahdi got a letter. \
        On Sunday, PM Abdul-Mahdi asked parliament.\n\nThe US don’t “Go Home”. The US stays. \
        The US stays.";

    fn made(text: &str, words: &str, nth: usize) -> (Span, Option<String>) {
        let (byte, _) = text.match_indices(words).nth(nth).unwrap();
        let start = text[..byte].chars().count() as u32;
        let span = Span::new(start, start + words.chars().count() as u32);
        (span, TextFragment::make(text, span).map(|fragment| fragment.to_string()))
    }

    #[test]
    fn short_and_unambiguous() {
        for (words, nth, wanted) in [
            ("a letter", 0, "a%20letter"),
            (" Monday, ", 0, "Monday%2C"),
            ("etter", 0, "letter"),
            ("Abdul-Mahdi", 1, "PM-,Abdul%2DMahdi,-asked"),
            ("Abdul-Mahdi", 0, "PM-,Abdul%2DMahdi,-got"),
            ("Go Home", 0, "Go%20Home"),
            ("on’t “Go", 0, "don%E2%80%99t%20%E2%80%9CGo"),
            ("On Sunday", 0, "On%20Sunday"),
            ("The US stays", 1, "stays.-,The%20US%20stays"),
            (
                "Orders\n\nOn Monday, PM Abdul-Mahdi got a letter. On",
                0,
                "Orders,got%20a%20letter.%20On",
            ),
        ] {
            let (_, found) = made(TEXT, words, nth);
            assert_eq!(found.as_deref(), Some(wanted), "{words}");
        }
    }

    #[test]
    fn what_cannot_be_told_apart_has_none() {
        assert_eq!(made("a b\n\na b\n\na b\n\na b", "a b", 2).1, None);
        assert_eq!(TextFragment::make(TEXT, Span::new(28, 30)), None);
        assert_eq!(TextFragment::make(TEXT, Span::new(5, 5)), None);
        assert_eq!(TextFragment::make(TEXT, Span::new(5, 5000)), None);
        assert_eq!(TextFragment::make("", Span::new(0, 1)), None);
    }

    #[test]
    fn long_passages_are_given_by_their_ends() {
        let text = format!("Before. {}After.", "One two three four five, six. ".repeat(20));
        let fragment = TextFragment::make(&text, Span::new(0, 608)).unwrap();
        assert_eq!(
            fragment.to_string(),
            "Before.%20One%20two%20three,three%20four%20five%2C%20six.,-After."
        );
        assert_eq!(fragment.resolve(&text), Outcome::Found(Span::new(0, 607)));
    }

    proptest! {
        #[test]
        fn what_is_made_leads_back(
            words in prop::collection::vec("the|US|Iraq|don’t|al-Asad|5,200|“Go|Home”|É|\n\n", 1..60),
            from in 0usize..60, count in 1usize..60,
        ) {
            let text = words.join(" ");
            let length = |words: &[String]| words.join(" ").chars().count() as u32;
            let from = from.min(words.len() - 1);
            let to = (from + count).min(words.len());
            let start = length(&words[..from]) + u32::from(from > 0);
            let span = Span::new(start, length(&words[..to]));
            if let Some(fragment) = TextFragment::make(&text, span) {
                let again = TextFragment::parse(&fragment.to_string());
                prop_assert_eq!(again.as_ref(), Some(&fragment));
                let Outcome::Found(found) = fragment.resolve(&text) else {
                    panic!("{fragment} in {text}: {:?}", fragment.resolve(&text))
                };
                prop_assert!(span.contains(found), "{} {:?} {:?}", text, span, found);
                let inside: String =
                    text.chars().skip(span.start as usize).take(span.len() as usize).collect();
                let cut: String =
                    text.chars().skip(found.start as usize).take(found.len() as usize).collect();
                prop_assert_eq!(inside.trim(), cut.trim());
            }
        }

        #[test]
        fn any_text_and_any_span(text in any::<String>(), start in 0u32..50, length in 0u32..50) {
            if let Some(fragment) = TextFragment::make(&text, Span::new(start, start + length)) {
                let outcome = fragment.resolve(&text);
                prop_assert!(matches!(outcome, Outcome::Found(_)), "{} {:?}", fragment, outcome);
            }
        }
    }
}
