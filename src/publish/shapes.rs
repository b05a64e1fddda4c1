//! Reading TOML tables key by key, with every mistake reported in its line.
//!
//! Nothing stops at the first mistake: a key of the wrong shape counts as missing.

use super::nearest::{did_you_mean, nearest};
use super::problem::{At, Report, shown};
use serde::de::{Deserialize, IntoDeserializer, value::Error as ChoiceError};
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// A value with its place.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// Parses TOML; what can be read is returned even when there are mistakes, which are reported.
pub fn parse<'t>(text: &'t str, report: &Report) -> DeTable<'t> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or_default();
        let (at, words) = (span.start, text.get(span).unwrap_or_default().trim());
        let place =
            if words.is_empty() { String::new() } else { format!(" at “{}”", shown(words)) };
        report.error(at, format!("expected TOML, found {}{place}", shown(error.message())));
    }
    table.into_inner()
}

/// The entries of a table in the order of the file.
pub fn in_order<'v, 't>(table: &'v DeTable<'t>) -> Vec<(At<&'v str>, &'v Value<'t>)> {
    let entry = |(key, value)| -> (At<&'v str>, &'v Value<'t>) {
        let key: &'v Spanned<std::borrow::Cow<'t, str>> = key;
        (At { at: key.span().start, value: key.get_ref() }, value)
    };
    let mut entries: Vec<_> = table.iter().map(entry).collect();
    entries.sort_by_key(|(key, _)| key.at);
    entries
}

/// One table, whose keys are asked for by name.
#[derive(Debug)]
pub struct Fields<'v, 't> {
    /// Where messages go.
    pub report: &'v Report<'v>,
    /// Where the table is, as a byte offset.
    pub at: usize,
    table: &'v DeTable<'t>,
    defaults: Option<&'v DeTable<'t>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'v, 't> Fields<'v, 't> {
    /// The table at `at`; keys it lacks are taken from `defaults`.
    pub fn new(
        report: &'v Report<'v>,
        at: usize,
        table: &'v DeTable<'t>,
        defaults: Option<&'v DeTable<'t>>,
    ) -> Self {
        Self { report, at, table, defaults, asked: RefCell::default() }
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<At<&'v str>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(At { at: value.span().start, value: text }),
            _ => self.mistaken(key, "a text in quotation marks", value),
        }
    }

    /// A text without its place, empty when missing.
    pub fn words(&self, key: &'static str) -> String {
        self.text(key).map_or_else(String::new, |text| text.value.trim().to_owned())
    }

    /// A text without its place, if there.
    pub fn words_if_any(&self, key: &'static str) -> Option<String> {
        Some(self.words(key)).filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    pub fn needed(&self, key: &'static str) -> Option<At<&'v str>> {
        let text = self.text(key);
        if text.is_none() && !self.table.contains_key(key) {
            self.report.error(self.at, format!("expected the key `{key}`, found none"));
        }
        text
    }

    /// Texts: an array of them, or a single one.
    pub fn texts(&self, key: &'static str) -> Vec<At<&'v str>> {
        let texts = self.values(key).into_iter().filter_map(|value| match value.get_ref() {
            DeValue::String(text) => Some(At { at: value.span().start, value: text.as_ref() }),
            _ => self.mistaken(key, "a text or an array of texts", value),
        });
        texts.collect()
    }

    /// Values: those of an array, or a single one.
    pub fn values(&self, key: &'static str) -> Vec<&'v Value<'t>> {
        match self.value(key) {
            None => Vec::new(),
            Some(value) => match value.get_ref() {
                DeValue::Array(values) => values.iter().collect(),
                _ => vec![value],
            },
        }
    }

    /// Whether the table itself has the key.
    pub fn has(&self, key: &'static str) -> bool {
        self.asked.borrow_mut().push(key);
        self.table.contains_key(key)
    }

    /// Where the value of a key stands; the table's place when there is none.
    pub fn place(&self, key: &'static str) -> usize {
        self.value(key).map_or(self.at, |value| value.span().start)
    }

    /// Whether the table or the defaults have the key.
    pub fn has_value(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// `true` or `false`; false when missing.
    pub fn flag(&self, key: &'static str) -> bool {
        self.value(key).is_some_and(|value| match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => self.mistaken::<bool>(key, "`true` or `false`", value).is_some(),
        })
    }

    /// A finite number that must be there.
    pub fn number(&self, key: &'static str) -> Option<f64> {
        let Some(value) = self.value(key) else {
            self.report.error(self.at, format!("expected the key `{key}`, found none"));
            return None;
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => integer(number).map(|number| number as f64),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        number
            .filter(|number: &f64| number.is_finite())
            .or_else(|| self.mistaken(key, "a number", value))
    }

    /// An EDTF date: a text, a TOML date or a year.
    pub fn date(&self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) if integer(year).is_some() => year.as_str().to_owned(),
            _ => return self.mistaken(key, "a date", value),
        };
        if let Err(message) = crate::time::parse(&date) {
            self.report.error(value.span().start, format!("`{key}`: {message}"));
        }
        Some(date)
    }

    /// One word of a list that serde knows; the default when missing.
    pub fn choice<T: Default + for<'d> Deserialize<'d>>(&self, key: &'static str) -> T {
        let Some(text) = self.text(key) else { return T::default() };
        choice(text.value).unwrap_or_else(|message| {
            self.report.error(text.at, format!("`{key}`: {message}"));
            T::default()
        })
    }

    /// Reports the keys that nobody asked for; on wish those of the defaults too.
    pub fn finish(self, with_defaults: bool) {
        let mut asked = self.asked.into_inner();
        asked.sort_unstable();
        asked.dedup();
        let defaults = self.defaults.filter(|_| with_defaults);
        for (key, _) in std::iter::once(self.table).chain(defaults).flat_map(in_order) {
            if !asked.contains(&key.value) {
                let guess = did_you_mean(nearest(key.value, asked.iter().copied()));
                let (found, known) = (shown(key.value), asked.join(", "));
                self.report
                    .error(key.at, format!("expected one of {known}; found `{found}`{guess}"));
            }
        }
    }

    fn value(&self, key: &'static str) -> Option<&'v Value<'t>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key).or_else(|| self.defaults?.get(key))
    }

    fn mistaken<T>(&self, key: &str, expected: &str, value: &Value) -> Option<T> {
        let found = value.get_ref().type_str();
        let message = format!("expected {expected} for `{key}`, found a value of type {found}");
        self.report.error(value.span().start, message);
        None
    }
}

/// The variant of this name; the message names those there are.
pub fn choice<T: for<'d> Deserialize<'d>>(text: &str) -> Result<T, String> {
    T::deserialize(text.into_deserializer()).map_err(|error: ChoiceError| {
        let words = error.to_string();
        let known = words.split_once("expected ").map_or("", |(_, known)| known);
        let guess = did_you_mean(nearest(text, known.split('`').skip(1).step_by(2)));
        format!("expected {known}; found `{}`{guess}", shown(text))
    })
}

fn integer(number: &DeInteger) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
