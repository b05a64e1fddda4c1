//! English words for dates.
//!
//! Three voices: [`long`] for sentences and cards ("Friday 3 January 2020"), [`within`] for
//! something undated that lies in an interval ("between 3 and 8 January 2020"), [`short`] for
//! labels ("3–8 Jan"). The ends of an EDTF interval belong to it, so an open one is "or
//! later", not "after".

mod voice;

use super::edtf::{Date, DateTime, Edtf, End, Field, Point};
use super::parse::parse;
use voice::Voice;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a month from 1 to 12; empty for any other number.
pub fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The name of a day of the week, 0 for Monday to 6 for Sunday; empty for any other number.
pub fn weekday_name(weekday: u8) -> &'static str {
    WEEKDAYS.get(usize::from(weekday)).copied().unwrap_or_default()
}

/// In full: "Friday 3 January 2020", "about 8 January 2020", "spring 2019", "3 to 8 January
/// 2020", "until 8 January 2020", "from 3 January 2020 on", "2019 or 2020".
pub fn long(edtf: &Edtf) -> String {
    match edtf {
        Edtf::At(point) => Voice::LONG.weekday(point) + &Voice::LONG.point(point),
        Edtf::Interval(start, end) => match (start, end) {
            (End::At(start), End::At(end)) => Voice::LONG.range(start, end),
            (End::At(start), End::Unknown) => {
                format!("from {} to an unknown date", Voice::LONG.point(start))
            }
            (End::At(start), _) => format!("from {} on", Voice::LONG.point(start)),
            (End::Unknown, End::At(end)) => {
                format!("from an unknown date to {}", Voice::LONG.point(end))
            }
            (_, End::At(end)) => format!("until {}", Voice::LONG.point(end)),
            _ => String::new(),
        },
        Edtf::Set(set) => Voice::LONG.set(set),
    }
}

/// The same for a date as it is written in an article; where it is no EDTF, as it stands.
pub fn in_words(edtf: &str) -> String {
    parse(edtf).map_or_else(|_| edtf.to_owned(), |date| long(&date))
}

/// For something undated that lies in the interval: "between 3 and 8 January 2020", "3
/// January 2020 or earlier", "8 January 2020 or later"; otherwise as [`long`].
pub fn within(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Interval(End::At(start), End::At(end)) if start != end => {
            Voice::WITHIN.range(start, end)
        }
        Edtf::Interval(End::At(start), End::Open | End::Unknown) => {
            Voice::WITHIN.point(start) + OR_LATER
        }
        Edtf::Interval(End::Open | End::Unknown, End::At(end)) => {
            Voice::WITHIN.point(end) + OR_EARLIER
        }
        _ => long(edtf),
    }
}

/// For labels: "3 Jan 2020", "3–8 Jan 2020", "8 Jan 2020 or later". In the year given as
/// context, days and months leave it out: "3 Jan".
pub fn short(edtf: &Edtf, context: Option<i64>) -> String {
    let voice = Voice { context, ..Voice::SHORT };
    match edtf {
        Edtf::At(point) => voice.point(point),
        Edtf::Interval(End::At(start), End::At(end)) => voice.range(start, end),
        Edtf::Interval(End::At(start), _) => voice.point(start) + OR_LATER,
        Edtf::Interval(_, End::At(end)) => voice.point(end) + OR_EARLIER,
        Edtf::Interval(..) => String::new(),
        Edtf::Set(set) => voice.set(set),
    }
}

/// The `datetime` of an HTML `<time>`: a year, month, day or date with time, if it is one.
/// Nothing for intervals, sets, seasons, decades and years before 1, which HTML has no form
/// for.
pub fn machine(edtf: &Edtf) -> Option<String> {
    let Edtf::At(point) = edtf else { return None };
    let date = point.date();
    let year = date.year;
    if year.first < 1 || year.unspecified > 0 {
        return None;
    }
    let mut text = format!("{:04}", year.first);
    match (date.month, date.day) {
        (Field::Absent, _) => {}
        (Field::Is(month @ 1..=12), Field::Absent) => text.push_str(&format!("-{month:02}")),
        (Field::Is(_), Field::Is(_)) => match point {
            // HTML has no leap second.
            Point::Time(time) => {
                text = DateTime { second: time.second.map(|s| s.min(59)), ..*time }.to_string();
            }
            Point::Date(date) => {
                text = Date { qualifiers: Default::default(), ..*date }.to_string();
            }
        },
        _ => return None,
    }
    Some(text)
}
const OR_LATER: &str = " or later";
const OR_EARLIER: &str = " or earlier";
