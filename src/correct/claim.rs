//! Giving places of the text to an entity: what stood there gives way, what is said of the
//! old one there follows.

use super::correction::Words;
use super::place::{Places, Spans};
use super::refused::Refused;
use super::things::{pass_on, swap};
use crate::article::order::sorted_by;
use crate::article::{Article, Id, Layer, Mention, Span};

/// The places that a correction of these words is about: this one, and unless it is told only
/// here all others where the same words stand and nothing longer is named.
///
/// # Errors
/// When other words stand here, or a mark over them would cross another one.
pub(super) fn places(
    article: &Article,
    words: &Words,
    only_here: bool,
) -> Result<Vec<Span>, Refused> {
    let text = Places::new(article);
    check(article, &text, words)?;
    if only_here {
        return Ok(vec![words.span]);
    }
    let marks = Spans::new(marks(article));
    let names = Spans::new(article.mentions.iter().map(|mention| mention.span));
    let mut places = text.same(&words.text);
    places.retain(|&place| {
        let longer = |name: Span| name.crosses(place) || name.contains(place) && name != place;
        place == words.span
            || !marks.at(place).any(|mark| mark.crosses(place))
                && !names.at(place).any(longer)
                && !words.span.overlaps(place)
    });
    // Chosen by hand, it may be a part of a word.
    if !places.contains(&words.span) {
        places.push(words.span);
    }
    Ok(sorted_by(&places, |place| place.start.into()))
}

/// Whether these words stand here and can be marked.
pub(super) fn check(article: &Article, text: &Places, words: &Words) -> Result<(), Refused> {
    stand(text, words)?;
    match marks(article).find(|mark| mark.crosses(words.span)) {
        Some(mark) => Err(Refused::Crosses(text.slice(mark).to_owned())),
        None => Ok(()),
    }
}

/// Whether a mark that is no name can be over this span: names may stand inside or around.
pub(super) fn free(article: &Article, text: &Places, span: Span) -> Result<(), Refused> {
    check(article, text, &Words { span, text: text.slice(span).to_owned() })?;
    match article.mentions.iter().find(|mention| mention.span.crosses(span)) {
        Some(mention) => Err(Refused::Crosses(text.slice(mention.span).to_owned())),
        None => Ok(()),
    }
}

/// Whether these words stand here, in one paragraph.
pub(super) fn stand(text: &Places, words: &Words) -> Result<(), Refused> {
    match text.block(words.span) {
        None => Err(Refused::Paragraphs),
        Some(_) if text.slice(words.span) != words.text => {
            Err(Refused::OtherWords(words.text.clone()))
        }
        Some(_) => Ok(()),
    }
}

/// All that is marked on the page but names: dates, numbers, quotations, emphasis, links.
fn marks(article: &Article) -> impl Iterator<Item = Span> {
    let inlines = article.blocks.iter().flat_map(|block| &block.inlines);
    (article.times.iter().map(|time| time.span))
        .chain(article.figures.iter().map(|figure| figure.number))
        .chain(article.quotes.iter().map(|quote| quote.span))
        .chain(inlines.map(|inline| inline.span))
}

/// Gives the places, in order and apart, to an entity.
pub(super) fn claim(article: &mut Article, places: &[Span], to: &Id) {
    let claimed = Spans::new(places.iter().copied());
    let mut lost: Vec<Mention> = Vec::new();
    let mut kept: Vec<Mention> = Vec::with_capacity(article.mentions.len() + places.len());
    for mut mention in std::mem::take(&mut article.mentions) {
        // A description may stand around a name.
        let around = |place: Span| {
            mention.layer == Layer::Nominal && mention.span != place && !mention.span.crosses(place)
        };
        if claimed.at(mention.span).any(|place| !around(place)) {
            lost.push(mention);
        } else {
            mention.outer = mention.outer.filter(|outer| claimed.at(*outer).next().is_none());
            kept.push(mention);
        }
    }
    kept.extend(places.iter().map(|&span| {
        let titled = lost.iter().find(|mention| mention.span == span);
        let outer = titled.and_then(|mention| mention.outer);
        Mention { entity: to.clone(), span, layer: Layer::Name, outer }
    }));
    article.mentions = sorted_by(&kept, |mention| {
        (i64::from(mention.span.start) << 32) - i64::from(mention.span.end)
    });
    add_names(article, places, to);
    lost.retain(|mention| mention.entity != *to);
    follow(article, &lost, Some(to));
    looked_at(article, &lost);
    join_events(article, places, to);
}

/// What is said of entities that lost mentions: where they are named no more, the other one
/// stands in their place. Those that are named nowhere any more are given up.
pub(super) fn follow(article: &mut Article, lost: &[Mention], to: Option<&Id>) {
    let mut losers: Vec<&Id> = Vec::new();
    for mention in lost {
        if !losers.contains(&&mention.entity) {
            losers.push(&mention.entity);
        }
    }
    let speaks = article
        .quotes
        .iter()
        .any(|quote| quote.speaker.as_ref().is_some_and(|id| losers.contains(&id)));
    let sentences = speaks.then(|| Spans::new(Places::new(article).sentences().into_iter()));
    for loser in losers {
        let left: Vec<Span> = spans_of(&article.mentions, loser);
        if left.is_empty() {
            pass_on(article, loser, to);
            continue;
        }
        let gone = spans_of(lost, loser);
        let moved = |around: &[Span]| {
            let inside = |spans: &[Span]| {
                spans.iter().any(|span| around.iter().any(|passage| passage.contains(*span)))
            };
            inside(&gone) && !inside(&left)
        };
        if let (Some(to), Some(sentences)) = (to, &sentences) {
            for quote in &mut article.quotes {
                let around: Vec<Span> = sentences.at(quote.span).collect();
                if quote.speaker.as_ref() == Some(loser) && moved(&around) {
                    quote.speaker = Some(to.clone());
                }
            }
        }
        for event in &mut article.events {
            let about = event.entities.contains(loser) || event.attributed_to.contains(loser);
            if about && moved(&event.passages) {
                swap(&mut event.entities, loser, to);
                if to.is_some() {
                    swap(&mut event.attributed_to, loser, to);
                }
            }
        }
        drop_names(article, lost, loser);
    }
}

/// Whose mentions a person has taken away, that person has looked at.
pub(super) fn looked_at(article: &mut Article, lost: &[Mention]) {
    for mention in lost {
        article.found.remove(&mention.entity);
    }
}

fn spans_of(mentions: &[Mention], entity: &Id) -> Vec<Span> {
    mentions.iter().filter(|mention| mention.entity == *entity).map(|m| m.span).collect()
}

/// The words of these places are names of the entity.
fn add_names(article: &mut Article, places: &[Span], to: &Id) {
    let text = Places::new(article);
    if let Some(entity) = article.entities.iter_mut().find(|entity| entity.id == *to) {
        for words in places.iter().map(|place| text.slice(*place)) {
            if !entity.names.iter().any(|name| name == words) {
                entity.names.push(words.to_owned());
            }
        }
        entity.name_in_article = entity.names.contains(&entity.name);
    }
}

/// Words by which the entity is called no more are no names of it.
fn drop_names(article: &mut Article, lost: &[Mention], loser: &Id) {
    let text = Places::new(article);
    let words = |mentions: &[Mention]| -> Vec<&str> {
        spans_of(mentions, loser).into_iter().map(|span| text.slice(span)).collect()
    };
    let (gone, left) = (words(lost), words(&article.mentions));
    if let Some(entity) = article.entities.iter_mut().find(|entity| entity.id == *loser) {
        entity.names.retain(|name| !gone.contains(&name.as_str()) || left.contains(&name.as_str()));
        entity.name_in_article = entity.names.contains(&entity.name);
    }
}

/// Whoever is named where an event is told takes part, by the program's own rule; an editor's
/// events are left alone.
fn join_events(article: &mut Article, places: &[Span], to: &Id) {
    for event in &mut article.events {
        let named = || places.iter().any(|place| event.passages.iter().any(|p| p.contains(*place)));
        if article.found.contains_key(&event.id) && !event.entities.contains(to) && named() {
            event.entities.push(to.clone());
        }
    }
}
