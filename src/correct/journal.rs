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
    /// The turns at which something newer was there, and was taken back as well: as long as
    /// they are the same, it is not made again. 0 if that never was so.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub passed: u32,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Entry {
    /// Whether it counts.
    pub fn is_made(&self) -> bool {
        self.turns.is_multiple_of(2)
    }

    /// Whether it may be made again.
    fn can_return(&self) -> bool {
        !self.is_made() && self.passed < self.turns
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
        self.entries.push(Entry { id, correction, turns: 0, passed: 0 });
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

    fn first_to_return(&self) -> Option<usize> {
        let next = self.last_made().map_or(0, |last| last + 1);
        let behind = self.entries.get(next..)?;
        behind.iter().position(Entry::can_return).map(|at| next + at)
    }

    /// What [`undo`](Self::undo) would take back.
    pub fn to_undo(&self) -> Option<&Correction> {
        self.last_made().map(|at| &self.entries[at].correction)
    }

    /// What [`redo`](Self::redo) would make again.
    pub fn to_redo(&self) -> Option<&Correction> {
        self.first_to_return().map(|at| &self.entries[at].correction)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.last_made().is_some()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.first_to_return().is_some()
    }

    /// Takes the last correction back; says which, in words.
    pub fn undo(&mut self) -> Option<String> {
        let at = self.last_made()?;
        // What lies taken back before it was so when it came: what is undone now is newer.
        for passed in self.entries[..at].iter_mut().rev().take_while(|entry| !entry.is_made()) {
            passed.passed = passed.turns;
        }
        self.turn(at)
    }

    /// Makes the correction again that was taken back last; says which, in words.
    pub fn redo(&mut self) -> Option<String> {
        let at = self.first_to_return()?;
        self.turn(at)
    }

    /// Takes this correction back, whatever was corrected after it, and for good: it is not made
    /// again by [`Self::redo`]. Whether it was made.
    pub fn take_back(&mut self, correction: &Correction) -> bool {
        let is = |entry: &&mut Entry| entry.is_made() && entry.correction == *correction;
        let Some(entry) = self.entries.iter_mut().rev().find(is) else { return false };
        entry.turns = entry.turns.saturating_add(1);
        entry.passed = entry.turns;
        true
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
                Some(known) => {
                    known.turns = known.turns.max(entry.turns);
                    known.passed = known.passed.max(entry.passed);
                }
                None => drop(all.insert(entry.id.clone(), entry)),
            }
        }
        self.entries = all.into_values().collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::Field;
    use proptest::prelude::*;

    fn titled(n: usize) -> Correction {
        Correction::Meta { field: Field::Title, value: n.to_string() }
    }

    fn written_and_read(journal: &Journal) -> Journal {
        Journal::from_json(&journal.to_json(), "a").expect("a journal")
    }

    #[test]
    fn a_journal_of_before_goes_on_well() {
        let entry = |count: u32, turns: u32| {
            format!(
                r#"{{"id":{{"count":{count},"writer":"a"}},"turns":{turns},
                    "correction":{{"meta":{{"field":"title","value":"{count}"}}}}}}"#
            )
        };
        let json = format!("[{},{},{}]", entry(1, 0), entry(2, 1), entry(3, 0));
        let mut journal = Journal::from_json(&json, "a").expect("a journal");
        journal.undo();
        assert_eq!(journal.to_redo(), Some(&titled(3)));
        let mut other = Journal::from_json(&json, "b").expect("a journal");
        other.merge(&journal);
        assert_eq!(other.to_redo(), Some(&titled(3)));
    }

    proptest! {
        /// Two stacks: what was done, and what was undone since something new was done.
        #[test]
        fn undo_and_redo_are_those_of_any_editor(steps in prop::collection::vec(0u8..6, 1..40)) {
            let mut journal = Journal::new("a");
            let (mut done, mut undone): (Vec<usize>, Vec<usize>) = Default::default();
            for (n, step) in steps.into_iter().enumerate() {
                match step {
                    0..=1 => {
                        journal.undo();
                        undone.extend(done.pop());
                    }
                    2 => {
                        journal.redo();
                        done.extend(undone.pop());
                    }
                    _ => {
                        journal.add(titled(n));
                        done.push(n);
                        undone.clear();
                    }
                }
                let before = journal.clone();
                journal = written_and_read(&journal);
                prop_assert_eq!(&journal, &before);
                prop_assert_eq!(journal.to_undo().cloned(), done.last().map(|n| titled(*n)));
                prop_assert_eq!(journal.to_redo().cloned(), undone.last().map(|n| titled(*n)));
                prop_assert_eq!(journal.can_redo(), !undone.is_empty());
            }
        }
    }
}
