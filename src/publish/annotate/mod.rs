//! `dateline annotate`: what the analyst finds in a text, as JSON, TimeML or a readable list.

mod batch;
mod draft;
pub(super) mod folder;
mod list;
mod named;
mod timeml;
mod web_annotation;

pub use batch::{Outcome, batch};
pub use draft::Draft;

use crate::analyst::{self, dates::Given};
use crate::time::Civil;

/// How a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object.
    Json,
    /// An article with a draft of its annotations, as `dateline build` takes it.
    Article,
    /// The text as `article.md`.
    Markdown,
    /// The findings as `annotations.toml`, to be corrected by hand.
    Toml,
    /// The text with TIMEX3 elements in it.
    Timex3,
    /// W3C Web Annotation, JSON-LD.
    WebAnnotation,
    /// A line for each finding, with the reason.
    List,
}

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "article" => Some(Self::Article),
            "markdown" => Some(Self::Markdown),
            "toml" => Some(Self::Toml),
            "web-annotation" => Some(Self::WebAnnotation),
            "timex3" => Some(Self::Timex3),
            _ => None,
        }
    }
}

/// Annotates one text and writes it in a format; with reasons, where the format has room.
/// `name` is what annotations elsewhere call the text: an IRI.
pub fn annotate(
    text: &str,
    name: &str,
    day: Option<Civil>,
    format: Format,
    explain: bool,
) -> String {
    let given = day.map_or(Given::Nothing, Given::Written);
    let read = || analyst::read(text, given);
    match format {
        Format::Article => {
            let article = analyst::draft(text, given);
            serde_json::to_string(&article).unwrap_or_default() + "\n"
        }
        Format::Markdown => folder::article_md(&analyst::draft(text, given)),
        Format::Toml => folder::annotations_toml(&analyst::draft(text, given)),
        Format::WebAnnotation => web_annotation::write(&analyst::draft(text, given), name),
        Format::Json => Draft::new(&read(), explain).to_json() + "\n",
        Format::Timex3 => timeml::write(text, &read().reading),
        Format::List => list::write(text, &read()),
    }
}
