//! A whole article in a link: the value of `doc=`.
//!
//! The article's JSON, deflated (RFC 1951), in base64url without padding (RFC 4648 §5).

use crate::article::{Article, JsonError, settled, sound};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use std::fmt;

/// Longest value that is put into a link, in characters: longer links get cut on their way.
pub const MOST: usize = 8_000;

/// Most bytes of JSON that a link may unfold to.
const MOST_JSON: usize = 2_000_000;

/// Most characters that are looked at: base64 of what can hold [`MOST_JSON`] at all.
const MOST_READ: usize = 4_000_000;

/// The best that deflate can do: links are made rarely and read anywhere.
const LEVEL: u8 = 10;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What is wrong with a link's article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A character that base64url has not, or a cut text; where, in bytes.
    Base64(usize),
    /// Not deflated, or cut off.
    Deflate,
    /// It unfolds to more than an article in a link may be.
    TooLarge,
    /// Not UTF-8.
    Utf8,
    /// Not the JSON of an article.
    Json(JsonError),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Base64(at) => {
                write!(f, "expected letters, digits, - and _ after `doc=`, found another at {at}")
            }
            Self::Deflate => f.write_str(
                "expected a packed article after `doc=`, found something else; perhaps the link \
                 was cut on its way",
            ),
            Self::TooLarge => write!(
                f,
                "expected an article of at most {} MB after `doc=`, found more",
                MOST_JSON / 1_000_000
            ),
            Self::Utf8 => f.write_str("expected UTF-8 text after `doc=`, found other bytes"),
            Self::Json(error) => write!(f, "expected an article after `doc=`: {error}"),
        }
    }
}

impl std::error::Error for LinkError {}

/// The article as the value of `doc=`. Compare its length with [`MOST`].
pub fn pack(article: &Article) -> String {
    let json = serde_json::to_vec(&*settled(article)).unwrap_or_default();
    encode(&compress_to_vec(&json, LEVEL))
}

/// The article in a value of `doc=`, made [`sound`]: anybody can write a link.
///
/// # Errors
/// See [`LinkError`]. Total on any text; takes memory for at most 2 MB of JSON.
pub fn unpack(packed: &str) -> Result<Article, LinkError> {
    if packed.len() > MOST_READ {
        return Err(LinkError::TooLarge);
    }
    let bytes = decode(packed)?;
    let json =
        decompress_to_vec_with_limit(&bytes, MOST_JSON).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Deflate,
        })?;
    let json = String::from_utf8(json).map_err(|_| LinkError::Utf8)?;
    let article = Article::from_json(&json).map_err(LinkError::Json)?;
    Ok(sound(article).0)
}

/// Base64url without padding.
fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |n: usize| u32::from(three.get(n).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for n in 0..=three.len() {
            text.push(char::from(LETTERS[(bits >> (18 - 6 * n) & 63) as usize]));
        }
    }
    text
}

/// The bytes; padding and the letters of plain base64 are understood as well.
fn decode(text: &str) -> Result<Vec<u8>, LinkError> {
    let text = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for (n, four) in text.chunks(4).enumerate() {
        let mut bits = 0;
        for (m, letter) in four.iter().enumerate() {
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                b'a'..=b'z' => letter - b'a' + 26,
                b'0'..=b'9' => letter - b'0' + 52,
                b'-' | b'+' => 62,
                b'_' | b'/' => 63,
                _ => return Err(LinkError::Base64(4 * n + m)),
            };
            bits |= u32::from(value) << (18 - 6 * m);
        }
        if four.len() == 1 {
            return Err(LinkError::Base64(4 * n));
        }
        let [_, first, second, third] = bits.to_be_bytes();
        bytes.extend([first, second, third].iter().take(four.len() - 1));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyst::{dates::Given, draft};
    use proptest::prelude::*;

    #[test]
    fn there_and_back() {
        let article = draft("Talks\n\nÁlvaro Uribe met Maria Mayor in 2003.\n", Given::Nothing);
        let packed = pack(&article);
        assert!(packed.len() < MOST, "{}", packed.len());
        assert!(packed.bytes().all(|b| LETTERS.contains(&b)));
        assert_eq!(unpack(&packed), Ok(article));
    }

    #[test]
    fn a_link_from_anybody_is_made_sound() {
        let mut article = draft("Talks\n\nÁlvaro Uribe met Maria Mayor in 2003.\n", Given::Nothing);
        let mentions = article.mentions.len();
        article.mentions[0].span.end = 5_000;
        article.meta.slug = "../../x".into();
        article.meta.address = Some("javascript:alert(1)".into());
        let read = unpack(&pack(&article)).expect("an article");
        assert_eq!(read.mentions.len(), mentions - 1);
        assert_eq!((&*read.meta.slug, read.meta.address), ("x", None));
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut bytes = compress_to_vec(&vec![b' '; 50_000_000], 6);
        assert!(bytes.len() < 60_000);
        assert_eq!(unpack(&encode(&bytes)), Err(LinkError::TooLarge));
        bytes.truncate(30);
        assert_eq!(unpack(&encode(&bytes)), Err(LinkError::Deflate));
        assert_eq!(unpack(&"A".repeat(MOST_READ + 1)), Err(LinkError::TooLarge));
    }

    #[test]
    fn errors_say_what_is_wrong() {
        assert_eq!(unpack("abc!"), Err(LinkError::Base64(3)));
        assert_eq!(unpack("abcde"), Err(LinkError::Base64(4)));
        assert_eq!(unpack(""), Err(LinkError::Deflate));
        let packed = |bytes: &[u8]| unpack(&encode(&compress_to_vec(bytes, 6)));
        assert_eq!(packed(b"\xff"), Err(LinkError::Utf8));
        let error = packed(b"[]").expect_err("no article").to_string();
        assert!(error.ends_with("expected an object at byte 0 of the JSON"), "{error}");
    }

    proptest! {
        #[test]
        fn any_bytes(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert_eq!(decode(&text), Ok(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String, letters in "[A-Za-z0-9_-]{0,200}") {
            let _ = (unpack(&text), unpack(&letters));
        }

        #[test]
        fn changed_links_are_read_or_refused(at in 0usize..200, letter in "[A-Za-z0-9_-]") {
            let article = draft("Talks\n\nHe met Maria Mayor in 2003.\n", Given::Nothing);
            let mut packed = pack(&article);
            let at = at % packed.len();
            packed.replace_range(at..=at, &letter);
            let _ = unpack(&packed);
        }
    }
}
