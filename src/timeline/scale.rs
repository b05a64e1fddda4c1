//! Scales: how far apart two times stand on the axis.
//!
//! A scale measures the way from the first time to any other in two sums: *live* units,
//! which grow with the zoom, and *cuts*, each of which is [`BREAK`] px wide at any zoom. Both
//! sums together are strictly monotone, so every position has exactly one time.

/// Width of a break, in px, when all breaks together leave half of the axis to the rest.
pub const BREAK: f64 = 28.0;

/// How times become distances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScaleKind {
    /// True to time, but with long empty stretches cut to a break.
    #[default]
    Fit,
    /// True to time.
    True,
    /// One step for each item, in order of time.
    Order,
}

/// What lies between a knot and the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Drawn true to time.
    Live,
    /// Cut; nothing dated lies in it.
    Gap,
    /// Cut, though something lasts all through it: the inside of a year known as a year.
    Fold,
}

/// A place on the axis where the scale changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Knot {
    /// Axis units: minutes, or steps.
    pub at: i64,
    /// Live units before it.
    pub live: f64,
    /// Cuts before it.
    pub cuts: f64,
    /// What follows.
    pub span: Span,
}

/// Distances along the axis.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// At least two, strictly ascending.
    pub knots: Vec<Knot>,
}

impl Scale {
    /// From stretches that follow each other: their ends and what they are. Equal neighbours
    /// that are live become one. Without any stretch the axis is one unit long.
    pub fn new(from: i64, stretches: impl Iterator<Item = (i64, Span)>) -> Self {
        let mut knots: Vec<Knot> = Vec::new();
        let (mut at, mut live, mut cuts) = (from, 0.0, 0.0);
        for (to, span) in stretches {
            if span != Span::Live || knots.last().is_none_or(|knot| knot.span != Span::Live) {
                knots.push(Knot { at, live, cuts, span });
            }
            match span {
                Span::Live => live += (to - at) as f64,
                Span::Gap | Span::Fold => cuts += 1.0,
            }
            at = to;
        }
        if live == 0.0 {
            knots.push(Knot { at, live, cuts, span: Span::Live });
            (at, live) = (at + 1, 1.0);
        }
        knots.push(Knot { at, live, cuts, span: Span::Live });
        Self { knots }
    }

    /// The same distance everywhere.
    pub fn even(from: i64, to: i64) -> Self {
        Self::new(from, std::iter::once((to.max(from + 1), Span::Live)))
    }

    /// First and last knot.
    pub fn ends(&self) -> (Knot, Knot) {
        let none = Knot { at: 0, live: 0.0, cuts: 0.0, span: Span::Live };
        let first = self.knots.first().copied().unwrap_or(none);
        (first, self.knots.last().copied().unwrap_or(first))
    }

    /// Live units and cuts before a place; beyond the ends the axis goes on as live.
    pub fn measure(&self, at: f64) -> (f64, f64) {
        let next = self.knots.partition_point(|knot| knot.at as f64 <= at);
        match self.around(next) {
            (Some(a), Some(b)) => {
                let part = (at - a.at as f64) / (b.at - a.at) as f64;
                (a.live + part * (b.live - a.live), a.cuts + part * (b.cuts - a.cuts))
            }
            (Some(end), None) | (None, Some(end)) => (end.live + (at - end.at as f64), end.cuts),
            (None, None) => (at, 0.0),
        }
    }

    /// The place with so many px before it, at so many px for a live unit and for a cut.
    pub fn place(&self, px: f64, zoom: f64, cut: f64) -> f64 {
        let before = |knot: &Knot| knot.live * zoom + knot.cuts * cut;
        let next = self.knots.partition_point(|knot| before(knot) <= px);
        match self.around(next) {
            (Some(a), Some(b)) => {
                let part = (px - before(a)) / (before(b) - before(a));
                a.at as f64 + part * (b.at - a.at) as f64
            }
            (Some(end), None) | (None, Some(end)) => end.at as f64 + (px - before(end)) / zoom,
            (None, None) => px / zoom,
        }
    }

    /// The knots before and at an index.
    fn around(&self, next: usize) -> (Option<&Knot>, Option<&Knot>) {
        (next.checked_sub(1).and_then(|last| self.knots.get(last)), self.knots.get(next))
    }
}
