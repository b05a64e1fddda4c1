//! How a narrative goes on: which year a month or day without one belongs to.
//!
//! The year is the last one that the story itself reached. A year in brackets, or behind
//! "since", "until" or "as of", looks away from the story and moves nothing. From the end of
//! a year the story goes on into the next: December, then January.

use super::place::in_year;
use super::{Named, Placed, Resolver};
use crate::analyst::dates::How;
use crate::analyst::dates::find::Hit;
use crate::analyst::dates::spec::Which;
use crate::analyst::dates::stretch::Stretch;
use crate::analyst::dates::tense::{self, Tense};
use crate::analyst::dates::unit::Unit;

/// Months by which a month lies before the last one named, so that it is the next year's: from
/// December to January. Less was measured to be worse.
const NEXT_YEAR: i32 = 11;

impl Resolver<'_> {
    /// Whether a date moves the story on.
    pub(super) fn is_told(&self, hit: &Hit) -> bool {
        let before = |back: usize| hit.at.checked_sub(back).map(|at| &self.tokens[at]);
        let words = &self.words;
        let away = [words.since, words.until, words.to, words.than_, words.for_];
        let aside = (1..=4).any(|back| before(back).is_some_and(|t| t.mark(b'(')));
        let looks_away = before(1).is_some_and(|t| t.word.id != 0 && away.contains(&t.word.id))
            || before(2).is_some_and(|t| t.word.id != 0 && t.word.id == words.as_);
        let year = hit.spec.written.year.is_some() && hit.spec.written.month.is_none();
        let ahead = year && tense::around(self.tokens, words, hit.at, hit.end).0 == Tense::Future;
        !(aside || looks_away || ahead)
    }

    /// A month, day, season or quarter without a year.
    pub(super) fn told(&self, hit: &Hit) -> Placed {
        let w = &hit.spec.written;
        let Some(Named { stretch: last, .. }) = self.story.or_else(|| self.last(Unit::Year)) else {
            return Placed { stretch: None, how: How::Unknown, anchor: None, cue: None };
        };
        let (mut year, mut how) = match w.which {
            Which::Last => (last.year() - 1, How::YearBeforeNamed),
            Which::Next => (last.year() + 1, How::YearAfterNamed),
            _ => (last.year(), How::YearOfNamed),
        };
        if let (Which::Any, Some(before), Some(month)) = (w.which, last.month(), w.month)
            && i32::from(before) - i32::from(month) >= NEXT_YEAR
        {
            (year, how) = (year + 1, How::YearAfterNamed);
        }
        Placed { stretch: in_year(w, year), how, anchor: Some(last), cue: None }
    }

    /// Remembers how far the story has come.
    pub(super) fn tell(&mut self, hit: &Hit, stretch: Stretch) {
        if stretch.unit() <= Unit::Year && self.is_told(hit) {
            self.story = Some(Named { stretch, token: hit.at });
        }
    }
}
