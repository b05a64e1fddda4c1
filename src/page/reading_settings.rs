//! Theme, text size, marks: the small window behind "Aa".

use super::explorer::{Explorer, Window};
use crate::view::settings::{MOST_SIZE, Theme};
use leptos::prelude::*;

/// The settings.
#[component]
pub fn ReadingSettings(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let open = move || explorer.window.get() == Some(Window::Settings);
    let resize = move |by: i8| {
        explorer.change_settings(|s| s.size = (s.size + by).clamp(-MOST_SIZE, MOST_SIZE));
    };
    view! {
        <div class="window settings" role="group" aria-label="Reading settings" hidden=move || !open()>
            <div class="choice" role="group" aria-label="Colours">
                <ThemeButton explorer theme=Theme::Auto name="As the system"/>
                <ThemeButton explorer theme=Theme::Light name="Light"/>
                <ThemeButton explorer theme=Theme::Dark name="Dark"/>
            </div>
            <div class="choice" role="group" aria-label="Text size">
                <button type="button" aria-label="Smaller text" on:click=move |_| resize(-1)>"A−"</button>
                <button type="button" aria-label="Larger text" on:click=move |_| resize(1)>"A+"</button>
            </div>
            <label>
                <input type="checkbox" prop:checked=move || explorer.settings.get().marks
                    on:change=move |_| explorer.change_settings(|s| s.marks = !s.marks)/>
                " Marks in the text"
            </label>
            <label>
                <input type="checkbox" prop:checked=move || explorer.settings.get().keys
                    on:change=move |_| explorer.change_settings(|s| s.keys = !s.keys)/>
                " Single keys (/ and ?)"
            </label>
        </div>
    }
}

#[component]
fn ThemeButton(explorer: Explorer, theme: Theme, name: &'static str) -> impl IntoView {
    let chosen = move || explorer.settings.get().theme == theme;
    view! {
        <button type="button" aria-pressed=move || if chosen() { "true" } else { "false" }
            on:click=move |_| explorer.change_settings(|s| s.theme = theme)>
            {name}
        </button>
    }
}
