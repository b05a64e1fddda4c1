//! Names: people, organisations, places.
//!
//! A linear-chain conditional random field labels each token from features of the words
//! around it, of lists of known names, and of the whole document; then the document is made
//! consistent, because news names the same things over and over.

mod consistent;
pub mod document;
mod explain;
pub mod features;
pub mod gazetteer;
mod kinds;
mod known;
pub mod label;
mod model;
mod repair;
mod rice;
pub mod second;
pub mod viterbi;
pub mod words;

pub use explain::{Reason, explain};
pub(super) use kinds::is_prefix as is_ship_prefix;
pub use known::Known;
pub use label::Kind;
pub use model::{MAGIC, Model};

use crate::analyst::text::Text;
use crate::article::order::sort_by;
use features::Scene;
use label::{LABELS, OUTSIDE, begin, inside, is_begin, kind_of};
use second::Memory;
use std::ops::Range;

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: Kind,
}

/// The names of a text, in order; none overlap.
pub fn read(text: &Text) -> Vec<Name> {
    read_with_hits(text, Known::bundled()).0
}

/// The names of a text, and the gazetteer's hits for its tokens.
pub fn read_with_hits(text: &Text, known: &Known) -> (Vec<Name>, Vec<gazetteer::Hits>) {
    let scene = Scene::new(text, &known.lists);
    let names = names_in(text, &scene, &known.first, &known.second);
    (names, scene.hits)
}

/// The names as these models see them.
pub fn read_with(text: &Text, first: &Model, second: &Model) -> Vec<Name> {
    names_in(text, &Scene::new(text, &Known::bundled().lists), first, second)
}

fn names_in(text: &Text, scene: &Scene, first: &Model, second: &Model) -> Vec<Name> {
    // Without weights every label is as good as another.
    if first.is_empty() {
        return Vec::new();
    }
    let mut scores = first_scores(text, scene, first);
    let mut names = decode(text, &scores, first);
    if !second.is_empty() {
        let labels = labels_of(&names, text.tokens.len());
        let memory = Memory::new(text, &labels, &names);
        for sentence in &text.sentences {
            memory.sentence(sentence.clone(), |at, feature| second.add(feature, &mut scores[at]));
        }
        names = decode(text, &scores, second);
    }
    repair::repair(text, &scene.hits, &mut names);
    kinds::ships(text, &scene.hits, &mut names);
    consistent::agree(text, &scene.hits, &mut names);
    kinds::settle(text, &scene.hits, &mut names);
    add_demonyms(text, scene, &mut names);
    names
}

/// The scores of the first look, for every token.
pub fn first_scores(text: &Text, scene: &Scene, model: &Model) -> Vec<[f32; LABELS]> {
    let mut scores = vec![CLOSED; text.tokens.len()];
    for sentence in &text.sentences {
        model.scores(scene, sentence.clone(), &mut scores[sentence.clone()]);
    }
    scores
}

/// The names that the scores give.
pub fn decode(text: &Text, scores: &[[f32; LABELS]], model: &Model) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in &text.sentences {
        let labels = viterbi::best(&scores[sentence.clone()], &model.transitions);
        names_of(&labels, sentence.start, &mut names);
    }
    names
}

/// Words such as "Iraqi", where they are not part of a name.
fn add_demonyms(text: &Text, scene: &Scene, names: &mut Vec<Name>) {
    let mut free = vec![true; text.tokens.len()];
    for name in names.iter() {
        free[name.tokens.clone()].iter_mut().for_each(|f| *f = false);
    }
    for (at, token) in text.tokens.iter().enumerate() {
        let known = scene.hits[at].any(gazetteer::DEMONYMS);
        if free[at] && known && token.is_capital() {
            names.push(Name { tokens: at..at + 1, kind: Kind::Demonym });
        }
    }
    sort_by(names, |name| name.tokens.start as i64);
}

/// Scores of a token that cannot belong to a name.
pub const CLOSED: [f32; LABELS] = [0.0, -1e4, -1e4, -1e4, -1e4, -1e4, -1e4];

/// The names that the labels of a sentence spell.
pub fn names_of(labels: &[u8], start: usize, names: &mut Vec<Name>) {
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at];
        let first = at;
        at += 1;
        let Some(kind) = kind_of(label).filter(|_| is_begin(label)) else { continue };
        while at < labels.len() && labels[at] == inside(kind) {
            at += 1;
        }
        names.push(Name { tokens: start + first..start + at, kind });
    }
}

/// The labels that spell these names.
pub fn labels_of(names: &[Name], tokens: usize) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; tokens];
    for name in names {
        for at in name.tokens.clone() {
            labels[at] = if at == name.tokens.start { begin(name.kind) } else { inside(name.kind) };
        }
    }
    labels
}
