//! What the horizontal form is asked for and what it answers.

use super::breaks::{Break, breaks};
use super::cluster::Cluster;
use super::ticks::{Tick, ticks};
use super::window::{Projection, Window};
use super::{board::Board, index::Index};

/// The narrowest label that can still be read and touched, in px.
pub const MIN_LABEL: f64 = 24.0;

/// How wide a day must be drawn, in px, for a date of that day to be a bar over it.
pub(super) const BAR_FROM: f64 = 48.0;

/// Where the timeline is to be laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Length of the axis, in px.
    pub length: f64,
    /// The part to show; `None` is everything.
    pub window: Option<Window>,
    /// How many rows for labels and bars; with none there are marks and clusters only.
    pub rows: u32,
    /// Width to which longer labels are cut, in px; at least [`MIN_LABEL`].
    pub label_max: f64,
    /// Room that the label of a tick needs, in px, to the right of the tick.
    pub tick_width: f64,
}

/// The timeline as it is to be drawn; all positions in px from the left edge.
///
/// At most about 300 elements, whatever the number of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Items that are shown by themselves, in order of time.
    pub marks: Vec<Mark>,
    /// Items that are shown together, from left to right.
    pub clusters: Vec<Cluster>,
    /// Where the axis says what time it is, from left to right.
    pub ticks: Vec<Tick>,
    /// Where the axis is cut, from left to right.
    pub breaks: Vec<Break>,
    /// One more than the highest row in use.
    pub rows: u32,
    /// The window that is really shown: the one asked for, within the ends of the axis.
    pub window: Window,
}

/// An item shown by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its place in the list of items.
    pub item: u32,
    /// How it is drawn.
    pub form: Form,
    /// Where it begins, within the axis.
    pub x0: f64,
    /// Where it ends, within the axis; for a point the end of the time it may have been.
    pub x1: f64,
    /// Its start is not known; the bar is an arrow from the left.
    pub open_start: bool,
    /// Its end is not known; the bar is an arrow to the right.
    pub open_end: bool,
    /// It has no date; the bar is the time the text allows.
    pub undated: bool,
    /// Whether the bar is drawn in its row; otherwise it is drawn on the axis.
    pub in_row: bool,
    /// Its row, counted from the axis.
    pub row: Option<u32>,
    /// Its label, which stands in its row, unless too little of it is in sight.
    pub label: Option<Label>,
}

/// A point or a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A moment known to the day or better, drawn at its start.
    Point,
    /// Anything longer, drawn from `x0` to `x1`, but not narrower than can be seen.
    Bar,
}

/// The box of a label, one row high. No two in a row overlap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Left edge.
    pub x: f64,
    /// Width; less than measured where it has to be cut.
    pub width: f64,
}

impl Label {
    /// What of it lies on an axis of this length, if that is enough to be of use.
    pub(super) fn within(self, length: f64) -> Option<Self> {
        let x = self.x.max(0.0);
        let width = (self.x + self.width).min(length) - x;
        (width >= MIN_LABEL).then_some(Self { x, width })
    }
}

/// Lays the items out along a horizontal axis.
///
/// Short moments stand on the axis with their labels in the rows, nearest row first; bars
/// fill the rows from the other side. Where the rows are full, what is left of each stretch
/// of the axis becomes a cluster in row 0. Stretches lie on a grid that belongs to the axis,
/// not to the window, so that panning changes as little as possible.
pub fn layout(index: &Index, viewport: &Viewport) -> Layout {
    let view = Projection::new(index, viewport.window, viewport.length);
    let mut board = Board::new(&view, viewport);
    board.settle();
    let (marks, clusters) = board.show();
    let rows = marks.iter().filter_map(|mark| mark.row);
    let rows = rows.chain(clusters.iter().map(|_| 0)).map(|row| row + 1).max().unwrap_or(0);
    Layout {
        marks,
        clusters,
        ticks: ticks(&view, viewport.tick_width),
        breaks: breaks(&view),
        rows,
        window: view.window(),
    }
}
