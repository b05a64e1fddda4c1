//! The elements of patterns: months, days, years, units, parts of the day, dates in dates.

use super::amount;
use super::clock;
use super::lexicon::{class, season};
use super::pattern::{Caps, First, Input};
use super::token::{Kind, Token};
use super::unit::{Modifier, Part, Unit};

/// An element; its name in patterns is in [`Element::named`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Month,
    /// 1 to 31, or 1st to 31st.
    Day,
    /// Four digits.
    Year,
    /// Two digits behind an apostrophe.
    ShortYear,
    /// Any small whole number: of a year before Christ, of a century.
    Count,
    Decade,
    Weekday,
    Weekdays,
    Unit,
    Units,
    Amount,
    Ordinal,
    Season,
    Part,
    Clock,
    Holiday,
    Edge,
    Fuzz,
    Date,
    Every,
    Times,
    /// A date in digits: 2020-01-08, 7/8/07.
    Digits,
}

impl Element {
    const NAMES: [(&'static str, Self); 22] = [
        ("month", Self::Month),
        ("day", Self::Day),
        ("year", Self::Year),
        ("yy", Self::ShortYear),
        ("count", Self::Count),
        ("decade", Self::Decade),
        ("weekday", Self::Weekday),
        ("weekdays", Self::Weekdays),
        ("unit", Self::Unit),
        ("units", Self::Units),
        ("amount", Self::Amount),
        ("ordinal", Self::Ordinal),
        ("season", Self::Season),
        ("part", Self::Part),
        ("clock", Self::Clock),
        ("holiday", Self::Holiday),
        ("edge", Self::Edge),
        ("fuzz", Self::Fuzz),
        ("date", Self::Date),
        ("every", Self::Every),
        ("times", Self::Times),
        ("digits", Self::Digits),
    ];

    /// The element of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, element)| *element)
    }

    /// What its first token can be.
    pub fn first(self) -> Vec<First> {
        match self {
            Self::Month => vec![First::Class(class::MONTH)],
            Self::Weekday => vec![First::Class(class::WEEKDAY)],
            Self::Weekdays => vec![First::Class(class::WEEKDAYS)],
            Self::Unit => vec![First::Class(class::UNIT)],
            Self::Units => vec![First::Class(class::UNITS)],
            Self::Ordinal => vec![First::Class(class::ORDINAL), First::Number],
            Self::Season => vec![First::Class(class::SEASON)],
            Self::Part => vec![First::Class(class::PART)],
            Self::Holiday => vec![First::Class(class::HOLIDAY)],
            Self::Edge => vec![First::Class(class::EDGE)],
            Self::Fuzz => vec![First::Class(class::FUZZ)],
            Self::Every => vec![First::Class(class::EVERY)],
            Self::Day | Self::Year | Self::Count | Self::Digits => vec![First::Number],
            Self::ShortYear => vec![First::Mark(b'\'')],
            Self::Decade => vec![First::Number, First::Mark(b'\''), First::Class(class::DECADE)],
            Self::Amount => vec![
                First::Number,
                First::Class(class::NUMBER | class::VAGUE),
                First::Class(class::ARTICLE),
            ],
            Self::Clock => vec![First::Number, First::Class(class::CLOCK | class::NUMBER)],
            Self::Times => vec![First::Number, First::Class(class::NUMBER | class::TIMES)],
            Self::Date => Vec::new(),
        }
    }
}

/// Where the element ends that begins at `at`.
pub(super) fn matches(
    element: Element,
    input: Input<'_>,
    at: usize,
    caps: &mut Caps,
) -> Option<usize> {
    let tokens = input.tokens;
    let token = tokens.get(at)?;
    let value = token.word.value;
    let is = |class| token.is(class).then_some(at + 1);
    match element {
        Element::Month => {
            is(class::MONTH).filter(|_| is_name(token))?;
            caps.month = Some(value as u8);
            Some(full_stop(tokens, at))
        }
        Element::Weekday => {
            is(class::WEEKDAY).filter(|_| is_name(token))?;
            caps.weekday = Some(value as u8);
            Some(full_stop(tokens, at))
        }
        Element::Weekdays => {
            caps.weekday = Some(value as u8);
            is(class::WEEKDAYS).filter(|_| token.cap)
        }
        Element::Unit | Element::Units => {
            let class = if element == Element::Unit { class::UNIT } else { class::UNITS };
            is(class)?;
            caps.unit = Unit::ALL.get(usize::from(value)).copied();
            Some(if token.is(class::SHORT) { full_stop(tokens, at) } else { at + 1 })
        }
        Element::Season => {
            caps.season = Some(season(value));
            is(class::SEASON)
        }
        Element::Part => {
            caps.part = Part::ALL.get(usize::from(value)).copied();
            is(class::PART)
        }
        Element::Edge | Element::Fuzz => {
            let modifier = Modifier::ALL.get(usize::from(value)).copied();
            if element == Element::Edge {
                caps.edge = modifier;
                return is(class::EDGE);
            }
            caps.fuzz = modifier;
            is(class::FUZZ)
        }
        Element::Every => {
            caps.every = Unit::ALL.get(usize::from(value)).copied();
            is(class::EVERY)
        }
        Element::Day => {
            let day = token.whole().filter(|day| (1..=31).contains(day) && token.digits <= 2)?;
            caps.day = Some(day as u8);
            Some(suffix(input, at).unwrap_or(at + 1)).filter(|end| !is_fraction(tokens, *end))
        }
        Element::Year => {
            let year = token.whole().filter(|year| (1000..=2999).contains(year))?;
            caps.year = Some(year as i32);
            (token.digits == 4 && !is_glued_word(tokens, at + 1)).then_some(at + 1)
        }
        Element::ShortYear => {
            let digits = tokens.get(at + 1).filter(|next| !next.space && next.digits == 2)?;
            caps.year = digits.whole().map(|year| year as i32);
            (token.mark(b'\'') && !is_glued_word(tokens, at + 2)).then_some(at + 2)
        }
        Element::Count => {
            let count = token.whole().filter(|count| (1..=9999).contains(count))?;
            caps.year = Some(count as i32);
            (!is_glued_word(tokens, at + 1)).then_some(at + 1)
        }
        Element::Ordinal => ordinal(input, at, caps),
        Element::Decade => decade(input, at, caps),
        Element::Amount => {
            let (amount, end) = amount::read(input, at)?;
            caps.amount = Some(amount);
            Some(end)
        }
        Element::Times => amount::times(input, at, caps),
        Element::Clock => {
            let (clock, end) = clock::read(input, at)?;
            caps.clock = Some(clock);
            Some(end)
        }
        Element::Holiday => input.grammar.holiday(tokens, at).map(|(holiday, end)| {
            caps.holiday = Some(holiday);
            end
        }),
        Element::Digits => digits(tokens, at, caps),
        Element::Date => {
            let found =
                input.grammar.date(Input { depth: input.depth.checked_sub(1)?, ..input }, at)?;
            caps.date = Some(found.spec);
            Some(found.end)
        }
    }
}

/// Whether a word that may be a common one ("may", "sun", "march") is written as a name.
fn is_name(token: &Token) -> bool {
    let common = matches!((token.word.value, token.is(class::MONTH)), (3 | 5, true));
    token.cap || !(common || token.is(class::SHORT))
}

/// Past the full stop of an abbreviation.
fn full_stop(tokens: &[Token], at: usize) -> usize {
    let stop = tokens.get(at + 1).is_some_and(|next| next.mark(b'.') && !next.space);
    if stop && tokens[at].is(class::SHORT) { at + 2 } else { at + 1 }
}

fn is_glued_word(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| next.kind == Kind::Word && !next.space)
}

/// "3/4", "3.5%", "20-year".
fn is_fraction(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| next.mark(b'%') || (next.mark(b'/') && !next.space))
}

/// Past "st", "nd", "rd" or "th" glued to a number.
fn suffix(input: Input<'_>, at: usize) -> Option<usize> {
    let next = input.tokens.get(at + 1)?;
    let is = input.grammar.words.suffixes.contains(&next.word.id);
    // "15,599 th": some texts are split there.
    (is && next.word.id != 0 && next.kind == Kind::Word).then_some(at + 2)
}

fn ordinal(input: Input<'_>, at: usize, caps: &mut Caps) -> Option<usize> {
    let token = input.tokens.get(at)?;
    if token.is(class::ORDINAL) {
        caps.ordinal = Some(token.word.ordinal);
        return Some(at + 1);
    }
    let tens = token.is(class::NUMBER) && (20..100).contains(&token.word.value);
    if tens && input.tokens.get(at + 1)?.mark(b'-') {
        let ones = input.tokens.get(at + 2).filter(|t| t.is(class::ORDINAL))?.word.ordinal;
        caps.ordinal = (ones < 10).then_some(token.word.value as u8 + ones);
        return caps.ordinal.map(|_| at + 3);
    }
    caps.ordinal = token.whole().filter(|n| (1..100).contains(n)).map(|n| n as u8);
    caps.ordinal.and_then(|_| suffix(input, at))
}

/// "1990s", "'90s", "90s", "nineties": the first year, or two digits.
fn decade(input: Input<'_>, at: usize, caps: &mut Caps) -> Option<usize> {
    let token = input.tokens.get(at)?;
    if token.is(class::DECADE) {
        caps.decade = Some(i32::from(token.word.value));
        return Some(at + 1);
    }
    let at = if token.mark(b'\'') { at + 1 } else { at };
    let digits = input.tokens.get(at)?;
    let first = digits.whole().filter(|year| year % 10 == 0)?;
    caps.decade = Some(first as i32);
    let apostrophe = input.tokens.get(at + 1).is_some_and(|t| t.mark(b'\'') && !t.space);
    let s = if apostrophe { at + 2 } else { at + 1 };
    let next = input.tokens.get(s)?;
    let plausible = match digits.digits {
        2 => first >= 10,
        3 => (100..1000).contains(&first),
        4 => (1000..2200).contains(&first),
        _ => false,
    };
    (plausible && next.word.id == input.grammar.words.s && !next.space).then_some(s + 1)
}

/// "2020-01-08", "2020/01/08", "1/8/2020", "1/8/20", "8.1.2020".
fn digits(tokens: &[Token], at: usize, caps: &mut Caps) -> Option<usize> {
    let part = |index: usize| tokens.get(at + index).filter(|t| index == 0 || !t.space);
    let (a, b, c) = (part(0)?, part(2)?, part(4)?);
    let (first, second) = (part(1)?.kind, part(3)?.kind);
    let separated = first == second && matches!(first, Kind::Mark(b'-' | b'/'));
    let (x, y, z) = (a.whole()?, b.whole()?, c.whole()?);
    let (year, month, day) = match (a.digits, b.digits, c.digits) {
        (4, 1..=2, 1..=2) => (x, y, z),
        (1..=2, 1..=2, 4) if x > 12 => (z, y, x),
        (1..=2, 1..=2, 4) => (z, x, y),
        (1..=2, 1..=2, 2) if first == Kind::Mark(b'/') => {
            (if z < 50 { 2000 + z } else { 1900 + z }, x, y)
        }
        _ => return None,
    };
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..3000).contains(&year);
    let more = part(5).is_some_and(|t| matches!(t.kind, Kind::Mark(b'-' | b'/')) || t.digits > 0);
    (caps.year, caps.month, caps.day) = (Some(year as i32), Some(month as u8), Some(day as u8));
    (separated && fits && !more).then_some(at + 5)
}
