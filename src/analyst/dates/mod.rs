//! Dates and times in English text: found, understood and placed in the calendar, each with
//! the reason why.
//!
//! Four steps: [`token`] takes the text apart, [`rules`] find the expressions ([`find`]),
//! [`mode`] tells news from narratives, [`resolve`] counts. What an expression means is
//! written as TIMEX3 (ISO-TimeML) and, where it can be, as EDTF.
//!
//! ```
//! use dateline::analyst::dates;
//! let reading = dates::parse_day("1989-11-02");
//! let found = dates::read("Net fell 5% in the third quarter from a year earlier.", reading);
//! assert_eq!(found[0].value, "1989-Q3");
//! assert_eq!(found[1].value, "1988-Q3");
//! ```

mod amount;
mod clock;
mod element;
mod event;
mod find;
mod holiday;
mod lexicon;
mod mode;
mod pattern;
mod resolve;
mod rules;
mod spec;
mod stretch;
mod tense;
mod token;
mod trace;
mod unit;
mod vocabulary;
mod words;
mod writing;

pub use event::{EventBasis, EventDate, EventDates, of_event};
pub use mode::{Mode, Signs};
pub use stretch::Stretch;
pub use trace::{How, Trace};
pub use unit::{Modifier, Part, Season, Unit};
pub use writing::{Given, Source};

use crate::article::Span;
use crate::time::Civil;

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day or something longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes back.
    Set,
}

impl Kind {
    /// As TIMEX3 writes it.
    pub fn timex(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A time expression, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands, in scalars of the text.
    pub span: Span,
    /// Its type.
    pub kind: Kind,
    /// Its TIMEX3 value.
    pub value: String,
    /// Its TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The same in EDTF, where EDTF has it.
    pub edtf: Option<String>,
    /// The stretch of the calendar that it names.
    pub stretch: Option<Stretch>,
    /// Why.
    pub trace: Trace,
}

impl Timex {
    /// Why it means what it means, as a short sentence about its words: "“Friday” counted from
    /// Wednesday 8 January 2020: the latest such weekday, the day itself included".
    pub fn reason(&self, words: &str) -> String {
        let how = self.trace.how;
        let Some(anchor) = &self.trace.anchor else { return format!("“{words}”: {how}") };
        let from = crate::time::in_words(anchor);
        match how {
            How::ReadingDate | How::LastNamedDate => format!("“{words}” {how}, {from}"),
            how => format!("“{words}” counted from {from}: {how}"),
        }
    }
}

/// What was read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The expressions, in order and without overlap.
    pub timexes: Vec<Timex>,
    /// How the text counts.
    pub mode: Mode,
    /// What the choice was made from.
    pub signs: Signs,
    /// The day that was counted from.
    pub day: Option<Civil>,
    /// The day of publication, where it is known.
    pub published: Option<Civil>,
    /// Where the day comes from.
    pub source: Source,
    /// The passages of the text that show it.
    pub shown: Vec<Span>,
}

impl Reading {
    /// How the reading date was found, as a sentence for the reader.
    pub fn about_day(&self) -> String {
        let iso = |day: Option<Civil>| day.map_or_else(String::new, |day| day.to_string());
        let (day, published) = (iso(self.day), iso(self.published));
        match self.source {
            Source::None => "No day is known to count from: give one with the article.".to_owned(),
            Source::Given => format!("Counted from {day}, as given."),
            Source::Head => format!("Counted from {day}, the date at the head of the text."),
            Source::Today => format!("Counted from {day}: the text says that this is “today”."),
            Source::Reprint => format!(
                "Counted from {day}, not from {published}: the text first appeared elsewhere, \
                 and its newest news is of that day."
            ),
        }
    }
}

/// Reads a text that was published on this day: its time expressions, in order.
pub fn read(text: &str, published: Option<Civil>) -> Vec<Timex> {
    analyse(text, published.map_or(Given::Nothing, Given::Published)).timexes
}

/// Reads a text, and says how.
pub fn analyse(text: &str, given: Given) -> Reading {
    let grammar = rules::grammar();
    let tokens = token::tokens(text, &grammar.lexicon);
    let mut hits = find::find(grammar, &tokens);
    let written = writing::find(&tokens, &hits, &grammar.words, given);
    let signs = mode::signs(&tokens, &hits, written.day.map(|day| Stretch::Day(day).year()));
    let mode = mode::choose(&signs);
    hits.retain(|hit| hit.only.is_none_or(|only| only == mode));
    let span =
        |first: usize, last: usize| Span { start: tokens[first].start, end: tokens[last].end };
    let mut resolver = resolve::Resolver::new(&tokens, &grammar.words, written.day, mode);
    let timexes = hits.iter().enumerate().map(|(index, hit)| {
        let found = resolver.resolve(hit, hits.get(index + 1..).unwrap_or_default());
        let trace = Trace {
            rule: hit.rule,
            more: hit.tail,
            how: found.how,
            anchor: found.anchor.map(Stretch::edtf),
            cue: found.cue.map(|cue| span(cue, cue)),
        };
        Timex {
            span: span(hit.at, hit.end - 1),
            kind: found.kind,
            value: found.value,
            modifier: found.modifier,
            edtf: found.edtf,
            stretch: found.stretch,
            trace,
        }
    });
    let timexes = timexes.collect();
    let shown = written.shown.iter().flatten().map(|(at, end)| span(*at, end - 1)).collect();
    Reading {
        timexes,
        mode,
        signs,
        day: writing::civil(written.day),
        published: writing::civil(written.published),
        source: written.source,
        shown,
    }
}

/// The day that an ISO date begins with: "2020-01-08", "20200108", "2009-12-19T17:00:00"; also
/// "08-01-2020", day first.
pub fn parse_day(text: &str) -> Option<Civil> {
    let digits = |range: std::ops::Range<usize>| -> Option<i64> {
        let part = text.get(range)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let dashes = |first: usize, second: usize| {
        text.as_bytes().get(first) == Some(&b'-') && text.as_bytes().get(second) == Some(&b'-')
    };
    let (year, month, day) = if dashes(4, 7) {
        (digits(0..4)?, digits(5..7)?, digits(8..10)?)
    } else if dashes(2, 5) {
        (digits(6..10)?, digits(3..5)?, digits(0..2)?)
    } else {
        (digits(0..4)?, digits(4..6)?, digits(6..8)?)
    };
    let (month, day) = (month as u8, day as u8);
    let fits =
        (1..=12).contains(&month) && (1..=crate::time::days_in_month(year, month)).contains(&day);
    fits.then_some(Civil { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read() {
        let day = Some(Civil { year: 2020, month: 1, day: 8 });
        for text in ["2020-01-08", "2020-01-08T10:00", "20200108", "20200108 10", "08-01-2020"] {
            assert_eq!(parse_day(text), day, "{text}");
        }
        for text in
            ["", "2020", "2020-13-08", "2020-02-30", "8 January", "２０２０-01-08", "2020-1-8"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
