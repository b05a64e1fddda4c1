//! The length of a gap, in words.

use super::calendar::{Minutes, civil_at};

/// The time from one minute to another, in the largest unit that says it well: "8 years",
/// "4 months", "3 days", "5 hours", "20 minutes". Years and months are those of the calendar;
/// the number is rounded to the nearest.
pub fn gap(from: Minutes, to: Minutes) -> String {
    let (from, to) = (from.min(to), from.max(to));
    let (months, days) = months_and_days(from, to);
    let nearest = months + i64::from(days >= 15);
    let minutes = to.saturating_sub(from);
    let (number, unit) = match (nearest, minutes) {
        (36.., _) => ((nearest + 6) / 12, "year"),
        (12 | 24, _) => (nearest / 12, "year"),
        _ if months >= 2 || (months, days) == (1, 0) => (nearest, "month"),
        (_, 2_880..) => (rounded(minutes, 1_440), "day"),
        (_, 1_440) => (1, "day"),
        (_, 120..) => (rounded(minutes, 60), "hour"),
        (_, 60) => (1, "hour"),
        _ => (minutes, "minute"),
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{plural}")
}

fn rounded(minutes: Minutes, unit: Minutes) -> i64 {
    minutes.saturating_add(unit / 2) / unit
}

/// Whole months of the calendar, and about how many days more.
fn months_and_days(from: Minutes, to: Minutes) -> (i64, i64) {
    let (first, last) = (civil_at(from), civil_at(to));
    let months = (last.year - first.year) * 12 + i64::from(last.month) - i64::from(first.month);
    let days = i64::from(last.day) - i64::from(first.day);
    if days < 0 { (months - 1, days + 30) } else { (months, days) }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn gaps_are_said_in_the_unit_that_fits() {
        let cases = [
            ("2003-12-31", "2012-01-01", "8 years"),
            ("2014-12-31", "2020-01-03", "5 years"),
            ("2018-12-31", "2020-01-01", "1 year"),
            ("2018-06-20", "2020-01-03", "18 months"),
            ("2019-08-31", "2020-01-03", "4 months"),
            ("2019-12-31", "2020-02-01", "1 month"),
            ("2020-01-01", "2020-02-20", "49 days"),
            ("2020-01-05", "2020-01-09", "3 days"),
            ("2020-01-05", "2020-01-07", "1 day"),
            ("2020-01-05T12:00", "2020-01-07T06:01", "42 hours"),
            ("2020-01-05T12:00", "2020-01-05T17:01", "5 hours"),
            ("2020-01-05T12:00", "2020-01-05T12:21", "20 minutes"),
            ("2020-01-05T12:00", "2020-01-05T12:02", "1 minute"),
        ];
        for (before, after, words) in cases {
            let end = parse(before).unwrap().bounds().end.unwrap();
            let start = parse(after).unwrap().bounds().start.unwrap();
            assert_eq!(gap(end, start), words, "{before} to {after}");
            assert_eq!(gap(start, end), words, "{after} to {before}");
        }
        assert!(gap(i64::MIN, i64::MAX).ends_with(" years"));
    }
}
