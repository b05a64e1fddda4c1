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
    let html = waiting.text_content().unwrap_or_default();
    let _ = waiting.insert_adjacent_html("beforebegin", &html);
    waiting.remove();
    true
}

/// Puts what waits in a template inside the element that matches in its place.
pub fn inside(selector: &str) {
    if let Some(waiting) = dom::by_selector(&format!("{selector}>template")) {
        let html = waiting.inner_html();
        let _ = waiting.insert_adjacent_html("beforebegin", &html);
        waiting.remove();
    }
}
