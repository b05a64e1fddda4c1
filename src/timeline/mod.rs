//! From events to marks on an axis: scales, breaks, rows, clusters.
//!
//! | file | what it holds |
//! |---|---|
//! | `item`, `event` | what is to be shown: [`Item`], made from an event |
//! | `scale`, `fit` | how far apart two times stand, and where the axis is cut |
//! | `tier`, `tree`, `index` | what is sorted once: [`Index`] |
//! | `window` | zoom and pan: [`Window`], [`Projection`] |
//! | `layout` | the horizontal form: what is asked and answered |
//! | `board`, `rows`, `show`, `cluster` | the work behind it: who stands where |
//! | `ticks`, `breaks` | what the axis itself says |
//! | `column` | the vertical form: [`Column`] |
//! | `telling` | telling order against time order |
//!
//! Times are civil [`Minutes`](crate::time::Minutes), lengths are px. Words are made
//! elsewhere: here a tick is a minute and a unit, a cluster a count and a span.
//!
//! ```
//! use dateline::time::{Edtf, parse};
//! use dateline::timeline::{Index, Item, ScaleKind, Shape, Viewport, layout};
//!
//! let items: Vec<Item> = ["2003", "2020-01-03", "2020-01-05", "2020-01-08"]
//!     .iter()
//!     .map(|date| {
//!         let bounds = parse(date).unwrap().bounds();
//!         let (start, end) = (bounds.start, bounds.end);
//!         Item { start, end, shape: Shape::Moment, label_width: 120.0, weight: 0 }
//!     })
//!     .collect();
//! let index = Index::new(&items, ScaleKind::Fit);
//! let mut viewport =
//!     Viewport { length: 700.0, window: None, rows: 6, label_max: 150.0, tick_width: 56.0 };
//! let whole = layout(&index, &viewport);
//! assert_eq!(whole.marks.len(), 4);
//! assert_eq!(whole.breaks.len(), 2); // the inside of 2003, and sixteen years without events
//!
//! // Twice as close around the pointer, then 40 px later.
//! let closer = whole.window.zoomed(&index, 700.0, 350.0, 2.0).panned(&index, 700.0, 40.0);
//! viewport.window = Some(closer);
//! assert!(layout(&index, &viewport).marks.len() < 4);
//! ```

mod board;
mod breaks;
mod cluster;
mod column;
mod event;
mod fit;
mod index;
mod item;
mod layout;
mod rows;
mod scale;
mod show;
mod telling;
mod ticks;
mod tier;
mod tree;
mod window;

pub use breaks::Break;
pub use cluster::Cluster;
pub use column::{Column, ColumnStyle, Row, RowKind};
pub use event::item_of;
pub use index::Index;
pub use item::{Item, Shape};
pub use layout::{Form, Label, Layout, MIN_LABEL, Mark, Viewport, layout};
pub use scale::{BREAK, ScaleKind};
pub use telling::{TellingFrame, TellingPoint, Told, telling};
pub use ticks::{Tick, Unit};
pub use window::{Projection, Window};

#[cfg(test)]
mod checks;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
