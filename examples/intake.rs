//! How well articles are found in pages, measured on a folder of pages as Readability.js keeps
//! them for its tests: in each folder `source.html`, `expected.html`, `expected-metadata.json`.
//!
//! `cargo run --release --example intake -- PAGES [OTHER]`; OTHER is a folder with one
//! `PAGE.json` for each page (`title`, `byline`, `siteName`, `publishedTime`, `content`), as
//! `examples/readability.mjs` writes them, to measure another program in the same way. With a file
//! instead of a folder, what it becomes is printed.
//!
//! Text is compared as words in lower case: F1 over the words, and over pairs of words that follow
//! each other, which hears order as well.

use dateline::article::Part;
use dateline::intake;
use html5gum::{Token, Tokenizer};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// What a program made of a page.
#[derive(Default)]
struct Found {
    text: String,
    title: String,
    byline: String,
    site: String,
    date: String,
}

/// What is added up over pages.
#[derive(Default)]
struct Sum {
    pages: f64,
    words: f64,
    pairs: f64,
    /// Right and asked for: title, byline, site, date.
    facts: [(u32, u32); 4],
}

/// Where the byline stands among the facts.
const BYLINE: usize = 1;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("expected a folder of test pages, found none");
        std::process::exit(2);
    };
    if Path::new(&folder).is_file() {
        return show(&folder);
    }
    let other = arguments.next();
    let mut pages: Vec<_> = fs::read_dir(&folder).expect("a folder").flatten().collect();
    pages.sort_by_key(fs::DirEntry::file_name);
    let (mut ours, mut theirs) = (Sum::default(), Sum::default());
    for page in pages {
        let name = page.file_name().to_string_lossy().into_owned();
        let read = |file: &str| fs::read_to_string(page.path().join(file)).unwrap_or_default();
        let wanted: Value = serde_json::from_str(&read("expected-metadata.json")).expect("JSON");
        let expected = text_of(&read("expected.html"));
        let source = fs::read(page.path().join("source.html")).expect("the page");
        let start = std::time::Instant::now();
        let found = open(&source);
        let took = start.elapsed().as_secs_f64() * 1e3;
        let (words, pairs) = ours.page(&found, &expected, &wanted);
        print!("{name:44} {words:6.3} {pairs:6.3}");
        if let Some(other) = &other {
            let found = read_other(&Path::new(other).join(format!("{name}.json")));
            let (words, pairs) = theirs.page(&found, &expected, &wanted);
            print!("   {words:6.3} {pairs:6.3}");
        }
        println!("  {took:6.1} ms  {} kB{}", source.len() / 1000, differences(&found, &wanted));
    }
    ours.print("intake");
    if other.is_some() {
        theirs.print("other");
    }
}

/// Prints what one page becomes.
fn show(file: &str) {
    match intake::open(file, &fs::read(file).expect("the file")) {
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

impl Sum {
    fn page(&mut self, found: &Found, expected: &str, wanted: &Value) -> (f64, f64) {
        let (found_words, words) = (words_of(&found.text), words_of(expected));
        let pairs = |words: &[String]| -> Vec<String> {
            words.windows(2).map(|pair| pair.join(" ")).collect()
        };
        let scores = (f1(&found_words, &words), f1(&pairs(&found_words), &pairs(&words)));
        self.pages += 1.0;
        self.words += scores.0;
        self.pairs += scores.1;
        for (n, (found, wanted)) in facts(found, wanted).into_iter().enumerate() {
            if !wanted.is_empty() {
                self.facts[n].1 += 1;
                // An author's name with or without an office or a date behind it.
                let near = n == BYLINE && !found.is_empty() && wanted.contains(&found);
                self.facts[n].0 += u32::from(found == wanted || near);
            }
        }
        scores
    }

    fn print(&self, name: &str) {
        let mean = |sum: f64| 100.0 * sum / self.pages;
        println!("\n{name}: {} pages", self.pages);
        println!("  words F1 {:.1}   pairs F1 {:.1}", mean(self.words), mean(self.pairs));
        for (what, (right, all)) in ["title", "byline", "site", "date"].iter().zip(self.facts) {
            println!("  {what:7} {right} of {all}");
        }
    }
}

/// Found and wanted title, byline, site, and day of publication, as they are compared.
fn facts(found: &Found, wanted: &Value) -> [(String, String); 4] {
    let want = |key: &str| wanted[key].as_str().unwrap_or_default();
    let plain = |text: &str| words_of(text).join(" ");
    let byline = |text: &str| {
        let plain = plain(text);
        plain.strip_prefix("by ").unwrap_or(&plain).to_owned()
    };
    let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
    [
        (plain(&found.title), plain(want("title"))),
        (byline(&found.byline), byline(want("byline"))),
        (plain(&found.site), plain(want("siteName"))),
        (day(&found.date), day(want("publishedTime"))),
    ]
}

fn differences(found: &Found, wanted: &Value) -> String {
    let facts = facts(found, wanted).into_iter();
    let shown = facts.filter(|(found, wanted)| !wanted.is_empty() && found != wanted);
    shown.map(|(found, wanted)| format!("\n    {found:?} instead of {wanted:?}")).collect()
}

/// The words of HTML; elements part words, except those of running text.
fn text_of(html: &str) -> String {
    const RUNNING: [&[u8]; 14] = [
        b"a", b"b", b"i", b"em", b"strong", b"span", b"sup", b"sub", b"u", b"code", b"small",
        b"abbr", b"mark", b"font",
    ];
    let mut text = String::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(words) => text.push_str(&String::from_utf8_lossy(&words)),
            Token::StartTag(tag) if !RUNNING.contains(&tag.name.as_slice()) => text.push(' '),
            Token::EndTag(tag) if !RUNNING.contains(&tag.name.as_slice()) => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Words in lower case; each letter of scripts without spaces is a word.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        let alone = matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}');
        if alone || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().expect("one").extend(c.to_lowercase());
        }
        if alone {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn f1(found: &[String], wanted: &[String]) -> f64 {
    if found.is_empty() && wanted.is_empty() {
        return 1.0;
    }
    let mut left: HashMap<&str, u32> = HashMap::new();
    for word in wanted {
        *left.entry(word).or_default() += 1;
    }
    let mut both = 0;
    for word in found {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    2.0 * f64::from(both) / (found.len() + wanted.len()) as f64
}
