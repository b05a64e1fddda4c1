//! Why a correction is not made, in words for people.

use std::fmt;

/// Why a correction was not made. The article stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The thing is not in the article, or not any more.
    Gone(String),
    /// Other words stand in this place.
    OtherWords(String),
    /// The words are of more than one paragraph, or of none.
    Paragraphs,
    /// A mark over these words would cross the mark over those.
    Crosses(String),
    /// The words are no name here.
    NoName(String),
    /// The words have a date, quotation or figure already.
    Taken(String),
    /// No quotation marks stand around these words.
    NoMarks(String),
    /// No number stands in these words.
    NoNumber(String),
    /// An entity and itself.
    Same(String),
    /// Something else was expected here.
    Expected(&'static str, String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone(name) => write!(f, "“{name}” is not in the article any more."),
            Self::OtherWords(words) => {
                write!(f, "The words “{words}” do not stand in this place: choose them again.")
            }
            Self::Paragraphs => f.write_str("Choose words of one paragraph."),
            Self::Crosses(words) => write!(
                f,
                "These words overlap “{words}”, which is marked: choose words inside or around it, \
                 or delete that mark."
            ),
            Self::NoName(words) => write!(f, "“{words}” is not marked as a name here."),
            Self::Taken(words) => {
                write!(f, "“{words}” is marked already: change or delete that mark.")
            }
            Self::NoMarks(words) => write!(
                f,
                "No quotation marks stand around “{words}”: choose words between quotation marks."
            ),
            Self::NoNumber(words) => write!(
                f,
                "No number was read in “{words}”: choose a number with what it counts, such as \
                 “5,200 troops”."
            ),
            Self::Same(name) => write!(f, "“{name}” is one already."),
            Self::Expected(expected, found) if found.is_empty() => {
                write!(f, "Expected {expected}, found nothing.")
            }
            Self::Expected(expected, found) => write!(f, "Expected {expected}, found “{found}”."),
        }
    }
}

impl std::error::Error for Refused {}
