//! Everything that is found in a text, in one go.

use super::dates::{self, Given, Reading};
use super::doubt::{Doubt, doubt};
use super::events::{self, Event};
use super::names::Known;
use super::text::Text;
use super::{Named, named_with};
use std::ops::Range;

/// A text and what was found in it.
pub struct Analysis<'a> {
    /// The text taken apart.
    pub text: Text<'a>,
    /// Its dates, and the day they count from.
    pub reading: Reading,
    /// Its names, quotations and figures.
    pub named: Named,
    /// What happened, in text order.
    pub events: Vec<Event>,
    /// Why little was found, if that is to be expected.
    pub doubt: Option<Doubt>,
    /// What the names were read with.
    pub known: &'a Known,
}

/// Reads a text. Linear in its length.
pub fn read(source: &str, given: Given) -> Analysis<'_> {
    read_with(source, given, Known::bundled())
}

/// The same, with these weights and lists.
pub fn read_with<'a>(source: &'a str, given: Given, known: &'a Known) -> Analysis<'a> {
    let reading = dates::analyse(source, given);
    let text = Text::read(source);
    let dated: Vec<Range<usize>> = reading
        .timexes
        .iter()
        .map(|timex| {
            let from =
                text.tokens.partition_point(|token| token.at + token.scalars <= timex.span.start);
            let to = text.tokens.partition_point(|token| token.at < timex.span.end);
            from..to.max(from)
        })
        .collect();
    let named = named_with(&text, &dated, known);
    let events = events::read(&text, &reading, &named);
    let doubt = doubt(&text);
    Analysis { text, reading, named, events, doubt, known }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_date_and_no_figure() {
        let found = read("Some 3,500 soldiers returned to Iraq in 2014.", Given::Nothing);
        assert_eq!(found.reading.timexes.len(), 1);
        let values: Vec<f64> = found.named.figures.iter().map(|figure| figure.value).collect();
        assert_eq!(values, [3500.0]);
        assert_eq!(found.named.clusters[0].name, "Iraq");
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        for text in ["", " \n\t", "…?!", "\0\0"] {
            let found = read(text, Given::Nothing);
            assert!(found.reading.timexes.is_empty() && found.named.names.is_empty(), "{text:?}");
        }
    }
}
