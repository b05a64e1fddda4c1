//! What is annotated in an article. Dates are EDTF strings, kept as written.

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

/// A date or time in the text (a TIMEX3), with how it was resolved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Its id.
    pub id: Id,
    /// The words.
    pub span: Span,
    /// TIMEX3 type: `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: String,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier, such as `START`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<String>,
    /// The date (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Vague or borderline: "now", "recent".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vague: bool,
    /// Whether it was counted from the reading date ("Friday") rather than given in full.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relative: bool,
    /// How it was resolved, in the editor's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasoning: String,
}

/// Something that happened, is planned, claimed or denied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// What sort: `air strike`, `statement` …
    pub kind: String,
    /// Neutral headline of the editor, at most 70 characters.
    pub headline: String,
    /// One or two sentences of the editor.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What the article supports (EDTF); none when it gives no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The interval that the text allows (EDTF), for an event without a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// What the date rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// Date given by other reports (EDTF); never the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
    /// What that rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere_basis: Option<String>,
    /// The passages that tell it.
    pub passages: Vec<Span>,
    /// Who and what takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Id>,
    /// Who says so, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attribution: String,
    /// Who says so, as entities; empty for the article's own voice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributed_to: Vec<Id>,
    /// How certain.
    pub certainty: Certainty,
    /// Its quotes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Id>,
    /// Its figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Id>,
    /// About the article itself: when it was published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub document: bool,
}

impl Event {
    /// What is known of its time (EDTF): its date, else the interval it happened in.
    pub fn date(&self) -> Option<&str> {
        self.when.as_deref().or(self.within.as_deref())
    }
}

/// How certain an event is, by the article's own words.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Told as a fact.
    #[default]
    Reported,
    /// Rests on one interested speaker or on the author's assertion.
    Claimed,
    /// A denial, or denied by somebody.
    Denied,
    /// Meant to happen.
    Planned,
    /// May happen.
    Possible,
    /// Background from before the story.
    Historical,
}

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
