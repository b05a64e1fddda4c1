//! Corrections of dates in the text, and the events that rest on them.

use super::BY_HAND;
use super::claim::{free, stand};
use super::correction::{Ref, Sort, Words};
use super::event::insert;
use super::given::date;
use super::place::{Places, Spans};
use super::redate::Moved;
use super::refused::Refused;
use crate::analyst::events::Basis;
use crate::article::order::sorted_by;
use crate::article::{Article, Event, Ids, Span, TimeExpression};
use crate::time;

pub(super) fn new(
    article: &mut Article,
    words: &Words,
    when: &Option<String>,
) -> Result<(), Refused> {
    let when = date(when)?;
    let places = Places::new(article);
    stand(&places, words)?;
    let span = words.span;
    if let Some(other) = article.times.iter().find(|time| time.span.overlaps(span)) {
        return Err(Refused::Taken(places.slice(other.span).to_owned()));
    }
    free(article, &places, span)?;
    let id = Ids::of(article).next(&format!("t-{}", words.text));
    let mut time = TimeExpression { id, span, ..TimeExpression::default() };
    set(&mut time, when);
    let at = article.times.partition_point(|other| other.span.start <= span.start);
    article.times.insert(at, time);
    Ok(())
}

fn set(time: &mut TimeExpression, when: Option<String>) {
    time.kind = "DATE".to_owned();
    time.value = when.clone().unwrap_or_default();
    time.modifier = None;
    time.when = when;
    (time.vague, time.relative) = (false, false);
    time.reasoning = BY_HAND.to_owned();
}

pub(super) fn correct(
    article: &mut Article,
    time: &Ref,
    when: &Option<String>,
) -> Result<(), Refused> {
    let when = date(when)?;
    let at = time.find_as(article, Sort::Time)?;
    let time = &mut article.times[at];
    let step = Step { at: time.span, old: time.when.clone(), new: when.clone() };
    set(time, when);
    article.found.remove(&time.id);
    if step.old != step.new {
        events_follow(article, &[step], None);
    }
    Ok(())
}

/// A date in the text that is another one now.
pub(super) struct Step {
    /// Where it stands.
    pub at: Span,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

/// The reading date that was and the one that is, as ISO days.
pub(super) type Today<'a> = Option<(&'a str, &'a str)>;

/// The steps stand in text order. Events rest on a date of their own sentences if theirs was the same; the ends of an interval
/// that the program gave rest on dates and on the reading date. Says which events moved.
pub(super) fn events_follow(article: &mut Article, steps: &[Step], today: Today) -> Vec<Moved> {
    let rests =
        |event: &Event| event.basis != BY_HAND && (event.when.is_some() || event.within.is_some());
    if !article.events.iter().any(rests) {
        return Vec::new();
    }
    let sentences = Spans::new(Places::new(article).sentences().into_iter());
    let places = Spans::new(steps.iter().map(|step| step.at));
    let mut moved = Vec::new();
    for event in article.events.iter_mut().filter(|event| rests(event)) {
        let held = places_in(&sentences, &places, &event.passages);
        let step = |at: Span| steps.binary_search_by_key(&at, |step| step.at).ok();
        let near: Vec<&Step> = held.into_iter().filter_map(step).map(|n| &steps[n]).collect();
        let old = event.when.clone().or(event.within.clone());
        if let Some(step) = near.iter().find(|step| event.when.is_some() && step.old == event.when)
        {
            event.when.clone_from(&step.new);
        }
        if let (Some(within), Some(_)) = (&event.within, Basis::of(&event.basis)) {
            event.within = interval(within, &near, today).or(event.within.take());
        }
        let new = event.when.clone().or(event.within.clone());
        if old != new {
            moved.push(Moved { id: event.id.clone(), old, new });
        }
    }
    reorder(article, &moved);
    moved
}

/// Those of the places that stand in a sentence of the passages.
fn places_in(sentences: &Spans, places: &Spans, passages: &[Span]) -> Vec<Span> {
    let around = passages.iter().flat_map(|passage| sentences.at(*passage));
    around.flat_map(|sentence| places.at(sentence)).collect()
}

/// The interval with its ends moved; nothing if it would end before it begins.
fn interval(within: &str, steps: &[&Step], today: Today) -> Option<String> {
    let (first, last) = within.split_once('/')?;
    let moved = |end: &str, edge: fn(&str) -> Option<String>| {
        let step =
            steps.iter().find(|step| step.old.as_deref().and_then(edge).as_deref() == Some(end));
        let by_step = step.and_then(|step| edge(step.new.as_deref()?));
        let by_today = today.filter(|(old, _)| *old == end).map(|(_, new)| new.to_owned());
        by_step.or(by_today).unwrap_or_else(|| end.to_owned())
    };
    let moved = format!("{}/{}", moved(first, first_day), moved(last, last_day));
    time::parse(&moved).is_ok().then_some(moved)
}

fn first_day(edtf: &str) -> Option<String> {
    let bounds = time::parse(edtf).ok()?.bounds();
    Some(time::civil_at(bounds.start?).to_string())
}

fn last_day(edtf: &str) -> Option<String> {
    let bounds = time::parse(edtf).ok()?.bounds();
    Some(time::civil_at(bounds.end?.saturating_sub(1)).to_string())
}

/// Puts events that moved where they belong now; the others keep their order.
fn reorder(article: &mut Article, moved: &[Moved]) {
    let key = |event: &Event| time::place(event.date());
    match moved {
        [] => {}
        [one] => {
            if let Some(at) = article.events.iter().position(|event| event.id == one.id) {
                let event = article.events.remove(at);
                insert(article, event);
            }
        }
        _ => article.events = sorted_by(&article.events, key),
    }
}
