//! What the marks mean, and the keys.

use super::explorer::{Explorer, Window};
use leptos::prelude::*;

/// Constant, so that it costs the program nothing but its bytes.
const HELP: &str = include_str!("help.html");

/// The help.
#[component]
pub fn Help(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let open = move || explorer.window.get() == Some(Window::Help);
    view! {
        <div class="window help" role="region" aria-label="Help" tabindex="-1" hidden=move || !open()
            inner_html=HELP></div>
    }
}
