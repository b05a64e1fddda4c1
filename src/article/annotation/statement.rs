//! What somebody says: quotations, figures, and an editor’s notes.

use super::Confidence;
use crate::article::{Id, Span};
use serde::{Deserialize, Serialize};

/// Words in quotation marks that somebody said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Its id.
    pub id: Id,
    /// With the quotation marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// The words that introduce it ("said today").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// When it was said, by the article (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// What that date rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said_basis: String,
    /// Date given by other reports (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
    /// Whole sentence, fragment, one word, translation …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub form: String,
}

/// A number with what it counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its id.
    pub id: Id,
    /// The number with its unit, as printed.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// Its value.
    pub value: f64,
    /// How the value is meant.
    pub sign: FigureSign,
    /// In what it is counted.
    pub unit: String,
    /// What it counts.
    pub counts: String,
    /// Figures with the same subject are about the same thing and stand together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attribution: String,
    /// `reported`, `planned`, `possible`, `provisional`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub status: String,
    /// The editor's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How a figure's value is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FigureSign {
    /// Just so many.
    #[default]
    #[serde(rename = "=")]
    Exactly,
    /// About so many.
    #[serde(rename = "≈", alias = "~")]
    About,
    /// More than so many.
    #[serde(rename = ">")]
    MoreThan,
    /// So many or more.
    #[serde(rename = ">=")]
    AtLeast,
    /// Fewer than so many.
    #[serde(rename = "<")]
    LessThan,
    /// So many or fewer.
    #[serde(rename = "<=")]
    AtMost,
}

/// An editor's words about a passage or about annotated things.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: Id,
    /// What sort of note.
    pub kind: NoteKind,
    /// In a word or two: `figure differs`, `contested term`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The passages it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Span>,
    /// The annotated things it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Id>,
    /// What the article says, in the editor's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_says: Option<String>,
    /// What other sources reported. Never the article's content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
    /// Anything else that the editor says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// What the words of this note rest on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// How sure the editor is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// What sort of note it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// The passage is the author's opinion.
    Opinion,
    /// The passage is a claim; other sources may differ.
    #[default]
    Claim,
    /// Quotation marks that are not speech: slogans, names, scare quotes.
    NotSpeech,
    /// Anything else.
    Remark,
}
