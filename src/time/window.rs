//! From a stretch of civil time to the EDTF value that names it: the `when=` of a link.

use super::bounds::{Bounds, Precision};
use super::calendar::{Civil, MINUTES_PER_DAY, Minutes, civil_at, minutes_at};
use super::edtf::{Date, DateTime, Edtf, End, Field, Point, Year};

/// The shortest EDTF value around `start..end` (half open, `None` is open), with ends in
/// whole units of `precision` or longer: `2014`, `2020-01`, `2020-01-03/2020-01-08`,
/// `2020-01-03/..`. Both ends are written in the same unit: the longest that changes neither.
///
/// Precisions other than year, month, day and minute count as the next finer of these. Years
/// beyond ±9999 are written as whole years.
///
/// Nothing for a window without ends or without a minute in it.
pub fn between(start: Option<Minutes>, end: Option<Minutes>, precision: Precision) -> Option<Edtf> {
    if start.is_none() && end.is_none() || start.zip(end).is_some_and(|(s, e)| s >= e) {
        return None;
    }
    let last = end.map(|end| end.saturating_sub(1));
    let far = |minutes: &Minutes| !(-9999..=9999).contains(&civil_at(*minutes).year);
    let finest = match precision {
        _ if [start, last].iter().flatten().any(far) => Precision::Year,
        Precision::Century | Precision::Decade => Precision::Year,
        Precision::Season => Precision::Month,
        other => other,
    };
    // The ends in the finest unit allowed, then in the coarsest with the same bounds.
    let floor = start.map(|minutes| point(minutes, finest));
    let ceiling = last.map(|minutes| point(minutes, finest));
    let start = floor.and_then(|point| point.bounds().start);
    let end = ceiling.and_then(|point| point.bounds().end);
    [Precision::Year, Precision::Month, Precision::Day, Precision::Minute]
        .into_iter()
        .map(|unit| interval(start, end, unit))
        .find(|edtf| edtf.bounds() == Bounds { start, end })
}

fn interval(start: Option<Minutes>, end: Option<Minutes>, unit: Precision) -> Edtf {
    let first = start.map(|minutes| point(minutes, unit));
    let last = end.map(|minutes| point(minutes - 1, unit));
    match (first, last) {
        (Some(first), Some(last)) if first == last => Edtf::At(first),
        _ => Edtf::Interval(first.map_or(End::Open, End::At), last.map_or(End::Open, End::At)),
    }
}

/// The unit that a minute lies in.
fn point(minutes: Minutes, unit: Precision) -> Point {
    let Civil { year, month, day } = civil_at(minutes);
    let field = |number, from| if unit >= from { Field::Is(number) } else { Field::Absent };
    let date = Date {
        year: Year { first: year, unspecified: 0 },
        month: field(month, Precision::Month),
        day: field(day, Precision::Day),
        qualifiers: Default::default(),
    };
    if unit < Precision::Minute {
        return Point::Date(date);
    }
    let minute = (minutes - minutes_at(year, month, day)).rem_euclid(MINUTES_PER_DAY);
    Point::Time(DateTime {
        date,
        hour: (minute / 60) as u8,
        minute: (minute % 60) as u8,
        second: None,
        zone: None,
    })
}
