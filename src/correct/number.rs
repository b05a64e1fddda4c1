//! Corrections of figures.

use super::claim::{free, stand};
use super::correction::{Ref, Sort, Words};
use super::given::maybe_line;
use super::place::Places;
use super::refused::Refused;
use crate::analyst::figures;
use crate::analyst::text::Text;
use crate::article::{Article, Figure, FigureSign, Ids, Span};

pub(super) fn new(article: &mut Article, words: &Words) -> Result<(), Refused> {
    let places = Places::new(article);
    stand(&places, words)?;
    let text = Text::read(&words.text);
    let none = || Refused::NoNumber(words.text.clone());
    let found = figures::read(&text, &[], &[]).into_iter().next();
    let place = |span: Span| Span::new(words.span.start + span.start, words.span.start + span.end);
    let (number, value, sign, unit) = match found {
        Some(found) => {
            (text.span(found.number.clone()), found.value, found.sign.into(), found.unit)
        }
        None => {
            let (span, value) = only_number(&text).ok_or_else(none)?;
            (span, value, FigureSign::Exactly, String::new())
        }
    };
    let number = place(number);
    let taken = |other: &Figure| other.number.overlaps(number);
    if article.figures.iter().any(taken) {
        return Err(Refused::Taken(places.slice(number).to_owned()));
    }
    free(article, &places, number)?;
    let id = Ids::of(article).next(&format!("f-{}", words.text));
    let counts = words.text.clone();
    let span = words.span;
    let figure = Figure { id, span, number, value, sign, unit, counts, ..Figure::default() };
    let at = article.figures.partition_point(|other| other.span.start <= span.start);
    article.figures.insert(at, figure);
    Ok(())
}

/// The first number where there is no figure: a lone "2014" is a number if somebody says so.
fn only_number(text: &Text) -> Option<(Span, f64)> {
    (0..text.tokens.len()).find_map(|at| {
        let number = figures::number(text, at)?;
        Some((text.span(at..number.end), number.value))
    })
}

/// The value of a number as a person writes it: `5,200`, `-3`, `2.5 million`, `twelve`.
fn value_of(words: &str) -> Option<f64> {
    let words = words.trim();
    let (minus, digits) = match words.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, words),
    };
    let text = Text::read(digits);
    let number = figures::number(&text, 0).filter(|n| n.end == text.tokens.len())?;
    let value = if minus { -number.value } else { number.value };
    value.is_finite().then_some(value)
}

pub(super) fn value(
    article: &mut Article,
    figure: &Ref,
    value: &str,
    sign: FigureSign,
) -> Result<(), Refused> {
    let expected = "a number such as 5,200 or 2.5 million";
    let number = value_of(value).ok_or_else(|| Refused::Expected(expected, value.to_owned()))?;
    change(article, figure, |figure| (figure.value, figure.sign) = (number, sign))
}

pub(super) fn unit(article: &mut Article, figure: &Ref, unit: &str) -> Result<(), Refused> {
    let unit = maybe_line(unit, "a unit of at most 200 characters")?;
    change(article, figure, |figure| figure.unit = unit)
}

pub(super) fn counts(article: &mut Article, figure: &Ref, counts: &str) -> Result<(), Refused> {
    let counts = maybe_line(counts, "what is counted, in at most 200 characters")?;
    change(article, figure, |figure| figure.counts = counts)
}

fn change(
    article: &mut Article,
    figure: &Ref,
    change: impl FnOnce(&mut Figure),
) -> Result<(), Refused> {
    let at = figure.find_as(article, Sort::Figure)?;
    let figure = &mut article.figures[at];
    change(figure);
    article.found.remove(&figure.id);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
