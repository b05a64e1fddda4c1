//! From a plain text to an article with a draft of its annotations.
//!
//! Nothing in it is an editor's: names, dates and figures are the text's own words, and the
//! article says that a program found them.

mod blocks;
mod reasons;

use super::dates::{Given, How, Timex};
use super::events::Event as Happening;
use super::linking::titled;
use super::names::{Kind, Known};
use super::{Analysis, read_with};
use crate::article::order::sort_by;
use crate::article::{
    Article, Entity, EntityKind, Event, Figure, Id, Ids, Layer, Mention, Quote, Span,
    TimeExpression, short_name,
};
pub use blocks::{blocks, paragraphs};

/// What the page says of who annotated it.
const ANNOTATOR: &str = "Names, dates, events, quotations and figures were found by a program, \
                         not by the author or an editor. It makes mistakes.";

/// The same as long as only rules have read it.
const RULES: &str = "Dates, events, quotations and figures were found by a program, not by the \
                     author or an editor; nobody has looked for names yet. It makes mistakes.";

/// Reads a text into an article: blocks, and everything the analyst finds in them.
pub fn draft(source: &str, given: Given) -> Article {
    annotate(Article { blocks: blocks(source), ..Article::default() }, given)
}

/// Reads an article that has its blocks already; annotations that it had are replaced, what is
/// known about it stays.
pub fn annotate(article: Article, given: Given) -> Article {
    annotate_with(article, given, Known::bundled())
}

/// The same, with these weights and lists. What rules find without them has the same ids with
/// them.
pub fn annotate_with(mut article: Article, given: Given, known: &Known) -> Article {
    let plain = article.plain_text();
    let found = read_with(&plain, given, known);
    complete(&mut article, &found);
    let mut ids = Ids::default();
    let entities: Vec<Id> =
        found.named.clusters.iter().map(|cluster| ids.next(&cluster.name)).collect();
    article.entities = entities_of(&found, &entities);
    article.mentions = mentions_of(&found, &entities);
    article.times = (1..)
        .zip(&found.reading.timexes)
        .map(|(n, timex)| time(timex, ids.next(&format!("t{n:02}"))))
        .collect();
    article.quotes = quotes_of(&found, &entities, &mut ids);
    article.figures = figures_of(&found, &mut ids);
    article.events = events_of(&found, &entities, &article, &mut ids);
    // Before they are sorted: each stands where the analyst found it.
    article.found = reasons::reasons(&found, &article);
    sort_by(&mut article.events, |event| crate::time::place(event.date()));
    article
}

fn events_of(
    found: &Analysis<'_>,
    entities: &[Id],
    article: &Article,
    ids: &mut Ids,
) -> Vec<Event> {
    let entity = |at: &usize| entities.get(*at).cloned();
    let event = |event: &Happening| Event {
        id: ids.next(&format!("ev-{}", event.headline)),
        headline: event.headline.clone(),
        when: event.when.clone(),
        within: event.within.clone(),
        basis: event.basis.words().to_owned(),
        entities: event.clusters.iter().filter_map(entity).collect(),
        attribution: event.by.as_ref().map(|by| by.words.clone()).unwrap_or_default(),
        attributed_to: event.by.iter().filter_map(|by| entity(&by.cluster?)).collect(),
        certainty: event.certainty,
        quotes: inside(&event.passages, article.quotes.iter().map(|q| (q.span, &q.id))),
        figures: inside(&event.passages, article.figures.iter().map(|f| (f.span, &f.id))),
        passages: event.passages.clone(),
        ..Event::default()
    };
    found.events.iter().map(event).collect()
}

/// The ids of the things that stand in these passages. Things come in text order.
fn inside<'a>(passages: &[Span], things: impl Iterator<Item = (Span, &'a Id)>) -> Vec<Id> {
    let held = |span: Span| passages.iter().any(|passage| passage.contains(span));
    things.filter(|(span, _)| held(*span)).map(|(_, id)| id.clone()).collect()
}

/// What is not known of the article and can be read in it.
fn complete(article: &mut Article, found: &Analysis<'_>) {
    let iso = |day: crate::time::Civil| day.to_string();
    let title = article.blocks.first().map(|block| block.text.clone()).unwrap_or_default();
    let meta = &mut article.meta;
    for (known, read) in [
        (&mut meta.slug, short_name(&title)),
        (&mut meta.title, title),
        (&mut meta.language, "en".to_owned()),
    ] {
        if known.is_empty() {
            *known = read;
        }
    }
    meta.published = meta.published.take().or(found.reading.published.map(iso));
    meta.reading_date = meta.reading_date.take().or(found.reading.day.map(iso));
    let annotator = if found.known.is_empty() { RULES } else { ANNOTATOR };
    meta.annotator = Some(annotator.to_owned());
}

fn entities_of(found: &Analysis<'_>, ids: &[Id]) -> Vec<Entity> {
    let text = &found.text;
    let entity = |(cluster, id): (&super::linking::Cluster, &Id)| {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in &cluster.mentions {
            let words = text.slice(found.named.names[*name].tokens.clone());
            if !names.iter().any(|known| known == words) {
                names.push(words.to_owned());
            }
        }
        let introduced = cluster.descriptions.first();
        Entity {
            id: id.clone(),
            kind: match cluster.kind {
                Kind::Person => EntityKind::Person,
                Kind::Organization => EntityKind::Organization,
                Kind::Place => EntityKind::Place,
                Kind::Demonym | Kind::Thing => EntityKind::Thing,
            },
            name_in_article: names.contains(&cluster.name),
            name: cluster.name.clone(),
            named: true,
            names,
            introduced: introduced.map(|words| format!("“{}”", text.slice(words.tokens.clone()))),
            ..Entity::default()
        }
    };
    found.named.clusters.iter().zip(ids).map(entity).collect()
}

fn mentions_of(found: &Analysis<'_>, ids: &[Id]) -> Vec<Mention> {
    let (text, names) = (&found.text, &found.named.names);
    let mut mentions: Vec<Mention> = Vec::new();
    for (cluster, id) in found.named.clusters.iter().zip(ids) {
        for (name, _) in &cluster.mentions {
            let span = text.span(names[*name].tokens.clone());
            let outer = Some(text.span(titled(text, names, *name))).filter(|outer| *outer != span);
            mentions.push(Mention { entity: id.clone(), span, layer: Layer::Name, outer });
        }
    }
    sort_by(&mut mentions, |mention| mention.span.start.into());
    mentions
}

fn time(timex: &Timex, id: Id) -> TimeExpression {
    TimeExpression {
        id,
        span: timex.span,
        kind: timex.kind.timex().to_owned(),
        value: timex.value.clone(),
        modifier: timex.modifier.map(|modifier| modifier.timex().to_owned()),
        when: timex.edtf.clone(),
        vague: matches!(timex.trace.how, How::Vague | How::Unknown),
        relative: timex.trace.anchor.is_some(),
        reasoning: String::new(),
    }
}

/// A quotation that its speaker's name splits becomes one for each part.
fn quotes_of(found: &Analysis<'_>, entities: &[Id], ids: &mut Ids) -> Vec<Quote> {
    let text = &found.text;
    let mut quotes = Vec::new();
    for quote in &found.named.quotes {
        for part in &quote.parts {
            let inner = text.span(part.inner.clone());
            quotes.push(Quote {
                id: ids.next(&format!("q-{}", text.slice(part.inner.clone()))),
                span: text.span(part.tokens.clone()),
                inner,
                speaker: quote.cluster.and_then(|at| entities.get(at).cloned()),
                cue: quote.cue.clone().map(|cue| text.span(cue)),
                form: if quote.fragment { "fragment" } else { "whole" }.to_owned(),
                ..Quote::default()
            });
        }
    }
    quotes
}

/// Each number of a score or a range is a figure of its own; a common subject keeps them together.
fn figures_of(found: &Analysis<'_>, ids: &mut Ids) -> Vec<Figure> {
    let text = &found.text;
    let mut figures = Vec::new();
    for figure in &found.named.figures {
        let words = text.slice(figure.tokens.clone());
        for n in 0..figure.count() {
            let part = figure.part(n > 0);
            figures.push(Figure {
                id: ids.next(&format!("f-{words}")),
                span: text.span(figure.tokens.clone()),
                number: text.span(part.number),
                value: part.value,
                sign: part.sign.into(),
                unit: figure.unit.clone(),
                counts: words.to_owned(),
                subject: (figure.count() > 1).then(|| words.to_owned()),
                ..Figure::default()
            });
        }
    }
    figures
}

#[cfg(test)]
mod tests;
