//! Keeps a list's elements as a list of pieces says, touching as little as possible.
//!
//! A timeline moves hundreds of elements at each step of a drag; this costs one style and at
//! most one class each. Leptos would keep an effect for each of them.

use super::pieces::{Piece, Target};
use crate::browser::dom;
use std::collections::{HashMap, HashSet};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A list whose elements are kept.
#[derive(Default)]
pub struct Patched {
    kept: HashMap<String, (HtmlElement, Piece)>,
}

impl Patched {
    /// Makes the list show these pieces, in this order.
    pub fn show(&mut self, list: &HtmlElement, pieces: Vec<Piece>) {
        // What goes, goes first: then what stays is never moved, and keeps the focus.
        let wanted: HashSet<&str> = pieces.iter().map(|piece| piece.key.as_str()).collect();
        self.kept.retain(|key, (element, _)| {
            let stays = wanted.contains(key.as_str());
            if !stays {
                element.remove();
            }
            stays
        });
        let mut next = HashMap::with_capacity(pieces.len());
        let mut cursor = list.first_element_child();
        for piece in pieces {
            let element = match self.kept.remove(&piece.key) {
                Some((element, old)) => {
                    update(&element, &old, &piece);
                    element
                }
                None => match make(&piece) {
                    Some(element) => element,
                    None => continue,
                },
            };
            if cursor.as_ref().is_some_and(|at| at.is_same_node(Some(&element))) {
                cursor = element.next_element_sibling();
            } else {
                let _ = list.insert_before(&element, cursor.as_deref());
            }
            next.insert(piece.key.clone(), (element, piece));
        }
        self.kept = next;
    }
}

fn make(piece: &Piece) -> Option<HtmlElement> {
    let document = dom::document();
    let create = |tag| document.create_element(tag).ok()?.dyn_into::<HtmlElement>().ok();
    let element = create("li")?;
    match &piece.target {
        Some(target) => {
            match target {
                Target::Event(id) => dom::attribute(&element, "data-event", Some(id)),
                Target::Cluster(n) => {
                    dom::attribute(&element, "data-cluster", Some(&n.to_string()));
                }
            }
            let button = create("button")?;
            dom::attribute(&button, "type", Some("button"));
            dom::attribute(&button, "tabindex", Some("-1"));
            let _ = element.append_child(&button);
        }
        None => dom::attribute(&element, "aria-hidden", Some("true")),
    }
    write(&element, piece);
    element.set_class_name(&piece.class);
    element.style().set_css_text(&piece.style);
    Some(element)
}

fn update(element: &HtmlElement, old: &Piece, new: &Piece) {
    if old.style != new.style {
        element.style().set_css_text(&new.style);
    }
    if old.class != new.class {
        element.set_class_name(&new.class);
    }
    if old.label != new.label || old.says != new.says {
        write(element, new);
    }
}

fn write(element: &HtmlElement, piece: &Piece) {
    match element.first_element_child() {
        Some(button) => {
            button.set_text_content(Some(&piece.label));
            dom::attribute(&button, "aria-label", Some(&piece.says));
            dom::attribute(&button, "title", Some(&piece.says));
        }
        None => element.set_text_content(Some(&piece.label)),
    }
}
