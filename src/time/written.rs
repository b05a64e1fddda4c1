//! How an EDTF value is written: one canonical text each.

use super::calendar::Civil;
use super::edtf::{Date, DateTime, Edtf, End, Field, Member, Point, Qualifier, Set, Year, Zone};
use std::fmt;

impl Qualifier {
    fn sign(self) -> &'static str {
        match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
            Self::Set(set) => set.fmt(f),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
            Self::At(point) => point.fmt(f),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
        }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.first.unsigned_abs();
        let sign = if self.first < 0 { "-" } else { "" };
        match self.unspecified {
            0 if size > 9999 => write!(f, "Y{sign}{size}"),
            0 => write!(f, "{sign}{size:04}"),
            1 => write!(f, "{sign}{:03}X", size / 10),
            _ => write!(f, "{sign}{:02}XX", size / 100),
        }
    }
}

impl fmt::Display for Civil {
    /// As EDTF and ISO 8601 write it: `2020-01-08`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = Year { first: self.year, unspecified: 0 };
        write!(f, "{year}-{:02}-{:02}", self.month, self.day)
    }
}

impl fmt::Display for Date {
    /// One sign after the longest run of leading components that share it, as in
    /// `2004-06~-11`; before each other component that has one, as in `2004-06-~11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, ..] = self.qualifiers;
        let written =
            1 + usize::from(self.month != Field::Absent) + usize::from(self.day != Field::Absent);
        let run = self.qualifiers.iter().take(written).take_while(|q| **q == first).count();
        let before = |index: usize| match self.qualifiers.get(index) {
            Some(qualifier) if index >= run => qualifier.sign(),
            _ => "",
        };
        let after = |index: usize| if index + 1 == run { first.sign() } else { "" };
        write!(f, "{}{}", self.year, after(0))?;
        for (index, field) in [(1, self.month), (2, self.day)] {
            match field {
                Field::Absent => break,
                Field::Unspecified => write!(f, "-{}XX{}", before(index), after(index))?,
                Field::Is(number) => write!(f, "-{}{number:02}{}", before(index), after(index))?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date, self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        self.zone.map_or(Ok(()), |zone| zone.fmt(f))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utc => f.write_str("Z"),
            Self::Offset(east) => {
                let sign = if *east < 0 { '-' } else { '+' };
                let size = east.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", size / 60, size % 60)
            }
        }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.all { "{" } else { "[" })?;
        for (index, member) in self.members.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            match member {
                Member::One(date) => date.fmt(f)?,
                Member::Range(from, to) => write!(f, "{from}..{to}")?,
                Member::UpTo(to) => write!(f, "..{to}")?,
                Member::From(from) => write!(f, "{from}..")?,
            }
        }
        f.write_str(if self.all { "}" } else { "]" })
    }
}
