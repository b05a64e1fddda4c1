//! Any bytes: the analyst finds something or nothing, in bounds and in order, and stops.
#![no_main]

use dateline::analyst::{dates::Given, draft};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let article = draft(&text, Given::Nothing);
    let length = article.plain_text().chars().count() as u32;
    let spans = (article.mentions.iter().map(|m| m.span))
        .chain(article.times.iter().map(|t| t.span))
        .chain(article.quotes.iter().map(|q| q.span))
        .chain(article.figures.iter().map(|f| f.span))
        .chain(article.events.iter().flat_map(|e| e.passages.iter().copied()));
    for span in spans {
        assert!(span.start < span.end && span.end <= length, "{span:?} of {length}");
    }
    for event in &article.events {
        assert!(event.headline.chars().count() <= 70, "{}", event.headline);
    }
});
