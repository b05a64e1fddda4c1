//! The whole library into one file, and back: an article at a time, so that the page answers
//! meanwhile.

use super::keeping::{Keeping, json};
use crate::article::Article;
use crate::browser::store::{Change, Store, Trouble};
use crate::browser::{clock, dom, download};
use crate::correct::Journal;
use crate::library::{
    BackupError, Counts, Entry, FILE_END, FILE_START, Record, Splitter, file_name, item, joined,
    next_key, print, read_item,
};
use crate::page::{bind, signal::Signal};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};

/// The file is read in pieces of this length, in bytes.
const PIECE: f64 = 1024.0 * 1024.0;

/// One at a time, and what is said of it.
#[derive(Clone)]
struct Backup {
    keeping: Rc<Keeping>,
    says: Signal<String>,
    busy: Rc<Cell<bool>>,
}

/// Brings the two buttons to life.
pub fn live(keeping: Rc<Keeping>) {
    let backup = Backup { keeping, says: Signal::new(String::new()), busy: Rc::default() };
    let says = backup.says;
    bind::write(".backup-line", move || says.get());
    let saved = backup.clone();
    bind::press("[data-start=backup]", move || {
        saved.clone().run(|backup, store| async move { backup.save(&store).await });
    });
    bind::press("[data-start=restore]", || {
        if let Some(field) = field() {
            field.click();
        }
    });
    bind::on("change", "#library-file", move |_, _| {
        let file = field().and_then(|field| field.files()).and_then(|files| files.get(0));
        let Some(file) = file else { return };
        backup.clone().run(|backup, store| async move { backup.restore(&store, &file).await });
        if let Some(field) = field() {
            // The same file can be chosen again.
            field.set_value("");
        }
    });
}

fn field() -> Option<HtmlInputElement> {
    dom::by_id("library-file")?.dyn_into().ok()
}

impl Backup {
    fn run<F: Future<Output = Result<String, String>> + 'static>(
        self,
        work: impl FnOnce(Self, Rc<Store>) -> F + 'static,
    ) {
        let keeping = Rc::clone(&self.keeping);
        keeping.when_known(move || self.run_now(work));
    }

    fn run_now<F: Future<Output = Result<String, String>> + 'static>(
        self,
        work: impl FnOnce(Self, Rc<Store>) -> F + 'static,
    ) {
        let Some(store) = self.keeping.store() else {
            return self.says.set(format!("Not done: {}.", Trouble::Blocked));
        };
        if self.busy.replace(true) {
            return;
        }
        spawn_local(async move {
            let said = work(self.clone(), store).await;
            self.says.set(said.unwrap_or_else(|why| why));
            self.busy.set(false);
        });
    }

    async fn save(self, store: &Store) -> Result<String, String> {
        let entries = store.entries().await.map_err(not_done)?;
        let live = |json: &String| {
            let entry: Option<Entry> = serde_json::from_str(json).ok();
            entry.filter(|entry| entry.deleted.is_none()).map(|entry| entry.key)
        };
        let keys: Vec<String> = entries.iter().filter_map(live).collect();
        let parts = js_sys::Array::new();
        let mut strings = js_sys::Array::of1(&FILE_START.into());
        let mut count = 0;
        for key in &keys {
            // It may have been deleted meanwhile.
            let Some(stored) = store.read(key).await.map_err(not_done)? else { continue };
            let comma = if count == 0 { "" } else { ",\n" };
            let article = item(&stored.entry, &stored.text, &stored.draft);
            strings.push(&format!("{comma}{article}").into());
            count += 1;
            if count % TOGETHER == 0 {
                put_together(&parts, &std::mem::take(&mut strings))?;
                self.says.set(format!("{count} of {} articles …", keys.len()));
            }
        }
        strings.push(&FILE_END.into());
        put_together(&parts, &strings)?;
        let name = file_name(clock::now(), clock::behind());
        download::offer_parts(&name, "application/json", &parts)
            .map_err(|_| NOT_SAVED.to_owned())?;
        Ok(match count {
            1 => format!("Saved 1 article as {name}."),
            count => format!("Saved {count} articles as {name}."),
        })
    }

    async fn restore(self, store: &Store, file: &File) -> Result<String, String> {
        let mut splitter = Splitter::default();
        let mut counts = Counts::default();
        let mut at = 0.0;
        let mut wrong = None;
        while at < file.size() && wrong.is_none() {
            let bytes = piece(file, at).await.ok_or_else(|| NOT_READ.to_owned())?;
            at += PIECE;
            let mut items = Vec::new();
            wrong = splitter.feed(&bytes, |item| items.push(item)).err();
            for item in items {
                match read_item(&item, self.keeping.writer()) {
                    Ok(record) => {
                        let new = take_in(store, record).await;
                        let new = new.map_err(|trouble| {
                            self.keeping.tell("");
                            format!("{counts} Then it stopped: {trouble}.")
                        })?;
                        counts.came += usize::from(new);
                        counts.joined += usize::from(!new);
                    }
                    Err(why) => counts.refuse(why),
                }
            }
            self.says.set(format!("{} articles …", counts.came + counts.joined));
        }
        self.keeping.tell("");
        let wrong = wrong.or_else(|| splitter.end().err());
        match wrong {
            None => Ok(counts.to_string()),
            Some(why @ (BackupError::NotALibrary | BackupError::TooNew(_))) => Err(why.to_string()),
            Some(why) => Err(format!("{counts} {why}")),
        }
    }
}

const NOT_READ: &str =
    "The browser could not read the file. It may have been moved; choose it again.";

fn not_done(trouble: Trouble) -> String {
    format!("Not done: {trouble}.")
}

const NOT_SAVED: &str = "The browser did not let the page save a file.";

/// So many articles become a part of the file at once.
const TOGETHER: usize = 25;

fn put_together(parts: &js_sys::Array, strings: &js_sys::Array) -> Result<(), String> {
    parts.push(&download::part(strings).map_err(|_| NOT_SAVED.to_owned())?.into());
    Ok(())
}

async fn piece(file: &File, at: f64) -> Option<Vec<u8>> {
    let blob = file.slice_with_f64_and_f64(at, at + PIECE).ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Takes an article into the library; nothing that is there is overwritten. Whether it is new.
async fn take_in(store: &Store, mut record: Record) -> Result<bool, Trouble> {
    record.entry.print = print(&record.base.blocks);
    while let Some(text) = store.text(&record.entry.key).await? {
        let here = Article::from_json(&text).unwrap_or_default();
        if here.blocks == record.base.blocks {
            return join(store, record).await.map(|()| false);
        }
        record.entry.key = next_key(&record.entry.key);
    }
    let change = Change {
        entry: Some(json(&record.entry)),
        text: Some(json(&record.base)),
        draft: Some(record.journal.to_json()),
    };
    store.change(&record.entry.key, |_| change).await.map(|()| true)
}

/// Brings together what was corrected here and there.
async fn join(store: &Store, record: Record) -> Result<(), Trouble> {
    let Record { entry, mut journal, .. } = record;
    let key = entry.key.clone();
    let change = |before: Option<(String, String)>| {
        let Some((here, draft)) = before else { return Change::default() };
        let here = serde_json::from_str::<Entry>(&here).unwrap_or_default();
        // Unreadable corrections stay as they are.
        let Ok(mine) = Journal::from_json(&draft, "") else { return Change::default() };
        journal.merge(&mine);
        let newer = if here.changed > entry.changed { &here } else { &entry };
        // The text stays the one that is here.
        let annotated = here.annotated;
        let both = Entry { deleted: None, annotated, ..joined(&here, newer, false) };
        Change { entry: Some(json(&both)), text: None, draft: Some(journal.to_json()) }
    };
    store.change(&key, change).await
}
