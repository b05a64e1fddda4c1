//! What is to be written, as it was when it changed: by the time it is written another article may
//! be on the desk.

use crate::article::Article;
use crate::correct::Journal;
use crate::library::{Entry, print};
use std::rc::Rc;

/// An article as it was when something in it changed.
#[derive(Clone)]
pub struct Draft {
    /// What the list says; with the key.
    pub entry: Entry,
    /// The article as it was read.
    pub base: Rc<Article>,
    /// Which reading that was.
    pub reading: u32,
    /// Whether the store has another reading, or none.
    pub is_new: bool,
    /// What was corrected.
    pub journal: Journal,
    /// Whether it could not be written in this attempt.
    pub failed: bool,
    /// No other draft has this number.
    pub number: u32,
}

/// What the store has of an article.
pub struct Stored {
    /// Under this key.
    pub key: String,
    /// The reading that is in the store.
    pub reading: u32,
    /// The corrections that are in the store.
    pub journal: Journal,
}

/// What is not in the store yet, at most one draft an article, in the order in which they came.
#[derive(Default)]
pub struct Drafts {
    all: Vec<Draft>,
    /// The base of the last draft, and the number of its words: many drafts are of one reading.
    base: Option<(u32, Rc<Article>, u64)>,
    /// Counts the drafts.
    count: u32,
}

impl Drafts {
    /// The base of this reading, and the number of its words; `copy` makes it, once.
    pub fn base(&mut self, reading: u32, copy: impl FnOnce() -> Article) -> (Rc<Article>, u64) {
        match &self.base {
            Some((known, base, print)) if *known == reading => (Rc::clone(base), *print),
            _ => {
                let base = Rc::new(copy());
                let print = print(&base.blocks);
                self.base = Some((reading, Rc::clone(&base), print));
                (base, print)
            }
        }
    }

    /// Adds a draft; an earlier one of the same article is in it.
    pub fn put(&mut self, mut draft: Draft) {
        self.count += 1;
        draft.number = self.count;
        match self.all.iter_mut().find(|earlier| earlier.entry.key == draft.entry.key) {
            Some(earlier) => {
                draft.is_new |= earlier.is_new;
                draft.journal.merge(&earlier.journal);
                *earlier = draft;
            }
            None => self.all.push(draft),
        }
    }

    /// Another attempt at all of them.
    pub fn begin(&mut self) {
        self.all.iter_mut().for_each(|draft| draft.failed = false);
    }

    /// The first one that has not failed in this attempt.
    pub fn next(&self) -> Option<Draft> {
        self.all.iter().find(|draft| !draft.failed).cloned()
    }

    /// This one is in the store; what changed meanwhile stays.
    pub fn written(&mut self, draft: &Draft) {
        self.all.retain(|other| other.number != draft.number);
        if let Some(later) = self.all.iter_mut().find(|later| later.entry.key == draft.entry.key) {
            later.is_new &= later.reading != draft.reading;
        }
    }

    /// This one could not be written; if it has changed meanwhile, it is tried again.
    pub fn failed(&mut self, draft: &Draft) {
        if let Some(same) = self.all.iter_mut().find(|other| other.number == draft.number) {
            same.failed = true;
        }
    }

    /// What was corrected under this key and is not in the store.
    pub fn journal(&self, key: &str) -> Option<Journal> {
        let draft = self.all.iter().find(|draft| draft.entry.key == key)?;
        Some(draft.journal.clone())
    }

    /// Whether corrections would be lost without them.
    pub fn matter(&self) -> bool {
        self.all.iter().any(|draft| !draft.journal.entries().is_empty())
    }
}
