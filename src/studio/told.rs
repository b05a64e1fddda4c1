//! What was done is said in one line, with a button that takes it back.

use super::desk::Desk;
use super::focus;
use crate::browser::{dom, events};
use crate::markup::escape::escape;
use crate::page::bind;
use crate::page::explorer::Window;

/// What was done last, in words, and what takes it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// As the notice says it.
    pub words: String,
    /// How to take it back.
    pub back: Back,
}

/// What takes it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Back {
    /// There is nothing to take back.
    #[default]
    Nothing,
    /// So many corrections are undone.
    Undo(usize),
    /// So many are made again.
    Redo(usize),
}

/// Behind the notice; what comes into it is read aloud as well.
const PLACE: &str = "<span class=\"take-back\" role=\"status\"></span>";

/// Milliseconds that it is said what was done.
const TOLD: u32 = 8_000;

/// Brings the button to life.
pub fn live(desk: Desk) {
    if let Some(notice) = dom::by_selector(".quiet .notice") {
        let _ = notice.insert_adjacent_html("afterend", PLACE);
    }
    bind::fill(".quiet .take-back", move || {
        let now = desk.explorer.notice.get();
        desk.told.with(|told| if told.words == now { html(told) } else { String::new() })
    });
    // It makes way for what was opened.
    let explorer = desk.explorer;
    bind::watch(move || {
        let Some(root) = dom::root() else { return };
        let of_desk = |open: &Option<Window>| matches!(open, Some(Window::Article | Window::Share));
        let window = explorer.window.with(of_desk);
        dom::attribute(&root, "data-window", window.then_some(""));
        let card = explorer.card.with(Option::is_some);
        dom::attribute(&root, "data-card", card.then_some(""));
    });
    bind::press("[data-desk=back]", move || {
        match desk.told.with_untracked(|told| told.back) {
            Back::Nothing => return,
            Back::Undo(count) => desk.undo(count),
            Back::Redo(count) => desk.redo(count),
        }
        // The other one stands there now.
        events::next_frame(|| focus("[data-desk=back]"));
    });
}

fn html(told: &Told) -> String {
    let name = match told.back {
        Back::Nothing => return String::new(),
        Back::Undo(_) => "Undo",
        Back::Redo(_) => "Redo",
    };
    let words = escape(&told.words);
    format!(
        "<button type=\"button\" data-desk=\"back\" aria-label=\"{name}: {words}\">{name}</button>"
    )
}

/// Says what was done; it has been read after a while.
pub fn tell(desk: Desk, words: String, back: Back) {
    desk.told.set(Told { words: words.clone(), back });
    desk.explorer.say(words.clone());
    forget(desk, words);
}

/// Takes the words away after a while, unless somebody is about to press the button.
fn forget(desk: Desk, words: String) {
    events::after(TOLD, move || {
        if desk.explorer.notice.with_untracked(|now| *now != words) {
            return;
        }
        if dom::by_selector(".quiet:is(:hover,:focus-within)").is_some() {
            return forget(desk, words);
        }
        desk.explorer.say("");
    });
}
