//! So many units from somewhere: "last month", "three days later", "a year earlier".

use super::{Placed, Resolver};
use crate::analyst::dates::How;
use crate::analyst::dates::find::Hit;
use crate::analyst::dates::lexicon::class;
use crate::analyst::dates::mode::Mode;
use crate::analyst::dates::spec::{Amount, From, Shift};
use crate::analyst::dates::stretch::{Stretch, monday};
use crate::analyst::dates::tense::Tense;
use crate::analyst::dates::token::Kind;
use crate::analyst::dates::unit::Unit;
use crate::time::weekday;

/// How many tokens back a period is looked for that "a year earlier" counts from.
const PERIOD_REACH: usize = 160;

impl Resolver<'_> {
    pub(super) fn shifted(&self, hit: &Hit, shift: &Shift) -> Placed {
        let nowhere = |how| Placed { stretch: None, how, anchor: None, cue: None };
        let Amount::Exact(thousandths) = shift.by else { return nowhere(How::Vague) };
        if shift.unit.is_clock() {
            return nowhere(How::Unknown);
        }
        let (unit, by) = whole(shift.unit, thousandths);
        let by = if shift.back { -by } else { by };
        let a_year = shift.unit == Unit::Year && by == -1;
        if shift.from == From::Period && by == 0 {
            return self.the_quarter(hit);
        }
        if a_year
            && (shift.from == From::Period || (shift.from == From::Now && self.compares(hit)))
            && let Some(period) = self.period(hit)
        {
            let stretch = Some(period.in_year(-1));
            return Placed { stretch, how: How::YearBeforePeriod, anchor: Some(period), cue: None };
        }
        if shift.unit == Unit::Weekend
            && shift.from == From::Reading
            && by == 0
            && hit.rule == "the unit"
        {
            // "over the weekend", said on a Tuesday of what happened: the last one
            if let (Some(today), (Tense::Past | Tense::Unknown, cue), Mode::News) =
                (self.reading, self.tense(hit), self.mode)
            {
                let monday = if weekday(today) < 5 { monday(today) - 7 } else { monday(today) };
                let (stretch, anchor) = (Some(Stretch::Weekend(monday)), Some(Stretch::Day(today)));
                return Placed { stretch, how: How::PastTense, anchor, cue };
            }
        }
        // What a sum with this unit can begin from.
        let coarsest = match unit {
            Unit::Day | Unit::Weekend => Unit::Day,
            Unit::Week => Unit::Week,
            Unit::Month => Unit::Month,
            Unit::Quarter | Unit::Season => Unit::Season,
            Unit::Year => Unit::Year,
            _ => Unit::Century,
        };
        let reading = || self.reading.map(|day| (Stretch::Day(day), How::ReadingDate));
        let last = || self.last(coarsest).map(|named| (named.stretch, How::LastNamedDate));
        let anchor = match shift.from {
            From::Now if self.mode == Mode::News => reading(),
            From::Now if by < 0 => self.story.map(|named| (named.stretch, How::LastNamedDate)),
            From::Now => return nowhere(How::Vague),
            From::Reading => self.present(coarsest),
            // "a year earlier": than what the text speaks of
            From::Period => self.present(coarsest).or_else(last),
            From::Named => last().or_else(|| reading().filter(|_| self.mode == Mode::News)),
        };
        match anchor {
            Some((anchor, how)) => Placed {
                stretch: Some(anchor.moved(unit, by)),
                how,
                anchor: Some(anchor),
                cue: None,
            },
            None if self.reading.is_none() && matches!(shift.from, From::Now | From::Reading) => {
                nowhere(How::NoReadingDate)
            }
            None => nowhere(How::Unknown),
        }
    }

    /// The quarter, month or year that the text speaks of.
    fn period(&self, hit: &Hit) -> Option<Stretch> {
        let recent = self.named.iter().rev().take_while(|n| n.token + PERIOD_REACH > hit.at);
        let is_period = |s: &Stretch| {
            matches!(
                s,
                Stretch::Quarter(..)
                    | Stretch::Half(..)
                    | Stretch::Month(..)
                    | Stretch::Season(..)
                    | Stretch::Year(_)
            )
        };
        recent.map(|named| named.stretch).find(is_period)
    }

    /// "the quarter": the one spoken of, else the last one that has ended.
    fn the_quarter(&self, hit: &Hit) -> Placed {
        let recent = self.named.iter().rev().take_while(|n| n.token + PERIOD_REACH > hit.at);
        let is_quarter = |s: &Stretch| matches!(s, Stretch::Quarter(..));
        if let Some(quarter) = recent.map(|named| named.stretch).find(is_quarter) {
            let stretch = Some(quarter);
            return Placed { stretch, how: How::LastNamedDate, anchor: stretch, cue: None };
        }
        let (tense, cue) = self.tense(hit);
        let back = if tense == Tense::Future { 0 } else { -1 };
        let Some((anchor, how)) = self.present(Unit::Season) else {
            return Placed { stretch: None, how: How::NoReadingDate, anchor: None, cue: None };
        };
        Placed { stretch: Some(anchor.moved(Unit::Quarter, back)), how, anchor: Some(anchor), cue }
    }

    /// Whether figures are compared here: "from $3 million a year ago".
    fn compares(&self, hit: &Hit) -> bool {
        let near = &self.tokens[hit.at.saturating_sub(12)..hit.at];
        let quarter = self.named.iter().rev().take(6).any(|named| {
            named.token + PERIOD_REACH > hit.at
                && matches!(
                    named.stretch,
                    Stretch::Quarter(..) | Stretch::Month(..) | Stretch::Half(..)
                )
        });
        let figures = near.iter().any(|t| {
            t.mark(b'$') || t.mark(b'%') || (t.is(class::COUNTED) && t.kind == Kind::Word)
        });
        quarter && figures
    }
}

/// A number of units as a whole number of that or a finer unit: half a year is six months.
fn whole(unit: Unit, thousandths: i64) -> (Unit, i64) {
    if thousandths % 1000 == 0 {
        return (unit, thousandths / 1000);
    }
    let (finer, of) = match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Year, 100),
        Unit::Month => (Unit::Day, 30),
        Unit::Week => (Unit::Day, 7),
        other => (other, 1),
    };
    (finer, thousandths.saturating_mul(of) / 1000)
}
