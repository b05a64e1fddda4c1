//! The bar over the article: panels, search, settings, help.

use super::explorer::{Explorer, Window};
use super::{find_box::FindBox, help::Help, reading_settings::ReadingSettings};
use crate::view::Panel;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn Bar(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    view! {
        <nav class="bar" aria-label="Explore the article">
            <p class="wordmark">"Dateline"</p>
            <button type="button" class="sheet-button" aria-haspopup="dialog"
                on:click=move |_| explorer.toggle_window(Window::Sheet)>
                "Timeline"
            </button>
            <PanelButton explorer panel=Panel::Who name="Who"/>
            <PanelButton explorer panel=Panel::When name="When"/>
            <PanelButton explorer panel=Panel::Said name="Said"/>
            <PanelButton explorer panel=Panel::Figures name="Figures"/>
            <WindowButton explorer window=Window::Find name="Find" says="Find in the article"/>
            <WindowButton explorer window=Window::Settings name="Aa" says="Reading settings"/>
            <WindowButton explorer window=Window::Help name="?" says="Help"/>
        </nav>
        <FindBox explorer/>
        <ReadingSettings explorer/>
        <Help explorer/>
    }
}

#[component]
fn PanelButton(explorer: Explorer, panel: Panel, name: &'static str) -> impl IntoView {
    let open = move || explorer.view.with(|view| view.panel == Some(panel));
    view! {
        <button type="button" aria-controls="reference"
            aria-expanded=move || if open() { "true" } else { "false" }
            on:click=move |_| explorer.toggle_panel(panel)>
            {name}
        </button>
    }
}

#[component]
fn WindowButton(
    explorer: Explorer,
    window: Window,
    name: &'static str,
    says: &'static str,
) -> impl IntoView {
    let open = move || explorer.window.get() == Some(window);
    view! {
        <button type="button" class="window-button" aria-label=says title=says
            aria-expanded=move || if open() { "true" } else { "false" }
            on:click=move |_| explorer.toggle_window(window)>
            {name}
        </button>
    }
}
