//! Hashes of words, made once and used for everything that asks "which word is this".

use crate::article::fold_letter;

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Two numbers into one, well spread; the order matters.
#[inline(always)]
pub fn mix(a: u64, b: u64) -> u64 {
    let mut x = a.wrapping_mul(SEED) ^ b.wrapping_add(SEED).rotate_left(23);
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 29)
}

/// A hash that grows by one character at a time.
#[derive(Clone, Copy, Debug)]
pub struct Growing(u64);

impl Default for Growing {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Growing {
    /// Takes one more character in.
    pub fn push(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(c as u32)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// The hash of what came so far.
    pub fn finish(self) -> u64 {
        mix(self.0, 1)
    }
}

/// The word's hash without regard to case, accents and the kind of apostrophe; every digit
/// counts as `0`, so that numbers of one form are one word.
pub fn hash_word(word: &str) -> u64 {
    let mut hash = Growing::default();
    for c in word.chars() {
        each_folded(c, |c| hash.push(c));
    }
    hash.finish()
}

/// Calls with each character that this one counts as.
pub fn each_folded(c: char, mut take: impl FnMut(char)) {
    match c {
        '0'..='9' => take('0'),
        'A'..='Z' => take(c.to_ascii_lowercase()),
        '\0'..='\u{7f}' => take(c),
        '’' | '‘' | 'ʼ' | 'ʻ' => take('\''),
        c => fold_letter(c).into_iter().flatten().for_each(take),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_apostrophes_do_not_count() {
        assert_eq!(hash_word("Córdoba"), hash_word("cordoba"));
        assert_eq!(hash_word("Shi’ite"), hash_word("shi'ite"));
        assert_eq!(hash_word("1,200"), hash_word("3,500"));
        assert_ne!(hash_word("ab"), hash_word("ba"));
    }
}
