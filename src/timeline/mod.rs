//! From events to marks on an axis: scales, breaks, rows, clusters.

mod board;
mod breaks;
mod cluster;
mod column;
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
mod window;

pub use breaks::Break;
pub use cluster::Cluster;
pub use column::{Column, ColumnPart, ColumnStyle, Row, RowKind};
pub use index::Index;
pub use item::{Item, Shape};
pub use layout::{Form, Label, Layout, MIN_LABEL, Mark, Viewport, layout};
pub use scale::{BREAK, ScaleKind};
pub use telling::{TellingFrame, TellingPoint, Told, telling};
pub use ticks::{Tick, Unit};
pub use window::{Projection, Window};

#[cfg(test)]
mod tests;
