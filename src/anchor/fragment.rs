//! A passage as it stands in a link: the grammar of text fragments.
//!
//! <https://wicg.github.io/scroll-to-text-fragment/>: `[prefix-,]start[,end][,-suffix]`, each
//! part percent-encoded. This is what follows `text=`.

use super::browser::matches;
use super::locate::{Outcome, Why, search};
use super::plain::{Plain, cut, is_boundary, split};
use super::quote::TextQuote;
use crate::article::Span;
use std::fmt;

/// A passage in a link: its words, or its first and last words, with as much around them as
/// is needed to tell it from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFragment {
    /// Words right before the passage; may be empty.
    pub prefix: String,
    /// The words of the passage, or its first ones if there is an `end`. Not empty.
    pub start: String,
    /// Its last words; empty if `start` is all of it.
    pub end: String,
    /// Words right behind the passage; may be empty.
    pub suffix: String,
}

impl TextFragment {
    /// Reads what follows `text=`, still percent-encoded; none if it isn't in the grammar.
    pub fn parse(encoded: &str) -> Option<Self> {
        let mut parts: Vec<&str> = encoded.splitn(5, ',').collect();
        let mut fragment = Self::default();
        if parts.len() > 1
            && let Some(prefix) = parts[0].strip_suffix('-')
        {
            fragment.prefix = decoded(prefix)?;
            parts.remove(0);
        }
        if parts.len() > 1
            && let Some(suffix) = parts.last().and_then(|last| last.strip_prefix('-'))
        {
            fragment.suffix = decoded(suffix)?;
            parts.pop();
        }
        match parts[..] {
            [start, ..] if start.starts_with('-') => return None,
            [start] => fragment.start = decoded(start)?,
            [start, end] => (fragment.start, fragment.end) = (decoded(start)?, decoded(end)?),
            _ => return None,
        }
        Some(fragment)
    }

    /// Finds the passage in a text that may have been edited since.
    ///
    /// The order is that of [`locate`](super::locate()), without offsets: what is found is
    /// [`Outcome::Found`] or [`Outcome::Reworded`], never [`Outcome::Moved`]. Of a passage
    /// given by its first and last words, only these are compared.
    pub fn resolve(&self, text: &str) -> Outcome {
        let plain = Plain::new(text);
        let mut places = matches(&plain, Plain::new, self);
        if let (Some((start, end)), None) = (places.next(), places.next()) {
            return Outcome::Found(plain.source(start, end));
        }
        // A space, for whole words stand beside whole words.
        let beside = |exact: &str, prefix: &str, suffix: &str| TextQuote {
            exact: exact.into(),
            prefix: if prefix.is_empty() { String::new() } else { format!("{prefix} ") },
            suffix: if suffix.is_empty() { String::new() } else { format!(" {suffix}") },
        };
        if self.end.is_empty() {
            return search(text, &beside(&self.start, &self.prefix, &self.suffix), None);
        }
        let was = || format!("{} … {}", self.start, self.end);
        let first = search(text, &beside(&self.start, &self.prefix, ""), None);
        let Some(begin) = first.span() else { return first.of(was()) };
        let Some((_, _, rest)) = split(text, begin) else { return first.of(was()) };
        let last = self.first_end(rest).map_or_else(
            || search(rest, &beside(&self.end, "", &self.suffix), None),
            Outcome::Found,
        );
        let Some(end) = last.span() else { return last.of(was()) };
        let span = Span::new(begin.start, begin.end.saturating_add(end.end));
        match (first, last) {
            (Outcome::Found(_), Outcome::Found(_)) => Outcome::Found(span),
            _ => {
                let now = cut(text, span).unwrap_or_default().into();
                Outcome::Reworded { span, was: was(), now }
            }
        }
    }

    /// The first place where the last words stand with the suffix behind them: by the
    /// grammar, a passage ends there.
    fn first_end(&self, rest: &str) -> Option<Span> {
        let rest = Plain::new(rest);
        let end = Plain::new(&self.end).chars;
        let suffix = Plain::new(&self.suffix).chars;
        let places = rest.occurrences(&end).into_iter().map(|at| (at, at + end.len()));
        let mut fitting = places.filter(|&(start, end)| {
            let space = usize::from(rest.has(end, &[' ']));
            is_boundary(&rest.chars, start)
                && (if suffix.is_empty() {
                    is_boundary(&rest.chars, end)
                } else {
                    rest.has(end, &suffix) || rest.has(end + space, &suffix)
                })
        });
        fitting.next().map(|(start, end)| rest.source(start, end))
    }
}

impl Outcome {
    /// The same, as said of these words.
    fn of(self, was: String) -> Self {
        let why = if let Self::Gone { why, .. } = self { why } else { Why::Missing };
        Self::Gone { was, why }
    }
}

/// As it stands in a link, percent-encoded.
impl fmt::Display for TextFragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.prefix.is_empty() {
            encode(&self.prefix, f)?;
            f.write_str("-,")?;
        }
        encode(&self.start, f)?;
        if !self.end.is_empty() {
            f.write_str(",")?;
            encode(&self.end, f)?;
        }
        if !self.suffix.is_empty() {
            f.write_str(",-")?;
            encode(&self.suffix, f)?;
        }
        Ok(())
    }
}

/// Writes what RFC 3986 allows in a fragment as it is, except what the grammar uses (`-`, `,`,
/// `&`), `~` (so that no `:~:` can arise), and `+`, which some read as a space.
fn encode(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._!$'()*;=:@/?".contains(&byte) {
            fmt::Write::write_char(f, byte.into())?;
        } else {
            let digit = |four: u8| char::from(HEX[usize::from(four & 15)]);
            let encoded = ['%', digit(byte >> 4), digit(byte)];
            encoded.into_iter().try_for_each(|c| fmt::Write::write_char(f, c))?;
        }
    }
    Ok(())
}

/// The text behind the percent signs; none if it is empty or no UTF-8. A lone percent sign
/// stays.
fn decoded(part: &str) -> Option<String> {
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let part = part.as_bytes();
    let mut bytes = Vec::with_capacity(part.len());
    let mut at = 0;
    while let Some(&byte) = part.get(at) {
        match (byte, digit(part.get(at + 1)), digit(part.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(encoded: &str) -> Option<[String; 4]> {
        let TextFragment { prefix, start, end, suffix } = TextFragment::parse(encoded)?;
        Some([prefix, start, end, suffix])
    }

    #[test]
    fn the_grammar() {
        for (encoded, wanted) in [
            ("a", ["", "a", "", ""]),
            ("a%20b,c", ["", "a b", "c", ""]),
            ("p-,a", ["p", "a", "", ""]),
            ("p-,a,b,-s", ["p", "a", "b", "s"]),
            ("a,-s", ["", "a", "", "s"]),
            ("%E2%80%9CGo%2C%2D%26", ["", "“Go,-&", "", ""]),
            ("al-Asad", ["", "al-Asad", "", ""]),
            ("100%", ["", "100%", "", ""]),
        ] {
            assert_eq!(parts(encoded), Some(wanted.map(String::from)), "{encoded}");
        }
        for bad in
            ["", ",", "a,", ",a", "p-,", "-,a", "a,-", "a,b,c", "p-,a,b,c,-s", "%FF", "p-,-s"]
        {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }

    #[test]
    fn readable_where_a_link_allows_it() {
        let start = "Who? (a; b) c/d: 5,200 & al-Asad ~ 1+1 #%é".into();
        let fragment = TextFragment { start, ..TextFragment::default() };
        assert_eq!(
            fragment.to_string(),
            "Who?%20(a;%20b)%20c/d:%205%2C200%20%26%20al%2DAsad%20%7E%201%2B1%20%23%25%C3%A9"
        );
    }

    #[test]
    fn links_outlive_edits() {
        let text = "The letter was sent twice, and the copy that he has is signed.\n\nHe said no.";
        let resolve = |encoded: &str| TextFragment::parse(encoded).unwrap().resolve(text);
        assert_eq!(resolve("letter"), Outcome::Found(Span::new(4, 10)));
        assert_eq!(resolve("sent%20twice,is%20signed"), Outcome::Found(Span::new(15, 61)));
        assert_eq!(resolve("the"), Outcome::Found(Span::new(31, 34))); // not “The”
        let reworded = |encoded, was: &str, now: &str| match resolve(encoded) {
            Outcome::Reworded { was: old, now: new, .. } => assert_eq!((&*old, &*new), (was, now)),
            other => panic!("{encoded}: {other:?}"),
        };
        reworded("THE%20LETTER%20WAS%20SENT", "THE LETTER WAS SENT", "The letter was sent");
        reworded(
            "The%20letter%20was%20sent%20twize,he%20has%20is%20signed.",
            "The letter was sent twize … he has is signed.",
            "The letter was sent twice, and the copy that he has is signed.",
        );
        for (encoded, wanted) in [
            ("leter", Why::TooShort),
            ("parliament", Why::Missing),
            ("a%20stretch%20of%20words%20that%20is%20nowhere%20in%20this%20text", Why::Missing),
            ("letter,parliament%20voted", Why::Missing),
            ("HE", Why::Ambiguous),
        ] {
            let Outcome::Gone { why, .. } = resolve(encoded) else { panic!("{encoded}") };
            assert_eq!(why, wanted, "{encoded}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read(prefix: String, start in "\\PC+", end: String, suffix: String) {
            let fragment = TextFragment { prefix, start, end, suffix };
            prop_assert_eq!(TextFragment::parse(&fragment.to_string()), Some(fragment));
        }

        #[test]
        fn anything_can_be_read_and_looked_for(
            encoded in "[a-c%,-]{0,12}|\\PC{0,20}", text in "[a-c ,-]{0,40}|\\PC*",
        ) {
            if let Some(fragment) = TextFragment::parse(&encoded) {
                let span = fragment.resolve(&text).span().unwrap_or_default();
                prop_assert!(cut(&text, span).is_some());
            }
        }
    }
}
