//! Verb groups: "has repeatedly reaffirmed", "may now begin", "was hit", "are leaving".

use super::alone::{lone, present};
use super::auxiliary::Reader;
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::scheduled::{is_scheduled, scheduled};
use super::verbs::{Verb, verb};
use super::words::{BE, DO, HAVE, MODALS, WONT, is_adverb, is_determiner, is_preposition};
use crate::analyst::text::{Case, Class, is_in};
use std::ops::Range;

/// What a verb group says about when and whether.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "launched", "was hit".
    Past,
    /// "had attacked".
    PastPerfect,
    /// "has asked".
    Perfect,
    /// "says".
    Present,
    /// "are leaving", "was leaving".
    Progressive,
    /// "will send", "plans to send", "is to meet".
    Future,
    /// "may send", "could begin".
    Possible,
}

/// A finite verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// From the first auxiliary to the last verb.
    pub tokens: Range<usize>,
    /// The verb that tells what happens.
    pub main: usize,
    /// The finite verb itself: of "plans to send" it is "plans".
    pub finite: usize,
    pub verb: Verb,
    pub tense: Tense,
    pub passive: bool,
    pub negated: bool,
    /// What it tells was meant to happen: "agreed to buy".
    pub plans: bool,
    /// Tells how something is: "is", "has".
    pub state: bool,
    /// Might as well be a participle: "troops deployed".
    pub open: bool,
}

/// The verb group whose finite verb stands here, before `end`; `start` is where its sentence
/// begins, `fresh` whether no verb was found before.
pub(super) fn group(
    scene: &Scene,
    at: usize,
    start: usize,
    end: usize,
    fresh: bool,
) -> Option<Group> {
    let text = scene.text;
    let token = text.tokens.get(at)?;
    if scene.has(at, QUOTED | BRACKET | NAME | DATE) || token.class == Class::Number {
        return None;
    }
    let word = text.word(at);
    let clitic = token.class == Class::Sign;
    if (token.case != Case::Lower && !clitic) || (clitic && !is_in(BE, word) && !is_in(HAVE, word))
    {
        return None;
    }
    // most words are no verb by their form, which one look-up tells
    if !clitic && verb(text, at).bits == 0 && !word.ends_with('s') && !is_scheduled(word) {
        return None;
    }
    let before = before(scene, at, start);
    // "the will", "a must", "the group's"
    if clitic
        && !(at > start && text.is_in(at - 1, " he she it that who there we they i you what "))
    {
        return None;
    }
    let reader = Reader { scene, end };
    if is_in(MODALS, word) || is_in(WONT, word) {
        if before.is_some_and(|b| is_determiner(text.word(b))) {
            return None;
        }
        return reader.modal(at);
    }
    if is_in(BE, word) {
        return reader.be(at);
    }
    if is_in(HAVE, word) {
        return before.is_none_or(|b| !is_infinitive_sign(scene, b)).then(|| reader.have(at))?;
    }
    if is_in(DO, word) {
        let next = reader.next(at + 1);
        let negated = word.contains(['\'', '’']) || text.is(at + 1, "not");
        let base = next.filter(|&n| text.tokens[n].case == Case::Lower && negated);
        let main = base.unwrap_or(at);
        let tense =
            if text.is_in(at, " did didn't didn’t ") { Tense::Past } else { Tense::Present };
        let mut group = reader.plain(at..main + 1, main, tense);
        group.negated = negated;
        group.state |= base.is_none();
        return Some(group);
    }
    scheduled(&reader, at, before, fresh)
        .or_else(|| lone(&reader, at, start, before))
        .or_else(|| present(&reader, at, before, fresh))
}

/// The token before, over adverbs.
fn before(scene: &Scene, at: usize, start: usize) -> Option<usize> {
    let first = start.max(at.saturating_sub(6));
    let idle = |i: usize| {
        // "the letter sent on Monday arrived"
        is_adverb(scene.text.word(i))
            || scene.has(i, DATE)
            || is_preposition(scene.text.word(i)) && i + 1 < at && scene.has(i + 1, DATE)
    };
    (first..at).rev().find(|&i| !idle(i))
}

pub(super) fn is_infinitive_sign(scene: &Scene, at: usize) -> bool {
    scene.text.is(at, "to") || is_in(MODALS, scene.text.word(at))
}
