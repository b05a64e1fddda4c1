//! Theme, text size, marks: the small window behind "Aa".

use super::bind;
use super::explorer::Explorer;
use crate::view::settings::{MOST_SIZE, Settings, Theme};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, ".settings [data-theme=auto]"),
    (Theme::Light, ".settings [data-theme=light]"),
    (Theme::Dark, ".settings [data-theme=dark]"),
];
const SIZES: [(i8, &str); 2] =
    [(-1, ".settings [data-size=smaller]"), (1, ".settings [data-size=larger]")];
const MARKS: &str = "[data-setting=marks]";
const KEYS: &str = "[data-setting=keys]";

/// The settings. Their buttons are there once the window was opened.
fn settings(explorer: Explorer) -> Settings {
    explorer.window.track();
    explorer.settings.get()
}

/// Brings the window to life.
pub fn live(explorer: Explorer) {
    for (theme, button) in THEMES {
        bind::press(button, move || explorer.change_settings(|s| s.theme = theme));
        bind::state(button, "aria-pressed", move || settings(explorer).theme == theme);
    }
    for (by, button) in SIZES {
        bind::press(button, move || {
            explorer.change_settings(|s| s.size = (s.size + by).clamp(-MOST_SIZE, MOST_SIZE));
        });
        // Not `disabled`: that would take the focus away from who presses it last.
        bind::state(button, "aria-disabled", move || settings(explorer).size == by * MOST_SIZE);
    }
    bind::on("change", MARKS, move |_, _| explorer.change_settings(|s| s.marks = !s.marks));
    bind::on("change", KEYS, move |_, _| explorer.change_settings(|s| s.keys = !s.keys));
    bind::watch(move || {
        let settings = settings(explorer);
        for (selector, on) in [(MARKS, settings.marks), (KEYS, settings.keys)] {
            bind::each(selector, |box_| box_.unchecked_ref::<HtmlInputElement>().set_checked(on));
        }
    });
}
