//! Find in the article: words, names and notes.

use super::explorer::{Explorer, Window};
use crate::article::{Findings, Hit, Span};
use crate::browser::{dom, events};
use crate::view::Action;
use leptos::prelude::*;

/// Names and notes shown under the field.
const MOST_NAMES: usize = 8;

/// The search field with its results.
#[component]
pub fn FindBox(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let open = move || explorer.window.get() == Some(Window::Find);
    let query = Memo::new(move |_| explorer.view.with(|view| view.find.clone()));
    let found = Memo::new(move |_| explorer.model().find(&query.get()));
    // The place the reader went to last; the first step forward goes to the first.
    let at = RwSignal::new(None::<usize>);
    let step = move |by: isize| {
        let spans = found.with(text_hits);
        let from = at.get_untracked().map_or(if by > 0 { -1 } else { 0 }, |at| at as isize);
        if let Some(next) = (from + by).checked_rem_euclid(spans.len() as isize) {
            at.set(Some(next as usize));
            explorer.jump(spans[next as usize]);
        }
    };
    let count = move || {
        if query.with(|q| q.trim().is_empty()) {
            return String::new();
        }
        match found.with(|found| text_hits(found).len()) {
            0 => "not in the text".to_owned(),
            1 => "once in the text".to_owned(),
            n => format!("{} of {n} in the text", (at.get().unwrap_or(0) % n) + 1),
        }
    };
    let others = move || others_html(explorer, &found.get());
    Effect::new(move |_| {
        if open() {
            events::next_frame(|| {
                if let Some(field) = dom::by_id("find-field") {
                    let _ = field.focus();
                }
            });
        }
    });
    view! {
        <div class="window find" role="search" hidden=move || !open()>
            <input id="find-field" type="search" autocomplete="off" aria-label="Find in the article"
                placeholder="Find words, names, notes"
                prop:value=move || query.get()
                on:input=move |event| {
                    at.set(None);
                    explorer.act(Action::Find(event_target_value(&event)));
                }
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        step(if event.shift_key() { -1 } else { 1 });
                    }
                }/>
            <p class="count" role="status">{count}</p>
            <button type="button" aria-label="Previous place" on:click=move |_| step(-1)>"‹"</button>
            <button type="button" aria-label="Next place" on:click=move |_| step(1)>"›"</button>
            <div class="others" inner_html=others></div>
        </div>
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
