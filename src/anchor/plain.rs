//! A text without the differences that typesetting makes.

use crate::article::{Span, fold_letter, is_invisible};

/// A text whose quotation marks are straight and whose white space is single spaces, and the
/// way back to its source.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    /// The characters.
    pub chars: Vec<char>,
    /// For each of them, the scalar of the source it came from.
    from: Vec<u32>,
}

impl Plain {
    /// As the text, with case and accents.
    pub fn new(text: &str) -> Self {
        Self::with(text, |c| [Some(c), None, None])
    }

    /// Without case and accents.
    pub fn loose(text: &str) -> Self {
        Self::with(text, fold_letter)
    }

    fn with(text: &str, letter: fn(char) -> [Option<char>; 3]) -> Self {
        let mut plain = Self { chars: Vec::with_capacity(text.len()), from: Vec::new() };
        plain.from.reserve(text.len());
        for (at, c) in (0..).zip(text.chars()) {
            let parts = match c {
                c if is_invisible(c) => [None; 3],
                '‘' | '’' | '‛' | '`' | '´' | '′' => [Some('\''), None, None],
                '“' | '”' | '„' | '‟' | '«' | '»' | '″' => [Some('"'), None, None],
                '‐' | '‑' => [Some('-'), None, None],
                '…' => [Some('.'); 3],
                c if c.is_whitespace() => match plain.chars.last() {
                    Some(' ') => [None; 3],
                    _ => [Some(' '), None, None],
                },
                c => letter(c),
            };
            for part in parts.into_iter().flatten() {
                plain.chars.push(part);
                plain.from.push(at);
            }
        }
        plain
    }

    /// The stretch of the source behind a stretch of these characters.
    pub fn source(&self, start: usize, end: usize) -> Span {
        let first = self.from.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).and_then(|last| self.from.get(last)).copied();
        Span::new(first, last.map_or(first, |last| last + 1))
    }

    /// Which of these characters come from a stretch of the source.
    pub fn place(&self, span: Span) -> (usize, usize) {
        let before = |source: u32| self.from.partition_point(|&from| from < source);
        (before(span.start), before(span.end))
    }

    /// Whether the words stand at `at`.
    pub fn has(&self, at: usize, words: &[char]) -> bool {
        self.chars.get(at..).is_some_and(|rest| rest.starts_with(words))
    }

    /// Where the words stand, overlapping places too (Knuth, Morris, Pratt).
    pub fn occurrences(&self, words: &[char]) -> Vec<usize> {
        let mut found = Vec::new();
        // For each beginning of the words, the longest shorter beginning that ends it.
        let mut shorter = vec![0; words.len()];
        let mut matched = 0;
        let advance = |shorter: &[usize], mut matched: usize, c: char| {
            while matched > 0 && words.get(matched) != Some(&c) {
                matched = shorter[matched - 1];
            }
            matched + usize::from(words.get(matched) == Some(&c))
        };
        for at in 1..words.len() {
            matched = advance(&shorter, matched, words[at]);
            shorter[at] = matched;
        }
        matched = 0;
        for (at, &c) in self.chars.iter().enumerate() {
            matched = advance(&shorter, matched, c);
            if matched == words.len() && matched > 0 {
                found.push(at + 1 - matched);
            }
        }
        found
    }
}

/// Whether no word goes on between the characters before and after `at` (a small part of
/// UAX 29: apostrophes and stops join letters, commas join digits; scripts without spaces may
/// be parted anywhere).
pub fn is_boundary(chars: &[char], at: usize) -> bool {
    let get = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let Some(before) = at.checked_sub(1).map(get) else { return true };
    let after = get(at);
    let far_before = at.checked_sub(2).map_or(' ', get);
    let joined = |left: char, joint: char, right: char| match joint {
        '\'' | '’' | '.' | ':' | '·' if left.is_alphabetic() && right.is_alphabetic() => true,
        '\'' | '’' | '.' | ',' => left.is_numeric() && right.is_numeric(),
        _ => false,
    };
    let spaceless = |c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{abff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..);
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    spaceless(before)
        || spaceless(after)
        || !(in_word(before) && in_word(after)
            || joined(before, after, get(at + 1))
            || joined(far_before, before, after))
}

/// The words of a stretch, if it lies inside the text.
pub fn cut(text: &str, span: Span) -> Option<&str> {
    split(text, span).map(|(_, words, _)| words)
}

/// What stands before a stretch, its words, and what stands behind it, if it lies inside the
/// text.
pub fn split(text: &str, span: Span) -> Option<(&str, &str, &str)> {
    let mut places = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    let start = places.nth(span.start as usize)?;
    let end = match span.len() as usize {
        0 => start,
        more => places.nth(more - 1)?,
    };
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(plain: &Plain) -> String {
        plain.chars.iter().collect()
    }

    #[test]
    fn typesetting_does_not_count() {
        let plain = Plain::new("“Don’t”\u{a0} \n co\u{ad}op… É");
        assert_eq!(shown(&plain), "\"Don't\" coop... É");
        let at = plain.occurrences(&['c', 'o', 'o', 'p'])[0];
        assert_eq!(plain.source(at, at + 4), Span::new(11, 16));
        assert_eq!(plain.place(Span::new(11, 16)), (at, at + 4));
        assert_eq!(shown(&Plain::loose("Éß")), "ess");
    }

    #[test]
    fn words_end_where_a_browser_ends_them() {
        for marked in ["Don’t| |go|-|Home|.", "U.S|.| |5,200|,| |a_b|", "|在|伊|"] {
            let chars: Vec<char> = marked.replace('|', "").chars().collect();
            let mut at = 0;
            let mut wanted = vec![0];
            for c in marked.chars() {
                if c == '|' { wanted.push(at) } else { at += 1 }
            }
            wanted.push(chars.len());
            wanted.dedup();
            let found: Vec<usize> =
                (0..=chars.len()).filter(|&at| is_boundary(&chars, at)).collect();
            assert_eq!(found, wanted, "{marked}");
        }
    }

    #[test]
    fn cutting_outside_gives_nothing() {
        assert_eq!(cut("aé𝕏", Span::new(1, 3)), Some("é𝕏"));
        assert_eq!(cut("aé𝕏", Span::new(3, 3)), Some(""));
        assert_eq!(cut("aé𝕏", Span::new(2, 4)), None);
        assert_eq!(cut("", Span { start: 5, end: 2 }), None);
    }

    proptest! {
        #[test]
        fn occurrences_are_all_there_are(text in "[ab]{0,30}", words in "[ab]{1,4}") {
            let plain = Plain::new(&text);
            let words: Vec<char> = words.chars().collect();
            let wanted: Vec<usize> = (0..text.len()).filter(|&at| plain.has(at, &words)).collect();
            prop_assert_eq!(plain.occurrences(&words), wanted);
        }
    }
}
