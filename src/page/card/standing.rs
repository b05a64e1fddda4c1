//! Where the card stands: near what it hangs on, clear of what it is about.

use super::current;
use crate::browser::dom;
use crate::page::explorer::Explorer;
use crate::page::{edges, reading};
use crate::view::Tenths;
use crate::view::place::{READABLE, Rect, Room, place};
use web_sys::Element;

/// Puts the card beside the text, near what it hangs on, or at the foot of a small screen.
pub fn put(explorer: Explorer) {
    let Some(card) = dom::by_id("card") else { return };
    if dom::matches(SMALL) {
        for property in ["left", "top", "max-height"] {
            dom::style(&card, property, "");
        }
        return uncover(explorer, &card);
    }
    let Some(trigger) = trigger_rect(explorer) else { return };
    // Only what is shown can be measured.
    dom::attribute(&card, "hidden", None);
    let (width, _) = dom::viewport();
    dom::style(&card, "max-height", "");
    let size = dom::rect(&card);
    let edge = |id: &str| dom::by_id(id).map(|e| dom::rect(&e));
    let fixed = |r: &Rect| r.height > 0.0;
    let wide = dom::matches(WIDE);
    // What is filled in is cut as little as can be, and keeps off its words.
    let form = cfg!(feature = "studio") && dom::by_selector("#card .mend").is_some();
    let mut room = Room {
        // Over the panel only where there is no other room.
        width: edge("reference")
            .filter(|r| fixed(r) && r.x > size.width)
            .map_or(width, |panel| panel.x),
        top: edge("bar").map_or(0.0, |r| (r.y + r.height).max(0.0)),
        bottom: edges::foot(),
        beside: wide.then(|| edge("article").map(|r| r.x + r.width + BESIDE)).flatten(),
        least: READABLE,
    };
    if form {
        room.least = size.height.min(room.height());
        room.beside.get_or_insert(room.aside(trigger, size.width));
    }
    let mut at = place(trigger, size.width, size.height, room);
    // What hangs on the timeline does not cover what it leads to.
    let words = passage_rect(explorer).filter(|_| !in_article(explorer));
    if let Some(words) = words.filter(|words| at.covers((size.width, size.height), *words)) {
        at = place(words, size.width, size.height, room);
    }
    let scroll = dom::window().scroll_y().unwrap_or_default();
    dom::style(&card, "left", &format!("{}px", Tenths(at.x)));
    dom::style(&card, "top", &format!("{}px", Tenths(at.y + scroll)));
    if at.height < size.height {
        dom::style(&card, "max-height", &format!("{}px", Tenths(at.height)));
    }
}

/// Moves the page so that the words a card hangs on stand over the sheet.
fn uncover(explorer: Explorer, card: &Element) {
    let words = match explorer.trigger.get_untracked() {
        Some(words) => in_article(explorer).then(|| dom::rect(&words)),
        None => passage_rect(explorer),
    };
    let Some(words) = words else { return };
    dom::attribute(card, "hidden", None);
    let sheet = dom::rect(card);
    let covered = words.y + words.height + BESIDE - sheet.y;
    // A high sheet, with a form on it, does not push them out at the top.
    let by = covered.min(words.y - ABOVE);
    if by > 0.0 {
        dom::window().scroll_by_with_x_and_y(0.0, by);
    }
}

/// Whether the card hangs on words of the article.
fn in_article(explorer: Explorer) -> bool {
    let trigger = explorer.trigger.get_untracked();
    trigger.is_some_and(|t| t.closest("#article").is_ok_and(|article| article.is_some()))
}

/// Under this width a card is a sheet at the foot of the screen.
pub const SMALL: &str = "(max-width: 39.99em)";
/// From this width on there is a column beside the text.
const WIDE: &str = "(min-width: 75em)";
/// From the text to the cards beside it, in CSS pixels.
const BESIDE: f64 = 32.0;

/// Over the words a sheet hangs on, for what is said there, in CSS pixels.
const ABOVE: f64 = 120.0;

fn trigger_rect(explorer: Explorer) -> Option<Rect> {
    if let Some(trigger) = explorer.trigger.get_untracked().filter(|t| t.is_connected()) {
        return Some(dom::rect_near(&trigger, reading::pointer_y()));
    }
    passage_rect(explorer)
}

/// Where the passage stands that the card is at.
fn passage_rect(explorer: Explorer) -> Option<Rect> {
    let id = current(explorer)?;
    let at = explorer.card.with_untracked(|c| c.as_ref().map_or(0, |c| c.at));
    let model = explorer.model();
    reading::rect(&model, *model.passages(&id).get(at)?)
}
