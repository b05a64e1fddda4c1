//! The findings as a W3C Web Annotation page (JSON-LD).

use crate::article::{Article, Entity, PlainText, Span};
use crate::markup::body::kind_word;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Scalars of context on each side of a quotation.
const CONTEXT: u32 = 32;

/// Writes one annotation for each mention, date, quotation, figure and passage of an event.
///
/// `source` is the IRI of the annotated text. Positions count Unicode scalars of its plain
/// text.
pub(super) fn write(article: &Article, source: &str) -> String {
    let text = PlainText::from(article);
    let target = |span: Span| {
        let before = Span::new(span.start.saturating_sub(CONTEXT), span.start);
        let after = Span::new(span.end, (span.end + CONTEXT).min(text.len()));
        json!({
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text.slice(span),
                    "prefix": text.slice(before),
                    "suffix": text.slice(after),
                },
                { "type": "TextPositionSelector", "start": span.start, "end": span.end },
            ],
        })
    };
    let entities: HashMap<&str, &Entity> =
        article.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect();
    let mut items: Vec<Value> = Vec::new();
    let mut add = |motivation: &str, body: Value, span: Span| {
        items.push(json!({
            "id": format!("#a{}", items.len() + 1),
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": target(span),
        }));
    };
    let tag = |value: &str| json!({ "type": "TextualBody", "purpose": "tagging", "value": value });
    for mention in &article.mentions {
        let Some(entity) = entities.get(mention.entity.as_str()) else { continue };
        let name = json!({
            "type": "TextualBody", "purpose": "identifying", "value": entity.name,
        });
        add("identifying", json!([name, tag(kind_word(entity.kind))]), mention.span);
    }
    for time in &article.times {
        let when = time.when.as_deref().unwrap_or(&time.value);
        add("tagging", json!([tag(when), tag(&time.kind)]), time.span);
    }
    for event in &article.events {
        let when = event.when.as_deref().or(event.within.as_deref()).unwrap_or_default();
        let headline = json!({
            "type": "TextualBody", "purpose": "describing", "value": event.headline,
        });
        for passage in &event.passages {
            add("describing", json!([headline.clone(), tag(when)]), *passage);
        }
    }
    for quote in &article.quotes {
        let speaker = quote.speaker.as_ref().and_then(|id| entities.get(id.as_str()));
        add("tagging", tag(speaker.map_or("speaker not named", |entity| &entity.name)), quote.span);
    }
    for figure in &article.figures {
        add("tagging", tag(&format!("{} {}", figure.value, figure.unit)), figure.span);
    }
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#annotations",
        "type": "AnnotationPage",
        "items": items,
    });
    page.to_string() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyst::{dates::Given, draft};

    #[test]
    fn quotation_and_position_agree() {
        let article = draft("Talks\n\nÁlvaro Uribe met Maria Mayor in 2003.\n", Given::Nothing);
        let page: Value = serde_json::from_str(&write(&article, "talks.txt")).expect("JSON");
        let items = page["items"].as_array().expect("a list");
        assert!(items.len() >= 3, "{page}");
        let text: Vec<char> = article.plain_text().chars().collect();
        for item in items {
            let [quote, position] = [0, 1].map(|n| &item["target"]["selector"][n]);
            let at = |end: &str| position[end].as_u64().expect("a number") as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"].as_str(), Some(words.as_str()));
            let before: String = text[..at("start")].iter().collect();
            assert!(before.ends_with(quote["prefix"].as_str().expect("words")));
        }
    }
}
