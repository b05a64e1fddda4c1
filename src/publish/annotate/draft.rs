//! What was found, in the shape that goes out as JSON.

use super::named::NamedOut;
use crate::analyst::Analysis;
use crate::analyst::dates::Timex;
use crate::analyst::events::Event;
use crate::article::{Certainty, PlainText};
use serde::Serialize;
use serde_json::Value;

/// What the analyst found in a text. Offsets are Unicode scalars of the text as given.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Draft {
    /// The text's own id, as given.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub id: Value,
    /// The day that was counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading_date: Option<String>,
    /// How that day was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_reading_date: Option<String>,
    /// Why little was found, if that is to be expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
    /// `news` or `narrative`.
    pub mode: &'static str,
    /// Time expressions.
    pub timex: Vec<TimexOut>,
    /// Names, quotations, figures.
    #[serde(flatten)]
    pub named: NamedOut,
    /// Events that were found; or the dates of those that were given.
    pub events: Vec<EventOut>,
}

/// A time expression.
#[derive(Clone, Debug, Serialize)]
pub struct TimexOut {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// TIMEX3's value.
    pub value: String,
    /// TIMEX3's modifier.
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
    /// The same in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// An event with its date.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EventOut {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// A day, month or year; empty if none can be given.
    pub date: String,
    /// What happened, in the text's own words; at most 70 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// All passages that tell it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<[u32; 2]>,
    /// EDTF, if the text gives a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The interval (EDTF) that the text leaves, if it gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Who and what is in it: indices of clusters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<usize>,
    /// Who says so, if not the text itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// `reported`, `claimed`, `denied`, `planned`, `possible` or `historical`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Draft {
    /// From what was read; with reasons if they are wanted.
    pub fn new(found: &Analysis<'_>, explain: bool) -> Self {
        let reading = &found.reading;
        let text = PlainText::new(found.text.source.to_owned());
        let timex = reading
            .timexes
            .iter()
            .map(|timex| TimexOut::new(timex, text.slice(timex.span), explain));
        let timex = timex.collect();
        Self {
            id: Value::Null,
            reading_date: reading.day.map(|day| day.to_string()),
            about_reading_date: explain.then(|| reading.about_day()),
            doubt: found.doubt.map(|doubt| doubt.to_string()),
            mode: reading.mode.name(),
            timex,
            named: NamedOut::new(found, explain),
            events: found.events.iter().map(|event| EventOut::new(event, explain)).collect(),
        }
    }

    /// On one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("strings and numbers only"))
    }
}

impl EventOut {
    fn new(event: &Event, explain: bool) -> Self {
        let first = event.passages.first().copied().unwrap_or_default();
        Self {
            start: first.start,
            end: first.end,
            date: event.when.as_deref().map(iso).unwrap_or_default(),
            headline: event.headline.clone(),
            passages: event.passages.iter().map(|span| [span.start, span.end]).collect(),
            when: event.when.clone(),
            within: event.within.clone(),
            things: event.clusters.clone(),
            by: event.by.as_ref().map(|by| by.words.clone()),
            certainty: Some(event.certainty),
            why: explain.then(|| event.reason()),
        }
    }
}

/// The day, month or year of an EDTF date; empty for anything longer.
fn iso(edtf: &str) -> String {
    let date = edtf.trim_end_matches(['~', '?', '%']);
    let plain = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if plain && matches!(date.len(), 4 | 7 | 10) { date.to_owned() } else { String::new() }
}

impl TimexOut {
    fn new(timex: &Timex, words: &str, explain: bool) -> Self {
        Self {
            start: timex.span.start,
            end: timex.span.end,
            text: words.to_owned(),
            kind: timex.kind.timex(),
            value: timex.value.clone(),
            modifier: timex.modifier.map(|modifier| modifier.timex()),
            edtf: timex.edtf.clone(),
            why: explain.then(|| timex.trace.to_string()),
        }
    }
}
