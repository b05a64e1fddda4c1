//! What parts two clauses, and where the noun phrases beside it begin.

use super::clause::Link;
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::words::{is_adverb, is_determiner, is_preposition};
use crate::analyst::effort;
use crate::analyst::text::Class;
use std::ops::Range;

/// The most tokens between two verbs that are searched for what parts their clauses.
const GAP: usize = 60;

const RELATIVE: &str = " which who whom whose ";
const UNDER: &str = " where when while because although though after before since until if whereas \
unless whether why how what as once that ";
/// Of these, what may stand before a mere noun as well.
const ALSO_PREPOSITIONS: &str = " after before since until as once ";

/// What parts two verbs.
pub(super) enum Part {
    Nothing,
    /// A word that begins a clause, and whether it is a relative pronoun.
    Word(usize, Link),
    /// The next verb has the same subject.
    Shared(usize),
    /// Another main clause begins behind this token.
    Main(usize),
    Comma(usize),
}

/// What stands between two verbs, or between the beginning of the sentence and the first.
pub(super) fn part(scene: &Scene, before: usize, verb: usize, takes_object: bool) -> Part {
    let text = scene.text;
    let first = before.max(verb.saturating_sub(GAP));
    // the words right before the verb that are no subject
    let mut near = verb;
    let idle = |at: usize| {
        is_adverb(text.word(at))
            || scene.has(at, DATE)
            || text.word(at) == "," && (at + 1 < verb || at > 0 && scene.has(at - 1, DATE))
            || is_preposition(text.word(at)) && scene.has(at + 1, DATE)
    };
    while near > first && idle(near - 1) {
        near -= 1;
    }
    let free = |at: &usize| !scene.has(*at, QUOTED | BRACKET | NAME | DATE);
    let mut comma_behind = false;
    let (mut word, mut brk, mut and, mut comma) = (None, None, None, None);
    for at in (first..verb).rev() {
        effort::step();
        if !free(&at) {
            continue;
        }
        let mark = text.word(at);
        match mark {
            "," => {
                comma = comma.or(Some(at));
                comma_behind |= at + 1 < near;
            }
            ";" | ":" | "—" | "–" | "--" => {
                brk = brk.or(Some(at));
            }
            _ if text.is_in(at, RELATIVE) => {
                word = word.or(Some((at, Link::Relative)));
            }
            _ if text.is_in(at, UNDER) => {
                let preposition =
                    text.is_in(at, ALSO_PREPOSITIONS) && (comma_behind || at + 1 >= near);
                let well = text.is(at, "as")
                    && (text.is_in(at + 1, " well a an part much many of soon ")
                        || at > 0 && text.is_in(at - 1, " well such much many as "));
                let demonstrative = text.is(at, "that")
                    && at > 0
                    && (is_preposition(text.word(at - 1))
                        || brk.is_none() && text.word(at - 1) == "," && at + 1 < near);
                let relative = text.is(at, "that") && at + 1 >= near;
                if !preposition && !well && !demonstrative {
                    let link = if relative { Link::Relative } else { Link::Under };
                    // "that" behind a noun is a relative: "the copy that he has"
                    let noun = text.is(at, "that") && !takes_object;
                    word = word.or(Some((at, if noun { Link::Relative } else { link })));
                }
            }
            "and" | "or" | "but" | "while" | "And" | "But" => {
                and = match and {
                    // "but", or a comma before, parts clauses rather than nouns
                    Some(kept) if scene.text.is(kept, "but") || !strong(scene, at, first) => {
                        Some(kept)
                    }
                    _ => Some(at),
                }
            }
            _ => {}
        }
    }
    let begins = |at: usize| at + 1 >= near;
    match (word, brk, and) {
        (Some((at, _)), Some(mark), _) if mark > at => Part::Main(mark),
        (Some((at, _)), _, Some(and)) if and > at && (begins(and) || strong(scene, and, first)) => {
            if begins(and) {
                Part::Shared(and)
            } else {
                Part::Main(and)
            }
        }
        (Some((at, link)), ..) => Part::Word(at, link),
        (None, _, Some(and)) if brk.is_none_or(|b| and > b) => {
            if begins(and) {
                Part::Shared(and)
            } else if takes_object && !strong(scene, and, first) {
                Part::Nothing
            } else {
                Part::Main(and)
            }
        }
        (None, Some(mark), _) => Part::Main(mark),
        (None, None, None) => comma.map_or(Part::Nothing, Part::Comma),
        (None, None, Some(and)) => Part::Main(and),
    }
}

/// Words with which a clause begins that another follows: "If it holds, …".
const LEADING: &str = " if when while because although though unless whereas since as once until \
after before ";

/// Where the main clause begins whose verb this is, if a clause that begins at `at` ends before
/// it with a comma: the last comma behind which a noun of its own begins.
pub(super) fn main_behind(scene: &Scene, at: usize, verb: usize) -> Option<usize> {
    let text = scene.text;
    if !text.is_in(at, LEADING) {
        return None;
    }
    let first = (at + 2).max(verb.saturating_sub(GAP));
    let mut commas = 0;
    for comma in (first..verb).rev() {
        let from = comma + 1;
        if text.word(comma) != "," || scene.has(comma, QUOTED | BRACKET | NAME | DATE) {
            continue;
        }
        commas += 1;
        // "the mayor," right before the verb stands between two commas
        if from == verb || commas == 2 && text.word(verb - 1) == "," || scene.has(from, DATE) {
            continue;
        }
        let word = text.word(from);
        let noun = text.tokens[from].class == Class::Word
            && !is_preposition(word)
            && !is_adverb(word)
            && !text.is_in(from, " and or but which who whom whose that ")
            && super::verbs::verb(text, from).bits == 0;
        if noun || scene.has(from, NAME) || is_determiner(word) {
            return Some(from);
        }
    }
    None
}

fn strong(scene: &Scene, at: usize, first: usize) -> bool {
    scene.text.is(at, "but") || (at > first && matches!(scene.text.word(at - 1), "," | "”" | "\""))
}

/// Where the clause begins that is the object of a verb without "that".
pub(super) fn object_start(scene: &Scene, before: usize, verb: usize) -> usize {
    let text = scene.text;
    if verb > before && text.is_in(verb - 1, " he she it they we i there ") {
        return verb - 1;
    }
    let mut start = before;
    // "told reporters Monday", "said today"
    while start < verb
        && (scene.has(start, DATE)
            || is_adverb(text.word(start))
            || text.is_in(start, " on reporters journalists him her them us "))
    {
        start += 1;
    }
    // the last determiner that opens a noun of its own: "the fact the parliament voted"
    let first = start.max(verb.saturating_sub(12));
    let opens = |&at: &usize| {
        is_determiner(text.word(at))
            && text.tokens[at].class == Class::Word
            && !scene.has(at, NAME | QUOTED | DATE)
            && (at == start
                || !(is_preposition(text.word(at - 1))
                    || text.is_in(at - 1, " and or ")
                    || is_determiner(text.word(at - 1))))
    };
    (first..verb).rev().find(opens).unwrap_or(start).min(verb)
}

/// The noun that a relative pronoun at `at` is about.
pub(super) fn noun_before(scene: &Scene, at: usize, limit: usize) -> Range<usize> {
    let text = scene.text;
    let mut end = at;
    // "Smith, who", "Smith, 84, who"
    let age = |end: usize| {
        end < at && text.tokens[end - 1].class == Class::Number && text.word(end - 2) == ","
    };
    while end > limit && matches!(text.word(end - 1), "," | "(") || end > limit + 2 && age(end) {
        end -= 1;
    }
    if end == limit {
        return end..end;
    }
    if let Some(name) = scene.name_at(end - 1) {
        let name = crate::analyst::linking::titled(text, &scene.named.names, name);
        return name.start.max(limit)..end;
    }
    let first = limit.max(end.saturating_sub(8));
    let mut start = end;
    while start > first {
        let before = start - 1;
        let word = text.word(before);
        let stop = text.tokens[before].class == Class::Sign
            && !matches!(word, "-" | "’s" | "'s" | "%" | "$")
            || is_preposition(word)
            || text.is_in(before, " and or to ");
        if stop {
            break;
        }
        start = before;
        if is_determiner(word) && !matches!(word, "’s" | "'s") {
            break;
        }
    }
    start..end
}
