//! The keyboard's focus stays where it is when the words around it are written again.

use crate::browser::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Where the focus is in a block: so many characters of the block stand before it. None if it is
/// elsewhere.
pub(super) fn place(block: &Element) -> Option<u32> {
    let focused = dom::document().active_element()?;
    let inside = !block.is_same_node(Some(&focused)) && block.contains(Some(&focused));
    inside.then(|| before(block, &focused)).flatten()
}

/// Gives the focus to the first mark from this place on, or the last before it.
pub(super) fn give(block: &Element, place: u32) {
    let Ok(marks) = block.query_selector_all("a[href],button") else { return };
    let marks = (0..marks.length()).filter_map(|n| marks.get(n)?.dyn_into::<HtmlElement>().ok());
    let mut last = None;
    for mark in marks {
        let is_there = before(block, &mark).is_some_and(|at| at >= place);
        last = Some(mark);
        if is_there {
            break;
        }
    }
    if let Some(mark) = last {
        dom::focus(&mark);
    }
}

/// Characters of the block (UTF-16) before an element in it.
fn before(block: &Element, element: &Element) -> Option<u32> {
    let range = dom::document().create_range().ok()?;
    range.set_start(block, 0).ok()?;
    range.set_end_before(element).ok()?;
    Some(range.to_string().length())
}
