//! From text to an EDTF value: one pass, one byte ahead.

mod error;

pub use error::EdtfError;

use super::calendar::days_in_month;
use super::edtf::{Date, DateTime, Edtf, End, Field, Member, Point, Qualifier, Set, Year, Zone};

/// Longest run of digits of a `Y` year; it fits an `i64`.
const MAX_YEAR_DIGITS: usize = 18;

/// Reads an EDTF value: levels 0 and 1, and of level 2 sets, seasons 25 to 41 and qualifiers
/// of components.
///
/// # Errors
/// What was expected, and at which character, when the text is anything else.
pub fn parse(text: &str) -> Result<Edtf, EdtfError> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    // Up to the place of an error all is ASCII, so that bytes are characters.
    cursor.value().map_err(|expected| EdtfError {
        expected,
        at: cursor.at,
        text: text.chars().take(60).collect(),
    })
}

type Parsed<T> = Result<T, &'static str>;

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()));
        if found {
            self.at += text.len();
        }
        found
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.peek().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(digit - b'0')
    }

    /// Two digits with a value in the range; on failure the cursor stands at their start.
    fn two(&mut self, low: u8, high: u8, expected: &'static str) -> Parsed<u8> {
        let start = self.at;
        if let (Some(tens), Some(ones)) = (self.digit(), self.digit()) {
            let number = tens * 10 + ones;
            if (low..=high).contains(&number) {
                return Ok(number);
            }
        }
        self.at = start;
        Err(expected)
    }

    fn value(&mut self) -> Parsed<Edtf> {
        if self.eat("[") {
            return self.set(false);
        }
        if self.eat("{") {
            return self.set(true);
        }
        let start = self.end()?;
        if !self.eat("/") {
            return match start {
                End::At(point) if self.peek().is_none() => Ok(Edtf::At(point)),
                End::At(_) => Err("the end of the date or a “/”"),
                End::Open => Err("“/” and a date after “..”"),
                End::Unknown => Err("a date"),
            };
        }
        let second = self.at;
        let end = self.end()?;
        if self.peek().is_some() {
            return Err("the end of the interval");
        }
        let interval = Edtf::Interval(start, end);
        let bounds = interval.bounds();
        if let (End::At(_), End::At(_)) = (start, end) {
            if bounds.start >= bounds.end {
                self.at = second;
                return Err("an end that is not before the start");
            }
        } else if bounds.start.is_none() && bounds.end.is_none() {
            self.at = second;
            return Err("a date on at least one side of the “/”");
        }
        Ok(interval)
    }

    fn end(&mut self) -> Parsed<End> {
        if self.eat("..") {
            return Ok(End::Open);
        }
        if matches!(self.peek(), None | Some(b'/')) {
            return Ok(End::Unknown);
        }
        self.point().map(End::At)
    }

    fn point(&mut self) -> Parsed<Point> {
        let date = self.date()?;
        if date.day().is_none() || !date.qualifier().is_none() || !self.eat("T") {
            return Ok(Point::Date(date));
        }
        let hour = self.two(0, 23, "an hour from 00 to 23")?;
        if !self.eat(":") {
            return Err("“:” and the minutes");
        }
        let minute = self.two(0, 59, "minutes from 00 to 59")?;
        let second = if self.eat(":") {
            // 60 is a leap second.
            Some(self.two(0, 60, "seconds from 00 to 59")?)
        } else {
            None
        };
        let zone = self.zone()?;
        Ok(Point::Time(DateTime { date, hour, minute, second, zone }))
    }

    fn zone(&mut self) -> Parsed<Option<Zone>> {
        if self.eat("Z") {
            return Ok(Some(Zone::Utc));
        }
        let start = self.at;
        let west = self.eat("-");
        if !west && !self.eat("+") {
            return Ok(None);
        }
        let hours = self.two(0, 14, "hours of the time zone from 00 to 14")?;
        let minutes = if self.eat(":") { self.two(0, 59, "minutes from 00 to 59")? } else { 0 };
        let east = i16::from(hours) * 60 + i16::from(minutes);
        if west && east == 0 {
            self.at = start;
            return Err("“Z” or “+00:00”");
        }
        Ok(Some(Zone::Offset(if west { -east } else { east })))
    }

    fn qualifier(&mut self) -> Qualifier {
        let both = self.eat("%");
        let uncertain = both || self.eat("?");
        let approximate = both || !uncertain && self.eat("~");
        Qualifier { uncertain, approximate }
    }

    fn date(&mut self) -> Parsed<Date> {
        let mut qualifiers = [Qualifier::default(); 3];
        let [of_year, of_month, of_day] = &mut qualifiers;
        *of_year = self.qualifier();
        let (year, alone) = self.year()?;
        *of_year = of_year.and(self.qualifier());
        let (mut month, mut day) = (Field::Absent, Field::Absent);
        if !alone && self.eat("-") {
            *of_month = self.qualifier();
            month = self.month()?;
            let group = self.qualifier();
            *of_year = of_year.and(group);
            *of_month = of_month.and(group);
            if !matches!(month, Field::Is(21..)) && self.eat("-") {
                *of_day = self.qualifier();
                day = self.day(year, month)?;
                let group = self.qualifier();
                *of_year = of_year.and(group);
                *of_month = of_month.and(group);
                *of_day = of_day.and(group);
            }
        }
        Ok(Date { year, month, day, qualifiers })
    }

    /// A year, and whether it must stand alone.
    fn year(&mut self) -> Parsed<(Year, bool)> {
        let start = self.at;
        let long = self.eat("Y");
        let negative = self.eat("-");
        let digits_start = self.at;
        let most = if long { MAX_YEAR_DIGITS } else { 4 };
        let mut size = 0_i64;
        while self.at - digits_start < most {
            let Some(digit) = self.digit() else { break };
            size = size * 10 + i64::from(digit);
        }
        let digits = self.at - digits_start;
        if long {
            let more = self.peek().is_some_and(|byte| byte.is_ascii_digit());
            if digits <= 4 || more || self.bytes.get(digits_start) == Some(&b'0') {
                self.at = digits_start;
                return Err("a year of 5 to 18 digits, the first not 0, after “Y”");
            }
            return Ok((Year { first: if negative { -size } else { size }, unspecified: 0 }, true));
        }
        let mut unspecified = 0;
        while digits + unspecified < 4 && unspecified < 2 && self.eat("X") {
            unspecified += 1;
            size = size * 10 + if negative { 9 } else { 0 };
        }
        if digits + unspecified < 4 {
            self.at = if self.at == digits_start { start } else { self.at };
            return Err("a year of four digits, such as 2020 or 201X");
        }
        if negative && size == 0 {
            self.at = start;
            return Err("a year other than -0000 (1 BC is 0000)");
        }
        let first = if negative { -size } else { size };
        Ok((Year { first, unspecified: unspecified as u8 }, unspecified > 0))
    }

    fn month(&mut self) -> Parsed<Field> {
        if self.eat("XX") {
            return Ok(Field::Unspecified);
        }
        let expected = "a month from 01 to 12, a season from 21 to 41 or XX";
        let start = self.at;
        let number = self.two(1, 41, expected)?;
        if (13..21).contains(&number) {
            self.at = start;
            return Err(expected);
        }
        Ok(Field::Is(number))
    }

    fn day(&mut self, year: Year, month: Field) -> Parsed<Field> {
        if self.eat("XX") {
            return Ok(Field::Unspecified);
        }
        let Field::Is(month) = month else { return Err("XX, since the month is XX") };
        let last = days_in_month(year.first, month);
        self.two(1, last, "a day of that month or XX").map(Field::Is)
    }

    fn set(&mut self, all: bool) -> Parsed<Edtf> {
        let mut members = Vec::new();
        loop {
            let member = self.member(members.is_empty())?;
            members.push(member);
            if self.eat(if all { "}" } else { "]" }) {
                break;
            }
            if matches!(member, Member::From(_)) || !self.eat(",") {
                return Err("“,” and a date, or the closing bracket");
            }
        }
        if self.peek().is_some() {
            return Err("the end of the set");
        }
        Ok(Edtf::Set(Set { all, members }))
    }

    fn member(&mut self, first: bool) -> Parsed<Member> {
        if first && self.eat("..") {
            return self.date().map(Member::UpTo);
        }
        let from = self.date()?;
        if !self.eat("..") {
            return Ok(Member::One(from));
        }
        if matches!(self.peek(), Some(b']' | b'}')) {
            return Ok(Member::From(from));
        }
        let start = self.at;
        let to = self.date()?;
        if from.bounds().start >= to.bounds().end {
            self.at = start;
            return Err("an end that is not before the start");
        }
        Ok(Member::Range(from, to))
    }
}
