//! The words of a date field.

use crate::time::Civil;
use std::fmt;

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// As EDTF.
    pub edtf: String,
    /// As a sentence would say it: "Friday 3 January 2020".
    pub words: String,
}

/// Why words are no date, or not surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotUnderstood {
    /// There are no words.
    Empty,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Expected a date, such as 3 January 2020."),
        }
    }
}

impl std::error::Error for NotUnderstood {}

/// Understands a date.
///
/// # Errors
/// Says what was not understood.
pub fn understand(_words: &str, _reading_date: Option<Civil>) -> Result<Understood, NotUnderstood> {
    Err(NotUnderstood::Empty)
}
