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
    /// Whether one of those stands among the first words of the text.
    pub near_lead: bool,
    /// Tokens of the text.
    pub tokens: usize,
}

/// The lead of a text, in tokens.
const LEAD: usize = 60;

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
        signs.near_lead |= (weekday || near) && hit.at < LEAD;
    }
    signs.speech = tokens.iter().filter(|token| token.is(class::SPEECH)).count();
    signs
}

/// The mode that the signs speak for. A narrative names years, and seldom "today" or who said
/// what; a text whose first sentences count from the day of writing is news.
pub(super) fn choose(signs: &Signs) -> Mode {
    let told = signs.far_years >= 5 && 4 * signs.near_words + signs.speech / 4 < signs.far_years;
    let short = signs.far_years >= 3 && signs.near_words == 0 && 2 * signs.speech < signs.far_years;
    if (told || short) && !signs.near_lead { Mode::Narrative } else { Mode::News }
}

#[cfg(test)]
mod tests {
    use super::super::{Given, analyse, parse_day};
    use super::Mode;

    fn mode(text: &str) -> Mode {
        analyse(text, parse_day("1998-11-02").map_or(Given::Nothing, Given::Published)).mode
    }

    #[test]
    fn the_text_tells_how_it_counts() {
        let life = "Born in 1912, he joined the firm in 1935 and led it from 1950 to 1972";
        assert_eq!(mode(&format!("{life}. He died in 1990.")), Mode::Narrative);
        assert_eq!(mode(&format!("{life}; he died on Tuesday, his family said.")), Mode::News);
        assert_eq!(mode("The plant opens in 2001 and closes in 2005, 2006 or 2010."), Mode::News);
        assert_eq!(mode("Nothing is dated here."), Mode::News);
    }
}
