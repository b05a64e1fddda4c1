//! The timeline by keyboard, wheel, drag and pinch. The scroll of the page always wins.

use super::band::Timeline;
use crate::browser::{dom, events};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

/// Px of a drag before it counts as one and no longer as a press.
const DRAG_FROM: f64 = 6.0;

/// Listens on the axis from now on.
pub fn attach(timeline: Timeline) {
    let Some(axis) = dom::by_id("axis") else { return };
    keys(timeline, &axis);
    wheel(timeline, &axis);
    drag(timeline, &axis);
}

/// Of the marks exactly one can be reached by Tab: the one that had the focus, else the first.
pub fn keep_one_stop(list: &HtmlElement, had_focus: Option<&Element>) {
    let stops = buttons(list);
    let kept = stops.iter().find(|b| b.tab_index() == 0).or(stops.first());
    if let Some(kept) = kept {
        kept.set_tab_index(0);
        let now = dom::document().active_element();
        if let Some(had) = had_focus
            && now.is_none_or(|now| !now.is_same_node(Some(had)))
        {
            let again = had.dyn_ref::<HtmlElement>().filter(|had| had.is_connected());
            let _ = again.unwrap_or(kept).focus();
        }
    }
}

fn buttons(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("button") else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
}

fn keys(timeline: Timeline, axis: &HtmlElement) {
    events::listen(axis, "keydown", move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(list) = dom::by_id("marks") else { return };
        let all = buttons(&list);
        let active = dom::document().active_element();
        let at = all.iter().position(|b| active.as_ref().is_some_and(|a| b.is_same_node(Some(a))));
        let last = all.len().saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => at.map_or(0, |at| (at + 1).min(last)),
            "ArrowLeft" | "ArrowUp" => at.map_or(0, |at| at.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "+" | "=" => return timeline.zoom_step(true),
            "-" => return timeline.zoom_step(false),
            "0" => return timeline.show_all(),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = all.get(to) {
            for button in &all {
                button.set_tab_index(-1);
            }
            next.set_tab_index(0);
            let _ = next.focus();
        }
    });
}

fn wheel(timeline: Timeline, axis: &HtmlElement) {
    events::listen(axis, "wheel", move |event: WheelEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let factor = (-event.delta_y() * 0.002).exp();
            let at = timeline.along(event.client_x(), event.client_y());
            timeline.zoom(timeline.from_start(at), factor);
        } else if !timeline.is_upright() && event.delta_x().abs() > event.delta_y().abs() {
            event.prevent_default();
            timeline.pan(event.delta_x());
        }
    });
}

/// Two fingers zoom and drag, a mouse or one finger drags along the axis.
fn drag(timeline: Timeline, axis: &HtmlElement) {
    let down: Rc<RefCell<Vec<(i32, f64)>>> = Rc::default();
    let moved = Rc::new(Cell::new(0.0));
    let (fingers, far) = (Rc::clone(&down), Rc::clone(&moved));
    events::listen(axis, "pointerdown", move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let at = timeline.along(event.client_x(), event.client_y());
        let mut fingers = fingers.borrow_mut();
        fingers.retain(|(id, _)| *id != event.pointer_id());
        fingers.push((event.pointer_id(), at));
        far.set(0.0);
    });
    let (fingers, far) = (Rc::clone(&down), Rc::clone(&moved));
    // It goes on beside the timeline, and where the mark under it has gone.
    let window = dom::window();
    events::listen(&window, "pointermove", move |event: PointerEvent| {
        let mut fingers = fingers.borrow_mut();
        let x = timeline.along(event.client_x(), event.client_y());
        let Some(n) = fingers.iter().position(|(id, _)| *id == event.pointer_id()) else { return };
        // Let go where the page does not hear of it: over a menu of the browser.
        if event.buttons() == 0 {
            fingers.remove(n);
            return;
        }
        let before = std::mem::replace(&mut fingers[n].1, x);
        far.set(far.get() + (x - before).abs());
        if far.get() <= DRAG_FROM {
            return;
        }
        if let [(_, a), (_, b)] = fingers[..] {
            let other = if n == 0 { b } else { a };
            let (old, new) = ((before - other).abs().max(1.0), (x - other).abs().max(1.0));
            timeline.pan((before - x) / 2.0);
            timeline.zoom(timeline.from_start((x + other) / 2.0), new / old);
        } else {
            timeline.pan(before - x);
        }
    });
    for end in ["pointerup", "pointercancel"] {
        let fingers = Rc::clone(&down);
        events::listen(&window, end, move |event: PointerEvent| {
            fingers.borrow_mut().retain(|(id, _)| *id != event.pointer_id());
        });
    }
    // A drag that ends on a mark is no press of it.
    events::listen_first(axis, "click", move |event: web_sys::MouseEvent| {
        if moved.replace(0.0) > DRAG_FROM {
            event.stop_propagation();
            event.prevent_default();
        }
    });
}
