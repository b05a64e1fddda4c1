//! Where the axis says what time it is.

use super::scale::{Knot, ScaleKind, Span};
use super::window::Projection;
use crate::time::{Civil, MINUTES_PER_DAY, Minutes, civil_at, minutes_at};

/// At most so many ticks fit on the screen.
const MOST: f64 = 32.0;

/// A place where the axis says what time it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where, in px; its label stands to the right of it.
    pub x: f64,
    /// The minute.
    pub minute: Minutes,
    /// What to say of it: the year, the day …
    pub unit: Unit,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A time of day.
    Minute,
    /// A full hour.
    Hour,
    /// A day.
    Day,
    /// A Monday.
    Week,
    /// The first of a month.
    Month,
    /// The first of a year.
    Year,
    /// The first of a year that ends in 0.
    Decade,
    /// The first of a year that ends in 00.
    Century,
}

/// From one tick to the next.
#[derive(Clone, Copy)]
enum Stride {
    /// Every so many minutes, counted from one of them.
    Minutes(i64, Minutes),
    /// Every so many months, counted from January of the year 0; see [`month_start`].
    Months(i64),
}

impl Stride {
    /// The first tick at or after a minute.
    fn first(self, from: Minutes) -> Minutes {
        match self {
            Self::Minutes(every, zero) => from + (zero - from).rem_euclid(every),
            Self::Months(every) => {
                let Civil { year, month, .. } = civil_at(from);
                let months = (year * 12 + i64::from(month) - 1).div_euclid(every) * every;
                let tick = month_start(months, every);
                if tick < from { month_start(months + every, every) } else { tick }
            }
        }
    }
}

/// Strides of several years end in round years on both sides: 100 BC is the year −99, and what
/// would be the year 0 is the year 1.
fn month_start(months: i64, every: i64) -> Minutes {
    let months = if every > 12 && months <= 0 { months + 12 } else { months };
    minutes_at(months.div_euclid(12), months.rem_euclid(12) as u8 + 1, 1)
}

/// The first Monday after 1970-01-01.
const MONDAY: Minutes = 4 * MINUTES_PER_DAY;
const YEAR: f64 = 365.2425 * MINUTES_PER_DAY as f64;

/// The finest strides up to half a year, with their lengths in minutes; then come years.
const STRIDES: [(Unit, Stride, i64); 12] = [
    (Unit::Minute, Stride::Minutes(1, 0), 1),
    (Unit::Minute, Stride::Minutes(5, 0), 5),
    (Unit::Minute, Stride::Minutes(15, 0), 15),
    (Unit::Hour, Stride::Minutes(60, 0), 60),
    (Unit::Hour, Stride::Minutes(180, 0), 180),
    (Unit::Hour, Stride::Minutes(360, 0), 360),
    (Unit::Hour, Stride::Minutes(720, 0), 720),
    (Unit::Day, Stride::Minutes(MINUTES_PER_DAY, 0), MINUTES_PER_DAY),
    (Unit::Week, Stride::Minutes(7 * MINUTES_PER_DAY, MONDAY), 7 * MINUTES_PER_DAY),
    (Unit::Month, Stride::Months(1), 28 * MINUTES_PER_DAY),
    (Unit::Month, Stride::Months(3), 90 * MINUTES_PER_DAY),
    (Unit::Month, Stride::Months(6), 181 * MINUTES_PER_DAY),
];

/// The finest stride that is at least so many minutes long.
fn stride(minutes: f64) -> (Unit, Stride) {
    if let Some(found) = STRIDES.iter().find(|stride| stride.2 as f64 >= minutes) {
        return (found.0, found.1);
    }
    let mut power = 1;
    loop {
        for years in [power, 2 * power, 5 * power] {
            if years as f64 * YEAR >= minutes || power >= 10_000_000_000 {
                let unit = match power {
                    1 => Unit::Year,
                    10 => Unit::Decade,
                    _ => Unit::Century,
                };
                return (unit, Stride::Months(12 * years));
            }
        }
        power *= 10;
    }
}

/// The ticks in sight, from left to right, so far apart that a label of `width` px fits
/// between two. Each live part of the axis has its own ticks; a part too short for one of the
/// stride, and the inside of a bar that is cut, has one at its start.
pub(super) fn ticks(view: &Projection, width: f64) -> Vec<Tick> {
    let width = width.max(view.length / MOST);
    if view.index.kind() == ScaleKind::Order {
        return steps(view, width);
    }
    // Never finer than the dates themselves.
    let (unit, stride) = stride((width / view.zoom).max(view.index.finest));
    let knots = &view.index.scale.knots;
    let parts = || knots.iter().zip(knots.iter().skip(1));
    let in_sight = |px: f64| px >= view.origin && px <= view.origin + view.length;
    let strided = |(a, b): &(&Knot, &Knot)| a.span == Span::Live && stride.first(a.at) < b.at;

    // Ticks at starts come first, and do not depend on the window.
    let mut starts: Vec<(f64, Tick)> = Vec::new();
    for (a, b) in parts().filter(|part| part.0.span != Span::Gap && !strided(part)) {
        let px = view.px(a.at as f64);
        if starts.last().is_none_or(|last| last.0 + width <= px + 0.5) {
            let unit = unit_of(a.at, b.at - a.at);
            starts.push((px, Tick { x: px - view.origin, minute: a.at, unit }));
        }
    }
    let window = view.window();
    let mut ticks: Vec<(f64, Tick)> = Vec::new();
    for part in parts().filter(strided) {
        let end = part.1.at.min(window.to.ceil() as i64);
        let mut minute = stride.first(part.0.at.max(window.from.floor() as i64));
        while minute < end && ticks.len() < 100 {
            let px = view.px(minute as f64);
            let next = starts.partition_point(|start| start.0 < px);
            let before = next.checked_sub(1).and_then(|last| starts.get(last));
            let clear = [before, ticks.last()].iter().flatten().all(|last| last.0 + width <= px)
                && starts.get(next).is_none_or(|next| px + width <= next.0);
            if clear {
                ticks.push((px, Tick { x: px - view.origin, minute, unit }));
            }
            minute = stride.first(minute + 1);
        }
    }
    let mut all: Vec<Tick> = Vec::with_capacity(ticks.len() + starts.len());
    let mut starts = starts.iter().peekable();
    for tick in &ticks {
        while let Some(start) = starts.next_if(|start| start.0 < tick.0) {
            all.push(start.1);
        }
        all.push(tick.1);
    }
    all.extend(starts.map(|start| start.1));
    all.retain(|tick| in_sight(tick.x + view.origin));
    all
}

/// The longest unit that begins at a minute and is not longer than `length` minutes.
fn unit_of(minute: Minutes, length: i64) -> Unit {
    let Civil { year, month, day } = civil_at(minute);
    let years = length / (365 * MINUTES_PER_DAY);
    match () {
        () if minute.rem_euclid(MINUTES_PER_DAY) != 0 => Unit::Minute,
        () if day != 1 || length < 28 * MINUTES_PER_DAY => Unit::Day,
        () if month != 1 || years < 1 => Unit::Month,
        () if year % 10 != 0 || years < 10 => Unit::Year,
        () if year % 100 != 0 || years < 100 => Unit::Decade,
        () => Unit::Century,
    }
}

/// Ticks of an order: at every so many steps, the longest unit that changed since the last.
fn steps(view: &Projection, width: f64) -> Vec<Tick> {
    let entries = &view.index.tiers[0].entries;
    let every = (width / view.zoom).ceil().max(1.0) as usize;
    let window = view.window();
    let mut step = (window.from.max(0.0) as usize).div_ceil(every) * every;
    let mut ticks = Vec::new();
    while step as f64 <= window.to {
        let Some(entry) = entries.get(step) else { break };
        let last = step.checked_sub(every).and_then(|last| entries.get(last));
        if let Some(unit) = changed(last.map(|last| last.start), entry.start) {
            let x = view.px(step as f64) - view.origin;
            ticks.push(Tick { x, minute: entry.start, unit });
        }
        step += every;
    }
    ticks
}

/// The longest unit in which two minutes differ.
fn changed(from: Option<Minutes>, to: Minutes) -> Option<Unit> {
    let Some(from) = from else { return Some(Unit::Year) };
    let (a, b) = (civil_at(from), civil_at(to));
    match () {
        () if a.year != b.year => Some(Unit::Year),
        () if a.month != b.month => Some(Unit::Month),
        () if a.day != b.day => Some(Unit::Day),
        () if from != to => Some(Unit::Minute),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_round_on_both_sides_of_the_first() {
        let first = |year| Stride::Months(1200).first(minutes_at(year, 6, 1));
        for (from, tick) in [(-250, -199), (-99, 1), (-50, 1), (0, 1), (1, 100), (100, 200)] {
            assert_eq!(civil_at(first(from)).year, tick, "the first tick after the year {from}");
        }
        assert_eq!(civil_at(Stride::Months(12).first(minutes_at(-1, 6, 1))).year, 0);
    }
}
