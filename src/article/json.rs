//! A small reader of JSON, for the article in the page.
//!
//! It goes through the text once and hands out what is asked for. The derived reading of
//! serde is a fifth of the reader's program; this is a fiftieth.

mod number;

pub use number::number;

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

#[cfg(test)]
mod tests;
