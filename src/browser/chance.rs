//! Names that nobody else has.

/// Eight letters and digits by chance.
pub fn name() -> String {
    let letters = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |_| char::from(letters[(js_sys::Math::random() * 32.0) as usize % 32]);
    (0..8).map(letter).collect()
}
