//! Lengths of time, and what looks like one.

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{Amount, Spec};
use crate::analyst::dates::unit::{Modifier, Unit};

fn length(c: &Caps) -> Option<Spec> {
    let length = Spec::length(c.amount?, c.unit?);
    Some(Spec { modifier: c.fuzz, ..length })
}

fn half_more(c: &Caps) -> Option<Spec> {
    match c.amount? {
        Amount::Exact(thousandths) => {
            let amount = Amount::Exact(thousandths.saturating_add(500));
            Some(Spec { modifier: c.fuzz, ..Spec::length(amount, c.unit?) })
        }
        Amount::Vague => None,
    }
}

fn vague(c: &Caps) -> Option<Spec> {
    Some(Spec::length(Amount::Vague, c.unit?))
}

fn one(c: &Caps) -> Option<Spec> {
    Some(Spec::length(Amount::ONE, c.unit?))
}

pub(super) const RULES: &[Rule] = &[
    rule("length", "<amount> -? <unit>|<units>", length).not_after("as").check(Test::Length),
    rule("length", "<fuzz> <amount> -? <unit>|<units>", length).check(Test::Length),
    rule("length", "more|less|fewer|longer than <amount> -? <unit>|<units>", length_than),
    rule("length", "at least <amount> -? <unit>|<units>", |c| {
        Some(length(c)?.with(Modifier::EqualOrMore))
    }),
    rule("length", "at most <amount> -? <unit>|<units>", |c| {
        Some(length(c)?.with(Modifier::EqualOrLess))
    }),
    rule("length", "up to <amount> -? <unit>|<units>", |c| {
        Some(length(c)?.with(Modifier::EqualOrLess))
    }),
    rule("length", "only|just a few <units>", vague),
    rule("length", "<amount> or more <units>", |c| Some(length(c)?.with(Modifier::EqualOrMore))),
    rule(
        "length",
        "<amount> long|full|more|straight|consecutive|additional|further|bloody <units>",
        length,
    ),
    rule("length and a half", "<fuzz>? <amount> <unit>|<units> and a half", half_more),
    rule("this length", "the|these|those|this|past|next <amount> -? <unit>|<units>", length),
    rule(
        "this length",
        "the past|last|next|first|final|coming|previous|following|preceding|prior|latest|same|opening|ensuing <amount> -? <unit>|<units>",
        length,
    ),
    rule(
        "this length",
        "the past|last|next|first|final|coming|previous|following|preceding|prior|latest few|several|couple of? <units>",
        vague,
    ),
    rule(
        "this length",
        "the <amount> previous|preceding|following|subsequent|next <units>",
        length,
    ),
    rule("this length", "the past|last <unit>", one),
    rule("this length", "the next|first|coming <unit>", one)
        .after("over during within in for throughout")
        .check(Test::Length),
    rule(
        "these units",
        "the? following|subsequent|succeeding|coming|intervening|ensuing|next|final|early|first|last|past <units>",
        vague,
    ),
    rule("recent units", "the? most? recent <units>", vague),
    rule("bare units", "<units>", vague)
        .after("for in within over of after took takes take lasted last many only")
        .check(Test::Length),
    rule("bare units", "<units>", vague).check(Test::UnitsOf),
    rule("these units", "the <units> ahead", vague),
    rule("these units", "the <units> to come", vague),
    rule("these units", "the <units>", vague)
        .after("over through throughout")
        .check(Test::LongUnits),
    rule("unit long", "a|an|the? <unit> - long|old", one),
    rule("unit long", "a|an|the? <units> - long|old", vague),
    rule("unit long", "daylong|monthlong|yearlong|weeklong", |_| None),
    rule("all the unit", "all day", |_| Some(Spec::length(Amount::ONE, Unit::Day))),
    rule("all the unit", "all|full|entire|whole year", |_| {
        Some(Spec::length(Amount::ONE, Unit::Year))
    }),
    rule("not an age", "the? <amount> -? year|month|week|day -? old|olds", |_| None),
    rule("not an age", "the? <amount> years|months|weeks|days old|older|younger", |_| None),
    rule("not an age", "the? <amount> years|months|weeks of age", |_| None),
    rule("not an age", "aged|age <amount> years?", |_| None),
];

fn length_than(c: &Caps) -> Option<Spec> {
    length(c)
}
