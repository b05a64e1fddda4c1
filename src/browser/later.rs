//! Parts of the page that wait as text until they are wanted, so that the article is there first.
//!
//! The lists stand in `<noscript>`: without script they are part of the page. The small windows
//! stand in `<template>`: a field of a form, even a hidden one, makes browsers lay the page out
//! once more before they paint it.

use super::{dom, events};

/// What waits.
const LISTS: &str = "#reference noscript";

/// Puts all lists into the page that are not there yet.
pub fn lists() {
    while next_list() {}
}

/// The same, one list after another, when the page has nothing better to do.
pub fn lists_by_and_by() {
    events::after(0, || {
        if next_list() {
            lists_by_and_by();
        }
    });
}

fn next_list() -> bool {
    let Some(waiting) = dom::by_selector(LISTS) else { return false };
    put(&waiting);
    true
}

fn put(waiting: &web_sys::Element) {
    #[cfg(not(feature = "studio"))]
    let html = waiting.text_content().unwrap_or_default();
    #[cfg(feature = "studio")]
    let html = made::list(waiting);
    let _ = waiting.insert_adjacent_html("beforebegin", &html);
    waiting.remove();
}

/// The list of a panel: where lists are made when they are wanted, this one alone.
pub fn list(panel: &str) {
    let alone = cfg!(feature = "studio").then(|| format!("{LISTS}[data-list={panel}]"));
    match alone.and_then(|waiting| dom::by_selector(&waiting)) {
        Some(waiting) => put(&waiting),
        None => lists(),
    }
}

/// Lists that are written only when they are wanted: the studio's article changes.
#[cfg(feature = "studio")]
pub mod made {
    use std::cell::RefCell;
    use web_sys::Element;

    /// Writes the list of a panel.
    type Maker = Box<dyn Fn(&str) -> String>;

    thread_local! {
        static MAKER: RefCell<Option<Maker>> = const { RefCell::new(None) };
    }

    /// From now on lists are made so.
    pub fn by(maker: impl Fn(&str) -> String + 'static) {
        MAKER.set(Some(Box::new(maker)));
    }

    pub(super) fn list(waiting: &Element) -> String {
        let panel = waiting.get_attribute("data-list");
        let made = panel
            .and_then(|panel| MAKER.with_borrow(|maker| maker.as_ref().map(|maker| maker(&panel))));
        made.unwrap_or_else(|| waiting.text_content().unwrap_or_default())
    }
}

/// Puts what waits in a template inside the element that matches in its place.
pub fn inside(selector: &str) {
    if let Some(waiting) = dom::by_selector(&format!("{selector}>template")) {
        let html = waiting.inner_html();
        let _ = waiting.insert_adjacent_html("beforebegin", &html);
        waiting.remove();
    }
}
