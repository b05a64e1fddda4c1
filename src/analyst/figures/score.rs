//! Two numbers that belong together: the ends of a range, the sides of a vote or a score.

use super::number::{Number, number};
use super::unit;
use crate::analyst::text::{Text, is_in};
use std::ops::Range;

/// Words shortly before a score or the count of a vote.
const BEFORE: &str = " by vote votes voted won win wins winning lost lose loses losing beat beats \
beaten drew draw draws drawn defeat defeats defeated led lead leads trailed score scored passed \
approved rejected ruled split majority edged thrashed victory ";

/// Words right behind one.
const BEHIND: &str =
    " vote win victory defeat draw loss lead majority decision ruling split score ";

/// How far before a score its verb stands, in tokens.
const REACH: usize = 6;

/// The second of two numbers.
pub(super) struct Second {
    /// Its value.
    pub value: f64,
    /// One past its last token.
    pub end: usize,
    /// Whether it is another side's rather than the upper end.
    pub versus: bool,
}

/// The number that "to" or a dash joins to the one before: "5 to 7", "5-7", "173 to zero", "2–1".
pub(super) fn second(text: &Text, first: Range<usize>, sentence: &Range<usize>) -> Option<Second> {
    let at = first.end;
    let dash = matches!(text.word(at), "-" | "–" | "—");
    if !(dash || text.is(at, "to")) || at + 1 >= sentence.end {
        return None;
    }
    let other = number(text, at + 1).filter(|n| n.end <= sentence.end)?;
    let before = number(text, at.checked_sub(1)?)?;
    let whole = |n: &Number| n.unit.is_none() && n.value.fract() == 0.0;
    let near = sentence.start.max(first.start.saturating_sub(REACH))..first.start;
    let told = near.into_iter().any(|i| is_in(BEFORE, text.word(i)))
        || is_in(BEHIND, text.word(other.end));
    let versus = other.unit.is_none() && other.value < before.value
        || whole(&before) && whole(&other) && (told || dash && other.value == before.value);
    Some(Second { value: other.value, end: other.end, versus })
}

/// What both sides count, and where it ends: "40 to 35 points". "A 5-2 vote" counts nothing itself.
pub(super) fn counted(text: &Text, at: usize, limit: usize) -> (String, usize) {
    if at < limit && is_in(BEHIND, text.word(at)) {
        return (String::new(), at + 1);
    }
    let (unit, end) = unit::counted(text, at, limit);
    let plain =
        end == at + 1 && unit.ends_with('s') && unit.starts_with(|c: char| c.is_lowercase());
    if plain { (unit, end) } else { (String::new(), at) }
}
