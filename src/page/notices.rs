//! One quiet line to the reader, and the way back after a jump.

use super::explorer::Explorer;
use leptos::prelude::*;

/// The line and the way back.
#[component]
pub fn Notices(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let place = move || explorer.trail.with(|trail| trail.last().map(|left| left.name.clone()));
    view! {
        <div class="quiet">
            <p class="notice" role="status" class:empty=move || explorer.notice.with(String::is_empty)>{move || explorer.notice.get()}</p>
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
