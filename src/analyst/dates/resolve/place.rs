//! Written fields as a stretch of the calendar, and what is left where there is none.

use crate::analyst::dates::spec::{Span, Spec, Written};
use crate::analyst::dates::stretch::{Stretch, day, monday};
use crate::analyst::dates::unit::{Ref, Unit};

/// The fields of a date in this year.
pub(super) fn in_year(w: &Written, year: i32) -> Option<Stretch> {
    Some(match w.span {
        Span::Decade => Stretch::Decade(year),
        Span::Century => Stretch::Century(year),
        Span::Year => {
            if let Some(holiday) = w.holiday {
                Stretch::Day(crate::analyst::dates::holiday::day(holiday, i64::from(year)))
            } else if let (Some(month), Some(number)) = (w.month, w.day) {
                Stretch::Day(day(year, month, number))
            } else if let (Some(month), Some(week)) = (w.month, w.week) {
                // The last week that lies in it, or the n-th that mostly does.
                let of_month = Stretch::Month(year, month);
                let inside = match week {
                    90 => of_month.last_day() - 6,
                    number => of_month.first_day() + 7 * i64::from(number) - 4,
                };
                Stretch::Week(monday(inside))
            } else if let Some(month) = w.month {
                Stretch::Month(year, month)
            } else if let Some(quarter) = w.quarter {
                Stretch::Quarter(year, quarter)
            } else if let Some(half) = w.half {
                Stretch::Half(year, half)
            } else if let Some(season) = w.season {
                Stretch::Season(year, season)
            } else {
                Stretch::Year(year)
            }
        }
    })
}

/// The fields of a date within a week, month or year.
pub(super) fn within(w: &Written, outer: Stretch) -> Option<Stretch> {
    match (outer, w.weekday, w.day) {
        (Stretch::Week(monday), Some(weekday), _) => {
            Some(Stretch::Day(monday + i64::from(weekday) - 1))
        }
        (Stretch::Month(year, month), _, Some(number)) => {
            Some(Stretch::Day(day(year, month, number)))
        }
        (other, ..) => in_year(w, other.year()),
    }
}

/// The value of a date that lies nowhere, as far as it is known.
pub(super) fn unplaced(spec: &Spec) -> String {
    let w = &spec.written;
    let day = |day: Option<u8>| day.map_or("XX".to_owned(), |day| format!("{day:02}"));
    if let Some(month) = w.month {
        return match w.day {
            Some(number) => format!("XXXX-{month:02}-{:02}", number),
            None => format!("XXXX-{month:02}"),
        };
    }
    if let Some(weekday) = w.weekday {
        return format!("XXXX-WXX-{weekday}");
    }
    if let Some(season) = w.season {
        return format!("XXXX-{}", season.timex());
    }
    if let Some(quarter) = w.quarter {
        return format!("XXXX-Q{quarter}");
    }
    let now = |shift: &crate::analyst::dates::spec::Shift| {
        shift.from == crate::analyst::dates::spec::From::Now
    };
    if spec.shift.as_ref().is_some_and(now)
        && spec.shift.is_some_and(|s| s.by == crate::analyst::dates::spec::Amount::Exact(0))
        && spec.is_date()
    {
        return Ref::Present.timex().to_owned(); // "today" in a narrative
    }
    match spec.shift.map(|shift| (shift.unit, shift.back, shift.by)) {
        Some((_, true, crate::analyst::dates::spec::Amount::Vague)) => Ref::Past.timex().to_owned(),
        Some((_, false, crate::analyst::dates::spec::Amount::Vague)) => {
            Ref::Future.timex().to_owned()
        }
        Some((Unit::Year, ..)) => "XXXX".to_owned(),
        Some((Unit::Month, ..)) => "XXXX-XX".to_owned(),
        Some((Unit::Week, ..)) => "XXXX-WXX".to_owned(),
        _ => format!("XXXX-XX-{}", day(w.day)),
    }
}
