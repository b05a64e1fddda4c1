//! Numbers for style sheets and paths, to a tenth.

use std::fmt;

/// Shown with one decimal, if it has one: `12.5`. The standard library's printing of floating
/// numbers is 13 kB of program; a screen has no use for more than tenths of a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tenths(pub f64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0 + 0.5).floor() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        write!(f, "{sign}{whole}")?;
        if tenth > 0 { write!(f, ".{tenth}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Tenths;

    #[test]
    fn a_tenth_is_enough() {
        for (number, shown) in [
            (0.0, "0"),
            (12.5, "12.5"),
            (12.96, "13"),
            (-0.04, "0"),
            (-0.25, "-0.2"),
            (-3.0, "-3"),
            (1e9, "1000000000"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(Tenths(number).to_string(), shown);
        }
    }
}
