//! What an expression says, before anybody counts from anywhere.

use super::unit::{Modifier, Part, Ref, Season, Unit};

/// How much: thousandths of a unit, or nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Thousandths.
    Exact(i64),
    /// "several".
    Vague,
}

impl Amount {
    pub const ONE: Self = Self::Exact(1000);
}

/// So much of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub amount: Amount,
    pub unit: Unit,
}

/// Where an expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The reading date; in a narrative the last date named.
    Reading,
    /// The reading date, whatever the text is: "today".
    Now,
    /// The last date named.
    Named,
    /// The date named before that one is counted from, as a period: "a year earlier".
    Period,
}

/// A stretch of the calendar so many units from somewhere: "last month".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub unit: Unit,
    /// Thousandths of the unit; none if it is only known to lie on that side.
    pub by: Amount,
    pub back: bool,
    pub from: From,
}

/// Which of several equal names is meant: "last Friday".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
    /// Nothing said: the text around it decides.
    #[default]
    Any,
    /// The last one.
    Last,
    /// The one of this week, month or year.
    This,
    /// The next one.
    Next,
    /// The one after the last date named: "the following spring".
    After,
    /// The one before it: "the previous Friday".
    Before,
    /// The one that it lies in or by: "that summer".
    That,
}

/// A clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: Option<u8>,
    pub second: Option<u8>,
    /// Minutes east of Greenwich.
    pub zone: Option<i16>,
}

/// The fields of a date that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// Negative before Christ, as the words have it: 490 BC is -490.
    pub year: Option<i32>,
    /// 1, 10 or 100 years.
    pub span: Span,
    /// Two digits only: "'98", "the 80s".
    pub short: bool,
    pub half: Option<u8>,
    pub quarter: Option<u8>,
    pub season: Option<Season>,
    pub month: Option<u8>,
    /// Of the month; 90 is the last one.
    pub week: Option<u8>,
    pub day: Option<u8>,
    /// 1 is Monday.
    pub weekday: Option<u8>,
    pub holiday: Option<u8>,
    pub which: Which,
}

/// How many years a year stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Span {
    #[default]
    Year,
    Decade,
    Century,
}

/// What kind of thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A place in the calendar, or a time on a day.
    Date,
    /// A length of time.
    Length(Length, Option<Length>),
    /// Something that comes back.
    Repeat(Repeat),
    /// Past, present or future.
    Ref(Ref),
}

/// What comes back, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Every so long.
    Every(Length),
    /// Every Monday (1), every March, every summer, every morning.
    Weekday(u8),
    Month(u8),
    Season(Season),
    Part(Part),
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spec {
    pub what: What,
    pub written: Written,
    pub shift: Option<Shift>,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
    pub modifier: Option<Modifier>,
    /// How often within it: "twice a week".
    pub times: Option<u8>,
}

impl Spec {
    pub const DATE: Self = Self {
        what: What::Date,
        written: Written {
            year: None,
            span: Span::Year,
            short: false,
            half: None,
            quarter: None,
            season: None,
            month: None,
            week: None,
            day: None,
            weekday: None,
            holiday: None,
            which: Which::Any,
        },
        shift: None,
        part: None,
        clock: None,
        modifier: None,
        times: None,
    };

    pub fn written(written: Written) -> Self {
        Self { written, ..Self::DATE }
    }

    pub fn year(year: i32) -> Self {
        Self::written(Written { year: Some(year), ..Written::default() })
    }

    pub fn shift(unit: Unit, by: i64, from: From) -> Self {
        let amount = Amount::Exact(by.abs() * 1000);
        let shift = Shift { unit, by: amount, back: by < 0, from };
        Self { shift: Some(shift), ..Self::DATE }
    }

    pub fn length(amount: Amount, unit: Unit) -> Self {
        Self { what: What::Length(Length { amount, unit }, None), ..Self::DATE }
    }

    pub fn every(amount: Amount, unit: Unit) -> Self {
        Self { what: What::Repeat(Repeat::Every(Length { amount, unit })), ..Self::DATE }
    }

    pub fn vague(what: Ref) -> Self {
        Self { what: What::Ref(what), ..Self::DATE }
    }

    pub fn with(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }

    pub fn part(self, part: Part) -> Self {
        Self { part: Some(part), ..self }
    }

    /// Whether it is a date without a time of day.
    pub fn is_date(&self) -> bool {
        self.what == What::Date && self.part.is_none() && self.clock.is_none()
    }

    /// Whether it says nothing but a time of day.
    pub fn is_bare_time(&self) -> bool {
        self.what == What::Date
            && self.shift.is_none()
            && self.written == Written::default()
            && (self.part.is_some() || self.clock.is_some())
    }
}
