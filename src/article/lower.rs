//! Lower case for a search, without the standard library's table: that one is 11 kB.
//!
//! Scripts that people write in today have it; those of scholars (Coptic, Glagolitic, phonetic
//! letters) stay as they are written.

/// Capitals from one scalar to another, and how far from each its small letter is. Where that is
/// one, every second letter is a capital. In order.
const CAPITALS: &[(u32, u32, i32)] = &[
    // What is left of Latin beside the tables of `fold`.
    (0x182, 0x184, 1),
    (0x186, 0x186, 206),
    (0x18e, 0x18e, 79),
    (0x18f, 0x18f, 202),
    (0x190, 0x190, 203),
    (0x194, 0x194, 207),
    (0x196, 0x196, 211),
    (0x1a9, 0x1a9, 218),
    (0x1b1, 0x1b1, 217),
    (0x1b7, 0x1b7, 219),
    (0x1c4, 0x1c4, 2),
    (0x1c7, 0x1c7, 2),
    (0x1ca, 0x1ca, 2),
    (0x1ee, 0x1ee, 1),
    (0x1f1, 0x1f1, 2),
    // Greek.
    (0x386, 0x386, 38),
    (0x388, 0x38a, 37),
    (0x38c, 0x38c, 64),
    (0x38e, 0x38f, 63),
    (0x391, 0x3a1, 32),
    (0x3a3, 0x3ab, 32),
    // Cyrillic.
    (0x400, 0x40f, 80),
    (0x410, 0x42f, 32),
    (0x460, 0x480, 1),
    (0x48a, 0x4be, 1),
    (0x4c0, 0x4c0, 15),
    (0x4c1, 0x4cd, 1),
    (0x4d0, 0x52e, 1),
    // Armenian, Georgian, Cherokee.
    (0x531, 0x556, 48),
    (0x10a0, 0x10c5, 7264),
    (0x13a0, 0x13ef, 38864),
    (0x13f0, 0x13f5, 8),
    (0x1c90, 0x1cba, -3008),
    (0x1cbd, 0x1cbf, -3008),
    // Greek with breathings and accents.
    (0x1f08, 0x1f0f, -8),
    (0x1f18, 0x1f1d, -8),
    (0x1f28, 0x1f2f, -8),
    (0x1f38, 0x1f3f, -8),
    (0x1f48, 0x1f4d, -8),
    (0x1f59, 0x1f5f, -8),
    (0x1f68, 0x1f6f, -8),
    (0x1f88, 0x1f8f, -8),
    (0x1f98, 0x1f9f, -8),
    (0x1fa8, 0x1faf, -8),
    (0x1fb8, 0x1fb9, -8),
    (0x1fba, 0x1fbb, -74),
    (0x1fbc, 0x1fbc, -9),
    (0x1fc8, 0x1fcb, -86),
    (0x1fcc, 0x1fcc, -9),
    (0x1fd8, 0x1fd9, -8),
    (0x1fda, 0x1fdb, -100),
    (0x1fe8, 0x1fe9, -8),
    (0x1fea, 0x1feb, -112),
    (0x1fec, 0x1fec, -7),
    (0x1ff8, 0x1ff9, -128),
    (0x1ffa, 0x1ffb, -126),
    (0x1ffc, 0x1ffc, -9),
    // Ohm, kelvin, ångström; Roman numerals, letters in circles, wide letters.
    (0x2126, 0x2126, -7517),
    (0x212a, 0x212a, -8383),
    (0x212b, 0x212b, -8262),
    (0x2160, 0x216f, 16),
    (0x24b6, 0x24cf, 26),
    (0x2c7e, 0x2c7f, -10815),
    (0xff21, 0xff3a, 32),
    // Osage, Warang Citi, Adlam.
    (0x104b0, 0x104d3, 40),
    (0x118a0, 0x118bf, 32),
    (0x1e900, 0x1e921, 34),
];

/// The small letter of a capital; any other character stays.
pub fn lower(c: char) -> char {
    let scalar = c as u32;
    let row = CAPITALS.get(CAPITALS.partition_point(|row| row.1 < scalar));
    let row = row.filter(|row| row.0 <= scalar);
    let small = row.and_then(|&(first, _, by)| {
        let capital = by != 1 || (scalar - first).is_multiple_of(2);
        char::from_u32(scalar.wrapping_add_signed(if capital { by } else { 0 }))
    });
    small.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::fold::fold_letter;

    /// What the standard library makes of a character, if that is one.
    fn known(c: char) -> char {
        let mut lower = c.to_lowercase();
        lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
    }

    #[test]
    fn a_small_letter_is_the_one_that_the_standard_knows() {
        for c in ('\0'..=char::MAX).filter(|&c| lower(c) != c) {
            // Letters that are not assigned yet lie between those that are.
            assert!(
                lower(c) == known(c) || known(c) == c && !c.is_alphabetic(),
                "{c} {:x}",
                c as u32
            );
        }
    }

    #[test]
    fn only_letters_of_scholars_stay() {
        for c in ('\u{80}'..='\u{1ffff}').filter(|&c| known(c) != c && !c.is_ascii()) {
            let same = fold_letter(c) == fold_letter(known(c));
            let rare = matches!(c,
                '\u{180}'..='\u{24f}' | '\u{370}'..='\u{37f}' | '\u{3cf}'..='\u{3ff}' // archaic
                | '\u{10c6}'..='\u{10cf}' | '\u{1c89}' | '\u{1ef0}'..='\u{1eff}' | '\u{2132}' | '\u{2183}'
                | '\u{2c00}'..='\u{2cff}' // Glagolitic, phonetic, Coptic
                | '\u{a640}'..='\u{a69f}' | '\u{a720}'..='\u{a7ff}' // old Cyrillic, medieval
                | '\u{10400}'..='\u{1044f}' | '\u{10570}'..='\u{105bf}' | '\u{10c80}'..='\u{10d6f}'
                | '\u{16e40}'..='\u{16eff}');
            assert!(same || rare, "{c} {:x}", c as u32);
        }
    }
}
