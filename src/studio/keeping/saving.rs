//! Each change is written at once, with what other tabs have written meanwhile.

use super::drafts::{Draft, Stored};
use super::{Keeping, Line, READ_AGAIN, Why, json};
use crate::article::Article;
use crate::browser::store::{Change, Trouble};
use crate::browser::{clock, dom, events, history, tabs};
use crate::correct::Journal;
use crate::library::{Entry, joined};
use crate::studio::desk::Showing;
use crate::studio::set_value;
use crate::view::to_fragment;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Saving is mentioned when it takes so long, in milliseconds.
const PATIENCE: u32 = 400;

impl Keeping {
    /// Saves the article on the desk as it is now.
    pub(super) fn want(self: &Rc<Self>) {
        if !self.never() {
            self.note();
        }
        self.save_all();
    }

    /// Whether nothing can be kept here.
    fn never(&self) -> bool {
        matches!(*self.store.borrow(), Err(Some(_)))
    }

    /// Calls when nothing is being saved any more; what could not be saved is tried once more.
    pub fn when_saved(self: &Rc<Self>, call: impl FnOnce() + 'static) {
        self.then.borrow_mut().push(Box::new(call));
        self.save_all();
    }

    /// Writes down what is to be saved.
    fn note(&self) {
        let desk = self.desk;
        let (key, reading) = (desk.key.get_untracked(), desk.readings.get_untracked());
        desk.work.with_untracked(|work| {
            let stored = self.stored.borrow();
            let stored = stored.as_ref().filter(|stored| stored.key == key);
            let is_new = stored.is_none_or(|stored| stored.reading != reading);
            if !is_new && stored.is_some_and(|stored| stored.journal == *work.journal()) {
                return;
            }
            let mut entry = Entry::of(work.article(), &key, clock::now());
            entry.annotated =
                desk.showing.with_untracked(|showing| *showing == Showing::Article(None));
            let mut drafts = self.drafts.borrow_mut();
            let (base, print) = drafts.base(reading, || work.base().clone());
            entry.print = print;
            let journal = work.journal().clone();
            drafts.put(Draft { entry, base, reading, is_new, journal, failed: false, number: 0 });
        });
    }

    /// Saves all that is not saved; never twice at once.
    pub(super) fn save_all(self: &Rc<Self>) {
        let why = self.store.borrow().as_ref().err().copied();
        if let Some(why) = why {
            if why.is_some() {
                // They came before it was known that nothing can be kept.
                self.drafts.take();
            }
            if !self.desk.key.with_untracked(String::is_empty) {
                self.desk.line.set(why.map_or(Line::Nothing, Line::Not));
            }
            return self.rest();
        }
        if self.busy.replace(true) {
            return self.guard();
        }
        let keeping = Rc::clone(self);
        events::after(PATIENCE, move || {
            if keeping.busy.get() {
                keeping.desk.line.set(Line::Saving);
            }
        });
        self.guard();
        let keeping = Rc::clone(self);
        spawn_local(async move {
            keeping.drafts.borrow_mut().begin();
            // Bound before it is awaited: drafts come meanwhile.
            while let Some(draft) = keeping.next() {
                keeping.save(draft).await;
            }
            keeping.busy.set(false);
            let key = keeping.desk.key.get_untracked();
            if keeping.drafts.borrow().journal(&key).is_none() {
                keeping.desk.line.set(if key.is_empty() { Line::Nothing } else { Line::Kept });
            }
            keeping.rest();
        });
    }

    fn next(&self) -> Option<Draft> {
        self.drafts.borrow().next()
    }

    /// Nothing is being saved.
    fn rest(&self) {
        self.guard();
        for call in self.then.take() {
            call();
        }
    }

    /// Has the browser ask before it closes the tab, as long as corrections would be lost.
    fn guard(&self) {
        let lost = if self.never() {
            self.desk.work.with_untracked(|work| {
                let made = work.journal().entries();
                !made.is_empty() && made != self.given.entries()
            })
        } else {
            self.drafts.borrow().matter()
        };
        tabs::ask_before_closing(lost);
    }

    /// Writes a draft, with what other tabs have written meanwhile.
    async fn save(self: &Rc<Self>, draft: Draft) {
        let Some(store) = self.store() else {
            return self.drafts.borrow_mut().failed(&draft);
        };
        let desk = self.desk;
        let key = draft.entry.key.clone();
        let Draft { mut entry, base, is_new, journal, reading, .. } = draft.clone();
        let united = Rc::new(RefCell::new(journal));
        let inside = Rc::clone(&united);
        let writer = self.writer.clone();
        let outcome = store
            .change(&key, move |before| {
                let mut all = inside.borrow_mut();
                // Nothing is there, or nothing any more: then all of it is written.
                let text = (is_new || before.is_none()).then(|| json(&*base));
                if let Some((older, draft)) = &before {
                    if let Ok(older) = serde_json::from_str(older) {
                        entry = joined(&older, &entry, is_new);
                    }
                    if let Ok(draft) = Journal::from_json(draft, writer) {
                        all.merge(&draft);
                    }
                }
                Change { entry: Some(json(&entry)), text, draft: Some(all.to_json()) }
            })
            .await;
        // Another article came on the desk meanwhile: what the line says is of that one.
        let still = desk.key.with_untracked(|now| *now == key);
        if let Err(trouble) = outcome {
            self.drafts.borrow_mut().failed(&draft);
            if !still {
                let title = &draft.entry.title;
                return desk.explorer.say(format!("“{title}” is not kept: {trouble}."));
            }
            return desk.line.set(Line::Not(match trouble {
                Trouble::Full => Why::Full,
                Trouble::Blocked => Why::Blocked,
                Trouble::Other(_) => Why::Broken,
            }));
        }
        self.drafts.borrow_mut().written(&draft);
        if still {
            let journal = united.take();
            self.take_in(&journal);
            self.stored.replace(Some(Stored { key: key.clone(), reading, journal }));
            self.name_in_address(&key);
        }
        let sign = if is_new { READ_AGAIN.to_string() } else { String::new() };
        self.tell(&format!("{key}{sign}"));
    }

    /// So that a reload, a crash and the way back find the article.
    fn name_in_address(&self, key: &str) {
        // The start screen has an address of its own.
        if !self.is_shown() {
            return;
        }
        self.named.replace(key.to_owned());
        if history::query(history::KEPT).as_deref() != Some(key) {
            let fragment = to_fragment(&self.desk.explorer.view.get_untracked());
            history::turn(&format!("{}={key}", history::KEPT), &fragment, true);
        }
        // What was pasted is in the list now.
        if let Some(field) = dom::by_id("pasted") {
            set_value(&field, "");
        }
    }

    /// Another tab has changed an article.
    pub(super) fn heard(self: &Rc<Self>, words: &str) {
        self.changes.update(|count| *count += 1);
        let key = words.trim_end_matches(READ_AGAIN);
        if !key.is_empty() && self.desk.key.with_untracked(|mine| mine == key) {
            let again = words.ends_with(READ_AGAIN);
            spawn_local(Rc::clone(self).take_over(key.to_owned(), again));
        }
    }

    /// Takes what another tab has stored; `again` if it may have read the article again.
    pub(super) async fn take_over(self: Rc<Self>, key: String, again: bool) {
        let Some(store) = self.store() else { return };
        let Ok(Some(stored)) = store.read(&key).await else { return };
        let Ok(journal) = self.journal(&stored.draft) else { return };
        if self.desk.key.with_untracked(|mine| *mine != key) {
            return;
        }
        let base = again.then(|| Article::from_json(&stored.text).ok()).flatten();
        let base = base.filter(|base| self.desk.work.with_untracked(|mine| mine.base() != base));
        let mut reading = self.reading_of(&key);
        // One that was made here, and is not stored yet, will be.
        if let Some(base) = base.filter(|_| reading == Some(self.desk.readings.get_untracked())) {
            self.desk.put_again(base);
            reading = Some(self.desk.readings.get_untracked());
        }
        if let Some(reading) = reading {
            let journal = journal.clone();
            self.stored.replace(Some(Stored { key, reading, journal }));
        }
        self.take_in(&journal);
    }

    /// Which reading of an article the store has, as far as this tab knows.
    fn reading_of(&self, key: &str) -> Option<u32> {
        let stored = self.stored.borrow();
        stored.as_ref().filter(|stored| stored.key == key).map(|stored| stored.reading)
    }

    /// Adds to the article on the desk what was corrected elsewhere.
    fn take_in(&self, journal: &Journal) {
        if self.desk.unite(journal) {
            self.desk.explorer.say("Also changed in another tab; both are kept.");
        }
    }
}
