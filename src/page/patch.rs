//! Keeps a list's elements as a list of pieces says, touching as little as possible.
//!
//! A timeline moves hundreds of elements at each step of a drag; this costs one style and at
//! most one class each. Leptos would keep an effect for each of them.

use super::pieces::{Piece, Target};
use crate::browser::dom;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A list whose elements are kept.
#[derive(Default)]
pub struct Patched {
    kept: Vec<Option<(HtmlElement, Piece)>>,
}

impl Patched {
    /// Makes the list show these pieces, in this order.
    pub fn show(&mut self, list: &HtmlElement, pieces: Vec<Piece>) {
        // What goes, goes first: then what stays is never moved, and keeps the focus.
        let mut near = 0;
        self.kept.retain(|kept| {
            let Some((element, old)) = kept else { return false };
            let stays = place(&pieces, near, |piece| piece.key == old.key);
            match stays {
                Some(at) => near = at + 1,
                None => element.remove(),
            }
            stays.is_some()
        });
        let mut next = Vec::with_capacity(pieces.len());
        let mut cursor = list.first_element_child();
        let mut near = 0;
        for piece in pieces {
            let is_it = |kept: &Option<(_, Piece)>| {
                kept.as_ref().is_some_and(|(_, old)| old.key == piece.key)
            };
            let at = place(&self.kept, near, is_it);
            let element = match at.and_then(|at| self.kept[at].take()) {
                Some((element, old)) => {
                    update(&element, &old, &piece);
                    element
                }
                None => match make(&piece) {
                    Some(element) => element,
                    None => continue,
                },
            };
            near = at.map_or(near, |at| at + 1);
            if cursor.as_ref().is_some_and(|at| at.is_same_node(Some(&element))) {
                cursor = element.next_element_sibling();
            } else {
                let _ = list.insert_before(&element, cursor.as_deref());
            }
            next.push(Some((element, piece)));
        }
        self.kept = next;
    }
}

/// Where this is in a list. Hardly ever far behind the last one: both lists are in order.
fn place<T>(list: &[T], near: usize, is_it: impl Fn(&T) -> bool) -> Option<usize> {
    let near = near.min(list.len());
    (near..list.len()).chain(0..near).find(|&at| is_it(&list[at]))
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
