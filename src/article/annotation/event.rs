//! Dates in the text, and events.

use crate::article::{Id, Span};
use serde::{Deserialize, Serialize};

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
