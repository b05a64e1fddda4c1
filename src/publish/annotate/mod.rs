//! `dateline annotate`: what the analyst finds in a text, as JSON, TimeML or a readable list.

mod batch;
mod draft;
mod list;
mod named;
mod timeml;

pub use batch::{Outcome, batch};
pub use draft::Draft;

use crate::analyst::{self, dates::Given};
use crate::time::Civil;

/// How a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object.
    Json,
    /// The text with TIMEX3 elements in it.
    Timex3,
    /// A line for each finding, with the reason.
    List,
}

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "timex3" => Some(Self::Timex3),
            _ => None,
        }
    }
}

/// Annotates one text and writes it in a format; with reasons, where the format has room.
pub fn annotate(text: &str, day: Option<Civil>, format: Format, explain: bool) -> String {
    let given = day.map_or(Given::Nothing, Given::Written);
    let found = analyst::read(text, given);
    match format {
        Format::Json => Draft::new(&found, explain).to_json() + "\n",
        Format::Timex3 => timeml::write(text, &found.reading),
        Format::List => list::write(text, &found),
    }
}
