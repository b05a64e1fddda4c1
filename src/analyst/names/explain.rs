//! Why a token is labelled as it is: the features that weighed most.

use super::Name;
use super::features::Scene;
use super::label::{LABELS, begin, inside};
use super::model::Model;
use crate::analyst::text::Text;
use crate::article::order::sort_by;

/// What a feature looked at, and how much it spoke for the name.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The token of the name.
    pub token: usize,
    /// What was looked at, in words.
    pub what: &'static str,
    /// How many tokens away it stands, where it is one word; 0 is the token itself.
    pub offset: Option<isize>,
    /// By how much it spoke for this label rather than for the best other one.
    pub weight: f32,
}

/// The features that spoke most for a name, at most `most` of them, the weightiest first.
/// `model` is that of the first look.
pub fn explain(text: &Text, scene: &Scene, model: &Model, name: &Name, most: usize) -> Vec<Reason> {
    let sentence = text.sentences[text.sentence_of(name.tokens.start)].clone();
    let mut reasons: Vec<Reason> = Vec::new();
    scene.templates(sentence, |at, template, feature| {
        if !name.tokens.contains(&at) {
            return;
        }
        let label =
            if at == name.tokens.start { begin(name.kind) } else { inside(name.kind) } as usize;
        let Some(weights) = model.weights(feature) else { return };
        let others = (0..LABELS).filter(|&other| other != label).map(|other| weights[other]);
        let weight = weights[label] - others.fold(f32::MIN, f32::max);
        if weight > 0.0 {
            reasons.push(Reason {
                token: at,
                what: words(template),
                offset: offset(template),
                weight,
            });
        }
    });
    // Above zero the bits of numbers are in the order of the numbers.
    sort_by(&mut reasons, |reason| -i64::from(reason.weight.to_bits()));
    reasons.truncate(most);
    reasons
}

/// Where the one word stands that a template looks at, if it is one.
fn offset(template: u64) -> Option<isize> {
    match template {
        1..=5 => Some(template as isize - 3),
        11..=15 => Some(template as isize - 13),
        30..=32 => Some(template as isize - 31),
        34..=36 => Some(template as isize - 35),
        38..=40 => Some(template as isize - 39),
        16 | 24 | 27 => Some(-1),
        25 | 28 => Some(1),
        _ => None,
    }
}

/// What a template looks at.
fn words(template: u64) -> &'static str {
    match template {
        1 | 2 => "a word before",
        3 => "the word itself",
        4 | 5 => "a word behind",
        6..=10 | 18..=21 | 26 => "how the words are written",
        11..=15 | 24 | 25 | 30..=32 => "titles, verbs or head words beside it",
        16 | 27 => "the two words before or up to it",
        17 | 28 => "the word and the next, or the next two",
        22 | 23 => "a word beside it and how it is written",
        34..=36 | 38..=44 => "lists of known names",
        50..=55 => "how the document writes the word elsewhere",
        60..=63 => "how the word begins",
        64..=67 => "how the word ends",
        70..=82 => "the run of capitalised words that it stands in",
        _ => "names in general",
    }
}
