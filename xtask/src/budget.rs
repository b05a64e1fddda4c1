//! Sizes as tests: what a reader downloads, against `budget.toml`.

use crate::paths;
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
        let Some(&size) = sizes.get(kind.as_str()) else {
            over.push(format!("nothing of the site is of the kind {kind}"));
            continue;
        };
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

/// What the first page and all it loads count as, by the beginnings and endings of names.
const PAGE: [(&str, &[&str], &str); 3] = [
    ("css", &["style-"], ".css.br"),
    ("js", &["boot-", "reader-"], ".js.br"),
    ("wasm", &["reader-"], ".wasm.br"),
];

/// What only some readers load: the page for any article beside the reader's style, and the
/// analyst in its parts.
const MORE: [(&str, &[&str], &str); 4] = [
    ("studio", &["studio-", "open-"], ".br"),
    ("analyst", &["analyst-"], ".br"),
    ("names", &["names-"], ".br"),
    ("intake", &["intake-"], ".br"),
];

/// Bytes by kind. `total` is the first page with all it loads.
fn sizes(site: &Path) -> Result<BTreeMap<&'static str, u64>> {
    let size = |file: &Path| fs::metadata(file).map(|data| data.len()).context("run `dist` first");
    let mut sizes = BTreeMap::from([("html", size(&site.join("index.html.br"))?)]);
    let mut more = BTreeMap::from([
        ("studio", size(&site.join("open.html.br"))?),
        ("single", size(&site.join("single.json.br"))?),
    ]);
    for entry in fs::read_dir(site.join("assets"))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is = |(_, begins, ends): &&(&str, &[&str], &str)| {
            name.ends_with(ends) && begins.iter().any(|begin| name.starts_with(begin))
        };
        if let Some((kind, ..)) = PAGE.iter().find(is) {
            *sizes.entry(kind).or_default() += size(&file)?;
        }
        if let Some((kind, ..)) = MORE.iter().find(is) {
            *more.entry(kind).or_default() += size(&file)?;
        }
    }
    let total = sizes.values().sum();
    sizes.insert("total", total);
    sizes.extend(more);
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
