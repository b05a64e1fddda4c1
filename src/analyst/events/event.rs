//! What an event is.

use super::basis::Basis;
use crate::article::{Certainty, Span};

/// Something that happened, is planned, may happen or is denied.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The clauses that tell it, in text order.
    pub passages: Vec<Span>,
    /// Its verb or noun, in the first passage.
    pub predicate: Span,
    /// At most 70 characters, cut from the first passage.
    pub headline: String,
    /// Its date in EDTF, where the text gives one.
    pub when: Option<String>,
    /// Where it does not: the interval in EDTF that the text leaves.
    pub within: Option<String>,
    /// What date or interval rests on.
    pub basis: Basis,
    /// Who and what is named in it, as indices of clusters, in text order.
    pub clusters: Vec<usize>,
    /// Who says so; `None` is the article's own voice.
    pub by: Option<Source>,
    /// How certain, by the article's words.
    pub certainty: Certainty,
    /// The rule that found it.
    pub rule: &'static str,
    /// Whether it was joined from several tellings.
    pub again: bool,
}

/// Who says that an event happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its cluster, if it is named.
    pub cluster: Option<usize>,
    /// As the text calls it: "police", "Ayatollah Ali Khamenei".
    pub words: String,
}

impl Event {
    /// Why it is here and why then, as a sentence for the reader.
    pub fn reason(&self) -> String {
        let again = if self.again { ", told more than once" } else { "" };
        format!("{}{again}: {}", self.rule, self.basis.words())
    }

    /// The same for people who know no rules: "Told by a verb in a main clause; …".
    pub fn sentence(&self) -> String {
        let told = match self.rule {
            rule @ ("a noun with a date" | "plans") => rule,
            _ if matches!(self.certainty, Certainty::Planned | Certainty::Possible) => {
                "a verb that looks ahead"
            }
            _ => "a verb that tells something done",
        };
        let again = if self.again { ", told more than once" } else { "" };
        format!("Read from {told}{again}; its date: {}", self.basis.words())
    }
}
