//! What must hold of any draft: asked by the fuzzer and by the tests that replay what it found.

use dateline::analyst::{dates::Given, draft};

/// Reads a text; everything found stands in it, and headlines keep their length.
pub fn stays_within(text: &str) {
    let article = draft(text, Given::Nothing);
    let length = article.plain_text().chars().count() as u32;
    let spans = (article.mentions.iter().map(|m| m.span))
        .chain(article.times.iter().map(|t| t.span))
        .chain(article.quotes.iter().map(|q| q.span))
        .chain(article.figures.iter().map(|f| f.span))
        .chain(article.events.iter().flat_map(|e| e.passages.iter().copied()));
    for span in spans {
        assert!(span.start < span.end && span.end <= length, "{span:?} of {length} in {text:?}");
    }
    for event in &article.events {
        assert!(event.headline.chars().count() <= 70, "{} in {text:?}", event.headline);
    }
}
