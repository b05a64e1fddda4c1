//! How long ago something was, in words.

use crate::time::{civil_from_days, month_name};

const MINUTE: u64 = 60 * 1000;
const HOUR: u64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR as i64;

/// "just now", "5 minutes ago", "2 hours ago", "yesterday", "on 8 January 2020".
///
/// `then` and `now` are milliseconds since 1970-01-01T00:00Z; `behind` is how many minutes the
/// reader's clock is behind UTC, as browsers count it (−120 in Berlin in summer).
pub fn ago(then: u64, now: u64, behind: i32) -> String {
    let passed = now.saturating_sub(then);
    let day = |at: u64| (at as i64 - i64::from(behind) * MINUTE as i64).div_euclid(DAY);
    let (day_then, today) = (day(then), day(now));
    let some = |count: u64, what: &str| match count {
        1 => format!("1 {what} ago"),
        _ => format!("{count} {what}s ago"),
    };
    if passed < MINUTE {
        "just now".to_owned()
    } else if passed < HOUR {
        some(passed / MINUTE, "minute")
    } else if day_then >= today {
        some(passed / HOUR, "hour")
    } else if day_then + 1 == today {
        "yesterday".to_owned()
    } else {
        let date = civil_from_days(day_then);
        format!("on {} {} {}", date.day, month_name(date.month), date.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_people_say_it() {
        // 2020-01-08T12:00Z
        let now = 1_578_484_800_000;
        for (before, words) in [
            (0, "just now"),
            (59_999, "just now"),
            (MINUTE, "1 minute ago"),
            (59 * MINUTE, "59 minutes ago"),
            (HOUR, "1 hour ago"),
            (11 * HOUR, "11 hours ago"),
            (13 * HOUR, "yesterday"),
            (36 * HOUR, "yesterday"),
            (37 * HOUR, "on 6 January 2020"),
            (400 * 24 * HOUR, "on 4 December 2018"),
        ] {
            assert_eq!(ago(now - before, now, 0), words, "{before}");
        }
        // At noon in London it is one in the morning of the next day in Auckland.
        assert_eq!(ago(now - 2 * HOUR, now, -13 * 60), "yesterday");
        assert_eq!(ago(now + HOUR, now, 0), "just now");
    }

    proptest! {
        #[test]
        fn no_clock_is_too_wrong(then in 0..u64::MAX / 4, now in 0..u64::MAX / 4, behind: i32) {
            prop_assert!(!ago(then, now, behind).is_empty());
        }
    }
}
