//! A selection may begin on a mark.
//!
//! Browsers begin none on a link: they drag it, or wait for the click alone, and under a finger
//! they offer what can be done with a link. So a mark is no link as long as it is pressed. The
//! click finds it as one again, unless the press has become a selection.

use super::listeners::nothing_selected;
use crate::browser::{dom, events};
use std::cell::Cell;
use web_sys::{Event, HtmlElement, PointerEvent};

thread_local! {
    /// The mark that is pressed, and where it leads.
    static PRESSED: Cell<Option<(HtmlElement, String)>> = const { Cell::new(None) };
    /// Where it was pressed.
    static AT: Cell<i32> = const { Cell::new(0) };
}

/// Watches presses from now on.
pub fn watch() {
    // One that opens a menu, or leaves the window, is let go without a word.
    for name in ["contextmenu", "blur"] {
        events::listen_first(&dom::window(), name, |_: Event| let_go());
    }
    for name in [DOWN, "pointerup", "pointercancel"] {
        events::listen_first(&dom::window(), name, move |event: PointerEvent| {
            // One number is enough: who selects goes along a line, or down.
            let here = event.client_x() + 2 * event.client_y();
            let moved = (AT.replace(here) - here).abs() > STILL;
            if name != DOWN && moved && !nothing_selected() {
                // Only behind the click, which would be taken for a press.
                return events::after(0, let_go);
            }
            let_go();
            if name == DOWN
                && event.button() == 0
                && let Some(mark) = dom::closest(&event, MARK)
                && let Some(to) = mark.get_attribute(HREF)
            {
                dom::attribute(&mark, HREF, None);
                PRESSED.set(Some((mark, to)));
            }
        });
    }
}

fn let_go() {
    if let Some((mark, to)) = PRESSED.take() {
        dom::attribute(&mark, HREF, Some(&to));
    }
}

/// Links that lead elsewhere keep what browsers offer for them.
const MARK: &str = "#article a[href^='#']";
const DOWN: &str = "pointerdown";
const HREF: &str = "href";

/// No hand is quite still, in CSS pixels.
const STILL: i32 = 4;
