//! The words of a date field: EDTF as it is, else English as the analyst reads it.
//!
//! All words must be understood. What is only a part of a date is refused, for a date that is
//! nearly right is wrong on the timeline.

use super::part::{after, before, begin, finish, point, qualified};
use crate::analyst::dates::{Given, analyse};
use crate::time::{self, Civil, days_in_month};
use std::fmt;

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// As EDTF.
    pub edtf: String,
    /// As a sentence would say it: "Friday 3 January 2020".
    pub words: String,
}

/// Why words are no date, or not surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotUnderstood {
    /// There are no words.
    Empty,
    /// Nothing in the words is a date.
    Nothing(String),
    /// A part of the words is a date; the other part says something that was not understood.
    Part(String),
    /// The words count from the reading date, and there is none.
    NoReadingDate(String),
    /// The words are of time, but say no date.
    NoDate(String),
    /// Day and month can be either: both, in words.
    TwoWays(String, String),
    /// The end is before the beginning.
    Backwards(String),
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let example = "such as 3 January 2020, early 2019 or 2019 to 2021";
        match self {
            Self::Empty => write!(f, "Expected a date, {example}."),
            Self::Nothing(words) => {
                write!(f, "“{words}” was not read as a date: write one {example}.")
            }
            Self::Part(words) => {
                write!(f, "“{words}” was not understood: write the date without it, {example}.")
            }
            Self::NoReadingDate(words) => write!(
                f,
                "“{words}” counts from the reading date, which is not set: write the date in full, \
                 such as 3 January 2020, or set the reading date."
            ),
            Self::NoDate(words) => write!(f, "“{words}” says no date: write one {example}."),
            Self::TwoWays(one, other) => write!(
                f,
                "This can be {one} or {other}: write the month as a word, such as 3 January 2020."
            ),
            Self::Backwards(words) => {
                write!(f, "“{words}” ends before it begins: write the earlier date first.")
            }
        }
    }
}

impl std::error::Error for NotUnderstood {}

/// Understands a date, as EDTF or in English: "early January 2020", "last Friday", "2019 to
/// 2021", "before May 2003". Days such as 3.1.2020 have the day first.
///
/// # Errors
/// Says what was not understood, with an example of what would be.
pub fn understand(words: &str, reading_date: Option<Civil>) -> Result<Understood, NotUnderstood> {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    if line.is_empty() {
        return Err(NotUnderstood::Empty);
    }
    if let Ok(understood) = understood(&line) {
        return Ok(understood);
    }
    if let Some(numbers) = numbers(&line) {
        return numbers;
    }
    let edtf = match english(&line, reading_date) {
        // A lone "May" may be a verb: here it is not.
        Err(NotUnderstood::Nothing(_)) => english(&format!("in {line}"), reading_date)
            .map_err(|_| NotUnderstood::Nothing(line.clone()))?,
        read => read?,
    };
    understood(&edtf).map_err(|_| NotUnderstood::Backwards(line))
}

fn understood(edtf: &str) -> Result<Understood, time::EdtfError> {
    let parsed = time::parse(edtf)?;
    Ok(Understood { edtf: edtf.to_owned(), words: time::long(&parsed) })
}

/// A day in numbers alone: 3.1.2020, 13/1/2020, 2020/01/08.
fn numbers(line: &str) -> Option<Result<Understood, NotUnderstood>> {
    let mark =
        line.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = line.split(mark).collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 4;
    let [a, b, c] = parts[..] else { return None };
    if !parts.iter().all(digits) || parts.contains(&"") {
        return None;
    }
    let day = |year: &str, month: &str, day: &str| -> Option<Understood> {
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let fits = (1..=days_in_month(year, month)).contains(&day);
        understood(&Civil { year, month, day }.to_string()).ok().filter(|_| fits)
    };
    let none = || NotUnderstood::Nothing(line.to_owned());
    if a.len() == 4 {
        return Some(day(a, b, c).ok_or_else(none));
    }
    if c.len() != 4 {
        return Some(Err(none()));
    }
    Some(match (day(c, b, a), day(c, a, b).filter(|_| mark != '.')) {
        (Some(one), Some(other)) if one != other => {
            Err(NotUnderstood::TwoWays(one.words, other.words))
        }
        (one, other) => one.or(other).ok_or_else(none),
    })
}

/// What stands before a date and says how it is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    At,
    About,
    Maybe,
    Before,
    After,
    Until,
    Since,
    Between,
}

/// What stands between two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    And,
    Or,
}

/// Words that say nothing about a date that would not be said without them.
const FILLERS: &str = " the on in at of during sometime dated date day year month ";

/// Whether the word is in a list with spaces around each word.
fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|known| known == word)
}

/// The words of a gap between dates, in lower case, without commas and fillers.
fn gap(text: &str) -> Vec<String> {
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '"');
    let words = text.split(split).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !is_in(FILLERS, word)).collect()
}

fn lead(words: &[String]) -> Option<Lead> {
    let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches('.')).collect();
    Some(match words[..] {
        [] => Lead::At,
        ["between"] => Lead::Between,
        ["prior", "to"] => Lead::Before,
        ["up", "to"] => Lead::Until,
        ["not", "before"] | ["starting"] | ["beginning"] => Lead::Since,
        ["not" | "no", "after"] | ["no", "later", "than"] => Lead::Until,
        [word] if is_in(" about around circa ca c roughly approximately approx near ~ ", word) => {
            Lead::About
        }
        [word] if is_in(" maybe perhaps possibly probably presumably ", word) => Lead::Maybe,
        [word] if is_in(" before pre ", word) => Lead::Before,
        [word] if is_in(" after post ", word) => Lead::After,
        [word] if is_in(" until till til by to ", word) => Lead::Until,
        [word] if is_in(" since from ", word) => Lead::Since,
        _ => return None,
    })
}

fn joint(words: &[String]) -> Option<Joint> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["to" | "until" | "till" | "through" | "-" | "–" | "—" | "/"] | ["up", "to"] => {
            Some(Joint::To)
        }
        ["and" | "&"] => Some(Joint::And),
        ["or"] => Some(Joint::Or),
        _ => None,
    }
}

/// English words as EDTF.
fn english(line: &str, reading_date: Option<Civil>) -> Result<String, NotUnderstood> {
    let given = reading_date.map_or(Given::Nothing, Given::Written);
    let found = analyse(line, given).timexes;
    let chars: Vec<char> = line.chars().collect();
    let cut = |start: u32, end: u32| -> String {
        chars.get(start as usize..end as usize).unwrap_or_default().iter().collect()
    };
    let part = |words: String| NotUnderstood::Part(words.trim().to_owned());
    let end = chars.len() as u32;
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return Err(NotUnderstood::Nothing(line.to_owned()));
    };
    let read = |timex| point(timex, line);
    let before_it = cut(0, first.span.start);
    let lead = lead(&gap(&before_it)).ok_or_else(|| part(before_it))?;
    let behind = cut(last.span.end, end);
    let tail: Vec<String> = gap(&behind);
    let tail: Vec<&str> = tail.iter().map(|word| word.trim_end_matches(['.', '!'])).collect();
    let whole = match &found[..] {
        [one] => {
            let one = read(one)?;
            let refused = || NotUnderstood::NoDate(line.to_owned());
            match lead {
                Lead::At => one,
                Lead::About => qualified(&one, '~').ok_or_else(refused)?,
                Lead::Maybe => qualified(&one, '?').ok_or_else(refused)?,
                Lead::Before => format!("../{}", before(&one).ok_or_else(refused)?),
                Lead::After => format!("{}/..", after(&one).ok_or_else(refused)?),
                Lead::Until => format!("../{}", finish(&one)),
                Lead::Since => format!("{}/..", begin(&one)),
                Lead::Between => return Err(part(line.to_owned())),
            }
        }
        [one, two] => {
            let between = cut(one.span.end, two.span.start);
            let joint = joint(&gap(&between)).ok_or_else(|| part(between))?;
            let (one, two) = (read(one)?, read(two)?);
            match (lead, joint) {
                (Lead::At | Lead::Since, Joint::To) | (Lead::Between, Joint::And) => {
                    format!("{}/{}", begin(&one), finish(&two))
                }
                (Lead::At, Joint::Or) => format!("[{one},{two}]"),
                (Lead::At, Joint::And) => format!("{{{one},{two}}}"),
                _ => return Err(part(line.to_owned())),
            }
        }
        _ => return Err(part(line.to_owned())),
    };
    let alone = lead == Lead::At && found.len() == 1;
    match tail[..] {
        [] => Ok(whole),
        ["?"] if alone => qualified(&whole, '?').ok_or_else(|| part(behind)),
        ["or" | "and", "later" | "after"] | ["onward" | "onwards" | "on"] if alone => {
            Ok(format!("{}/..", begin(&whole)))
        }
        ["or", "earlier" | "before"] if alone => Ok(format!("../{}", finish(&whole))),
        ["or", "so"] if alone => qualified(&whole, '~').ok_or_else(|| part(behind)),
        _ => Err(part(behind)),
    }
}
