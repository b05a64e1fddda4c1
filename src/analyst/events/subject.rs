//! Who does it: the subject of a clause, freed from what stands around it.

mod shown;

use super::clause::{Clause, Link};
use super::part::noun_before;
use super::phrase::render;
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::verbs::{bit, verb};
use super::words::{is_adverb, is_determiner, is_preposition};
use crate::analyst::effort;
use crate::analyst::linking::titled;
use crate::analyst::names::Kind;
use crate::analyst::text::Class;
use shown::{LONGEST, shown, words};
use std::ops::Range;

/// The most tokens of a subject.
const TOKENS: usize = 48;

/// Who or what a clause is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// Its words.
    pub tokens: Range<usize>,
    /// As a headline has it.
    pub words: String,
    /// The name among them.
    pub cluster: Option<usize>,
    /// The bare name that its words end with.
    pub name: Option<String>,
    /// Whether it is nothing but a number.
    pub number: bool,
    /// Whether it is "he", "they", "this".
    pub pronoun: bool,
}

const LEADING: &str = " and but or so yet nor however meanwhile then previously later now still instead \
moreover therefore thus indeed nevertheless nonetheless earlier also furthermore besides otherwise \
similarly afterwards afterward subsequently again though only even just too today yesterday \
clearly perhaps while whereas if that when far ";

const PRONOUNS: &str = " he she it they we i you this that these those which who what there one ";

/// The subject of the clause.
pub(super) fn subject(scene: &Scene, clause: &Clause) -> Subject {
    let verb = clause.group.tokens.start;
    let own = clause.body.start.min(verb)..verb;
    let outside = clause.head.clone().unwrap_or(own.start..own.start);
    let tokens = match clause.link {
        Link::Relative => {
            // "the letter that he sent" has a subject of its own
            let own = trim(scene, own);
            let pronoun = clause.body.start.saturating_sub(1);
            let comma = pronoun > outside.start && scene.text.word(pronoun - 1) == ",";
            // "he saw Smith, who left": the name before the comma
            let noun = || match comma {
                true => noun_before(scene, pronoun, outside.start),
                false => outside.clone(),
            };
            if own.is_empty() {
                trim(scene, noun())
            } else {
                // "the letter that Iran sent": what was sent leads the headline
                let mut subject = of(scene, own.clone());
                let object = trim(scene, outside.clone());
                let all: Vec<usize> = object.clone().chain(pronoun..own.end).collect();
                let words = render(scene.text, &all);
                if !object.is_empty() && words.chars().count() <= LONGEST {
                    subject.words = words;
                }
                return subject;
            }
        }
        _ if clause.head.is_some() => trim(scene, outside),
        _ => trim(scene, own),
    };
    of(scene, tokens)
}

/// These words as a subject.
pub(super) fn of(scene: &Scene, tokens: Range<usize>) -> Subject {
    if tokens.is_empty() {
        return Subject::default();
    }
    let (shown, cluster) = shown(scene, tokens.clone());
    let pronoun = shown.len() == 1 && scene.text.is_in(shown.start, PRONOUNS);
    let number = tokens.len() == 1 && scene.text.tokens[tokens.start].class == Class::Number;
    let joined = shown.clone().any(|i| scene.text.is_in(i, " and or "));
    let person = |&name: &usize| {
        let known = &scene.named.names[name];
        known.kind == Kind::Person
            && known.tokens.end == shown.end
            && known.tokens.start > shown.start
    };
    let name = shown
        .end
        .checked_sub(1)
        .and_then(|last| scene.name_at(last))
        .filter(|name| !joined && person(name));
    let name = name.map(|name| scene.text.slice(scene.named.names[name].tokens.clone()).to_owned());
    Subject { words: words(scene, shown), tokens, cluster, name, number, pronoun }
}

/// Cuts off what leads in ("On Monday,", "Previously,") and what trails ("early today").
fn trim(scene: &Scene, tokens: Range<usize>) -> Range<usize> {
    let text = scene.text;
    let mut start = tokens.start.max(tokens.end.saturating_sub(TOKENS));
    let mut end = tokens.end;
    loop {
        effort::step();
        let from = start;
        while start < end {
            let sign = text.tokens[start].class == Class::Sign
                && !scene.has(start, NAME)
                && !matches!(text.word(start), "$" | "£" | "€" | "#");
            if let Some(passage) = scene.passage_at(start).filter(|p| p.start == start) {
                // speech before its frame: “…,” he said
                let ends = text.word(passage.end.saturating_sub(2));
                let spoken = matches!(ends, "," | "." | "!" | "?" | "…");
                if passage.end <= end && (spoken || passage.end < end && passage.len() > 5) {
                    start = passage.end;
                    continue;
                }
                break;
            }
            let lower =
                text.is_in(start, LEADING) && !(text.is_in(start, PRONOUNS) && start + 1 == end);
            // "that" before a noun points at it
            if scene.has(start, DATE) && !attributive(scene, start)
                || sign
                || lower
                || is_adverb(text.word(start)) && !scene.has(start, NAME)
                // “…,” says Smith, who … and became
                || verb(text, start).is(bit::SPEECH)
                    && text.is_in(start, " says said ")
                    && start + 1 < end
                    && scene.has(start + 1, NAME)
            {
                start += 1;
            } else {
                break;
            }
        }
        // a phrase that leads in, up to its comma
        let leads = start < end && (is_preposition(text.word(start)) || text.is_in(start, " after before since until when while because although though if given according due amid ") || text.tokens[start].class == Class::Word && verb(text, start).is(bit::ING) || leads_as_capital(scene, start));
        if leads && !scene.has(start, NAME) {
            let comma = (start..end)
                .find(|&i| text.word(i) == "," && !scene.has(i, QUOTED | BRACKET | NAME | DATE));
            if let Some(comma) = comma.filter(|&c| c + 1 < end) {
                start = comma + 1;
            } else if text.tokens[start].class == Class::Word
                && start + 1 < end
                && scene.has(start + 1, DATE)
            {
                start += 1;
            }
        }
        if start == from || start >= end {
            break;
        }
    }
    // "according to figures published on Monday": the figures
    if start + 2 < end && text.is(start, "according") && text.is(start + 1, "to") {
        start += 2;
    }
    start = over_lead(scene, start..end);
    while end > start {
        let last = end - 1;
        let sign = matches!(text.word(last), "," | "-" | "–" | "—" | ";" | ":" | "(")
            && !scene.has(last, NAME);
        let dated = scene.has(last, DATE) && !attributive(scene, last);
        let on = is_preposition(text.word(last))
            && text.tokens.get(end).is_some()
            && scene.has(end, DATE);
        if sign
            || dated
            || on
            || is_adverb(text.word(last)) && !scene.has(last, NAME) && last > start
        {
            end = last;
        } else {
            break;
        }
    }
    start..end.max(start)
}

/// Over a phrase that leads in without a comma: "As a result Chrysler", "Going on he".
fn over_lead(scene: &Scene, tokens: Range<usize>) -> usize {
    let (text, start, end) = (scene.text, tokens.start, tokens.end);
    if end <= start + 1 {
        return start;
    }
    let last = end - 1;
    if text.is_in(last, " he she they it we ") {
        return last;
    }
    let preposition = is_preposition(text.word(start)) && !scene.has(start, NAME | QUOTED);
    let phrase = leads_as_capital(scene, start)
        && (is_preposition(text.word(start + 1)) || is_determiner(text.word(start + 1)));
    if !preposition && !phrase {
        return start;
    }
    // the name before the verb, if it is no part of the phrase
    let name = scene.name_at(last).map(|name| titled(text, &scene.named.names, name).start);
    let name = name.filter(|&at| at > start && !is_preposition(text.word(at - 1)));
    name.filter(|&at| !is_determiner(text.word(at - 1)) && !text.is_in(at - 1, " and or "))
        .unwrap_or(if phrase { end } else { start })
}

/// "Citing", "According": capitalised because the sentence begins.
fn leads_as_capital(scene: &Scene, at: usize) -> bool {
    let word = scene.text.word(at);
    scene.text.tokens[at].is_capital()
        && !scene.has(at, NAME)
        && word.len() > 5
        && word.ends_with("ing")
}

/// Whether the time expression at the token belongs to a noun: "the 2003 invasion".
pub(super) fn attributive(scene: &Scene, at: usize) -> bool {
    let text = scene.text;
    let Some(date) = scene.date_at(at) else { return false };
    // "summer storms"
    let season = date.len() == 1 && text.is_in(at, " spring summer autumn winter ");
    let opened = season
        || date.start > 0
            && (text.is_in(date.start - 1, " the a an his her its their our this 's ’s last ")
                || scene.has(date.start - 1, NAME)
                    && text.tokens[date.start].class == Class::Number);
    let inner = text.is(date.start, "the") && date.len() > 1;
    let Some(next) = text.tokens.get(date.end) else { return false };
    let noun = next.class == Class::Word && next.lines == 0
        && !is_preposition(text.word(date.end))
        && !is_adverb(text.word(date.end))
        && !text.is_in(date.end, " to and or but that which who when while after before is are was were has had have will would may he she it they we i the a an ")
        && verb(text, date.end).bits & (bit::PAST | bit::SPEECH) == 0;
    let possessive = text.is_in(date.end, " 's ’s ");
    possessive || (opened && !inner && noun)
}
