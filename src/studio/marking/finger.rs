//! The menu for selected words under a finger: clear of the handles, and there until it is pressed.

use super::super::desk::Desk;
use super::super::focus;
use crate::browser::{dom, events};
use crate::page::{bind, edges};
use crate::view::place::Room;
use crate::view::{Tenths, handles};
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// Keeps the menu where a finger needs it.
pub fn live(desk: Desk) {
    bind::watch(move || {
        desk.explorer.selected.track();
        put(desk);
    });
    // A press of its buttons takes neither the selection nor the focus away.
    let Some(menu) = dom::by_selector(".selection") else { return };
    events::listen(&menu, "mousedown", |event: MouseEvent| {
        if dom::closest(&event, "input").is_none() {
            event.prevent_default();
        }
    });
}

/// Puts the menu clear of the words, their handles and the system's own menu.
pub fn put(desk: Desk) {
    let selected = desk.explorer.selected.get_untracked();
    let Some(selected) = selected.filter(|_| is_touched()) else { return };
    bind::each(".selection", |menu| {
        let line = dom::by_selector(".desk-bar").map(|line| dom::rect(&line));
        let top = line.map_or(0.0, |line| (line.y + line.height).max(0.0));
        let (width, bottom) = (dom::viewport().0, edges::foot());
        let room = Room { width, top, bottom, beside: None, least: 0.0 };
        let top = handles::menu(selected.rect, dom::rect(menu).height, room);
        let scroll = dom::window().scroll_y().unwrap_or_default();
        dom::style(menu.unchecked_ref(), "top", &format!("{}px", Tenths(top + scroll)));
    });
}

/// The keyboard goes to the first of these choices. A finger would get a keyboard over them, where
/// the first is a field.
pub fn enter(choices: &str) {
    if is_touched() {
        focus(&format!("{choices} ul"));
    } else {
        focus(&format!("{choices} :is(input,button)"));
    }
}

fn is_touched() -> bool {
    dom::matches("(pointer: coarse)")
}
