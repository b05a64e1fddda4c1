//! Whether a text is news, which counts from its own day, or a narrative, which counts from
//! the last date that it named.

use super::find::Hit;
use super::lexicon::class;
use super::spec::{From, Span, What};
use super::token::Token;
use super::unit::Unit;

/// How a text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// From the reading date.
    News,
    /// From the last date named.
    Narrative,
}

impl Mode {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Narrative => "narrative",
        }
    }
}

/// What the choice was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Years written out that lie more than a year before the reading date.
    pub far_years: usize,
    /// Words that count from the day of writing: "today", "Monday", "last week".
    pub near_words: usize,
    /// Verbs of speech in the past: "said".
    pub speech: usize,
    /// Tokens of the text.
    pub tokens: usize,
}

/// Counts the signs of both.
pub(super) fn signs(tokens: &[Token], hits: &[Hit], reading_year: Option<i32>) -> Signs {
    let mut signs = Signs { tokens: tokens.len(), ..Signs::default() };
    for hit in hits.iter().filter(|hit| hit.spec.what == What::Date) {
        let written = &hit.spec.written;
        let far = written.year.is_some_and(|year| {
            written.span == Span::Year && reading_year.is_none_or(|now| now - year > 1)
        });
        let weekday = written.weekday.is_some() && written.month.is_none();
        let near = hit.spec.shift.is_some_and(|shift| match shift.from {
            From::Now => true,
            From::Reading => shift.unit <= Unit::Year,
            From::Named | From::Period => false,
        });
        signs.far_years += usize::from(far);
        signs.near_words += usize::from(weekday || near);
    }
    signs.speech = tokens.iter().filter(|token| token.is(class::SPEECH)).count();
    signs
}

/// The mode that the signs speak for: a narrative names years, and seldom "today" or who
/// said what.
pub(super) fn choose(signs: &Signs) -> Mode {
    let of_news = signs.near_words + signs.speech / 2;
    if signs.far_years >= 3 && signs.far_years > 2 * of_news { Mode::Narrative } else { Mode::News }
}
