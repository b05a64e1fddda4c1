//! Looking for words: in what the list says at once, in the articles as they are read.

use super::Library;
use crate::browser::store::Store;
use crate::library::{self, Entry, Haystack, haystack};
use std::rc::Rc;

impl Library {
    /// The articles that somebody looks for, in order.
    pub(super) fn find(&self) -> Rc<Vec<Entry>> {
        let all = self.entries.get();
        let query = self.query.get();
        let live = all.iter().enumerate().filter(|(_, entry)| entry.deleted.is_none());
        if query.is_empty() {
            return Rc::new(live.map(|(_, entry)| entry.clone()).collect());
        }
        self.known.track();
        let mut facts = self.facts.borrow_mut();
        if facts.len() != all.len() {
            *facts = all.iter().map(facts_of).collect();
        }
        let words = self.words.borrow();
        let none = Haystack::default();
        let fits = |(at, entry): &(usize, &Entry)| {
            let text = words.get(&entry.key).map_or(&none, |(_, words)| words);
            query.fits(&[&facts[*at], text])
        };
        Rc::new(live.filter(fits).map(|(_, entry)| entry.clone()).collect())
    }

    /// Reads the words of all articles that are not known yet, one after another.
    pub(super) async fn look_through(self) {
        let Some(store) = self.keeping.store().filter(|_| !self.looking.replace(true)) else {
            return;
        };
        loop {
            let all = self.entries.get_untracked();
            let mut known = 0;
            for entry in all.iter().filter(|entry| entry.deleted.is_none()) {
                self.learn(&store, entry).await;
                known += 1;
                // What is found is shown while the rest is read.
                if known % 64 == 0 {
                    self.known.set(known);
                }
            }
            self.known.set(known);
            // The list may have changed meanwhile.
            if Rc::ptr_eq(&all, &self.entries.get_untracked()) {
                break;
            }
        }
        self.looking.set(false);
    }

    /// Reads an article's words, if they are not known as they are now.
    async fn learn(&self, store: &Store, entry: &Entry) {
        let fresh = |(changed, _): &(u64, Haystack)| *changed == entry.changed;
        if self.words.borrow().get(&entry.key).is_some_and(fresh) {
            return;
        }
        if let Ok(Some(text)) = store.text(&entry.key).await {
            let words = library::words(&text).unwrap_or_default();
            self.words.borrow_mut().insert(entry.key.clone(), (entry.changed, words));
        }
    }
}

/// What the list says of an article, to look for words in.
fn facts_of(entry: &Entry) -> Haystack {
    let facts = [Some(&entry.title), entry.by.as_ref(), entry.site.as_ref()];
    haystack(facts.into_iter().flatten().map(String::as_str))
}
