//! Words that the reader selects.

use super::super::explorer::{Explorer, Selected};
use super::super::reading;
use super::nothing_selected;
use crate::browser::{dom, events};
use web_sys::{Event, KeyboardEvent, PointerEvent};

/// Listens for words that are selected, by mouse, keys or finger.
pub(super) fn attach(explorer: Explorer) {
    let look = move || {
        let selected = reading::selected(&explorer.model());
        let selected = selected.map(|(span, rect)| Selected { span, rect });
        if explorer.selected.get_untracked() != selected {
            explorer.selected.set(selected);
        }
    };
    let document = dom::document();
    // WebKit takes the selection away as soon as the bar has the focus.
    let forget = move || {
        let in_bar = !dom::controls(".selection :focus").is_empty();
        if nothing_selected() && !in_bar && explorer.selected.with_untracked(Option::is_some) {
            explorer.selected.set(None);
        }
    };
    events::listen(&document, "focusout", move |_: Event| events::next_frame(forget));
    events::listen(&document, "pointerup", move |event: PointerEvent| {
        if dom::closest(&event, ".selection").is_none() {
            events::next_frame(look);
        }
    });
    events::listen(&document, "keyup", move |event: KeyboardEvent| {
        if event.shift_key() || event.key() == "Shift" {
            look();
        }
    });
    events::listen(&document, "selectionchange", move |_: Event| {
        forget();
        if !nothing_selected() && dom::matches("(pointer: coarse)") {
            // The handles of a selection by finger tell the page nothing else.
            look();
        }
    });
}
