//! Sizes as tests: what a reader downloads, against `budget.toml`.

use crate::cargo::{self, Profile};
use crate::{assets, compress, paths};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Compares a built site with the budget, and prints both.
pub fn check(site: &Path) -> Result<()> {
    let budget = fs::read_to_string(paths::root().join("budget.toml")).context("budget.toml")?;
    let budget = parse(&budget)?;
    let sizes = sizes(site)?;
    let mut over = Vec::new();
    println!("{:>8} {:>9} {:>9}   bytes, brotli 11", "", "is", "may be");
    for (kind, most) in &budget {
        let Some(&size) = sizes.get(kind.as_str()) else { continue };
        let mark = if size > *most { "over" } else { "" };
        println!("{kind:>8} {size:>9} {most:>9}   {mark}");
        if size > *most {
            over.push(format!("{kind} is {} bytes over", size - most));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join(", "));
    }
    Ok(())
}

/// Builds the analyst's program and compares its size with the budget.
pub fn check_analyst() -> Result<()> {
    let budget = fs::read_to_string(paths::root().join("budget.toml")).context("budget.toml")?;
    let most = parse(&budget)?.into_iter().find(|(kind, _)| kind == ANALYST);
    let (_, most) = most.context("expected `analyst = …` in budget.toml")?;
    let program = assets::bind(&cargo::build_wasm(ANALYST, Profile::Analyst)?)?;
    let size = compress::brotli(&program.wasm)?.len() as u64;
    println!("{ANALYST:>8} {size:>9} {most:>9}");
    if size > most {
        bail!("{ANALYST} is {} bytes over", size - most);
    }
    Ok(())
}

/// The analyst's line in the budget: its program, which most readers never load.
const ANALYST: &str = "analyst";

/// Bytes of the first page and of all it loads, by kind; `total` is their sum.
fn sizes(site: &Path) -> Result<BTreeMap<&'static str, u64>> {
    let size = |file: &Path| fs::metadata(file).map(|data| data.len()).context("run `dist` first");
    let mut sizes = BTreeMap::from([("html", size(&site.join("index.html.br"))?)]);
    for entry in fs::read_dir(site.join("assets"))? {
        let file = entry?.path();
        let name = file.to_string_lossy();
        for (kind, ending) in [("css", ".css.br"), ("js", ".js.br"), ("wasm", ".wasm.br")] {
            if name.ends_with(ending) {
                *sizes.entry(kind).or_default() += size(&file)?;
            }
        }
    }
    let total = sizes.values().sum();
    sizes.insert("total", total);
    Ok(sizes)
}

/// Reads lines such as `wasm = 95000`; `#` begins a comment.
fn parse(text: &str) -> Result<Vec<(String, u64)>> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (kind, most) = line.split_once('=').context("expected `kind = bytes`")?;
            let most =
                most.trim().parse().with_context(|| format!("expected bytes in {line:?}"))?;
            Ok((kind.trim().to_owned(), most))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_budget_is_read() {
        let budget = parse("# why\nwasm = 95000 # most of it\n\ntotal=130000\n").ok();
        assert_eq!(budget, Some(vec![("wasm".into(), 95000), ("total".into(), 130_000)]));
        assert!(parse("wasm").is_err());
        assert!(parse("wasm = many").is_err());
    }
}
