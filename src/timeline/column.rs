//! The vertical form, for phones: one item a row, in order of time, under its date.

use super::index::Index;
use super::item::{Entry, Shape};
use super::window::bounded;
use crate::time::Minutes;

/// Measures of the column, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnStyle {
    /// Height of an item.
    pub row_height: f64,
    /// Height of a heading.
    pub heading_height: f64,
}

/// All rows with their places. Made once; then any part of it is a binary search.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Height of the whole column, in px.
    pub height: f64,
}

/// A line of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Upper edge, in px from the top of the column.
    pub y: f64,
    /// Height, in px.
    pub height: f64,
    /// The item's place in the list of items; of a heading the first one under it.
    pub item: u32,
    /// What stands in it.
    pub what: RowKind,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowKind {
    /// The date of the items that follow.
    Heading,
    /// An item.
    Item {
        /// Its start is not known.
        open_start: bool,
        /// Its end is not known.
        open_end: bool,
        /// It has no date.
        undated: bool,
    },
}

impl Column {
    /// A row for each item that lies between two minutes, or for all, and a heading before each
    /// that does not stand under the heading of the one before it (`same`). Costs O(n).
    pub fn new(
        index: &Index,
        between: Option<(Minutes, Minutes)>,
        style: &ColumnStyle,
        same: impl Fn(u32, u32) -> bool,
    ) -> Self {
        let row_height = bounded(style.row_height, 1.0, 1000.0);
        let heading_height = bounded(style.heading_height, 1.0, 1000.0);
        let mut rows: Vec<Row> = Vec::with_capacity(index.len());
        let mut height = 0.0;
        let mut push = |rows: &mut Vec<Row>, item, row_height, what| {
            rows.push(Row { y: height, height: row_height, item, what });
            height += row_height;
        };
        for entry in index.merged() {
            if between.is_some_and(|(from, to)| entry.end <= from || to <= entry.start) {
                continue;
            }
            let item = entry.item;
            if !rows.last().is_some_and(|last| same(last.item, item)) {
                push(&mut rows, item, heading_height, RowKind::Heading);
            }
            push(&mut rows, item, row_height, kind(entry));
        }
        Self { rows, height }
    }

    /// The rows in sight between two heights, in px from the top.
    pub fn part(&self, top: f64, bottom: f64) -> &[Row] {
        let from = self.rows.partition_point(|row| row.y + row.height <= top);
        let to = self.rows.partition_point(|row| row.y < bottom).max(from);
        self.rows.get(from..to).unwrap_or_default()
    }
}

fn kind(entry: &Entry) -> RowKind {
    RowKind::Item {
        open_start: entry.open_start,
        open_end: entry.open_end,
        undated: entry.shape == Shape::Undated,
    }
}
