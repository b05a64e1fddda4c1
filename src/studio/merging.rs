//! Two entities are one: one is dragged onto the other in the list.

use super::desk::Desk;
use crate::browser::{dom, events};
use crate::correct::{Correction, Ref};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlElement};

/// What can be dragged onto what.
const ENTRY: &str = "#list-who .entity";

/// Lets entities be dragged from now on.
pub fn live(desk: Desk) {
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
        if over.borrow().is_some() {
            mark(entry(&event));
        }
    });
    let dropped = Rc::clone(&dragged);
    events::listen(&document, "drop", move |event: DragEvent| {
        mark(None);
        let Some(from) = dropped.take() else { return };
        event.prevent_default();
        // It is no file, and no article for the start screen.
        event.stop_propagation();
        let model = desk.explorer.model();
        let into = entry(&event).map(|entry| entry.id()).filter(|into| *into != from);
        let thing = |id: &str| Ref::of(&model.article, id);
        if let (Some(entity), Some(into)) = (thing(&from), into.and_then(|into| thing(&into))) {
            desk.correct(Correction::Merge { entity, into });
        }
    });
    events::listen(&document, "dragend", move |_: DragEvent| {
        dragged.take();
        mark(None);
    });
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
