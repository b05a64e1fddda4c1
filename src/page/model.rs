//! What the live page knows about its article.

use super::track::Track;
#[cfg(feature = "studio")]
use crate::article::BlockKind;
use crate::article::{Article, FindIndex, Findings, Id, Index, PlainText, Span, Thing};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// An article with everything looked up once.
#[derive(Default)]
pub struct Model {
    /// The article; the studio's desk holds the same.
    pub article: Rc<Article>,
    /// What belongs to what.
    pub index: Index,
    /// Its plain text.
    pub text: Rc<PlainText>,
    /// Its events on the timeline.
    pub track: Track,
    find: OnceCell<FindIndex>,
    /// The last search: its results stand in several places of the page.
    found: RefCell<(String, Rc<Findings>)>,
}

/// Most hits that are shown at once.
const MOST_HITS: usize = 500;

impl Model {
    /// Looks through the article.
    pub fn new(article: Rc<Article>) -> Self {
        let index = Index::new(&article);
        let text = Rc::new(PlainText::from(&*article));
        Self { article, index, text, ..Self::default() }
    }

    /// The same for an article that has the text of this one.
    #[cfg(feature = "studio")]
    pub fn again(&self, article: Rc<Article>) -> Self {
        let index = self.index.again(&article);
        Self { article, index, text: Rc::clone(&self.text), ..Self::default() }
    }

    /// Finds words; folds the article the first time, and searches once for the same words.
    pub fn find(&self, query: &str) -> Rc<Findings> {
        if query.trim().is_empty() {
            return Rc::default();
        }
        let mut last = self.found.borrow_mut();
        if last.0 != query {
            let index = self.find.get_or_init(|| FindIndex::new(&shown(&self.article)));
            *last = (query.to_owned(), Rc::new(index.find(query, MOST_HITS)));
        }
        Rc::clone(&last.1)
    }

    /// The words of a span, as the page shows them.
    pub fn words(&self, span: Span) -> Cow<'_, str> {
        #[cfg(feature = "studio")]
        if let Some(shown) = self.shown_of(span) {
            return Cow::Owned(shown);
        }
        Cow::Borrowed(self.text.slice(span))
    }

    /// Those of blocks that a person has left out or given another headline; none if there are none.
    #[cfg(feature = "studio")]
    fn shown_of(&self, span: Span) -> Option<String> {
        let blocks = self.article.blocks.iter().zip(self.index.blocks());
        let touched: Vec<_> = blocks.filter(|(_, place)| place.overlaps(span)).collect();
        touched.iter().any(|(block, _)| block.kind.is_hidden()).then(|| {
            let words = touched.into_iter().filter_map(|(block, place)| match block.kind {
                BlockKind::LeftOut => None,
                BlockKind::Retitled => Some(self.article.meta.title.as_str()),
                _ => {
                    let (start, end) = (span.start.max(place.start), span.end.min(place.end));
                    Some(self.text.slice(Span::new(start, end)))
                }
            });
            words.collect::<Vec<_>>().join(crate::article::BLOCK_SEPARATOR)
        })
    }

    /// The passages of the thing with this id.
    pub fn passages(&self, id: &str) -> Vec<Span> {
        let thing = self.index.thing(id);
        thing.map(|thing| self.index.passages(&self.article, thing)).unwrap_or_default()
    }

    /// Whether something has this id.
    pub fn knows(&self, id: &str) -> bool {
        self.index.thing(id).is_some()
    }

    /// The id of an event, by its place in the article's list.
    pub fn event_id(&self, event: u32) -> String {
        self.article.events.get(event as usize).map_or_else(String::new, |e| e.id.to_string())
    }

    /// The name to call a thing by.
    pub fn name(&self, id: &str) -> String {
        let article = &self.article;
        match self.index.thing(id) {
            Some(Thing::Entity(n)) => article.entities[n as usize].name.clone(),
            Some(Thing::Event(n)) => article.events[n as usize].headline.clone(),
            Some(_) => self
                .passages(id)
                .first()
                .map_or_else(String::new, |s| self.text.slice(*s).to_owned()),
            None => id.to_owned(),
        }
    }

    /// The sentences about all of these things; none when nothing was asked for.
    pub fn sentences_about_all(&self, ids: &[Id]) -> Vec<Span> {
        let mut lists = ids
            .iter()
            .filter_map(|id| self.index.thing(id))
            .map(|thing| self.index.sentences_about(&self.article, thing));
        let Some(first) = lists.next() else { return Vec::new() };
        lists.fold(first, |kept, list| {
            kept.into_iter().filter(|s| list.binary_search(s).is_ok()).collect()
        })
    }

    /// The entities and events that a stretch of text names or tells.
    pub fn things_in(&self, span: Span) -> (Vec<&str>, Vec<&str>) {
        let mut people: Vec<&str> = Vec::new();
        for mention in self.article.mentions.iter().filter(|m| m.span.overlaps(span)) {
            if !people.contains(&mention.entity.as_str()) {
                people.push(&mention.entity);
            }
        }
        let told = |e: &&crate::article::Event| e.passages.iter().any(|p| p.overlaps(span));
        let events = self.article.events.iter().filter(told).map(|e| e.id.as_str()).collect();
        (people, events)
    }
}

/// The article as it is found in: what a person has left out is not found.
fn shown(article: &Article) -> Cow<'_, Article> {
    let article = Cow::Borrowed(article);
    #[cfg(feature = "studio")]
    let article = without_hidden(article);
    article
}

#[cfg(feature = "studio")]
fn without_hidden(mut article: Cow<'_, Article>) -> Cow<'_, Article> {
    if article.blocks.iter().any(|block| block.kind.is_hidden()) {
        for block in article.to_mut().blocks.iter_mut().filter(|block| block.kind.is_hidden()) {
            // As many characters, so that all others keep their places.
            block.text = " ".repeat(block.text.chars().count());
        }
    }
    article
}
