//! Any article: opened, read, corrected, kept, exported and shared in the reader's browser.
//!
//! The page is the reader's with a desk over it. The start screen opens an article; the
//! analyst reads it in a worker ([`analyst`]); the [`desk`] holds the draft with the reader's
//! corrections and puts the result into the page.

mod about;
mod analyst;
mod backup;
mod desk;
mod handed;
mod keeping;
mod library;
mod marking;
mod mend;
mod merging;
mod offline;
mod opened;
mod opening;
mod share;
mod single;
mod ways;

use crate::browser::history;

/// Makes the page live.
pub fn start() {
    let explorer = crate::page::start();
    let writer = crate::browser::chance::name();
    let desk = desk::Desk::new(explorer, &writer);
    desk::live(desk);
    crate::page::stage::live(explorer);
    let opening = ways::live(desk);
    // Unless the address names an article, somebody is about to open one: on a slow line every
    // moment counts.
    if history::query(keeping::ADDRESS).is_none() {
        opening.warm_up();
    }
    mend::live(desk);
    marking::live(desk);
    merging::live(desk);
    about::live(desk);
    share::live(desk);
    if single::is_single() {
        desk.take(single::work);
    }
    handed::live(desk, std::rc::Rc::clone(&opening));
    let keeping = keeping::live(desk, std::rc::Rc::clone(&opening), writer);
    offline::live(desk, opening, std::rc::Rc::clone(&keeping));
    backup::live(std::rc::Rc::clone(&keeping));
    library::live(keeping);
}

/// What stands in a field of a form, of any sort.
fn value_of(field: &web_sys::HtmlElement) -> String {
    let value = js_sys::Reflect::get(field, &"value".into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts words into a field of a form.
fn set_value(field: &web_sys::HtmlElement, words: &str) {
    let _ = js_sys::Reflect::set(field, &"value".into(), &words.into());
}
