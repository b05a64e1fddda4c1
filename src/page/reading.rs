//! Where the reader is: scrolling to passages, and what is being told there.

use super::explorer::{Explorer, Left};
use super::model::Model;
use super::{citation, edges};
use crate::article::Span;
use crate::browser::highlight::{self, Layer};
use crate::browser::{dom, events, ranges::Blocks};
use crate::view::place::Rect;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

thread_local! {
    static BLOCKS: RefCell<Option<Blocks>> = const { RefCell::new(None) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static READING: RefCell<Option<Vec<usize>>> = const { RefCell::new(None) };
    static POINTER_Y: Cell<f64> = const { Cell::new(0.0) };
}

/// Share of the window's height at which a passage is put when jumping to it.
const READING_LINE: f64 = 0.3;

/// What the bar hides of the window at most, in CSS pixels.
const BAR: f64 = 48.0;

/// Takes the blocks of the article.
pub fn begin(blocks: Blocks) {
    BLOCKS.with(|b| *b.borrow_mut() = Some(blocks));
}

/// Where the pointer was last, so that of a wrapped name the right line is taken.
pub fn pointer_at(y: f64) {
    POINTER_Y.set(y);
}

/// Height of the pointer in the viewport.
pub fn pointer_y() -> f64 {
    POINTER_Y.get()
}

fn with_blocks<T>(f: impl FnOnce(&Blocks) -> Option<T>) -> Option<T> {
    BLOCKS.with(|blocks| f(blocks.borrow().as_ref()?))
}

/// The element of a block.
#[cfg(feature = "studio")]
pub fn block(n: usize) -> Option<Element> {
    with_blocks(|blocks| blocks.element(n).cloned())
}

/// The block that stands at this height of the window, or under it.
fn at(y: f64) -> Option<usize> {
    let ends = |element: &Element| {
        let rect = dom::rect(element);
        rect.y + rect.height
    };
    with_blocks(|blocks| blocks.first(|element| ends(element) > y))
}

/// The block that stands where the reader is reading.
#[cfg(feature = "studio")]
pub fn block_in_sight() -> usize {
    at(dom::viewport().1 * READING_LINE).unwrap_or(0)
}

/// Gives the keyboard's focus to the block that is being read: what had it is gone.
pub fn take_focus() {
    let block = at(dom::viewport().1 * READING_LINE);
    let element = with_blocks(|blocks| blocks.element(block?).cloned());
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        dom::attribute(&element, "tabindex", Some("-1"));
        dom::focus(&element);
    }
}

/// Where a passage stands in the viewport.
pub fn rect(model: &Model, span: Span) -> Option<Rect> {
    with_blocks(|blocks| blocks.rect(&model.text, span))
}

/// Whether a passage begins above what is in sight.
pub fn is_passed(model: &Model, span: Span) -> bool {
    rect(model, span).is_some_and(|rect| rect.y < edges::sight().0 + BAR)
}

/// The span of the words in an element of the article.
pub fn span_of(model: &Model, element: &Element) -> Option<Span> {
    with_blocks(|blocks| blocks.span_of(&model.text, element))
}

/// Scrolls to a passage, unless it is well in sight, and marks it. Whether the page moved.
pub fn scroll_to(model: &Model, span: Span) -> bool {
    let Some(rect) = rect(model, span) else { return false };
    mark(model, span);
    let (top, foot) = edges::sight();
    let line = top + (foot - top) * READING_LINE;
    // Of a long passage it is enough to see how it begins.
    if rect.y > top + 72.0 && rect.y + rect.height.min(line - top) < foot - 72.0 {
        return false;
    }
    dom::window().scroll_by_with_x_and_y(0.0, rect.y - line);
    true
}

/// Changes how the article is set, and leaves what is being read where it is.
pub fn staying(change: &dyn Fn()) {
    let line = dom::viewport().1 * READING_LINE;
    let scrolled = dom::window().scroll_y().is_ok_and(|scroll| scroll > 0.0);
    let block = if scrolled { at(line) } else { None };
    let place = || with_blocks(|blocks| Some(dom::rect(blocks.element(block?)?)));
    let before = place();
    change();
    if let (Some(before), Some(after)) = (before, place()) {
        let share = ((line - before.y) / before.height.max(1.0)).min(1.0);
        dom::window().scroll_by_with_x_and_y(0.0, after.y + share * after.height - line);
    }
}

/// The places of spans in the document.
pub fn ranges(model: &Model, spans: &[Span]) -> Vec<web_sys::Range> {
    let all =
        |blocks: &Blocks| spans.iter().flat_map(|span| blocks.ranges(&model.text, *span)).collect();
    with_blocks(|blocks| Some(all(blocks))).unwrap_or_default()
}

/// Marks one passage as the one the reader is at.
pub fn mark(model: &Model, span: Span) {
    highlight::show(Layer::Here, &ranges(model, &[span]));
}

/// Takes that mark away.
pub fn unmark() {
    highlight::show(Layer::Here, &[]);
}

/// What the reader is reading, to come back to.
pub fn here(explorer: Explorer) -> Option<Left> {
    let scroll = dom::window().scroll_y().ok()?;
    let (_, height) = dom::viewport();
    let model = explorer.model();
    let block = at(height * READING_LINE)?;
    let start = model.index.blocks().get(block)?.start;
    Some(Left { scroll, name: citation::place(&model, start) })
}

/// The span of the words the reader has selected.
pub fn selected(model: &Model) -> Option<(Span, Rect)> {
    let selection = dom::window().get_selection().ok()??;
    let span = with_blocks(|blocks| blocks.selected(&model.text, &selection))?;
    let rect = selection.get_range_at(0).ok()?.get_bounding_client_rect();
    Some((span, dom::from_dom(&rect)))
}

/// The zone of the window in which a block counts as being read, in shares of its height.
const READING_ZONE: (f64, f64) = (0.25, 0.45);

/// Tells the explorer the events that are told where the reader is, now and after every scroll.
///
/// No observer of the blocks: the browser would look at all of them in every frame, 1 ms of each
/// 2,500 even while only the timeline moves.
pub fn watch(explorer: Explorer) {
    if !WATCHED.replace(true) {
        for name in ["scroll", "resize"] {
            events::listen(&dom::window(), name, move |_: Event| look(explorer));
        }
    }
    READING.take();
    // Not sooner: to measure would be one more layout.
    events::next_frame(move || look(explorer));
}

fn look(explorer: Explorer) {
    let (_, height) = dom::viewport();
    let (top, bottom) = (height * READING_ZONE.0, height * READING_ZONE.1);
    let reading = at(top).and_then(|first| {
        let begins = |element: &Element| dom::rect(element).y;
        with_blocks(|blocks| {
            let after = blocks.elements().skip_while(|(n, _)| *n < first);
            Some(after.take_while(|(_, e)| begins(e) < bottom).map(|(n, _)| n).collect())
        })
    });
    let reading: Vec<usize> = reading.unwrap_or_default();
    // Most scrolls stay within a block, and there may be thousands of events to ask.
    if READING.with_borrow(|before| before.as_ref() == Some(&reading)) {
        return;
    }
    let model = explorer.model();
    #[cfg(feature = "studio")]
    if let Some(&block) = reading.last() {
        super::near::read(&model, block);
    }
    let told = events_told(&model, &reading);
    READING.set(Some(reading));
    if explorer.told.with_untracked(|old| *old != told) {
        explorer.told.set(told);
    }
}

fn events_told(model: &Model, blocks: &[usize]) -> Vec<u32> {
    let spans: Vec<Span> =
        blocks.iter().filter_map(|&n| model.index.blocks().get(n).copied()).collect();
    let told = |passages: &[Span]| passages.iter().any(|p| spans.iter().any(|s| s.overlaps(*p)));
    let events = model.article.events.iter().enumerate();
    events.filter(|(_, e)| told(&e.passages)).map(|(n, _)| n as u32).collect()
}
