//! What every form needs at hand: the text to cut passages from, look-ups, words for dates.

use crate::article::{Article, Event, Index, PlainText, Span};
use crate::markup::words;
use crate::time;

/// An article with its look-ups.
pub(super) struct Source<'a> {
    pub article: &'a Article,
    pub text: PlainText,
    pub index: Index,
}

impl<'a> Source<'a> {
    pub fn new(article: &'a Article) -> Self {
        Self { article, text: PlainText::from(article), index: Index::new(article) }
    }

    /// The words of a span, on one line.
    pub fn words(&self, span: Span) -> String {
        self.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where a span begins: "¶ 3", "headline" …
    pub fn place(&self, span: Span) -> String {
        words::place(self.article, self.index.block_at(span.start))
    }

    /// The name of an entity; its id if there is none such.
    pub fn name<'i>(&'i self, id: &'i str) -> &'i str {
        self.index.entity(id).map_or(id, |n| &self.article.entities[n].name)
    }

    /// Who says so, if not the article itself: names, or else the editor's words.
    pub fn attribution(&self, event: &Event) -> String {
        if event.attributed_to.is_empty() {
            return event.attribution.clone();
        }
        let names: Vec<&str> = event.attributed_to.iter().map(|id| self.name(id)).collect();
        names.join(", ")
    }
}

/// When an event was, in words; that the article gives no date, where it does not.
pub(super) fn when_in_words(event: &Event) -> String {
    match (&event.when, &event.within) {
        (Some(when), _) => time::in_words(when),
        (None, Some(within)) => match time::parse(within) {
            Ok(date) => format!("no date in the article ({})", time::within(&date)),
            Err(_) => "no date in the article".into(),
        },
        (None, None) => "no date in the article".into(),
    }
}
