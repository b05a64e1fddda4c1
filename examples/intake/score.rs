//! How what was found is compared with what was wanted.
//!
//! Text is compared as words in lower case: F1 over the words, and over pairs of words that follow
//! each other, which hears order as well.

use super::sets::{Extent, Page};
use html5gum::{Token, Tokenizer};
use std::collections::HashMap;

/// What a program made of a page, or what was to be made of it.
#[derive(Default)]
pub struct Found {
    pub text: String,
    pub title: String,
    pub byline: String,
    pub site: String,
    pub date: String,
}

/// What the facts are called.
pub const FACTS: [&str; 4] = ["title", "byline", "site", "date"];

/// Where only the beginning is wanted, so many words of something else before it halve the score.
const FURNITURE: f64 = 100.0;

/// By so many words a wanted beginning is looked for.
const FIRST: usize = 5;

/// Where title and byline stand among the facts.
const TITLE: usize = 0;
const BYLINE: usize = 1;

/// What is added up over pages.
#[derive(Default)]
pub struct Sum {
    pub pages: f64,
    words: f64,
    pairs: f64,
    /// Right and asked for, as in [`FACTS`].
    pub facts: [(u32, u32); 4],
}

impl Sum {
    /// Adds a page; gives the scores of its words and of its pairs of words.
    pub fn page(&mut self, found: &Found, page: &Page) -> (f64, f64) {
        let (mut found_words, words) = (words_of(&found.text), words_of(&page.wanted.text));
        let mut share = 1.0;
        if page.extent == Extent::Beginning {
            let (start, end) = window(&found_words, &words);
            found_words.truncate(end);
            found_words.drain(..start);
            share = FURNITURE / (FURNITURE + start as f64);
        }
        let pairs = |words: &[String]| -> Vec<String> {
            words.windows(2).map(|pair| pair.join(" ")).collect()
        };
        let scores =
            (share * f1(&found_words, &words), share * f1(&pairs(&found_words), &pairs(&words)));
        self.pages += 1.0;
        self.words += scores.0;
        self.pairs += scores.1;
        for (n, (found, wanted)) in facts(found, &page.wanted).into_iter().enumerate() {
            if !wanted.is_empty() {
                self.facts[n].1 += 1;
                // An author's name with or without an office or a date behind it; a headline
                // with or without the site's name.
                let more =
                    |less: usize| found.split(' ').count() + less >= wanted.split(' ').count();
                let near = match n {
                    TITLE => more(3) && (wanted.starts_with(&found) || wanted.ends_with(&found)),
                    BYLINE => wanted.contains(&found),
                    _ => false,
                };
                self.facts[n].0 += u32::from(found == wanted || near && !found.is_empty());
            }
        }
        scores
    }

    /// Mean F1 over the words, and over pairs of them, of 100.
    pub fn means(&self) -> (f64, f64) {
        let mean = |sum: f64| 100.0 * sum / self.pages.max(1.0);
        (mean(self.words), mean(self.pairs))
    }

    /// Prints the sum for eyes.
    pub fn print(&self, name: &str) {
        let (words, pairs) = self.means();
        println!("\n{name}: {} pages", self.pages);
        println!("  words F1 {words:.1}   pairs F1 {pairs:.1}");
        for (what, (right, all)) in FACTS.iter().zip(self.facts) {
            println!("  {what:7} {right} of {all}");
        }
    }
}

/// Where the wanted beginning stands, as words from and to; the beginning where it is not found.
fn window(found: &[String], wanted: &[String]) -> (usize, usize) {
    let first = &wanted[..wanted.len().min(FIRST)];
    let start = found.windows(first.len().max(1)).position(|words| words == first).unwrap_or(0);
    (start, found.len().min(start + wanted.len()))
}

/// Found and wanted facts, as they are compared.
fn facts(found: &Found, wanted: &Found) -> [(String, String); 4] {
    let plain = |text: &str| words_of(text).join(" ");
    let byline = |text: &str| {
        let plain = plain(text);
        plain.strip_prefix("by ").unwrap_or(&plain).to_owned()
    };
    let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
    [
        (plain(&found.title), plain(&wanted.title)),
        (byline(&found.byline), byline(&wanted.byline)),
        (plain(&found.site), plain(&wanted.site)),
        (day(&found.date), day(&wanted.date)),
    ]
}

/// Where the facts differ, a line each.
pub fn differences(found: &Found, wanted: &Found) -> String {
    let facts = facts(found, wanted).into_iter();
    let shown = facts.filter(|(found, wanted)| !wanted.is_empty() && found != wanted);
    shown.map(|(found, wanted)| format!("\n    {found:?} instead of {wanted:?}")).collect()
}

/// The words of HTML; elements part words, except those of running text.
pub fn text_of(html: &str) -> String {
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
