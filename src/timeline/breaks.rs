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
    let knots = &view.index.scale.knots;
    let mut seen = Vec::new();
    if view.cut() < NARROWEST {
        return seen;
    }
    let first = knots.partition_point(|knot| view.px(knot.at as f64) < view.origin);
    let pairs = knots.iter().zip(knots.iter().skip(1)).skip(first.saturating_sub(1));
    for (a, b) in pairs {
        let x0 = view.px(a.at as f64) - view.origin;
        if x0 >= view.length {
            break;
        }
        let x1 = x0 + view.cut();
        if a.span != Span::Live && x1 > 0.0 {
            seen.push(Break { x0, x1, start: a.at, end: b.at, empty: a.span == Span::Gap });
        }
    }
    seen
}
