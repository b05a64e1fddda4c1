//! What search engines and other readers by program are told of an article: JSON-LD.

use crate::article::{BlockKind, EntityKind, Span};
use crate::markup::Source;
use serde_json::{Value, json};

/// The article as schema.org’s `NewsArticle`.
pub(super) fn json_ld(source: &Source<'_>) -> String {
    let Source { article, index, .. } = source;
    let things = |is: &dyn Fn(Span) -> bool| -> Vec<Value> {
        let entities = article.entities.iter().enumerate().filter(|(_, entity)| entity.named);
        entities
            .filter(|(n, _)| index.mentions_of(article, *n).any(|mention| is(mention.span)))
            .map(|(_, entity)| json!({"@type": kind(entity.kind), "name": entity.name}))
            .collect()
    };
    // What the headline names.
    let of_kind = |kind| article.blocks.iter().position(|block| block.kind == kind);
    let title = of_kind(BlockKind::Title).and_then(|n| index.blocks().get(n).copied());
    let about = things(&|span| title.is_some_and(|title| title.contains(span)));
    let meta = &article.meta;
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": if meta.genre.as_deref() == Some("opinion") { "OpinionNewsArticle" } else { "NewsArticle" },
        "headline": meta.title,
        "inLanguage": meta.language,
        "mentions": things(&|_| true),
    });
    let mut set = |key: &str, v: Value| {
        value[key] = v;
    };
    if let Some(author) = &meta.author {
        set("author", json!({"@type": "Person", "name": author}));
    }
    if let Some(publisher) = &meta.publisher {
        set("publisher", json!({"@type": "Organization", "name": publisher}));
    }
    if let Some(published) = &meta.published {
        set("datePublished", json!(published));
    }
    if !about.is_empty() {
        set("about", json!(about));
    }
    if let Some(dateline) = of_kind(BlockKind::Dateline) {
        set("dateline", json!(article.blocks[dateline].text));
    }
    if let Some(copyright) = &meta.copyright {
        set("copyrightNotice", json!(copyright));
    }
    if let Some(address) = &meta.address {
        set("url", json!(address));
    }
    value.to_string()
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Place => "Place",
        EntityKind::Work => "CreativeWork",
        EntityKind::Thing => "Thing",
    }
}
