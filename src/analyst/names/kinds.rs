//! Kinds that the words of a name, or right beside it, say outright: "… Authority" is a body,
//! "HMS …" a ship, and the "Carrick" of Carrick City is no person.

use super::document::ByHash;
use super::gazetteer::{DEMONYMS, FIRST_NAMES, Hits};
use super::words::{DATE, TITLE, lists_of};
use super::{Kind, Name};
use crate::analyst::text::{Case, Class, Text};
use std::ops::Range;

/// Last words of names that nothing but a body has.
const BODIES: &str = " authority council trust agency association committee commission ministry \
federation society institute foundation union police airlines airways railways ferries bureau \
constabulary fc wanderers rovers athletic albion ";

/// Last words of clubs that are called after their town.
const CLUBS: &str = " city town united fc wanderers rovers athletic albion county ";

/// What stands before a ship's name, in capitals.
const PREFIXES: &str = " mv hms uss rms hmas hmcs ";

/// Nouns right before a ship's name.
const VESSELS: &str = " ship ferry vessel tanker freighter trawler yacht lifeboat frigate \
destroyer submarine warship steamer icebreaker catamaran schooner liner ";

/// Nouns right behind a name that make it no person's.
const CRAFT: &str = " satellite spacecraft probe telescope tanker trawler frigate destroyer \
submarine ferry rocket rover lander ";

/// The most words of a ship's name that the model has not found.
const LONGEST: usize = 3;

/// Puts right what the words say against the model.
pub(super) fn settle(text: &Text, hits: &[Hits], names: &mut [Name]) {
    for name in names.iter_mut() {
        let Range { start, end } = name.tokens;
        if end - start > 1 && text.is_in(end - 1, BODIES) {
            name.kind = Kind::Organization;
        }
        if name.kind == Kind::Person && text.is_in(end, CRAFT) {
            name.kind = Kind::Thing;
        }
    }
    towns(text, hits, names);
}

/// A single word, called a person, with which the name of a body begins and no person's: the
/// town, or the club for short.
fn towns(text: &Text, hits: &[Hits], names: &mut [Name]) {
    // Where the body's name ends; 0 for what a person is called.
    let mut longer: ByHash<u32> = ByHash::default();
    for person in [false, true] {
        for name in names.iter() {
            if name.tokens.len() < 2 || (name.kind == Kind::Person) != person {
                continue;
            }
            let end = if person { name.tokens.end } else { name.tokens.start + 1 };
            for at in name.tokens.start..end {
                let value = if person { 0 } else { name.tokens.end as u32 };
                longer.insert(text.tokens[at].hash, value);
            }
        }
    }
    for name in names.iter_mut() {
        let (first, hash) = (name.tokens.start, text.tokens[name.tokens.start].hash);
        let lone = name.kind == Kind::Person && name.tokens.len() == 1;
        let end = longer.get(&hash).map_or(0, |end| *end as usize);
        if lone && end > 0 && !hits[first].alone(FIRST_NAMES) {
            let club = text.is_in(end - 1, CLUBS);
            name.kind = if club { Kind::Organization } else { Kind::Place };
        }
    }
}

/// Ships, by what stands before their names.
pub(super) fn ships(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
    let mut old = std::mem::take(names).into_iter().peekable();
    let mut next = 1;
    for at in 0..text.tokens.len() {
        let prefix = is_prefix(text, at);
        let noun = !text.tokens[at].is_capital() && text.is_in(at, VESSELS);
        if !(prefix || noun) || at + 1 < next {
            continue;
        }
        let first = at + 1 + usize::from(noun && is_prefix(text, at + 1));
        let mut end = first;
        while end < first + LONGEST && spells(text, hits, end) {
            end += 1;
        }
        if end > first {
            let start = if prefix { at } else { at + 1 };
            // The longer name wins: "Ocean" alone was a place.
            while let Some(name) = old.next_if(|name| name.tokens.end <= start) {
                names.push(name);
            }
            while old.next_if(|name| name.tokens.start < end).is_some() {}
            names.push(Name { tokens: start..end, kind: Kind::Thing });
            next = end + 1;
        }
    }
    names.extend(old);
}

/// Whether the token is what stands before ships' names.
pub(in crate::analyst) fn is_prefix(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.case == Case::Upper) && text.is_in(at, PREFIXES)
}

/// Whether the token can be a word of a ship's name: "the ship Monday" and "the ferry Captain
/// Smith" name none.
fn spells(text: &Text, hits: &[Hits], at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    token.class == Class::Word
        && token.is_capital()
        && token.lines == 0
        && lists_of(token.hash) & (DATE | TITLE) == 0
        && !hits[at].any(DEMONYMS)
}
