//! What a correction is about, once it is made: what the page should show then.

use super::correction::{Correction, Ref, Words};
use super::find::id_of;
use super::place::Places;
use crate::article::{Article, Id};

impl Correction {
    /// The thing that the correction has made or changed, in the article after it; none if that
    /// is gone, or if it is about the article as a whole.
    pub fn about(&self, article: &Article) -> Option<Id> {
        use Correction::*;
        let named = |words: &Words| {
            article.mentions.iter().find(|mention| mention.span == words.span).map(|m| &m.entity)
        };
        match self {
            NewEntity { words, .. } => named(words).cloned(),
            Split { mentions, .. } => mentions.first().and_then(named).cloned(),
            NotName { .. } | Block { .. } | PutBack { .. } | Meta { .. } | ReadingDate { .. } => {
                None
            }
            NewEvent { words, headline, .. } => {
                let passages = Places::new(article).parts(words.span);
                // The last one with these words is the newest.
                let told = || article.events.iter().rev().filter(|e| e.passages == passages);
                let named = told().find(|event| event.headline == headline.trim());
                named.or_else(|| told().next()).map(|event| event.id.clone())
            }
            NewQuote { words, .. } => {
                let quote = article.quotes.iter().find(|quote| quote.span.overlaps(words.span));
                quote.map(|quote| quote.id.clone())
            }
            NewFigure { words } => {
                let figure = article.figures.iter().find(|figure| figure.span == words.span);
                figure.map(|figure| figure.id.clone())
            }
            NewTime { words, .. } => {
                let time = article.times.iter().find(|time| time.span == words.span);
                time.map(|time| time.id.clone())
            }
            Mention { entity, .. } | Kind { entity, .. } | Role { entity, .. } => {
                known(article, entity)
            }
            Rename { entity, name } => {
                known(article, &Ref { name: name.clone(), ..entity.clone() })
            }
            Merge { into, .. } => known(article, into),
            Headline { event, headline } => {
                known(article, &Ref { name: headline.clone(), ..event.clone() })
            }
            Summary { event, .. }
            | When { event, .. }
            | Within { event, .. }
            | Certainty { event, .. }
            | Attribution { event, .. }
            | Parts { event, .. }
            | Quotes { event, .. }
            | Figures { event, .. } => known(article, event),
            Passages { event, passages } => {
                let span = passages.first().map(|words| words.span);
                known(article, &Ref { span, ..event.clone() })
            }
            Speaker { quote, .. } => known(article, quote),
            Value { figure, .. } | Unit { figure, .. } | Counts { figure, .. } => {
                known(article, figure)
            }
            Date { time, .. } => known(article, time),
            Note { thing, .. } | Right { thing } | Delete { thing } => known(article, thing),
        }
    }
}

fn known(article: &Article, thing: &Ref) -> Option<Id> {
    id_of(article, thing.sort, thing.find(article).ok()?).cloned()
}
