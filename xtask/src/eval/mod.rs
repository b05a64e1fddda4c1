//! `cargo xtask eval`: how well articles are found in saved pages ([`saved`]), and how well the
//! analyst reads texts that others annotated, against `eval.toml`. Those texts lie beside the
//! project (`../shared`). What is not there is not measured, and that is said.

mod dates;
mod events;
mod names;
mod saved;

use crate::{cargo, paths};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Scores by name: `meantime.value = 84.1`.
pub(crate) type Scores = BTreeMap<String, f64>;

/// Where the texts and scorers are.
pub(crate) fn shared() -> PathBuf {
    paths::root().join("../shared")
}

/// Measures everything, prints a table, and fails when a score fell.
pub fn run() -> Result<()> {
    let mut scores = Scores::new();
    let has_pages = saved::measure(&mut scores)?;
    let has_texts = shared().join("data").is_dir();
    if has_texts {
        let program = cargo::build_native("dateline", "source")?;
        dates::measure(&program, &mut scores)?;
        events::measure(&mut scores)?;
        names::measure(&program, &mut scores)?;
    } else {
        println!("skipped: there are no texts to measure on; expected them in ../shared/data");
    }
    // What is not there falls nowhere.
    let is_there =
        |name: &String| if name.starts_with(saved::PREFIX) { has_pages } else { has_texts };
    let floor = fs::read_to_string(paths::root().join("eval.toml")).context("eval.toml")?;
    let mut floor = parse(&floor)?;
    floor.retain(|name, _| is_there(name));
    println!("{:36} {:>8} {:>8}", "", "is", "at least");
    let mut fallen = Vec::new();
    for (name, score) in &scores {
        let least = floor.get(name);
        let shown = least.map_or("–".to_owned(), |least| format!("{least:.1}"));
        // Scores are kept to one decimal.
        let fell = least.is_some_and(|least| score + 0.05 < *least);
        println!("{name:36} {score:>8.1} {shown:>8}{}", if fell { "  fell" } else { "" });
        if fell {
            fallen.push(name.as_str());
        }
    }
    let gone: Vec<&str> =
        floor.keys().filter(|name| !scores.contains_key(*name)).map(String::as_str).collect();
    if !gone.is_empty() {
        bail!("eval.toml asks for what was not measured: {}", gone.join(", "));
    }
    if !fallen.is_empty() {
        bail!("fell below eval.toml: {}", fallen.join(", "));
    }
    Ok(())
}

/// Reads `name = number` lines; quotes around the name and `#` comments are as in TOML.
fn parse(text: &str) -> Result<Scores> {
    let mut scores = Scores::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let entry = line.split_once('=').and_then(|(name, score)| {
            let name = name.trim().trim_matches('"').to_owned();
            Some((name, score.trim().parse().ok()?))
        });
        let at = number + 1;
        let (name, score) =
            entry.with_context(|| format!("eval.toml:{at}: expected `name = 12.3`"))?;
        scores.insert(name, score);
    }
    Ok(scores)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratchet_is_read() {
        let scores = parse("# why\n\"dates.meantime.value\" = 84.1 # F1\n").expect("it is fine");
        assert_eq!(scores.get("dates.meantime.value"), Some(&84.1));
        assert!(parse("x: 1").is_err());
    }
}
