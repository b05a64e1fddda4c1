//! What the words around an expression must be, where the expression alone is ambiguous.

use super::Grammar;
use super::around::Around;
use crate::analyst::dates::lexicon::class;
use crate::analyst::dates::pattern::Input;
use crate::analyst::dates::spec::{Spec, What};
use crate::analyst::dates::unit::Unit;

/// A question about the text around an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analyst::dates) enum Test {
    /// A month alone: no name of a person, no verb.
    BareMonth,
    /// A weekday alone: "Black Friday", "Sun" and "Sunday Times" are none.
    BareWeekday,
    /// Four digits that are a year.
    Year,
    /// An apostrophe and two digits.
    ShortYear,
    /// A number among years before Christ.
    BareBc,
    /// "the Sept. 11 attacks".
    Attacks,
    /// "the 1980s", not "the 30s" of degrees.
    Decade,
    /// A season, not a leap or a well.
    Season,
    /// A quarter of a year, not of a match.
    Quarter,
    /// Half a year, not of a match.
    Half,
    /// A length of time, not a rate.
    Length,
    /// "weeks of talks", "days after".
    UnitsOf,
    /// Weeks or longer.
    LongUnits,
    /// "$5 a year": a rate.
    Rate,
    /// An adjective that says how often.
    Every,
    /// "the latest week", not "the latest day".
    TheLatest,
    /// "the year", where it is this one.
    TheUnit,
    /// "that day", not "that day after day".
    ThatUnit,
    /// "two days before", not "two days before the vote".
    Before,
    /// "hours of Wednesday".
    Hours,
    /// "morning" alone.
    Part,
    /// A name is written with capitals.
    Names,
    /// Nothing more of the phrase comes.
    EndOfPhrase,
    /// "soon", where a verb lies ahead.
    Soon,
}

/// Whether the text passes the test around the tokens from `at` to `end`.
pub(super) fn passes(
    test: Test,
    grammar: &Grammar,
    input: Input<'_>,
    at: usize,
    end: usize,
    spec: &Spec,
) -> bool {
    let around = Around { grammar, input, at, end };
    let nested = input.depth < super::DEPTH;
    match test {
        Test::BareMonth => around.is_month(spec),
        Test::BareWeekday => around.is_weekday(),
        Test::Year => around.is_year(spec.written.year.unwrap_or(0)),
        Test::ShortYear => around.before_is(&grammar.words.before_year) || nested,
        Test::BareBc => false,
        Test::Attacks => {
            around.before_is(&[grammar.words.the])
                && around
                    .after(0)
                    .is_some_and(|t| grammar.words.attacks.contains(&t.word.id) && t.word.id != 0)
        }
        Test::Decade => around.is_decade(spec),
        Test::Season => {
            !around.next_is("of") && !around.after(0).is_some_and(|t| t.is(class::PAST))
        }
        Test::Quarter => !around.next_is("of") || around.date_comes(1),
        Test::Half => around.before_is(&grammar.words.before_year) && !around.next_is("hour"),
        Test::Length => !around.is_rate() && around.is_length(spec),
        Test::UnitsOf => ["of", "after", "before", "since"].iter().any(|word| around.next_is(word)),
        Test::LongUnits => {
            matches!(spec.what, What::Length(length, _) if length.unit >= Unit::Week)
        }
        Test::Rate => around.is_rate(),
        Test::Every => !around.glued_before() && !around.names_paper(),
        Test::TheLatest => spec.shift.is_some_and(|s| s.unit >= Unit::Week && s.unit <= Unit::Year),
        Test::TheUnit => nested || around.is_the_unit(spec),
        Test::ThatUnit => !around.after(0).is_some_and(|t| t.mark(b'-')),
        Test::Before => !around.noun_comes(),
        Test::Hours => spec.modifier.is_some() || spec.part.is_some(),
        Test::Part => around.is_part(),
        Test::Names => input.tokens[at].cap && input.tokens[end - 1].cap,
        Test::EndOfPhrase => !around.noun_comes() || around.before_is(&[]),
        Test::Soon => around.verb_ahead(),
    }
}
