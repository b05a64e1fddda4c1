//! Kinds that the words of a name, or right beside it, say outright: "… Authority" is a body,
//! "HMS …" a ship, and the "Carrick" of Carrick City is no person.

use super::consistent::phrase;
use super::document::ByHash;
use super::gazetteer::{DEMONYMS, FIRST_NAMES, Hits};
use super::words::{DATE, TITLE, lists_of};
use super::{Kind, Name};
use crate::analyst::text::{Case, Class, Text};
use crate::article::order::sort_by;
use std::ops::Range;

/// Last words of names that nothing but a body has.
const BODIES: &str = " authority council trust agency association committee commission ministry \
federation society institute foundation union police airlines airways railways ferries bureau \
constabulary fc wanderers rovers athletic albion ";

/// Last words of clubs that are called after their town.
const CLUBS: &str = " city town united fc wanderers rovers athletic albion county ";

/// What stands before a ship's name, in capitals.
const PREFIXES: &str = " mv hms uss rms hmas hmcs hmnzs usns uscgc rrs rnlb ";

/// Nouns right before a ship's name.
const VESSELS: &str = " ship ferry vessel tanker freighter trawler yacht lifeboat frigate \
destroyer submarine warship steamer icebreaker catamaran schooner liner ";

/// Nouns right behind a name that make it no person's.
const CRAFT: &str = " satellite spacecraft probe telescope tanker trawler frigate destroyer \
submarine ferry rocket rover lander ";

/// The most words of a ship's name that the model has not found.
const LONGEST: usize = 3;

/// Puts right what the words say against the model.
pub(super) fn settle(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
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
    ships(text, hits, names);
}

/// A single word, called a person, with which the name of a body begins and no person's: the
/// town, or the club for short.
fn towns(text: &Text, hits: &[Hits], names: &mut [Name]) {
    // Where the body's name ends; 0 for what a person is called.
    let mut longer: ByHash<u32> = ByHash::default();
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        let first = text.tokens[name.tokens.start].hash;
        if name.kind != Kind::Person {
            longer.entry(first).or_insert(name.tokens.end as u32);
            continue;
        }
        for at in name.tokens.clone() {
            longer.insert(text.tokens[at].hash, 0);
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

/// Ships, by what stands before their names; then the same names elsewhere.
fn ships(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    let mut taken = vec![false; text.tokens.len()];
    let mut known: ByHash<u32> = ByHash::default();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at + 1 < sentence.end {
            let prefix = is_prefix(text, at);
            let noun = !text.tokens[at].is_capital() && text.is_in(at, VESSELS);
            if !(prefix || noun) {
                at += 1;
                continue;
            }
            let first = at + 1 + usize::from(noun && is_prefix(text, at + 1));
            let limit = sentence.end.min(first + LONGEST);
            let end = (first..limit).find(|&i| !spells(text, hits, i)).unwrap_or(limit);
            if end > first {
                let tokens = if prefix { at } else { at + 1 }..end;
                taken[tokens.clone()].fill(true);
                known.insert(phrase(text, first..end), 0);
                found.push(Name { tokens, kind: Kind::Thing });
            }
            at = end.max(at + 1);
        }
    }
    if found.is_empty() {
        return;
    }
    // The longer name wins: "Ocean" alone was a place.
    names.retain(|name| !name.tokens.clone().any(|at| taken[at]));
    for name in names.iter_mut() {
        if known.contains_key(&phrase(text, name.tokens.clone())) {
            name.kind = Kind::Thing;
        }
    }
    for name in names.iter() {
        taken[name.tokens.clone()].fill(true);
    }
    for at in 0..text.tokens.len() {
        let free = |end: usize| {
            (at..end).all(|i| !taken[i] && spells(text, hits, i)) && !text.is_in(at, PREFIXES)
        };
        let last = (at + LONGEST).min(text.tokens.len());
        let end = (at + 1..=last)
            .rev()
            .find(|&end| known.contains_key(&phrase(text, at..end)) && free(end));
        if let Some(end) = end {
            taken[at..end].fill(true);
            found.push(Name { tokens: at..end, kind: Kind::Thing });
        }
    }
    names.extend(found);
    sort_by(names, |name| name.tokens.start as i64);
}

/// Whether the token is what stands before ships' names.
pub(in crate::analyst) fn is_prefix(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.case == Case::Upper) && text.is_in(at, PREFIXES)
}

/// Whether the token can be a word of a ship's name: "the ship Monday" and "the ferry Captain
/// Smith" name none.
fn spells(text: &Text, hits: &[Hits], at: usize) -> bool {
    let token = &text.tokens[at];
    token.class == Class::Word
        && token.is_capital()
        && token.lines == 0
        && lists_of(token.hash) & (DATE | TITLE) == 0
        && !hits[at].any(DEMONYMS)
}
