//! What the list says of a kept article: light, so that a thousand are read at once.

use crate::article::{Article, Block, settled};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One line of the list. Times are milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The article's key, as it stands in the address: letters and digits by chance. It tells
    /// nothing of the article, since a browser sends it to the site when the page is loaded again.
    pub key: String,
    /// The headline, as corrected.
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Where it was published: a site or a publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// When it was published (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// How many words it has.
    #[serde(default)]
    pub words: u32,
    /// Whether the analyst, or whoever made the file, has annotated it.
    #[serde(default)]
    pub annotated: bool,
    /// What its words were as it was read, as a number ([`print()`]); 0 if that is not known.
    #[serde(default, skip_serializing_if = "is_none")]
    pub print: u64,
    /// When it was opened first.
    #[serde(default)]
    pub opened: u64,
    /// When it was changed last.
    #[serde(default)]
    pub changed: u64,
    /// When it was deleted, if it was. It is thrown away some time later: see [`purge`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<u64>,
}

/// How long a deleted article can be brought back: one hour, in milliseconds.
const GRACE: u64 = 60 * 60 * 1000;

impl Entry {
    /// What is said of this article, as it is now; what was left out of it is not counted.
    pub fn of(article: &Article, key: &str, now: u64) -> Self {
        let article = &*settled(article);
        let meta = &article.meta;
        Self {
            key: key.to_owned(),
            title: if meta.title.trim().is_empty() {
                first_words(article)
            } else {
                meta.title.clone()
            },
            by: meta.author.clone(),
            site: meta.site.clone().or_else(|| meta.publisher.clone()),
            day: meta.published.clone(),
            words: words(article),
            annotated: false,
            print: 0,
            opened: now,
            changed: now,
            deleted: None,
        }
    }
}

fn is_none(print: &u64) -> bool {
    *print == 0
}

/// A number for the words of an article, to find the same one again: two with other words have
/// another, but for a chance of one in 2⁶⁴ (FNV-1a).
pub fn print(blocks: &[Block]) -> u64 {
    let mut print = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| print = (print ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    for block in blocks {
        block.text.bytes().for_each(&mut add);
        add(0xff);
    }
    print.max(1)
}

/// The kept article that has these words, of several the one changed last.
pub fn twin(entries: &[Entry], print: u64) -> Option<&Entry> {
    let same = entries.iter().filter(|entry| entry.print == print && entry.deleted.is_none());
    same.max_by_key(|entry| entry.changed)
}

/// The beginning of an article without a headline.
fn first_words(article: &Article) -> String {
    let first = article.blocks.iter().find(|block| !block.text.trim().is_empty());
    let words: Vec<&str> = first.map_or("", |b| &b.text).split_whitespace().take(10).collect();
    if words.is_empty() { "Untitled".to_owned() } else { words.join(" ") + " …" }
}

fn words(article: &Article) -> u32 {
    let words = article.blocks.iter().flat_map(|block| block.text.split_whitespace());
    words.filter(|word| word.contains(char::is_alphanumeric)).count() as u32
}

/// Another key, for an article that came with the key of a different one: `k`, `k-2`, `k-3` …
pub fn next_key(key: &str) -> String {
    match key.rsplit_once('-').and_then(|(stem, count)| Some((stem, count.parse::<u32>().ok()?))) {
        Some((stem, count)) => format!("{stem}-{}", count.saturating_add(1)),
        None => format!("{key}-2"),
    }
}

/// The order of the list: the one changed last first.
pub fn order(entries: &mut [Entry]) {
    entries.sort_by(|a, b| (Reverse(a.changed), &a.key).cmp(&(Reverse(b.changed), &b.key)));
}

/// Of the deleted ones the last that can still be brought back.
pub fn undone(entries: &[Entry], now: u64) -> Option<&Entry> {
    let fresh = entries
        .iter()
        .filter(|entry| entry.deleted.is_some_and(|deleted| now.saturating_sub(deleted) < GRACE));
    fresh.max_by_key(|entry| entry.deleted)
}

/// The keys of those that nobody has brought back in time.
pub fn purge(entries: &[Entry], now: u64) -> Vec<String> {
    let late = entries
        .iter()
        .filter(|entry| entry.deleted.is_some_and(|deleted| now.saturating_sub(deleted) >= GRACE));
    late.map(|entry| entry.key.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn entry(key: &str, changed: u64, deleted: Option<u64>) -> Entry {
        Entry { key: key.into(), changed, deleted, ..Entry::default() }
    }

    #[test]
    fn an_article_is_told_in_one_line() {
        let mut article = Article::default();
        article
            .blocks
            .push(Block { text: "Troops left Basra – in 2009.".into(), ..Block::default() });
        let entry = Entry::of(&article, "k", 7);
        assert_eq!(entry.title, "Troops left Basra – in 2009. …");
        assert_eq!((entry.words, entry.opened, entry.changed), (5, 7, 7));
        article.meta.title = "Basra".into();
        article.meta.publisher = Some("The Times".into());
        let entry = Entry::of(&article, "k", 7);
        assert_eq!((&*entry.title, entry.site.as_deref()), ("Basra", Some("The Times")));
        assert_eq!(Entry::of(&Article::default(), "k", 7).title, "Untitled");
    }

    #[test]
    fn what_was_left_out_is_not_told() {
        let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
        let blocks = vec![
            block(BlockKind::LeftOut, "Menu Home Sport"),
            block(BlockKind::Paragraph, "Troops left Basra."),
        ];
        let mut article = Article { blocks, ..Article::default() };
        let entry = Entry::of(&article, "k", 7);
        assert_eq!((&*entry.title, entry.words), ("Troops left Basra. …", 3));
        article.meta.title = "They left".into();
        article.blocks[0].kind = BlockKind::Retitled;
        assert_eq!(Entry::of(&article, "k", 7).words, 5);
    }

    #[test]
    fn the_same_words_are_found_again() {
        let blocks = |text: &str| -> Vec<Block> {
            text.lines().map(|line| Block { text: line.into(), ..Block::default() }).collect()
        };
        let print_of = |text: &str| print(&blocks(text));
        assert_eq!(print_of("a\nb"), print_of("a\nb"));
        let all = ["a\nb", "ab", "b\na", "a\nb\n", "a", ""].map(print_of);
        assert!(all.iter().skip(1).filter(|print| **print == all[0]).count() == 1, "{all:?}");
        let kept =
            |key: &str, changed, print, deleted| Entry { print, ..entry(key, changed, deleted) };
        let entries = [kept("a", 1, 7, None), kept("b", 2, 7, None), kept("c", 3, 7, Some(4))];
        assert_eq!(twin(&entries, 7).map(|entry| &*entry.key), Some("b"));
        assert_eq!(twin(&entries, 8), None);
    }

    #[test]
    fn a_key_that_is_taken_is_counted_on() {
        assert_eq!(next_key("k7"), "k7-2");
        assert_eq!(next_key(&next_key("k7")), "k7-3");
    }

    #[test]
    fn the_one_changed_last_is_first() {
        let mut entries = vec![entry("a", 1, None), entry("b", 3, Some(4)), entry("c", 2, None)];
        order(&mut entries);
        let keys: Vec<&str> = entries.iter().map(|entry| &*entry.key).collect();
        assert_eq!(keys, ["b", "c", "a"]);
    }

    #[test]
    fn what_is_deleted_can_be_brought_back_for_an_hour() {
        let now = 10 * GRACE;
        let entries = [
            entry("late", 1, Some(now - GRACE)),
            entry("x", 1, Some(now - 9)),
            entry("y", 1, Some(now - 3)),
        ];
        assert_eq!(undone(&entries, now).map(|entry| &*entry.key), Some("y"));
        assert_eq!(purge(&entries, now), ["late"]);
        // A clock that was set back throws nothing away.
        assert!(purge(&entries, 0).is_empty());
    }
}
