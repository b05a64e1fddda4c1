//! Dates that lack a year, and weekdays: which one is meant.
//!
//! In news a weekday is the latest such day, today included, unless the clause looks ahead
//! (90 of 100 are); a month or day is this year's unless the tense says otherwise. In a
//! narrative all go on from the last date named.

use super::place::in_year;
use super::{Placed, Resolver};
use crate::analyst::dates::How;
use crate::analyst::dates::find::Hit;
use crate::analyst::dates::mode::Mode;
use crate::analyst::dates::spec::Which;
use crate::analyst::dates::stretch::{Stretch, monday};
use crate::analyst::dates::tense::Tense;
use crate::analyst::dates::unit::Unit;
use crate::time::weekday;

/// Days ahead that the past tense of some verb nearby does not turn into last year's.
const NEAR: i64 = 75;

/// Days behind from which a clause that looks ahead means next year's.
const GONE: i64 = 30;

/// Days behind from which next year's day is meant where no verb tells.
const LONG_GONE: i64 = 300;

/// Days: half a year.
const HALF_A_YEAR: i64 = 183;

impl Resolver<'_> {
    /// A weekday alone.
    pub(super) fn weekday(&self, hit: &Hit) -> Placed {
        let w = &hit.spec.written;
        let name = i64::from(w.weekday.unwrap_or(1)) - 1;
        let placed = |day: i64, how, anchor: i64, cue| Placed {
            stretch: Some(Stretch::Day(day)),
            how,
            anchor: Some(Stretch::Day(anchor)),
            cue,
        };
        let on_or_after = |day: i64| day + (7 + name - i64::from(weekday(day))) % 7;
        let on_or_before = |day: i64| day - (7 + i64::from(weekday(day)) - name) % 7;
        if self.mode == Mode::Narrative {
            if let Some(Stretch::Day(last)) = self.last(Unit::Day).map(|named| named.stretch) {
                return match w.which {
                    Which::Last | Which::Before => {
                        placed(on_or_before(last - 1), How::LastWeekday, last, None)
                    }
                    Which::After => {
                        placed(on_or_after(last + 1), How::WeekdayAfterNamed, last, None)
                    }
                    _ => placed(on_or_after(last), How::WeekdayAfterNamed, last, None),
                };
            }
            return Placed { stretch: None, how: How::Unknown, anchor: None, cue: None };
        }
        let Some(today) = self.reading else {
            return Placed { stretch: None, how: How::NoReadingDate, anchor: None, cue: None };
        };
        let named = self.last(Unit::Day).map_or(today, |named| named.stretch.first_day());
        match w.which {
            Which::After => placed(on_or_after(named + 1), How::LastNamedDate, named, None),
            Which::Before => placed(on_or_before(named - 1), How::LastNamedDate, named, None),
            Which::That => placed(on_or_before(named), How::LastNamedDate, named, None),
            Which::Last => placed(on_or_before(today - 1), How::LastWeekday, today, None),
            Which::Next => placed(on_or_after(today + 1), How::NextWeekday, today, None),
            Which::This => placed(monday(today) + name, How::ThisWeek, today, None),
            Which::Any => match self.tense(hit) {
                (Tense::Future, cue) => placed(on_or_after(today), How::WeekdayAhead, today, cue),
                (_, cue) => placed(on_or_before(today), How::LatestWeekday, today, cue),
            },
        }
    }

    /// "the following spring": by the last date named.
    fn by_named(&self, hit: &Hit) -> Placed {
        let w = &hit.spec.written;
        let reading = self.reading.map(Stretch::Day);
        let named = self.last(Unit::Year).map(|named| named.stretch).or(reading);
        let Some(named) = named else {
            return Placed { stretch: None, how: How::Unknown, anchor: None, cue: None };
        };
        let year = named.year();
        let (first, last) = (named.first_day(), named.last_day());
        let fits = |year: &i32| {
            in_year(w, *year).is_some_and(|s| match w.which {
                Which::After => s.first_day() > last,
                Which::Before => s.last_day() < first,
                _ => s.last_day() >= first,
            })
        };
        let years = match w.which {
            Which::Before => [year, year - 1, year - 2],
            Which::After => [year, year + 1, year + 2],
            _ => [year, year, year],
        };
        let year = years.into_iter().find(fits).unwrap_or(year);
        let stretch = in_year(w, year);
        Placed { stretch, how: How::LastNamedDate, anchor: Some(named), cue: None }
    }

    /// A month, day, season, quarter or holiday without a year.
    pub(super) fn without_year(&self, hit: &Hit) -> Placed {
        let w = &hit.spec.written;
        let nowhere = |how| Placed { stretch: None, how, anchor: None, cue: None };
        let at = |year: i32| in_year(w, year);
        if matches!(w.which, Which::After | Which::Before | Which::That) {
            return self.by_named(hit);
        }
        if self.mode == Mode::Narrative {
            return self.told(hit);
        }
        let Some(today) = self.reading else { return nowhere(How::NoReadingDate) };
        let now = Stretch::Day(today).year();
        let placed = |year: i32, how, cue| Placed {
            stretch: at(year),
            how,
            anchor: Some(Stretch::Day(today)),
            cue,
        };
        let ends_before = |year: &i32| at(*year).is_some_and(|s| s.last_day() < today);
        let begins_after = |year: &i32| at(*year).is_some_and(|s| s.first_day() > today);
        match w.which {
            Which::Last => {
                let year = [now, now - 1].into_iter().find(ends_before).unwrap_or(now - 1);
                return placed(year, How::LastNamed, None);
            }
            Which::Next => {
                let year = [now, now + 1].into_iter().find(begins_after).unwrap_or(now + 1);
                return placed(year, How::NextNamed, None);
            }
            Which::This => return placed(now, How::ThisYear, None),
            Which::Any | Which::After | Which::Before | Which::That => {}
        }
        // "Tuesday, March 3": the year in which it is one.
        if let (Some(name), Some(_)) = (w.weekday, w.day) {
            let fits = |year: &i32| {
                at(*year).is_some_and(|s| i64::from(weekday(s.first_day())) + 1 == i64::from(name))
            };
            if let Some(year) = [now, now - 1, now + 1].into_iter().find(fits) {
                return placed(year, How::WeekdayFits, None);
            }
        }
        let Some(this) = at(now) else { return nowhere(How::Unknown) };
        let (tense, cue) = self.tense(hit);
        let ahead = this.first_day() - today;
        let behind = today - this.last_day();
        let quarter = matches!(this, Stretch::Quarter(..) | Stretch::Half(..));
        let (year, how) = if ahead > 0 {
            let near = matches!(this, Stretch::Day(_)) && ahead <= NEAR;
            match tense {
                Tense::Past if !near => (now - 1, How::PastTense),
                Tense::Unknown | Tense::Present if ahead > HALF_A_YEAR => (now - 1, How::Nearest),
                Tense::Future => (now, How::FutureTense),
                _ => (now, How::ThisYear),
            }
        } else if behind > 0 {
            match tense {
                Tense::Future if behind > GONE || !matches!(this, Stretch::Day(_)) => {
                    (now + 1, How::FutureTense)
                }
                Tense::Unknown if behind > LONG_GONE && matches!(this, Stretch::Day(_)) => {
                    (now + 1, How::Nearest)
                }
                _ => (now, How::ThisYear),
            }
        } else if quarter && tense == Tense::Past && behind < -14 {
            (now - 1, How::PastTense) // a quarter that still runs has no results
        } else {
            (now, How::ThisYear)
        };
        placed(year, how, cue)
    }
}
