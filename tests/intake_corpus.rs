//! What the fuzzer found worth keeping, opened again: `fuzz/fuzz_targets/intake.rs` on files that
//! reach every part of `intake`, and one that stopped it once.
//!
//! Each line of the corpus is one input as a JSON string; its first character chooses the name.

mod opened;

const CORPUS: &str = include_str!("corpus/intake.jsonl");

#[test]
fn everything_opens_soundly_or_is_refused() {
    let mut read = 0;
    for line in CORPUS.lines() {
        let input: String = serde_json::from_str(line).expect("a JSON string");
        opened::stays_sound(input.as_bytes());
        read += 1;
    }
    assert!(read > 100, "the corpus is there");
}
