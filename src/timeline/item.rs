//! What is to be shown: events as the timeline sees them.

use crate::time::Minutes;

/// Times beyond this distance from 1970 are treated as this one: up to here every minute is
/// an exact `f64`, and that is 8,500 million years.
pub(super) const FARTHEST: Minutes = 1 << 52;

/// An event, by its place in the caller's list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// First minute; `None` is an open start ("until", "before").
    pub start: Option<Minutes>,
    /// One past the last minute; `None` is an open end. Ends before the start are exchanged.
    pub end: Option<Minutes>,
    /// What the two times mean.
    pub shape: Shape,
    /// Width of its label as measured, in px; what is no number counts as the widest allowed.
    pub label_width: f32,
    /// Which labels come first where there is room for some only: the heavier.
    pub weight: u8,
}

/// What the two times of an item mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// It happened once, at some time between the two: a date of any precision.
    #[default]
    Moment,
    /// It lasted from the one to the other.
    Stretch,
    /// It has no date; the two times are all that the text allows.
    Undated,
}

/// An item on an axis. The axis counts in minutes, or in steps when the scale is an order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Which item.
    pub item: u32,
    /// First unit of the axis.
    pub from: i64,
    /// One past the last unit of the axis; at least `from + 1`.
    pub to: i64,
    /// First minute.
    pub start: Minutes,
    /// One past the last minute; at least `start + 1`.
    pub end: Minutes,
    pub shape: Shape,
    pub open_start: bool,
    pub open_end: bool,
    pub label: f32,
    pub weight: u8,
}

impl Entry {
    /// The item with its times in order and in range. An open side is drawn as an arrow, so
    /// the item stands where its known side is; without any side it spans `whole`.
    pub fn new(item: u32, of: &Item, whole: (Minutes, Minutes)) -> Self {
        let within = |t: Minutes| t.clamp(-FARTHEST, FARTHEST);
        let (start, end) = match (of.start.map(within), of.end.map(within)) {
            (Some(start), Some(end)) => (start.min(end), end.max(start)),
            (Some(start), None) => (start, start),
            (None, Some(end)) => (end - 1, end),
            (None, None) => whole,
        };
        let end = end.max(start + 1);
        Self {
            item,
            from: start,
            to: end,
            start,
            end,
            shape: of.shape,
            open_start: of.start.is_none(),
            open_end: of.end.is_none(),
            label: of.label_width,
            weight: of.weight,
        }
    }

    /// Whether it is one moment, known to `precision` minutes or better.
    pub fn is_moment_within(&self, precision: Minutes) -> bool {
        self.shape == Shape::Moment && !self.is_open() && self.end - self.start <= precision
    }

    /// Whether one of its sides is open.
    pub fn is_open(&self) -> bool {
        self.open_start || self.open_end
    }
}
