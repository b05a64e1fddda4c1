//! Stretches of the calendar: a day, a week, a quarter, a century; and sums with them.

use super::unit::{Season, Unit};
use crate::time::{civil_from_days, days_from_civil, weekday};

/// A stretch of the calendar. Years before Christ are negative as words have it: 490 BC is
/// -490, and there is no year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Hundred years from this one.
    Century(i32),
    /// Ten years from this one.
    Decade(i32),
    /// A year.
    Year(i32),
    /// First or second half of a year.
    Half(i32, u8),
    /// A quarter, 1 to 4.
    Quarter(i32, u8),
    /// A season; a winter is named after the year that it begins in, or that is written.
    Season(i32, Season),
    /// A month.
    Month(i32, u8),
    /// The ISO week of this Monday, in days from 1970-01-01.
    Week(i64),
    /// Saturday and Sunday of the week of this Monday.
    Weekend(i64),
    /// A day from 1970-01-01.
    Day(i64),
}

/// The year as the calendar's arithmetic has it: 1 BC is 0.
fn astronomical(year: i32) -> i64 {
    if year < 0 { i64::from(year) + 1 } else { i64::from(year) }
}

fn named(year: i64) -> i32 {
    let year = if year <= 0 { year - 1 } else { year };
    year.clamp(-99_999, 99_999) as i32
}

fn sum(year: i32, by: i64) -> i32 {
    named(astronomical(year).saturating_add(by))
}

/// The day, counted from 1970-01-01, clamped to the month's length.
pub(super) fn day(year: i32, month: u8, day: u8) -> i64 {
    let year = astronomical(year);
    let last = crate::time::days_in_month(year, month).max(1);
    days_from_civil(year, month.clamp(1, 12), day.clamp(1, last))
}

/// The Monday of the day's week.
pub(super) fn monday(day: i64) -> i64 {
    day - i64::from(weekday(day))
}

/// Year and number of the ISO week of a Monday.
fn iso_week(monday: i64) -> (i64, i64) {
    let year = civil_from_days(monday + 3).year;
    (year, (monday + 3 - days_from_civil(year, 1, 1)) / 7 + 1)
}

impl Stretch {
    /// The first day of it.
    pub fn first_day(self) -> i64 {
        match self {
            Self::Century(year) | Self::Decade(year) | Self::Year(year) => day(year, 1, 1),
            Self::Half(year, half) => day(year, half * 6 - 5, 1),
            Self::Quarter(year, quarter) => day(year, quarter * 3 - 2, 1),
            Self::Season(year, season) => day(year, season.first_month(), 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Week(monday) => monday,
            Self::Weekend(monday) => monday + 5,
            Self::Day(day) => day,
        }
    }

    /// The last day of it.
    pub fn last_day(self) -> i64 {
        match self {
            Self::Century(year) => day(sum(year, 99), 12, 31),
            Self::Decade(year) => day(sum(year, 9), 12, 31),
            Self::Year(year) => day(year, 12, 31),
            Self::Half(year, half) => day(year, half * 6, 31),
            Self::Quarter(year, quarter) => day(year, quarter * 3, 31),
            Self::Season(..) => self.first_day() + 90,
            Self::Month(year, month) => day(year, month, 31),
            Self::Week(monday) | Self::Weekend(monday) => monday + 6,
            Self::Day(day) => day,
        }
    }

    /// Its year.
    pub fn year(self) -> i32 {
        match self {
            Self::Century(year)
            | Self::Decade(year)
            | Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Season(year, _)
            | Self::Month(year, _) => year,
            Self::Week(day) | Self::Weekend(day) => named(civil_from_days(day + 3).year),
            Self::Day(day) => named(civil_from_days(day).year),
        }
    }

    /// Its month, if it lies in one.
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Month(_, month) => Some(month),
            Self::Week(day) | Self::Weekend(day) | Self::Day(day) => {
                Some(civil_from_days(day).month)
            }
            _ => None,
        }
    }

    /// The unit that it is one of.
    pub fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) | Self::Quarter(..) => Unit::Quarter,
            Self::Season(..) => Unit::Season,
            Self::Month(..) => Unit::Month,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
        }
    }

    /// The stretch of the unit that holds the first day of this one, so many units away.
    pub fn moved(self, unit: Unit, by: i64) -> Self {
        let by = by.clamp(-100_000, 100_000);
        let first = self.first_day();
        let (year, month) = match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => {
                let civil = civil_from_days(day);
                (named(civil.year), civil.month)
            }
            other => (other.year(), civil_from_days(first).month),
        };
        let months = |by: i64| {
            let count = astronomical(year) * 12 + i64::from(month) - 1 + by;
            (named(count.div_euclid(12)), (count.rem_euclid(12) + 1) as u8)
        };
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(first + by),
            Unit::Week => Self::Week(monday(first) + 7 * by),
            Unit::Fortnight => Self::Week(monday(first) + 14 * by),
            Unit::Weekend => Self::Weekend(monday(first) + 7 * by),
            Unit::Month => {
                let (year, month) = months(by);
                Self::Month(year, month)
            }
            Unit::Quarter => {
                let (year, month) = months(3 * by);
                Self::Quarter(year, month.div_ceil(3))
            }
            Unit::Season => {
                let (year, month) = months(3 * by);
                let season = Season::ALL[usize::from((month + 9) % 12 / 3)];
                Self::Season(if month < 3 { sum(year, -1) } else { year }, season)
            }
            Unit::Year => Self::Year(sum(year, by)),
            Unit::Decade => {
                let year = astronomical(year) + 10 * by;
                Self::Decade(named(year - year.rem_euclid(10)))
            }
            Unit::Century => {
                let year = astronomical(year) + 100 * by;
                Self::Century(named(year - year.rem_euclid(100)))
            }
        }
    }

    /// The same stretch of another year: the third quarter, a year earlier.
    pub fn in_year(self, by: i64) -> Self {
        match self {
            Self::Half(year, half) => Self::Half(sum(year, by), half),
            Self::Quarter(year, quarter) => Self::Quarter(sum(year, by), quarter),
            Self::Season(year, season) => Self::Season(sum(year, by), season),
            Self::Month(year, month) => Self::Month(sum(year, by), month),
            Self::Week(_) => self.moved(Unit::Week, 52 * by),
            other => Self::Year(sum(other.year(), by)),
        }
    }

    /// As TIMEX3 writes it.
    pub fn timex(self) -> String {
        let named = |year: i32| match year {
            ..0 => format!("BC{:04}", -year),
            _ => format!("{year:04}"),
        };
        match self {
            Self::Century(year) if year < 0 => format!("BC{:02}", (-year - 1) / 100),
            Self::Decade(year) if year < 0 => format!("BC{:03}", -year / 10),
            Self::Century(year) => format!("{:02}", year / 100),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Year(year) => named(year),
            Self::Half(year, half) => format!("{}-H{half}", named(year)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", named(year)),
            Self::Season(year, season) => format!("{}-{}", named(year), season.timex()),
            Self::Month(year, month) => format!("{}-{month:02}", named(year)),
            Self::Week(monday) => {
                let (year, week) = iso_week(monday);
                format!("{year:04}-W{week:02}")
            }
            Self::Weekend(monday) => format!("{}-WE", Self::Week(monday).timex()),
            Self::Day(day) => {
                let civil = civil_from_days(day);
                let year = self::named(civil.year);
                format!("{}-{:02}-{:02}", named(year), civil.month, civil.day)
            }
        }
    }

    /// As EDTF writes it; weeks as intervals of days.
    pub fn edtf(self) -> String {
        let written = |year: i32| match astronomical(year) {
            year @ ..0 => format!("-{:04}", -year),
            year => format!("{year:04}"),
        };
        match self {
            Self::Century(year) if year < 0 => format!("{}/{}", written(year), written(year + 99)),
            Self::Decade(year) if year < 0 => format!("{}/{}", written(year), written(year + 9)),
            Self::Century(year) => format!("{:02}XX", year / 100),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Year(year) => written(year),
            Self::Half(year, half) => format!("{}-{}", written(year), 39 + half),
            Self::Quarter(year, quarter) => format!("{}-{}", written(year), 32 + quarter),
            Self::Season(year, season) => format!("{}-{}", written(year), 21 + season as u8),
            Self::Month(year, month) => format!("{}-{month:02}", written(year)),
            Self::Week(_) | Self::Weekend(_) => {
                let ends = [self.first_day(), self.last_day()].map(|day| Self::Day(day).edtf());
                ends.join("/")
            }
            Self::Day(day) => {
                let civil = civil_from_days(day);
                format!("{}-{:02}-{:02}", written(self.year()), civil.month, civil.day)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_with_units() {
        let day = Stretch::Day(day(1989, 11, 2));
        let moved = |unit, by| day.moved(unit, by).timex();
        assert_eq!(moved(Unit::Day, -1), "1989-11-01");
        assert_eq!(moved(Unit::Week, -1), "1989-W43");
        assert_eq!(moved(Unit::Month, 2), "1990-01");
        assert_eq!(moved(Unit::Quarter, -1), "1989-Q3");
        assert_eq!(moved(Unit::Year, -1), "1988");
        assert_eq!(moved(Unit::Decade, -1), "197");
        assert_eq!(moved(Unit::Season, 0), "1989-FA");
        assert_eq!(moved(Unit::Weekend, 0), "1989-W44-WE");
        assert_eq!(Stretch::Quarter(1989, 3).in_year(-1).timex(), "1988-Q3");
    }

    #[test]
    fn before_christ() {
        assert_eq!(Stretch::Year(-490).timex(), "BC0490");
        assert_eq!(Stretch::Year(-490).edtf(), "-0489");
        assert_eq!(Stretch::Year(-490).moved(Unit::Year, 10).timex(), "BC0480");
        assert_eq!(Stretch::Century(-500).timex(), "BC04", "the fifth century BC");
    }

    #[test]
    fn iso_weeks_at_the_turn_of_the_year() {
        assert_eq!(Stretch::Week(monday(day(2010, 1, 3))).timex(), "2009-W53");
        assert_eq!(Stretch::Week(monday(day(2008, 12, 30))).timex(), "2009-W01");
        assert_eq!(Stretch::Week(monday(day(1998, 1, 1))).edtf(), "1997-12-29/1998-01-04");
    }
}
