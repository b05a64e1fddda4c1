//! Times of day: on which day, and how they are written.

use super::{Placed, Resolved, Resolver};
use crate::analyst::dates::find::Hit;
use crate::analyst::dates::mode::Mode;
use crate::analyst::dates::spec::{Clock, What};
use crate::analyst::dates::stretch::Stretch;
use crate::analyst::dates::tense::ends_sentence;
use crate::analyst::dates::{How, Kind};

/// How many tokens back the day of a bare time of day is looked for.
const REACH: usize = 100;

/// `T08:30`, with its zone.
pub(super) fn timex(clock: &Clock) -> String {
    let mut text = format!("T{:02}:{:02}", clock.hour, clock.minute.unwrap_or(0));
    if let Some(second) = clock.second {
        text.push_str(&format!(":{second:02}"));
    }
    text + &zone(clock, false)
}

fn zone(clock: &Clock, long: bool) -> String {
    match clock.zone {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
            let tail = if rest > 0 || long { format!(":{rest:02}") } else { String::new() };
            format!("{sign}{hours:02}{tail}")
        }
    }
}

/// The same as EDTF; midnight at the end of a day is written as its last minute's hour 24
/// nowhere, so it stays the day.
pub(super) fn edtf(date: String, clock: &Clock) -> String {
    if clock.hour > 23 {
        return date;
    }
    let second = clock.second.unwrap_or(0);
    let minute = clock.minute.unwrap_or(0);
    format!("{date}T{:02}:{minute:02}:{second:02}{}", clock.hour, zone(clock, true))
}

/// How many tokens behind a clock time its day may come: "8:05 EDT (1205 GMT) Friday".
const AFTER: usize = 7;

impl Resolver<'_> {
    /// The day that is named shortly behind a clock time.
    fn day_after(&mut self, hit: &Hit, rest: &[Hit]) -> Option<Stretch> {
        let near = rest.iter().take(3).take_while(|next| next.at <= hit.end + AFTER);
        let next = near.into_iter().find(|next| !next.spec.is_bare_time())?;
        let broken = (hit.end..next.at)
            .any(|at| ends_sentence(self.tokens, at) || self.tokens[at].mark(b',') && at > hit.end);
        let date = next.spec.what == What::Date && next.spec.clock.is_none();
        (date && !broken)
            .then(|| self.place(next).stretch)?
            .filter(|s| matches!(s, Stretch::Day(_)))
    }

    /// A clock time or part of the day without a date: on the day that the sentence names,
    /// else on the last one named, else on the reading date.
    pub(super) fn time_of_day(&mut self, hit: &Hit, rest: &[Hit]) -> Resolved {
        let day = |named: &super::Named| matches!(named.stretch, Stretch::Day(_));
        let near = self.named.iter().rev().take(8).find(|named| day(named));
        let near = near.filter(|named| named.token + REACH > hit.at).copied();
        let same_sentence =
            near.filter(|named| !(named.token..hit.at).any(|at| ends_sentence(self.tokens, at)));
        let soon = self.day_after(hit, rest).filter(|_| hit.spec.clock.is_some());
        let reading = self.reading.map(Stretch::Day);
        let clock = hit.spec.clock;
        let named =
            same_sentence.or(near.filter(|_| self.mode == Mode::Narrative || clock.is_none()));
        let (stretch, how) = match named {
            _ if soon.is_some() => (soon, How::DayNamed),
            Some(named) => (Some(named.stretch), How::DayNamed),
            None if self.mode == Mode::News && (clock.is_some() || self.reading.is_some()) => {
                (reading, if reading.is_some() { How::ReadingDate } else { How::NoReadingDate })
            }
            None => (None, How::Unknown),
        };
        let placed = Placed { stretch, how, anchor: stretch, cue: None };
        let base = stretch.map_or("XXXX-XX-XX".to_owned(), Stretch::timex);
        let value = match (clock, hit.spec.part) {
            (Some(clock), _) => base + &timex(&clock),
            (None, Some(part)) => format!("{base}T{}", part.timex()),
            (None, None) => base,
        };
        let edtf = stretch.map(|stretch| match clock {
            Some(clock) => edtf(stretch.edtf(), &clock),
            None => stretch.edtf(),
        });
        Resolved {
            kind: Kind::Time,
            value,
            edtf,
            // A bare part of the day names no new day.
            stretch: None,
            modifier: hit.spec.modifier,
            how: placed.how,
            anchor: placed.anchor,
            cue: None,
        }
    }
}
