//! What is said over an article that was just opened, with what can be done about it: it is in the
//! library already; something of the page around it was left out.

use super::desk::{Desk, Showing, is_corrected};
use super::keeping::Keeping;
use super::opening::Opening;
use crate::article::Article;
use crate::browser::chance;
use crate::page::bind;
use crate::page::signal::Signal;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What is known about one article on the desk, by the desk's count of them.
#[derive(Clone, Debug)]
pub struct About<T> {
    /// The count.
    pub laid: u32,
    /// What is known.
    pub what: Option<T>,
}

impl<T> Default for About<T> {
    fn default() -> Self {
        Self { laid: 0, what: None }
    }
}

impl<T> About<T> {
    /// What is known of this article.
    pub fn of(&self, laid: u32) -> Option<&T> {
        self.what.as_ref().filter(|_| self.laid == laid)
    }
}

/// A kept article with the same words.
#[derive(Clone, Debug)]
struct Twin {
    key: String,
    words: String,
}

/// Brings both lines to life.
pub fn live(desk: Desk, opening: Rc<Opening>, keeping: Rc<Keeping>) {
    let twin = Signal::new(About::<Twin>::default());
    compared(desk, &opening, &keeping, twin);
    let words = move || {
        let is_shown = desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
        // With a key it is kept by itself: the reader wants it, or has corrected something.
        let is_open = is_shown && desk.key.with(String::is_empty);
        let laid = desk.laid.get();
        is_open.then(|| twin.with(|twin| twin.of(laid).map(|twin| twin.words.clone()))).flatten()
    };
    bind::hide(".offer.twin", move || words().is_none());
    bind::write(".twin span", move || words().unwrap_or_default());
    bind::press("[data-desk=kept-one]", move || {
        let laid = desk.laid.get_untracked();
        if let Some(twin) = twin.with_untracked(|twin| twin.of(laid).cloned()) {
            keeping.open(&twin.key);
        }
    });
    bind::press("[data-desk=copy]", move || keep(desk));
    left_out(desk, opening, move || words().is_some());
}

/// What was left out can be had; one question at a time.
fn left_out(desk: Desk, opening: Rc<Opening>, waits: impl Fn() -> bool + Copy + 'static) {
    let left_out = opening.left_out;
    let words = move || {
        let is_shown = desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
        let laid = desk.laid.get();
        let words = left_out.with(|left_out| left_out.of(laid).map(|some| some.words.clone()));
        // Corrections are about the text as it is.
        words.filter(|_| is_shown && !waits() && !desk.work.with(is_corrected))
    };
    bind::hide(".offer.left-out", move || words().is_none());
    bind::write(".left-out span", move || words().unwrap_or_default());
    bind::press("[data-desk=all-of-it]", move || opening.everything());
    bind::press("[data-desk=left-out]", move || left_out.set(About::default()));
}

/// Looks whether the kept article that seems to have the same words has them.
fn compared(desk: Desk, opening: &Opening, keeping: &Rc<Keeping>, twin: Signal<About<Twin>>) {
    let seeming = opening.twin;
    let keeping = Rc::clone(keeping);
    bind::watch(move || {
        let About { laid, what } = seeming.get();
        let Some(key) = what else { return };
        let keeping = Rc::clone(&keeping);
        spawn_local(async move {
            let words = same(desk, &keeping, &key).await;
            if desk.laid.get_untracked() != laid {
                return;
            }
            match words {
                Some(words) => twin.set(About { laid, what: Some(Twin { key, words }) }),
                // Only the numbers were the same, or it was thrown away meanwhile.
                None => keep(desk),
            }
        });
    });
}

/// Keeps what is on the desk under a key of its own.
fn keep(desk: Desk) {
    if desk.key.with_untracked(String::is_empty) {
        desk.key.set(chance::name());
    }
}

/// What is said if the kept article has the very blocks of the one on the desk.
async fn same(desk: Desk, keeping: &Keeping, key: &str) -> Option<String> {
    let stored = keeping.store()?.read(key).await.ok()??;
    let base = Article::from_json(&stored.text).ok()?;
    if desk.work.with_untracked(|work| work.base().blocks != base.blocks) {
        return None;
    }
    let journal = keeping.journal(&stored.draft).ok()?;
    let made = journal.entries().iter().filter(|entry| entry.is_made()).count();
    Some(match made {
        0 => "You have this article already.".to_owned(),
        1 => "You have this article already, with 1 correction.".to_owned(),
        count => format!("You have this article already, with {count} corrections."),
    })
}
