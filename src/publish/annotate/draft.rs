//! What was found, in the shape that goes out as JSON.

use super::named::NamedOut;
use crate::analyst::Analysis;
use crate::analyst::dates::Timex;
use crate::article::Span;
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
    /// `news` or `narrative`.
    pub mode: &'static str,
    /// Time expressions.
    pub timex: Vec<TimexOut>,
    /// Names, quotations, figures.
    #[serde(flatten)]
    pub named: NamedOut,
    /// Dates of the events that were given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
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

/// An event's date: ISO 8601, or empty.
#[derive(Clone, Debug, Serialize)]
pub struct EventOut {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// A day, month or year; empty if none can be given.
    pub date: String,
}

impl Draft {
    /// From what was read; with reasons if they are wanted.
    pub fn new(found: &Analysis<'_>, explain: bool) -> Self {
        let reading = &found.reading;
        let mut words = Words::new(found.text.source);
        let timex = reading.timexes.iter().map(|timex| {
            let words = words.of(timex.span);
            TimexOut::new(timex, words, explain)
        });
        let timex = timex.collect();
        let iso = |c: crate::time::Civil| format!("{:04}-{:02}-{:02}", c.year, c.month, c.day);
        Self {
            id: Value::Null,
            reading_date: reading.day.map(iso),
            about_reading_date: explain.then(|| reading.about_day()),
            mode: reading.mode.name(),
            timex,
            named: NamedOut::new(found, explain),
            events: Vec::new(),
        }
    }

    /// On one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("strings and numbers only"))
    }
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

/// The words of spans that come in order, in one pass over the text.
pub(super) struct Words<'a> {
    text: &'a str,
    byte: usize,
    scalar: u32,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, scalar: 0 }
    }

    /// Where a scalar begins in bytes; offsets only grow.
    pub fn byte(&mut self, scalar: u32) -> usize {
        let mut chars = self.text[self.byte..].chars();
        while self.scalar < scalar {
            let Some(c) = chars.next() else { break };
            self.byte += c.len_utf8();
            self.scalar += 1;
        }
        self.byte
    }

    pub fn of(&mut self, span: Span) -> &'a str {
        let start = self.byte(span.start);
        let end = self.byte(span.end);
        &self.text[start..end]
    }
}
