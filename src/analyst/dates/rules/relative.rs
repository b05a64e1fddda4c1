//! Dates that count from the reading date or from the last date named.

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{Amount, From, Shift, Spec};
use crate::analyst::dates::unit::{Modifier, Unit};

fn unit(c: &Caps, by: i64, from: From) -> Option<Spec> {
    c.unit.filter(|unit| *unit >= Unit::Day).map(|unit| Spec::shift(unit, by, from))
}

fn day(by: i64, from: From) -> Option<Spec> {
    Some(Spec::shift(Unit::Day, by, from))
}

/// "three years ago": so many units on one side.
fn away(c: &Caps, back: bool, from: From) -> Option<Spec> {
    let shift = Shift { unit: c.unit?, by: c.amount.unwrap_or(Amount::Vague), back, from };
    let modifier = c.fuzz.map(|fuzz| match (fuzz, back) {
        // More than a year ago is before that year.
        (Modifier::MoreThan, true) | (Modifier::LessThan, false) => Modifier::Before,
        (Modifier::MoreThan, false) | (Modifier::LessThan, true) => Modifier::After,
        (other, _) => other,
    });
    Some(Spec { shift: Some(shift), modifier, ..Spec::DATE })
}

/// "a year earlier": the same stretch of the year before.
fn earlier(c: &Caps) -> Option<Spec> {
    let whole_year = c.unit == Some(Unit::Year) && c.amount == Some(Amount::ONE);
    away(c, true, if whole_year { From::Period } else { From::Named })
}

/// "the year-earlier quarter": the same stretch a year before the one spoken of; of no known
/// quarter or month the last one that has ended.
fn year_before(c: &Caps) -> Option<Spec> {
    Some(match c.unit {
        Some(Unit::Quarter) => Spec::shift(Unit::Quarter, -5, From::Period),
        Some(Unit::Month) => Spec::shift(Unit::Month, -13, From::Period),
        Some(Unit::Week) => Spec::shift(Unit::Week, -53, From::Period),
        _ => Spec::shift(Unit::Year, -1, From::Period),
    })
}

pub(super) const RULES: &[Rule] = &[
    rule("end of the unit", "the? year|month|quarter - end <year>", |c| {
        Some(Spec::year(c.year?).with(Modifier::End))
    }),
    rule("end of the year", "the? year - end", |_| {
        Some(Spec::shift(Unit::Year, 0, From::Reading).with(Modifier::End))
    }),
    rule("end of the month", "the? month - end", |_| {
        Some(Spec::shift(Unit::Month, 0, From::Reading).with(Modifier::End))
    }),
    rule("middle of the year", "midyear", |_| {
        Some(Spec::shift(Unit::Year, 0, From::Reading).with(Modifier::Mid))
    }),
    rule("middle of the year", "mid - year", |_| {
        Some(Spec::shift(Unit::Year, 0, From::Reading).with(Modifier::Mid))
    }),
    rule("today", "today", |_| day(0, From::Now)),
    rule("this day", "this very? day", |_| day(0, From::Named)),
    rule("yesterday", "yesterday", |_| day(-1, From::Now)),
    rule("tomorrow", "tomorrow", |_| day(1, From::Now)),
    rule("two days off", "the day before yesterday", |_| day(-2, From::Now)),
    rule("two days off", "the day after tomorrow", |_| day(2, From::Now)),
    rule("last unit", "last|past <unit>", |c| unit(c, -1, From::Reading)),
    rule("this past unit", "this past <unit>", |c| unit(c, -1, From::Reading)),
    rule("this unit", "this <unit>", |c| unit(c, 0, From::Reading)),
    rule("this unit", "the? current|present <unit>", |c| {
        unit(c, 0, From::Reading).filter(|_| c.unit > Some(Unit::Day))
    }),
    rule("the quarter", "the quarter", |_| Some(Spec::shift(Unit::Quarter, 0, From::Period)))
        .check(Test::TheUnit),
    rule("the unit", "the <unit>", |c| unit(c, 0, From::Reading)).check(Test::TheUnit),
    rule("this whole unit", "the full|entire|whole <unit>", |c| unit(c, 0, From::Named)),
    rule("next unit", "next <unit>", |c| unit(c, 1, From::Reading)),
    rule("coming unit", "the? coming <unit>", |c| unit(c, 1, From::Reading)),
    rule("the next unit", "the next <unit>", |c| unit(c, 1, From::Named))
        .not_after("over during within in for throughout"),
    rule("latest unit", "the? latest|most? recent <unit>", |c| unit(c, -1, From::Reading))
        .check(Test::TheLatest),
    rule("previous unit", "the? previous|prior|preceding <unit>", |c| unit(c, -1, From::Named)),
    rule("previous unit", "the <unit> before|previous|earlier|prior", |c| unit(c, -1, From::Named)),
    rule("following unit", "the? following|subsequent|ensuing|succeeding <unit>", |c| {
        unit(c, 1, From::Named)
    }),
    rule("following unit", "the <unit> after|following", |c| unit(c, 1, From::Named)),
    rule("that unit", "that <unit>", |c| unit(c, 0, From::Named)).check(Test::ThatUnit),
    rule("that unit", "that|this|the same|very <unit>", |c| unit(c, 0, From::Named))
        .check(Test::ThatUnit),
    rule("ago", "<fuzz>? than? <amount> <unit>|<units> ago", |c| away(c, true, From::Now)),
    rule("ago", "<units> ago", |c| away(c, true, From::Now)),
    rule("from now", "<fuzz>? than? <amount> <unit>|<units> from now|today", |c| {
        away(c, false, From::Now)
    }),
    rule("hence", "<amount> <unit>|<units> hence", |c| away(c, false, From::Now)),
    rule("earlier", "<fuzz>? than? <amount> <unit>|<units> earlier|previously", earlier),
    rule("earlier", "<fuzz>? than? <amount> <unit>|<units> before", earlier).check(Test::Before),
    rule("later", "<fuzz>? than? just? <amount> <unit>|<units> later|afterward|afterwards", |c| {
        away(c, false, From::Named)
    }),
    rule("earlier", "<units> earlier|before", earlier).check(Test::Before),
    rule("later", "<units> later", |c| away(c, false, From::Named)),
    rule(
        "a year earlier",
        "the? year - earlier|ago <unit>|period|level|figure|results|total",
        year_before,
    ),
    rule("a year earlier", "the? year - earlier|ago", year_before),
    rule(
        "a year ago",
        "the? same|corresponding|comparable|like|equivalent period|time|<unit>|point of|in? last year",
        year_before,
    ),
    rule(
        "a year ago",
        "the? same|corresponding|comparable|like|equivalent period|time|<unit>|point of|in? a year ago|earlier|before",
        year_before,
    ),
    rule(
        "a year ago",
        "the? same|corresponding|comparable period|time|<unit> of|in? the previous|prior|preceding year",
        year_before,
    ),
    rule("a year ago", "the? year - earlier|ago same? period|<unit>", year_before),
    rule(
        "same period of",
        "the? same|corresponding|comparable|like|equivalent period|time|<unit> of|in <date>",
        |c| c.date,
    ),
    rule("then", "that time|date|period|point", |_| Some(Spec::shift(Unit::Day, 0, From::Named)))
        .after("at by since until from before after on during of to in")
        .check(Test::ThatUnit),
];
