//! What an article is: metadata, blocks of text, and what is annotated in it.
//!
//! Every offset is a count of Unicode scalar values in the article's plain text
//! ([`Article::plain_text`]): the texts of the blocks, joined by one blank line.

pub mod address;
mod annotation;
mod block;
mod direction;
mod find;
mod fold;
mod id;
mod ids;
mod index;
mod json;
mod lower;
pub mod order;
mod read;
mod sentences;
mod settled;
mod sound;
mod span;
mod text;

pub use annotation::{
    Certainty, Confidence, Entity, EntityKind, Event, Figure, FigureSign, Layer, Mention, Note,
    NoteKind, Quote, TimeExpression,
};
pub use block::{Block, BlockKind, Inline, InlineKind, Part};
pub use direction::is_right_to_left;
pub use find::{FindIndex, Findings, Hit};
pub use fold::{Folded, fold, fold_letter, is_invisible};
pub use id::{Id, IdError};
pub use ids::{Ids, short_name};
pub use index::{Index, Thing};
pub use json::{Json, JsonError, Read, number};
pub use read::{Fill, fill};
pub use sentences::sentences;
pub use settled::settled;
pub use sound::{sound, without_controls};
pub use span::Span;
pub use text::PlainText;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands between two blocks in the plain text.
pub const BLOCK_SEPARATOR: &str = "\n\n";

/// An article with everything annotated in it. Its serde form is the JSON in the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Who wrote it, when, where it stands.
    pub meta: Meta,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// Persons, organisations, places and other named things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// Where entities are named, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// Dates and times in the text, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimeExpression>,
    /// What happened, is planned, claimed or denied, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Words in quotation marks that somebody said, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Numbers with what they count, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// An editor's words; never the article's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What a program found and nobody has looked at: the id of an entity, time, event, quote
    /// or figure, and why it was found, in one short sentence for people.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub found: BTreeMap<Id, String>,
}

/// What is known about the article as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Short name, used for the folder and the links: `iraq-marching-orders`.
    pub slug: String,
    /// The headline, as printed.
    pub title: String,
    /// BCP 47 language tag of the text.
    pub language: String,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who published it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The site that published it: a name such as `www.example.org`, not an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Address of the original, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Publication date (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The day from which "today" and "Monday" count (EDTF, day precision).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading_date: Option<String>,
    /// Why the reading date is not the publication date, an editor's words, one reason each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reading_date_reasons: Vec<String>,
    /// What kind of text it is: `opinion`, `news`, `analysis` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub genre: Option<String>,
    /// Copyright line, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
    /// The sentence that permits the reproduction, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
    /// Credit of the picture and what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_credit: Option<String>,
    /// Who made the annotations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotator: Option<String>,
}

impl Article {
    /// The plain text: the blocks' texts joined by [`BLOCK_SEPARATOR`].
    pub fn plain_text(&self) -> String {
        let length = self.blocks.iter().map(|b| b.text.len() + BLOCK_SEPARATOR.len()).sum();
        let mut text = String::with_capacity(length);
        for (index, block) in self.blocks.iter().enumerate() {
            if index > 0 {
                text.push_str(BLOCK_SEPARATOR);
            }
            text.push_str(&block.text);
        }
        text
    }

    /// Where each block's text stands in the plain text, in scalars.
    pub fn block_spans(&self) -> Vec<Span> {
        let gap = BLOCK_SEPARATOR.chars().count() as u32;
        let mut start = 0;
        let mut spans = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let end = start + block.text.chars().count() as u32;
            spans.push(Span { start, end });
            start = end + gap;
        }
        spans
    }
}
