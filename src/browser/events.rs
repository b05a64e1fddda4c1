//! Listeners and timers that live as long as the page.

use super::dom::window;
use wasm_bindgen::{JsCast, closure::Closure, convert::FromWasmAbi};
use web_sys::{AddEventListenerOptions, EventTarget};

/// Listens for good. The listener never asks to stop the browser's own scrolling.
pub fn listen<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    handler: impl FnMut(E) + 'static,
) {
    add(target, name, false, handler);
}

/// Listens before anybody deeper in the page does.
pub fn listen_first<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    handler: impl FnMut(E) + 'static,
) {
    add(target, name, true, handler);
}

fn add<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    capture: bool,
    handler: impl FnMut(E) + 'static,
) {
    let handler = Closure::<dyn FnMut(E)>::new(handler).into_js_value();
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
    let call = Closure::once_into_js(call);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        call.unchecked_ref(),
        milliseconds as i32,
    );
}

/// Calls once before the next picture.
pub fn next_frame(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let _ = window().request_animation_frame(call.unchecked_ref());
}
