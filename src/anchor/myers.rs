//! Approximate search: where does a text come close to a pattern?
//!
//! Myers' bit-parallel edit distance (J. ACM 46, 1999) in the form of Hyyrö (2003), 64 rows
//! of the matrix in a block, with Ukkonen's cut-off: blocks in which every distance is beyond
//! the limit are left out. About `n · m / 64` steps at worst.

use crate::article::order::sorted_by;

const ROWS: usize = 64;

/// A pattern made ready: for each character a bit for every place where it stands.
#[derive(Clone, Debug)]
pub struct Pattern {
    length: usize,
    blocks: usize,
    /// Its different characters, sorted.
    alphabet: Vec<char>,
    /// For each of the alphabet, then for any other character: the bits, block by block.
    places: Vec<u64>,
}

/// Where the first row of the matrix begins: how an end of the text is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The pattern may begin anywhere in the text.
    Anywhere,
    /// The pattern begins where the text begins.
    Here,
}

/// One block of a column: the differences going down, as bits.
#[derive(Clone, Copy)]
struct Block {
    plus: u64,
    minus: u64,
}

/// A difference going right, between two cells of one row: one of these bits, or none.
#[derive(Clone, Copy)]
struct Carry {
    plus: u64,
    minus: u64,
}

impl Pattern {
    /// Prepares a pattern.
    pub fn new(pattern: impl Iterator<Item = char> + Clone) -> Self {
        let alphabet: Vec<char> = pattern.clone().collect();
        let length = alphabet.len();
        let mut alphabet = sorted_by(&alphabet, |&c| u32::from(c).into());
        alphabet.dedup();
        let blocks = length.div_ceil(ROWS);
        let mut places = vec![0; (alphabet.len() + 1) * blocks];
        for (row, c) in pattern.enumerate() {
            if let Ok(symbol) = alphabet.binary_search(&c) {
                places[symbol * blocks + row / ROWS] |= 1 << (row % ROWS);
            }
        }
        Self { length, blocks, alphabet, places }
    }

    /// Length in characters.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The smallest distance between the pattern and a beginning of the text, and the length
    /// of that beginning (the shortest, if there are several).
    pub fn beginning(&self, text: impl Iterator<Item = char>) -> (usize, usize) {
        let mut best = (self.length, 0);
        self.scan(text, Start::Here, self.length, |end, distance| {
            best = best.min((distance, end));
        });
        best
    }

    /// Tells each end in the text at which a stretch ends that is at most `limit` edits away
    /// from the pattern, with the number of edits.
    pub fn scan(
        &self,
        text: impl Iterator<Item = char>,
        start: Start,
        limit: usize,
        mut tell: impl FnMut(usize, usize),
    ) {
        if self.blocks == 0 {
            return;
        }
        let fresh = Block { plus: !0, minus: 0 };
        let rows = |block: usize| ROWS.min(self.length - block * ROWS);
        let mut column = vec![fresh; self.blocks];
        // The lowest block that is looked at, and the distance in its lowest row.
        let mut last = (limit / ROWS).min(self.blocks - 1);
        let mut distance = last * ROWS + rows(last);
        let top = Carry { plus: u64::from(start == Start::Here), minus: 0 };
        for (at, c) in text.enumerate() {
            let symbol = self.alphabet.binary_search(&c).unwrap_or(self.alphabet.len());
            let Some(places) = self.places.get(symbol * self.blocks..) else { return };
            let mut carry = top;
            for (block, &bits) in column.iter_mut().zip(places).take(last) {
                carry = block.step(bits, carry, ROWS);
            }
            carry = column[last].step(places[last], carry, rows(last));
            let left = distance;
            distance = carry.add(left);
            let next = last + 1;
            if next < self.blocks && left <= limit && (places[next] & 1 | carry.minus) == 1 {
                last = next;
                column[last] = fresh;
                carry = column[last].step(places[last], carry, rows(last));
                distance = carry.add(left + rows(last));
            } else {
                while last > 0 && distance >= limit + rows(last) {
                    let here = !0 >> (ROWS - rows(last));
                    let Block { plus, minus } = column[last];
                    let [plus, minus] =
                        [plus, minus].map(|bits| (bits & here).count_ones() as usize);
                    distance = (distance + minus).saturating_sub(plus);
                    last -= 1;
                }
            }
            if last + 1 == self.blocks && distance <= limit {
                tell(at + 1, distance);
            }
        }
    }
}

impl Carry {
    fn add(self, distance: usize) -> usize {
        (distance + self.plus as usize).saturating_sub(self.minus as usize)
    }
}

impl Block {
    /// One character of the text: from the difference in the row above to that in the lowest
    /// row.
    fn step(&mut self, bits: u64, carry: Carry, rows: usize) -> Carry {
        let Self { plus, minus } = *self;
        let vertical = bits | minus;
        let bits = bits | carry.minus;
        let horizontal = ((bits & plus).wrapping_add(plus) ^ plus) | bits;
        let right_plus = minus | !(horizontal | plus);
        let right_minus = plus & horizontal;
        let lowest = |bits: u64| bits >> (rows - 1) & 1;
        let out = Carry { plus: lowest(right_plus), minus: lowest(right_minus) };
        let right_plus = right_plus << 1 | carry.plus;
        let right_minus = right_minus << 1 | carry.minus;
        self.plus = right_minus | !(vertical | right_plus);
        self.minus = right_plus & vertical;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The whole matrix, cell by cell.
    fn by_hand(pattern: &str, text: &str, start: Start, limit: usize) -> Vec<(usize, usize)> {
        let pattern: Vec<char> = pattern.chars().collect();
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut found = Vec::new();
        for (at, c) in text.chars().enumerate() {
            let mut above_left = column[0];
            column[0] = if start == Start::Here { at + 1 } else { 0 };
            for row in 1..column.len() {
                let changed = above_left + usize::from(pattern[row - 1] != c);
                above_left = column[row];
                column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
            }
            if column[pattern.len()] <= limit {
                found.push((at + 1, column[pattern.len()]));
            }
        }
        found
    }

    fn check(pattern: &str, text: &str, limit: usize) -> Result<(), TestCaseError> {
        for start in [Start::Anywhere, Start::Here] {
            let mut found = Vec::new();
            Pattern::new(pattern.chars())
                .scan(text.chars(), start, limit, |end, distance| found.push((end, distance)));
            prop_assert_eq!(found, by_hand(pattern, text, start, limit), "{:?}", start);
        }
        Ok(())
    }

    #[test]
    fn an_empty_pattern_is_nowhere() {
        check("a", "", 1).unwrap();
        Pattern::new("".chars()).scan("abc".chars(), Start::Anywhere, 3, |_, _| panic!());
        assert_eq!(Pattern::new("abc".chars()).beginning("abxc…".chars()), (1, 2));
        assert_eq!(Pattern::new("abc".chars()).beginning("".chars()), (3, 0));
    }

    proptest! {
        #[test]
        fn short_patterns(pattern in "[abc]{1,12}", text in "[abcd]{0,40}", limit in 0usize..12) {
            check(&pattern, &text, limit)?;
        }

        #[test]
        fn patterns_of_several_blocks(
            pattern in "[ab]{60,200}", text in "[ab]{0,300}", limit in 0usize..100,
        ) {
            check(&pattern, &text, limit)?;
        }

        #[test]
        fn a_pattern_inside_its_edited_self(
            pattern in "[a-z ]{100,260}", from in 0usize..100, noise in "[a-z]{0,20}",
        ) {
            let (head, tail) = pattern.split_at(from);
            check(&pattern, &format!("{noise}{head}{noise}{tail}{noise}"), pattern.len() / 4)?;
        }
    }
}
