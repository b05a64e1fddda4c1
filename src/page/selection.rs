//! What can be done with words the reader has selected.

use super::explorer::{Explorer, Selected};
use super::passage;
use crate::browser::dom;
use crate::markup::escape::escape;
use crate::view::{Action, Tenths};
use leptos::prelude::*;

/// A small bar over the selected words: link, citation, and who and what is in them.
#[component]
pub fn SelectionBar(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let bar = NodeRef::<leptos::html::Div>::new();
    let things =
        move || explorer.selected.get().map(|s| things_html(explorer, s)).unwrap_or_default();
    Effect::new(move |_| {
        let (Some(selected), Some(bar)) = (explorer.selected.get(), bar.get()) else { return };
        let scroll = dom::window().scroll_y().unwrap_or_default();
        dom::style(&bar, "left", &format!("{}px", Tenths(selected.rect.x.max(8.0))));
        let below = selected.rect.y + selected.rect.height + scroll + 10.0;
        dom::style(&bar, "top", &format!("{}px", Tenths(below)));
    });
    view! {
        <div class="selection" role="group" aria-label="Selected words" node_ref=bar
            hidden=move || explorer.selected.get().is_none()>
            <button type="button" on:click=move |_| link_passage(explorer)>"Copy link"</button>
            <button type="button" on:click=move |_| cite(explorer)>"Copy quotation"</button>
            <div class="inside" inner_html=things></div>
        </div>
    }
}

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
