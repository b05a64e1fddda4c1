//! A selection may begin on a mark.
//!
//! Browsers begin none on a link: they drag it, or wait for the click alone, and under a finger
//! they offer what can be done with a link. So a mark is no link as long as it is pressed;
//! when it is let go it is one again, and the click finds it.

use crate::browser::{dom, events};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{HtmlElement, MouseEvent, PointerEvent};

/// Watches presses from now on.
pub fn watch() {
    let pressed: Rc<RefCell<Option<(HtmlElement, String)>>> = Rc::default();
    for name in [DOWN, "pointerup", "pointercancel"] {
        let pressed = Rc::clone(&pressed);
        events::listen_first(&dom::window(), name, move |event: PointerEvent| {
            if let Some((link, to)) = pressed.take() {
                dom::attribute(&link, HREF, Some(&to));
            }
            if name == DOWN {
                AT.set((event.client_x(), event.client_y()));
            }
            if name == DOWN
                && event.button() == 0
                && let Some(link) = dom::closest(&event, LINK)
                && let Some(to) = link.get_attribute(HREF)
            {
                dom::attribute(&link, HREF, None);
                pressed.replace(Some((link, to)));
            }
        });
    }
}

/// Whether a click on a mark is the end of a selection that began there.
pub fn selected(event: &MouseEvent) -> bool {
    let (x, y) = AT.get();
    let moved = (event.client_x() - x).abs() + (event.client_y() - y).abs() > STILL;
    // One by key or script has no clicks to count, and no place.
    moved && event.detail() > 0 && dom::closest(event, LINK).is_some()
}

thread_local! {
    /// Where the last press began, in CSS pixels of the viewport.
    static AT: Cell<(i32, i32)> = const { Cell::new((0, 0)) };
}

/// No hand is quite still, in CSS pixels.
const STILL: i32 = 4;

/// The marks. A link that leads elsewhere keeps what browsers offer for it.
const LINK: &str = "#article a[href^='#']";
const DOWN: &str = "pointerdown";
const HREF: &str = "href";
