//! The head of the open panel. The lists themselves stand in the page already.

use super::bind;
use super::explorer::Explorer;
use crate::article::order::sorted_by;
use crate::browser::dom;
use crate::view::Panel;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Brings the head to life.
pub fn live(explorer: Explorer) {
    bind::hide(".panel-head .choice", move || {
        explorer.view.with(|view| view.panel != Some(Panel::Who))
    });
    bind::press(".panel-head .close", move || super::bar::close_panel(explorer));
    bind::on("click", "[data-sort]", move |_, pressed| {
        for button in dom::controls("[data-sort]") {
            let is = button.is_same_node(Some(&pressed));
            dom::attribute(&button, "aria-pressed", Some(if is { "true" } else { "false" }));
        }
        sort_who(pressed.matches("[data-sort=count]").unwrap_or(false));
    });
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
