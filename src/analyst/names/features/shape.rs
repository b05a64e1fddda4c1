//! How a word looks.

use crate::analyst::text::mix;

/// A word's shape with repeats taken together, and in full: `Xx-Xx` and `Xxxxx-Xxxxx`.
pub(super) fn shapes(word: &str) -> [u64; 2] {
    let (mut short, mut long) = (5u64, 5u64);
    let mut last = 0u64;
    for (index, c) in word.chars().enumerate() {
        let class = match c {
            c if c.is_lowercase() => 1,
            c if c.is_uppercase() => 2,
            c if c.is_numeric() => 3,
            c if c.is_alphabetic() => 4,
            c => u64::from(c as u32) + 8,
        };
        if class != last {
            short = mix(short, class);
            last = class;
        }
        if index < 12 {
            long = mix(long, class);
        }
    }
    [short, long]
}
