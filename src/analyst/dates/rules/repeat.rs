//! What comes back: "daily", "every Friday", "twice a week", "$5 a year".

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{Amount, Repeat, Spec, What};
use crate::analyst::dates::unit::Unit;

fn every(c: &Caps) -> Option<Spec> {
    let amount = c.amount.unwrap_or(Amount::ONE);
    Some(Spec { times: c.times, ..Spec::every(amount, c.unit?) })
}

fn repeat(repeat: Repeat) -> Option<Spec> {
    Some(Spec { what: What::Repeat(repeat), ..Spec::DATE })
}

/// Every Monday, March, summer or morning.
fn each(c: &Caps) -> Option<Spec> {
    repeat(match (c.weekday, c.month, c.season, c.part) {
        (Some(weekday), ..) => Repeat::Weekday(weekday),
        (_, Some(month), ..) => Repeat::Month(month),
        (_, _, Some(season), _) => Repeat::Season(season),
        (.., Some(part)) => Repeat::Part(part),
        _ => return None,
    })
}

pub(super) const RULES: &[Rule] = &[
    rule("every unit", "every|each <unit>", every),
    rule("every unit", "every|each <amount> <units>", every),
    rule("every unit", "every few <units>", |c| Some(Spec::every(Amount::Vague, c.unit?))),
    rule("every other unit", "every other|second <unit>", |c| {
        Some(Spec::every(Amount::Exact(2000), c.unit?))
    }),
    rule("every name", "every|each <weekday>|<month>|<season>|<part>", each),
    rule("weekdays", "<weekdays>", each),
    rule("rate", "a|an|per|each <unit>", every).check(Test::Rate),
    rule("rate", "per <unit>", every),
    rule("times", "<times> a|an|per|each|every <unit>", every),
    rule("times", "<times> every <amount> <units>", every),
    rule("adjective", "semiannual|semiannually|biannual|biannually", |_| {
        Some(Spec::every(Amount::Exact(6000), Unit::Month))
    }),
    rule("adjective", "biennial|biennially", |_| {
        Some(Spec::every(Amount::Exact(2000), Unit::Year))
    }),
    rule("adjective", "bimonthly", |_| Some(Spec::every(Amount::Exact(2000), Unit::Month))),
    rule("adjective", "<every>", |c| Some(Spec::every(Amount::ONE, c.every?))).check(Test::Every),
];
