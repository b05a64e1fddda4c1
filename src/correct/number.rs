//! Corrections of figures.

use super::amount::{Amount, amount, value_of};
use super::claim::{free, stand};
use super::correction::{Ref, Sort, Words};
use super::given::maybe_line;
use super::place::Places;
use super::refused::Refused;
use super::things::join_told;
use crate::article::{Article, Figure, FigureSign, Ids, Span};

pub(super) fn new(article: &mut Article, words: &Words) -> Result<(), Refused> {
    let places = Places::new(article);
    stand(&places, words)?;
    let none = || Refused::NoNumber(words.text.clone());
    let Amount { span: number, value, sign, unit } = amount(&words.text).ok_or_else(none)?;
    let number = Span::new(words.span.start + number.start, words.span.start + number.end);
    let taken = |other: &Figure| other.number.overlaps(number);
    if article.figures.iter().any(taken) {
        return Err(Refused::Taken(places.slice(number).to_owned()));
    }
    free(article, &places, number)?;
    let id = Ids::of(article).next(&format!("f-{}", words.text));
    let counts = words.text.clone();
    let span = words.span;
    let figure =
        Figure { id: id.clone(), span, number, value, sign, unit, counts, ..Figure::default() };
    join_told(article, span, &id, |event| &mut event.figures);
    let at = article.figures.partition_point(|other| other.span.start <= span.start);
    article.figures.insert(at, figure);
    Ok(())
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
