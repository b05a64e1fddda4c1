//! Each change is written at once, with what other tabs have written meanwhile.

use super::{ADDRESS, Keeping, Line, READ_AGAIN, Why, json};
use crate::article::Article;
use crate::browser::store::{Change, Trouble};
use crate::browser::{clock, dom, events, history};
use crate::correct::Journal;
use crate::library::{Entry, joined};
use crate::page::signal;
use crate::studio::desk::Showing;
use crate::studio::set_value;
use crate::view::to_fragment;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Saving is mentioned when it takes so long, in milliseconds.
const PATIENCE: u32 = 400;

impl Keeping {
    /// Saves soon; never twice at once.
    pub(super) fn want(self: &Rc<Self>) {
        if let Err(why) = &*self.store.borrow() {
            return self.desk.line.set(why.map_or(Line::Nothing, Line::Not));
        }
        if self.busy.replace(true) {
            return self.again.set(true);
        }
        let keeping = Rc::clone(self);
        events::after(PATIENCE, move || {
            if keeping.busy.get() {
                keeping.desk.line.set(Line::Saving);
            }
        });
        let keeping = Rc::clone(self);
        spawn_local(async move {
            loop {
                keeping.again.set(false);
                keeping.save().await;
                if !keeping.again.get() {
                    break;
                }
            }
            keeping.busy.set(false);
        });
    }

    async fn save(self: &Rc<Self>) {
        let Some(store) = self.store() else { return };
        let desk = self.desk;
        let key = desk.key.get_untracked();
        let mine = desk.work.with_untracked(|work| work.journal().clone());
        let same = self.stored.borrow().as_ref() == Some(&mine);
        if key.is_empty() || (same && !self.base_is_new.get()) {
            return desk.line.set(if key.is_empty() { Line::Nothing } else { Line::Kept });
        }
        let new_base = self.base_is_new.replace(false);
        let text = new_base.then(|| desk.work.with_untracked(|work| json(work.base())));
        let mut entry = Entry::of(&desk.explorer.model().article, &key, clock::now());
        entry.annotated = desk.showing.with_untracked(|showing| *showing == Showing::Article(None));
        let united = Rc::new(RefCell::new(mine.clone()));
        let inside = Rc::clone(&united);
        let writer = self.writer.clone();
        let outcome = store
            .change(&key, move |before| {
                let mut all = inside.borrow_mut();
                if let Some((older, draft)) = &before {
                    if let Ok(older) = serde_json::from_str(older) {
                        entry = joined(&older, &entry);
                    }
                    if let Ok(draft) = Journal::from_json(draft, writer) {
                        all.merge(&draft);
                    }
                }
                Change { entry: Some(json(&entry)), text, draft: Some(all.to_json()) }
            })
            .await;
        // Another article came on the desk meanwhile: the next turn is its own.
        let still = desk.key.with_untracked(|now| *now == key);
        match outcome {
            Ok(()) if still => {
                let united = united.take();
                self.stored.replace(Some(united.clone()));
                self.take_in(&united);
                desk.line.set(Line::Kept);
                self.name_in_address(&key);
            }
            Ok(()) => {}
            Err(trouble) => {
                self.base_is_new.set(self.base_is_new.get() || new_base);
                desk.line.set(Line::Not(match trouble {
                    Trouble::Full => Why::Full,
                    Trouble::Blocked => Why::Blocked,
                    Trouble::Other(_) => Why::Broken,
                }));
                return;
            }
        }
        let sign = if new_base { READ_AGAIN.to_string() } else { String::new() };
        self.tell(&format!("{key}{sign}"));
    }

    /// So that a reload, a crash and the way back find the article.
    fn name_in_address(&self, key: &str) {
        if history::query(ADDRESS).as_deref() != Some(key) {
            let fragment = to_fragment(&self.desk.explorer.view.get_untracked());
            history::turn(&format!("{ADDRESS}={key}"), &fragment, true);
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
        if let Some(base) = base.filter(|_| !self.base_is_new.get()) {
            self.desk.put_again(base);
            signal::flush();
            self.base_is_new.set(false);
        }
        self.stored.replace(Some(journal.clone()));
        self.take_in(&journal);
    }

    /// Adds to the article on the desk what was corrected elsewhere.
    fn take_in(&self, journal: &Journal) {
        if self.desk.unite(journal) {
            self.desk.explorer.say("Also changed in another tab; both are kept.");
        }
    }
}
