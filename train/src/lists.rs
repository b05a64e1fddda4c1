//! Packing the lists of known names.

use crate::data::records;
use crate::pack::Writer;
use anyhow::{Context, Result};
use dateline::analyst::names::gazetteer::{KEY_BITS, LISTS, key_of};
use dateline::analyst::text::{Case, Text};
use std::collections::BTreeMap;
use std::path::Path;

/// The lines of a list that are not remarks.
fn lines(folder: &Path, name: &str) -> Result<Vec<String>> {
    let path = folder.join(format!("{name}.txt"));
    let text = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

/// A list taken from elsewhere, and what we wrote to add to it.
pub fn both(folder: &Path, name: &str) -> Result<Vec<String>> {
    let mut all = lines(folder, name)?;
    let own = match name {
        "regions" => "more-places".to_owned(),
        name => format!("more-{name}"),
    };
    if folder.join(format!("{own}.txt")).exists() {
        all.extend(lines(folder, &own)?);
    }
    Ok(all)
}

/// All lists as bytes.
pub fn pack(folder: &Path, pool: &Path) -> Result<Vec<u8>> {
    let mut writer = Writer::default();
    for name in LISTS {
        let words = match name {
            "common" => common(pool)?,
            _ => both(folder, name)?,
        };
        let mut keys: Vec<u32> = words.iter().map(|line| key_of(&Text::read(line))).collect();
        keys.sort_unstable();
        keys.dedup();
        eprintln!("{name}: {} entries", keys.len());
        writer.sorted(&keys, 1 << KEY_BITS);
    }
    Ok(writer.finish())
}

/// Words that the pool writes in lower case nearly always.
fn common(pool: &Path) -> Result<Vec<String>> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for file in ["gmb", "ewt", "gum-open", "redocred-dev"] {
        for record in records(&pool.join(format!("{file}.jsonl.gz")))? {
            let text = Text::read(&record.text);
            for sentence in &text.sentences {
                for at in sentence.clone().skip(1) {
                    let token = &text.tokens[at];
                    if token.is_word() {
                        let entry = counts.entry(text.word(at).to_lowercase()).or_default();
                        entry.0 += u32::from(token.case == Case::Lower);
                        entry.1 += 1;
                    }
                }
            }
        }
    }
    let common =
        counts.into_iter().filter(|(_, (lower, all))| *lower >= 5 && lower * 20 >= all * 19);
    Ok(common.map(|(word, _)| word).collect())
}
