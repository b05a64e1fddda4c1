//! The ids of an article's annotations: each used once, each reference leading somewhere.

use super::nearest::{did_you_mean, nearest};
use super::problem::{At, Report, shown};
use crate::article::Id;
use std::collections::BTreeMap;

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An entity.
    Entity,
    /// An event.
    Event,
    /// A quote.
    Quote,
    /// A figure.
    Figure,
    /// A note.
    Note,
}

impl Kind {
    /// Its name, as in the headers of the annotations: `[entity.some-id]`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Event => "event",
            Self::Quote => "quote",
            Self::Figure => "figure",
            Self::Note => "note",
        }
    }
}

/// All ids of an article.
#[derive(Debug, Default)]
pub struct Ids {
    known: BTreeMap<Id, (Kind, usize)>,
}

impl Ids {
    /// Takes up an id; none, and a report, when it is malformed or taken.
    pub fn define(&mut self, id: At<&str>, kind: Kind, report: &Report) -> Option<Id> {
        let new = Id::new(id.value).map_err(|error| report.error(id.at, error.to_string())).ok()?;
        if let Some((other, at)) = self.known.get(&new) {
            let (other, line) = (other.name(), report.line(*at));
            let message = format!(
                "expected an id used once, found `{new}` of the {other} in line {line} again"
            );
            report.error(id.at, message);
            return None;
        }
        if is_for_times(&new) {
            let message =
                format!("expected another id, found `{new}`: t and a number are the ids of times");
            report.error(id.at, message);
            return None;
        }
        self.known.insert(new.clone(), (kind, id.at));
        Some(new)
    }

    /// The id of this name and of one of these kinds; none, and a report, when there is none.
    pub fn resolve(&self, name: At<&str>, kinds: &[Kind], report: &Report) -> Option<Id> {
        let of_kind = |kind: &Kind| kinds.contains(kind);
        match self.known.get_key_value(name.value) {
            Some((id, (kind, _))) if of_kind(kind) => return Some(id.clone()),
            Some((id, (kind, _))) => {
                let (expected, found) = (names(kinds), kind.name());
                report.error(
                    name.at,
                    format!("expected the id of {expected}, found the {found} `{id}`"),
                );
            }
            None => {
                let ids = self.known.iter().filter(|(_, (kind, _))| of_kind(kind));
                let guess = did_you_mean(nearest(name.value, ids.map(|(id, _)| id.as_str())));
                let (expected, found) = (names(kinds), shown(name.value));
                report.error(
                    name.at,
                    format!("expected the id of {expected}, found `{found}`{guess}"),
                );
            }
        }
        None
    }
}

/// The id of the time with this index in the text.
pub fn of_time(index: usize) -> Option<Id> {
    Id::new(format!("t{:02}", index + 1)).ok()
}

fn is_for_times(id: &Id) -> bool {
    id.strip_prefix('t')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// "an entity or an event".
fn names(kinds: &[Kind]) -> String {
    let article = |kind: &Kind| if kind.name().starts_with('e') { "an" } else { "a" };
    let words: Vec<_> =
        kinds.iter().map(|kind| format!("{} {}", article(kind), kind.name())).collect();
    words.join(" or ")
}
