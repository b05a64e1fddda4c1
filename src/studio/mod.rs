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
mod offers;
mod offline;
mod opened;
mod opening;
mod shaping;
mod share;
mod single;
mod steps;
mod told;
mod ways;

use crate::browser::{dom, history};
use crate::page::bind::{self, focus};
use std::rc::Rc;

/// Makes the page live.
pub fn start() {
    let explorer = crate::page::start();
    let writer = crate::browser::chance::name();
    let desk = desk::Desk::new(explorer, &writer);
    desk::live(desk);
    crate::page::stage::live(explorer);
    told::live(desk);
    let opening = ways::live(desk);
    // Unless the address names an article, somebody is about to open one: on a slow line every
    // moment counts.
    if !history::is_kept() {
        opening.warm_up();
    }
    mend::live(desk);
    marking::live(desk);
    shaping::live(desk);
    merging::live(desk);
    about::live(desk, Rc::clone(&opening));
    share::live(desk);
    if single::is_single() {
        desk.take(single::work);
    }
    handed::live(desk, Rc::clone(&opening));
    let keeping = keeping::live(desk, Rc::clone(&opening), writer);
    offline::live(desk, Rc::clone(&opening), Rc::clone(&keeping));
    backup::live(Rc::clone(&keeping));
    offers::live(desk, Rc::clone(&opening), Rc::clone(&keeping));
    library::live(desk, keeping);
}

/// Gives the focus to the article that was opened: what was pressed is no longer there, and who
/// reads by ear hears what is.
fn enter_article() {
    if let Some(article) = dom::by_id("article") {
        dom::attribute(&article, "tabindex", Some("-1"));
        bind::enter("article");
    }
}

/// Brings the keyboard into a form: to its first field, where typing begins with a press of a key.
/// A finger would get its keyboard over half of the form.
fn enter(form: &str) {
    if dom::matches("(pointer: coarse)") {
        bind::each(form, |form| dom::attribute(form, "tabindex", Some("-1")));
        focus(form);
    } else {
        focus(&format!("{form} :is(input,select,textarea,button):not([disabled],[hidden])"));
    }
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
