//! The page's controls as HTML, in their default state.

use super::bar::Bar;
use super::explorer::Explorer;
use super::live_parts;
use super::model::Model;
use super::panel::PanelHead;
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

/// Renders the controls.
pub fn prerender() -> Parts {
    let owner = Owner::new();
    owner.with(|| {
        let explorer = Explorer::new(Model::default());
        Parts {
            bar: view! { <Bar explorer/> }.to_html(),
            panel: view! { <PanelHead explorer/> }.to_html(),
            explorer: view! { <live_parts::Explored explorer/> }.to_html(),
        }
    })
}
