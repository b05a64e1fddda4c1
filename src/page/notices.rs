//! What is in force (only some sentences), one quiet line to the reader, and the way back
//! after a jump.

use super::explorer::Explorer;
use crate::browser::dom;
use crate::markup::escape::escape;
use crate::view::Action;
use leptos::prelude::*;

/// All three.
#[component]
pub fn Notices(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let place = move || explorer.trail.with(|trail| trail.last().map(|left| left.name.clone()));
    let only = move || explorer.view.with(|view| view.only.clone());
    let take_away = move |event: leptos::ev::MouseEvent| {
        let id = dom::closest(&event, "[data-only]").and_then(|e| e.get_attribute("data-only"));
        if let Some(id) = id.and_then(|id| crate::article::Id::new(id).ok()) {
            explorer.act(Action::ToggleOnly(id));
        }
    };
    let chips = move || {
        let model = explorer.model();
        let mut html = String::from("<span>Only sentences about</span>");
        for id in only() {
            let name = escape(&model.name(&id));
            html.push_str(&format!(
                "<button type=\"button\" data-only=\"{id}\" aria-label=\"No longer only {name}\">\
                 <bdi>{name}</bdi> ×</button>"
            ));
        }
        html
    };
    view! {
        <div class="quiet">
            <div class="only" role="group" aria-label="Only sentences about"
                hidden=move || only().is_empty() on:click=take_away inner_html=chips></div>
            <p class="notice" role="status" class:empty=move || explorer.notice.with(String::is_empty)>
                {move || explorer.notice.get()}
            </p>
            <button type="button" class="dismiss" aria-label="Dismiss"
                hidden=move || explorer.notice.with(String::is_empty)
                on:click=move |_| explorer.say("")>"×"</button>
            <button type="button" class="way-back" hidden=move || place().is_none()
                on:click=move |_| explorer.back()>
                "↩ Back to "{move || place().unwrap_or_default()}
            </button>
        </div>
    }
}
