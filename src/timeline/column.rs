//! The vertical form, for phones and print: one item a row, in order of time.

use super::breaks::{Break, breaks};
use super::index::Index;
use super::item::{Entry, Shape};
use super::ticks::{Tick, Unit, ticks};
use super::window::{Projection, bounded};
use crate::time::{Civil, MINUTES_PER_DAY, Minutes, civil_at, minutes_at};

/// Measures of the column, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnStyle {
    /// Length of the axis; it grows if the rows need more.
    pub length: f64,
    /// Height of an item.
    pub row_height: f64,
    /// Height of a heading; none if 0.
    pub heading_height: f64,
}

/// All rows with their places. Made once; then any part of it is a binary search.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Length of the axis, in px.
    pub length: f64,
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
    /// What stands in it.
    pub what: RowKind,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowKind {
    /// A year or a month in which the items that follow begin.
    Heading {
        /// First minute of it.
        minute: Minutes,
        /// [`Unit::Year`] or [`Unit::Month`].
        unit: Unit,
    },
    /// An item; a leader joins its row with `y0`.
    Item {
        /// Its place in the list of items.
        item: u32,
        /// Where it begins on the axis, in px from the top.
        y0: f64,
        /// Where it ends on the axis.
        y1: f64,
        /// Its start is not known.
        open_start: bool,
        /// Its end is not known.
        open_end: bool,
        /// It has no date.
        undated: bool,
    },
}

/// The part of a column that is in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPart<'a> {
    /// The rows, from top to bottom.
    pub rows: &'a [Row],
    /// The ticks; `x` in px from the top of the column.
    pub ticks: Vec<Tick>,
    /// The breaks; `x0` and `x1` in px from the top of the column.
    pub breaks: Vec<Break>,
}

impl Column {
    /// Places a row for each item: as near as possible to its time, in order, none above
    /// another. Costs O(n).
    pub fn new(index: &Index, style: &ColumnStyle) -> Self {
        let row_height = bounded(style.row_height, 1.0, 1000.0);
        let heading_height = bounded(style.heading_height, 0.0, 1000.0);
        let mut rows = Vec::with_capacity(index.len());
        let mut last = None;
        for entry in index.merged() {
            let (minute, unit) = heading(entry);
            if heading_height > 0.0 && last != Some(minute) {
                let what = RowKind::Heading { minute, unit };
                rows.push(Row { y: 0.0, height: heading_height, what });
                last = Some(minute);
            }
            rows.push(Row { y: 0.0, height: row_height, what: item(entry) });
        }
        let needed: f64 = rows.iter().map(|row| row.height).sum();
        let view = Projection::new(index, None, style.length.max(needed));
        let mut entries = index.merged().into_iter();
        for row in &mut rows {
            let RowKind::Item { y0, y1, .. } = &mut row.what else { continue };
            let Some(entry) = entries.next() else { break };
            *y0 = view.px(entry.from as f64) - view.origin;
            *y1 = view.px(entry.to as f64) - view.origin;
        }
        spread(&mut rows);
        let end = rows.last().map_or(0.0, |row| row.y + row.height);
        Self { rows, length: view.length, height: end.max(view.length) }
    }

    /// What is in sight between two heights, in px from the top.
    pub fn part(&self, index: &Index, top: f64, bottom: f64) -> ColumnPart<'_> {
        let (top, bottom) = (bounded(top, 0.0, self.height), bounded(bottom, 0.0, self.height));
        let from = self.rows.partition_point(|row| row.y + row.height <= top);
        let to = self.rows.partition_point(|row| row.y < bottom).max(from);
        let whole = Projection::new(index, None, self.length);
        let view = whole.part(top, (bottom - top).max(1.0));
        let mut ticks = ticks(&view, 24.0);
        ticks.iter_mut().for_each(|tick| tick.x += top);
        let mut breaks = breaks(&view);
        for cut in &mut breaks {
            cut.x0 += top;
            cut.x1 += top;
        }
        ColumnPart { rows: self.rows.get(from..to).unwrap_or_default(), ticks, breaks }
    }
}

/// An item's row, not yet placed.
fn item(entry: &Entry) -> RowKind {
    RowKind::Item {
        item: entry.item,
        y0: 0.0,
        y1: 0.0,
        open_start: entry.open_start,
        open_end: entry.open_end,
        undated: entry.shape == Shape::Undated,
    }
}

/// The month in which an item begins, or the year if it is longer than a month.
fn heading(entry: &Entry) -> (Minutes, Unit) {
    let Civil { year, month, .. } = civil_at(entry.start);
    if entry.end - entry.start > 31 * MINUTES_PER_DAY {
        (minutes_at(year, 1, 1), Unit::Year)
    } else {
        (minutes_at(year, month, 1), Unit::Month)
    }
}

/// Moves rows apart so that none overlaps and the squares of their ways are least: rows that
/// meet form a run, and a run stands at the mean of where its rows would like to be.
fn spread(rows: &mut [Row]) {
    // Wishes are compared without the heights of the rows before them.
    let mut runs: Vec<(f64, f64)> = Vec::new();
    let mut above = 0.0;
    let mut next_item = 0.0;
    let wishes: Vec<f64> = rows
        .iter()
        .rev()
        .map(|row| {
            if let RowKind::Item { y0, .. } = row.what {
                next_item = y0;
            }
            next_item - row.height / 2.0
        })
        .collect();
    for (row, wish) in rows.iter().zip(wishes.iter().rev()) {
        let mut run = (wish - above, 1.0);
        above += row.height;
        while let Some(last) = runs.pop_if(|last| last.0 / last.1 > run.0 / run.1) {
            run = (run.0 + last.0, run.1 + last.1);
        }
        runs.push(run);
    }
    let mut above = 0.0;
    let mut runs = runs.iter().flat_map(|run| std::iter::repeat_n(run.0 / run.1, run.1 as usize));
    for row in rows {
        row.y = above + runs.next().unwrap_or(0.0).max(0.0);
        above += row.height;
    }
}
