//! From text to tokens: words, numbers and marks, in one pass.

use super::lexicon::{Entry, Lexicon};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits, with their commas and decimals.
    Number,
    /// Anything else that is not white space; ASCII-like: dashes are `-`, quotes `'` and `"`.
    Mark(u8),
    /// A blank line: a sentence never crosses it.
    Break,
}

/// A token of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Offsets in scalars.
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
    /// Whether white space stands before it.
    pub space: bool,
    /// Whether the first letter is a capital.
    pub cap: bool,
    /// Whether there is no lower-case letter in it.
    pub upper: bool,
    /// A word that ends in "ed" or "ing".
    pub ed: bool,
    pub ing: bool,
    /// A lower-case word that ends in "s".
    pub plural: bool,
    /// What the lexicon says.
    pub word: Entry,
    /// Thousandths of the number, if it is not too large.
    pub number: i64,
    /// Digits before the decimal point; 0 where commas or decimals are written.
    pub digits: u8,
}

impl Token {
    /// Whether it is in one of these classes.
    pub fn is(&self, class: u32) -> bool {
        self.word.class & class != 0
    }

    /// Whether it is this mark.
    pub fn mark(&self, mark: u8) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The number, where it is whole and written with digits alone.
    pub fn whole(&self) -> Option<i64> {
        (self.digits > 0).then_some(self.number / 1000)
    }
}

/// Reads the tokens of a text.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: 0, char: 0, space: true };
    while let Some(token) = lexer.next(lexicon) {
        found.push(token);
    }
    found
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    char: u32,
    space: bool,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn next(&mut self, lexicon: &Lexicon) -> Option<Token> {
        let mut lines = 0;
        let begun = (self.at, self.char);
        loop {
            match self.bytes.get(self.at)? {
                b'\n' => lines += 1,
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {}
                byte if byte.is_ascii() => break,
                _ => {
                    let c = self.text[self.at..].chars().next()?;
                    if !c.is_whitespace() {
                        break;
                    }
                    self.at += c.len_utf8() - 1;
                }
            }
            self.at += 1;
            self.char += 1;
            self.space = true;
        }
        if lines > 1 {
            return Some(self.token(begun, Kind::Break));
        }
        let start = (self.at, self.char);
        let first = self.bytes[self.at];
        Some(if first.is_ascii_digit() {
            self.number(start)
        } else if first.is_ascii_alphabetic() || first >= 0x80 {
            self.word(start, lexicon)
        } else {
            self.at += 1;
            self.char += 1;
            self.token(start, Kind::Mark(if first == b'`' { b'\'' } else { first }))
        })
    }

    fn token(&mut self, (_, start): (usize, u32), kind: Kind) -> Token {
        Token {
            start,
            end: self.char,
            kind,
            space: std::mem::take(&mut self.space) || kind == Kind::Break,
            cap: false,
            upper: false,
            ed: false,
            ing: false,
            plural: false,
            word: Entry::default(),
            number: 0,
            digits: 0,
        }
    }

    fn number(&mut self, start: (usize, u32)) -> Token {
        let (mut value, mut digits, mut commas) = (0_i64, 0_u8, false);
        loop {
            let byte = self.peek(0);
            let group = byte == b','
                && (1..=3).all(|ahead| self.peek(ahead).is_ascii_digit())
                && !self.peek(4).is_ascii_digit()
                && (commas || digits <= 3);
            if byte.is_ascii_digit() {
                value = value.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
                digits = digits.saturating_add(1);
            } else if group {
                commas = true;
            } else {
                break;
            }
            self.at += 1;
            self.char += 1;
        }
        let mut thousandths = value.saturating_mul(1000);
        let mut decimals = false;
        if self.peek(0) == b'.' && self.peek(1).is_ascii_digit() {
            decimals = true;
            let mut place = 100;
            self.at += 1;
            self.char += 1;
            while self.peek(0).is_ascii_digit() {
                thousandths = thousandths.saturating_add(place * i64::from(self.peek(0) - b'0'));
                place /= 10;
                self.at += 1;
                self.char += 1;
            }
        }
        let mut token = self.token(start, Kind::Number);
        token.number = thousandths;
        token.digits = if commas || decimals { 0 } else { digits };
        token
    }

    fn word(&mut self, start: (usize, u32), lexicon: &Lexicon) -> Token {
        let first = self.bytes[self.at];
        let mut key = super::lexicon::hash(b"");
        let (mut cap, mut lower) = (first.is_ascii_uppercase(), false);
        let mut letters = 0;
        loop {
            let byte = self.peek(0);
            if byte.is_ascii_alphabetic() {
                key = step(key, byte);
                lower |= byte.is_ascii_lowercase();
                self.at += 1;
            } else if key == O && self.text[self.at..].starts_with("\u{2019}c") {
                key = step(key, b'\''); // o’clock
                self.at += '\u{2019}'.len_utf8();
            } else if byte >= 0x80 {
                let Some(c) = self.text[self.at..].chars().next() else { break };
                if letters == 0 && !c.is_alphabetic() {
                    self.at += c.len_utf8();
                    self.char += 1;
                    return self.token(start, Kind::Mark(plain(c)));
                }
                if !c.is_alphabetic() {
                    break;
                }
                cap |= letters == 0 && c.is_uppercase();
                lower |= c.is_lowercase();
                for byte in &self.bytes[self.at..self.at + c.len_utf8()] {
                    key = step(key, *byte);
                }
                self.at += c.len_utf8();
            } else if byte == b'\'' && key == O && self.peek(1).eq_ignore_ascii_case(&b'c') {
                key = step(key, byte); // o'clock
                self.at += 1;
            } else {
                break;
            }
            letters += 1;
            self.char += 1;
        }
        let word = &self.bytes[start.0..self.at];
        let ends = |end: &[u8]| word.len() > end.len() + 2 && word.ends_with(end);
        let (ed, ing) = (ends(b"ed"), ends(b"ing"));
        let mut token = self.token(start, Kind::Word);
        token.cap = cap;
        token.upper = cap && !lower && letters > 1;
        token.ed = ed;
        token.ing = ing;
        token.plural = !cap && ends(b"s");
        token.word = lexicon.look_up(key);
        token
    }
}

/// The hash of the word "o".
const O: u64 = step(0xcbf2_9ce4_8422_2325, b'o');

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte.to_ascii_lowercase() as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// A mark beyond ASCII as the ASCII mark that means the same; 0 if there is none.
fn plain(c: char) -> u8 {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => b'\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => b'"',
        '\u{2026}' => b'.',
        '\u{a3}' | '\u{20ac}' | '\u{a5}' => b'$',
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Token> {
        let mut lexicon = Lexicon::new();
        lexicon.intern("o'clock");
        lexicon.close();
        tokens(text, &lexicon)
    }

    #[test]
    fn offsets_are_scalars() {
        let text = "“Él”, 1,200.5 – at 8 o'clock\n\n\nJan. 3";
        let chars: Vec<char> = text.chars().collect();
        let shown: Vec<String> = read(text)
            .iter()
            .filter(|token| token.kind != Kind::Break)
            .map(|token| chars[token.start as usize..token.end as usize].iter().collect())
            .collect();
        assert_eq!(
            shown,
            ["“", "Él", "”", ",", "1,200.5", "–", "at", "8", "o'clock", "Jan", ".", "3"]
        );
    }

    #[test]
    fn numbers_know_how_they_are_written() {
        let found = read("1998 1,998 3.25 12,34 99999999999999999999999");
        let shown: Vec<(i64, u8)> = found.iter().map(|t| (t.number, t.digits)).collect();
        assert_eq!(shown[..3], [(1_998_000, 4), (1_998_000, 0), (3_250, 0)]);
        assert_eq!(found[3].whole(), Some(12), "a comma before two digits groups nothing");
    }

    #[test]
    fn a_word_is_known_in_any_case() {
        let found = read("MAY May sept");
        assert!(found.iter().all(|token| token.is(super::super::lexicon::class::MONTH)));
        assert!(found[0].upper && !found[1].upper && found[1].cap && !found[2].cap);
    }
}
