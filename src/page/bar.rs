//! The bar over the article: it opens panels, search, settings, help.

use super::explorer::{Explorer, Window};
use super::{bind, listeners};
use crate::browser::{dom, later};
use crate::view::{Action, Panel};

/// The buttons and small windows, with their selectors.
const WINDOWS: &[(Window, &str, &str)] = &[
    (Window::Sheet, "[data-opens=sheet]", "#sheet"),
    (Window::Find, "[data-opens=find]", ".window.find"),
    (Window::Settings, "[data-opens=settings]", ".window.settings"),
    (Window::Help, "[data-opens=help]", ".window.help"),
    #[cfg(feature = "studio")]
    (Window::Article, "[data-opens=article]", ".window.article"),
    #[cfg(feature = "studio")]
    (Window::Share, "[data-opens=share]", ".window.share"),
];

const PANELS: [(Panel, &str); 4] = [
    (Panel::Who, "#bar [data-panel=who]"),
    (Panel::When, "#bar [data-panel=when]"),
    (Panel::Said, "#bar [data-panel=said]"),
    (Panel::Figures, "#bar [data-panel=figures]"),
];

/// Brings the bar to life.
pub fn live(explorer: Explorer) {
    for &(window, button, place) in WINDOWS {
        let open = move || explorer.window.get() == Some(window);
        bind::press(button, move || {
            explorer.toggle_window(window);
            if window == Window::Sheet && listeners::by_keyboard() {
                bind::enter("sheet");
            }
        });
        bind::watch(move || {
            let open = open();
            if open {
                later::inside(place);
            }
            bind::each(place, |place| {
                dom::attribute(place, "hidden", (!open).then_some(""));
            });
        });
        if window != Window::Sheet {
            bind::state(button, "aria-expanded", open);
        }
    }
    for (panel, button) in PANELS {
        bind::press(button, move || {
            explorer.toggle_panel(panel);
            // It stands behind the whole article in the order of keys.
            if listeners::by_keyboard() && explorer.view.with_untracked(|v| v.panel.is_some()) {
                bind::enter("reference");
            }
        });
        bind::state(button, "aria-expanded", move || {
            explorer.view.with(|view| view.panel == Some(panel))
        });
    }
}

/// Closes the panel; the button that opened it gets the focus back.
pub fn close_panel(explorer: Explorer) {
    let open = explorer.view.with_untracked(|view| view.panel);
    explorer.act(Action::ClosePanel);
    let button = PANELS.iter().find(|(panel, _)| Some(*panel) == open);
    if let Some((_, button)) = button {
        bind::focus(button);
    }
}

/// Closes the small window; the button that opened it gets the focus back.
pub fn close_window(explorer: Explorer) {
    let Some(open) = explorer.window.get_untracked() else { return };
    explorer.close_window();
    let button = WINDOWS.iter().find(|(window, ..)| *window == open);
    if let Some((_, button, _)) = button {
        bind::focus(button);
    }
}
