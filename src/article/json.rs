//! A small reader of JSON, for the article in the page.
//!
//! It goes through the text once and hands out what is asked for. The derived reading of
//! serde is a fifth of the reader's program; this is a fiftieth.

use std::fmt;

/// Something else stood where this was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What was expected.
    pub expected: &'static str,
    /// Where, in bytes from the start of the text.
    pub at: usize,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {} of the JSON", self.expected, self.at)
    }
}

impl std::error::Error for JsonError {}

/// What was read, or what was expected.
pub type Read<T> = Result<T, JsonError>;

/// A decimal number as JSON writes it, right to the last or last but one of its sixteen digits.
pub fn number(text: &str) -> Option<f64> {
    let mut json = Json::new(text);
    let number = json.number().ok()?;
    json.end().ok().map(|()| number)
}

/// A place in a JSON text.
pub struct Json<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Json<'a> {
    /// The start of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The error of not finding this here.
    pub fn expected<T>(&self, expected: &'static str) -> Read<T> {
        Err(JsonError { expected, at: self.at })
    }

    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is no white space; 0 at the end.
    fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.byte()
    }

    fn skip_if(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        self.at += usize::from(there);
        there
    }

    fn take(&mut self, byte: u8, expected: &'static str) -> Read<()> {
        if self.skip_if(byte) { Ok(()) } else { self.expected(expected) }
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.peek();
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if there {
            self.at += word.len();
        }
        there
    }

    /// Nothing more may follow.
    pub fn end(&mut self) -> Read<()> {
        if self.peek() == 0 && self.at == self.text.len() {
            Ok(())
        } else {
            self.expected("the end of the text")
        }
    }

    /// An object; each member is handed out with its name and must be read or skipped.
    pub fn object(&mut self, member: &mut dyn FnMut(&mut Self, &str) -> Read<()>) -> Read<()> {
        self.take(b'{', "an object")?;
        self.until(b'}', &mut |json| {
            let name = json.string()?;
            json.take(b':', "a colon")?;
            member(json, &name)
        })
    }

    /// A list; each item is handed out and must be read or skipped.
    pub fn list(&mut self, item: &mut dyn FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.take(b'[', "a list")?;
        self.until(b']', item)
    }

    fn until(&mut self, close: u8, part: &mut dyn FnMut(&mut Self) -> Read<()>) -> Read<()> {
        if self.skip_if(close) {
            return Ok(());
        }
        loop {
            part(self)?;
            if self.skip_if(close) {
                return Ok(());
            }
            self.take(b',', "a comma or a closing bracket")?;
        }
    }

    /// Whether `null` stands here; it is taken.
    pub fn null(&mut self) -> bool {
        self.take_word("null")
    }

    /// `true` or `false`.
    pub fn truth(&mut self) -> Read<bool> {
        let is = self.take_word("true");
        if is || self.take_word("false") { Ok(is) } else { self.expected("true or false") }
    }

    /// Digits, as a number and how many there are. Beyond nineteen they only count.
    fn digits(&mut self, value: &mut u64) -> i32 {
        let from = self.at;
        let mut left_out = 0;
        while self.byte().is_ascii_digit() {
            let digit = u64::from(self.byte() - b'0');
            match value.checked_mul(10).and_then(|v| v.checked_add(digit)) {
                Some(next) if left_out == 0 => *value = next,
                _ => left_out += 1,
            }
            self.at += 1;
        }
        (self.at - from) as i32 - left_out
    }

    /// A whole number from 0 on.
    pub fn whole(&mut self) -> Read<u32> {
        self.peek();
        let from = self.at;
        let mut value = 0;
        let taken = self.digits(&mut value);
        let all = taken > 0 && self.at - from == taken as usize;
        match u32::try_from(value) {
            Ok(value) if all && !matches!(self.byte(), b'.' | b'e' | b'E') => Ok(value),
            _ => {
                self.at = from;
                self.expected("a whole number below 4294967296")
            }
        }
    }

    /// Any number; right to the last or last but one of its sixteen digits.
    pub fn number(&mut self) -> Read<f64> {
        let minus = self.skip_if(b'-');
        let mut value = 0;
        let start = self.at;
        let whole = self.digits(&mut value);
        if whole == 0 {
            return self.expected("a number");
        }
        let mut exponent = (self.at - start) as i32 - whole;
        if self.byte() == b'.' {
            self.at += 1;
            exponent -= self.digits(&mut value);
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            let minus = self.byte() == b'-';
            self.at += usize::from(minus || self.byte() == b'+');
            let mut by = 0;
            self.digits(&mut by);
            let by = by.min(9_999) as i32;
            exponent += if minus { -by } else { by };
        }
        let number = scaled(value as f64, exponent);
        Ok(if minus { -number } else { number })
    }

    /// A string.
    pub fn string(&mut self) -> Read<String> {
        self.take(b'"', "a string")?;
        let mut read = String::new();
        loop {
            let from = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | 0..0x20) {
                self.at += 1;
            }
            read.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(read);
                }
                b'\\' => {
                    self.at += 1;
                    read.push(self.escaped()?);
                }
                _ => return self.expected("the end of a string"),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let byte = self.byte();
        let c = match byte {
            b'"' | b'\\' | b'/' => byte.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unit_pair();
            }
            _ => return self.expected("an escape such as \\n"),
        };
        self.at += 1;
        Ok(c)
    }

    /// One UTF-16 unit or two that belong together, in hexadecimal.
    fn unit_pair(&mut self) -> Read<char> {
        let first = self.unit()?;
        let mut code = first;
        if (0xd800..0xdc00).contains(&first) && self.take_word("\\u") {
            let second = self.unit()?;
            code = match second {
                0xdc00..0xe000 => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => first,
            };
        }
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => self.expected("both halves of a character"),
        }
    }

    fn unit(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.byte()).to_digit(16) else {
                return self.expected("four hexadecimal digits");
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Passes over any value.
    pub fn skip(&mut self) -> Read<()> {
        let mut depth = 0usize;
        loop {
            match self.peek() {
                0 => return self.expected("a value"),
                b'"' => drop(self.string()?),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' if depth == 0 => return self.expected("a value"),
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                _ => {
                    // Whatever it is: the next round begins behind it.
                    self.at += 1;
                    while !matches!(
                        self.byte(),
                        0..=b' ' | b',' | b':' | b'"' | b'[' | b']' | b'{' | b'}'
                    ) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

/// `value · 10^exponent`.
fn scaled(mut value: f64, exponent: i32) -> f64 {
    let mut left = exponent.unsigned_abs();
    // Powers up to 10²² are exact, and so is one step with them.
    while left > 0 && value != 0.0 && value.is_finite() {
        let step = left.min(22);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        value = if exponent < 0 { value / power } else { value * power };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers() {
        for text in ["0", "-0.5", "3.25", "1e3", "12.5E-2", "5200", "2500000000"] {
            assert_eq!(Json::new(text).number().ok(), text.parse().ok(), "{text}");
        }
        assert_eq!(Json::new("4294967295").whole(), Ok(u32::MAX));
        for text in ["4294967296", "-1", "1.5", "1e3", "", "x", "99999999999999999999999"] {
            assert!(Json::new(text).whole().is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_skipped_has_an_end() {
        for text in ["[1\u{1}", "{\"a\": [0,\u{1f}2", "[\u{0}", "[1, [2", "x\u{7}", "[é\u{2}ü"] {
            let mut json = Json::new(text);
            assert!(json.skip().and_then(|()| json.end()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn errors_say_what_and_where() {
        let error = Json::new("  [1, x]").list(&mut |json| json.whole().map(drop)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a whole number below 4294967296 at byte 6 of the JSON"
        );
        for text in ["\"a", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\n\"", "a"] {
            assert!(Json::new(text).string().is_err(), "{text}");
        }
        assert_eq!(Json::new(r#""\ud83d\ude00\u00e9\/""#).string().as_deref(), Ok("😀é/"));
    }

    proptest! {
        #[test]
        fn strings_as_serde_reads_them(text in any::<String>()) {
            let json = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(Json::new(&json).string(), Ok(text));
        }

        #[test]
        fn numbers_to_the_last_digit_but_one(number in any::<f64>()) {
            if number.is_normal() {
                let json = serde_json::to_string(&number).unwrap();
                let read = Json::new(&json).number().unwrap();
                prop_assert!((read / number - 1.0).abs() < 1e-14, "{} {}", read, number);
            }
        }

        #[test]
        fn any_text_is_skipped_or_refused(text in r#"[\[\]{}",:0a\\ un]{0,20}|\PC{0,20}"#) {
            let mut json = Json::new(&text);
            let fine = json.skip().and_then(|()| json.end()).is_ok();
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                prop_assert!(fine, "{}", text);
            }
        }
    }
}
