//! How a date is said: in full, in short, between two others.

use super::{OR_EARLIER, OR_LATER, month_name, weekday_name};
use crate::time::calendar::{days_from_civil, weekday};
use crate::time::edtf::{Date, DateTime, Field, Member, Point, Set, Year, Zone};

/// Year and month since which the Gregorian calendar is the only civil one: Greece came last.
const ONE_CALENDAR: (i64, u8) = (1923, 3);

/// How to say it.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    /// Names of months cut to three letters.
    pub(super) short: bool,
    /// "between … and …" for a range.
    pub(super) between: bool,
    /// The year that goes without saying.
    pub(super) context: Option<i64>,
}

impl Voice {
    pub(super) const LONG: Self = Self { short: false, between: false, context: None };
    pub(super) const WITHIN: Self = Self { short: false, between: true, context: None };
    pub(super) const SHORT: Self = Self { short: true, between: false, context: None };

    /// The day of the week of a whole date that is in no doubt, with a space. Nothing before all
    /// states counted by this calendar: there nobody knows by which one the date was written.
    pub(super) fn weekday(self, point: &Point) -> String {
        let date = point.date();
        match (date.month(), date.day()) {
            (Some(month), Some(day))
                if date.qualifier().is_none() && (date.year.first, month) >= ONE_CALENDAR =>
            {
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

    pub(super) fn point(self, point: &Point) -> String {
        let mut text = self.date(point.date());
        if let Point::Time(time) = point {
            text.push_str(", ");
            text.push_str(&clock(time));
        }
        text
    }

    /// From one to the other; what the two share at their end is said once.
    pub(super) fn range(self, start: &Point, end: &Point) -> String {
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

    pub(super) fn set(self, set: &Set) -> String {
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
