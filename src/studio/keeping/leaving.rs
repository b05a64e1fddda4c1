//! Back to the list of articles: an article that is kept nowhere is not left without a question.

use super::{Keeping, Line, Why};
use crate::browser::{dom, events, history};
use crate::page::bind;
use crate::page::explorer::Window;
use crate::page::signal::Signal;
use crate::studio::focus;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The way back to the list.
const START: &str = "[data-desk=start]";

/// Brings the way back to the list to life.
pub fn live(keeping: &Rc<Keeping>) {
    let desk = keeping.desk;
    let asked = Signal::new(false);
    bind::hide(".leaving", move || !asked.get());
    // Kept after all, or another article: there is nothing to ask any more.
    bind::watch(move || {
        desk.laid.track();
        if !is_lost(desk.line.get()) {
            asked.set(false);
        }
    });
    let leaving = Rc::clone(keeping);
    bind::press(START, move || {
        if is_lost(desk.line.get_untracked()) {
            asked.set(true);
            events::next_frame(|| focus("[data-leaving=export]"));
        } else {
            leaving.leave();
        }
    });
    let stay = move || {
        asked.set(false);
        focus(START);
    };
    bind::press("[data-leaving=stay]", stay);
    bind::press("[data-leaving=export]", move || {
        asked.set(false);
        desk.explorer.window.set(Some(Window::Share));
    });
    let leaving = Rc::clone(keeping);
    bind::press("[data-leaving=leave]", move || {
        asked.set(false);
        leaving.leave();
    });
    if let Some(question) = dom::by_selector(".leaving") {
        events::listen(&question, "keydown", move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.unchecked_ref::<Event>().stop_propagation();
                stay();
            }
        });
    }
}

/// Whether nobody finds the article again that is on the desk. A page that is a file of its own
/// has no list to go back to.
fn is_lost(line: Line) -> bool {
    matches!(line, Line::Not(Why::Full | Why::Blocked | Why::Broken))
}

impl Keeping {
    /// The start screen, under its own address.
    fn leave(&self) {
        self.put_away();
        history::turn("", "", true);
    }
}
