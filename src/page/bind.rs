//! Between the state and the elements that stand in the page already.
//!
//! The controls are rendered natively; the browser only keeps them as the state says. Each
//! closure is boxed: the code around it is made for one type of closure and not for sixty.

use crate::browser::{dom, events};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Runs now (after the current task), and again when a signal that it read changes.
pub fn watch(run: impl Fn() + 'static) {
    super::signal::watch(Box::new(run));
}

/// Keeps the elements that match hidden as long as this is true.
pub fn hide(selector: &'static str, hidden: impl Fn() -> bool + 'static) {
    set(selector, "hidden", move || hidden().then(String::new));
}

/// Keeps an ARIA state `true` or `false`.
pub fn state(selector: &'static str, name: &'static str, is: impl Fn() -> bool + 'static) {
    set(selector, name, move || Some(is().to_string()));
}

/// Keeps an attribute.
pub fn set(
    selector: &'static str,
    name: &'static str,
    value: impl Fn() -> Option<String> + 'static,
) {
    watch(move || {
        let value = value();
        for element in dom::controls(selector) {
            dom::attribute(&element, name, value.as_deref());
        }
    });
}

/// Does something with each control that matches.
pub fn each(selector: &str, change: impl Fn(&Element)) {
    dom::controls(selector).iter().for_each(change);
}

/// Keeps the words in an element.
pub fn write(selector: &'static str, words: impl Fn() -> String + 'static) {
    keep(selector, Box::new(words), |element, words| element.set_text_content(Some(words)));
}

/// Keeps the inside of an element; what comes from the article must be escaped.
pub fn fill(selector: &'static str, html: impl Fn() -> String + 'static) {
    keep(selector, Box::new(html), Element::set_inner_html);
}

/// Puts only what is new: what has the focus stays, and nothing is read aloud twice.
fn keep(selector: &'static str, content: Box<dyn Fn() -> String>, put: fn(&Element, &str)) {
    let before = RefCell::new(None);
    watch(move || {
        let content = content();
        if before.borrow().as_ref() != Some(&content)
            && let Some(element) = dom::controls(selector).first()
        {
            put(element, &content);
            before.replace(Some(content));
        }
    });
}

/// Moves the keyboard's focus into a part of the page, once it stands.
pub fn enter(id: &'static str) {
    events::next_frame(move || {
        if let Some(part) = dom::by_id(id) {
            dom::focus(&part);
        }
    });
}

/// Gives the keyboard's focus to what matches first, and brings it into sight.
pub fn focus(selector: &str) {
    let element = dom::by_selector(selector).and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        let element: HtmlElement = element;
        let _ = element.focus();
    }
}

/// Calls when an event has come up through an element that matches; last of all listeners.
pub fn on(name: &str, selector: &'static str, call: impl Fn(&Event, HtmlElement) + 'static) {
    events::listen(&dom::window(), name, move |event: Event| {
        if let Some(element) = dom::closest(&event, selector) {
            call(&event, element);
        }
    });
}

/// Calls when an element that matches is pressed.
pub fn press(selector: &'static str, call: impl Fn() + 'static) {
    on("click", selector, move |_, _| call());
}
