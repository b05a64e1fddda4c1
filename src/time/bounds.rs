//! What a date says for sure: its bounds, its precision, and what comes before what.

use super::calendar::{LAST_YEAR, MINUTES_PER_DAY, Minutes, minutes_at};
use super::edtf::{Date, DateTime, Edtf, End, Field, Member, Point, Qualifier};
use std::cmp::Ordering;

/// A half-open stretch of civil time; `None` is open or unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// First minute.
    pub start: Option<Minutes>,
    /// One past the last minute.
    pub end: Option<Minutes>,
}

/// The unit a date is given in, from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `20XX`.
    Century,
    /// `201X`.
    Decade,
    /// `2014`, also `2014-XX`: some month of 2014.
    Year,
    /// `2014-21`, also quarters, thirds and halves.
    Season,
    /// `2014-05`, also `2014-05-XX`.
    Month,
    /// `2014-05-03`.
    Day,
    /// A time of day, with or without seconds.
    Minute,
}

impl Bounds {
    /// Whether the two share at least one minute.
    pub fn overlaps(self, other: Self) -> bool {
        starts_before_end(self.start, other.end) && starts_before_end(other.start, self.end)
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Self) -> bool {
        let starts = self.start.is_none_or(|s| other.start.is_some_and(|o| s <= o));
        let ends = self.end.is_none_or(|e| other.end.is_some_and(|o| o <= e));
        starts && ends
    }

    /// The smallest bounds around both.
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.zip(other.start).map(|(a, b)| a.min(b)),
            end: self.end.zip(other.end).map(|(a, b)| a.max(b)),
        }
    }

    /// Its length in minutes, if it has both ends.
    pub fn length(self) -> Option<Minutes> {
        self.start.zip(self.end).map(|(start, end)| end.saturating_sub(start))
    }
}

/// Where something with this date stands in a list in order of time: its first minute, else
/// its end. What has no date that says either stands last.
pub fn place(edtf: Option<&str>) -> Minutes {
    let bounds = edtf.and_then(|edtf| Some(super::parse(edtf).ok()?.bounds())).unwrap_or_default();
    bounds.start.or(bounds.end).unwrap_or(Minutes::MAX)
}

fn starts_before_end(start: Option<Minutes>, end: Option<Minutes>) -> bool {
    start.zip(end).is_none_or(|(start, end)| start < end)
}

impl Edtf {
    /// The bounds. Of a qualified date ("about 8 January") those of the date as written; of a
    /// set those of all its dates together.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::At(point) => point.bounds(),
            Self::Interval(start, end) => {
                Bounds { start: start.bounds().start, end: end.bounds().end }
            }
            Self::Set(set) => {
                set.members.iter().map(Member::bounds).reduce(Bounds::hull).unwrap_or_default()
            }
        }
    }

    /// Its precision; of an interval or a set the coarsest in it.
    pub fn precision(&self) -> Precision {
        let coarsest = match self {
            Self::At(point) => Some(point.precision()),
            Self::Interval(start, end) => {
                [start, end].into_iter().filter_map(|e| e.point()).map(Point::precision).min()
            }
            Self::Set(set) => set.members.iter().map(Member::precision).min(),
        };
        coarsest.unwrap_or(Precision::Century)
    }

    /// The qualifiers of everything in it together.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier_of_start().and(self.qualifier_of_end())
    }

    /// Whether any part of it is marked as approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.qualifier().approximate
    }

    /// Whether any part of it is marked as uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.qualifier().uncertain
    }

    /// Whether all of it lies before all of `other`, whatever the vague parts turn out to be.
    /// What is qualified, open or unknown on the sides that meet is never surely before.
    pub fn is_before(&self, other: &Self) -> bool {
        self.bounds().end.zip(other.bounds().start).is_some_and(|(end, start)| end <= start)
            && self.qualifier_of_end().is_none()
            && other.qualifier_of_start().is_none()
    }

    /// Whether it may share a minute with the window.
    pub fn overlaps(&self, window: Bounds) -> bool {
        self.bounds().overlaps(window)
    }

    /// The order of a dated list: by start; what has no start comes right before the last
    /// date it may have, and what has no end after what has one; at the same start the longer
    /// comes first, as a heading would; then plain before qualified; then by its text, so
    /// that the order is total.
    pub fn display_order(&self, other: &Self) -> Ordering {
        self.display_key()
            .cmp(&other.display_key())
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }

    fn display_key(&self) -> (Minutes, u8, Minutes, bool) {
        let Bounds { start, end } = self.bounds();
        let doubt = !self.qualifier().is_none();
        match (start, end) {
            (Some(start), Some(end)) => (start, 1, start - end, doubt),
            (Some(start), None) => (start, 2, 0, doubt),
            (None, Some(end)) => (self.last_start().unwrap_or(end), 0, 0, doubt),
            (None, None) => (Minutes::MAX, 3, 0, doubt),
        }
    }

    /// Where its last date starts.
    fn last_start(&self) -> Option<Minutes> {
        match self {
            Self::At(point) => point.bounds().start,
            Self::Interval(_, end) => end.bounds().start,
            Self::Set(set) => set.members.iter().filter_map(|m| m.dates().1.bounds().start).max(),
        }
    }

    fn qualifier_of_start(&self) -> Qualifier {
        match self {
            Self::Interval(start, _) => start.qualifier(),
            _ => self.qualifier_of_end(),
        }
    }

    fn qualifier_of_end(&self) -> Qualifier {
        match self {
            Self::At(point) => point.date().qualifier(),
            Self::Interval(_, end) => end.qualifier(),
            Self::Set(set) => set.members.iter().fold(Qualifier::default(), |all, member| {
                let (from, to) = member.dates();
                all.and(from.qualifier()).and(to.qualifier())
            }),
        }
    }
}

impl End {
    /// Its date, if it has one.
    pub fn point(&self) -> Option<&Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }

    fn bounds(&self) -> Bounds {
        self.point().map(Point::bounds).unwrap_or_default()
    }

    fn qualifier(&self) -> Qualifier {
        self.point().map(|point| point.date().qualifier()).unwrap_or_default()
    }
}

impl Point {
    /// The bounds; both ends are there.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Date(date) => date.bounds(),
            Self::Time(time) => time.bounds(),
        }
    }

    /// The precision.
    pub fn precision(&self) -> Precision {
        match self {
            Self::Date(date) => date.precision(),
            Self::Time(_) => Precision::Minute,
        }
    }
}

impl Member {
    fn dates(&self) -> (&Date, &Date) {
        match self {
            Self::One(date) | Self::UpTo(date) | Self::From(date) => (date, date),
            Self::Range(from, to) => (from, to),
        }
    }

    fn bounds(&self) -> Bounds {
        let (from, to) = self.dates();
        Bounds {
            start: from.bounds().start.filter(|_| !matches!(self, Self::UpTo(_))),
            end: to.bounds().end.filter(|_| !matches!(self, Self::From(_))),
        }
    }

    fn precision(&self) -> Precision {
        let (from, to) = self.dates();
        from.precision().min(to.precision())
    }
}

impl Date {
    /// The bounds; both ends are there. Seasons are the meteorological ones, those that do
    /// not say where are the north's; a winter is written with the year of its December.
    pub fn bounds(&self) -> Bounds {
        let first = self.year.first().clamp(-LAST_YEAR, LAST_YEAR);
        let last = self.year.last().clamp(-LAST_YEAR, LAST_YEAR);
        let (start, end) = match (self.month, self.day) {
            (Field::Is(month), Field::Is(day)) => {
                let start = minutes_at(first, month, day);
                (start, start + MINUTES_PER_DAY)
            }
            (Field::Is(month), _) => {
                let (month, months) = season_months(month);
                (minutes_at(first, month, 1), minutes_at(first, month + months, 1))
            }
            _ => (minutes_at(first, 1, 1), minutes_at(last + 1, 1, 1)),
        };
        Bounds { start: Some(start), end: Some(end) }
    }

    /// The precision.
    pub fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (_, Field::Is(_)) => Precision::Day,
            (Field::Is(21..), _) => Precision::Season,
            (Field::Is(_), _) => Precision::Month,
            _ => match self.year.span() {
                1 => Precision::Year,
                10 => Precision::Decade,
                _ => Precision::Century,
            },
        }
    }
}

impl DateTime {
    fn bounds(&self) -> Bounds {
        let day = self.date.bounds().start;
        let start = day.map(|day| day + Minutes::from(self.hour) * 60 + Minutes::from(self.minute));
        Bounds { start, end: start.map(|start| start + 1) }
    }
}

/// First month and number of months; a month is a season of one.
fn season_months(season: u8) -> (u8, u8) {
    match season {
        21 | 25 | 31 => (3, 3),
        22 | 26 | 32 => (6, 3),
        23 | 27 | 29 => (9, 3),
        24 | 28 | 30 => (12, 3),
        33..=36 => ((season - 33) * 3 + 1, 3),
        37..=39 => ((season - 37) * 4 + 1, 4),
        40 | 41 => ((season - 40) * 6 + 1, 6),
        month => (month, 1),
    }
}
