//! Parts of dates: one date as EDTF, its first third, what comes before it and after it.

use super::understand::NotUnderstood;
use crate::analyst::dates::{How, Kind, Modifier, Stretch, Timex, Unit};
use crate::time::{self, MINUTES_PER_DAY, Minutes, Precision};

/// One date that the analyst has read in the line, as EDTF.
pub(super) fn point(timex: &Timex, line: &str) -> Result<String, NotUnderstood> {
    let span = timex.span;
    let words = line.chars().skip(span.start as usize).take(span.len() as usize).collect();
    let dated = matches!(timex.kind, Kind::Date | Kind::Time);
    match timex.trace.how {
        How::NoReadingDate => return Err(NotUnderstood::NoReadingDate(words)),
        _ if !dated => return Err(NotUnderstood::NoDate(words)),
        How::Vague => return Err(NotUnderstood::NoDate(words)),
        // Nothing else is named here that it could count from.
        How::Unknown => return Err(NotUnderstood::NoReadingDate(words)),
        _ => {}
    }
    let (Some(edtf), Some(stretch)) = (&timex.edtf, timex.stretch) else {
        return Err(NotUnderstood::NoReadingDate(words));
    };
    // Seconds that nobody wrote.
    let edtf = edtf.strip_suffix(":00").filter(|cut| cut.contains(':')).unwrap_or(edtf);
    match timex.modifier {
        None => Ok(edtf.to_owned()),
        Some(Modifier::Approx) => qualified(edtf, '~').ok_or(NotUnderstood::NoDate(words)),
        Some(Modifier::Start) => Ok(third(stretch, 0)),
        Some(Modifier::Mid) => Ok(third(stretch, 1)),
        Some(Modifier::End) => Ok(third(stretch, 2)),
        Some(Modifier::Before | Modifier::OnOrBefore) => Ok(format!("../{edtf}")),
        Some(Modifier::After | Modifier::OnOrAfter) => Ok(format!("{edtf}/..")),
        Some(_) => Err(NotUnderstood::NoDate(words)),
    }
}

/// The first, middle or last third of a stretch, about: "early January 2020" is about the 1st
/// to about the 10th. Of a year it is four months, of a decade three or four years.
fn third(stretch: Stretch, number: usize) -> String {
    let pick = |bounds: [(i32, i32); 3]| bounds[number];
    let between = |first: Stretch, last: Stretch| format!("{}~/{}~", first.edtf(), last.edtf());
    let months = |year: i32, first: u8, each: u8| {
        let from = first + each * number as u8;
        let month = |at: u8| Stretch::Month(year, 1).moved(Unit::Month, i64::from(at) - 1);
        if each == 1 {
            return format!("{}~", month(from).edtf());
        }
        between(month(from), month(from + each - 1))
    };
    let days = |(first, last): (i32, i32)| {
        let day = |by: i32| Stretch::Day(stretch.first_day() + i64::from(by));
        between(day(first), day(last))
    };
    match stretch {
        Stretch::Century(year) => {
            let (first, last) = pick([(0, 33), (34, 66), (67, 99)]);
            between(Stretch::Year(year + first), Stretch::Year(year + last))
        }
        Stretch::Decade(year) => {
            let (first, last) = pick([(0, 3), (4, 6), (7, 9)]);
            between(Stretch::Year(year + first), Stretch::Year(year + last))
        }
        Stretch::Year(year) => months(year, 1, 4),
        Stretch::Half(year, half) => months(year, half * 6 - 5, 2),
        Stretch::Quarter(year, quarter) => months(year, quarter * 3 - 2, 1),
        Stretch::Season(year, season) => months(year, season.first_month(), 1),
        Stretch::Month(..) => {
            let last = (stretch.last_day() - stretch.first_day()) as i32;
            days(pick([(0, 9), (10, 19), (20, last)]))
        }
        Stretch::Week(_) => days(pick([(0, 2), (2, 4), (4, 6)])),
        Stretch::Weekend(_) | Stretch::Day(_) => stretch.edtf(),
    }
}

/// Where an interval begins; a date itself.
pub(super) fn begin(edtf: &str) -> &str {
    edtf.split_once('/').map_or(edtf, |(begin, _)| begin)
}

/// Where an interval ends; a date itself.
pub(super) fn finish(edtf: &str) -> &str {
    edtf.split_once('/').map_or(edtf, |(_, end)| end)
}

/// With a sign behind each date: `~` for about, `?` for maybe.
pub(super) fn qualified(edtf: &str, sign: char) -> Option<String> {
    let one = |date: &str| match date.strip_suffix(['~', '?']) {
        _ if date == ".." => date.to_owned(),
        Some(bare) if !date.ends_with(sign) => format!("{bare}%"),
        Some(_) => date.to_owned(),
        None => format!("{date}{sign}"),
    };
    let qualified = match edtf.split_once('/') {
        Some((begin, end)) => format!("{}/{}", one(begin), one(end)),
        None => one(edtf),
    };
    time::parse(&qualified).is_ok().then_some(qualified)
}

/// The last year, month or day before a date, in its own precision.
pub(super) fn before(edtf: &str) -> Option<String> {
    let begin = time::parse(begin(edtf)).ok()?;
    Some(at(begin.bounds().start? - 1, begin.precision()))
}

/// The first year, month or day after a date, in its own precision.
pub(super) fn after(edtf: &str) -> Option<String> {
    let end = time::parse(finish(edtf)).ok()?;
    Some(at(end.bounds().end?, end.precision()))
}

fn at(minute: Minutes, precision: Precision) -> String {
    let day = minute.div_euclid(MINUTES_PER_DAY);
    let stretch = Stretch::Day(day);
    match precision {
        Precision::Century | Precision::Decade | Precision::Year => Stretch::Year(stretch.year()),
        Precision::Season | Precision::Month => stretch.moved(Unit::Month, 0),
        Precision::Day | Precision::Minute => stretch,
    }
    .edtf()
}
