//! Any file, or words from the clipboard, as an article of our own blocks.
//!
//! What comes in is taken apart, never inserted: from HTML only words, emphasis and links
//! (`http`, `https`, `mailto`) are kept. All of it is linear in the input, goes to no depth of the
//! stack, and never panics. Nothing is annotated here, except where the file says so itself.

mod body;
mod charset;
mod facts;
mod finish;
mod html;
mod json;
mod litter;
mod markdown;
mod page;
mod parts;
mod refusal;
mod sniff;
mod text;

pub use refusal::Refusal;

use crate::article::Article;
use serde::{Deserialize, Serialize};

/// The largest input, in bytes. A long book is 2 MB; a saved page with its pictures inside, 10.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// What was opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The article: what is known about it, and its blocks.
    pub article: Article,
    /// As what it was read.
    pub form: Form,
    /// Whether it came with annotations; a draft would overwrite them.
    pub annotated: bool,
    /// The link (a fragment, without `#`) of the view that the file was saved with.
    pub view: Option<String>,
    /// What the reader should know: sentences.
    pub remarks: Vec<String>,
    /// How many lines of the page around it were left out of what was pasted; with
    /// [`Extent::All`] they are not.
    #[serde(default)]
    pub left_out: usize,
    /// The article as it was read and its corrections, if a page came with them: JSON as
    /// the page holds it.
    #[serde(default)]
    pub work: Option<String>,
}

impl Opened {
    /// Says how much was left out, if anything.
    pub fn left_out_in_words(&self) -> Option<String> {
        match self.left_out {
            0 => None,
            1 => Some("1 line of the page around it was left out.".to_owned()),
            count => Some(format!("{count} lines of the page around it were left out.")),
        }
    }
}

/// How much of what was pasted is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The article, without the menus and notices of the page around it.
    #[default]
    Article,
    /// All of it.
    All,
}

/// As what a file was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page, or rich text from the clipboard.
    Html,
    /// The JSON of an article.
    Json,
    /// The JSON of TimelineJS.
    TimelineJs,
    /// A page that Dateline made.
    Page,
}

/// Opens a file or pasted words: by what they are; by the name, such as `story.md`, only where
/// that does not tell. Rich text from the clipboard is `clipboard.html`.
///
/// # Errors
/// When there is no text to read in it; says what it is and what to do.
pub fn open(name: &str, bytes: &[u8]) -> Result<Opened, Refusal> {
    open_to(name, bytes, Extent::Article)
}

/// The same; `extent` says how much is wanted of pasted words, plain or rich.
///
/// # Errors
/// As [`open`].
pub fn open_to(name: &str, bytes: &[u8], extent: Extent) -> Result<Opened, Refusal> {
    let decoded = decode(bytes)?;
    let text = decoded.text.as_str();
    let mut opened = match sniff::form(name, text) {
        Form::Html | Form::Page => page::open(text, extent),
        Form::Json | Form::TimelineJs => json::open(text),
        Form::Markdown => markdown::open(text, sniff::is_named_markdown(name), extent),
        Form::Text => text::open(text, extent),
    }?;
    opened.remarks.extend(decoded.remark);
    Ok(opened)
}

/// The same for plain text and for what is no text at all; nothing for the rest. A program with
/// this alone is small.
pub fn open_text(name: &str, bytes: &[u8], extent: Extent) -> Option<Result<Opened, Refusal>> {
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => return Some(Err(refusal)),
    };
    if !sniff::is_plain(name, &decoded.text) {
        return None;
    }
    Some(text::open(&decoded.text, extent).map(|mut opened| {
        opened.remarks.extend(decoded.remark);
        opened
    }))
}

/// The text that a file holds.
fn decode(bytes: &[u8]) -> Result<charset::Decoded, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
    }
    sniff::refuse(bytes)?;
    charset::decode(bytes)
}
