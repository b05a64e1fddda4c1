//! Events that a noun names, with a date beside it: "the 2003 invasion", "a request by the
//! minister in 2014"; and plans: "plans to send more troops".

use super::clause::Clause;
use super::headline;
use super::phrase;
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::when::own_dates;
use super::words::{is_adverb, is_determiner, is_preposition};
use crate::analyst::dates::{Kind, Stretch};
use crate::analyst::effort;
use crate::analyst::text::{Case, Class, is_in};
use std::ops::Range;

/// Nouns that name a happening.
const NOUNS: &str = " invasion attack attacks strike strikes war election elections agreement deal \
assassination bombing bombings coup crash earthquake explosion raid raids referendum revolution \
riots shooting shootings siege summit uprising uprisings vote withdrawal massacre murder killing \
killings arrest trial conviction verdict merger takeover acquisition launch flood floods hurricane \
tsunami fire wildfire outbreak pandemic epidemic protests demonstration demonstrations rally \
ceasefire truce treaty accord annexation offensive hijacking kidnapping debate inauguration \
resignation bankruptcy collapse crackdown disaster accident assault battle clashes conference \
genocide hearing inquiry intervention occupation operation evacuation eruption flight landing \
meeting nomination occupation promise pledge request recall release ruling sentencing speech \
statement strike talks test tests tour tournament visit ";

/// What may follow a noun phrase that has ended.
const AFTER_NOUN: &str = " and or but that which who whom when where while after before because as if is \
are was were has have had will would may might can could should must did does do than so he she it \
they ";

/// The most tokens between a noun and the date behind it.
const REACH: usize = 12;

/// An event that a noun names.
#[derive(Clone, Debug)]
pub(super) struct Nominal {
    pub passage: Range<usize>,
    pub noun: usize,
    pub headline: String,
    pub stretch: Option<Stretch>,
    pub rule: &'static str,
}

pub(super) fn is_event_noun(word: &str) -> bool {
    is_in(NOUNS, word)
}

/// The events that nouns of the sentence name; `taken` tells which dates have an event already.
pub(super) fn nominals(
    scene: &Scene,
    sentence: &Range<usize>,
    told: &[Range<usize>],
    clauses: &[Clause],
) -> Vec<Nominal> {
    let mut found: Vec<Nominal> = Vec::new();
    let dates: Vec<(Range<usize>, Stretch)> = scene
        .dates_in(sentence)
        .filter(|(_, timex)| timex.kind == Kind::Date)
        .filter_map(|(tokens, timex)| Some((tokens, timex.stretch?)))
        .filter(|(tokens, _)| !scene.has(tokens.start, QUOTED | BRACKET))
        .collect();
    for (date, stretch) in dates {
        effort::step();
        let ahead = behind(scene, &date, sentence.end);
        let free = told.binary_search_by_key(&date.start, |d| d.start).is_err();
        let noun = ahead
            .or_else(|| if free { before(scene, &date, sentence.start, clauses) } else { None });
        let Some(noun) = noun else { continue };
        if found.iter().rev().take(8).any(|n| n.noun == noun) {
            continue;
        }
        let passage = passage(scene, noun, &date, sentence);
        let headline = words(scene, passage.clone(), &date, noun);
        found.push(Nominal {
            passage,
            noun,
            headline,
            stretch: Some(stretch),
            rule: "a noun with a date",
        });
    }
    for at in sentence.clone() {
        if let Some(plan) = plan(scene, at, sentence.end, clauses) {
            found.push(plan);
        }
    }
    found
}

/// "2003 invasion", "2016 campaign promise", "Friday's drone strike".
fn behind(scene: &Scene, date: &Range<usize>, end: usize) -> Option<usize> {
    let limit = end.min(date.end + 4);
    let mut at = date.end;
    while at < limit {
        let token = &scene.text.tokens[at];
        let word = scene.text.word(at);
        if is_event_noun(word) && token.case == Case::Lower {
            // the head is the last noun: "election campaign" names no election
            let next = scene.text.tokens.get(at + 1);
            let word = scene.text.word(at + 1);
            let goes_on = at + 1 < end
                && next.is_some_and(|t| t.is_word() && t.case == Case::Lower && t.lines == 0)
                && !is_preposition(word)
                && !scene.has(at + 1, DATE)
                && !is_adverb(word)
                && super::verbs::verb(scene.text, at + 1).bits == 0
                && !scene.text.is_in(at + 1, AFTER_NOUN);
            if !goes_on {
                return Some(at);
            }
        } else if !(token.is_word() && !is_preposition(word) || matches!(word, "’s" | "'s"))
            || scene.text.is_in(at, " and or to the a an that is was were are has had ")
        {
            return None;
        }
        at += 1;
    }
    None
}

/// The noun of which the date behind it is one: no finite verb stands between.
fn before(scene: &Scene, date: &Range<usize>, start: usize, clauses: &[Clause]) -> Option<usize> {
    let text = scene.text;
    let on = date.start.checked_sub(1)?;
    if on <= start || !text.is_in(on, " in on of ") {
        return None;
    }
    let first = start.max(on.saturating_sub(REACH));
    let index = clauses.partition_point(|c| c.group.tokens.start < on);
    let verb = index.checked_sub(1).map_or(start, |i| clauses[i].group.tokens.end);
    let first = first.max(verb);
    (first..on).rev().find(|&at| {
        effort::step();
        !scene.has(at, QUOTED | BRACKET | NAME | DATE)
            && text.tokens[at].case == Case::Lower
            && is_event_noun(text.word(at))
            && !text.is_in(at.wrapping_sub(1), " to ")
    })
}

/// From the noun's determiner or possessor to the date, or to the end of its "of".
fn passage(
    scene: &Scene,
    noun: usize,
    date: &Range<usize>,
    sentence: &Range<usize>,
) -> Range<usize> {
    let text = scene.text;
    let first = sentence.start.max(noun.min(date.start).saturating_sub(6));
    let mut start = noun.min(date.start);
    while start > first {
        let before = start - 1;
        let word = text.word(before);
        let possessive = matches!(word, "’s" | "'s");
        if text.tokens[before].class == Class::Sign && !possessive && word != "-"
            || is_preposition(word)
            || text.is_in(before, " and or but to that which who is was were are has had have ")
            || clauses_end(scene, before)
        {
            break;
        }
        start = before;
        if is_determiner(word) && !possessive {
            break;
        }
    }
    let mut end = noun.max(date.end.saturating_sub(1)) + 1;
    if end == noun + 1 && text.is(end, "of") {
        let limit = sentence.end.min(end + 8);
        let stop = |&i: &usize| {
            i > noun + 1
                && !scene.has(i, NAME)
                && (text.tokens[i].class == Class::Sign || text.is_in(i, " which that who in on by with to for and was were is are has had at from after before "))
        };
        end = (end..limit).find(stop).unwrap_or(limit);
    }
    start..end
}

/// A verb before a noun phrase ends the search for its beginning.
fn clauses_end(scene: &Scene, at: usize) -> bool {
    super::verbs::verb(scene.text, at).bits & (super::verbs::bit::PAST | super::verbs::bit::ING)
        != 0
        && !scene.has(at, NAME)
}

fn words(scene: &Scene, passage: Range<usize>, date: &Range<usize>, noun: usize) -> String {
    let text = scene.text;
    let mut end = passage.end;
    // the date itself and its preposition need not be said, but "2003 invasion" is a name
    if date.start > noun {
        end = date.start;
        while end > noun + 1 && (text.is_in(end - 1, " in on of ") || text.word(end - 1) == ",") {
            end -= 1;
        }
    }
    let tokens: Vec<usize> = (passage.start..end).filter(|&i| !scene.has(i, BRACKET)).collect();
    let whole = headline::bare(&phrase::render(text, &tokens));
    if whole.chars().count() <= headline::LONGEST {
        return headline::finish(&whole, "");
    }
    let short: Vec<usize> = (passage.start.max(noun.saturating_sub(3))..noun + 1).collect();
    headline::finish(&headline::bare(&phrase::render(text, &short)), "")
}

/// "plans to send in another 3,800 paratroopers", where "plans" is a noun.
fn plan(scene: &Scene, at: usize, end: usize, clauses: &[Clause]) -> Option<Nominal> {
    let text = scene.text;
    if !text.is_in(at, " plan plans ")
        || !text.is(at + 1, "to")
        || scene.has(at, QUOTED | BRACKET | NAME)
    {
        return None;
    }
    let index = clauses.partition_point(|c| c.group.tokens.end <= at);
    let clause = clauses.get(index);
    if clause.is_some_and(|c| c.group.tokens.contains(&at)) {
        return None;
    }
    // "with plans to", "announced plans to": not "after a plan to … failed"
    let opened = at > 0
        && text.is_in(
            at - 1,
            " with announced unveiled has have has had of approved confirmed revealed and new ",
        );
    let main = at + 2;
    if !opened || text.tokens.get(main).is_none_or(|t| t.case != Case::Lower) || main >= end {
        return None;
    }
    let stop = |&i: &usize| {
        let word = text.word(i);
        matches!(word, "," | ";" | ":" | "." | "—" | "–" | "(")
            && !scene.has(i, NAME | DATE | QUOTED)
            || clauses.get(index).is_some_and(|c| c.group.tokens.start == i)
    };
    let limit = end.min(at + 40);
    let stop = (main..limit).find(stop).unwrap_or(limit);
    let headline = headline::headline(scene, "", None, at..main + 1, main + 1..stop);
    Some(Nominal { passage: at..stop, noun: main, headline, stretch: None, rule: "plans" })
}

/// The dates that a clause's event took, so that no noun takes them again.
pub(super) fn taken(scene: &Scene, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    own_dates(scene, ranges).into_iter().map(|(tokens, _)| tokens).collect()
}
