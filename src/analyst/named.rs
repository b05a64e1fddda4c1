//! Names, clusters, quotations and figures of a text in one go.

use super::figures::{self, Figure};
use super::linking::{self, Cluster};
use super::names::features::Scene;
use super::names::{self, Known, Name, Reason};
use super::quotations::{self, Quote};
use super::text::Text;
use std::ops::Range;

/// Who and what is named in a text, who says what, and what is counted.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Names in text order; none overlap.
    pub names: Vec<Name>,
    /// Names of one thing, in order of their first mention; every name is in one.
    pub clusters: Vec<Cluster>,
    /// Quotations in text order.
    pub quotes: Vec<Quote>,
    /// Figures in text order.
    pub figures: Vec<Figure>,
}

/// Reads a text. `dates` are the tokens that dates and times take, which are no figures.
pub fn named(text: &Text, dates: &[Range<usize>]) -> Named {
    named_with(text, dates, Known::bundled())
}

/// The same, with these weights and lists.
pub fn named_with(text: &Text, dates: &[Range<usize>], known: &Known) -> Named {
    let (names, hits) = names::read_with_hits(text, known);
    let clusters = linking::clusters(text, &names);
    let quotes = quotations::read(text, &names, &clusters, &hits);
    let mut taken = vec![false; text.tokens.len()];
    for date in dates {
        if let Some(tokens) = taken.get_mut(date.clone()) {
            tokens.fill(true);
        }
    }
    let figures = figures::read(text, &names, &taken);
    Named { names, clusters, quotes, figures }
}

impl Named {
    /// The features that spoke most for each name.
    pub fn reasons(&self, text: &Text, known: &Known) -> Vec<Vec<Reason>> {
        let scene = Scene::new(text, &known.lists);
        let reasons = |name| names::explain(text, &scene, &known.first, name, 5);
        self.names.iter().map(reasons).collect()
    }
}
