//! The entry of a person, organisation, place or other named thing.

use super::{found, heading, more, open_body, places_in_text, row};
use crate::article::{Entity, Event, Quote, Span};
use crate::markup::body::kind_word;
use crate::markup::escape::{self, escape};
use crate::markup::source::Source;
use crate::markup::{dates, words};

/// How many entities an entry names as company.
const COMPANY: usize = 6;

/// The entry of an entity.
pub fn entity(source: &Source<'_>, n: usize) -> String {
    let article = source.article;
    let Some(entity) = article.entities.get(n) else { return String::new() };
    let spans: Vec<Span> = source.index.mentions_of(article, n).map(|m| m.span).collect();
    let mut html = format!(
        "<section class=\"entry entity {}\" id=\"{}\" data-count=\"{}\" data-first=\"{}\">",
        kind_word(entity.kind),
        entity.id,
        spans.len(),
        spans.first().map_or(u32::MAX, |s| s.start)
    );
    heading(&mut html, &entity.id, &entity.name);
    html.push_str(&format!("<p class=\"count\">{}</p>", words::times_named(spans.len())));
    if source.brief {
        return html + "</section>\n";
    }
    open_body(&mut html);
    html.push_str(&format!(
        "<p class=\"kind\"><b>{}</b> {}</p>",
        words::kind_title(entity.kind),
        escape(&entity.role)
    ));
    introduction(&mut html, entity);
    editors_note(&mut html, entity);
    html.push_str(&places_in_text(source, "Named in", &spans));
    html.push_str(&strip(source, &spans));
    let events: Vec<&Event> = source.index.events_of(article, n).collect();
    if !events.is_empty() {
        html.push_str("<h5>Events</h5>");
        html.push_str(&source.axis().dots(&events));
        html.push_str("<ul class=\"events\">");
        for event in events.iter().take(source.most) {
            html.push_str(&event_line(event));
        }
        more(&mut html, "li", source, events.len());
        html.push_str("</ul>");
    }
    let said: Vec<&Quote> = source.index.quotes_of(article, n).collect();
    if !said.is_empty() {
        html.push_str("<h5>Quoted</h5><ul class=\"quotes\">");
        for quote in said.iter().take(source.most) {
            html.push_str(&format!(
                "<li><a href=\"#{}\">{}</a></li>",
                quote.id,
                escape(source.text.slice(quote.span))
            ));
        }
        more(&mut html, "li", source, said.len());
        html.push_str("</ul>");
    }
    company(&mut html, source, n);
    found(&mut html, source, &entity.id);
    if let Some(item) = &entity.wikidata
        && item.starts_with('Q')
        && item[1..].bytes().all(|b| b.is_ascii_digit())
    {
        html.push_str(&format!(
            "<p class=\"outward\"><a rel=\"noopener noreferrer external\" \
             href=\"https://www.wikidata.org/wiki/{item}\">Wikidata: {item}</a></p>"
        ));
    }
    html.push_str("</div></section>\n");
    html
}

fn introduction(html: &mut String, entity: &Entity) {
    if let Some(words) = &entity.introduced {
        row(html, "introduced", "The article", &escape(words));
    }
    if !entity.name_in_article {
        html.push_str("<p class=\"supplied\">The full name is the editor’s; the article does not give it.</p>");
    }
}

fn editors_note(html: &mut String, entity: &Entity) {
    let Some(note) = &entity.note else { return };
    html.push_str("<p class=\"note\"><b>Editor’s note</b> ");
    escape::push(html, note);
    if let Some(source) = &entity.note_source {
        html.push_str(" <small>(");
        escape::push(html, source);
        html.push_str(")</small>");
    }
    html.push_str("</p>");
}

fn company(html: &mut String, source: &Source<'_>, n: usize) {
    let near = source.index.together_with(source.article, n);
    if near.is_empty() {
        return;
    }
    html.push_str("<h5>In the same sentences</h5><ul class=\"company\">");
    for (other, count) in near.into_iter().take(COMPANY) {
        let other = &source.article.entities[other];
        html.push_str(&format!(
            "<li><a href=\"#{}\"><bdi>{}</bdi></a> <span>{count}</span></li>",
            other.id,
            escape(&other.name)
        ));
    }
    html.push_str("</ul>");
}

/// The whole article as a line, with a stroke wherever the thing stands.
fn strip(source: &Source<'_>, spans: &[Span]) -> String {
    let length = source.text.len().max(1);
    let at = |span: &Span| u64::from(span.start) * STRIP_WIDTH / u64::from(length);
    let mut places: Vec<u64> = spans.iter().map(at).collect();
    // A name that stands in a thousand places has many under one stroke.
    places.dedup();
    let strokes: String = places.iter().map(|x| format!("M{x} 0v8")).collect();
    if strokes.is_empty() {
        return strokes;
    }
    format!(
        "<svg class=\"strip\" viewBox=\"0 0 {STRIP_WIDTH} 8\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\"><path d=\"{strokes}\"/></svg>"
    )
}

/// Units of the strip's own measure from the beginning to the end of the article.
const STRIP_WIDTH: u64 = 600;

fn event_line(event: &Event) -> String {
    format!(
        "<li><a href=\"#{}\">{}</a> <span class=\"when\">{}</span></li>",
        event.id,
        escape(&event.headline),
        dates::short_when(event)
    )
}
