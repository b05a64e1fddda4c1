//! Names, what they are joined to, and quotations.

use super::dates::{annotate, scorer};
use super::{Scores, shared};
use crate::cargo;
use anyhow::{Context, Result};
use serde_json::Value;

/// The sets, and what is annotated in them beside names.
const SETS: [(&str, &[&str]); 2] =
    [("pud-news", &[]), ("gum-news-dev", &["--clusters", "--quotes"])];

/// Where the scorer's JSON has which score.
const SCORES: [(&str, &str); 5] = [
    ("strict", "/strict/f1"),
    ("clusters", "/clusters/mean/f1"),
    ("quotes.content", "/quotes/content/f1"),
    ("quotes.speaker", "/quotes/speaker/f1"),
    ("quotes.by-name", "/quotes/resolved_accuracy"),
];

pub(super) fn measure(scores: &mut Scores) -> Result<()> {
    let program = cargo::build_native("dateline", "source")?;
    for (set, options) in SETS {
        let gold = shared().join("data/ner/dev").join(set).with_extension("jsonl");
        let found = annotate(&program, &gold)?;
        let options: Vec<&str> = ["--json"].into_iter().chain(options.iter().copied()).collect();
        let told = scorer("score_ner.py", &[&gold, &found], &options)?;
        let told: Value = serde_json::from_str(&told).context("the scorer's JSON")?;
        for (what, path) in SCORES {
            if let Some(share) = told.pointer(path).and_then(Value::as_f64) {
                scores.insert(format!("names.{set}.{what}"), 100.0 * share);
            }
        }
    }
    Ok(())
}
