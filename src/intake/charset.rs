//! From bytes to text.
//!
//! UTF-8 wherever the bytes are UTF-8, whatever the page says of itself; UTF-16 with a byte order
//! mark; else Windows-1252, which is also what browsers do with pages that say Latin-1 or nothing.

use super::Refusal;

/// Characters of Windows-1252 from 0x80 to 0x9F; the rest is as in Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Names of encodings that Windows-1252 reads right.
const LIKE_1252: [&str; 9] = [
    "windows-1252",
    "cp1252",
    "iso-8859-1",
    "iso8859-1",
    "latin1",
    "latin-1",
    "us-ascii",
    "ascii",
    "x-cp1252",
];

/// How far into a page its encoding is looked for, in bytes; browsers look 1,024.
const PROLOGUE: usize = 4096;

/// A text, and what should be said about how it was read.
pub(super) struct Decoded {
    pub text: String,
    pub remark: Option<String>,
}

/// Reads bytes as text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let fine = |text: String| Ok(Decoded { text, remark: None });
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return fine(String::from_utf8_lossy(rest).into_owned()),
        [0xFF, 0xFE, rest @ ..] => return fine(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return fine(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return fine(text.to_owned());
    }
    match declared(bytes) {
        Some(name) if name == "utf-8" || name == "utf8" => Ok(Decoded {
            text: String::from_utf8_lossy(bytes).into_owned(),
            remark: Some("Some bytes are not UTF-8; � stands for them.".into()),
        }),
        Some(name) if !LIKE_1252.contains(&&*name) => Err(Refusal::Charset(name)),
        declared => Ok(Decoded {
            text: bytes.iter().map(|byte| windows_1252(*byte)).collect(),
            remark: declared.is_none().then(|| {
                "The text is not UTF-8 and was read as Windows-1252; accents may be wrong.".into()
            }),
        }),
    }
}

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(byte.into())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
}

/// The encoding that a page names in `<meta charset=…>` or in its XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    let prologue = bytes.get(..PROLOGUE).unwrap_or(bytes);
    let prologue: String = prologue.iter().map(|b| char::from(*b).to_ascii_lowercase()).collect();
    let name_after = |key: &str| {
        let (_, rest) = prologue.split_once(key)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
        let name = &rest[..rest.find(|c| !is_of_name(c)).unwrap_or(rest.len())];
        (!name.is_empty()).then(|| name.to_owned())
    };
    name_after("charset").or_else(|| name_after("encoding"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).map(|decoded| decoded.text).expect("it is known")
    }

    #[test]
    fn encodings_of_the_web() {
        assert_eq!(text(b"\xEF\xBB\xBFcaf\xC3\xA9"), "café");
        assert_eq!(text(b"\xFF\xFEc\0a\0\xE9\0\x3D\xD8\0\xDE"), "caé😀");
        assert_eq!(text(b"\xFE\xFF\0c\0a\0\xE9"), "caé");
        assert_eq!(text(b"caf\xE9 \x93x\x94"), "café “x”");
        assert_eq!(text(b"<meta charset='ISO-8859-1'>caf\xE9"), "<meta charset='ISO-8859-1'>café");
        // UTF-8 counts for more than what the page says.
        assert!(text(b"<meta charset=gbk>caf\xC3\xA9").ends_with("café"));
        assert!(text(b"<meta charset=utf-8>\xE9").ends_with('\u{FFFD}'));
    }

    #[test]
    fn what_would_be_garbled_is_refused() {
        for page in [&b"<meta charset=\"gb2312\">\xB9\xFA"[..], b"<?xml encoding='koi8-r'?>\xC1"] {
            assert!(matches!(decode(page), Err(Refusal::Charset(_))));
        }
    }

    #[test]
    fn a_guess_is_said() {
        assert!(decode(b"caf\xE9").is_ok_and(|decoded| decoded.remark.is_some()));
        assert!(decode(b"cafe").is_ok_and(|decoded| decoded.remark.is_none()));
    }
}
