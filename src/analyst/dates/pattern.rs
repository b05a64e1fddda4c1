//! The small language that the rules are written in, and how it is matched.
//!
//! A pattern is a row of parts. `word` is that word, in any case; `a|b` is one of several;
//! `<month>` is one of the elements of [`super::element`]; `part?` may be missing; `~part`
//! has no white space before it. Marks and numbers stand for themselves: `,` `-` `.` `(`.

use super::element::{self, Element};
use super::lexicon::Lexicon;
use super::rules::Found;
use super::spec::{Amount, Clock, Spec};
use super::token::{Kind, Token};
use super::unit::{Modifier, Part, Season, Unit};
use crate::analyst::effort;
use std::cell::RefCell;

/// What the elements of a pattern stood for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Caps {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    pub unit: Option<Unit>,
    pub amount: Option<Amount>,
    pub ordinal: Option<u8>,
    pub season: Option<Season>,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
    pub holiday: Option<u8>,
    pub edge: Option<Modifier>,
    pub fuzz: Option<Modifier>,
    pub decade: Option<i32>,
    pub date: Option<Spec>,
    pub every: Option<Unit>,
    pub times: Option<u8>,
}

#[derive(Clone, Copy, Debug)]
enum Test {
    Word(u16),
    Mark(u8),
    Number(i64),
    Element(Element),
}

#[derive(Clone, Debug)]
struct Piece {
    tests: Vec<Test>,
    optional: bool,
    glued: bool,
}

/// A pattern, ready to be matched.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<Piece>);

/// What a pattern looks at: the tokens, and how deep dates within dates may still go.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub grammar: &'a super::rules::Grammar,
    pub tokens: &'a [Token],
    pub depth: u8,
    pub memo: &'a RefCell<Memo>,
}

/// Dates within dates that were looked for lately: each place is tried once for each depth,
/// however many rules ask.
#[derive(Debug)]
pub(super) struct Memo([Option<(usize, Option<Found>)>; 128]);

impl Default for Memo {
    fn default() -> Self {
        Self([None; 128])
    }
}

impl Memo {
    fn slot(at: usize, depth: u8) -> usize {
        (at * 4 + usize::from(depth)) % 128
    }

    /// What was found there; none if it was not looked for.
    pub fn get(&self, at: usize, depth: u8) -> Option<Option<Found>> {
        self.0[Self::slot(at, depth)].filter(|(known, _)| *known == at).map(|(_, found)| found)
    }

    /// Keeps what was found.
    pub fn put(&mut self, at: usize, depth: u8, found: Option<Found>) {
        self.0[Self::slot(at, depth)] = Some((at, found));
    }
}

/// What may begin a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// This word.
    Word(u16),
    /// A word of these classes.
    Class(u32),
    /// A number.
    Number,
    /// This mark.
    Mark(u8),
}

impl Pattern {
    /// Reads a pattern; its words come into the lexicon.
    ///
    /// # Panics
    /// When an element is unknown: a mistake in a rule, found by any test that runs.
    pub fn read(text: &'static str, lexicon: &mut Lexicon) -> Self {
        Self(text.split_whitespace().map(|piece| Piece::read(piece, lexicon)).collect())
    }

    /// What its first tokens can be.
    pub fn first(&self) -> Vec<First> {
        let mut found = Vec::new();
        for piece in &self.0 {
            for test in &piece.tests {
                match test {
                    Test::Word(id) => found.push(First::Word(*id)),
                    Test::Mark(mark) => found.push(First::Mark(*mark)),
                    Test::Number(_) => found.push(First::Number),
                    Test::Element(element) => found.extend(element.first()),
                }
            }
            if !piece.optional {
                break;
            }
        }
        found
    }

    /// Where the pattern ends that begins at `at`.
    pub fn matches(&self, input: Input<'_>, at: usize, caps: &mut Caps) -> Option<usize> {
        matches(&self.0, input, at, at, caps)
    }
}

fn matches(
    pieces: &[Piece],
    input: Input<'_>,
    begin: usize,
    at: usize,
    caps: &mut Caps,
) -> Option<usize> {
    effort::step();
    let Some((piece, rest)) = pieces.split_first() else { return Some(at) };
    let glue = !piece.glued || at == begin || input.tokens.get(at).is_some_and(|t| !t.space);
    if glue {
        for test in &piece.tests {
            let mut taken = *caps;
            let Some(next) = test.matches(input, at, &mut taken) else { continue };
            if let Some(end) = matches(rest, input, begin, next, &mut taken) {
                *caps = taken;
                return Some(end);
            }
        }
    }
    if piece.optional { matches(rest, input, begin, at, caps) } else { None }
}

impl Piece {
    fn read(text: &'static str, lexicon: &mut Lexicon) -> Self {
        let (text, optional) = match text.strip_suffix('?') {
            Some(rest) if !rest.is_empty() => (rest, true),
            _ => (text, false),
        };
        let (text, glued) = match text.strip_prefix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let tests = text.split('|').map(|test| match test.as_bytes() {
            [b'<', name @ .., b'>'] => {
                let name = std::str::from_utf8(name).unwrap_or_default();
                Test::Element(Element::named(name).unwrap_or_else(|| panic!("no <{name}>")))
            }
            [mark] if !mark.is_ascii_alphanumeric() => Test::Mark(*mark),
            _ => match test.parse() {
                Ok(number) => Test::Number(number),
                Err(_) => Test::Word(lexicon.intern(test)),
            },
        });
        Self { tests: tests.collect(), optional, glued }
    }
}

impl Test {
    fn matches(self, input: Input<'_>, at: usize, caps: &mut Caps) -> Option<usize> {
        let token = input.tokens.get(at)?;
        match self {
            Self::Word(id) => (token.kind == Kind::Word && token.word.id == id).then_some(at + 1),
            Self::Number(number) => (token.whole() == Some(number)).then_some(at + 1),
            Self::Mark(mark) => token.mark(mark).then_some(at + 1),
            Self::Element(element) => element::matches(element, input, at, caps),
        }
    }
}
