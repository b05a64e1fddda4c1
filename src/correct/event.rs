//! Corrections of events.

use super::BY_HAND;
use super::correction::{Correction, Ref, Sort, Words};
use super::find::id_of;
use super::given::{at_most, date, line, maybe_line, text};
use super::place::Places;
use super::refused::Refused;
use crate::article::{Article, Event, Id, Ids, Span};
use crate::time;

/// Most characters of a headline.
pub const LONGEST_HEADLINE: usize = 70;

const A_HEADLINE: &str = "a headline of at most 70 characters";

impl Correction {
    /// A new event from these words: as headline the words or their beginning, as date the one
    /// in the words, else the nearest in their sentence.
    pub fn new_event(article: &Article, words: Words) -> Self {
        let headline = headline(&words.text);
        let when = proposed_date(article, words.span);
        Self::NewEvent { words, headline, when }
    }

    /// These words tell an event as well, besides those that do already: in the order of the
    /// text, unless somebody has put them into another.
    pub fn tells_too(article: &Article, event: &Event, words: Words) -> Option<Self> {
        let thing = Ref::of(article, &event.id)?;
        let mut passages: Vec<Words> =
            event.passages.iter().filter_map(|span| Words::at(article, *span)).collect();
        let at = passages.iter().position(|other| other.span.start > words.span.start);
        passages.insert(at.unwrap_or(passages.len()), words);
        Some(Self::Passages { event: thing, passages })
    }
}

/// The words on one line, cut behind a whole word if they are too many.
fn headline(words: &str) -> String {
    let mut headline = String::new();
    let mut scalars = 0;
    for word in words.split_whitespace() {
        let length = word.chars().count();
        // One for the space, one for the dots.
        if scalars + length + 2 > LONGEST_HEADLINE {
            if headline.is_empty() {
                headline = word.chars().take(LONGEST_HEADLINE - 1).collect();
            }
            headline.push('…');
            return headline;
        }
        if scalars > 0 {
            headline.push(' ');
            scalars += 1;
        }
        headline.push_str(word);
        scalars += length;
    }
    headline.trim_end_matches(['.', ',', ';', ':', '—', '–', ' ']).to_owned()
}

fn proposed_date(article: &Article, span: Span) -> Option<String> {
    let sentence = Places::new(article).sentence(span);
    let times = article.times.iter().filter(|time| !time.vague && sentence.contains(time.span));
    let near = |at: Span| match () {
        () if span.overlaps(at) => 0,
        () if at.start >= span.end => at.start - span.end,
        () => span.start - at.end,
    };
    let nearest = times.filter(|time| time.when.is_some()).min_by_key(|time| near(time.span))?;
    nearest.when.clone()
}

pub(super) fn new(
    article: &mut Article,
    words: &Words,
    headline: &str,
    when: &Option<String>,
) -> Result<(), Refused> {
    let headline = a_headline(headline)?;
    let when = date(when)?;
    let passages = passages_of(article, std::slice::from_ref(words))?;
    let inside = |span: Span| passages.iter().any(|passage| passage.contains(span));
    let mut entities: Vec<Id> = Vec::new();
    for mention in article.mentions.iter().filter(|mention| inside(mention.span)) {
        if !entities.contains(&mention.entity) {
            entities.push(mention.entity.clone());
        }
    }
    let quotes = article.quotes.iter().filter(|q| inside(q.span)).map(|q| q.id.clone());
    let figures = article.figures.iter().filter(|f| inside(f.span)).map(|f| f.id.clone());
    let event = Event {
        id: Ids::of(article).next(&format!("ev-{headline}")),
        headline,
        basis: if when.is_some() { BY_HAND.to_owned() } else { String::new() },
        when,
        entities,
        quotes: quotes.collect(),
        figures: figures.collect(),
        passages,
        ..Event::default()
    };
    insert(article, event);
    Ok(())
}

fn a_headline(words: &str) -> Result<String, Refused> {
    at_most(line(words, A_HEADLINE)?, LONGEST_HEADLINE, A_HEADLINE)
}

/// The passages that these words are, one for each paragraph; those that overlap are one.
fn passages_of(article: &Article, words: &[Words]) -> Result<Vec<Span>, Refused> {
    let places = Places::new(article);
    let mut passages: Vec<Span> = Vec::new();
    for words in words {
        if places.slice(words.span) != words.text {
            return Err(Refused::OtherWords(words.text.clone()));
        }
        for mut part in places.parts(words.span) {
            let at = passages.iter().position(|passage| passage.overlaps(part));
            passages.retain(|passage| {
                let apart = !passage.overlaps(part);
                if !apart {
                    part = Span::new(part.start.min(passage.start), part.end.max(passage.end));
                }
                apart
            });
            passages.insert(at.unwrap_or(passages.len()), part);
        }
    }
    if passages.is_empty() { Err(Refused::Paragraphs) } else { Ok(passages) }
}

/// Puts an event where it belongs in time, behind those of the same time.
pub(super) fn insert(article: &mut Article, event: Event) {
    let place = |event: &Event| time::place(event.date());
    let here = place(&event);
    let later = article.events.iter().position(|other| place(other) > here);
    article.events.insert(later.unwrap_or(article.events.len()), event);
}

/// Changes one event, which a person has looked at by that, and puts it in its new place.
fn change(
    article: &mut Article,
    event: &Ref,
    change: impl FnOnce(&mut Event),
) -> Result<(), Refused> {
    let at = event.find_as(article, Sort::Event)?;
    let before = (article.events[at].when.clone(), article.events[at].within.clone());
    change(&mut article.events[at]);
    let event = &article.events[at];
    article.found.remove(&event.id);
    if before != (event.when.clone(), event.within.clone()) {
        let event = article.events.remove(at);
        insert(article, event);
    }
    Ok(())
}

/// Makes a correction of an event.
pub(super) fn correct(article: &mut Article, correction: &Correction) -> Result<(), Refused> {
    match correction {
        Correction::NewEvent { words, headline, when } => new(article, words, headline, when),
        Correction::Headline { event, headline } => {
            let headline = a_headline(headline)?;
            change(article, event, |event| event.headline = headline)
        }
        Correction::Summary { event, summary } => {
            let summary = text(summary, "a summary of at most 4,000 characters")?;
            change(article, event, |event| event.summary = summary)
        }
        Correction::When { event, when } => {
            let when = date(when)?;
            change(article, event, |event| {
                if when.is_some() {
                    event.within = None;
                }
                event.when = when;
                event.basis = BY_HAND.to_owned();
            })
        }
        Correction::Within { event, within } => {
            let within = date(within)?;
            change(article, event, |event| {
                if within.is_some() {
                    event.when = None;
                }
                event.within = within;
                event.basis = BY_HAND.to_owned();
            })
        }
        Correction::Certainty { event, certainty } => {
            change(article, event, |event| event.certainty = *certainty)
        }
        Correction::Attribution { event, words, by } => {
            let words = maybe_line(words, "at most 200 characters that say who says so")?;
            let by = ids(article, by, Sort::Entity)?;
            change(article, event, |event| (event.attribution, event.attributed_to) = (words, by))
        }
        Correction::Parts { event, entities } => {
            let entities = ids(article, entities, Sort::Entity)?;
            change(article, event, |event| event.entities = entities)
        }
        Correction::Passages { event, passages } => {
            let passages = passages_of(article, passages)?;
            change(article, event, |event| event.passages = passages)
        }
        Correction::Quotes { event, quotes } => {
            let quotes = ids(article, quotes, Sort::Quote)?;
            change(article, event, |event| event.quotes = quotes)
        }
        Correction::Figures { event, figures } => {
            let figures = ids(article, figures, Sort::Figure)?;
            change(article, event, |event| event.figures = figures)
        }
        _ => Ok(()),
    }
}

/// The ids of these things, each once; all must be of this sort.
fn ids(article: &Article, things: &[Ref], sort: Sort) -> Result<Vec<Id>, Refused> {
    let mut ids: Vec<Id> = Vec::new();
    for thing in things {
        let id = id_of(article, sort, thing.find_as(article, sort)?);
        if let Some(id) = id.filter(|id| !ids.contains(id)) {
            ids.push(id.clone());
        }
    }
    Ok(ids)
}
