//! Clock times: "8:30 a.m. EST", "1830 GMT", "noon", "half past eight", "nine o'clock".

use super::lexicon::class;
use super::pattern::Input;
use super::spec::Clock;
use super::token::Kind;

/// Reads a clock time, and where it ends.
pub(super) fn read(input: Input<'_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) =
        named(input, at).or_else(|| digits(input, at)).or_else(|| words(input, at))?;
    Some(zone(input, clock, end))
}

const fn clock(hour: u8, minute: u8) -> Clock {
    Clock { hour, minute: Some(minute), second: None, zone: None }
}

/// "noon", "12 noon", "midnight".
fn named(input: Input<'_>, at: usize) -> Option<(Clock, usize)> {
    let words = &input.grammar.words;
    let twelve = usize::from(input.tokens.get(at)?.whole() == Some(12));
    let id = input.tokens.get(at + twelve)?.word.id;
    if id == words.noon {
        Some((clock(12, 0), at + twelve + 1))
    } else {
        (id == words.midnight).then_some((clock(24, 0), at + twelve + 1))
    }
}

fn digits(input: Input<'_>, at: usize) -> Option<(Clock, usize)> {
    let tokens = input.tokens;
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let zoned = |at: usize| tokens.get(at).is_some_and(|t| t.is(class::ZONE) && t.upper);
    // 1830 GMT, 0900 hours
    if token.digits == 4 {
        let hours = tokens.get(at + 1).is_some_and(|t| t.word.id == input.grammar.words.hours);
        let (hour, minute) = (token.whole()? / 100, token.whole()? % 100);
        let fits = hour < 25 && minute < 60 && (zoned(at + 1) || hours);
        let end = at + 1 + usize::from(hours);
        return fits.then_some((clock(hour as u8, minute as u8), end));
    }
    let colon = |at: usize| tokens.get(at).is_some_and(|t| t.mark(b':') && !t.space);
    let two = |at: usize| tokens.get(at).filter(|t| t.digits == 2 && !t.space)?.whole();
    let (hour, mut minute, mut second, mut end) = match (token.whole(), token.digits) {
        (Some(hour), 1 | 2) => (hour, None, None, at + 1),
        // 9.30 a.m.
        (None, _) => (token.number / 1000, Some(token.number % 1000 / 10), None, at + 1),
        _ => return None,
    };
    let with_colon = minute.is_none() && colon(end) && two(end + 1).is_some();
    if with_colon {
        minute = two(end + 1);
        end += 2;
        if colon(end) && two(end + 1).is_some() {
            second = two(end + 1);
            end += 2;
        }
    }
    let half = half_of_day(input, end);
    let o_clock = tokens.get(end).is_some_and(|t| t.word.id == input.grammar.words.o_clock);
    let mut hour = hour;
    if let Some((afternoon, after)) = half {
        if hour > 12 || hour == 0 {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        end = after;
    } else if o_clock {
        end += 1;
        if let Some((afternoon, after)) = in_the(input, end) {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            end = after;
        }
    } else if !with_colon || !(second.is_some() || zoned(end) || leads(input, at)) {
        return None;
    }
    let fits = hour < 25 && minute.unwrap_or(0) < 60 && second.unwrap_or(0) < 60;
    let minute = minute.map(|minute| minute as u8);
    let second = second.map(|second| second as u8);
    fits.then_some((Clock { hour: hour as u8, minute, second, zone: None }, end))
}

/// "eight o'clock", "half past eight", "quarter to nine".
fn words(input: Input<'_>, at: usize) -> Option<(Clock, usize)> {
    let words = &input.grammar.words;
    let id = |at: usize| input.tokens.get(at).map_or(0, |token| token.word.id);
    let hour = |at: usize| {
        let token = input.tokens.get(at)?;
        let hour =
            if token.is(class::NUMBER) { i64::from(token.word.value) } else { token.whole()? };
        (1..=12).contains(&hour).then_some(hour as u8)
    };
    if id(at) == words.half && id(at + 1) == words.past {
        return Some((clock(hour(at + 2)?, 30), at + 3));
    }
    if id(at) == words.quarter && id(at + 1) == words.past {
        return Some((clock(hour(at + 2)?, 15), at + 3));
    }
    let token = input.tokens.get(at).filter(|token| token.is(class::NUMBER))?;
    let told = (1..=12).contains(&token.word.value) && id(at + 1) == words.o_clock;
    let (afternoon, end) = in_the(input, at + 2).map_or((None, at + 2), |(a, end)| (Some(a), end));
    let hour = token.word.value as u8;
    let hour = afternoon.map_or(hour, |afternoon| hour % 12 + if afternoon { 12 } else { 0 });
    told.then_some((Clock { hour, minute: Some(0), second: None, zone: None }, end))
}

/// "a.m.", "pm", "AM": whether it is the afternoon, and where it ends.
fn half_of_day(input: Input<'_>, at: usize) -> Option<(bool, usize)> {
    let words = &input.grammar.words;
    let token = input.tokens.get(at)?;
    if token.word.id == words.am || token.word.id == words.pm {
        return Some((token.word.id == words.pm, at + 1));
    }
    if token.word.id != words.a && token.word.id != words.p {
        return None;
    }
    let stop = |at: usize| input.tokens.get(at).is_some_and(|t| t.mark(b'.') && !t.space);
    let m = input.tokens.get(at + 2)?.word.id == words.m;
    let end = if stop(at + 3) { at + 4 } else { at + 3 };
    (stop(at + 1) && m).then_some((token.word.id == words.p, end))
}

/// "in the morning", "in the evening".
fn in_the(input: Input<'_>, at: usize) -> Option<(bool, usize)> {
    let words = &input.grammar.words;
    let [first, second, part] = input.tokens.get(at..at + 3)? else { return None };
    let told = first.word.id == words.within && second.word.id == words.the && part.is(class::PART);
    told.then_some((part.word.value > 0, at + 3))
}

/// Whether what stands before digits says that a clock time comes.
fn leads(input: Input<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| input.tokens.get(at));
    before.is_some_and(|t| input.grammar.words.before_clock.contains(&t.word.id) && t.word.id != 0)
}

/// Takes in the zone behind a clock time.
fn zone(input: Input<'_>, mut clock: Clock, end: usize) -> (Clock, usize) {
    let words = &input.grammar.words;
    let at = |index: usize| input.tokens.get(end + index);
    let id = |index: usize| at(index).map_or(0, |token| token.word.id);
    if let Some(zone) = at(0).filter(|t| t.is(class::ZONE) && t.upper) {
        let minutes = zone.word.value as i16;
        clock.zone = (minutes != i16::MAX).then_some(minutes);
        return (clock, end + 1);
    }
    if id(0) == words.local && id(1) == words.time {
        return (clock, end + 2);
    }
    // Eastern time, Pacific Standard Time
    if let Some(hour) = words.american.iter().position(|word| *word == id(0) && *word != 0) {
        let standard = id(1) == words.standard;
        let daylight = id(1) == words.daylight;
        let named = usize::from(standard || daylight);
        if id(1 + named) == words.time {
            let hours = -5 - hour as i16 + i16::from(daylight);
            clock.zone = (named == 1).then_some(hours * 60);
            return (clock, end + 2 + named);
        }
    }
    (clock, end)
}
