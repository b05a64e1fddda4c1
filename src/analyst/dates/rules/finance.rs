//! Quarters, halves and fiscal years.

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{From, Spec, Written};
use crate::analyst::dates::unit::Unit;

/// 90 is the final one.
fn quarter(c: &Caps) -> Option<Spec> {
    let quarter = match c.ordinal? {
        90 => 4,
        other => other,
    };
    let quarter = Some(quarter).filter(|quarter| (1..=4).contains(quarter));
    quarter?;
    let short = c.year.is_some_and(|year| year < 100);
    Some(Spec::written(Written { quarter, year: c.year, short, ..Written::default() }))
}

fn numbered(c: &Caps, quarter: u8) -> Option<Spec> {
    let short = c.year.is_some_and(|year| year < 100);
    let quarter = Some(quarter);
    Some(Spec::written(Written { quarter, year: c.year, short, ..Written::default() }))
}

fn half(c: &Caps) -> Option<Spec> {
    let half = c.ordinal.filter(|half| (1..=2).contains(half));
    half?;
    Some(Spec::written(Written { half, year: c.year, ..Written::default() }))
}

fn shifted(by: i64, from: From) -> Option<Spec> {
    Some(Spec::shift(Unit::Quarter, by, from))
}

pub(super) const RULES: &[Rule] = &[
    rule("quarter", "the? fiscal? <ordinal> -? quarter", quarter).check(Test::Quarter),
    rule("quarter", "the? <ordinal> fiscal|calendar|financial quarter", quarter),
    rule("quarter", "the? <ordinal> -? quarter ,? of? fiscal? <year>", quarter),
    rule("quarter", "the? fiscal? <year> <ordinal> -? quarter", quarter),
    rule("quarter", "q ~1 <year>?", |c| numbered(c, 1)),
    rule("quarter", "q ~2 <year>?", |c| numbered(c, 2)),
    rule("quarter", "q ~3 <year>?", |c| numbered(c, 3)),
    rule("quarter", "q ~4 <year>?", |c| numbered(c, 4)),
    rule("half", "h ~1 <year>", |c| half(&Caps { ordinal: Some(1), ..*c })),
    rule("half", "h ~2 <year>", |c| half(&Caps { ordinal: Some(2), ..*c })),
    rule("last quarter", "the? latest|last|past quarter", |_| shifted(-1, From::Reading)),
    rule("last quarter", "the? most recent quarter", |_| shifted(-1, From::Reading)),
    rule("half", "the? fiscal? <ordinal> -? half ,? of? <year>", half),
    rule("half", "the? fiscal? <ordinal> - half", half),
    rule("half", "the? fiscal? <ordinal> half", half).check(Test::Half),
    rule("fiscal year", "the? current|present fiscal|financial year", |_| {
        Some(Spec::shift(Unit::Year, 0, From::Reading))
    }),
    rule("fiscal year", "the? last|past|previous|prior fiscal|financial year", |_| {
        Some(Spec::shift(Unit::Year, -1, From::Reading))
    }),
    rule("fiscal year", "the? next|coming fiscal|financial year", |_| {
        Some(Spec::shift(Unit::Year, 1, From::Reading))
    }),
    rule("fiscal year", "this|the fiscal|financial year", |_| {
        Some(Spec::shift(Unit::Year, 0, From::Reading))
    }),
];
