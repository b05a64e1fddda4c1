//! What every reader of annotations needs at hand: the text, the ids, the report.

use super::ids::{Ids, Kind};
use super::nearest::{did_you_mean, nearest_passage};
use super::problem::{At, Report, shown};
use super::shapes::Fields;
use crate::anchor::{Haystack, MANY, Quotation};
use crate::article::{Id, Span};

/// The text, the ids and the report.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'d> {
    /// The article's text.
    pub text: &'d Haystack,
    /// The ids of its annotations.
    pub ids: &'d Ids,
    /// Where mistakes go.
    pub report: &'d Report<'d>,
}

/// A stretch of text that will be marked on the page; marks must not cross.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// What: `name`, `time` …
    pub what: &'static str,
    /// Byte offset in the annotations; none for the article's own emphasis and links.
    pub at: Option<usize>,
}

impl Desk<'_> {
    /// The one place of a quotation; none, and a report, when there is no or more than one.
    pub fn passage(&self, words: At<&str>) -> Option<Span> {
        let quotation = self.quotation(words)?;
        match self.text.find(&quotation)[..] {
            [span] => Some(span),
            [] => self.not_found(words),
            ref spans => self.ambiguous(words, spans),
        }
    }

    /// Every place of a quotation; a report when there is none.
    pub fn places(&self, words: At<&str>) -> Vec<Span> {
        let Some(quotation) = self.quotation(words) else { return Vec::new() };
        let spans = self.text.find_all(&quotation);
        if spans.is_empty() {
            self.not_found::<Span>(words);
        }
        spans
    }

    /// The one place of a quotation inside a span.
    pub fn passage_in(&self, words: At<&str>, around: Span) -> Option<Span> {
        let quotation = self.quotation(words)?;
        let spans = self.text.find_in(&quotation, around);
        if let [span] = spans[..] {
            return Some(span);
        }
        let (found, passage) = (shown(words.value), shown(self.text.printed(around)));
        let count = if spans.is_empty() { "not there" } else { "more than once" };
        self.report.error(
            words.at,
            format!("expected words found once in “{passage}”, found “{found}” {count}"),
        );
        None
    }

    /// The places of the quotations of a key, which must have one at least.
    pub fn passages(&self, fields: &Fields, key: &'static str) -> Vec<Span> {
        if !fields.has(key) {
            self.report
                .error(fields.at, format!("expected the key `{key}` with a passage, found none"));
        }
        fields.texts(key).into_iter().filter_map(|words| self.passage(words)).collect()
    }

    /// The place of the quotation of a key, which must be there.
    pub fn only_passage(&self, fields: &Fields, key: &'static str) -> Option<Span> {
        fields.needed(key).and_then(|words| self.passage(words))
    }

    /// The ids that a key names.
    pub fn ids(&self, fields: &Fields, key: &'static str, kinds: &[Kind]) -> Vec<Id> {
        let names = fields.texts(key).into_iter();
        names.filter_map(|name| self.ids.resolve(name, kinds, self.report)).collect()
    }

    /// A quotation of the article's words.
    pub fn quotation(&self, words: At<&str>) -> Option<Quotation> {
        Quotation::parse(words.value)
            .map_err(|error| self.report.error(words.at, error.to_string()))
            .ok()
    }

    /// Reports words in quotation marks that are not the article's.
    pub fn check_quoted(&self, text: Option<At<&str>>) {
        let Some(text) = text else { return };
        for quoted in text.value.split('“').skip(1).filter_map(|rest| rest.split('”').next()) {
            let words = quoted.trim_matches(|c: char| c == '…' || c.is_whitespace());
            let is_there = Quotation::parse(words).is_ok_and(|words| self.text.has_words(&words));
            if !is_there {
                let guess = did_you_mean(nearest_passage(words, self.text.plain_text()));
                let found = shown(quoted);
                self.report.error(
                    text.at,
                    format!("expected the article’s words in “…”, found “{found}”{guess}"),
                );
            }
        }
    }

    /// Reports words that are not in the text.
    pub fn not_found<T>(&self, words: At<&str>) -> Option<T> {
        let plain = words.value.replace(['{', '}'], "").replace("...", "…");
        let is_there = |part: &&str| Quotation::parse(part).is_ok_and(|part| self.text.has(&part));
        let guess = match plain.split('…').map(str::trim).find(|part| !is_there(part)) {
            Some(part) => did_you_mean(nearest_passage(part, self.text.plain_text())),
            None => "; its parts do not follow each other in one paragraph".to_owned(),
        };
        let found = shown(words.value);
        self.report
            .error(words.at, format!("expected words of the article, found “{found}”{guess}"));
        None
    }

    fn ambiguous<T>(&self, words: At<&str>, spans: &[Span]) -> Option<T> {
        let count = if spans.len() < MANY { spans.len().to_string() } else { "many".to_owned() };
        let ways: Vec<_> =
            spans.iter().take(3).map(|span| format!("“{}”", self.text.in_context(*span))).collect();
        let (found, ways) = (shown(words.value), ways.join(" or "));
        self.report.error(
            words.at,
            format!(
                "expected words found once, found “{found}” {count} times; did you mean {ways}?"
            ),
        );
        None
    }
}
