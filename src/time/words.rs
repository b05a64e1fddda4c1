//! English words for dates.
//!
//! Three voices: [`long`] for sentences and cards ("Friday 3 January 2020"), [`within`] for
//! something undated that lies in an interval ("between 3 and 8 January 2020"), [`short`] for
//! labels ("3–8 Jan"). The ends of an EDTF interval belong to it, so an open one is "or
//! later", not "after".

use super::calendar::{days_from_civil, weekday};
use super::edtf::{Date, DateTime, Edtf, End, Field, Member, Point, Set, Year, Zone};
use super::parse::parse;

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

/// How to say it.
#[derive(Clone, Copy)]
struct Voice {
    /// Names of months cut to three letters.
    short: bool,
    /// "between … and …" for a range.
    between: bool,
    /// The year that goes without saying.
    context: Option<i64>,
}

impl Voice {
    const LONG: Self = Self { short: false, between: false, context: None };
    const WITHIN: Self = Self { short: false, between: true, context: None };
    const SHORT: Self = Self { short: true, between: false, context: None };

    /// The day of the week of a whole date that is in no doubt, with a space.
    fn weekday(self, point: &Point) -> String {
        let date = point.date();
        match (date.month(), date.day()) {
            (Some(month), Some(day)) if date.qualifier().is_none() => {
                let days = days_from_civil(date.year.first, month, day);
                format!("{} ", weekday_name(weekday(days)))
            }
            _ => String::new(),
        }
    }

    fn date(self, date: &Date) -> String {
        let (mut text, tail) = self.parts(date);
        push_word(&mut text, &tail);
        text
    }

    fn point(self, point: &Point) -> String {
        let mut text = self.date(point.date());
        if let Point::Time(time) = point {
            text.push_str(", ");
            text.push_str(&clock(time));
        }
        text
    }

    /// From one to the other; what the two share at their end is said once.
    fn range(self, start: &Point, end: &Point) -> String {
        if start == end {
            return self.weekday_unless_short(start) + &self.point(start);
        }
        let to = match (start, end) {
            (Point::Time(a), Point::Time(b)) if a.date == b.date => clock(b),
            _ => self.point(end),
        };
        let from = match (start, end) {
            (Point::Date(a), Point::Date(b)) => self.leading(a, b),
            _ => self.point(start),
        };
        // Without spaces only between single words and within a month: "3–8 Jan".
        let tight =
            !from.contains(' ') && (!to.contains(' ') || start.date().is_in_month_of(end.date()));
        match self {
            Self { between: true, .. } => format!("between {from} and {to}"),
            Self { short: false, .. } => format!("{from} to {to}"),
            _ if tight => format!("{from}–{to}"),
            _ => format!("{from} – {to}"),
        }
    }

    /// A date without the month and year that the next one will say.
    fn leading(self, date: &Date, next: &Date) -> String {
        let (mut head, tail) = self.parts(date);
        let (next_head, next_tail) = self.parts(next);
        match date.day() {
            Some(day) if date.is_in_month_of(next) => doubt(date) + &day.to_string(),
            _ => {
                let complete = matches!(date.month, Field::Is(..=32)) && !next_head.is_empty();
                if !complete || tail != next_tail {
                    push_word(&mut head, &tail);
                }
                head
            }
        }
    }

    fn weekday_unless_short(self, point: &Point) -> String {
        if self.short { String::new() } else { self.weekday(point) }
    }

    fn set(self, set: &Set) -> String {
        let plain = Self { between: false, ..self };
        let mut text = String::new();
        for (index, member) in set.members.iter().enumerate() {
            let next = set.members.get(index + 1);
            text.push_str(match (index, next, set.all) {
                (0, ..) => "",
                (_, Some(_), _) => ", ",
                (_, None, true) => " and ",
                (_, None, false) => " or ",
            });
            text.push_str(&match (member, next) {
                (Member::One(date), Some(Member::One(next))) => plain.leading(date, next),
                (Member::One(date), _) => plain.date(date),
                (Member::Range(from, to), _) => plain.range(&Point::Date(*from), &Point::Date(*to)),
                (Member::UpTo(date), _) => plain.date(date) + OR_EARLIER,
                (Member::From(date), _) => plain.date(date) + OR_LATER,
            });
        }
        text
    }

    /// The words up to the year, and the year; either may be empty.
    fn parts(self, date: &Date) -> (String, String) {
        let year = date.year.first;
        let years = self.years(date.year);
        let (head, tail) = match (date.month, date.day) {
            (Field::Absent, _) => (String::new(), years),
            (Field::Unspecified, Field::Absent) => ("a month in".to_owned(), years),
            (Field::Unspecified, _) => ("a day in".to_owned(), years),
            (Field::Is(season @ 21..), _) => (self.season(season), years),
            (Field::Is(month), day) => {
                let month = self.month(month);
                let head = match day {
                    Field::Absent => month.to_owned(),
                    Field::Unspecified => format!("a day in {month}"),
                    Field::Is(day) => format!("{day} {month}"),
                };
                (head, if self.context == Some(year) { String::new() } else { years })
            }
        };
        let doubt = doubt(date);
        if head.is_empty() { (head, doubt + &tail) } else { (doubt + &head, tail) }
    }

    fn month(self, month: u8) -> &'static str {
        let name = month_name(month);
        if self.short { name.get(..3).unwrap_or(name) } else { name }
    }

    fn season(self, season: u8) -> String {
        const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
        const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
        let nth = |names: [&'static str; 4], from: u8| {
            names.get(usize::from(season.wrapping_sub(from))).copied().unwrap_or_default()
        };
        match season {
            21..=24 => nth(SEASONS, 21).to_owned(),
            25..=28 => format!("northern {}", nth(SEASONS, 25)),
            29..=32 => format!("southern {}", nth(SEASONS, 29)),
            33..=36 if self.short => format!("Q{}", season - 32),
            33..=36 => format!("the {} quarter of", nth(ORDINALS, 33)),
            37..=39 => format!("the {} four months of", nth(ORDINALS, 37)),
            _ => format!("the {} half of", nth(ORDINALS, 40)),
        }
    }

    fn years(self, year: Year) -> String {
        let (first, last) = (year.first, year.last());
        match year.span() {
            1 if first > 999 => first.to_string(),
            1 if first > 0 => format!("AD {first}"),
            1 => format!("{} BC", 1 - first),
            10 if first > 999 => format!("the {first}s"),
            _ if first > 0 => format!("the years {first} to {last}"),
            _ if last <= 0 => format!("the years {} to {} BC", 1 - first, 1 - last),
            _ => format!("the years 1 BC to AD {last}"),
        }
    }
}

/// "about ", "perhaps " or nothing.
fn doubt(date: &Date) -> String {
    let qualifier = date.qualifier();
    let perhaps = if qualifier.uncertain { "perhaps " } else { "" };
    let about = if qualifier.approximate { "about " } else { "" };
    format!("{perhaps}{about}")
}

fn clock(time: &DateTime) -> String {
    let zone = match time.zone {
        None => String::new(),
        Some(Zone::Utc) => " UTC".to_owned(),
        Some(zone) => format!(" UTC{zone}"),
    };
    format!("{:02}:{:02}{zone}", time.hour, time.minute)
}

fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() && !word.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}
