//! What a number counts.

use super::Number;
use crate::analyst::names::words::{self, lists_of};
use crate::analyst::text::{Class, Text};
use std::ops::Range;

/// Signs and codes of currencies.
const CURRENCIES: [(&str, &str); 12] = [
    ("$", "$"),
    ("€", "€"),
    ("£", "£"),
    ("¥", "¥"),
    ("₹", "₹"),
    ("₽", "₽"),
    ("₦", "₦"),
    ("₩", "₩"),
    ("USD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("Rs", "₹"),
];

/// The currency before a number, and where the number begins: `$`, `US$`, `A$`, `£`.
pub fn currency(text: &Text, at: usize) -> Option<(String, usize)> {
    let number = |at: usize| text.tokens.get(at).is_some_and(|t| t.class == Class::Number);
    let sign = |at: usize| CURRENCIES.iter().find(|(sign, _)| text.word(at) == *sign);
    if text.is_in(at, " us a c nz hk s r au ca ")
        && !text.spaced(at + 1)
        && number(at + 2)
        && let Some((_, unit)) = sign(at + 1)
    {
        let word = text.word(at);
        return Some((format!("{}{unit}", if word == "US" { "US" } else { word }), at + 2));
    }
    let (_, unit) = sign(at).filter(|_| number(at + 1))?;
    Some(((*unit).to_owned(), at + 1))
}

/// A currency behind a number: "5 million dollars", "30 euros".
pub fn currency_behind(text: &Text, at: usize) -> Option<(String, usize)> {
    let unit = match text.word(at).to_ascii_lowercase().as_str() {
        "dollars" | "dollar" => "$",
        "euros" | "euro" => "€",
        "yen" => "¥",
        "rupees" => "₹",
        "rubles" | "roubles" => "₽",
        "€" => "€",
        _ => return None,
    };
    Some((unit.to_owned(), at + 1))
}

/// Words that end what is counted.
const STOPS: &str = " in on at to from by for with and or but who which that were was is are had have \
has will would may might can could as than than into over under after before during since until \
when while where ago per each if because between among against through across about up down out \
off away aboard early late later not also only then so the a an this these his her its their our it he \
she they we i you said says told be been being do does did ";

/// Verbs without a sign of their own that often stand behind what is counted.
const VERBS: &str = " came went fled died left made took won lost got gave fell rose hit held found \
kept saw ran became began die live work want need took went voted remain took stood sat left go get \
make take ";

/// The most tokens of a unit.
const LONGEST: usize = 5;

/// What is counted: the words behind the number up to the noun, as the text spells them, and
/// where they end.
pub fn counted(text: &Text, at: usize, limit: usize) -> (String, usize) {
    let mut start = at;
    // "dozens of missiles", "two of the men", "half of them"
    if text.is(start, "of") {
        start += 1;
        while text.is_in(start, " the its their his her these those our ") {
            start += 1;
        }
    }
    let behind = text.is_in(start, " more others ") && start < limit;
    if text.is_in(start, " more other additional further new ") && start < limit {
        start += 1;
    }
    // "half of the valley's mills": the mills
    let owner = (start..limit.min(start + 3)).find(|&i| text.is_in(i, " 's ’s "));
    if let Some(owner) = owner.filter(|&i| text.is(at, "of") && i > start && i + 1 < limit) {
        start = owner + 1;
    }
    let mut end = start;
    let limit = limit.min(start + LONGEST);
    while end < limit {
        let token = &text.tokens[end];
        if token.class != Class::Word || text.is_in(end, STOPS) || token.lines > 0 && end > at {
            // "year-old": a compound of the number
            let hyphen = text.word(end) == "-" && !token.space;
            if !(hyphen && end + 1 < limit) {
                break;
            }
        }
        let verb =
            text.word(end).ends_with("ed") && (end > start || !text.tokens[start].is_capital());
        let verb = verb || (end > start && text.word(end).ends_with("ing") && end + 1 < limit);
        let past = verb
            || (end > start && text.is_in(end, VERBS))
            || lists_of(token.hash) & words::SPEECH != 0 && end > start;
        if past || (end > start && text.word(end).ends_with("ly")) {
            break;
        }
        end += 1;
    }
    // a unit ends with a noun, not with what hangs on
    while end > start && text.tokens[end - 1].class != Class::Word {
        end -= 1;
    }
    if end == start {
        // "dozens more"
        return (String::new(), if behind { start } else { at });
    }
    (text.slice(start..end).to_owned(), end)
}

/// Whether the number is part of a date, a time, an ordinal, a list or a name.
pub fn is_something_else(text: &Text, at: usize, number: &Number, sentence: &Range<usize>) -> bool {
    let digits = text.tokens[at].class == Class::Number;
    let (before, after) = (at.wrapping_sub(1), number.end);
    let inside = |i: usize| sentence.contains(&i);
    let month = |i: usize| {
        inside(i)
            && lists_of(text.tokens[i].hash) & words::DATE != 0
            && !text.is(i, "may") | text.tokens[i].is_capital()
    };
    if digits && (month(before) || month(after)) && number.unit.is_none() {
        return true;
    }
    let word = text.word(at);
    // a year that nothing counts
    let year = digits && word.len() == 4 && (1500.0..2100.0).contains(&number.value);
    if year && number.end == at + 1 {
        // "2020 soldiers" counts; "the 2003 invasion", "Trump’s 2016 campaign promises" do not
        let plural = inside(after)
            && text.tokens[after].is_word()
            && text.word(after).ends_with('s')
            && !text.is_in(after, STOPS);
        let led = inside(before)
            && (text.is_in(
                before,
                " in since by until from of before after the during early late \
                mid to and between around , his her its their ",
            ) || text.word(before).ends_with(['s', '’']));
        if !plural || led {
            return true;
        }
    }
    // `3:30`, `5 p.m.`, `9/11`, `No. 5`, `10.1.2020`
    let clock = word.contains(':')
        || text.is_in(after, " a.m. p.m. am pm gmt utc bst cet cest est edt pst pdt o'clock ")
        || is_early(word);
    let slash = text.word(after) == "/" || (inside(before) && text.word(before) == "/");
    let numbered = inside(before)
        && (text.is_in(
            before,
            " no. nos. number room flight page article section chapter \
            resolution covid - # ",
        ) && digits);
    let dots = word.matches('.').count() > 1;
    let listed = digits && at == sentence.start && matches!(text.word(after), "." | ")");
    // "this one", "one of", "no one", "one day"
    let one = text.is(at, "one")
        && (!inside(after)
            || text.is_in(after, " of another who that day by thing way point ")
            || (inside(before)
                && text.is_in(
                    before,
                    " no this that the any every each which only \
                not as for another ",
                )));
    let age =
        inside(before) && text.word(before) == "," && inside(after) && text.word(after) == ",";
    clock || slash || numbered || dots || listed || one || (age && digits && number.value < 120.0)
}

/// `06.00`: no number of something begins with a nought and another digit.
fn is_early(word: &str) -> bool {
    matches!(word.as_bytes(), [b'0', b'0'..=b'9', b'.', b'0'..=b'5', b'0'..=b'9'])
}

/// Whether a number in digits stands too much alone to be a figure.
pub fn is_bare(text: &Text, at: usize, end: usize, sentence: &Range<usize>) -> bool {
    let alone = end - at >= sentence.len().saturating_sub(1);
    let bracket =
        matches!(text.word(at.wrapping_sub(1)), "[" | "(") && matches!(text.word(end), "]" | ")");
    alone || bracket
}

/// What "no" is worth counting of.
pub fn is_people_or_harm(unit: &str) -> bool {
    let last = unit.rsplit(' ').next().unwrap_or(unit);
    matches!(
        last,
        "casualties"
            | "deaths"
            | "injuries"
            | "fatalities"
            | "victims"
            | "survivors"
            | "arrests"
            | "cases"
            | "votes"
            | "troops"
            | "soldiers"
            | "goals"
            | "wounded"
            | "people"
    )
}
