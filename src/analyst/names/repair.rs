//! Small repairs of single names: titles leave, fused names part.

use super::gazetteer::{BIG_CITIES, COUNTRIES, Hits, ORGANISATIONS};
use super::words::{self, lists_of};
use super::{Kind, Name};
use crate::analyst::text::Text;
use std::ops::Range;

/// Titles that are never a part of the name itself; "Pope", "Prince" and "Sheikh" can be.
const TITLES: &str = " mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president minister \
premier chancellor secretary senator sen. rep. congressman congresswoman governor gov. mayor judge \
justice general gen gen. lieutenant lt lt. colonel col. maj. captain capt. sergeant sgt. admiral \
adm. commander brig. brigadier ayatollah ambassador spokesman spokeswoman director chairman \
chairwoman ceo coach pm mp ";

/// Titles that nothing but a person has: no company, place or club is called so.
const OF_PEOPLE: &str = " mr mr. mrs mrs. ms ms. dr dr. sen. rep. gov. lt. gen. col. sgt. capt. \
ayatollah senator congressman congresswoman ";

/// Repairs all names of a text.
pub fn repair(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
    let mut repaired = Vec::with_capacity(names.len());
    for mut name in names.drain(..) {
        if text.is_in(name.tokens.start, OF_PEOPLE) && name.tokens.len() > 1 {
            name.kind = Kind::Person;
        }
        untitle(text, &mut name);
        let free = repaired.last().map_or(0, |before: &Name| before.tokens.end);
        if is_force(text, &name, free) {
            name =
                Name { tokens: name.tokens.start - 2..name.tokens.end, kind: Kind::Organization };
        }
        // the US of "US$40 billion"
        let end = name.tokens.end;
        if matches!(text.word(end), "$" | "£" | "€") && !text.spaced(end) {
            continue;
        }
        if is_listed(text, hits, &name) {
            name.kind = Kind::Organization;
        }
        // "LIVERPOOL, 14 March — ": where it was written; an agency stands in brackets
        if text.dateline(name.tokens.start) > 0 {
            name.kind = Kind::Place;
        }
        match parted(text, hits, &name) {
            Some((first, second)) => repaired.extend([first, second]),
            None => repaired.push(name),
        }
    }
    *names = repaired;
}

/// Whether it is the end of a force's name: "Task Force Iraq".
fn is_force(text: &Text, name: &Name, free: usize) -> bool {
    let start = name.tokens.start;
    start >= free + 2 && text.word(start - 2) == "Task" && text.word(start - 1) == "Force"
}

/// Whether the name as a whole is a listed organisation: a list of long names is surer than a
/// context such as "between Boeing and Lockheed Martin". Houses and streets stand for both.
fn is_listed(text: &Text, hits: &[Hits], name: &Name) -> bool {
    let Range { start, end } = name.tokens;
    let within = |at: usize| hits.get(at).is_some_and(|hit| hit.within(ORGANISATIONS));
    end - start > 1
        && (start..end).all(within)
        && !within(end)
        && (start == 0 || !within(start - 1))
        && !text.is_in(end - 1, " house street hill gate university college ")
}

/// Cuts titles from the beginning of a person's name.
fn untitle(text: &Text, name: &mut Name) {
    if name.kind != Kind::Person {
        return;
    }
    let Range { start, end } = name.tokens;
    let last = (start..end.min(start + 4)).rev().find(|&at| text.is_in(at, TITLES));
    if let Some(last) = last.filter(|&last| last + 1 < end) {
        name.tokens.start = last + 1;
    }
}

/// The two names that one was made of, if it was.
fn parted(text: &Text, hits: &[Hits], name: &Name) -> Option<(Name, Name)> {
    let Range { start, end } = name.tokens;
    if name.kind == Kind::Person || end - start < 3 {
        return None;
    }
    for at in start + 1..end - 1 {
        let word = text.word(at);
        // "Saudi Arabia's Civil Defense Authority", not "Moody's Investors Service"
        if matches!(word, "'s" | "’s") {
            let place = hits[start..at].iter().all(|h| h.any(COUNTRIES) || h.any(BIG_CITIES));
            let body = has_head(text, start..at);
            if place || body {
                let kind = if place { Kind::Place } else { name.kind };
                let first = Name { tokens: start..at, kind };
                return Some((first, Name { tokens: at + 1..end, kind: name.kind }));
            }
        }
        // "University of California and Columbia University"
        if text.is(at, "and") && has_head(text, end - 1..end) {
            let head = text.tokens[end - 1].hash;
            if text.tokens[start..at].iter().any(|token| token.hash == head) {
                let first = Name { tokens: start..at, kind: name.kind };
                return Some((first, Name { tokens: at + 1..end, kind: name.kind }));
            }
        }
    }
    None
}

fn has_head(text: &Text, tokens: Range<usize>) -> bool {
    text.tokens[tokens].iter().any(|token| lists_of(token.hash) & words::ORG_HEAD != 0)
}
