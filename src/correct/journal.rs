//! All corrections of one article, in their order: undo, redo, two tabs, a new draft.

use super::apply::apply;
use super::correction::Correction;
use super::read;
use super::refused::Refused;
use crate::article::{Article, JsonError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of an entry: unlike any other, and greater than all that its writer knew of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryId {
    /// One more than the greatest that was known.
    pub count: u32,
    /// Who wrote it: a name for each tab or device.
    pub writer: String,
}

/// A correction in a journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// What was corrected.
    pub correction: Correction,
    /// How often it was taken back or made again: taken back if odd.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub turns: u32,
}

fn is_zero(turns: &u32) -> bool {
    *turns == 0
}

impl Entry {
    /// Whether it counts.
    pub fn is_made(&self) -> bool {
        self.turns.is_multiple_of(2)
    }
}

/// The corrections of one article.
///
/// It only ever grows: what was taken back stays, marked so. That is why two journals of one
/// article can be united in any order and always give the same.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    writer: String,
    /// In the order of their ids.
    entries: Vec<Entry>,
}

/// What became of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The article with all corrections that could be made.
    pub article: Article,
    /// Those that could not.
    pub failed: Vec<Failed>,
}

/// A correction that could not be made, such as one of a thing that a new draft does not have.
/// It stays in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its name in the journal.
    pub entry: EntryId,
    /// What it was, in words.
    pub words: String,
    /// Why it could not be made.
    pub why: Refused,
}

impl PartialEq for Journal {
    /// Who writes next makes no difference.
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Journal {
    /// An empty one. Every tab and device needs a name of its own: a random one will do.
    pub fn new(writer: impl Into<String>) -> Self {
        Self { writer: writer.into(), entries: Vec::new() }
    }

    /// Reads what [`to_json`](Self::to_json) wrote, to go on under this name.
    ///
    /// # Errors
    /// Says what was expected and where.
    pub fn from_json(json: &str, writer: impl Into<String>) -> Result<Self, JsonError> {
        let mut journal = Self::new(writer);
        journal.unite(read::entries(json)?);
        Ok(journal)
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.entries).unwrap_or_default()
    }

    /// All entries in their order, those taken back among them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds a correction behind all others. What was taken back cannot be made again then.
    pub fn add(&mut self, correction: Correction) {
        let last = self.entries.last().map_or(0, |entry| entry.id.count);
        let id = EntryId { count: last.saturating_add(1), writer: self.writer.clone() };
        self.entries.push(Entry { id, correction, turns: 0 });
    }

    fn last_made(&self) -> Option<usize> {
        self.entries.iter().rposition(Entry::is_made)
    }

    /// The name of the last entry that counts.
    pub(super) fn last_made_id(&self) -> Option<EntryId> {
        self.last_made().map(|at| self.entries[at].id.clone())
    }

    /// Whether the entry with this name counts.
    pub(super) fn is_made(&self, id: &EntryId) -> bool {
        let at = self.entries.binary_search_by(|entry| entry.id.cmp(id));
        at.is_ok_and(|at| self.entries[at].is_made())
    }

    fn first_taken_back(&self) -> Option<usize> {
        let next = self.last_made().map_or(0, |last| last + 1);
        (next < self.entries.len()).then_some(next)
    }

    /// What [`undo`](Self::undo) would take back.
    pub fn to_undo(&self) -> Option<&Correction> {
        self.last_made().map(|at| &self.entries[at].correction)
    }

    /// What [`redo`](Self::redo) would make again.
    pub fn to_redo(&self) -> Option<&Correction> {
        self.first_taken_back().map(|at| &self.entries[at].correction)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.last_made().is_some()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.first_taken_back().is_some()
    }

    /// Takes the last correction back; says which, in words.
    pub fn undo(&mut self) -> Option<String> {
        let at = self.last_made()?;
        self.turn(at)
    }

    /// Makes the correction again that was taken back last; says which, in words.
    pub fn redo(&mut self) -> Option<String> {
        let at = self.first_taken_back()?;
        self.turn(at)
    }

    fn turn(&mut self, at: usize) -> Option<String> {
        let entry = self.entries.get_mut(at)?;
        entry.turns = entry.turns.saturating_add(1);
        Some(entry.correction.words())
    }

    /// The article with all corrections made, one after the other.
    pub fn apply_to(&self, base: &Article) -> Outcome {
        let mut outcome = Outcome { article: base.clone(), failed: Vec::new() };
        for entry in self.entries.iter().filter(|entry| entry.is_made()) {
            if let Err(why) = apply(&mut outcome.article, &entry.correction) {
                let (entry, words) = (entry.id.clone(), entry.correction.words());
                outcome.failed.push(Failed { entry, words, why });
            }
        }
        outcome
    }

    /// Takes over what another tab or device has written, the corrections and what was taken
    /// back.
    pub fn merge(&mut self, other: &Self) {
        self.unite(other.entries.iter().cloned());
    }

    fn unite(&mut self, others: impl IntoIterator<Item = Entry>) {
        let mut all: BTreeMap<EntryId, Entry> = BTreeMap::new();
        for entry in std::mem::take(&mut self.entries).into_iter().chain(others) {
            match all.get_mut(&entry.id) {
                Some(known) => known.turns = known.turns.max(entry.turns),
                None => drop(all.insert(entry.id.clone(), entry)),
            }
        }
        self.entries = all.into_values().collect();
    }
}
