//! Days that have a name.

use crate::time::{days_from_civil, weekday};

/// When a named day is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// The n-th weekday (Monday is 0) of a month.
    Nth(u8, u8, u8),
    /// The last weekday of a month.
    Last(u8, u8),
    /// Days after Easter Sunday.
    Easter(i8),
}

use Rule::{Easter, Fixed, Last, Nth};

/// Names in lower case (a bar between several), and when they are. Those of the United
/// States and the common Christian ones, with the rules that law and church give.
pub(super) const HOLIDAYS: [(&str, Rule); 31] = [
    ("christmas eve", Fixed(12, 24)),
    ("christmas day | christmas", Fixed(12, 25)),
    ("boxing day", Fixed(12, 26)),
    ("new year 's eve | new years eve", Fixed(12, 31)),
    ("new year 's day | new years day | new year 's", Fixed(1, 1)),
    ("epiphany", Fixed(1, 6)),
    ("valentine 's day", Fixed(2, 14)),
    ("st . patrick 's day | st patrick 's day", Fixed(3, 17)),
    ("april fools ' day | april fool 's day", Fixed(4, 1)),
    ("may day", Fixed(5, 1)),
    ("independence day", Fixed(7, 4)),
    ("bastille day", Fixed(7, 14)),
    ("halloween", Fixed(10, 31)),
    ("all saints ' day", Fixed(11, 1)),
    ("veterans day | veterans ' day | armistice day", Fixed(11, 11)),
    ("mlk day | martin luther king day | martin luther king jr . day", Nth(1, 3, 0)),
    ("presidents day | presidents ' day", Nth(2, 3, 0)),
    ("memorial day", Last(5, 0)),
    ("labor day", Nth(9, 1, 0)),
    ("columbus day", Nth(10, 2, 0)),
    ("thanksgiving day | thanksgiving", Nth(11, 4, 3)),
    ("good friday", Easter(-2)),
    ("easter sunday | easter day | easter", Easter(0)),
    ("easter monday", Easter(1)),
    ("palm sunday", Easter(-7)),
    ("ash wednesday", Easter(-46)),
    ("pentecost", Easter(49)),
    ("mother 's day | mothers ' day", Nth(5, 2, 6)),
    ("father 's day | fathers ' day", Nth(6, 3, 6)),
    ("groundhog day", Fixed(2, 2)),
    ("flag day", Fixed(6, 14)),
];

/// Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i64) -> i64 {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - b.div_euclid(4) - g + 15).rem_euclid(30);
    let l = (32 + 2 * b.rem_euclid(4) + 2 * c.div_euclid(4) - h - c.rem_euclid(4)).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    days_from_civil(year, month as u8, day as u8)
}

/// The day of a holiday in a year, counted from 1970-01-01.
pub(super) fn day(holiday: u8, year: i64) -> i64 {
    match HOLIDAYS[usize::from(holiday) % HOLIDAYS.len()].1 {
        Fixed(month, day) => days_from_civil(year, month, day),
        Nth(month, nth, name) => {
            let first = days_from_civil(year, month, 1);
            first + i64::from((7 + name - weekday(first)) % 7) + 7 * (i64::from(nth) - 1)
        }
        Last(month, name) => {
            let last = days_from_civil(year, month + 1, 1) - 1;
            last - i64::from((7 + weekday(last) - name) % 7)
        }
        Easter(after) => easter(year) + i64::from(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::civil_from_days;

    fn on(name: &str, year: i64) -> (u8, u8) {
        let at = HOLIDAYS.iter().position(|(names, _)| names.split(" | ").any(|n| n == name));
        let civil = civil_from_days(day(at.expect("a holiday") as u8, year));
        (civil.month, civil.day)
    }

    #[test]
    fn movable_days() {
        assert_eq!(on("easter", 2020), (4, 12));
        assert_eq!(on("easter", 1998), (4, 12));
        assert_eq!(on("good friday", 1998), (4, 10));
        assert_eq!(on("thanksgiving", 1989), (11, 23));
        assert_eq!(on("labor day", 1990), (9, 3));
        assert_eq!(on("memorial day", 2013), (5, 27));
    }
}
