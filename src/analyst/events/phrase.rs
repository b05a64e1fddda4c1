//! Where phrases begin and on which words they cannot end.

use super::nominal::is_event_noun;
use super::scene::{DATE, NAME, QUOTED, Scene};
use super::verbs::{bit, verb};
use super::words::{is_adverb, is_determiner, is_preposition};
use crate::analyst::effort;
use crate::analyst::text::{Class, Text};

/// These tokens as running text.
pub(super) fn render(text: &Text, tokens: &[usize]) -> String {
    let mut words = String::new();
    let mut last: Option<usize> = None;
    for &at in tokens {
        effort::step();
        let word = text.word(at);
        let space = match last {
            None => false,
            Some(before) if before + 1 == at => text.spaced(at),
            Some(_) => !matches!(word, "," | "." | ";" | ":" | "!" | "?" | "’s" | "'s" | ")"),
        };
        if space {
            words.push(' ');
        }
        words.push_str(word);
        last = Some(at);
    }
    words
}

/// Whether a phrase begins with the token, so that a cut may stand before it.
pub(super) fn boundary(scene: &Scene, at: usize) -> bool {
    let text = scene.text;
    let word = text.word(at);
    let sign = matches!(word, "," | ";" | ":" | "—" | "–" | "--" | "." | "(");
    sign && !scene.has(at, NAME | DATE)
        || is_preposition(word) && !matches!(word, "of" | "'s" | "’s") && !scene.has(at, NAME)
        || text.is_in(at, " to but that which who where when while because although though after before since until if due ")
        || text.is(at, "as") && !(at > 0 && text.is(at - 1, "well"))
        || (!scene.has(at, NAME) && verb(text, at).is(bit::ING) && text.tokens[at].class == Class::Word && !is_noun(text, at))
}

/// Whether a word in "-ing" is a noun: "a heated meeting", "the hearing".
fn is_noun(text: &Text, at: usize) -> bool {
    is_event_noun(text.word(at))
        || (1..=2).any(|back| at >= back && is_determiner(text.word(at - back)))
}

/// A word on which no headline ends.
pub(super) fn dangles(scene: &Scene, at: usize) -> bool {
    let text = scene.text;
    let word = text.word(at);
    if scene.has(at, NAME) {
        return false;
    }
    let sign = text.tokens[at].class == Class::Sign
        && !matches!(word, "”" | "\"" | "’" | "»" | "%" | ")" | "'" | "?" | "!");
    sign || is_preposition(word) && !(text.is_in(at, " in on over through ") && closes(scene, at))
        || is_determiner(word)
        || text.is_in(at, " and or but to that which who where when while because although though after before since until as if is are was were be been has have had will would may it his due according such thanks prior early late compared ")
        || text.is(at, "well") && at > 0 && text.is(at - 1, "as")
}

pub(super) fn after_determiner(scene: &Scene, at: usize) -> bool {
    at > 0 && is_determiner(scene.text.word(at - 1))
}

pub(super) fn ing(scene: &Scene, at: usize) -> bool {
    scene.text.tokens[at].class == Class::Word && verb(scene.text, at).is(bit::ING)
}

/// Whether a participle stands at `index` that begins something that is cut off: "on a screen
/// erected", ", leading".
pub(super) fn loose(scene: &Scene, tokens: &[usize], index: usize) -> bool {
    let text = scene.text;
    let at = tokens[index];
    if scene.has(at, NAME | QUOTED) || !(ing(scene, at) || verb(text, at).is(bit::PARTICIPLE)) {
        return false;
    }
    let before = index.checked_sub(1).map(|i| tokens[i]);
    // "would be removed", "a meeting"
    !before.is_some_and(|b| {
        text.is_in(b, " is are was were be been being has have had get got ")
            || is_determiner(text.word(b))
            || is_adverb(text.word(b))
    })
}

/// "went on.": the clause ends with it.
fn closes(scene: &Scene, at: usize) -> bool {
    matches!(scene.text.word(at + 1), "." | "," | ";" | "!" | "?")
}
