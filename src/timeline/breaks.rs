//! Where the axis is cut.

use super::scale::Span;
use super::window::Projection;
use crate::time::Minutes;

/// Narrower breaks, in px, are not shown: there are too many to say anything of each.
const NARROWEST: f64 = 14.0;

/// A part of the axis that is not true to time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Left edge, in px; may lie outside the axis.
    pub x0: f64,
    /// Right edge, in px.
    pub x1: f64,
    /// First minute that is cut out.
    pub start: Minutes,
    /// One past the last minute that is cut out.
    pub end: Minutes,
    /// Whether nothing dated lies in it. Otherwise something lasts all through it, such as a
    /// year known only as a year.
    pub empty: bool,
}

/// The breaks in sight, from left to right.
pub(super) fn breaks(view: &Projection) -> Vec<Break> {
    breaks_between(view, view.origin, view.origin + view.length)
}

/// The breaks between two places, in px from the first time of the axis; theirs are from the
/// left edge of the window.
pub(super) fn breaks_between(view: &Projection, from: f64, to: f64) -> Vec<Break> {
    let knots = &view.index.scale.knots;
    let mut seen = Vec::new();
    if view.cut() < NARROWEST {
        return seen;
    }
    let first = knots.partition_point(|knot| view.px(knot.at as f64) < from);
    let pairs = knots.iter().zip(knots.iter().skip(1)).skip(first.saturating_sub(1));
    for (a, b) in pairs {
        let at = view.px(a.at as f64);
        if at >= to {
            break;
        }
        if a.span != Span::Live && at + view.cut() > from {
            let x0 = at - view.origin;
            let (x1, empty) = (x0 + view.cut(), a.span == Span::Gap);
            seen.push(Break { x0, x1, start: a.at, end: b.at, empty });
        }
    }
    seen
}
