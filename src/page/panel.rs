//! The head of the open panel. The lists themselves stand in the page already.

use super::explorer::Explorer;
use crate::article::order::sorted_by;
use crate::browser::dom;
use crate::view::{Action, Panel};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The panel's head: its way to close, and how "Who" is sorted.
#[component]
pub fn PanelHead(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let panel = move || explorer.view.with(|view| view.panel);
    let by_count = RwSignal::new(false);
    let sort = move |count: bool| {
        by_count.set(count);
        sort_who(count);
    };
    let pressed = move |count: bool| if by_count.get() == count { "true" } else { "false" };
    view! {
        <div class="panel-head">
            <div class="choice" role="group" aria-label="Sort" hidden=move || panel() != Some(Panel::Who)>
                <button type="button" aria-pressed=move || pressed(false)
                    on:click=move |_| sort(false)>"As they come"</button>
                <button type="button" aria-pressed=move || pressed(true)
                    on:click=move |_| sort(true)>"Most named"</button>
            </div>
            <button type="button" class="close" aria-label="Close the panel"
                on:click=move |_| explorer.act(Action::ClosePanel)>"×"</button>
        </div>
    }
}

/// Puts the entries of each group of "Who" in order: by first mention, or by count.
fn sort_who(by_count: bool) {
    for group in dom::all("#list-who .group") {
        let children = group.children();
        let entries: Vec<(i64, Element)> = (0..children.length())
            .filter_map(|n| children.item(n))
            .filter_map(|entry| Some((sort_key(&entry, by_count)?, entry)))
            .collect();
        for (_, entry) in sorted_by(&entries, |(key, _)| *key) {
            let _ = group.append_child(&entry);
        }
    }
}

fn sort_key(entry: &Element, by_count: bool) -> Option<i64> {
    let data = entry.dyn_ref::<HtmlElement>()?.dataset();
    let first: i64 = data.get("first")?.parse().ok()?;
    let count: i64 = data.get("count")?.parse().ok()?;
    Some(if by_count { (-count << 32) + first } else { first })
}
