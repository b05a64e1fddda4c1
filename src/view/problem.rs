//! What was wrong with a link, in one quiet line.

use super::escape::is_unwanted;
use crate::article::Id;
use std::fmt;

/// A part of a link that was left out. The rest of the link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// No such key.
    UnknownKey(String),
    /// The key cannot have this value.
    BadValue {
        /// The key.
        key: &'static str,
        /// The value as it stands in the link, cut and made harmless.
        found: String,
        /// What could have stood there.
        expected: &'static str,
    },
    /// The key was there before; the first one counts.
    Repeated(&'static str),
    /// The link goes on beyond what is read.
    TooLong,
    /// The article has nothing with this id; it may have been renamed since.
    NotThere(Id),
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey(key) => write!(f, "Left out of the link: “{key}”, not known here."),
            Self::BadValue { key, found, expected } => {
                write!(f, "Left out of the link: {key} “{found}”, expected {expected}.")
            }
            Self::Repeated(key) => {
                write!(f, "Left out of the link: a second “{key}”, the first one counts.")
            }
            Self::TooLong => f.write_str("Left out of the link: its end, it is too long."),
            Self::NotThere(id) => {
                write!(f, "The link points to “{id}”, which is not in this article (any more).")
            }
        }
    }
}

/// The beginning of a foreign text, fit to be shown: at most 40 characters, none of them
/// control or bidi characters.
pub(super) fn harmless(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !is_unwanted(*c)).take(40).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
