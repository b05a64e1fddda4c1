//! Verbs without an auxiliary: "launched", "says", "operates an airline".
//!
//! A form such as "deployed" is a past or a participle; what stands before and behind decides.

use super::auxiliary::Reader;
use super::group::{Group, Tense, is_infinitive_sign};
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::verbs::{bit, verb};
use super::words::{BE, HAVE, PLURALS, is_determiner, is_preposition};
use crate::analyst::text::{Case, Class, is_in};

/// "operates an airline": the present of any verb. It tells how things are, but its clause
/// must not be taken for the subject of the next.
pub(super) fn present(
    reader: &Reader,
    at: usize,
    before: Option<usize>,
    fresh: bool,
) -> Option<Group> {
    let (scene, text) = (reader.scene, reader.scene.text);
    let (word, before) = (text.word(at), before?);
    let form =
        word.len() >= 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let subject = scene.has(before, NAME)
        || text.is_in(before, " it he she which who that ")
        || fresh && reader.may_be_subject(before);
    let object = text.is_in(at + 1, " a an the its his her their no this that ");
    if !form || !subject || !object || at + 1 >= reader.end {
        return None;
    }
    let mut group = reader.plain(at..at + 1, at, Tense::Present);
    group.state = true;
    Some(group)
}

/// A verb without an auxiliary.
pub(super) fn lone(
    reader: &Reader,
    at: usize,
    start: usize,
    before: Option<usize>,
) -> Option<Group> {
    let (scene, text) = (reader.scene, reader.scene.text);
    let found = verb(text, at);
    if found.bits == 0 {
        return None;
    }
    let previous = before.map_or("", |b| text.word(b));
    let next = text.word(at + 1);
    // "This caused a row": no noun behind it, so it is the subject
    let points = text.is_in(before.unwrap_or(at), " this that these those all both ")
        && (is_determiner(next) || is_preposition(next) || scene.has(at + 1, NAME));
    if before.is_some_and(|b| text.is_in(b, " having being ")) {
        return None;
    }
    if before.is_some_and(|b| {
        (is_determiner(previous) && !points)
            || is_preposition(previous)
            || is_in(HAVE, previous)
            || is_in(BE, previous)
            || is_infinitive_sign(scene, b)
    }) {
        // "he as well as she said" aside, no subject can stand there
        return None;
    }
    let subject = |b: usize| {
        scene.has(b, NAME)
            || text.is_in(b, " he she it they we i who which that and but or ")
            || text.tokens[b].is_word()
    };
    if found.is(bit::PAST) {
        let open = (found.is(bit::PARTICIPLE) || found.is(bit::SAME)) && !text.is(at, "said");
        // a hyphen or a number before: "anti-armed", "24 wounded soldiers"
        let number = before.is_some_and(|b| text.tokens[b].class == Class::Number);
        if number
            && open
            && text
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.is_word() && t.case == Case::Lower && !is_preposition(next))
        {
            return None;
        }
        if before.is_some_and(|b| matches!(text.word(b), "-" | "–" | "‐"))
            && text.tokens.get(at).is_some_and(|t| !t.space)
        {
            return None;
        }
        if open && next == "by" {
            return None;
        }
        if found.is(bit::SAME)
            && !before.is_some_and(|b| {
                scene.has(b, NAME)
                    || text.is_in(b, " he she it they we i who which that ")
                    || text.word(b).ends_with('s')
            })
        {
            return None;
        }
        let sign = before.is_none_or(|b| {
            text.tokens[b].class == Class::Sign
                && !matches!(text.word(b), "”" | "\"" | "’" | "'" | ")" | "%" | "»")
        });
        // ", based in Paris," against ", said"; a sentence in quotation marks may stand before
        if sign && open && !found.is(bit::SPEECH) && !opened_before(scene, at, start) {
            return None;
        }
        let mut group = reader.plain(at..at + 1, at, Tense::Past);
        group.open = open;
        if found.is(bit::AHEAD) && next == "to" {
            reader.ahead(&mut group, at + 2);
        }
        return Some(group);
    }
    // of the present only what speaks, plans or begins: the rest tells how things are
    let third = found.is(bit::THIRD);
    let plural = found.is(bit::BASE)
        && before.is_some_and(|b| {
            text.word(b).ends_with('s')
                || text.is_in(b, " they we i who ")
                || found.is(bit::AHEAD) && next == "to" && text.is(b, "and")
        });
    let telling = found.is(bit::SPEECH) || (found.is(bit::AHEAD) && next == "to");
    let noun = before.is_some_and(|b| {
        !scene.has(b, NAME)
            && !text.is_in(
                b,
                " he she it who which that government ministry police army president minister and ",
            )
    }) && !plural;
    if telling && (third || plural) && before.is_some_and(subject) {
        // "the calls for", "air force reports": a noun before may be part of a compound
        let clause =
            matches!(next, "that" | "it" | "he" | "she" | "they" | "there" | "“" | "\"" | "‘")
                || is_determiner(next);
        let object = clause || matches!(next, "to" | ":" | ",");
        if (noun && !object)
            || (text.is_in(at, PLURALS) && !clause && !(found.is(bit::AHEAD) && next == "to"))
        {
            return None;
        }
        let mut group = reader.plain(at..at + 1, at, Tense::Present);
        if found.is(bit::AHEAD) && next == "to" {
            reader.ahead(&mut group, at + 2);
        }
        return Some(group);
    }
    None
}

/// Whether a comma stands further before, so that this one may close what it opened.
fn opened_before(scene: &Scene, at: usize, start: usize) -> bool {
    let first = start.max(at.saturating_sub(30));
    (first..at.saturating_sub(1))
        .any(|i| scene.text.word(i) == "," && !scene.has(i, QUOTED | BRACKET | NAME | DATE))
}
