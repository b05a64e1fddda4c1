//! Percent-encoding for fragments.

/// How a value is encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is, as far as an address allows: dates.
    Plain,
    /// A space is `+`: words searched for.
    Words,
    /// A space is `%20`, and what the text-fragment grammar uses is encoded too: passages.
    Passage,
}

/// Whether the character has no place in a link or in a line of the page: control
/// characters, line and paragraph separators, and those that turn the direction of text.
pub(super) fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Appends the text. What may stand in a fragment stays readable; anything else, and the
/// quotation mark `'`, is percent-encoded.
pub(super) fn encode(text: &str, style: Style, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b' ' if style == Style::Words => out.push('+'),
            // Otherwise a browser would cut the link at `:~:`.
            b'~' if out.ends_with(':') => push_percent(byte, out),
            b'-' | b',' if style == Style::Passage => push_percent(byte, out),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte.into()),
            _ if b"-._~!$()*,;:@/?".contains(&byte) => out.push(byte.into()),
            _ => push_percent(byte, out),
        }
    }
}

/// Encodes the last character if it is a sign: programs that turn addresses in running text
/// into links leave final signs out, and `when=2020-01-08/..` ends in three.
pub(super) fn close(out: &mut String) {
    match out.pop() {
        Some('+') => out.push_str("%20"),
        Some(sign) if sign.is_ascii_punctuation() => push_percent(sign as u8, out),
        Some(other) => out.push(other),
        None => {}
    }
}

fn push_percent(byte: u8, out: &mut String) {
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 });
    out.push('%');
    out.push(digit(byte >> 4));
    out.push(digit(byte & 15));
}

/// The text that was encoded; none when an escape is broken, the bytes are no UTF-8 (as of
/// half a surrogate pair) or a character is unwanted.
pub(super) fn decode(text: &str, style: Style) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => hex(bytes.next()?)? << 4 | hex(bytes.next()?)?,
            b'+' if style == Style::Words => b' ',
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok().filter(|text| !text.contains(is_unwanted))
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
