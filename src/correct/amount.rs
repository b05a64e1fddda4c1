//! Numbers in words that a person has chosen: "more than 5,200 US troops".
//!
//! The analyst's own reading of figures looks at the whole sentence to tell numbers from years
//! and hours, with lists that are a fifth of the page's program. Here somebody has said that it
//! is a figure: what is left is to read it.

use crate::article::{FigureSign, Span, number};

/// An amount.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    /// The number with the words that belong to it, in scalars of the words.
    pub span: Span,
    /// Its value.
    pub value: f64,
    /// How it is meant.
    pub sign: FigureSign,
    /// What stands behind it; `%` and currencies as a sign.
    pub unit: String,
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(&str, f64); 9] = [
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("k", 1e3),
    ("m", 1e6),
    ("bn", 1e9),
];
const SIGNS: [(&str, FigureSign); 13] = [
    ("more than", FigureSign::MoreThan),
    ("over", FigureSign::MoreThan),
    ("less than", FigureSign::LessThan),
    ("fewer than", FigureSign::LessThan),
    ("under", FigureSign::LessThan),
    ("at least", FigureSign::AtLeast),
    ("at most", FigureSign::AtMost),
    ("up to", FigureSign::AtMost),
    ("about", FigureSign::About),
    ("some", FigureSign::About),
    ("around", FigureSign::About),
    ("nearly", FigureSign::About),
    ("almost", FigureSign::About),
];

/// A word or number and where it begins, in scalars.
struct Piece {
    at: u32,
    text: String,
}

impl Piece {
    fn end(&self) -> u32 {
        self.at + self.text.chars().count() as u32
    }
}

/// The words, numbers and signs of a text. A number keeps the commas and the point in it.
fn pieces(text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let grouping = matches!(c, ',' | '.') && digit(before) && digit(chars.get(at + 1));
        let letter = c.is_alphanumeric() || grouping;
        let parted = digit(before) && c.is_alphabetic();
        match pieces.last_mut() {
            Some(last) if open && letter && !parted => last.text.extend(c.to_lowercase().next()),
            _ if c.is_whitespace() => {}
            _ => pieces
                .push(Piece { at: at as u32, text: c.to_lowercase().next().into_iter().collect() }),
        }
        open = letter;
    }
    pieces
}

/// The value of one piece, if it is a number.
fn plain(word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return number(&word.replace(',', "")).filter(|value| value.is_finite());
    }
    let place = |list: &[&str]| list.iter().position(|known| *known == word);
    place(&SMALL).map(|n| n as f64).or(place(&TENS).map(|n| n as f64 * 10.0 + 20.0))
}

fn scale(word: &str) -> Option<f64> {
    SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale)
}

/// The first amount in the words.
pub(super) fn amount(words: &str) -> Option<Amount> {
    let pieces = pieces(words);
    let text = |at: usize| pieces.get(at).map_or("", |piece| piece.text.as_str());
    let article = |at: usize| text(at) == "a" && scale(text(at + 1)).is_some();
    let first = (0..pieces.len()).find(|&at| plain(text(at)).is_some() || article(at))?;
    let (mut total, mut part, mut at) = (0.0, 0.0, first);
    if article(first) {
        (part, at) = (1.0, first + 1);
    }
    loop {
        // "twenty-five", "two hundred and five"
        let joined = usize::from(at > first && matches!(text(at), "-" | "and"));
        let fits = |n: f64| at == first || part % 100.0 == 0.0 || part % 10.0 == 0.0 && n < 10.0;
        if let Some(n) = plain(text(at + joined)).filter(|n| fits(*n)) {
            let digits = text(first).starts_with(|c: char| c.is_ascii_digit());
            if at > first && digits {
                break;
            }
            part += n;
            at += joined + 1;
        } else if let Some(scale) = scale(text(at)) {
            part *= scale;
            if scale >= 1e3 {
                total += std::mem::take(&mut part);
            }
            at += 1;
        } else {
            break;
        }
    }
    let last = pieces.get(at - 1)?;
    let mut span = Span::new(pieces[first].at, last.end());
    let lead: Vec<&str> = (0..first).map(text).filter(|word| *word != "-").collect();
    let lead = lead.join(" ");
    let known = SIGNS.iter().find(|(words, _)| lead.ends_with(words));
    let sign = known.map_or(FigureSign::Exactly, |(_, sign)| *sign);
    let currency = first.checked_sub(1).map(text);
    let unit = match currency.filter(|sign| matches!(*sign, "$" | "€" | "£" | "¥" | "₹" | "₽"))
    {
        Some(currency) => {
            span.start = pieces[first - 1].at;
            currency.to_owned()
        }
        None if matches!(text(at), "%" | "percent") => {
            span.end = pieces[at].end();
            "%".to_owned()
        }
        None => words.chars().skip(span.end as usize).collect::<String>().trim().to_owned(),
    };
    let value = total + part;
    value.is_finite().then_some(Amount { span, value, sign, unit })
}

/// The value of a number as a person writes it: `5,200`, `-3`, `2.5 million`, `twelve`.
pub(super) fn value_of(words: &str) -> Option<f64> {
    let words = words.trim();
    let (minus, words) = match words.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, words),
    };
    let amount = amount(words)?;
    let whole = amount.span.len() as usize == words.chars().count();
    whole.then_some(if minus { -amount.value } else { amount.value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_that_people_choose() {
        use FigureSign::{About, AtLeast, Exactly, MoreThan};
        for (words, number, value, sign, unit) in [
            ("5,200 US troops", "5,200", 5200.0, Exactly, "US troops"),
            ("more than 30 missiles", "30", 30.0, MoreThan, "missiles"),
            ("about twenty-five per cent", "twenty-five", 25.0, About, "per cent"),
            ("$2.5 million", "$2.5 million", 2.5e6, Exactly, "$"),
            ("£3bn in aid", "£3bn", 3e9, Exactly, "£"),
            ("12%", "12%", 12.0, Exactly, "%"),
            (
                "at least two hundred and five people",
                "two hundred and five",
                205.0,
                AtLeast,
                "people",
            ),
            ("three thousand two hundred", "three thousand two hundred", 3200.0, Exactly, ""),
            ("a dozen rockets", "a dozen", 12.0, Exactly, "rockets"),
            ("Flight 1234", "1234", 1234.0, Exactly, ""),
            ("17 hours", "17", 17.0, Exactly, "hours"),
            ("5 or 6 men", "5", 5.0, Exactly, "or 6 men"),
            // No exponents: too large a number cannot come of letters.
            ("1e999x", "1", 1.0, Exactly, "e999x"),
        ] {
            let found = amount(words).expect(words);
            let cut = |s: Span| -> String {
                words.chars().skip(s.start as usize).take(s.len() as usize).collect()
            };
            assert_eq!((cut(found.span).as_str(), found.value), (number, value), "{words}");
            assert_eq!((found.sign, found.unit.as_str()), (sign, unit), "{words}");
        }
        for words in ["", "a crowd of people", "many", "—", ".", "%", "$", "million"] {
            assert_eq!(amount(words), None, "{words}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (words, value) in [
            ("5,200", Some(5200.0)),
            ("-3", Some(-3.0)),
            ("2.5 million", Some(2.5e6)),
            (" twelve ", Some(12.0)),
            ("2014", Some(2014.0)),
            ("3%", Some(3.0)),
            ("", None),
            ("many", None),
            ("5 or 6", None),
            ("1e999", None),
        ] {
            assert_eq!(value_of(words), value, "{words}");
        }
    }

    proptest! {
        #[test]
        fn any_words(words in "(more than |\\$|a )?[0-9,.]{0,30} ?(million|%|dozen|and|-| )*\\PC{0,9}|\\PC*") {
            if let Some(found) = amount(&words) {
                prop_assert!(found.value.is_finite());
                prop_assert!(!found.span.is_empty() && found.span.end as usize <= words.chars().count());
            }
        }
    }
}
