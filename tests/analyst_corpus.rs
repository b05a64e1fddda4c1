//! What the fuzzer found worth keeping, read again: `fuzz/fuzz_targets/analyst.rs` on texts
//! that reach every part of the analyst.
//!
//! Each line of the corpus is one text as a JSON string.

mod within;

const CORPUS: &str = include_str!("corpus/analyst.jsonl");

#[test]
fn everything_stays_within_its_text() {
    let mut read = 0;
    for line in CORPUS.lines() {
        let text: String = serde_json::from_str(line).expect("a JSON string");
        within::stays_within(&text);
        read += 1;
    }
    assert!(read > 100, "the corpus is there");
}
