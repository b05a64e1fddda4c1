//! A mouse that rests on a mark opens its card.

use super::super::explorer::Explorer;
use super::super::reading;
use super::MARKS;
use crate::browser::{dom, events};
use crate::view::card::{Effect, Hover, Input};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

type Trigger = HtmlElement;

/// Listens for a pointer that rests on a mark.
pub(super) fn attach(explorer: Explorer) {
    let hover: Rc<RefCell<Hover<Trigger>>> = Rc::default();
    let step = move |input: Input<Trigger>| take(explorer, &hover, input);
    let document = dom::document();
    let over = step.clone();
    // Browsers also tell of a pointer that stayed where it was, when only the page changed under it:
    // it moved, or a card went away.
    let last = Rc::new(Cell::new(None));
    let at = Rc::clone(&last);
    events::listen(&document, "pointerover", move |event: PointerEvent| {
        if is_touch(&event) {
            return;
        }
        reading::pointer_at(f64::from(event.client_y()));
        if let Some(mark) = mark_under(explorer, &event) {
            let stays = at.get() == Some(place(&event));
            over(if stays { Input::Scroll } else { Input::Enter(mark) });
        } else if dom::closest(&event, "#card").is_some() {
            over(Input::EnterCard);
        } else {
            over(Input::Leave);
        }
    });
    let left = step.clone();
    if let Some(root) = dom::root() {
        events::listen(&root, "pointerleave", move |_: PointerEvent| left(Input::Leave));
    }
    let moved = step.clone();
    events::listen(&document, "pointermove", move |event: PointerEvent| {
        let here = Some(place(&event));
        if !is_touch(&event) && last.replace(here) != here {
            moved(Input::Move(mark_under(explorer, &event)));
        }
    });
    let scrolled = step.clone();
    events::listen(&dom::window(), "scroll", move |_: Event| scrolled(Input::Scroll));
    let pressed = step.clone();
    events::listen_first(&document, "click", move |event: MouseEvent| {
        if dom::closest(&event, "#card").is_some() {
            pressed(Input::Keep);
            if dom::closest(&event, "#card .close").is_none() {
                explorer.keep_card();
            }
        } else {
            pressed(Input::Forget);
        }
    });
    // Behind the listener for keys: that one closes what is open, this one only forgets.
    events::listen(&document, "keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            step(Input::Forget);
        }
    });
}

fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

fn place(event: &PointerEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}

/// The mark under the pointer; none while a card is open that was opened on purpose.
fn mark_under(explorer: Explorer, event: &PointerEvent) -> Option<Trigger> {
    // With a button held the reader selects words.
    if explorer.is_pinned() || event.buttons() != 0 {
        return None;
    }
    dom::closest(event, &format!("#article :is({MARKS})"))
}

fn take(explorer: Explorer, hover: &Rc<RefCell<Hover<Trigger>>>, input: Input<Trigger>) {
    let effect = hover.borrow_mut().step(input);
    match effect {
        Effect::None => {}
        Effect::Wait(milliseconds, token) => {
            let hover = Rc::clone(hover);
            events::after(milliseconds, move || take(explorer, &hover, Input::Timer(token)));
        }
        // A link may have opened a card on purpose while the pointer rested.
        Effect::Open(_) if explorer.is_pinned() => {}
        Effect::Open(mark) => {
            // A mark that is being pressed leads nowhere: see `press`.
            if let Some(target) = mark.get_attribute("href") {
                explorer.glance(target.trim_start_matches('#'), mark);
            }
        }
        Effect::Close => {
            if !explorer.is_pinned() {
                explorer.card.set(None);
            }
        }
    }
}
