//! Why an expression means what it means, in words for the reader.

use crate::article::Span;
use std::fmt;

/// How a date was placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The words say it in full.
    Written,
    /// They say past, present or future only.
    Vague,
    /// It could not be placed.
    Unknown,
    /// There was no day to count from.
    NoReadingDate,
    /// Counted from the reading date.
    ReadingDate,
    /// Counted from the last date named.
    LastNamedDate,
    /// The year before the period that the text speaks of.
    YearBeforePeriod,
    /// The day that was named with it.
    DayNamed,
    /// The last such weekday before the reading date.
    LastWeekday,
    /// The next such weekday.
    NextWeekday,
    /// The one of the week of the reading date.
    ThisWeek,
    /// The clause looks ahead: the next such weekday, today included.
    WeekdayAhead,
    /// The latest such weekday, today included.
    LatestWeekday,
    /// The first such weekday from the last day named.
    WeekdayAfterNamed,
    /// The weekday tells the year.
    WeekdayFits,
    /// The year of the last date named.
    YearOfNamed,
    /// The year before it.
    YearBeforeNamed,
    /// The year after it.
    YearAfterNamed,
    /// "last": the last one before the reading date.
    LastNamed,
    /// "next": the first one after the reading date.
    NextNamed,
    /// The one of the reading date's year.
    ThisYear,
    /// The past tense: the one before the reading date.
    PastTense,
    /// The future tense: the one after the reading date.
    FutureTense,
    /// The one nearest to the reading date.
    Nearest,
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Written => "as written",
            Self::Vague => "no closer in the text",
            Self::Unknown => "the text does not say which",
            Self::NoReadingDate => "no day is known to count from",
            Self::ReadingDate => "counted from the reading date",
            Self::LastNamedDate => "counted from the last date named",
            Self::YearBeforePeriod => "a year before the period spoken of",
            Self::DayNamed => "on the day named with it",
            Self::LastWeekday => "the last such weekday before",
            Self::NextWeekday => "the next such weekday after",
            Self::ThisWeek => "that day of the same week",
            Self::WeekdayAhead => "the clause looks ahead: the next such weekday",
            Self::LatestWeekday => "the latest such weekday, the day itself included",
            Self::WeekdayAfterNamed => "the first such weekday from the last day named",
            Self::WeekdayFits => "the year in which it is that weekday",
            Self::YearOfNamed => "in the year of the last date named",
            Self::YearBeforeNamed => "in the year before the last date named",
            Self::YearAfterNamed => "in the year after the last date named",
            Self::LastNamed => "the last one before the reading date",
            Self::NextNamed => "the first one after the reading date",
            Self::ThisYear => "in the reading date's year",
            Self::PastTense => "past tense: the one before the reading date",
            Self::FutureTense => "future tense: the one after the reading date",
            Self::Nearest => "the one nearest to the reading date",
        })
    }
}

/// Why an expression means what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// The rule that found it.
    pub rule: &'static str,
    /// The rule that lengthened it.
    pub more: Option<&'static str>,
    /// How it was placed.
    pub how: How,
    /// What it was counted from, in EDTF.
    pub anchor: Option<String>,
    /// The word that decided the direction.
    pub cue: Option<Span>,
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.rule)?;
        if let Some(more) = self.more {
            write!(f, ", {more}")?;
        }
        write!(f, ": {}", self.how)?;
        self.anchor.as_ref().map_or(Ok(()), |anchor| write!(f, " ({anchor})"))
    }
}
