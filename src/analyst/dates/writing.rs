//! Which day "today" and "Monday" count from.
//!
//! The day of publication, as given or as it stands at the head of the text, unless the text
//! shows that it was written before: it says that it first appeared elsewhere, and its newest
//! news is of a weekday that the publication leaves behind; or it says what date "today" is.

use super::find::Hit;
use super::parse_day;
use super::spec::{From, Spec, What};
use super::stretch::{Stretch, day};
use super::tense::{self, Tense};
use super::token::{Kind, Token};
use super::unit::Unit;
use super::words::Words;
use crate::article::Meta;
use crate::time::{Civil, civil_from_days, days_from_civil, weekday};

/// What is known about the day before the text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing: the head of the text may say it.
    Nothing,
    /// It was published on this day; it may have been written before.
    Published(Civil),
    /// It was written on this day: not to be doubted.
    Written(Civil),
}

impl Given {
    /// Of the two days as somebody gives them: the day of writing counts for more.
    pub fn of_days(written: Option<Civil>, published: Option<Civil>) -> Self {
        match (written, published) {
            (Some(day), _) => Self::Written(day),
            (None, Some(day)) => Self::Published(day),
            (None, None) => Self::Nothing,
        }
    }

    /// What an article says of itself: its reading date, or its day of publication. What is no
    /// whole day is passed over.
    pub fn of(meta: &Meta) -> Self {
        let day = |day: &Option<String>| day.as_deref().and_then(parse_day);
        Self::of_days(day(&meta.reading_date), day(&meta.published))
    }
}

/// Where the reading date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// There is none.
    None,
    /// It was given.
    Given,
    /// A date at the head of the text, or in its dateline.
    Head,
    /// The text says that it first appeared elsewhere, and what its newest news is.
    Reprint,
    /// The text says what date "today" is.
    Today,
}

/// The reading date and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub day: Option<i64>,
    pub published: Option<i64>,
    pub source: Source,
    /// Tokens that show it: where the passage begins and ends.
    pub shown: [Option<(usize, usize)>; 2],
}

/// How many tokens the head of a text has, how many a line of it, and how many stand on either
/// side of the date in a dateline.
const HEAD: usize = 120;
const LINE: usize = 12;
const DATELINE: usize = 10;

/// Days that a reprint may lie behind what it reprints.
const REPRINT: i64 = 6;

/// Finds the reading date.
pub(super) fn find(tokens: &[Token], hits: &[Hit], words: &Words, given: Given) -> Found {
    let days = |c: Civil| days_from_civil(c.year, c.month, c.day);
    let known = |c: Civil| (1..=9_000).contains(&c.year);
    let given = match given {
        Given::Published(day) | Given::Written(day) if !known(day) => Given::Nothing,
        given => given,
    };
    let nothing = Found { day: None, published: None, source: Source::None, shown: [None; 2] };
    let published = match given {
        Given::Written(civil) => {
            let day = Some(days(civil));
            return Found { day, source: Source::Given, ..nothing };
        }
        Given::Published(civil) => Found {
            day: Some(days(civil)),
            published: Some(days(civil)),
            source: Source::Given,
            ..nothing
        },
        Given::Nothing => match head(tokens, hits) {
            Some((hit, day)) => Found {
                day: Some(day),
                published: Some(day),
                source: Source::Head,
                shown: [Some((hit.at, hit.end)), None],
            },
            None => nothing,
        },
    };
    let Some(last) = published.published else { return published };
    if let Some((today, at, end)) = today(tokens, hits, last) {
        let shown = [Some((at, end)), None];
        return Found { day: Some(today), source: Source::Today, shown, ..published };
    }
    let reprint = reprint(tokens, words);
    let newest = newest(tokens, hits, words, last);
    match (reprint, newest) {
        (Some(note), Some((day, hit))) if day < last => Found {
            day: Some(day),
            source: Source::Reprint,
            shown: [Some(note), Some((hit.at, hit.end))],
            ..published
        },
        _ => published,
    }
}

/// A full date near the beginning, on a short line of its own or in the dateline of a paragraph.
fn head<'a>(tokens: &[Token], hits: &'a [Hit]) -> Option<(&'a Hit, i64)> {
    let is_break = |t: &&Token| t.kind == Kind::Break;
    hits.iter().take_while(|hit| hit.at < HEAD).find_map(|hit| {
        let w = &hit.spec.written;
        let (year, month, number) = (w.year?, w.month?, w.day?);
        let before = tokens[..hit.at].iter().rev().take_while(|t| !is_break(t)).count();
        let after = tokens[hit.end..].iter().take(LINE).take_while(|t| !is_break(t)).count();
        let short = before + after < LINE;
        let fits = short || in_dateline(tokens, hit, before);
        (hit.spec.is_date() && fits && year > 0).then(|| (hit, day(year, month, number)))
    })
}

/// "PORT ELDON, 14 March 2024 (Reuters) –": nothing but names and marks from the paragraph's
/// beginning to the dash, among them a word in capitals or brackets. `before` is how many tokens
/// of its paragraph stand before the date.
fn in_dateline(tokens: &[Token], hit: &Hit, before: usize) -> bool {
    let (mut at, mut shouts) = (hit.at.saturating_sub(before), false);
    let limit = tokens.len().min(hit.end + DATELINE);
    while before <= DATELINE && at < limit {
        if at == hit.at {
            at = hit.end;
            continue;
        }
        let (t, behind) = (&tokens[at], at >= hit.end);
        let fits = match t.kind {
            Kind::Mark(b'-') => return behind && t.space && shouts,
            Kind::Mark(mark) => b",()/.|".contains(&mark),
            // "(dpa)"
            Kind::Word => t.cap || behind && tokens[at - 1].mark(b'('),
            _ => false,
        };
        if !fits {
            return false;
        }
        shouts |= behind && t.mark(b'(') || t.kind == Kind::Word && t.upper && t.end > t.start + 2;
        at += 1;
    }
    false
}

/// "originally published on", "first appeared in".
fn reprint(tokens: &[Token], words: &Words) -> Option<(usize, usize)> {
    let pairs = tokens.windows(2).enumerate();
    let mut notes = pairs.filter(|(_, pair)| {
        let [first, second] = [pair[0].word.id, pair[1].word.id];
        let early = first == words.originally || first == words.first;
        early && (second == words.published || second == words.appeared)
    });
    notes.next().map(|(at, _)| (at, at + 2))
}

/// The latest weekday that is named with a part of the day and has happened: what a report
/// of the same day or the day after says.
fn newest<'a>(
    tokens: &[Token],
    hits: &'a [Hit],
    words: &Words,
    last: i64,
) -> Option<(i64, &'a Hit)> {
    let named = hits.iter().filter_map(|hit| {
        let name = i64::from(hit.spec.written.weekday?) - 1;
        let timed = hit.spec.part.is_some() && hit.spec.written.month.is_none();
        let ahead = tense::around(tokens, words, hit.at, hit.end).0 == Tense::Future;
        let back = (7 + i64::from(weekday(last)) - name) % 7;
        (timed && !ahead && back <= REPRINT).then_some((last - back, hit))
    });
    named.max_by_key(|(day, _)| *day)
}

/// "today, January 8", "today (8 January)".
fn today(tokens: &[Token], hits: &[Hit], last: i64) -> Option<(i64, usize, usize)> {
    hits.windows(2).find_map(|pair| {
        let [today, date] = pair else { return None };
        let is_today = today.spec == Spec::shift(Unit::Day, 0, From::Now);
        let apart = &tokens[today.end..date.at];
        let apposed = matches!(apart, [mark] if mark.mark(b',') || mark.mark(b'('));
        let w = &date.spec.written;
        let (month, number) = (w.month?, w.day?);
        let year = w.year.unwrap_or(Stretch::Day(last).year());
        let then = day(year, month, number);
        let near = (last - 31..=last + 1).contains(&then);
        let says = is_today && apposed && near && date.spec.what == What::Date;
        says.then_some((then, today.at, date.end))
    })
}

/// The civil day, if any.
pub(super) fn civil(day: Option<i64>) -> Option<Civil> {
    day.map(civil_from_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_date_counts_for_more() {
        let given = |reading_date: &str, published: &str| {
            let day = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
            let (reading_date, published) = (day(reading_date), day(published));
            Given::of(&Meta { reading_date, published, ..Meta::default() })
        };
        let day = |day| Civil { year: 2020, month: 1, day };
        assert_eq!(given("2020-01-03", "2020-01-08"), Given::Written(day(3)));
        assert_eq!(given("", "2020-01-08T10:00"), Given::Published(day(8)));
        assert_eq!(given("2020", "2020-01-08"), Given::Published(day(8)));
        assert_eq!(given("2020-01-03", "soon"), Given::Written(day(3)));
        assert_eq!(given("2020-01", "2020"), Given::Nothing);
    }
}
