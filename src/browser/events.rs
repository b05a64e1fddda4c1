//! Listeners and timers that live as long as the page.
//!
//! Every listener is boxed and takes a plain event first: the glue to the browser is then
//! made once and not for each of them.

use super::dom::window;
#[cfg(feature = "studio")]
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// Listens for good. The listener never asks to stop the browser's own scrolling.
pub fn listen<E: JsCast>(target: &EventTarget, name: &str, handler: impl FnMut(E) + 'static) {
    add(target, name, false, boxed(handler));
}

/// Listens before anybody deeper in the page does.
pub fn listen_first<E: JsCast>(target: &EventTarget, name: &str, handler: impl FnMut(E) + 'static) {
    add(target, name, true, boxed(handler));
}

type Listener = Box<dyn FnMut(Event)>;

fn boxed<E: JsCast>(mut handler: impl FnMut(E) + 'static) -> Listener {
    Box::new(move |event: Event| handler(event.unchecked_into()))
}

fn add(target: &EventTarget, name: &str, capture: bool, handler: Listener) {
    let handler = Closure::wrap(handler).into_js_value();
    let options = AddEventListenerOptions::new();
    options.set_capture(capture);
    options.set_passive(name == "scroll");
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        handler.unchecked_ref(),
        &options,
    );
}

/// Calls once after so many milliseconds.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) {
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        once(Box::new(call)).unchecked_ref(),
        milliseconds as i32,
    );
}

/// Calls once before the next picture.
pub fn next_frame(call: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(once(Box::new(call)).unchecked_ref());
}

/// Calls once after the next picture, or after [`UNSEEN`] milliseconds in a tab that is not drawn.
#[cfg(feature = "studio")]
pub fn after_frame(call: impl FnOnce() + 'static) {
    let call = Rc::new(Cell::new(Some(call)));
    let first = move || {
        if let Some(call) = call.take() {
            call();
        }
    };
    let late = first.clone();
    next_frame(move || after(0, first));
    after(UNSEEN, late);
}

/// Tabs in the background get no pictures.
#[cfg(feature = "studio")]
const UNSEEN: u32 = 100;

/// Calls when the current task is over, before anything else.
pub fn soon(call: fn()) {
    window().queue_microtask(once(Box::new(call)).unchecked_ref());
}

fn once(call: Box<dyn FnOnce()>) -> wasm_bindgen::JsValue {
    Closure::once_into_js(call)
}

/// Milliseconds since the page was begun.
#[cfg(feature = "studio")]
pub fn now() -> f64 {
    window().performance().map(|clock| clock.now()).unwrap_or_default()
}
