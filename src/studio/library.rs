//! The list of kept articles on the start screen.

mod looking;
mod rows;

use super::desk::Desk;
use super::focus;
use super::keeping::{Keeping, json};
use crate::browser::store::{Change, Trouble};
use crate::browser::{clock, events};
use crate::correct::{Correction, Field, Journal};
use crate::library::{self, Entry, Haystack, Query};
use crate::page::{bind, signal::Signal};
use rows::{in_row, key, rename_field};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, KeyboardEvent, MouseEvent};

/// So many articles are shown until more are asked for.
const SHOWN: usize = 100;

/// The list, and what is looked for in it.
#[derive(Clone)]
struct Library {
    keeping: Rc<Keeping>,
    entries: Signal<Rc<Vec<Entry>>>,
    /// What each of the entries says, once somebody has looked for words.
    facts: Rc<RefCell<Vec<Haystack>>>,
    /// Those to be shown, in order.
    found: Signal<Rc<Vec<Entry>>>,
    query: Signal<Query>,
    /// The article whose title is being written.
    renamed: Signal<String>,
    /// How many may be shown.
    room: Signal<usize>,
    /// What happened last, if it did not work.
    trouble: Signal<String>,
    /// Each article's words, once somebody has looked for some; with when it was changed.
    words: Rc<RefCell<HashMap<String, (u64, Haystack)>>>,
    /// Counts the articles whose words are known.
    known: Signal<usize>,
    /// Whether more of them are being read.
    looking: Rc<Cell<bool>>,
}

/// Brings the list to life.
pub fn live(desk: Desk, keeping: Rc<Keeping>) {
    let library = Library {
        keeping,
        entries: desk.shelf,
        facts: Rc::default(),
        found: Signal::new(Rc::default()),
        query: Signal::new(Query::default()),
        renamed: Signal::new(String::new()),
        room: Signal::new(SHOWN),
        trouble: Signal::new(String::new()),
        words: Rc::default(),
        known: Signal::new(0),
        looking: Rc::default(),
    };
    let changed = library.clone();
    bind::watch(move || {
        changed.keeping.changes.track();
        spawn_local(changed.clone().read());
    });
    let first = library.clone();
    // Other tabs have had time to say that they bring something back.
    events::after(1000, move || spawn_local(first.purge()));
    library.clone().show();
    library.listen();
}

impl Library {
    /// Reads the list.
    async fn read(self) {
        let Some(store) = self.keeping.store() else { return };
        match store.entries().await {
            Ok(all) => {
                let all = all.iter().filter_map(|entry| serde_json::from_str(entry).ok());
                let mut all: Vec<Entry> = all.collect();
                library::order(&mut all);
                self.facts.take();
                self.entries.set(Rc::new(all));
                if !self.query.with_untracked(Query::is_empty) {
                    self.look_through().await;
                }
            }
            Err(trouble) => self.say(&trouble),
        }
    }

    /// Throws away what was deleted long enough ago.
    async fn purge(self) {
        let now = clock::now();
        let late = library::purge(&self.entries.get_untracked(), now);
        let is_late = |entry: &str| {
            serde_json::from_str(entry).is_ok_and(|entry| !library::purge(&[entry], now).is_empty())
        };
        if let Some(store) = self.keeping.store().filter(|_| !late.is_empty()) {
            match store.remove(&late, is_late).await {
                Ok(()) => self.keeping.tell(""),
                Err(trouble) => self.say(&trouble),
            }
        }
    }

    fn say(&self, trouble: &Trouble) {
        self.trouble.set(format!("Not done: {trouble}."));
    }

    /// Keeps the screen as the state says.
    fn show(self) {
        let library = self.clone();
        bind::hide("#start .library", move || {
            let none = library.entries.with(|all| all.is_empty());
            none && library.trouble.with(String::is_empty)
        });
        let library = self.clone();
        bind::watch(move || library.found.set(library.find()));
        let library = self.clone();
        let before = RefCell::new(String::new());
        bind::watch(move || {
            let found = library.found.get();
            let room = library.room.get().min(found.len());
            let rows = rows::html(&found[..room], &library.renamed.get());
            if *before.borrow() != rows {
                rows::put(&rows);
                before.replace(rows);
            }
        });
        let library = self.clone();
        bind::write(".library-line", move || library.line());
        let library = self.clone();
        bind::hide(".library-more", move || library.shown() <= library.room.get());
        let library = self.clone();
        bind::write(".library-more", move || format!("Show all {}", library.shown()));
        let library = self.clone();
        bind::hide(".deleted", move || library.last_deleted().is_none());
        let library = self.clone();
        bind::write(".deleted span", move || {
            let title = library.last_deleted().map(|entry| entry.title).unwrap_or_default();
            format!("Deleted: “{title}”")
        });
        // The field appears with the row; it is written in at once.
        let library = self;
        bind::watch(move || {
            if library.renamed.with(|key| !key.is_empty()) {
                events::next_frame(|| {
                    if let Some(field) = rename_field() {
                        let _ = field.focus();
                        field.select();
                    }
                });
            }
        });
    }

    fn last_deleted(&self) -> Option<Entry> {
        self.entries.with(|all| library::undone(all, clock::now()).cloned())
    }

    fn shown(&self) -> usize {
        self.found.with(|found| found.len())
    }

    /// What is said under the field.
    fn line(&self) -> String {
        let trouble = self.trouble.get();
        let live = |entry: &&Entry| entry.deleted.is_none();
        let live = self.entries.with(|all| all.iter().filter(live).count());
        if !trouble.is_empty() {
            trouble
        } else if self.query.with(Query::is_empty) {
            String::new()
        } else if self.known.get() < live {
            format!("Looking through the articles’ words … {} of {live}", self.known.get())
        } else {
            match self.shown() {
                0 => "None has these words.".to_owned(),
                1 => "1 article".to_owned(),
                count => format!("{count} articles"),
            }
        }
    }

    fn listen(self) {
        let library = self.clone();
        bind::on("input", "#library-search", move |_, field| {
            let Some(field) = field.dyn_ref::<HtmlInputElement>() else { return };
            library.query.set(Query::new(&field.value()));
            library.room.set(SHOWN);
            if !library.query.with_untracked(Query::is_empty) {
                spawn_local(library.clone().look_through());
            }
        });
        let library = self.clone();
        bind::press(".library-more", move || library.room.set(usize::MAX));
        let library = self.clone();
        bind::on("click", ".kept-articles .title", move |event, link| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let elsewhere = event.button() != 0 || event.ctrl_key() || event.meta_key();
            if !(elsewhere || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                library.keeping.open(&key(&link));
            }
        });
        let library = self.clone();
        bind::on("click", "[data-library=rename]", move |_, button| {
            library.renamed.set(key(&button))
        });
        let library = self.clone();
        bind::on("click", "[data-library=leave]", move |_, _| library.leave());
        let library = self.clone();
        bind::on("keydown", ".rename input", move |event, _| {
            let escape = |event: &KeyboardEvent| event.key() == "Escape";
            if event.dyn_ref().is_some_and(escape) {
                library.leave();
            }
        });
        let library = self.clone();
        bind::on("submit", ".rename", move |event, form| {
            event.prevent_default();
            let title = rename_field().map(|field| field.value()).unwrap_or_default();
            let key = key(&form);
            library.leave();
            if !title.trim().is_empty() {
                spawn_local(library.clone().rename(key, title.trim().to_owned()));
            }
        });
        let library = self.clone();
        bind::on("click", "[data-library=delete]", move |_, button| {
            let key = key(&button);
            spawn_local(library.clone().mark(key, Some(clock::now())));
        });
        let library = self;
        bind::press("[data-library=undelete]", move || {
            if let Some(entry) = library.last_deleted() {
                spawn_local(library.clone().mark(entry.key, None));
            }
        });
    }

    /// Ends the renaming; the button that began it gets the focus back.
    fn leave(&self) {
        let key = self.renamed.get_untracked();
        self.renamed.set(String::new());
        events::next_frame(move || focus(&in_row(&key, "[data-library=rename]")));
    }

    /// Marks an article as deleted, or no longer.
    async fn mark(self, key: String, deleted: Option<u64>) {
        self.change(key, move |entry, _| {
            entry.deleted = deleted;
            None
        })
        .await;
    }

    /// Another headline is a correction like any other: it can be taken back in the article.
    async fn rename(self, key: String, title: String) {
        let writer = self.keeping.writer().to_owned();
        self.change(key, move |entry, draft| {
            let mut journal = Journal::from_json(draft, writer).ok()?;
            entry.title.clone_from(&title);
            entry.changed = clock::now();
            journal.add(Correction::Meta { field: Field::Title, value: title });
            Some(journal.to_json())
        })
        .await;
    }

    /// Changes what the list says of an article; and its corrections, if `change` gives some.
    async fn change(
        self,
        key: String,
        change: impl FnOnce(&mut Entry, &str) -> Option<String> + 'static,
    ) {
        let Some(store) = self.keeping.store() else { return };
        let changed = store.change(&key, |before| {
            let Some((entry, draft)) = before else { return Change::default() };
            let Ok(mut entry) = serde_json::from_str(&entry) else { return Change::default() };
            let draft = change(&mut entry, &draft);
            Change { entry: Some(json(&entry)), text: None, draft }
        });
        match changed.await {
            Ok(()) => {
                self.trouble.set(String::new());
                self.keeping.tell(&key);
            }
            Err(trouble) => self.say(&trouble),
        }
    }
}
