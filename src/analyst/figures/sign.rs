//! What stands before a number and says how exact it is.

use crate::analyst::text::Text;
use crate::article::FigureSign;

/// How the number relates to the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// So many.
    Exact,
    /// About so many.
    About,
    /// More than.
    Over,
    /// Less than.
    Under,
    /// So many or more.
    AtLeast,
    /// So many or fewer.
    AtMost,
}

impl From<Sign> for FigureSign {
    fn from(sign: Sign) -> Self {
        match sign {
            Sign::Exact => Self::Exactly,
            Sign::About => Self::About,
            Sign::Over => Self::MoreThan,
            Sign::Under => Self::LessThan,
            Sign::AtLeast => Self::AtLeast,
            Sign::AtMost => Self::AtMost,
        }
    }
}

impl Sign {
    /// The usual sign.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "=",
            Self::About => "≈",
            Self::Over => ">",
            Self::Under => "<",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
        }
    }
}

/// Words before a number, the longest first.
const BEFORE: [(&str, Sign); 36] = [
    ("no fewer than", Sign::AtLeast),
    ("no less than", Sign::AtLeast),
    ("not less than", Sign::AtLeast),
    ("no more than", Sign::AtMost),
    ("not more than", Sign::AtMost),
    ("more than", Sign::Over),
    ("greater than", Sign::Over),
    ("higher than", Sign::Over),
    ("less than", Sign::Under),
    ("fewer than", Sign::Under),
    ("lower than", Sign::Under),
    ("at least", Sign::AtLeast),
    ("at most", Sign::AtMost),
    ("up to", Sign::AtMost),
    ("as many as", Sign::AtMost),
    ("as much as", Sign::AtMost),
    ("as few as", Sign::AtLeast),
    ("a maximum of", Sign::AtMost),
    ("a minimum of", Sign::AtLeast),
    ("in excess of", Sign::Over),
    ("upwards of", Sign::Over),
    ("close to", Sign::About),
    ("an estimated", Sign::About),
    ("over", Sign::Over),
    ("above", Sign::Over),
    ("exceeding", Sign::Over),
    ("under", Sign::Under),
    ("below", Sign::Under),
    ("nearly", Sign::About),
    ("almost", Sign::About),
    ("about", Sign::About),
    ("around", Sign::About),
    ("roughly", Sign::About),
    ("approximately", Sign::About),
    ("some", Sign::About),
    ("circa", Sign::About),
];

/// The sign before the token, and where its words begin.
pub fn before(text: &Text, at: usize, floor: usize) -> (Sign, usize) {
    match text.word(at.wrapping_sub(1)) {
        "~" | "≈" => return (Sign::About, at - 1),
        ">" => return (Sign::Over, at - 1),
        "<" => return (Sign::Under, at - 1),
        _ => {}
    }
    for (words, sign) in BEFORE {
        let count = words.split(' ').count();
        let Some(start) = at.checked_sub(count).filter(|&start| start >= floor) else { continue };
        if words.split(' ').enumerate().all(|(offset, word)| text.is(start + offset, word)) {
            return (sign, start);
        }
    }
    (Sign::Exact, at)
}

/// A sign behind the number: "5,000 or more", "200+".
pub fn behind(text: &Text, at: usize) -> Option<(Sign, usize)> {
    if text.is(at, "or") {
        if text.is_in(at + 1, " more over above ") {
            return Some((Sign::AtLeast, at + 2));
        }
        if text.is_in(at + 1, " less fewer under ") {
            return Some((Sign::AtMost, at + 2));
        }
        if text.is(at + 1, "so") {
            return Some((Sign::About, at + 2));
        }
    }
    (text.word(at) == "+").then_some((Sign::AtLeast, at + 1))
}
