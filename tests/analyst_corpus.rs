//! What the fuzzer found worth keeping, read again: `fuzz/fuzz_targets/analyst.rs` on texts
//! that reach every part of the analyst.
//!
//! Each line of the corpus is one text as a JSON string.

use dateline::analyst::{dates::Given, draft};

const CORPUS: &str = include_str!("corpus/analyst.jsonl");

#[test]
fn everything_stays_within_its_text() {
    let mut read = 0;
    for line in CORPUS.lines() {
        let text: String = serde_json::from_str(line).expect("a JSON string");
        let article = draft(&text, Given::Nothing);
        let length = article.plain_text().chars().count() as u32;
        let spans = (article.mentions.iter().map(|m| m.span))
            .chain(article.times.iter().map(|t| t.span))
            .chain(article.quotes.iter().map(|q| q.span))
            .chain(article.figures.iter().map(|f| f.span))
            .chain(article.events.iter().flat_map(|e| e.passages.iter().copied()));
        for span in spans {
            assert!(span.start < span.end && span.end <= length, "{span:?} of {text:?}");
        }
        for event in &article.events {
            assert!(event.headline.chars().count() <= 70, "{text:?}");
        }
        read += 1;
    }
    assert!(read > 100, "the corpus is there");
}
