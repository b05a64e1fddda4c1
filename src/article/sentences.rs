//! Where sentences end in English news text.
//!
//! A sentence ends at `.`, `!`, `?` or `…` (with the closing marks behind it) before white
//! space and something that can begin a sentence. A full stop also ends abbreviations, so
//! the word before it and the word after it are looked at; all rules are about the language,
//! none about one text.

use super::Span;

/// Abbreviations that need what follows them: a name, a number, a month's day.
const LEADING: &str = " mr mrs ms mx messrs dr prof rev fr hon pres gov sen rep amb min sec \
gen brig maj col lt capt cmdr cdr adm sgt cpl pvt pfc st mt ft ave supt det insp \
vs cf viz al no nos vol pp fig art ch ed eds approx est dept univ bros \
jan feb mar apr jun jul aug sept sep oct nov dec ";

/// Abbreviations that can stand last: there the next word decides.
const TRAILING: &str = " etc inc ltd co corp llc plc jr sr esq ph.d m.d b.a m.a ";

/// Words that begin sentences and hardly ever go on with a name: after an abbreviation they
/// tell "in the U.S. The army" from "the U.S. Army".
const STARTERS: &str = " the a an this that these those he she it they we you i his her its \
their our my in on at for from with after before since until while when where why how what who \
but and yet so or if as there here however meanwhile also although though because both each \
another many most some no not nor now then once one other such later last next ";

/// The sentences of one block's text, in order, without the white space between them.
///
/// Spans are in scalars of this text. Everything but white space is in some sentence; a blank
/// line always ends one.
pub fn sentences(text: &str) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut start = skip(&chars, 0, |c| c.is_whitespace());
    let mut at = start;
    while at < chars.len() {
        let end = match chars[at] {
            // Of a run of marks the first answers for all: looked at each by each, a page of
            // stops would take the square of its length.
            '.' | '!' | '?' | '…' if at > start && is_stop(chars[at - 1]) => None,
            '.' | '!' | '?' | '…' => sentence_end(&chars, at),
            '。' | '！' | '？' => Some(skip(&chars, at, |c| is_stop(c) || is_closer(c))),
            '\n' if chars[at..]
                .iter()
                .take_while(|c| c.is_whitespace())
                .filter(|c| **c == '\n')
                .count()
                > 1 =>
            {
                Some(at)
            }
            _ => None,
        };
        if let Some(end) = end {
            found.push(trimmed(&chars, start, end));
            start = skip(&chars, end, |c| c.is_whitespace());
            at = start;
        } else {
            at += 1;
        }
    }
    if start < chars.len() {
        found.push(trimmed(&chars, start, chars.len()));
    }
    found
}

/// Where the sentence ends whose stop stands at `at`, if one ends there.
fn sentence_end(chars: &[char], at: usize) -> Option<usize> {
    let marks = skip(chars, at, is_stop);
    let end = skip(chars, marks, |c| is_stop(c) || is_closer(c));
    if !chars.get(end)?.is_whitespace() {
        return None; // inside a number, an address, an abbreviation; or `.”,`
    }
    let next = skip(chars, skip(chars, end, |c| c.is_whitespace()), is_opener);
    // A sentence goes on in lower case: `forums. etc.`, `“Why?” he asked`, `wait … and see`.
    if chars.get(next)?.is_lowercase() {
        return None;
    }
    let lone_stop = chars[at] == '.' && marks == at + 1;
    (!lone_stop || !is_abbreviation(chars, at, next)).then_some(end)
}

/// Whether the full stop at `at` belongs to the word before it alone, as far as the word at
/// `next` tells.
fn is_abbreviation(chars: &[char], at: usize, next: usize) -> bool {
    let mut start = at;
    while start > 0 && (chars[start - 1].is_alphanumeric() || chars[start - 1] == '.') {
        start -= 1;
    }
    let word: String = chars[start..at].iter().collect();
    let before_starter = || {
        let following = chars[next..].iter().take_while(|c| c.is_alphabetic()).take(12);
        is_in(STARTERS, &following.collect::<String>())
    };
    // `Matthew H. Tueller`; a pronoun is no initial.
    if word.chars().count() == 1 && word != "I" && word.chars().all(char::is_uppercase) {
        return !before_starter();
    }
    // `U.S.`, `a.m.`: one letter between the stops.
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if dotted || is_in(TRAILING, &word) {
        return !before_starter();
    }
    // `No. 5` and `Jan. 10` lead to a number, `Gen. Seely` to a name; but "He said no. The …".
    is_in(LEADING, &word) && !before_starter()
}

fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|entry| entry.eq_ignore_ascii_case(word))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '‹' | '(' | '[' | '{' | '–' | '—' | '-')
        || c == ' '
}

/// The first place from `at` on where the test fails.
fn skip(chars: &[char], at: usize, test: impl Fn(char) -> bool) -> usize {
    chars.iter().skip(at).position(|&c| !test(c)).map_or(chars.len(), |more| at + more)
}

fn trimmed(chars: &[char], start: usize, end: usize) -> Span {
    let end = chars[..end].iter().rposition(|c| !c.is_whitespace()).map_or(start, |last| last + 1);
    Span::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Vec<String> {
        let cut = |s: &Span| text.chars().skip(s.start as usize).take(s.len() as usize).collect();
        sentences(text).iter().map(cut).collect()
    }

    /// A bar shows where the sentences part.
    #[test]
    fn english_news() {
        for marked in [
            "He met Gen. Seely and Matthew H. Tueller of the U.S. Army.|It was Mr. Esper’s idea.",
            "It is in the U.S.|The army left at 5 p.m.|He stayed.",
            "“No exit.”|“None!” he said.|(Nobody asked.)|It fell 3.5 points to No. 5 on Jan. 10.",
            "It was “critical”.|American troops, ‘a hoax’.|Why?|“Why not?”",
            "Wait … and see...|Then it came.|Well... maybe.",
            "Forums. etc. and so on etc.|The rest at www.example.org is free.|24 died.",
            "TROOPS OUT OF U.S. BASES.|VOTE TODAY!|NO COMMENT.",
            "He said no.|The others agreed, as did I.|Then a line without an end",
            "“This region won’t.|Governments won’t accept the presence of the US.”|Iran said so.",
        ] {
            let wanted: Vec<&str> = marked.split('|').collect();
            assert_eq!(parts(&marked.replace('|', " ")), wanted);
        }
        assert_eq!(parts("The end\n\nof a block"), ["The end", "of a block"]);
        assert_eq!(parts("一つ。二つ！"), ["一つ。", "二つ！"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[A-Za-z.!?…“”’ \n。]{0,60}|\\PC{0,40}") {
            let found = sentences(&text);
            prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for (at, c) in text.chars().enumerate().filter(|(_, c)| !c.is_whitespace()) {
                let at = at as u32;
                prop_assert!(found.iter().any(|s| s.start <= at && at < s.end), "{c} at {at}");
            }
        }
    }
}
