//! What the whole document says about each word: the first of the evidence that one sentence
//! alone does not have.

use super::gazetteer::{FIRST_NAMES, Hits};
use super::words::{self, lists_of};
use crate::analyst::text::{Case, Text};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Occurs in lower case.
pub const LOWER: u32 = 1;
/// Occurs with a capital inside a sentence.
pub const CAPITAL: u32 = 1 << 1;
/// Occurs behind a title.
pub const TITLED: u32 = 1 << 2;
/// Occurs beside a verb of speech.
pub const SPEAKS: u32 = 1 << 3;
/// Occurs behind a given name.
pub const SURNAME: u32 = 1 << 4;
/// Occurs behind "in", "at", "near".
pub const LOCATED: u32 = 1 << 5;
/// Occurs before the head word of an organisation.
pub const ORG_PART: u32 = 1 << 6;
/// Occurs in brackets behind a name: "(PMF)".
pub const ACRONYM: u32 = 1 << 7;
/// Occurs behind "the" with a capital.
pub const ARTICLE: u32 = 1 << 8;
/// Occurs with a possessive ’s.
pub const OWNER: u32 = 1 << 9;
/// Occurs in a run of capitalised words.
pub const IN_RUN: u32 = 1 << 10;
/// Occurs with a capital all by itself.
pub const ALONE: u32 = 1 << 11;
/// Number of the flags above.
pub const FLAGS: u32 = 12;

/// A hasher for keys that are hashes already.
#[derive(Default)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map whose keys are hashes already.
pub type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// For each word of the document, how it occurs.
pub fn flags(text: &Text, hits: &[Hits], lists: &[u32]) -> ByHash<u32> {
    let mut flags: ByHash<u32> = ByHash::default();
    for sentence in &text.sentences {
        // in a line of capitals the case says nothing
        let shouted = is_shouted(text, sentence.clone());
        for at in sentence.clone() {
            let token = &text.tokens[at];
            if !token.is_word() {
                continue;
            }
            if token.case == Case::Lower {
                *flags.entry(token.hash).or_default() |= LOWER;
                continue;
            }
            if !token.is_capital() || shouted {
                continue;
            }
            let first = at == sentence.start
                || !text.tokens[at - 1].is_word() && { at - 1 == sentence.start };
            let before = if at > sentence.start { Some(at - 1) } else { None };
            let after = if at + 1 < sentence.end { Some(at + 1) } else { None };
            let list = |place: Option<usize>| place.map_or(0, |i| lists[i]);
            let capital = |place: Option<usize>| place.is_some_and(|i| text.tokens[i].is_capital());
            let mut seen = 0;
            let mut note = |flag, when| seen |= if when { flag } else { 0 };
            note(CAPITAL, !first);
            note(TITLED, list(before) & words::TITLE != 0 && capital(before));
            note(SPEAKS, (list(after) | list(before)) & words::SPEECH != 0);
            note(SURNAME, before.is_some_and(|i| hits[i].alone(FIRST_NAMES)) && capital(before));
            note(LOCATED, list(before) & words::IN != 0);
            note(ORG_PART, list(after) & words::ORG_HEAD != 0 && capital(after));
            let bracketed = before.is_some_and(|i| text.word(i) == "(")
                && after.is_some_and(|i| text.word(i) == ")")
                && at > sentence.start + 1
                && text.tokens[at - 2].is_word();
            note(ACRONYM, bracketed && token.case == Case::Upper);
            note(ARTICLE, before.is_some_and(|i| text.is(i, "the")));
            note(OWNER, after.is_some_and(|i| matches!(text.word(i), "'s" | "’s")));
            let in_run = capital(before) || capital(after);
            note(IN_RUN, in_run);
            note(ALONE, !in_run && !first);
            *flags.entry(token.hash).or_default() |= seen;
        }
    }
    flags
}

/// Whether nearly all words of a sentence are in capitals.
pub fn is_shouted(text: &Text, sentence: std::ops::Range<usize>) -> bool {
    let (mut upper, mut words) = (0, 0);
    for token in &text.tokens[sentence] {
        words += u32::from(token.is_word() && token.scalars > 1);
        upper += u32::from(token.case == Case::Upper);
    }
    words >= 3 && upper * 10 >= words * 8
}

/// The word lists of every token.
pub fn word_lists(text: &Text) -> Vec<u32> {
    let known = |hash| lists_of(hash);
    text.tokens.iter().map(|t| if t.is_word() { known(t.hash) } else { 0 }).collect()
}
