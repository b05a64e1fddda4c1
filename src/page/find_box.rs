//! Find in the article: words, names and notes.

use super::explorer::{Explorer, Window};
use super::signal::Signal;
use super::{bind, reading};
use crate::article::{Findings, Hit, Span};
use crate::browser::{dom, events};
use crate::view::Action;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Names and notes shown under the field.
const MOST_NAMES: usize = 8;

/// Brings the search to life.
pub fn live(explorer: Explorer) {
    // The place the reader went to last; the first step leads on from what is in sight.
    let at = Signal::new(None::<usize>);
    bind::watch(move || {
        if explorer.window.get() == Some(Window::Find) {
            events::next_frame(|| {
                if let Some(field) = field() {
                    let _ = field.focus();
                }
            });
        }
    });
    bind::watch(move || {
        let words = words(explorer);
        if let Some(field) = field().filter(|field| field.value() != words) {
            field.set_value(&words);
        }
    });
    bind::on("input", FIELD, move |_, _| {
        at.set(None);
        explorer.act(Action::Find(field().map(|field| field.value()).unwrap_or_default()));
    });
    bind::on("keydown", FIELD, move |event, _| {
        let key: &KeyboardEvent = event.unchecked_ref();
        if key.key() == "Enter" {
            key.prevent_default();
            step(explorer, at, if key.shift_key() { -1 } else { 1 });
        }
    });
    bind::write(".find .count", move || count(explorer, at.get()));
    bind::press("[data-step=back]", move || step(explorer, at, -1));
    bind::press("[data-step=on]", move || step(explorer, at, 1));
    bind::fill(".find .others", move || {
        let query = words(explorer);
        others_html(explorer, &explorer.model().find(&query))
    });
}

/// The words that are searched for. The field is there once the window was opened.
fn words(explorer: Explorer) -> String {
    explorer.window.track();
    explorer.view.with(|view| view.find.clone())
}

const FIELD: &str = "#find-field";

fn field() -> Option<HtmlInputElement> {
    dom::by_selector(FIELD)?.dyn_into().ok()
}

/// The places of the words that are searched for.
fn places(explorer: Explorer) -> Vec<Span> {
    let query = explorer.view.with_untracked(|view| view.find.clone());
    text_hits(&explorer.model().find(&query))
}

fn step(explorer: Explorer, at: Signal<Option<usize>>, by: isize) {
    let spans = places(explorer);
    let ahead = || {
        let model = explorer.model();
        let passed = spans.partition_point(|span| reading::is_passed(&model, *span));
        passed as isize + by.min(0)
    };
    let next = at.get_untracked().map_or_else(ahead, |at| at as isize + by);
    if let Some(next) = next.checked_rem_euclid(spans.len() as isize) {
        at.set(Some(next as usize));
        explorer.jump(spans[next as usize]);
    }
}

fn count(explorer: Explorer, at: Option<usize>) -> String {
    if words(explorer).trim().is_empty() {
        return String::new();
    }
    let query = explorer.view.with_untracked(|view| view.find.clone());
    let all = explorer.model().find(&query).in_text;
    match (places(explorer).len(), at) {
        (0, _) => "not in the text".to_owned(),
        (1, _) => "once in the text".to_owned(),
        (n, None) if n < all => format!("{all} in the text, here the first {n}"),
        (n, None) => format!("{n} in the text"),
        (n, Some(at)) => format!("{} of {all} in the text", at % n + 1),
    }
}

/// The places in the text among what was found.
pub fn text_hits(found: &Findings) -> Vec<Span> {
    found
        .hits
        .iter()
        .filter_map(|hit| if let Hit::Text(span) = hit { Some(*span) } else { None })
        .collect()
}

fn others_html(explorer: Explorer, found: &Findings) -> String {
    let model = explorer.model();
    let mut html = String::new();
    let names = found.hits.iter().filter_map(|hit| match hit {
        Hit::Entity(id) => Some((id, "")),
        Hit::Event(id) => Some((id, "event")),
        Hit::Figure(id) => Some((id, "figure")),
        Hit::Note(id) => Some((id, "editor’s note")),
        Hit::Text(_) => None,
    });
    for (id, kind) in names.take(MOST_NAMES) {
        let name = crate::markup::escape::escape(&model.name(id));
        html.push_str(&format!("<a href=\"#{id}\"><bdi>{name}</bdi> <small>{kind}</small></a>"));
    }
    html
}
