//! The list of kept articles on the start screen.

use super::keeping::{Keeping, json};
use crate::article::Article;
use crate::browser::store::{Change, Trouble};
use crate::browser::{clock, dom, events};
use crate::correct::{Correction, Field, Journal};
use crate::library::{self, Entry, Haystack, Query, haystack};
use crate::markup::escape::escape;
use crate::page::{bind, signal::Signal};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

/// So many articles are shown until more are asked for.
const SHOWN: usize = 100;

/// The list, and what is looked for in it.
#[derive(Clone)]
struct Library {
    keeping: Rc<Keeping>,
    entries: Signal<Rc<Vec<Entry>>>,
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
}

/// Brings the list to life.
pub fn live(keeping: Rc<Keeping>) {
    let library = Library {
        keeping,
        entries: Signal::new(Rc::default()),
        query: Signal::new(Query::default()),
        renamed: Signal::new(String::new()),
        room: Signal::new(SHOWN),
        trouble: Signal::new(String::new()),
        words: Rc::default(),
        known: Signal::new(0),
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
                self.entries.set(Rc::new(all.collect()));
            }
            Err(trouble) => self.say(&trouble),
        }
    }

    /// Throws away what was deleted long enough ago.
    async fn purge(self) {
        let late = library::purge(&self.entries.get_untracked(), clock::now());
        if let Some(store) = self.keeping.store().filter(|_| !late.is_empty()) {
            match store.remove(&late).await {
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
        let before = RefCell::new(String::new());
        bind::watch(move || {
            let rows = library.rows();
            if *before.borrow() != rows {
                put_rows(&rows);
                before.replace(rows);
            }
        });
        let library = self.clone();
        bind::write(".library-line", move || library.line());
        let library = self.clone();
        bind::hide(".library-more", move || library.found().len() <= library.room.get());
        let library = self.clone();
        bind::write(".library-more", move || format!("Show all {}", library.found().len()));
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

    /// The articles to be shown, in order.
    fn found(&self) -> Vec<Entry> {
        let mut all: Vec<Entry> = self.entries.with(|all| all.to_vec());
        library::order(&mut all);
        let query = self.query.get();
        if query.is_empty() {
            return all;
        }
        self.known.track();
        let words = self.words.borrow();
        let none = Haystack::default();
        all.retain(|entry| {
            let facts = [Some(&entry.title), entry.by.as_ref(), entry.site.as_ref()];
            let facts = haystack(facts.into_iter().flatten().map(String::as_str));
            let text = words.get(&entry.key).map_or(&none, |(_, words)| words);
            query.fits(&[&facts, text])
        });
        all
    }

    fn rows(&self) -> String {
        let (now, behind) = (clock::now(), clock::behind());
        let renamed = self.renamed.get();
        let room = self.room.get();
        let mut html = String::new();
        for entry in self.found().iter().take(room) {
            html.push_str(&row(entry, *entry.key == *renamed, now, behind));
        }
        html
    }

    /// What is said under the field.
    fn line(&self) -> String {
        let trouble = self.trouble.get();
        let live = self.entries.with(|all| all.iter().filter(|e| e.deleted.is_none()).count());
        if !trouble.is_empty() {
            trouble
        } else if self.query.with(Query::is_empty) {
            String::new()
        } else if self.known.get() < live {
            format!("Looking through the articles’ words … {} of {live}", self.known.get())
        } else {
            match self.found().len() {
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
            focus_near(&button);
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

    /// Reads the words of all articles that are not known yet, a few at a time.
    async fn look_through(self) {
        let Some(store) = self.keeping.store() else { return };
        let all = self.entries.get_untracked();
        let mut known = 0;
        for entry in all.iter().filter(|entry| entry.deleted.is_none()) {
            let fresh = |(changed, _): &(u64, Haystack)| *changed == entry.changed;
            if !self.words.borrow().get(&entry.key).is_some_and(fresh)
                && let Ok(Some(text)) = store.text(&entry.key).await
            {
                let article = Article::from_json(&text).unwrap_or_default();
                let words = haystack(article.blocks.iter().map(|block| &*block.text));
                self.words.borrow_mut().insert(entry.key.clone(), (entry.changed, words));
            }
            known += 1;
            // Enough for a picture in between.
            if known % 16 == 0 {
                self.known.set(known);
            }
        }
        self.known.set(known);
    }
}

/// Writes the list; what has the focus in it has it afterwards too.
fn put_rows(rows: &str) {
    let Some(list) = dom::by_selector(".kept-articles") else { return };
    let active = dom::document().active_element().filter(|active| list.contains(Some(active)));
    let active = active.and_then(|active| active.dyn_into::<HtmlElement>().ok());
    let was = active.map(|active| match active.get_attribute("data-library") {
        Some(what) => in_row(&key(&active), &format!("[data-library={what}]")),
        None => in_row(&key(&active), ".title"),
    });
    list.set_inner_html(rows);
    if let Some(was) = was {
        focus(&was);
    }
}

/// What matches in the row of an article. Keys are letters, digits and hyphens.
fn in_row(key: &str, selector: &str) -> String {
    format!(".kept-articles [data-key=\"{key}\"] {selector}")
}

/// One line of the list.
fn row(entry: &Entry, renamed: bool, now: u64, behind: i32) -> String {
    let (key, title) = (escape(&entry.key), escape(&entry.title));
    let head = if renamed {
        format!(
            "<form class=\"rename\"><input type=\"text\" value=\"{title}\" aria-label=\"Title\" \
             autocomplete=\"off\"><button type=\"submit\">Set</button>\
             <button type=\"button\" data-library=\"leave\">Cancel</button></form>"
        )
    } else {
        format!("<a class=\"title\" href=\"?kept={key}\"><bdi>{title}</bdi></a>")
    };
    let day = entry.day.as_deref().map(in_words);
    let facts = [entry.by.clone(), entry.site.clone(), day, Some(count(entry.words))];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| escape(&fact)).collect();
    let ago = library::ago(entry.changed, now, behind);
    format!(
        "<li data-key=\"{key}\">{head}<p class=\"facts\">{} · changed {ago}</p>\
         <p class=\"row-ways\">\
         <button type=\"button\" data-library=\"rename\" aria-label=\"Rename “{title}”\">Rename</button>\
         <button type=\"button\" data-library=\"delete\" aria-label=\"Delete “{title}”\">Delete</button>\
         </p></li>",
        facts.join(" · ")
    )
}

/// "1,424 words".
fn count(words: u32) -> String {
    match words {
        1 => "1 word".to_owned(),
        0..1000 => format!("{words} words"),
        _ => format!("{},{:03} words", words / 1000, words % 1000),
    }
}

fn in_words(edtf: &str) -> String {
    crate::time::parse(edtf).map_or_else(|_| edtf.to_owned(), |date| crate::time::long(&date))
}

/// The key of the row around an element.
fn key(element: &HtmlElement) -> String {
    let row = element.closest("[data-key]").ok().flatten();
    row.and_then(|row| row.get_attribute("data-key")).unwrap_or_default()
}

fn rename_field() -> Option<HtmlInputElement> {
    dom::by_selector(".rename input")?.dyn_into().ok()
}

fn focus(selector: &str) {
    let element = dom::by_selector(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// A row goes away with what had the focus: the way to undo it takes it.
fn focus_near(button: &HtmlElement) {
    if dom::document().active_element().is_some_and(|active| button.contains(Some(&active))) {
        events::after(0, || events::next_frame(|| focus("[data-library=undelete]")));
    }
}
