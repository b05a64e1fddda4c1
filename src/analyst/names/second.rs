//! The second look: what the first labels say about each word in the rest of the document.
//!
//! The scores of the first look stay; the second adds what a small set of features is worth,
//! learned from first labels made by models that had not seen the document. So it costs a
//! fraction of the first, in time and in bytes.

use super::document::{ByHash, is_shouted};
use super::features::FEATURE_BITS;
use super::label::kind_of;
use super::{Kind, Name};
use crate::analyst::text::{Text, hash_word, mix};
use std::ops::Range;

/// How often a word was labelled as what.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// As each of [`Kind::TAGGED`], and with a capital as none.
    kinds: [u16; 4],
    /// First of a longer person, last of one; in a longer organisation, in a longer place.
    parts: [u16; 4],
}

/// What the first look has labelled.
pub struct Memory<'a> {
    text: &'a Text<'a>,
    labels: &'a [u8],
    words: ByHash<Counts>,
    acronyms: ByHash<()>,
    part_of: Vec<u8>,
}

impl<'a> Memory<'a> {
    /// Remembers these labels.
    pub fn new(text: &'a Text<'a>, labels: &'a [u8], names: &[Name]) -> Self {
        let mut part_of = vec![0u8; labels.len()];
        let mut acronyms = ByHash::default();
        for name in names.iter().filter(|name| name.tokens.len() > 1) {
            let last = name.tokens.end - 1;
            for at in name.tokens.clone() {
                part_of[at] = match name.kind {
                    Kind::Person if at == name.tokens.start => 1,
                    Kind::Person if at == last => 2,
                    Kind::Organization => 3,
                    Kind::Place => 4,
                    _ => 0,
                };
            }
            if name.kind == Kind::Organization {
                let initials = initials(text, name.tokens.clone());
                if initials.len() > 1 {
                    acronyms.insert(hash_word(&initials), ());
                }
            }
        }
        let mut memory = Self { text, labels, words: ByHash::default(), acronyms, part_of };
        for at in 0..labels.len() {
            let token = &text.tokens[at];
            if token.is_capital() {
                let (kind, part) = memory.own(at);
                let counts = memory.words.entry(token.hash).or_default();
                counts.kinds[kind] = counts.kinds[kind].saturating_add(1);
                if let Some(part) = part {
                    counts.parts[part] = counts.parts[part].saturating_add(1);
                }
            }
        }
        memory
    }

    fn own(&self, at: usize) -> (usize, Option<usize>) {
        let kind = kind_of(self.labels[at]);
        let kind = kind.and_then(|kind| Kind::TAGGED.iter().position(|k| *k == kind)).unwrap_or(3);
        (kind, self.part_of[at].checked_sub(1).map(usize::from))
    }

    /// How the word is labelled in its other places.
    fn others(&self, at: usize) -> Counts {
        let token = &self.text.tokens[at];
        let mut counts = self.words.get(&token.hash).copied().unwrap_or_default();
        if token.is_capital() {
            let (kind, part) = self.own(at);
            counts.kinds[kind] = counts.kinds[kind].saturating_sub(1);
            if let Some(part) = part {
                counts.parts[part] = counts.parts[part].saturating_sub(1);
            }
        }
        counts
    }

    /// Calls with every feature of each token of the sentence for which there is one.
    pub fn sentence(&self, sentence: Range<usize>, mut take: impl FnMut(usize, u32)) {
        if is_shouted(self.text, sentence.clone()) {
            return;
        }
        let inside = |at: Option<usize>| at.filter(|at| sentence.contains(at));
        let label = |at: Option<usize>| inside(at).map_or(9, |i| u64::from(self.labels[i]));
        let capital =
            |at: Option<usize>| inside(at).is_some_and(|i| self.text.tokens[i].is_capital());
        let memory = |at: Option<usize>| {
            inside(at).filter(|_| capital(at)).map_or(0, |i| summary(&self.others(i)))
        };
        for at in sentence.clone() {
            let (before, after) = (at.checked_sub(1), Some(at + 1));
            if !capital(Some(at)) && !capital(before) && !capital(after) {
                continue;
            }
            let own = u64::from(self.labels[at]);
            let mut emit = |template: u64, value: u64| {
                let hash = mix(value, template.wrapping_mul(0x2545_f491_4f6c_dd1d));
                take(at, (hash >> (64 - FEATURE_BITS)) as u32);
            };
            let run = u64::from(capital(before)) + 2 * u64::from(capital(after));
            emit(1, mix(label(before), mix(own, label(after))));
            emit(2, mix(memory(before), own));
            emit(3, mix(memory(after), own));
            if !capital(Some(at)) {
                emit(4, mix(mix(memory(before), memory(after)), own));
                continue;
            }
            let counts = self.others(at);
            let here = summary(&counts);
            emit(5, mix(here, own));
            emit(6, mix(here & 0xf, mix(own, run)));
            emit(7, here);
            let parts: u64 =
                (0..4).map(|i| u64::from(counts.parts[i] > 0) << i).fold(0, |all, bit| all | bit);
            emit(8, mix(parts, mix(own, run)));
            emit(9, mix(parts, here & 0xf));
            let acronym = self.acronyms.contains_key(&self.text.tokens[at].hash);
            emit(10, mix(u64::from(acronym), mix(own, u64::from(run == 0))));
            emit(11, mix(mix(memory(before), here), memory(after)));
            let first = u64::from(at == sentence.start);
            emit(12, mix(here & 0xf, mix(own, first)));
        }
    }
}

/// The most frequent kind with how clear it is and how often it was, in few bits; 0 where the
/// word stands nowhere else.
fn summary(counts: &Counts) -> u64 {
    let total: u32 = counts.kinds.iter().map(|&c| u32::from(c)).sum();
    if total == 0 {
        return 0;
    }
    let best = (0..4).max_by_key(|&i| (counts.kinds[i], 4 - i)).unwrap_or(3);
    let most = u32::from(counts.kinds[best]);
    let clear = match () {
        () if most == total => 0,
        () if most * 3 >= total * 2 => 1,
        () => 2,
    };
    let often = match total {
        1 => 0,
        2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    1 + best as u64 + (clear << 4) + (often << 6)
}

/// The first letters of a name's capitalised words.
pub fn initials(text: &Text, tokens: Range<usize>) -> String {
    let capitals = tokens.filter(|&at| text.tokens[at].is_capital());
    capitals.filter_map(|at| text.word(at).chars().next()).collect()
}
