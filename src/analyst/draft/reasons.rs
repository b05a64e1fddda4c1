//! Why each thing was found, in a short sentence for people.

use crate::analyst::Analysis;
use crate::analyst::figures::Figure;
use crate::analyst::linking::Cluster;
use crate::analyst::names::features::Scene;
use crate::analyst::names::{self, Kind, Reason};
use crate::analyst::quotations::Quote;
use crate::analyst::text::Text;
use crate::article::{Article, Id, PlainText};
use std::collections::BTreeMap;

/// The reason for each thing of a draft. Its lists must stand in the order of the findings.
pub(super) fn reasons(found: &Analysis<'_>, article: &Article) -> BTreeMap<Id, String> {
    let text = &found.text;
    let named = &found.named;
    let scene = Scene::new(text, &found.known.lists);
    let plain = PlainText::new(text.source.to_owned());
    let mut reasons = BTreeMap::new();
    // One by one: to collect them would bring a sort of their own.
    let mut put = |id: &Id, reason: String| drop(reasons.insert(id.clone(), reason));
    for (thing, cluster) in article.entities.iter().zip(&named.clusters) {
        put(&thing.id, of_name(found, &scene, cluster));
    }
    for (thing, timex) in article.times.iter().zip(&found.reading.timexes) {
        put(&thing.id, timex.reason(plain.slice(timex.span)));
    }
    for (thing, event) in article.events.iter().zip(&found.events) {
        put(&thing.id, event.sentence());
    }
    let mut things = article.quotes.iter();
    for quote in &named.quotes {
        for thing in things.by_ref().take(quote.parts.len()) {
            put(&thing.id, of_quote(text, quote));
        }
    }
    let mut things = article.figures.iter();
    for figure in &named.figures {
        for thing in things.by_ref().take(figure.count()) {
            put(&thing.id, of_figure(figure));
        }
    }
    reasons
}

/// "Named like a person: “Ambassador” stands before it".
fn of_name(found: &Analysis<'_>, scene: &Scene<'_>, cluster: &Cluster) -> String {
    let (text, names) = (&found.text, &found.named.names);
    let kind = match cluster.kind {
        Kind::Person => "a person",
        Kind::Organization => "an organisation",
        Kind::Place => "a place",
        Kind::Thing => return "Named like a ship or craft by the word beside it".to_owned(),
        Kind::Demonym => return "A word for people of a country or place".to_owned(),
    };
    let mut members = cluster.mentions.iter().map(|(at, _)| &names[*at]);
    let name = members.find(|name| name.kind == cluster.kind);
    let reason =
        name.and_then(|name| names::explain(text, scene, &found.known.first, name, 1).pop());
    let why = match &reason {
        Some(reason) => weightiest(text, reason),
        // A repair, or the same name elsewhere, decided against the words around it.
        None => "by what the text calls so elsewhere".to_owned(),
    };
    format!("Named like {kind}: {why}")
}

fn weightiest(text: &Text<'_>, reason: &Reason) -> String {
    let at = reason.offset.and_then(|offset| reason.token.checked_add_signed(offset));
    let word = at.map(|at| text.word(at)).unwrap_or_default();
    match (reason.offset, word) {
        (None, _) | (_, "") => format!("by {}", reason.what),
        (Some(0), word) => format!("by the word “{word}”"),
        (Some(..0), word) => format!("“{word}” stands before it"),
        (Some(_), word) => format!("“{word}” stands behind it"),
    }
}

/// "Words in quotation marks; “said” stands by them".
fn of_quote(text: &Text<'_>, quote: &Quote) -> String {
    let cue = quote.cue.clone().map(|cue| text.slice(cue)).unwrap_or_default();
    if cue.chars().any(char::is_alphabetic) {
        format!("Words in quotation marks; “{cue}” stands by them")
    } else {
        format!("Words in quotation marks: {}", quote.rule)
    }
}

/// "A number in digits, counting “troops”".
fn of_figure(figure: &Figure) -> String {
    let mut reason = capital(figure.rule);
    if !figure.unit.is_empty() {
        reason.push_str(&format!(", counting “{}”", figure.unit));
    }
    reason
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
