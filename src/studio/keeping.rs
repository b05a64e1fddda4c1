//! The article on the desk is kept: at every change, in one step, with what other tabs have
//! changed meanwhile; and it is found again by its address.

mod drafts;
mod leaving;
mod line;
mod saving;

pub use line::{Line, Why};

use drafts::{Drafts, Stored};

use super::desk::{Desk, Showing};
use super::opening::Opening;
use super::{enter_article, single};
use crate::article::Article;
use crate::browser::store::{Store, Trouble};
use crate::browser::{chance, dom, events, history, tabs::Tabs};
use crate::correct::Journal;
use crate::library::Entry;
use crate::page::{bind, listeners, signal::Signal};
use crate::view::ViewState;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, PageTransitionEvent};

/// The channel on which tabs say which article has changed.
const CHANNEL: &str = "dateline-library";

/// Behind a key on that channel: the article itself was read again.
const READ_AGAIN: char = '+';

/// What keeps the article on the desk.
pub struct Keeping {
    desk: Desk,
    opening: Rc<Opening>,
    store: RefCell<Result<Rc<Store>, Option<Why>>>,
    tabs: Tabs,
    /// Whose corrections are made here.
    writer: String,
    /// What the store has of the article on the desk, as far as this tab knows.
    stored: RefCell<Option<Stored>>,
    /// What is not in the store yet, of this article and of those before it.
    drafts: RefCell<Drafts>,
    /// The corrections that came with the page itself; nothing of them can be lost.
    given: Journal,
    /// Under which key the address has named an article last.
    named: RefCell<String>,
    busy: Cell<bool>,
    /// What waits until all is saved.
    then: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// What waits until it is known whether anything can be kept.
    known: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// Counts what has changed in the library, here or in another tab.
    pub changes: Signal<u32>,
}

/// Keeps the article on the desk from now on, and shows the one that the address names. `writer`
/// is whose corrections are made here.
pub fn live(desk: Desk, opening: Rc<Opening>, writer: String) -> Rc<Keeping> {
    let keeping = Rc::new_cyclic(|keeping: &std::rc::Weak<Keeping>| {
        let keeping = keeping.clone();
        let heard = move |words: String| {
            if let Some(keeping) = keeping.upgrade() {
                keeping.heard(&words);
            }
        };
        Keeping {
            desk,
            opening,
            store: RefCell::new(Err(None)),
            tabs: Tabs::new(CHANNEL, heard),
            writer,
            stored: RefCell::default(),
            drafts: RefCell::default(),
            given: desk.work.with_untracked(|work| work.journal().clone()),
            named: RefCell::default(),
            busy: Cell::default(),
            then: RefCell::default(),
            known: RefCell::default(),
            changes: Signal::new(0),
        }
    });
    keeping.clone().listen();
    spawn_local(keeping.clone().begin());
    keeping
}

impl Keeping {
    /// The library, once it is open.
    pub fn store(&self) -> Option<Rc<Store>> {
        self.store.borrow().as_ref().ok().cloned()
    }

    /// Calls once it is known whether there is a library: a page asks before its browser has
    /// opened it.
    pub fn when_known(&self, call: impl FnOnce() + 'static) {
        if matches!(*self.store.borrow(), Err(None)) {
            return self.known.borrow_mut().push(Box::new(call));
        }
        call();
    }

    /// Whose corrections are made here.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// Tells this tab and all others that an article of the library has changed.
    pub fn tell(&self, words: &str) {
        self.changes.update(|count| *count += 1);
        self.tabs.tell(words);
    }

    fn listen(self: Rc<Self>) {
        let desk = self.desk;
        let keeping = Rc::clone(&self);
        bind::watch(move || {
            desk.readings.track();
            // What came by a link is in the link, until something is corrected in it.
            let corrected = desk.work.with(|work| !work.journal().entries().is_empty());
            let keyless = desk.key.with(String::is_empty);
            if keyless && corrected && desk.has_article() {
                desk.key.set(chance::name());
            } else if keyless {
                desk.line.set(if link_has_article() { Line::Link } else { Line::Nothing });
            } else {
                keeping.want();
            }
        });
        bind::press("[data-desk=keep]", move || desk.key.set(chance::name()));
        let keeping = Rc::clone(&self);
        events::listen(&dom::window(), "popstate", move |_: Event| keeping.follow());
        // A page that comes back from the browser's memory has heard nothing meanwhile.
        let keeping = Rc::clone(&self);
        events::listen(&dom::window(), "pageshow", move |event: PageTransitionEvent| {
            if event.persisted() {
                keeping.changes.update(|count| *count += 1);
                let key = desk.key.get_untracked();
                spawn_local(Rc::clone(&keeping).take_over(key, true));
            }
        });
        leaving::live(&self);
    }

    async fn begin(self: Rc<Self>) {
        let asked = history::query(history::KEPT);
        if asked.is_some() {
            waiting(true);
        }
        let opened = if history::from_site() { Store::open().await } else { Err(Trouble::Blocked) };
        let open = match opened {
            Ok(store) => Ok(Rc::new(store)),
            Err(_) if !history::from_site() => Err(Some(Why::File)),
            Err(_) => Err(Some(Why::Blocked)),
        };
        let _ = self.store.replace(open);
        self.known.take().into_iter().for_each(|call| call());
        self.changes.update(|count| *count += 1);
        if let Some(key) = asked {
            self.clone().show(key).await;
        }
        waiting(false);
        // What was opened while the store was not.
        self.save_all();
    }

    /// Shows what the address names: an article, or the start screen.
    fn follow(self: &Rc<Self>) {
        let asked = history::query(history::KEPT).unwrap_or_default();
        let key = self.desk.key.get_untracked();
        let shown = self.is_shown();
        if !asked.is_empty() {
            if asked != key || !shown {
                spawn_local(Rc::clone(self).show(asked));
            }
        } else if shown && !single::is_single() && !link_has_article() {
            // An article that no address names would not be found again.
            if key.is_empty() || *self.named.borrow() == key {
                self.put_away();
            }
        }
    }

    /// Whether an article is shown.
    fn is_shown(&self) -> bool {
        self.desk.showing.with_untracked(|showing| matches!(showing, Showing::Article(_)))
    }

    /// The start screen; a link with an article in it opens that article anew.
    fn put_away(&self) {
        self.desk.put_away();
        history::hold(None);
    }

    /// Opens a kept article from the list.
    pub fn open(self: &Rc<Self>, key: &str) {
        history::turn(&format!("{}={key}", history::KEPT), "", true);
        let (keeping, key) = (Rc::clone(self), key.to_owned());
        spawn_local(async move {
            Rc::clone(&keeping).show(key).await;
            if keeping.is_shown() {
                enter_article();
            }
        });
    }

    /// Puts a kept article on the desk.
    async fn show(self: Rc<Self>, key: String) {
        if let Err(reason) = self.clone().try_show(&key).await {
            self.put_away();
            self.desk.refused.set(reason);
            history::turn("", "", false);
        }
    }

    async fn try_show(self: Rc<Self>, key: &str) -> Result<(), String> {
        let store = self.store().ok_or(NO_STORE)?;
        let stored = store.read(key).await.map_err(|trouble| format!("Not opened: {trouble}."))?;
        let stored = stored.ok_or(NOT_HERE)?;
        let entry: Entry = serde_json::from_str(&stored.entry).map_err(broken)?;
        if entry.deleted.is_some() {
            return Err(NOT_HERE.to_owned());
        }
        let base = Article::from_json(&stored.text).map_err(broken)?;
        let journal = self.journal(&stored.draft).map_err(broken)?;
        // Opened by somebody else while the store was answering.
        if history::query(history::KEPT).as_deref() != Some(key) {
            return Ok(());
        }
        let desk = self.desk;
        desk.explorer.view.set(ViewState::default());
        desk.explorer.card.set(None);
        desk.explorer.window.set(None);
        desk.explorer.say("");
        desk.put(key, base, journal.clone());
        let reading = desk.readings.get_untracked();
        self.stored.replace(Some(Stored { key: key.to_owned(), reading, journal }));
        self.named.replace(key.to_owned());
        // What could not be written so far.
        let late = self.drafts.borrow().journal(key);
        if let Some(late) = late {
            desk.unite(&late);
        }
        desk.refused.set(String::new());
        desk.showing.set(Showing::Article(None));
        desk.line.set(Line::Kept);
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        listeners::follow_link(desk.explorer);
        if !entry.annotated {
            self.opening.again();
        }
        Ok(())
    }

    /// The corrections of a stored article; this tab writes the next one.
    pub fn journal(&self, json: &str) -> Result<Journal, String> {
        match json {
            "" => Ok(Journal::new(&self.writer)),
            json => Journal::from_json(json, &self.writer).map_err(|error| error.to_string()),
        }
    }
}

/// Whether the address has a whole article in it.
fn link_has_article() -> bool {
    let hash = dom::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').split('&').any(|part| part.starts_with("doc="))
}

/// While the article that the address names is fetched, the start screen stays away.
fn waiting(waits: bool) {
    if let Some(root) = dom::root() {
        dom::attribute(&root, "data-waiting", waits.then_some(""));
    }
}

/// As JSON: these types always can be.
pub fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn broken(error: impl std::fmt::Display) -> String {
    format!("Expected a kept article under this address: {error}. It is left as it is.")
}

const NOT_HERE: &str = "This browser keeps no article under this address. It was deleted, or it is \
    kept in another browser: there, share it.";
const NO_STORE: &str = "This browser does not let pages keep things, so it has no article under \
    this address.";
