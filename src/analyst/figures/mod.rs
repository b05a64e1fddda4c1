//! Figures: numbers with what they count.
//!
//! Dates, times, ordinals, numbers inside names and addresses are none.

mod number;
mod score;
mod sign;
mod unit;

pub use number::Number;
pub use sign::Sign;

use super::names::Name;
use super::text::{BlockKind, Class, Text};
use std::ops::Range;

/// How far behind a number a date is looked for, in tokens.
const REACH: usize = 16;

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// All its words: sign, number, unit.
    pub tokens: Range<usize>,
    /// The number with the words that belong to it.
    pub number: Range<usize>,
    /// Its value; for a range the lower one.
    pub value: f64,
    /// The upper value of a range, or the other side of a vote or score.
    pub upper: Option<f64>,
    /// Where the upper value stands.
    pub upper_at: Option<Range<usize>>,
    /// Whether the upper value is the other side of a vote or score.
    pub versus: bool,
    /// How exact it is.
    pub sign: Sign,
    /// What it is measured in or counts, as the text says it; `%` and currencies by sign.
    pub unit: String,
    /// Why it is a figure.
    pub rule: &'static str,
}

/// One of the numbers of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The words of the number.
    pub number: Range<usize>,
    /// Its value.
    pub value: f64,
    /// How exact it is.
    pub sign: Sign,
}

impl Figure {
    /// How many numbers it has: the two sides of "5–2", the two ends of "5 to 7 days", or one.
    pub fn count(&self) -> usize {
        if self.upper_at.is_some() { 2 } else { 1 }
    }

    /// The first of its numbers, or the second.
    pub fn part(&self, second: bool) -> Part {
        let mut part = Part { number: self.number.clone(), value: self.value, sign: self.sign };
        if let (Some(upper), Some(at)) = (self.upper, &self.upper_at) {
            part.number.end = (at.start - 1).max(part.number.start + 1);
            if second {
                (part.number, part.value) = (at.clone(), upper);
            }
            if !self.versus {
                part.sign = if second { Sign::AtMost } else { Sign::AtLeast };
            }
        }
        part
    }
}

/// The figures of a text, in order; `taken` are tokens that something else has explained, such
/// as a date.
pub fn read(text: &Text, names: &[Name], taken: &[bool]) -> Vec<Figure> {
    let mut named = vec![false; text.tokens.len()];
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        named[name.tokens.clone()].iter_mut().for_each(|n| *n = true);
    }
    let mut figures: Vec<Figure> = Vec::new();
    for block in text.blocks.iter().filter(|block| block.kind != BlockKind::Tail) {
        for sentence in &text.sentences[block.sentences.clone()] {
            let mut at = sentence.start;
            let mut floor = at;
            while at < sentence.end {
                let free = !named[at] && !taken.get(at).copied().unwrap_or(false);
                match free.then(|| figure(text, at, floor, sentence, taken)).flatten() {
                    Some(mut figure) => {
                        // "17 missiles hit the base, and 5 targeted": the noun stands before
                        let here = |f: &&Figure| f.tokens.start >= sentence.start;
                        if let Some(before) = figures.last().filter(here)
                            && figure.unit.is_empty()
                            && !figure.versus
                        {
                            figure.unit.clone_from(&before.unit);
                            figure.rule = "the noun stands with the figure before";
                        }
                        at = figure.tokens.end.max(at + 1);
                        floor = at;
                        figures.push(figure);
                    }
                    None => at += 1,
                }
            }
        }
    }
    figures
}

/// The figure that begins at this token.
fn figure(
    text: &Text,
    at: usize,
    floor: usize,
    sentence: &Range<usize>,
    taken: &[bool],
) -> Option<Figure> {
    // "10 people last year": a date counts for nothing
    let date = |i: &usize| taken.get(*i).copied().unwrap_or(false);
    let limit = (at..sentence.end.min(at + REACH)).find(date).unwrap_or(sentence.end);
    if let Some(value) = number::hyphened_share(text.word(at)) {
        let (sign, start) = sign::before(text, at, floor);
        let (unit, end) = unit::counted(text, at + 1, limit);
        return Some(Figure {
            tokens: start..end,
            number: at..at + 1,
            value,
            upper: None,
            upper_at: None,
            versus: false,
            sign,
            unit,
            rule: "a share in words",
        });
    }
    let currency = unit::currency(text, at);
    let first = currency.as_ref().map_or(at, |&(_, end)| end);
    if text.is_in(at, " twice thrice ") {
        return Some(Figure {
            tokens: at..at + 1,
            number: at..at + 1,
            value: if text.is(at, "twice") { 2.0 } else { 3.0 },
            upper: None,
            upper_at: None,
            versus: false,
            sign: Sign::Exact,
            unit: "times".to_owned(),
            rule: "so many times",
        });
    }
    if text.is(at, "no") && currency.is_none() {
        return none(text, at, sentence);
    }
    let number = number::number(text, first).filter(|n| n.end <= sentence.end)?;
    if currency.is_none() && unit::is_something_else(text, at, &number, sentence) {
        return None;
    }
    let (mut sign, start) = sign::before(text, at, floor);
    let mut end = number.end;
    let (mut upper, mut upper_at, mut versus) = (None, None, false);
    if let Some(other) = score::second(text, at..end, sentence) {
        (upper, upper_at, versus) = (Some(other.value), Some(end + 1..other.end), other.versus);
        end = other.end;
    }
    let mut number_end = end;
    if let Some((behind, after)) = sign::behind(text, end) {
        (sign, end, number_end) = (behind, after, after);
    }
    if number.vague && sign == Sign::Exact {
        sign = Sign::AtLeast;
    }
    let second_unit = upper.and_then(|_| (text.word(end) == "%").then_some("%"));
    let fixed = number.unit.or(second_unit);
    if second_unit.is_some() {
        end += 1;
    }
    let (unit, end) = match (currency, fixed) {
        (Some((unit, _)), _) => (unit, end),
        (None, Some(fixed @ ("%" | "p"))) => (fixed.to_owned(), end),
        _ => match unit::currency_behind(text, end) {
            Some((unit, end)) => (unit, end),
            None if versus => score::counted(text, end, limit),
            None => unit::counted(text, end, limit),
        },
    };
    let digits = text.tokens[first].class == Class::Number;
    // a bare number word such as "one" says little
    if unit.is_empty() && !digits && upper.is_none() && !number.vague {
        return None;
    }
    if unit.is_empty() && digits && unit::is_bare(text, at, end, sentence) {
        return None;
    }
    let rule = match () {
        () if versus => "two sides of a count",
        () if upper.is_some() => "a range",
        () if digits => "a number in digits",
        () => "a number in words",
    };
    let tokens = start..end.max(number_end);
    let value = number.value;
    Some(Figure {
        tokens,
        number: at..number_end,
        value,
        upper,
        upper_at,
        versus,
        sign,
        unit,
        rule,
    })
}

/// "No casualties": zero of them.
fn none(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Figure> {
    let (unit, end) = unit::counted(text, at + 1, sentence.end);
    let counted = unit::is_people_or_harm(&unit);
    counted.then(|| Figure {
        tokens: at..end,
        number: at..at + 1,
        value: 0.0,
        upper: None,
        upper_at: None,
        versus: false,
        sign: Sign::Exact,
        unit,
        rule: "none of them",
    })
}

#[cfg(test)]
mod tests;
