//! What a text is that is no date.

use std::fmt;

/// A text that is no EDTF value, with the first place where it goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfError {
    /// What could have stood there.
    pub expected: &'static str,
    /// Where, in characters from the start of the text; 0 is the first.
    pub at: usize,
    /// The text, or its beginning.
    pub text: String,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected {} at character {} of “{}”; dates look like 2020-01-08, 2014, 2020-01~ or \
             2020-01-03/..",
            self.expected,
            self.at + 1,
            self.text
        )
    }
}

impl std::error::Error for EdtfError {}
