//! Parts of the day and clock times.

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{From, Spec};
use crate::analyst::dates::unit::{Modifier, Part, Unit};

fn part_of(c: &Caps, by: i64, from: From) -> Option<Spec> {
    let day = Spec::shift(Unit::Day, by, from).part(c.part?);
    Some(Spec { modifier: c.edge, ..day })
}

fn clock(c: &Caps) -> Option<Spec> {
    Some(Spec { clock: c.clock, modifier: c.fuzz, ..Spec::DATE })
}

/// "the morning of 31 January": a part of a date that has none yet.
fn of_date(c: &Caps) -> Option<Spec> {
    let date = c.date.filter(|date| date.clock.is_none())?;
    let part = date.part.or(c.part).unwrap_or(Part::Morning);
    Some(Spec { modifier: c.edge.or(date.modifier), ..date.part(part) })
}

fn part(c: &Caps) -> Option<Spec> {
    Some(Spec { modifier: c.edge, ..Spec::DATE.part(c.part?) })
}

pub(super) const RULES: &[Rule] = &[
    rule("clock", "<clock>", clock),
    rule("clock", "<fuzz> <clock>", clock),
    rule("this part of the day", "this <edge>? <part>", |c| part_of(c, 0, From::Now)),
    rule("tonight", "tonight", |_| Some(Spec::shift(Unit::Day, 0, From::Now).part(Part::Night))),
    rule("last night", "late? last night", |_| {
        Some(Spec::shift(Unit::Day, -1, From::Now).part(Part::Night))
    }),
    rule("last evening", "last <part>", |c| part_of(c, -1, From::Now)),
    rule("that part of the day", "that <part>", |c| part_of(c, 0, From::Named)),
    rule("that part of the day", "the same <part>", |c| part_of(c, 0, From::Named)),
    rule("the next part of the day", "<edge>? the? next|following <part>", |c| {
        part_of(c, 1, From::Named)
    }),
    rule("the previous part of the day", "<edge>? the previous|preceding <part>", |c| {
        part_of(c, -1, From::Named)
    }),
    rule("part of a day", "the? <edge>? -? <part> hours? of|on <date>", of_date),
    rule("part of a day", "<edge>? in the <part> of|on <date>", of_date),
    rule("hours of a day", "the? <edge>? hours|hour of <date>", of_date).check(Test::Hours),
    rule("hours of a day", "the? wee|small hours of <date>", |c| {
        of_date(c).map(|s| s.with(Modifier::Start))
    }),
    rule("overnight", "overnight", |_| Some(Spec::DATE.part(Part::Night))),
    rule("part of the day", "<edge>? -? <part>", part).check(Test::Part),
    rule("part of the day", "the <edge>? <part>", part),
    rule("working hours", "working|business|office|daylight hours", |_| {
        Some(Spec::DATE.part(Part::Daytime))
    }),
];
