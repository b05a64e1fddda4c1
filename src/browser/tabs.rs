//! This tab, and the others in which this site is open.

use super::dom::window;
use super::events;
use js_sys::{Function, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, Event, MessageEvent};

/// What tabs tell each other. None of them hears itself.
#[derive(Debug)]
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Listens on a channel of this name. A browser without channels never hears anything.
    pub fn new(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            events::listen(channel, "message", move |event: MessageEvent| {
                if let Some(words) = event.data().as_string() {
                    heard(words);
                }
            });
        }
        Self(channel)
    }

    /// Tells the others.
    pub fn tell(&self, words: &str) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&words.into());
        }
    }
}

thread_local! {
    static ASKS: Cell<bool> = const { Cell::new(false) };
    static ASK: Function = asker();
}

/// Has the browser ask the reader before this tab is closed or loads another page; or no longer.
///
/// Only while it has to: with such a listener some browsers do not remember the page for the way
/// back.
pub fn ask_before_closing(ask: bool) {
    if ASKS.replace(ask) != ask {
        ASK.with(|asker| window().set_onbeforeunload(ask.then_some(asker)));
    }
}

/// Browsers choose the words themselves; older ones want some all the same.
fn asker() -> Function {
    let ask: Box<dyn FnMut(Event)> = Box::new(|event: Event| {
        event.prevent_default();
        let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
    });
    Closure::wrap(ask).into_js_value().unchecked_into()
}
