//! Finding the expressions of a text, one after the other.

use super::lexicon::class;
use super::mode::Mode;
use super::pattern::Input;
use super::rules::{DEPTH, Grammar};
use super::spec::{Span, Spec, What};
use super::token::{Kind, Token};
use super::unit::Unit;
use std::cell::RefCell;

/// An expression in the text, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Tokens from `at` up to `end`.
    pub at: usize,
    pub end: usize,
    pub spec: Spec,
    pub rule: &'static str,
    pub tail: Option<&'static str>,
    /// Only in texts that count so.
    pub only: Option<Mode>,
}

/// All expressions, in order and without overlap.
pub(super) fn find(grammar: &Grammar, tokens: &[Token]) -> Vec<Hit> {
    let memo = RefCell::default();
    let input = Input { grammar, tokens, depth: DEPTH, memo: &memo };
    let mut hits: Vec<Hit> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let glued = at > 0 && !tokens[at].space && tokens[at].kind == Kind::Number;
        let in_name = glued && matches!(tokens[at - 1].kind, Kind::Word); // A380
        let Some(found) = grammar.find(input, at).filter(|_| !in_name) else {
            at += 1;
            continue;
        };
        if !found.rejected {
            let (spec, rule, tail) = (found.spec, found.rule, found.tail);
            range_start(tokens, grammar, at, &spec, &mut hits);
            let hit = Hit { at, end: found.end, spec, rule, tail, only: found.only };
            hits.push(hit);
            if let Some(last) = range_end(tokens, grammar, &hit) {
                at = last.end;
                hits.push(last);
                continue;
            }
        }
        at = found.end.max(at + 1);
    }
    share_years(tokens, grammar, &mut hits);
    hits
}

/// Whether the tokens between two expressions join them to a range or a list.
fn joins(tokens: &[Token], grammar: &Grammar, between: std::ops::Range<usize>) -> bool {
    let words = &grammar.words;
    matches!(tokens.get(between), Some([one]) if one.mark(b'-')
        || one.mark(b'/')
        || [words.to, words.and, words.until, words.through, words.or].contains(&one.word.id))
}

/// "6-9 June", "6 and 9 June": the first number is a day of that month too.
fn range_start(tokens: &[Token], grammar: &Grammar, at: usize, spec: &Spec, hits: &mut Vec<Hit>) {
    let Some(day) = at.checked_sub(2).and_then(|at| tokens[at].whole()) else { return };
    if let Some(year) = spec.written.year.filter(|year| *year < 0 && spec.is_date()) {
        let earlier = day > -i64::from(year) && day < 2000 && tokens[at - 2].digits >= 2;
        if earlier && joins(tokens, grammar, at - 1..at) && tokens[at].kind == Kind::Number {
            let spec = Spec::year(-(day as i32));
            let rule = "first year of a range";
            hits.push(Hit { at: at - 2, end: at - 1, spec, rule, tail: None, only: None });
        }
        return;
    }
    let written = spec.written;
    let number_first = tokens[at].kind == Kind::Number;
    let taken = hits.last().is_some_and(|last| last.end > at - 2);
    let is_range = number_first
        && written.month.is_some()
        && written.day.is_some_and(|last| (1..i64::from(last)).contains(&day))
        && tokens[at - 2].digits <= 2
        && joins(tokens, grammar, at - 1..at);
    if is_range && !taken {
        let mut first = Spec::written(written);
        first.written.day = Some(day as u8);
        hits.push(Hit {
            at: at - 2,
            end: at - 1,
            spec: first,
            rule: "first day of a range",
            tail: None,
            only: None,
        });
    }
}

/// "1939-45", "April 5-7", "2009/10": the number behind belongs to it.
fn range_end(tokens: &[Token], grammar: &Grammar, hit: &Hit) -> Option<Hit> {
    let number = tokens.get(hit.end + 1)?;
    let value = number.whole().filter(|_| number.digits <= 2)?;
    let glued = !number.space && !tokens[hit.end].space;
    let written = hit.spec.written;
    let more = tokens.get(hit.end + 2).is_some_and(|t| {
        !t.space && (t.kind == Kind::Word || t.mark(b'-') || t.mark(b'%') || t.mark(b':'))
    });
    if !joins(tokens, grammar, hit.end..hit.end + 1)
        || hit.spec.what != What::Date
        || hit.spec.clock.is_some()
        || more
    {
        return None;
    }
    let mut spec = Spec::written(written);
    let rule = match (written.year, written.month, written.day, written.span) {
        (Some(year), None, None, Span::Year)
            if glued
                && number.digits == 2
                && written.quarter.is_none()
                && written.season.is_none() =>
        {
            let last = i64::from(year) % 100;
            let fits = value > last && year >= 1000;
            spec.written.year = fits.then_some(year - last as i32 + value as i32);
            fits.then_some("last year of a range")?
        }
        (None, Some(_), Some(day), _) => {
            let year = written_year(tokens, hit.end + 2);
            let whole = glued || year.is_some() || ends_phrase(tokens, hit.end + 2);
            let fits = (i64::from(day) + 1..=31).contains(&value);
            let number_last = tokens[hit.end - 1].kind == Kind::Number;
            if !(whole && fits && number_last) {
                return None;
            }
            spec.written.day = Some(value as u8);
            if let Some((year, end)) = year {
                spec.written.year = Some(year);
                let (at, rule) = (hit.end + 1, "last day of a range");
                return Some(Hit { at, end, spec, rule, tail: None, only: None });
            }
            "last day of a range"
        }
        _ => return None,
    };
    Some(Hit { at: hit.end + 1, end: hit.end + 2, spec, rule, tail: None, only: None })
}

/// ", 1912" or "1912": the year, and where it ends.
fn written_year(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(tokens.get(at)?.mark(b','));
    let year = tokens.get(at + comma).filter(|t| t.digits == 4 && t.space)?.whole()?;
    (1000..2200).contains(&year).then_some((year as i32, at + comma + 1))
}

/// Whether nothing that a number counts stands here.
fn ends_phrase(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|t| {
        t.kind != Kind::Word
            || (t.word.id != 0 && !t.is(class::COUNTED | class::UNIT | class::UNITS))
    })
}

/// "from June to September 1940": the year behind the second counts for the first.
fn share_years(tokens: &[Token], grammar: &Grammar, hits: &mut [Hit]) {
    for index in (1..hits.len()).rev() {
        let (first, second) = (hits[index - 1], hits[index]);
        let dated = |spec: &Spec| {
            spec.what == What::Date && spec.shift.is_none_or(|s| s.unit == Unit::Year)
        };
        let w = first.spec.written;
        let lacks =
            w.year.is_none() && (w.month.is_some() || w.season.is_some() || w.quarter.is_some());
        let has = second.spec.written.year.is_some()
            && (second.spec.written.month.is_some() || second.spec.written.season.is_some());
        let joined = joins(tokens, grammar, first.end..second.at);
        if lacks && has && joined && dated(&first.spec) && first.spec.shift.is_none() {
            let spec = &mut hits[index - 1].spec;
            spec.written.year = second.spec.written.year;
            spec.written.short = second.spec.written.short;
        }
    }
}
