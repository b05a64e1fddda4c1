//! What is annotated in an article. Dates are EDTF strings, kept as written.

mod event;
mod statement;

pub use event::{Certainty, Event, TimeExpression};
pub use statement::{Figure, FigureSign, Note, NoteKind, Quote};

use super::{Id, Span};
use serde::{Deserialize, Serialize};

/// A person, organisation, place or other named thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// What it is, in a few words of the editor: `militia leader`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Its fullest name.
    pub name: String,
    /// Whether the article uses this name; otherwise it is the editor's.
    #[serde(default)]
    pub name_in_article: bool,
    /// Whether it has a name at all, or is a group such as "the US commanders".
    #[serde(default)]
    pub named: bool,
    /// Names and titled names the article uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// How the article introduces it; what stands in quotation marks is the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduced: Option<String>,
    /// The editor's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the note comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_source: Option<String>,
    /// How sure the editor is of the note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_confidence: Option<Confidence>,
    /// Wikidata item, such as `Q796`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

/// What an entity is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A human being, or a group of unnamed ones in one role.
    Person,
    /// Parties, armies, companies, states' organs.
    Organization,
    /// Countries, towns, regions, bases.
    Place,
    /// Books, series, reports.
    Work,
    /// Anything else that has a name.
    #[default]
    Thing,
}

/// How sure an editor is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Not sure.
    Low,
    /// Fairly sure.
    #[default]
    Medium,
    /// Sure.
    High,
}

/// One place where an entity is named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Whom it names.
    pub entity: Id,
    /// The bare name, without title and without possessive.
    pub span: Span,
    /// By name, or by a description.
    #[serde(default, skip_serializing_if = "Layer::is_name")]
    pub layer: Layer,
    /// The name with its title ("PM Abdul-Mahdi"), if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outer: Option<Span>,
}

/// How a mention names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// By a name, acronym or adjective of a name.
    #[default]
    Name,
    /// By a description: "the US commanders".
    Nominal,
}

impl Layer {
    /// Whether it is a name.
    pub fn is_name(&self) -> bool {
        *self == Self::Name
    }
}
