//! Two entities are one: one is dragged onto the other in the list, by the mouse or by a finger.

mod finger;

use super::desk::Desk;
use crate::browser::{dom, events};
use crate::correct::{Correction, Ref};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlElement};

/// What can be dragged onto what.
const ENTRY: &str = "#list-who .entity";

/// Behind the panel's head: nobody would look for it otherwise.
const HINT: &str = "<p class=\"who-hint\"><span class=\"by-finger\">Two names of one? Hold one, \
    then drag it onto the other.</span><span class=\"by-mouse\">Two names of one? Drag them \
    together.</span></p>";

/// Lets entities be dragged from now on.
pub fn live(desk: Desk) {
    if let Some(head) = dom::by_id("panel") {
        let _ = head.insert_adjacent_html("afterend", HINT);
    }
    finger::live(desk);
    let dragged: Rc<RefCell<Option<String>>> = Rc::default();
    let entry = |event: &DragEvent| -> Option<HtmlElement> {
        dom::closest(event.unchecked_ref::<Event>(), ENTRY)
    };
    let began = Rc::clone(&dragged);
    let document = dom::document();
    events::listen(&document, "dragstart", move |event: DragEvent| {
        began.replace(entry(&event).map(|entry| entry.id()));
    });
    let over = Rc::clone(&dragged);
    events::listen(&document, "dragover", move |event: DragEvent| {
        if let Some(from) = &*over.borrow() {
            mark(entry(&event).filter(|entry| entry.id() != *from));
        }
    });
    let dropped = Rc::clone(&dragged);
    events::listen(&document, "drop", move |event: DragEvent| {
        mark(None);
        let Some(from) = dropped.take() else { return };
        event.prevent_default();
        // It is no file, and no article for the start screen.
        event.stop_propagation();
        if let Some(into) = entry(&event).map(|entry| entry.id()) {
            merge(desk, &from, &into);
        }
    });
    events::listen(&document, "dragend", move |_: DragEvent| {
        dragged.take();
        mark(None);
    });
}

/// From now on the first is the second. The list, which is written again, stays where it is.
fn merge(desk: Desk, from: &str, into: &str) {
    let model = desk.explorer.model();
    let thing = |id: &str| Ref::of(&model.article, id).filter(|_| from != into);
    let (Some(entity), Some(into)) = (thing(from), thing(into)) else { return };
    let scroll = list().map(|list| list.scroll_top());
    if desk.correct(Correction::Merge { entity, into }) {
        events::next_frame(move || {
            if let (Some(list), Some(scroll)) = (list(), scroll) {
                list.set_scroll_top(scroll);
            }
        });
    }
}

/// What scrolls when the list does.
fn list() -> Option<HtmlElement> {
    dom::by_id("reference")
}

/// Shows onto which entry it would fall.
fn mark(entry: Option<HtmlElement>) {
    for old in dom::all("[data-onto]") {
        dom::attribute(&old, "data-onto", None);
    }
    if let Some(entry) = entry {
        dom::attribute(&entry, "data-onto", Some(""));
    }
}
