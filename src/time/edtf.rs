//! What an EDTF value is made of.
//!
//! Levels 0 and 1 of the Extended Date/Time Format (ISO 8601-2:2019, Annex A;
//! <https://www.loc.gov/standards/datetime/>), and of level 2: sets, the finer seasons and
//! qualifiers of single components.

/// A date as somebody wrote it, with all its vagueness. See [`super::parse`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date or date-time: `2020-01-08~`.
    At(Point),
    /// From one to another, both ends belonging to it: `2020-01-03/2020-01-08`.
    Interval(End, End),
    /// One or all of several dates: `[2019,2020]`.
    Set(Set),
}

/// One end of an interval. At least one of the two has a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// There is none: `..`.
    Open,
    /// There is one, but nobody knows when: nothing written.
    Unknown,
    /// At or in this.
    At(Point),
}

/// A date or a date with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// A day or something longer.
    Date(Date),
    /// A minute or second of a day.
    Time(DateTime),
}

/// A day, month, season or year, or a run of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub(super) year: Year,
    pub(super) month: Field,
    pub(super) day: Field,
    /// Of the year, the month and the day.
    pub(super) qualifiers: [Qualifier; 3],
}

/// A year, decade (`201X`) or century (`20XX`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Year {
    /// The earliest year that may be meant; 0 is 1 BC.
    pub(super) first: i64,
    /// How many of its last digits are unspecified: 0, 1 or 2.
    pub(super) unspecified: u8,
}

/// A month, season or day in a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Field {
    /// Not written.
    #[default]
    Absent,
    /// Written as `XX`: one of them, but not said which.
    Unspecified,
    /// Month 1 to 12, season 21 to 41 (see [`Date::season`]) or day 1 to 31.
    Is(u8),
}

/// How sure a date, or a part of it, is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// The source is in doubt (`?`).
    pub uncertain: bool,
    /// It is near this (`~`).
    pub approximate: bool,
}

/// A time of day. Its day is always written in full and without qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    pub(super) date: Date,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
    pub(super) zone: Option<Zone>,
}

/// A time zone as written. It is shown, but order and bounds are those of the clock on the
/// wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// `Z`.
    Utc,
    /// Minutes east of Greenwich.
    Offset(i16),
}

/// Several dates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Set {
    /// All of them (`{…}`) rather than one of them (`[…]`).
    pub all: bool,
    /// What is in it, as written; never empty.
    pub members: Vec<Member>,
}

/// One entry of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// This date.
    One(Date),
    /// All dates from one to the other: `1670..1672`.
    Range(Date, Date),
    /// This date or any earlier one: `..1672`.
    UpTo(Date),
    /// This date or any later one: `1670..`.
    From(Date),
}

impl Year {
    /// The last year that may be meant.
    pub fn last(self) -> i64 {
        self.first.saturating_add(self.span() - 1)
    }

    /// The first year that may be meant.
    pub fn first(self) -> i64 {
        self.first
    }

    /// How many years may be meant: 1, 10 or 100.
    pub fn span(self) -> i64 {
        match self.unspecified {
            0 => 1,
            1 => 10,
            _ => 100,
        }
    }
}

impl Date {
    /// Its year, or the years it may be in.
    pub fn year(&self) -> Year {
        self.year
    }

    /// Its month, 1 to 12, if it has one.
    pub fn month(&self) -> Option<u8> {
        self.number(self.month).filter(|m| *m <= 12)
    }

    /// Its season: 21 to 24 spring to winter, 25 to 28 the same of the north, 29 to 32 of the
    /// south, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves of the year.
    pub fn season(&self) -> Option<u8> {
        self.number(self.month).filter(|m| *m > 12)
    }

    /// Its day of the month, if it has one.
    pub fn day(&self) -> Option<u8> {
        self.number(self.day)
    }

    /// Whether both are days of one month.
    pub(super) fn is_in_month_of(&self, other: &Self) -> bool {
        let days = self.day().is_some() && other.day().is_some();
        days && self.year == other.year && self.month == other.month
    }

    fn number(&self, field: Field) -> Option<u8> {
        match field {
            Field::Is(number) => Some(number),
            Field::Absent | Field::Unspecified => None,
        }
    }

    /// The qualifiers of all its components together.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifiers.iter().fold(Qualifier::default(), |all, one| all.and(*one))
    }
}

impl Point {
    /// The date of it.
    pub fn date(&self) -> &Date {
        match self {
            Self::Date(date) => date,
            Self::Time(time) => &time.date,
        }
    }
}

impl Qualifier {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }

    /// Whether nothing is in doubt.
    pub fn is_none(self) -> bool {
        !self.uncertain && !self.approximate
    }
}
