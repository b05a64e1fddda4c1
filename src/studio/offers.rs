//! What is said over an article that was just opened, with what can be done about it: something of
//! the page around it was left out; it is in the library already.

use super::desk::{Desk, Showing};
use super::keeping::Keeping;
use super::opening::Opening;
use crate::article::Article;
use crate::browser::chance;
use crate::page::bind;
use crate::page::signal::Signal;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Brings both lines to life.
pub fn live(desk: Desk, opening: Rc<Opening>, keeping: Rc<Keeping>) {
    left_out(desk, &opening);
    twin(desk, &opening, keeping);
}

/// What was left out can be had.
fn left_out(desk: Desk, opening: &Rc<Opening>) {
    let words = opening.left_out;
    bind::hide(".offer.left-out", move || {
        let shown = desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
        !shown || words.with(String::is_empty)
    });
    bind::write(".left-out span", move || words.get());
    bind::press("[data-desk=all-of-it]", {
        let opening = Rc::clone(opening);
        move || opening.everything()
    });
    bind::press("[data-desk=left-out]", move || words.set(String::new()));
    // Another article is put on the desk with words of its own.
    bind::watch(move || {
        if desk.showing.with(|showing| *showing == Showing::Start) {
            words.set(String::new());
        }
    });
}

/// The kept one can be opened instead.
fn twin(desk: Desk, opening: &Rc<Opening>, keeping: Rc<Keeping>) {
    let candidate = opening.twin;
    let offered: Signal<Option<(String, String)>> = Signal::new(None);
    let here = move || {
        let shown = desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
        // With a key it is kept by itself: the reader has corrected something.
        shown && desk.key.with(String::is_empty)
    };
    bind::hide(".offer.twin", move || !here() || offered.with(Option::is_none));
    bind::write(".twin span", move || {
        offered.with(|offered| offered.as_ref().map(|(_, words)| words.clone()).unwrap_or_default())
    });
    let asked = Rc::clone(&keeping);
    bind::watch(move || {
        let key = candidate.get();
        offered.set(None);
        if let Some(key) = key {
            let keeping = Rc::clone(&asked);
            let laid = desk.laid.get_untracked();
            spawn_local(async move {
                let words = compare(desk, &keeping, &key).await;
                if desk.laid.get_untracked() != laid || candidate.get_untracked().is_none() {
                    return;
                }
                match words {
                    Some(words) => offered.set(Some((key, words))),
                    // Only the numbers were the same, or it was thrown away meanwhile.
                    None => keep(desk, candidate),
                }
            });
        }
    });
    bind::press("[data-desk=kept-one]", move || {
        if let Some((key, _)) = offered.get_untracked() {
            candidate.set(None);
            keeping.open(&key);
        }
    });
    bind::press("[data-desk=copy]", move || keep(desk, candidate));
}

/// Keeps what is on the desk under a key of its own.
fn keep(desk: Desk, candidate: Signal<Option<String>>) {
    candidate.set(None);
    if desk.key.with_untracked(String::is_empty) {
        desk.key.set(chance::name());
    }
}

/// What is said if the kept article has the very blocks of the one on the desk.
async fn compare(desk: Desk, keeping: &Keeping, key: &str) -> Option<String> {
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
