//! Names of annotated things, as they stand in links.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Names of the page's own elements, and beginnings of such names. An annotated thing stands in
/// the page under its id, so it cannot have one of these.
const OF_THE_PAGE: [&str; 31] = [
    "article",
    "article-data",
    "asked-day",
    "axis",
    "band",
    "bar",
    "card",
    "card-title",
    "desk",
    "explorer",
    "files",
    "find-field",
    "leaving-says",
    "library-file",
    "library-search",
    "library-title",
    "marks",
    "off-notice",
    "page",
    "panel",
    "pasted",
    "reading-date",
    "reference",
    "ruler",
    "sheet",
    "sheet-rows",
    "start",
    "start-title",
    "story",
    "telling",
    "ticks",
];
const OF_THE_PAGE_FROM: [&str; 3] = ["block-", "list-", "para-"];

/// Longest id, in characters.
pub const MAX_ID_LENGTH: usize = 80;

/// The id of an entity, event, quote, figure, time or note; unique in its article.
///
/// Lower-case ASCII letters, digits and single hyphens between them, so that it can stand
/// in a link unescaped: `ali-khamenei`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

impl Id {
    /// Checks and wraps.
    ///
    /// # Errors
    /// When the text is empty, too long or has other characters than those allowed.
    pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
        let text = text.into();
        let fine = !text.is_empty()
            && text.len() <= MAX_ID_LENGTH
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            // As bytes: the standard library's search for texts is 1 kB of the reader.
            && !text.as_bytes().windows(2).any(|pair| pair == b"--")
            && !OF_THE_PAGE.contains(&text.as_str())
            && !OF_THE_PAGE_FROM.iter().any(|beginning| text.starts_with(beginning));
        if fine { Ok(Self(text)) } else { Err(IdError(text)) }
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Id {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

/// A text that is no id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(pub String);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(40).collect();
        write!(
            f,
            "expected an id of lower-case letters, digits and single hyphens (at most \
             {MAX_ID_LENGTH}) that is no name of the page’s own, found “{shown}”"
        )
    }
}

impl std::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_stand_in_a_link() {
        assert!(Id::new("ali-khamenei").is_ok());
        assert!(Id::new("f-5200").is_ok());
        for bad in
            ["", "-a", "a-", "a--b", "A", "a b", "é", "a=b", "card", "para-3", &"x".repeat(81)]
        {
            assert!(Id::new(bad).is_err(), "{bad:?}");
        }
    }
}
