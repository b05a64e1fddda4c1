//! Why a file cannot be opened.

use std::fmt;

/// Why a file cannot be opened, in words for its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More than is read.
    TooLarge {
        /// Its length, in bytes.
        bytes: usize,
        /// The most that is read, in bytes.
        most: usize,
    },
    /// Compressed: nothing is unpacked here. With what it is: `a zip archive`.
    Compressed(&'static str),
    /// Not a text; with what it is, if known: `a PDF`.
    NotText(Option<&'static str>),
    /// Written in an encoding that is not read here, such as `gb2312`.
    Charset(String),
    /// JSON that cannot be read; says what was expected and where.
    Json(String),
    /// A page or a text without an article in it.
    NoArticle,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const INSTEAD: &str = "Open the article’s web page (saved as HTML), or copy its text and \
                               paste it.";
        match self {
            Self::TooLarge { bytes, most } => write!(
                f,
                "Expected at most {} MB, found {} MB. Copy the article’s text and paste it.",
                most / 1024 / 1024,
                bytes.div_ceil(1024 * 1024),
            ),
            Self::Compressed(what) => {
                write!(f, "Expected a text or a web page, found {what}. Unpack it first.")
            }
            Self::NotText(Some(what)) => {
                write!(f, "Expected a text or a web page, found {what}. {INSTEAD}")
            }
            Self::NotText(None) => {
                write!(f, "Expected a text or a web page, found something else. {INSTEAD}")
            }
            Self::Charset(name) => write!(
                f,
                "Expected UTF-8, UTF-16 or Windows-1252, found letters in the encoding “{name}”. \
                 Open the page in a browser, copy the article’s text and paste it."
            ),
            Self::Json(problem) => write!(
                f,
                "Expected the JSON of an article or of TimelineJS: {problem}. Export it again, or \
                 paste the article’s text."
            ),
            Self::NoArticle => f.write_str(
                "Expected an article, found no words of one. Copy the article’s text and paste it.",
            ),
        }
    }
}

impl std::error::Error for Refusal {}
