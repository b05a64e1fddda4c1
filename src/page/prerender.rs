//! The page's controls as HTML, in their default state.

use super::desk_frame::Studio;
use super::frame::{Bar, Explored, PanelHead};
use leptos::prelude::*;

/// The HTML of each place in `index.html` that the reader takes over.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The bar over the article.
    pub bar: String,
    /// The head of the panel.
    pub panel: String,
    /// Card, timeline, notices.
    pub explorer: String,
}

/// Renders the controls. `open` is the address of the page that opens any other article.
pub fn prerender(open: Option<String>) -> Parts {
    Owner::new().with(|| Parts {
        bar: view! { <Bar open/> }.to_html(),
        panel: view! { <PanelHead/> }.to_html(),
        explorer: view! { <Explored/> }.to_html(),
    })
}

/// The desk and the start screen of the page that opens any article.
pub fn prerender_studio() -> String {
    Owner::new().with(|| view! { <Studio/> }.to_html())
}
