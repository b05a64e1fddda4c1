//! The words of the calendar: units of time, seasons, parts of the day, modifiers.

/// A unit of time, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// An ISO week.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months of the calendar.
    Quarter,
    /// A season of the year.
    Season,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// All units, in order.
    pub(super) const ALL: [Self; 13] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Weekend,
        Self::Week,
        Self::Fortnight,
        Self::Month,
        Self::Quarter,
        Self::Season,
        Self::Year,
        Self::Decade,
        Self::Century,
    ];

    /// What stands for it in a TIMEX3 duration: prefix, letters, and how many of them it is.
    pub(super) fn timex(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Second => ("PT", "S", 1),
            Self::Minute => ("PT", "M", 1),
            Self::Hour => ("PT", "H", 1),
            Self::Day => ("P", "D", 1),
            Self::Weekend => ("P", "WE", 1),
            Self::Week => ("P", "W", 1),
            Self::Fortnight => ("P", "W", 2),
            Self::Month => ("P", "M", 1),
            Self::Quarter => ("P", "Q", 1),
            Self::Season => ("P", "M", 3),
            Self::Year => ("P", "Y", 1),
            Self::Decade => ("P", "DE", 1),
            Self::Century => ("P", "CE", 1),
        }
    }

    /// Whether it is shorter than a day.
    pub(super) fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// March to May in the north.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Fall,
    /// December to February.
    Winter,
}

impl Season {
    /// All, in the order of the year.
    pub(super) const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Fall, Self::Winter];

    /// Its TIMEX3 letters.
    pub(super) fn timex(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }

    /// The month that it begins in, northern hemisphere.
    pub fn first_month(self) -> u8 {
        [3, 6, 9, 12][self as usize]
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Morning.
    Morning,
    /// Midday.
    Midday,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// Night.
    Night,
    /// Daytime, working hours.
    Daytime,
}

impl Part {
    /// All.
    pub(super) const ALL: [Self; 6] =
        [Self::Morning, Self::Midday, Self::Afternoon, Self::Evening, Self::Night, Self::Daytime];

    /// Its TIMEX3 letters.
    pub(super) fn timex(self) -> &'static str {
        ["MO", "MI", "AF", "EV", "NI", "DT"][self as usize]
    }
}

/// What TIMEX3 calls `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// The first part of it.
    Start,
    /// The middle of it.
    Mid,
    /// The last part of it.
    End,
    /// About.
    Approx,
    /// Longer than.
    MoreThan,
    /// Shorter than.
    LessThan,
    /// At least.
    EqualOrMore,
    /// At most.
    EqualOrLess,
    /// Before it.
    Before,
    /// After it.
    After,
    /// At it or earlier.
    OnOrBefore,
    /// At it or later.
    OnOrAfter,
}

impl Modifier {
    /// All, in order.
    pub(super) const ALL: [Self; 12] = [
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Approx,
        Self::MoreThan,
        Self::LessThan,
        Self::EqualOrMore,
        Self::EqualOrLess,
        Self::Before,
        Self::After,
        Self::OnOrBefore,
        Self::OnOrAfter,
    ];

    /// As TIMEX3 writes it.
    pub fn timex(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
        }
    }
}

/// Past, present and future without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ref {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

impl Ref {
    /// As TIMEX3 writes it.
    pub(super) fn timex(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}
