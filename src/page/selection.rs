//! What can be done with words the reader has selected.

use super::explorer::{Explorer, Selected};
use super::{bind, edges, passage};
use crate::browser::dom;
use crate::markup::escape::escape;
use crate::view::{Action, Tenths};
use wasm_bindgen::JsCast;

/// Brings the bar to life.
pub fn live(explorer: Explorer) {
    bind::hide(".selection", move || explorer.selected.get().is_none());
    bind::fill(".selection .inside", move || {
        explorer.selected.get().map(|s| things_html(explorer, s)).unwrap_or_default()
    });
    bind::watch(move || {
        let Some(selected) = explorer.selected.get() else { return };
        let scroll = dom::window().scroll_y().unwrap_or_default();
        let (width, _) = dom::viewport();
        let foot = edges::foot();
        bind::each(".selection", |bar| {
            dom::attribute(bar, "hidden", None);
            let size = dom::rect(bar);
            let most = width - size.width - 16.0;
            let below = selected.rect.y + selected.rect.height + ROOM;
            let is_above = below + size.height > foot;
            let above = (selected.rect.y.min(foot) - size.height - ROOM).max(ROOM);
            let top = format!("{}px", Tenths(if is_above { above } else { below } + scroll));
            dom::set_class(bar, "above", is_above);
            let left = format!("{}px", Tenths(selected.rect.x.min(most).max(8.0)));
            dom::style(bar.unchecked_ref(), "left", &left);
            dom::style(bar.unchecked_ref(), "top", &top);
        });
    });
    bind::press("[data-copy=passage]", move || link_passage(explorer));
    bind::press("[data-copy=words]", move || cite(explorer));
}

/// From the words to the bar, in CSS pixels.
const ROOM: f64 = 10.0;

fn things_html(explorer: Explorer, selected: Selected) -> String {
    let model = explorer.model();
    let (people, events) = model.things_in(selected.span);
    let mut html = String::new();
    for id in people.into_iter().chain(events) {
        html.push_str(&format!("<a href=\"#{id}\"><bdi>{}</bdi></a> ", escape(&model.name(id))));
    }
    html
}

fn link_passage(explorer: Explorer) {
    let Some(selected) = explorer.selected.get_untracked() else { return };
    let Some((passage, directive)) = passage::make(&explorer.model(), selected.span) else {
        return;
    };
    explorer.act(Action::ShowPassage(passage));
    explorer.copy(&format!("{}{directive}", explorer.link()), "Link to the passage");
}

fn cite(explorer: Explorer) {
    let Some(selected) = explorer.selected.get_untracked() else { return };
    explorer.copy(&super::citation::quotation(&explorer.model(), selected.span), "Quotation");
}
