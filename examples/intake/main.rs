//! How well articles are found in saved pages.
//!
//! `cargo run --release --example intake -- PAGES [OTHER]` measures on a folder of pages as
//! Readability.js keeps them for its tests; OTHER is a folder with one `PAGE.json` for each page
//! (`title`, `byline`, `siteName`, `publishedTime`, `content`), as `examples/intake/readability.mjs`
//! writes them, to measure another program in the same way. With a file instead of a folder, what
//! it becomes is printed.
//!
//! `--saved DIR [OTHERS]` measures on the unpacked packages in `DIR` (`cargo xtask eval` fetches
//! them) and ends with lines such as `saved.readability.words = 94.2`, of 100.

mod score;
mod sets;

use dateline::article::Part;
use dateline::intake;
use score::{FACTS, Found, Sum, differences, text_of};
use serde_json::Value;
use sets::Page;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let arguments: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    match arguments.iter().map(PathBuf::as_path).collect::<Vec<_>>().as_slice() {
        [saved, folder, rest @ ..] if saved.as_os_str() == "--saved" => {
            saved_pages(folder, rest.first().copied());
        }
        [file] if file.is_file() => show(file),
        [folder, rest @ ..] => {
            let _ = measure(sets::readability(folder), rest.first().copied());
        }
        [] => {
            eprintln!("expected a folder of test pages, or a page; found none");
            std::process::exit(2);
        }
    }
}

/// Measures on all sets that are there.
fn saved_pages(folder: &Path, others: Option<&Path>) {
    let mut lines = String::new();
    for (name, pages, read) in sets::SETS {
        let pages = read(&folder.join(name).join(pages));
        if pages.is_empty() {
            continue;
        }
        println!("\n── {name}");
        let other = others.map(|others| others.join(name));
        let sum = measure(pages, other.as_deref());
        lines += &format!("saved.{name}.pages = {}\n", sum.pages);
        lines += &format!("saved.{name}.words = {:.2}\n", sum.means().0);
        for (what, (right, all)) in FACTS.iter().zip(sum.facts).filter(|(_, (_, all))| *all > 0) {
            let share = 100.0 * f64::from(right) / f64::from(all);
            lines += &format!("saved.{name}.{what} = {share:.2}\n");
        }
    }
    print!("\n{lines}");
}

/// Measures on these pages.
fn measure(pages: Vec<Page>, other: Option<&Path>) -> Sum {
    let (mut ours, mut theirs) = (Sum::default(), Sum::default());
    for page in pages {
        let source = fs::read(&page.file).expect("the page");
        let start = std::time::Instant::now();
        let found = open(&source);
        let took = start.elapsed().as_secs_f64() * 1e3;
        let (words, pairs) = ours.page(&found, &page);
        print!("{:44} {words:6.3} {pairs:6.3}", page.name);
        if let Some(other) = &other {
            let found = read_other(&other.join(format!("{}.json", page.name)));
            let (words, pairs) = theirs.page(&found, &page);
            print!("   {words:6.3} {pairs:6.3}");
        }
        let differences = differences(&found, &page.wanted);
        println!("  {took:6.1} ms  {} kB{differences}", source.len() / 1000);
    }
    ours.print("intake");
    if other.is_some() {
        theirs.print("other");
    }
    ours
}

/// Prints what one page becomes.
fn show(file: &Path) {
    match intake::open(&file.to_string_lossy(), &fs::read(file).expect("the file")) {
        Ok(opened) => {
            println!("{:#?}\n{:#?}", opened.article.meta, opened.remarks);
            for block in opened.article.blocks {
                println!("{:?} {:?}: {}", block.part, block.kind, block.text);
            }
        }
        Err(refusal) => println!("{refusal}"),
    }
}

fn open(source: &[u8]) -> Found {
    let opened = match intake::open("page.html", source) {
        Ok(opened) => opened,
        Err(refusal) => {
            println!("{refusal}");
            return Found::default();
        }
    };
    let meta = opened.article.meta;
    // The head repeats what is compared apart: title, byline, date.
    let body = opened.article.blocks.iter().filter(|block| block.part != Part::Head);
    Found {
        text: body.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n"),
        title: meta.title,
        byline: meta.author.unwrap_or_default(),
        site: meta.publisher.unwrap_or_default(),
        date: meta.published.unwrap_or_default(),
    }
}

fn read_other(file: &Path) -> Found {
    let json = fs::read_to_string(file).unwrap_or_default();
    let json: Value = serde_json::from_str(&json).unwrap_or_default();
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    Found {
        text: text_of(&text("content")),
        title: text("title"),
        byline: text("byline"),
        site: text("siteName"),
        date: text("publishedTime"),
    }
}
