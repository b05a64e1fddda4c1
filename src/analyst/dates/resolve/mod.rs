//! From what an expression says to what it means: counted from the reading date, or from the
//! dates named before it.

mod clock;
mod length;
mod narrative;
mod place;
mod shift;
mod year;

use place::{in_year, unplaced, within};

use super::find::Hit;
use super::mode::Mode;
use super::spec::{Span, What, Written};
use super::stretch::Stretch;
use super::tense::{self, Tense};
use super::token::{self, Token};
use super::unit::{Modifier, Part, Ref, Unit};
use super::words::Words;
use super::{How, Kind};

/// Words before "by" in which is said what is to be done by then.
const DEADLINE: usize = 6;

/// The years that anything is placed in: beyond them sums make no sense.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = -9_000..=9_000;

/// What an expression means.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub kind: Kind,
    pub value: String,
    pub edtf: Option<String>,
    pub stretch: Option<Stretch>,
    pub modifier: Option<Modifier>,
    pub how: How,
    /// What it was counted from.
    pub anchor: Option<Stretch>,
    /// The token that decided the direction.
    pub cue: Option<usize>,
}

/// A place in the calendar, and how it was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub stretch: Option<Stretch>,
    pub how: How,
    pub anchor: Option<Stretch>,
    pub cue: Option<usize>,
}

/// A date that was named, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub stretch: Stretch,
    pub token: usize,
}

/// Resolves the expressions of one text, one after the other.
pub(super) struct Resolver<'a> {
    pub tokens: &'a [Token],
    pub words: &'a Words,
    /// The day to count from, from 1970-01-01.
    pub reading: Option<i64>,
    pub mode: Mode,
    /// Dates named so far, the last one last.
    pub named: Vec<Named>,
    /// How far a narrative has come.
    pub story: Option<Named>,
    /// The stretch that the next expression tells the end of.
    pub ends: Option<Stretch>,
}

impl<'a> Resolver<'a> {
    /// Ready for the first expression.
    pub fn new(tokens: &'a [Token], words: &'a Words, reading: Option<i64>, mode: Mode) -> Self {
        Self { tokens, words, reading, mode, named: Vec::new(), story: None, ends: None }
    }

    /// "the quarter ended Sept. 30": the quarter of that day.
    pub fn ended(&mut self, hit: &Hit, next: &Hit) -> Option<Stretch> {
        let word = self.tokens.get(hit.end)?.word.id;
        let ended = word == self.words.ended || word == self.words.ending;
        let whole = hit.spec.written == Written::default() && hit.spec.is_date();
        if !ended || next.at > hit.end + 2 || !whole || next.spec.what != What::Date {
            return None;
        }
        let unit = hit.spec.shift.filter(|shift| shift.unit > Unit::Day)?.unit;
        Some(self.place(next).stretch?.moved(unit, 0))
    }

    /// Resolves an expression and remembers the date that it names.
    pub fn resolve(&mut self, hit: &Hit, rest: &[Hit]) -> Resolved {
        let spec = &hit.spec;
        self.ends = rest.first().and_then(|next| self.ended(hit, next));
        let resolved = match spec.what {
            What::Ref(what) => self.vague(what),
            What::Length(first, more) => length::length(first, more, spec.modifier),
            What::Repeat(repeat) => length::repeat(repeat),
            What::Date if spec.is_bare_time() => self.time_of_day(hit, rest),
            What::Date => self.date(hit),
        };
        if let Some(stretch) = resolved.stretch {
            if self.named.len() > 64 {
                self.named.drain(..32);
            }
            self.named.push(Named { stretch, token: hit.at });
            self.tell(hit, stretch);
        }
        resolved
    }

    fn vague(&self, what: Ref) -> Resolved {
        let today = self.reading.map(|day| Stretch::Day(day).edtf());
        let edtf = today.map(|day| match what {
            Ref::Past => format!("../{day}"),
            Ref::Present => day,
            Ref::Future => format!("{day}/.."),
        });
        Resolved {
            kind: Kind::Date,
            value: what.timex().to_owned(),
            edtf,
            stretch: None,
            modifier: None,
            how: How::Vague,
            anchor: None,
            cue: None,
        }
    }

    fn date(&mut self, hit: &Hit) -> Resolved {
        let spec = &hit.spec;
        let mut placed = self.place(hit);
        if let Some(stretch) = self.ends {
            placed = Placed { stretch: Some(stretch), how: How::DayNamed, anchor: None, cue: None };
        }
        placed.stretch = placed.stretch.filter(|stretch| YEARS.contains(&stretch.year()));
        let mut part = spec.part;
        let mut modifier = spec.modifier;
        if let (Some(Stretch::Day(_)), None, None, Some(Modifier::Start)) =
            (placed.stretch, part, spec.clock, modifier)
        {
            part = Some(Part::Morning); // "early today"
        }
        if matches!(modifier, Some(Modifier::Before | Modifier::After)) && spec.shift.is_none() {
            modifier = None;
        }
        let timed = part.is_some() || spec.clock.is_some();
        let base = match placed.stretch {
            Some(stretch) => match (stretch, timed) {
                (Stretch::Month(..), true) => stretch.timex() + "-XX",
                (Stretch::Week(_) | Stretch::Day(_) | Stretch::Weekend(_), true) => stretch.timex(),
                (other, true) => other.timex() + "-XX-XX",
                (other, false) => other.timex(),
            },
            None => unplaced(spec),
        };
        let value = match (spec.clock, part) {
            (Some(clock), _) => base + &clock::timex(&clock),
            (None, Some(part)) => format!("{base}T{}", part.timex()),
            (None, None) => base,
        };
        let edtf = placed.stretch.map(|stretch| {
            let date = stretch.edtf();
            match (spec.clock, stretch, modifier) {
                (Some(clock), Stretch::Day(_), _) => clock::edtf(date, &clock),
                (_, _, Some(Modifier::Approx)) if !date.contains('/') => date + "~",
                _ => date,
            }
        });
        let kind = if timed { Kind::Time } else { Kind::Date };
        let Placed { stretch, how, anchor, cue } = placed;
        Resolved { kind, value, edtf, stretch, modifier, how, anchor, cue }
    }

    /// Where in the calendar it lies.
    fn place(&mut self, hit: &Hit) -> Placed {
        let spec = &hit.spec;
        let w = &spec.written;
        let given = |stretch, how| Placed { stretch, how, anchor: None, cue: None };
        let empty = Written { which: w.which, ..Written::default() } == *w;
        match spec.shift {
            Some(shift) if empty => self.shifted(hit, &shift),
            Some(shift) => {
                let mut placed = self.shifted(hit, &shift);
                placed.stretch = placed.stretch.and_then(|outer| within(w, outer));
                placed
            }
            None => match w.year.map(|year| self.full_year(year, w)) {
                Some(year) => given(in_year(w, year), How::Written),
                None if w.weekday.is_some() && w.month.is_none() => self.weekday(hit),
                None => self.without_year(hit),
            },
        }
    }

    /// A year written with two digits, or in full.
    fn full_year(&self, year: i32, w: &Written) -> i32 {
        if !w.short || year >= 100 {
            return year;
        }
        let now = self.reading.map_or(2000, |day| Stretch::Day(day).year());
        let this_century = now - now.rem_euclid(100) + year;
        // A decade or year that has hardly begun is the one of the century before.
        let ahead = if w.span == Span::Decade { 0 } else { 10 };
        if this_century > now + ahead { this_century - 100 } else { this_century }
    }

    /// The tense around it; a preposition before it says more than a verb.
    pub fn tense(&self, hit: &Hit) -> (Tense, Option<usize>) {
        let after = self.tokens.get(hit.end).map_or(0, |token| token.word.id);
        if after != 0 && self.words.contracts.contains(&after) {
            return (Tense::Future, Some(hit.end)); // "December futures rose"
        }
        let before = hit.at.checked_sub(1);
        let word = before.map_or(0, |at| self.tokens[at].word.id);
        if word != 0 && word == self.words.since {
            return (Tense::Past, before);
        }
        if word != 0 && self.words.onward.contains(&word) {
            return (Tense::Future, before);
        }
        if word != 0 && self.words.effective.contains(&word) {
            return (Tense::Unknown, before);
        }
        if word != 0 && word == self.words.by && self.is_deadline(hit.at - 1) {
            return (Tense::Future, before);
        }
        tense::around(self.tokens, self.words, hit.at, hit.end)
    }

    /// "asked the watchdog to report by 30 June": whether something is to be done by then.
    fn is_deadline(&self, by: usize) -> bool {
        let words = self.tokens[..by].iter().rev().take(DEADLINE);
        let mut next = None;
        for token in words.take_while(|token| token.kind == token::Kind::Word) {
            if token.word.id == self.words.to {
                return next
                    .is_some_and(|verb: &Token| !verb.cap && verb.word.id != self.words.the);
            }
            next = Some(token);
        }
        false
    }

    /// The last date named, no coarser than a unit.
    pub fn last(&self, coarsest: Unit) -> Option<Named> {
        let story = self.story.filter(|_| self.mode == Mode::Narrative);
        if let Some(story) = story.filter(|story| story.stretch.unit() <= coarsest) {
            return Some(story);
        }
        let mut recent = self.named.iter().rev().take(12);
        recent.find(|named| named.stretch.unit() <= coarsest).copied()
    }

    /// The reading date; in a narrative the last date named. In news "last year" is the
    /// writer's: where nobody knows when that was, no other date of the text takes its place.
    pub fn present(&self, coarsest: Unit) -> Option<(Stretch, How)> {
        let reading = self.reading.map(|day| (Stretch::Day(day), How::ReadingDate));
        match self.mode {
            Mode::News => reading,
            Mode::Narrative => {
                let last = self.last(coarsest).map(|named| (named.stretch, How::LastNamedDate));
                last.or(reading)
            }
        }
    }
}
