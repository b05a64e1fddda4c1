//! The proleptic Gregorian calendar, without time zones.
//!
//! Days and minutes are counted from 1970-01-01T00:00 on the clock on the wall. The
//! conversions are Howard Hinnant's (`chrono-Compatible Low-Level Date Algorithms`): years
//! counted from March, in eras of 400 years.

/// Civil minutes since 1970-01-01T00:00, without a time zone.
pub type Minutes = i64;

/// Minutes in a civil day.
pub const MINUTES_PER_DAY: Minutes = 24 * 60;

/// Years beyond this distance from year 0 are treated as this one, so that no sum of a few
/// [`Minutes`] can overflow.
pub(super) const LAST_YEAR: i64 = 1_000_000_000_000;

/// A day: year (0 is 1 BC), month 1 to 12, day 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Whether the year has a 29 February.
pub fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days in a month from 1 to 12; 0 for any other number.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Days from 1970-01-01 to this day. Years are clamped to ±10¹²; months may run past 12
/// (13 is January of the next year), so that sums of months need no care.
pub fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let months = i64::from(month) - 1;
    // `+ 1`: the last year must have an end.
    let year = year.clamp(-LAST_YEAR, LAST_YEAR + 1) + months.div_euclid(12);
    let month = months.rem_euclid(12);
    let year = if month < 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 10) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day that lies so many days after 1970-01-01.
pub fn civil_from_days(days: i64) -> Civil {
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Civil { year, month: month as u8, day: day as u8 }
}

/// The first minute of a day; see [`days_from_civil`] for what is clamped.
pub fn minutes_at(year: i64, month: u8, day: u8) -> Minutes {
    days_from_civil(year, month, day) * MINUTES_PER_DAY
}

/// The day that a minute lies in.
pub fn civil_at(minutes: Minutes) -> Civil {
    civil_from_days(minutes.div_euclid(MINUTES_PER_DAY))
}

/// Day of the week of a day counted from 1970-01-01: 0 is Monday, 6 is Sunday.
pub fn weekday(days: i64) -> u8 {
    (days.rem_euclid(7) + 3).rem_euclid(7) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
        assert_eq!(days_from_civil(0, 1, 1), -719_528);
        assert_eq!(weekday(days_from_civil(2020, 1, 8)), 2, "a Wednesday");
        assert_eq!(weekday(days_from_civil(1969, 12, 31)), 2, "a Wednesday too");
        assert_eq!(days_from_civil(2019, 13, 1), days_from_civil(2020, 1, 1));
        assert_eq!((days_in_month(1900, 2), days_in_month(2000, 2)), (28, 29));
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut days = days_from_civil(-9999, 1, 1);
        for year in -9999..=9999 {
            for month in 1..=12 {
                for day in [1, days_in_month(year, month)] {
                    let civil = Civil { year, month, day };
                    assert_eq!(civil_from_days(days_from_civil(year, month, day)), civil);
                }
                assert_eq!(days_from_civil(year, month, 1), days);
                days += i64::from(days_in_month(year, month));
            }
        }
    }

    proptest! {
        #[test]
        fn no_number_overflows(year: i64, month: u8, day: u8, minutes: i64) {
            let start = minutes_at(year, month, day);
            prop_assert!(start.checked_mul(8).is_some());
            prop_assert!(minutes_at(year.saturating_add(1), 1, 1) >= minutes_at(year, 1, 1));
            prop_assert!((1..=12).contains(&civil_at(minutes).month));
            prop_assert!(weekday(minutes) < 7);
            civil_from_days(minutes);
        }
    }
}
