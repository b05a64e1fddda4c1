//! What stands around the article: timeline, card, ruler, selection, notices.

use super::band::Band;
use super::card::Card;
use super::explorer::Explorer;
use super::notices::Notices;
use super::ruler::Ruler;
use super::selection::SelectionBar;
use leptos::prelude::*;

/// All of it.
#[component]
pub fn Explored(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    view! {
        <Band explorer/>
        <Ruler explorer/>
        <Card explorer/>
        <SelectionBar explorer/>
        <Notices explorer/>
    }
}
