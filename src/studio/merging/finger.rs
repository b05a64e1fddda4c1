//! An entity is lifted by a finger that rests on it, and put onto another.
//!
//! Browsers drag nothing for a finger, or offer what can be done with a link. So the rest of the
//! finger is timed here ([`lift`]), and what the browser would make of it is refused from then on.

use super::super::desk::Desk;
use super::{ENTRY, list, mark, merge};
use crate::browser::{dom, events};
use crate::markup::escape::escape;
use crate::view::Tenths;
use crate::view::lift::{self, Effect, Input, Lift};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, MouseEvent, PointerEvent};

/// What hangs over the finger, in CSS pixels: high enough to be seen.
const OVER: f64 = 88.0;

/// The system's tick when something is lifted, in milliseconds.
const TICK: u32 = 12;

/// What is under the finger, and what the page shows of it.
struct Finger {
    desk: Desk,
    lift: RefCell<Lift<String>>,
    at: Cell<(f64, f64)>,
    /// Something was put down: the click that some browsers send then is none.
    put_down: Cell<bool>,
}

/// Lets entities be lifted from now on.
pub fn live(desk: Desk) {
    let finger = Rc::new(Finger {
        desk,
        lift: RefCell::default(),
        at: Cell::default(),
        put_down: Cell::default(),
    });
    let (window, document) = (dom::window(), dom::document());
    let down = Rc::clone(&finger);
    events::listen(&document, "pointerdown", move |event: PointerEvent| down.comes_down(&event));
    let moved = Rc::clone(&finger);
    events::listen(&document, "pointermove", move |event: PointerEvent| {
        if event.is_primary() && moved.is_down() {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            moved.at.set(at);
            moved.step(Input::Move(at, moved.under()));
        }
    });
    for (name, input) in [("pointerup", Input::Up), ("pointercancel", Input::Cancel)] {
        let ended = Rc::clone(&finger);
        events::listen(&document, name, move |_: PointerEvent| ended.step(input.clone()));
    }
    let lost = Rc::clone(&finger);
    events::listen(&window, "blur", move |_: Event| lost.step(Input::Cancel));
    let pressed = Rc::clone(&finger);
    events::listen_first(&window, "contextmenu", move |event: Event| {
        if pressed.is_down() {
            event.prevent_default();
            pressed.step(Input::LongPress);
        }
    });
    let dragged = Rc::clone(&finger);
    events::listen_first(&window, "dragstart", move |event: Event| {
        if dragged.is_down() {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let clicked = Rc::clone(&finger);
    events::listen_first(&window, "click", move |event: MouseEvent| {
        if clicked.put_down.take() {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    // The list scrolls under a finger until something is lifted.
    if let Some(list) = list() {
        events::listen(&list, "touchmove", move |event: Event| {
            if finger.lift.borrow().is_lifted() {
                event.prevent_default();
            }
        });
    }
}

impl Finger {
    fn is_down(&self) -> bool {
        self.lift.borrow().is_down()
    }

    fn comes_down(self: &Rc<Self>, event: &PointerEvent) {
        self.put_down.set(false);
        if !event.is_primary() {
            return self.step(Input::Cancel);
        }
        if event.pointer_type() != "mouse"
            && let Some(entry) = dom::closest(event, ENTRY)
        {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            self.at.set(at);
            self.step(Input::Down(entry.id(), at));
        }
    }

    /// The entry under the finger, as far as it is in sight.
    fn under(&self) -> Option<String> {
        let (x, y) = self.at.get();
        let element = dom::document().element_from_point(x as f32, y as f32)?;
        Some(element.closest(ENTRY).ok()??.id())
    }

    fn step(self: &Rc<Self>, input: Input<String>) {
        let effect = self.lift.borrow_mut().step(input);
        match effect {
            Effect::None => {}
            Effect::Wait(milliseconds, token) => {
                let finger = Rc::clone(self);
                events::after(milliseconds, move || finger.step(Input::Timer(token)));
            }
            Effect::Lift(id) => {
                show(&id);
                self.carry(None);
                dom::window().navigator().vibrate_with_duration(TICK);
                self.pull();
            }
            Effect::Carry(onto) => self.carry(onto.as_deref()),
            Effect::Drop(from, into) => {
                self.put_down.set(true);
                hide();
                merge(self.desk, &from, &into);
            }
            Effect::PutBack => {
                self.put_down.set(true);
                hide();
            }
        }
    }

    /// What is lifted hangs over the finger and says what it would become.
    fn carry(&self, onto: Option<&str>) {
        let onto = onto.and_then(dom::by_id);
        if let Some(lifted) = lifted() {
            let says = onto.as_ref().and_then(name);
            if let Ok(Some(words)) = lifted.query_selector("span") {
                words.set_inner_html(&match says {
                    Some(name) => format!("is the same as <b><bdi>{}</bdi></b>", escape(&name)),
                    None => "is the same as …".to_owned(),
                });
            }
            let (x, y) = self.at.get();
            let size = dom::rect(&lifted);
            let left = (x - size.width / 2.0).min(dom::viewport().0 - size.width - 8.0).max(8.0);
            dom::style(&lifted, "left", &format!("{}px", Tenths(left)));
            dom::style(&lifted, "top", &format!("{}px", Tenths((y - OVER).max(8.0))));
        }
        mark(onto);
    }

    /// At its edges the list scrolls, as long as something is held there.
    fn pull(self: &Rc<Self>) {
        let finger = Rc::clone(self);
        events::next_frame(move || {
            let Some(list) = list().filter(|_| finger.lift.borrow().is_lifted()) else { return };
            let (sight, at) = (dom::rect(&list), finger.at.get());
            let by = lift::pull(at.1, sight.y, sight.y + sight.height);
            let before = list.scroll_top();
            list.set_scroll_top(before + by.round() as i32);
            if list.scroll_top() != before {
                finger.step(Input::Move(at, finger.under()));
            }
            finger.pull();
        });
    }
}

/// Shows that this entry is lifted.
fn show(id: &str) {
    hide();
    let (Some(entry), Some(desk)) = (dom::by_id(id), dom::by_id("desk")) else { return };
    dom::attribute(&entry, "data-lifted", Some(""));
    let name = escape(&name(&entry).unwrap_or_default());
    let html = format!(
        "<div class=\"lifted\" aria-hidden=\"true\"><b><bdi>{name}</bdi></b><span></span></div>"
    );
    let _ = desk.insert_adjacent_html("beforeend", &html);
}

/// Everything looks as it did before.
fn hide() {
    mark(None);
    if let Some(lifted) = lifted() {
        lifted.remove();
    }
    for entry in dom::all("[data-lifted]") {
        dom::attribute(&entry, "data-lifted", None);
    }
}

fn lifted() -> Option<HtmlElement> {
    dom::by_selector("#desk .lifted")?.dyn_into().ok()
}

/// What an entry is called.
fn name(entry: &HtmlElement) -> Option<String> {
    entry.query_selector("h4").ok()??.text_content()
}
