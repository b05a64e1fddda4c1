//! What may follow a date and belongs to it: "Friday *night*", "March *of that year*".

use super::{Rule, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{Amount, Spec, Which, Written};
use crate::analyst::dates::unit::{Part, Unit};

/// A rule that goes on from a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    pub rule: Rule,
    pub join: fn(&Spec, &Caps) -> Option<Spec>,
}

const fn tail(
    name: &'static str,
    pattern: &'static str,
    join: fn(&Spec, &Caps) -> Option<Spec>,
) -> Tail {
    Tail { rule: rule(name, pattern, |_| None), join }
}

/// Whether it is one day.
fn is_day(spec: &Spec) -> bool {
    let w = &spec.written;
    let shifted = spec.shift.is_some_and(|shift| shift.unit == Unit::Day);
    spec.is_date() && (w.day.is_some() || w.weekday.is_some() || w.holiday.is_some() || shifted)
}

fn in_part(spec: &Spec, caps: &Caps) -> Option<Spec> {
    is_day(spec).then_some(())?;
    let part = caps.part?;
    Some(Spec { modifier: caps.edge.or(spec.modifier), ..spec.part(part) })
}

fn at_clock(spec: &Spec, caps: &Caps) -> Option<Spec> {
    let day = Spec { part: None, ..*spec };
    is_day(&day).then_some(())?;
    let mut clock = caps.clock?;
    let after_noon = matches!(spec.part, Some(Part::Afternoon | Part::Evening | Part::Night));
    if after_noon && clock.hour < 12 && clock.minute.is_some() {
        clock.hour += 12;
    }
    Some(Spec { clock: Some(clock), ..day })
}

/// A time of day, then its date.
fn on_date(spec: &Spec, caps: &Caps) -> Option<Spec> {
    let date = caps.date?;
    let later = spec.is_bare_time() && (is_day(&date) || is_day(&Spec { part: None, ..date }));
    if !later {
        return None;
    }
    Some(Spec { clock: spec.clock, part: spec.part.or(date.part), ..date })
        .map(|joined| if joined.clock.is_some() { Spec { part: None, ..joined } } else { joined })
}

/// "1988's second quarter".
fn quarter_of(spec: &Spec, caps: &Caps) -> Option<Spec> {
    let quarter = caps.ordinal.map(|n| if n == 90 { 4 } else { n }).filter(|n| (1..=4).contains(n));
    let year = spec.written == Spec::year(spec.written.year.unwrap_or(0)).written
        || (spec.written == Spec::DATE.written && spec.shift.is_some_and(|s| s.unit == Unit::Year));
    (year && spec.is_date() && quarter.is_some()).then(|| {
        let mut joined = *spec;
        joined.written.quarter = quarter;
        joined
    })
}

/// A month, quarter, season or weekday, then the year or week that it lies in.
fn within(spec: &Spec, caps: &Caps) -> Option<Spec> {
    let (date, w) = (caps.date?, &spec.written);
    let which = date.modifier.is_none() && date.is_date();
    let part_of_year =
        w.month.or(w.quarter).or(w.half).is_some() || w.season.is_some() || w.holiday.is_some();
    let of_year = part_of_year && w.year.is_none() && w.which == Which::Any && spec.shift.is_none();
    if let (Some(shift), true) = (date.shift, which) {
        let unit_fits = match shift.unit {
            Unit::Year => of_year || (w.half.is_some() && spec.shift.is_none()),
            Unit::Week => w.weekday.is_some() && w.day.is_none() && spec.shift.is_none(),
            Unit::Month => w.day.is_some() && w.month.is_none(),
            _ => false,
        };
        let counted = matches!(shift.by, Amount::Exact(_));
        return (unit_fits && counted).then_some(Spec { shift: Some(shift), ..*spec });
    }
    let year = date.written.year.filter(|year| {
        date.written == Written { short: date.written.short, ..Spec::year(*year).written }
    })?;
    (of_year && which && spec.written.weekday.is_none()).then(|| {
        let mut joined = *spec;
        joined.written.year = Some(year);
        joined.written.short = date.written.short;
        joined
    })
}

pub(super) const TAILS: &[Tail] = &[
    tail("part of that day", "<edge>? -? <part>", in_part),
    tail("part of that day", "in|during the <edge>? <part>", in_part),
    tail("clock on that day", ",? at|around|about? <clock>", at_clock),
    tail("day of that clock", ",? on|of? <date>", on_date),
    tail("quarter of that year", "' ~s fiscal? <ordinal> -? quarter", quarter_of),
    tail("within that", ",? of|in? <date>", within),
];
