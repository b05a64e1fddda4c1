//! Numbers as text spells them: digits, words, mixed.

use crate::analyst::text::{Class, Text};
use crate::article;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// One past its last token.
    pub end: usize,
    /// Whether it is a word like "dozens": at least that many, no exact count.
    pub vague: bool,
    /// What a sign or word that belongs to the number says it counts: `%`.
    pub unit: Option<&'static str>,
}

const ONES: [(&str, f64); 28] = [
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// What multiplies the number before it.
const SCALES: [(&str, f64); 15] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("dozen", 12.0),
    ("m", 1e6),
    ("mn", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
    ("k", 1e3),
    ("lakh", 1e5),
    ("crore", 1e7),
    ("score", 20.0),
    ("mln", 1e6),
];

/// Words that say "at least so many".
const PLURALS: [(&str, f64); 7] = [
    ("dozens", 24.0),
    ("scores", 40.0),
    ("hundreds", 200.0),
    ("thousands", 2e3),
    ("millions", 2e6),
    ("billions", 2e9),
    ("tens", 20.0),
];

/// Parts of one.
const PARTS: [(&str, f64); 10] = [
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];

fn find(list: &[(&str, f64)], word: &str) -> Option<f64> {
    list.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

/// The number that begins at this token.
pub fn number(text: &Text, at: usize) -> Option<Number> {
    let token = text.tokens.get(at)?;
    match token.class {
        Class::Number => digits(text, at),
        Class::Word => words(text, at),
        Class::Sign => None,
    }
}

/// `5,200`, `3.5bn`, `5 million`, `12%`.
fn digits(text: &Text, at: usize) -> Option<Number> {
    let word = text.word(at);
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    let (number, behind) = word.split_at(end.unwrap_or(word.len()));
    let mut value = article::number(&number.trim_end_matches(['.', ',']).replace(',', ""))?;
    let mut number_end = at + 1;
    let mut unit = None;
    match behind {
        "" => {}
        // pence, as British pages write a share's price
        "p" => unit = Some("p"),
        // `10th`, `1990s`, `5pm` are no counts
        _ => value *= find(&SCALES, behind)?,
    }
    while let Some(scale) = scale_at(text, number_end) {
        value *= scale;
        number_end += 1;
    }
    if matches!(text.word(number_end), "%") && behind.is_empty() {
        (unit, number_end) = (Some("%"), number_end + 1);
    } else if let Some(end) = percent(text, number_end) {
        (unit, number_end) = (Some("%"), end);
    }
    // More digits than a number can have are the number of something.
    let value = Some(whole_if_nearly(value)).filter(|value| value.is_finite())?;
    Some(Number { value, end: number_end, vague: false, unit })
}

/// 16.1 thousand is 16,100, and not what the product of two binary fractions is.
fn whole_if_nearly(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() < 1e-12 * whole.abs() { whole } else { value }
}

fn scale_at(text: &Text, at: usize) -> Option<f64> {
    let token = text.tokens.get(at)?;
    if !token.is_word() || token.lines > 0 {
        return None;
    }
    find(&SCALES, text.word(at)).filter(|_| text.word(at).len() > 1 && text.word(at) != "score")
}

fn percent(text: &Text, at: usize) -> Option<usize> {
    if text.is_in(at, " percent pct percentage ") {
        let point = text.is_in(at, " percentage ");
        return (!point || !text.is_in(at + 1, " points point ")).then_some(at + 1);
    }
    (text.is(at, "per") && text.is(at + 1, "cent")).then_some(at + 2)
}

/// `two`, `twenty-five thousand`, `a dozen`, `dozens`, `two thirds`, `half`, `no`.
fn words(text: &Text, at: usize) -> Option<Number> {
    let word = text.word(at);
    if word.len() > 20 || !word.is_ascii() {
        return None;
    }
    if let Some(value) = find(&PLURALS, word) {
        let mut end = at + 1;
        let mut value = value;
        // "hundreds of thousands of"
        if text.is(end, "of")
            && let Some(more) = find(&PLURALS, text.word(end + 1))
        {
            value = value / 2.0 * more;
            end += 2;
        }
        return Some(Number { value, end, vague: true, unit: None });
    }
    if text.is(at, "half") {
        return Some(Number { value: 0.5, end: at + 1, vague: false, unit: Some("share") });
    }
    let mut end = at;
    let mut total = 0.0;
    let mut part = 0.0;
    let mut any = false;
    if text.is_in(at, " a an ") {
        // "a dozen", "a million", "a third of"
        let scale = scale_at(text, at + 1);
        let share = find(&PARTS, text.word(at + 1)).filter(|_| text.is(at + 2, "of"));
        match (scale, share) {
            (Some(_), _) => {
                part = 1.0;
                end = at + 1;
                any = true;
            }
            (None, Some(share)) => {
                let unit = Some("share");
                return Some(Number { value: 1.0 / share, end: at + 2, vague: false, unit });
            }
            _ => return None,
        }
    }
    loop {
        let word = text.word(end);
        if end > at && text.tokens.get(end).is_none_or(|t| t.lines > 0) {
            break;
        }
        if let Some(value) = one(word) {
            // "two, three" are two numbers; "twenty five" is one
            if any && !(part >= 20.0 && part % 10.0 == 0.0 && value < 10.0 || part % 100.0 == 0.0) {
                break;
            }
            part += value;
            any = true;
        } else if let Some(scale) = scale_at(text, end).filter(|_| any) {
            if scale >= 1e3 {
                total += part * scale;
                part = 0.0;
            } else {
                part *= scale;
            }
        } else if any
            && word == "and"
            && one(text.word(end + 1)).is_some()
            && part % 100.0 == 0.0
            && part > 0.0
        {
            // "one hundred and five"
        } else {
            break;
        }
        end += 1;
    }
    if !any {
        return None;
    }
    let mut value = total + part;
    let mut unit = None;
    // "two thirds", "three quarters", "two-thirds" is one token
    if let Some(share) = find(&PARTS, text.word(end)).filter(|_| (1.0..10.0).contains(&value)) {
        let plural = text.word(end).ends_with('s');
        if plural || (value == 1.0 && text.is(end + 1, "of")) {
            (value, unit, end) = (value / share, Some("share"), end + 1);
        }
    }
    if let Some(after) = percent(text, end) {
        (unit, end) = (Some("%"), after);
    }
    Some(Number { value, end, vague: false, unit })
}

/// A number word, also with a hyphen: `twenty-five`, `two-thirds` is not one.
fn one(word: &str) -> Option<f64> {
    if let Some(value) = find(&ONES, word) {
        return Some(value);
    }
    let (tens, ones) = word.split_once('-')?;
    let (tens, ones) = (find(&ONES, tens)?, find(&ONES, ones)?);
    (tens >= 20.0 && ones < 10.0 && ones > 0.0).then_some(tens + ones)
}

/// `two-thirds`, `three-quarters` in one token.
pub fn hyphened_share(word: &str) -> Option<f64> {
    let (count, part) = word.split_once('-')?;
    Some(find(&ONES, count)? / find(&PARTS, part)?)
}
