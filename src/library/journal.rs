//! What was corrected in a kept article.

use serde_json::Value;
use std::fmt;

/// The corrections of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    entries: Vec<Value>,
}

/// A text that is no journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalError(pub String);

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a list of corrections as Dateline writes it: {}", self.0)
    }
}

impl std::error::Error for JournalError {}

impl Journal {
    /// An empty one.
    pub fn new(_writer: impl Into<String>) -> Self {
        Self::default()
    }

    /// Reads what [`to_json`](Self::to_json) wrote, to go on under this name.
    ///
    /// # Errors
    /// Says what was expected and where.
    pub fn from_json(json: &str, _writer: impl Into<String>) -> Result<Self, JournalError> {
        let entries =
            serde_json::from_str(json).map_err(|error| JournalError(error.to_string()))?;
        Ok(Self { entries })
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.entries).unwrap_or_default()
    }

    /// Takes what the other one has more.
    pub fn merge(&mut self, other: &Self) {
        for entry in &other.entries {
            if !self.entries.contains(entry) {
                self.entries.push(entry.clone());
            }
        }
    }
}
