//! Lists of known names, kept as hashes only.
//!
//! A list needs about ten bits an entry this way, a third of what its words would take. A
//! wrong hit comes once in a thousand look-ups, and the model weighs hits, it does not obey.

use super::rice::Bits;
use crate::analyst::text::{Text, mix};
use std::ops::Range;

/// The lists, in the order in which they are packed.
pub const LISTS: [&str; 12] = [
    "first-names",
    "last-names",
    "people",
    "countries",
    "big-cities",
    "cities",
    "regions",
    "demonyms",
    "organisations",
    "teams",
    "common",
    "female-names",
];

/// Given names.
pub const FIRST_NAMES: u32 = 0;
/// Family names.
pub const LAST_NAMES: u32 = 1;
/// Countries.
pub const COUNTRIES: u32 = 3;
/// Capitals and cities of more than 150,000 people.
pub const BIG_CITIES: u32 = 4;
/// Adjectives of countries.
pub const DEMONYMS: u32 = 7;
/// Words that are mostly written in lower case.
pub const COMMON: u32 = 10;

/// Given names that women bear.
pub const FEMALE: u32 = 11;

/// Companies, agencies, parties, newspapers.
pub const ORGANISATIONS: u32 = 8;
/// In any list as part of a longer phrase, as a mask of [`Hits`].
pub const LONGER: u32 = 0xaaaa_aaaa;

/// Bits of a phrase's hash.
pub const KEY_BITS: u32 = 26;
/// The longest phrase that is looked up, in tokens.
pub const LONGEST: usize = 5;

/// A token's hits: for each list one bit for "in it by itself" and one for "in a longer phrase
/// of it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits(pub u32);

impl Hits {
    /// Whether the token alone is in this list.
    pub fn alone(self, list: u32) -> bool {
        self.0 >> (2 * list) & 1 == 1
    }

    /// Whether the token is part of a longer phrase of this list.
    pub fn within(self, list: u32) -> bool {
        self.0 >> (2 * list + 1) & 1 == 1
    }

    /// Whether the token is in this list in any way.
    pub fn any(self, list: u32) -> bool {
        self.0 >> (2 * list) & 3 != 0
    }
}

/// All lists in one table.
pub struct Gazetteer {
    /// Open addressing; a key of 0 is an empty place.
    keys: Vec<u32>,
    lists: Vec<u16>,
}

impl Gazetteer {
    /// From packed bytes: for each list its count, its Rice parameter, its gaps.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut bits = Bits::new(bytes);
        let lists: Option<Vec<Vec<u32>>> = LISTS
            .iter()
            .map(|_| {
                let count = bits.number(24)? as usize;
                let low = bits.number(8)?;
                bits.sorted(count, low)
            })
            .collect();
        Some(Self::from_lists(&lists?))
    }

    /// From the keys of each list.
    pub fn from_lists(lists: &[Vec<u32>]) -> Self {
        let count: usize = lists.iter().map(Vec::len).sum();
        let size = (count * 2).next_power_of_two().max(16);
        let mut table = Self { keys: vec![0; size], lists: vec![0; size] };
        for (index, keys) in lists.iter().enumerate() {
            for &key in keys {
                let place = table.place(key + 1);
                table.keys[place] = key + 1;
                table.lists[place] |= 1 << index;
            }
        }
        table
    }

    fn place(&self, key: u32) -> usize {
        let mask = self.keys.len() - 1;
        let mut place = (key.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
        while self.keys[place] != 0 && self.keys[place] != key {
            place = (place + 1) & mask;
        }
        place
    }

    fn lists_of(&self, key: u32) -> u16 {
        self.lists[self.place(key + 1)]
    }

    /// Marks the tokens of a sentence that stand in a list.
    pub fn mark(&self, text: &Text, sentence: Range<usize>, hits: &mut [Hits]) {
        for start in sentence.clone() {
            if !text.tokens[start].is_capital() {
                continue;
            }
            let mut key = Phrase::default();
            let longest = sentence.end.min(start + LONGEST);
            for end in start + 1..=longest {
                key.push(text.tokens[end - 1].hash);
                let lists = self.lists_of(key.key());
                if lists != 0 {
                    mark(lists, &mut hits[start..end]);
                }
                // "Ivory Coast", "Bank of America": no phrase goes over a comma
                if !text.tokens.get(end).is_some_and(|t| t.is_word() || text.word(end) == "&") {
                    break;
                }
            }
        }
    }
}

fn mark(lists: u16, hits: &mut [Hits]) {
    let long = hits.len() > 1;
    for hit in hits {
        for list in 0..LISTS.len() as u32 {
            // a word is common only by itself
            if lists >> list & 1 == 1 {
                hit.0 |= 1 << (2 * list + u32::from(long));
            }
        }
    }
}

/// The hash of a phrase, which grows by one token at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phrase(u64);

impl Phrase {
    /// Takes one more token's hash in.
    pub fn push(&mut self, token: u64) {
        self.0 = mix(self.0, token);
    }

    /// The key under which the phrase is listed.
    pub fn key(self) -> u32 {
        (self.0 >> (64 - KEY_BITS)) as u32
    }
}

/// The key of a phrase as the tokens of a text spell it.
pub fn key_of(text: &Text) -> u32 {
    let mut key = Phrase::default();
    text.tokens.iter().for_each(|token| key.push(token.hash));
    key.key()
}
