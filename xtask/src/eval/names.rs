//! Names, what they are joined to, and quotations.

use super::dates::{Bundled, annotate, read_bundled, scorer};
use super::{Scores, shared};
use crate::paths;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::HashSet;
use std::path::Path;

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

pub(super) fn measure(program: &Path, scores: &mut Scores) -> Result<()> {
    for (set, options) in SETS {
        let gold = shared().join("data/ner/dev").join(set).with_extension("jsonl");
        let found = annotate(program, &gold)?;
        let options: Vec<&str> = ["--json"].into_iter().chain(options.iter().copied()).collect();
        let told = scorer("score_ner.py", &[&gold, &found], &options)?;
        let told: Value = serde_json::from_str(&told).context("the scorer's JSON")?;
        for (what, path) in SCORES {
            if let Some(share) = told.pointer(path).and_then(Value::as_f64) {
                scores.insert(format!("names.{set}.{what}"), 100.0 * share);
            }
        }
    }
    bundled(program, scores)
}

/// Strict F1 over the names of the bundled article that stand in no longer name.
fn bundled(program: &Path, scores: &mut Scores) -> Result<()> {
    let Bundled { article, starts, found } = read_bundled(program, &paths::target().join("eval"))?;
    let mut names: Vec<(u64, u64, &str)> = Vec::new();
    for entity in article["entities"].as_array().into_iter().flatten() {
        let label = match entity["type"].as_str() {
            Some("Person") => "PER",
            Some("Organization") => "ORG",
            Some("Place") => "LOC",
            _ => "MISC",
        };
        for mention in entity["mentions"].as_array().into_iter().flatten() {
            let at = |key: &str| mention[key].as_u64().context("where a mention stands");
            if mention["layer"] == "name" {
                let block = starts.get(at("block")? as usize).context("the mention's block")?;
                names.push((block + at("start")?, block + at("end")?, label));
            }
        }
    }
    let inside = |name: &(u64, u64, &str)| {
        let longer = |other: &&(u64, u64, &str)| other.1 - other.0 > name.1 - name.0;
        names.iter().filter(longer).any(|other| other.0 <= name.0 && name.1 <= other.1)
    };
    let three = |label: &str| label != "MISC";
    let gold: HashSet<_> = names.iter().filter(|n| !inside(n) && three(n.2)).copied().collect();
    let ours: HashSet<_> = found["entities"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|e| Some((e["start"].as_u64()?, e["end"].as_u64()?, e["label"].as_str()?)))
        .filter(|name| three(name.2))
        .collect();
    let right = gold.intersection(&ours).count() as f64;
    let score = 200.0 * right / (gold.len() + ours.len()) as f64;
    scores.insert("names.bundled.strict".to_owned(), score);
    Ok(())
}
