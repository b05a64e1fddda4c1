//! Dates: time expressions, the dates of given events, and the bundled article.

use super::{Scores, shared};
use crate::{cargo, paths};
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Sets of time expressions.
const TIMEX: [&str; 2] = ["meantime.dev.jsonl", "wikiwars.dev.jsonl.gz"];

/// Events whose dates are asked for.
const EVENTS: &str = "events-se15t4.dev.jsonl";

pub(super) fn measure(program: &Path, scores: &mut Scores) -> Result<()> {
    let folder = paths::target().join("eval");
    fs::create_dir_all(&folder)?;
    for set in TIMEX {
        let gold = unpacked(set, &folder)?;
        let found = annotate(program, &gold)?;
        let score = scorer("score_time.py", &[&gold, &found], &["--json"])?;
        let score: Value = serde_json::from_str(&score).context("the scorer's JSON")?;
        let name = set.split('.').next().unwrap_or(set);
        for (what, path) in
            [("value", "/value_f1"), ("relaxed", "/relaxed/f1"), ("strict", "/strict/f1")]
        {
            let share = score.pointer(path).and_then(Value::as_f64).context("a score")?;
            scores.insert(format!("dates.{name}.{what}"), 100.0 * share);
        }
    }
    let gold = unpacked(EVENTS, &folder)?;
    let found = annotate(program, &gold)?;
    let told = scorer("score_events.py", &[&gold, &found], &[])?;
    let exact = told.split("exact ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let exact = exact.and_then(|number| number.parse().ok()).context("the share of exact dates")?;
    scores.insert("dates.events.exact".to_owned(), exact);
    let (right, all) = bundled(program, &folder)?;
    println!("bundled article: {right} of {all} required dates, the reading date inferred");
    scores.insert("dates.bundled.required".to_owned(), right as f64);
    Ok(())
}

/// The file, without its compression.
fn unpacked(name: &str, folder: &Path) -> Result<PathBuf> {
    let path = shared().join("data/time").join(name);
    let Some(plain) = name.strip_suffix(".gz") else { return Ok(path) };
    let mut text = String::new();
    let file = File::open(&path).with_context(|| path.display().to_string())?;
    GzDecoder::new(file).read_to_string(&mut text)?;
    let path = folder.join(plain);
    fs::write(&path, text)?;
    Ok(path)
}

/// What our command finds in a file of texts.
pub(super) fn annotate(program: &Path, gold: &Path) -> Result<PathBuf> {
    let name = gold.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{}.found.jsonl", name.trim_end_matches(".dev"));
    let found = paths::target().join("eval").join(name);
    let mut command = Command::new(program);
    command.args(["annotate", "--batch"]).arg(gold).stdout(File::create(&found)?);
    cargo::run(&mut command)?;
    Ok(found)
}

pub(super) fn scorer(name: &str, files: &[&Path], options: &[&str]) -> Result<String> {
    let mut command = Command::new("python3");
    command.arg(shared().join("tools").join(name)).args(files).args(options);
    let output = command.stderr(Stdio::inherit()).output().context("python3 runs the scorers")?;
    if !output.status.success() {
        bail!("{name} failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The bundled article's annotation, and what we find in its text.
pub(super) struct Bundled {
    /// As the annotation has it.
    pub article: Value,
    /// Where each block begins in the text, in scalars.
    pub starts: Vec<u64>,
    /// Our line of the batch.
    pub found: Value,
}

/// Reads the bundled article; no date is given with the text.
pub(super) fn read_bundled(program: &Path, folder: &Path) -> Result<Bundled> {
    let path = shared().join("article/annotation.json");
    let article: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let mut text = String::new();
    let mut starts = Vec::new();
    for block in article["blocks"].as_array().into_iter().flatten() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        starts.push(text.chars().count() as u64);
        text.push_str(block["text"].as_str().unwrap_or_default());
    }
    let gold = folder.join("bundled.dev.jsonl");
    fs::write(&gold, json!({ "id": "bundled", "text": text }).to_string())?;
    let found = fs::read_to_string(annotate(program, &gold)?)?;
    Ok(Bundled { article, starts, found: serde_json::from_str(found.trim())? })
}

/// How many of the bundled article's required dates have the right value, and how many there
/// are.
fn bundled(program: &Path, folder: &Path) -> Result<(usize, usize)> {
    let Bundled { article, starts, found } = read_bundled(program, folder)?;
    let list = |name: &str| article[name].as_array().cloned().unwrap_or_default();
    let found = found["timex"].as_array().cloned().unwrap_or_default();
    let required = list("times").into_iter().filter(|time| time["optional"] == false);
    let (mut right, mut all) = (0, 0);
    for time in required {
        let block = time["block"].as_u64().and_then(|block| starts.get(block as usize));
        let start = time["start"].as_u64().zip(block).map(|(at, block)| at + block);
        let start = start.context("where a date of the bundled article stands")?;
        let end = start + time["end"].as_u64().unwrap_or(0) - time["start"].as_u64().unwrap_or(0);
        all += 1;
        right += usize::from(found.iter().any(|timex| {
            let overlaps =
                timex["start"].as_u64() < Some(end) && Some(start) < timex["end"].as_u64();
            overlaps && timex["value"] == time["timex3"]["value"]
        }));
    }
    Ok((right, all))
}
