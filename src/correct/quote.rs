//! Corrections of quotations.

use super::claim::{free, stand};
use super::correction::{Ref, Sort, Words};
use super::marks::quoted;
use super::place::Places;
use super::refused::Refused;
use super::things::join_told;
use crate::article::{Article, Id, Ids, Quote, Span};

pub(super) fn new(
    article: &mut Article,
    words: &Words,
    speaker: &Option<Ref>,
) -> Result<(), Refused> {
    let speaker = speaker_of(article, speaker)?;
    let places = Places::new(article);
    stand(&places, words)?;
    let none = || Refused::NoMarks(words.text.clone());
    let block = places.block(words.span).ok_or(Refused::Paragraphs)?;
    let chosen = Span::new(words.span.start - block.start, words.span.end - block.start);
    let found = quoted(places.slice(block), chosen).ok_or_else(none)?;
    let place = |span: Span| Span::new(block.start + span.start, block.start + span.end);
    let (span, inner) = (place(found.span), place(found.inner));
    let text = places.slice(inner).to_owned();
    if article.quotes.iter().any(|quote| quote.span.overlaps(span)) {
        return Err(Refused::Taken(text));
    }
    free(article, &places, span)?;
    let whole = text.trim_end().ends_with(['.', ',', '!', '?', '…']);
    let id = Ids::of(article).next(&format!("q-{text}"));
    let form = if whole { "whole" } else { "fragment" }.to_owned();
    let quote = Quote { id: id.clone(), span, inner, speaker, form, ..Quote::default() };
    join_told(article, span, &id, |event| &mut event.quotes);
    let at = article.quotes.partition_point(|other| other.span.start <= span.start);
    article.quotes.insert(at, quote);
    Ok(())
}

fn speaker_of(article: &Article, speaker: &Option<Ref>) -> Result<Option<Id>, Refused> {
    let Some(speaker) = speaker else { return Ok(None) };
    let at = speaker.find_as(article, Sort::Entity)?;
    Ok(Some(article.entities[at].id.clone()))
}

pub(super) fn speaker(
    article: &mut Article,
    quote: &Ref,
    speaker: &Option<Ref>,
) -> Result<(), Refused> {
    let speaker = speaker_of(article, speaker)?;
    let at = quote.find_as(article, Sort::Quote)?;
    let quote = &mut article.quotes[at];
    quote.speaker = speaker;
    article.found.remove(&quote.id);
    Ok(())
}
