//! Of a long article only what is near the window is coloured: a name may stand in thousands of
//! places, and each costs whenever something is painted.

use super::reading;
use super::stage::LONG;
use crate::article::Span;
use crate::browser::highlight::{self, Layer};
use crate::page::model::Model;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// Blocks on each side of the one that is read that are coloured.
const AROUND: usize = 60;
/// When the one that is read is so near to the last that is coloured, others are.
const EDGE: usize = 20;

thread_local! {
    static SPANS: RefCell<[Vec<Span>; Layer::COUNT]> = RefCell::default();
    static READ: Cell<usize> = const { Cell::new(0) };
    static COLOURED: Cell<usize> = const { Cell::new(0) };
}

/// Colours these places, those near the window at once.
pub fn paint(model: &Model, layer: Layer, spans: Vec<Span>) {
    show(model, layer, &spans);
    SPANS.with_borrow_mut(|all| all[layer as usize] = spans);
}

/// This block is being read now.
pub fn read(model: &Model, block: usize) {
    READ.set(block);
    if is_long(model) && block.abs_diff(COLOURED.get()) > AROUND - EDGE {
        COLOURED.set(block);
        SPANS.with_borrow(|all| {
            for layer in [Layer::Faded, Layer::Focus, Layer::Found] {
                show(model, layer, &all[layer as usize]);
            }
        });
    }
}

fn is_long(model: &Model) -> bool {
    model.index.blocks().len() > LONG
}

fn show(model: &Model, layer: Layer, spans: &[Span]) {
    let near = near(model.index.blocks(), COLOURED.get());
    let is_near = |span: &&Span| !is_long(model) || span.start < near.end && span.end > near.start;
    let spans: Vec<Span> = spans.iter().filter(is_near).copied().collect();
    highlight::show(layer, &reading::ranges(model, &spans));
}

/// The offsets of the blocks around this one.
fn near(blocks: &[Span], block: usize) -> Range<u32> {
    let around = blocks.iter().take(block + AROUND + 1).skip(block.saturating_sub(AROUND));
    let (mut first, mut last) = (None, 0);
    for block in around {
        first = first.or(Some(block.start));
        last = block.end;
    }
    first.unwrap_or_default()..last
}
