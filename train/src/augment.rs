//! More of the same: other people's names, other quotation marks, other capitals.

use crate::data::Record;
use dateline::analyst::names::Kind;
use dateline::analyst::text::{Case, Text};
use std::collections::HashMap;

/// A small generator of pseudo-random numbers: the same seed gives the same weights.
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// True in so many of 100 cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// Puts a slice in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// Names to put in.
pub struct People {
    /// Given names.
    pub first: Vec<String>,
    /// Family names.
    pub last: Vec<String>,
}

/// Replaces stretches of a record (in scalars, in order) and moves its names along.
fn edited(record: &Record, edits: &[(usize, usize, String)]) -> Record {
    let chars: Vec<char> = record.text.chars().collect();
    let mut text = String::with_capacity(record.text.len() + 64);
    let mut moves: Vec<(usize, isize)> = Vec::new();
    let (mut at, mut shift) = (0, 0isize);
    for (start, end, with) in edits {
        text.extend(&chars[at..*start]);
        text.push_str(with);
        shift += with.chars().count() as isize - (end - start) as isize;
        moves.push((*end, shift));
        at = *end;
    }
    text.extend(&chars[at..]);
    let moved = |place: usize| {
        let after = moves.partition_point(|&(end, _)| end <= place);
        let by = if after == 0 { 0 } else { moves[after - 1].1 };
        (place as isize + by).max(0) as usize
    };
    let names = record.names.iter().map(|&(s, e, kind)| (moved(s), moved(e), kind)).collect();
    Record { id: record.id.clone(), text, names }
}

/// The title right before a name, where the name can do without it.
fn title_before(text: &Text, name: usize) -> Option<usize> {
    let before = name.checked_sub(1)?;
    let alone = before == 0 || !text.tokens[before - 1].is_capital();
    let title = text.is_in(before, " mr mr. mrs mrs. ms ms. dr dr. president senator ");
    (title && alone && text.tokens[before].lines == 0 && text.tokens[name].lines == 0)
        .then_some(before)
}

/// The record with most people renamed, each the same way throughout.
pub fn renamed(record: &Record, people: &People, random: &mut Random) -> Record {
    let text = Text::read(&record.text);
    let mut chosen: HashMap<String, Option<String>> = HashMap::new();
    let mut edits = Vec::new();
    for name in crate::data::names(&text, &record.names) {
        if name.kind != Kind::Person {
            continue;
        }
        // "Mr. Hariri said", "Hariri said": newspapers differ
        if let Some(title) = title_before(&text, name.tokens.start).filter(|_| random.chance(50)) {
            let (first, next) = (&text.tokens[title], &text.tokens[title + 1]);
            edits.push((first.at as usize, next.at as usize, String::new()));
        }
        for at in name.tokens.clone() {
            let token = &text.tokens[at];
            if token.case != Case::Title || token.scalars < 3 || text.word(at).ends_with('.') {
                continue;
            }
            let given = at == name.tokens.start && name.tokens.len() > 1;
            let pool = if given { &people.first } else { &people.last };
            let new = chosen.entry(text.word(at).to_lowercase()).or_insert_with(|| {
                random.chance(75).then(|| pool[random.below(pool.len())].clone())
            });
            if let Some(new) = new {
                let (start, scalars) = (token.at as usize, token.scalars as usize);
                edits.push((start, start + scalars, new.clone()));
            }
        }
    }
    edits.sort();
    edited(record, &edits)
}

/// The record with typographic marks and British titles.
pub fn curly(record: &Record) -> Record {
    let chars: Vec<char> = record.text.chars().collect();
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut open = true;
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '"' => {
                edits.push((at, at + 1, if open { "“" } else { "”" }.into()));
                open = !open;
            }
            '\'' => edits.push((at, at + 1, "’".into())),
            '.' if at >= 2 => {
                let word: String = chars[at.saturating_sub(3)..at].iter().collect();
                if ["Mr", "Mrs", "Ms", "Dr"].iter().any(|title| word.trim_start() == *title) {
                    edits.push((at, at + 1, String::new()));
                }
            }
            _ => {}
        }
    }
    edited(record, &edits)
}

/// The record as a headline: in capitals, or with a capital on every longer word.
pub fn headline(record: &Record, shouted: bool) -> Record {
    let mut start = true;
    let chars: Vec<char> = record.text.chars().collect();
    let mut text = String::with_capacity(record.text.len());
    for (at, &c) in chars.iter().enumerate() {
        let mut upper = c.to_uppercase();
        let one = upper.next().filter(|_| upper.next().is_none()).unwrap_or(c);
        let long = chars[at..].iter().take_while(|c| c.is_alphabetic()).count() > 3;
        text.push(if shouted || (start && long) { one } else { c });
        start = c.is_whitespace();
    }
    Record { id: record.id.clone(), text, names: record.names.clone() }
}
