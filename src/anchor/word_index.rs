//! Where each word of a text stands, so that a passage is found without reading the text.

use crate::article::order::{Ranked, sort};

/// Places of words, by their hashes; a word is a run of letters and digits.
#[derive(Clone, Debug, Default)]
pub(super) struct WordIndex {
    /// Hash and byte offset of each word of the text.
    words: Vec<Ranked>,
}

impl WordIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut words: Vec<Ranked> =
            words(text).map(|(at, word)| (hash(word), at as u32)).collect();
        sort(&mut words);
        Self { words }
    }

    /// Of the piece's words the one that the text has least often: its offset in the piece, and
    /// its places in the text in order, perhaps with those of a word of the same hash. None if
    /// the piece has no words.
    pub fn rarest(&self, piece: &str) -> Option<(usize, &[Ranked])> {
        words(piece)
            .map(|(at, word)| (at, self.places(hash(word))))
            .min_by_key(|(_, places)| places.len())
    }

    fn places(&self, hash: i64) -> &[Ranked] {
        let from = self.words.partition_point(|(other, _)| *other < hash);
        let to = self.words.partition_point(|(other, _)| *other <= hash);
        self.words.get(from..to).unwrap_or_default()
    }
}

/// The words of a text with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(char::is_alphanumeric)?;
        let rest = text.get(start..)?;
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        at = start + length;
        Some((start, rest.get(..length)?))
    })
}

/// FNV-1a.
fn hash(word: &str) -> i64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    }) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarest_word_leads_to_its_places() {
        let index = WordIndex::new("the cat, the dog’s “cat”; é1 the");
        let found = index.rarest("the dog").map(|(at, places)| (at, places.len()));
        assert_eq!(found, Some((4, 1)));
        let places: Vec<u32> =
            index.rarest("“cat”").into_iter().flat_map(|(_, p)| p).map(|(_, at)| *at).collect();
        assert_eq!(places, [4, 24]);
        assert!(index.rarest("the cow").is_some_and(|(_, places)| places.is_empty()));
        assert!(index.rarest("…").is_none());
    }
}
