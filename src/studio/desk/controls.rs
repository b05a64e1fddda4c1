//! The line over the article: undo, redo, and their keys.

use super::Desk;
use crate::browser::{dom, events};
use crate::correct::{Correction, Journal};
use crate::page::bind;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Brings the line over the article to life.
pub fn live(desk: Desk) {
    bind::watch(move || {
        let start = !desk.has_article();
        if let Some(root) = dom::root() {
            dom::attribute(&root, "data-start", start.then_some(""));
        }
        if start {
            dom::document().set_title("Dateline: read any article");
        }
    });
    // A page that is a file has no list of articles.
    bind::hide("[data-desk=start]", crate::studio::single::is_single);
    bind::press("[data-desk=undo]", move || desk.step_back());
    bind::press("[data-desk=redo]", move || desk.step_forth());
    let words = |name: &str, correction: Option<&Correction>| match correction {
        Some(correction) => format!("{name}: {}", correction.words()),
        None => name.to_owned(),
    };
    for (button, name, next) in [
        ("[data-desk=undo]", "Undo", Journal::to_undo as fn(&Journal) -> Option<&Correction>),
        ("[data-desk=redo]", "Redo", Journal::to_redo),
    ] {
        bind::set(button, "disabled", move || {
            desk.work.with(|work| next(work.journal()).is_none()).then(String::new)
        });
        for attribute in ["title", "aria-label"] {
            bind::set(button, attribute, move || {
                Some(desk.work.with(|work| words(name, next(work.journal()))))
            });
        }
    }
    events::listen(&dom::document(), "keydown", move |event: KeyboardEvent| {
        let plain: &Event = event.unchecked_ref();
        let typing = dom::closest(plain, "input,textarea,select").is_some();
        let command = event.ctrl_key() || event.meta_key();
        if typing || !command || event.alt_key() || !desk.has_article() {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => desk.step_back(),
            ("z", true) | ("y", false) => desk.step_forth(),
            _ => return,
        }
        event.prevent_default();
    });
}
