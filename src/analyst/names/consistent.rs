//! One document, one meaning: news names the same things over and over, and where the model
//! wavers, the clearer places decide.

use super::document::ByHash;
use super::gazetteer::{COMMON, COUNTRIES, FIRST_NAMES, Hits, LONGER};
use super::{Kind, Name};
use crate::analyst::text::{Text, mix};
use crate::article::order::sort_by;
use std::ops::Range;

/// Longer strings are not looked for again, in tokens.
const LONGEST: usize = 12;

/// What names can be by now: what the model tells apart, and ships.
const KINDS: [Kind; 4] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Thing];

/// What the document has tagged under one string.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// How often as each of [`KINDS`].
    counts: [u32; 4],
    /// The tokens' hashes.
    words: Vec<u64>,
}

impl Seen {
    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// The most frequent kind, and how often it was.
    fn most(&self) -> (Kind, u32) {
        let best = (0..4).max_by_key(|&i| (self.counts[i], 3 - i)).unwrap_or(0);
        (KINDS[best], self.counts[best])
    }
}

fn phrase(text: &Text, tokens: Range<usize>) -> u64 {
    text.tokens[tokens].iter().fold(0, |key, token| mix(key, token.hash))
}

fn number(kind: Kind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(0)
}

/// The strings that were tagged, by their hash.
fn table(text: &Text, names: &[Name]) -> ByHash<Seen> {
    let mut table: ByHash<Seen> = ByHash::default();
    for name in names {
        let seen = table.entry(phrase(text, name.tokens.clone())).or_default();
        seen.counts[number(name.kind)] += 1;
        if seen.words.is_empty() {
            seen.words = text.tokens[name.tokens.clone()].iter().map(|t| t.hash).collect();
        }
    }
    table
}

/// Makes the names of a document agree with each other.
pub fn agree(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
    part(text, hits, names);
    let seen = table(text, names);
    // family names of people whose full name looks like one
    let mut surnames: ByHash<u32> = ByHash::default();
    for name in names.iter().filter(|n| n.kind == Kind::Person && n.tokens.len() > 1) {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let likely = hits[first].alone(FIRST_NAMES) && !hits[last].alone(COMMON);
        if likely && text.tokens[last].scalars > 2 {
            *surnames.entry(text.tokens[last].hash).or_default() += 1;
        }
    }
    for name in names.iter_mut() {
        let Some(seen) = seen.get(&phrase(text, name.tokens.clone())) else { continue };
        let (kind, count) = seen.most();
        if name.kind != kind && count >= 2 * seen.counts[number(name.kind)] {
            name.kind = kind;
        }
        let first = name.tokens.start;
        let lone = name.tokens.len() == 1;
        let hash = text.tokens[first].hash;
        let country = hits[first].alone(COUNTRIES);
        if lone && !country && name.kind != Kind::Person {
            let is_surname = surnames.contains_key(&hash);
            // "Paris" is a city where a place is named, and a person where she acts
            let placed = first > 0 && text.is_in(first - 1, " in at near from to of ");
            if is_surname && !placed {
                name.kind = Kind::Person;
            }
        }
    }
    recall(text, names, &surnames);
}

/// Parts "Northrop Grumman and Airbus" where the document names each by itself.
fn part(text: &Text, hits: &[Hits], names: &mut Vec<Name>) {
    let known = table(text, names);
    let mut more = Vec::new();
    for name in names.iter_mut().filter(|name| (3..=LONGEST).contains(&name.tokens.len())) {
        let Range { start, end } = name.tokens;
        let Some(and) = (start + 1..end - 1).find(|&at| text.is(at, "and")) else { continue };
        // "Bosnia and Herzegovina" is in the lists
        let listed = hits[start..end].iter().all(|hit| hit.0 & LONGER != 0);
        let (first, second) = (phrase(text, start..and), phrase(text, and + 1..end));
        if let (false, Some(a), Some(b)) = (listed, known.get(&first), known.get(&second)) {
            (name.tokens, name.kind) = (start..and, a.most().0);
            more.push(Name { tokens: and + 1..end, kind: b.most().0 });
        }
    }
    names.extend(more);
    sort_by(names, |name| name.tokens.start as i64);
}

/// Tags what the model overlooked elsewhere in the document.
fn recall(text: &Text, names: &mut Vec<Name>, surnames: &ByHash<u32>) {
    let known = table(text, names);
    let mut by_first: ByHash<Vec<&Seen>> = ByHash::default();
    for seen in known.values().filter(|seen| seen.words.len() <= LONGEST) {
        if let Some(first) = seen.words.first() {
            by_first.entry(*first).or_default().push(seen);
        }
    }
    for list in by_first.values_mut() {
        // The longest first; then in an order that is always the same.
        sort_by(list, |seen| {
            let hash = seen.words.iter().fold(0, |key, word| mix(key, *word));
            (hash >> 8) as i64 - ((seen.words.len() as i64) << 56)
        });
        list.truncate(8);
    }
    let mut taken = vec![false; text.tokens.len()];
    for name in names.iter() {
        taken[name.tokens.clone()].iter_mut().for_each(|t| *t = true);
    }
    // how often a word stands by itself with a capital and was left alone
    let mut left: ByHash<u32> = ByHash::default();
    for (at, token) in text.tokens.iter().enumerate() {
        if token.is_capital() && !taken[at] {
            *left.entry(token.hash).or_default() += 1;
        }
    }
    let mut more = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let open = text.tokens[at].is_capital() && !taken[at];
            let found = open.then(|| find(text, sentence, at, &by_first, &taken, &left)).flatten();
            let found = found.or_else(|| {
                let hash = text.tokens[at].hash;
                let person = open
                    && alone(text, sentence, &(at..at + 1), &taken)
                    && surnames.contains_key(&hash);
                person.then(|| Name { tokens: at..at + 1, kind: Kind::Person })
            });
            match found {
                Some(name) => {
                    at = name.tokens.end;
                    more.push(name);
                }
                None => at += 1,
            }
        }
    }
    names.extend(more);
    sort_by(names, |name| name.tokens.start as i64);
}

/// A known string at this place, if it stands for itself here.
fn find(
    text: &Text,
    sentence: &Range<usize>,
    at: usize,
    by_first: &ByHash<Vec<&Seen>>,
    taken: &[bool],
    left: &ByHash<u32>,
) -> Option<Name> {
    let list = by_first.get(&text.tokens[at].hash)?;
    list.iter().find_map(|seen| {
        let end = at + seen.words.len();
        if end > sentence.end || taken[at..end].iter().any(|t| *t) {
            return None;
        }
        let same = text.tokens[at..end].iter().zip(&seen.words).all(|(t, w)| t.hash == *w);
        let (kind, _) = seen.most();
        let missed = left.get(&text.tokens[at].hash).copied().unwrap_or(0);
        let sure = seen.words.len() > 1 || seen.total() > missed;
        let tokens = at..end;
        (same && sure && alone(text, sentence, &tokens, taken)).then_some(Name { tokens, kind })
    })
}

/// Whether no other capitalised word stands directly before or behind, unless it is tagged.
fn alone(text: &Text, sentence: &Range<usize>, tokens: &Range<usize>, taken: &[bool]) -> bool {
    let joined = |at: usize| text.tokens[at].is_capital() && !taken[at];
    let before = tokens.start.checked_sub(1).filter(|&i| i >= sentence.start);
    // the sentence's first word has its capital anyway
    let before = before.filter(|&i| i > sentence.start && joined(i));
    let after = Some(tokens.end).filter(|&i| i < sentence.end && joined(i));
    before.is_none() && after.is_none()
}
