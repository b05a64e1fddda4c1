//! A passage as it is kept: by quotation.

use super::plain::split;
use crate::article::Span;
use serde::{Deserialize, Serialize};

/// How many scalars of context are kept on each side.
pub const CONTEXT: usize = 32;

/// The longest quotation that a selector keeps and that is searched for approximately, in
/// scalars. At this length a search through a million scalars takes a fraction of a second.
pub const MAX_QUOTE: usize = 10_000;

/// A quotation with what stands around it (W3C Web Annotation, `TextQuoteSelector`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuote {
    /// The words.
    pub exact: String,
    /// Up to [`CONTEXT`] scalars before them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Up to [`CONTEXT`] scalars behind them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
}

/// A passage by quotation and by offsets, with the text that the offsets belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// The words and their surroundings.
    #[serde(flatten)]
    pub quote: TextQuote,
    /// Where they stood (`TextPositionSelector`).
    pub position: Span,
    /// In which text.
    pub text: TextHash,
}

impl Selector {
    /// The selector of a passage; none if it is empty, not inside the text or longer than
    /// [`MAX_QUOTE`].
    pub fn make(text: &str, span: Span) -> Option<Self> {
        let fits = !span.is_empty() && span.len() as usize <= MAX_QUOTE;
        let (before, exact, behind) = split(text, span).filter(|_| fits)?;
        let context = before.char_indices().rev().take(CONTEXT).last().map_or(0, |(byte, _)| byte);
        let prefix = before.get(context..)?;
        let suffix = behind.chars().take(CONTEXT).collect();
        Some(Self {
            quote: TextQuote { exact: exact.into(), prefix: prefix.into(), suffix },
            position: span,
            text: TextHash::of(text),
        })
    }
}

/// Tells whether two texts are the same: FNV-1a, 64 bits, of the UTF-8 bytes. Not
/// cryptographic: whoever trusts it looks at the words as well. Written as 16 hex digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TextHash(u64);

impl TextHash {
    /// The hash of a text.
    pub fn of(text: &str) -> Self {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        Self(text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }
}

impl From<TextHash> for String {
    fn from(hash: TextHash) -> Self {
        let digit = |place: u32| char::from_digit((hash.0 >> (4 * place)) as u32 & 15, 16);
        (0..16).rev().filter_map(digit).collect()
    }
}

impl TryFrom<String> for TextHash {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u64::from_str_radix(&text, 16) {
            Ok(hash) if digits => Ok(Self(hash)),
            _ => Err("expected the hash of a text as 16 hexadecimal digits"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_at_the_ends_of_the_text() {
        let text = format!("“é𝕏 {} end", "word ".repeat(20));
        let at = |start, end| Selector::make(&text, Span::new(start, end));
        let first = at(0, 3).unwrap().quote;
        assert_eq!((first.exact.as_str(), first.prefix.as_str()), ("“é𝕏", ""));
        assert_eq!(first.suffix.chars().count(), CONTEXT);
        let middle = at(50, 60).unwrap().quote;
        assert_eq!(middle.prefix.chars().count(), CONTEXT);
        assert_eq!(at(104, 108).unwrap().quote.suffix, "");
        assert_eq!((at(5, 5), at(0, 109), at(900, 901)), (None, None, None));
        let long = "x".repeat(MAX_QUOTE + 1);
        assert!(Selector::make(&long, Span::new(0, MAX_QUOTE as u32)).is_some());
        assert!(Selector::make(&long, Span::new(0, MAX_QUOTE as u32 + 1)).is_none());
    }

    #[test]
    fn json_is_that_of_the_w3c_with_the_hash_as_text() {
        assert_eq!(String::from(TextHash::of("foobar")), "85944171f73967e8"); // FNV's own vector
        let selector = Selector::make("a b c", Span::new(2, 3)).unwrap();
        let json = serde_json::to_string(&selector).unwrap();
        let hash = String::from(TextHash::of("a b c"));
        let wanted = format!(
            r#"{{"exact":"b","prefix":"a ","suffix":" c","position":[2,3],"text":"{hash}"}}"#
        );
        assert_eq!(json, wanted);
        assert_eq!(serde_json::from_str::<Selector>(&json).unwrap(), selector);
        assert!(serde_json::from_str::<TextHash>("\"+123456789abcdef\"").is_err());
        assert!(serde_json::from_str::<TextHash>("\"12\"").is_err());
    }
}
