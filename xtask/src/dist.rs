//! The static site: pages, assets, compressed copies.

use crate::cargo::{self, Profile};
use crate::{assets, compress, offline, paths};
use anyhow::{Context, Result, bail};
use pico_args::Arguments;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `cargo xtask dist`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let out: Option<PathBuf> = arguments.opt_value_from_str("--out")?;
    let quick = arguments.contains("--quick");
    let articles = arguments.finish().into_iter().map(PathBuf::from).collect();
    let out = out.unwrap_or_else(|| paths::root().join("dist"));
    let profile = if quick { Profile::Quick } else { Profile::Reader };
    build(&Site { articles, out: out.clone(), profile, offline: true, compressed: true })?;
    println!("the site is in {}", out.display());
    Ok(())
}

/// Builds the bundled articles for use by the tasks themselves, and tells where they are.
pub fn ready(profile: Profile) -> Result<PathBuf> {
    let out = paths::target().join("site");
    let articles = Vec::new();
    build(&Site { articles, out: out.clone(), profile, offline: true, compressed: true })?;
    Ok(out)
}

/// What to build.
pub struct Site {
    /// Article folders or JSON files; empty for all in `articles/`.
    pub articles: Vec<PathBuf>,
    /// Where to. What was there before goes.
    pub out: PathBuf,
    /// How.
    pub profile: Profile,
    /// Whether it works without a network.
    pub offline: bool,
    /// Whether compressed copies stand beside the files.
    pub compressed: bool,
}

/// Builds a site, and puts it in its place only when all of it is there.
pub fn build(site: &Site) -> Result<()> {
    cargo::ensure_wasm_target()?;
    let dateline = cargo::build_native("dateline", "publish")?;
    let draft = beside(&site.out, "new");
    let outcome = fill(site, &dateline, &draft);
    if outcome.is_ok() {
        remove(&site.out)?;
        fs::rename(&draft, &site.out)?;
    }
    remove(&draft)?;
    outcome
}

/// Writes the whole site into an empty folder.
fn fill(site: &Site, dateline: &Path, draft: &Path) -> Result<()> {
    remove(draft)?;
    fs::create_dir_all(draft)?;
    let worker = site.offline.then_some(offline::WORKER);
    let manifest = assets::build(draft, site.profile, worker)?;
    let listing = draft.join("assets.json");
    fs::write(&listing, serde_json::to_vec_pretty(&manifest)?)?;
    let articles = if site.articles.is_empty() { bundled()? } else { site.articles.clone() };
    let mut command = Command::new(dateline);
    command.arg("build").args(articles).arg("--out").arg(draft).arg("--assets").arg(&listing);
    cargo::run(&mut command)?;
    fs::remove_file(&listing)?;
    if !draft.join("index.html").is_file() {
        bail!("`dateline build` wrote no index.html");
    }
    if site.offline {
        offline::write(draft)?;
    }
    if site.compressed {
        compress::compress(draft)?;
    }
    Ok(())
}

/// The articles that come with the project.
fn bundled() -> Result<Vec<PathBuf>> {
    let folder = paths::root().join("articles");
    let mut found: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("expected articles in {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("article.md").is_file())
        .collect();
    found.sort();
    Ok(found)
}

/// `dist` → `dist.new`, on the same disk, so that a rename is enough.
fn beside(folder: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = folder.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
