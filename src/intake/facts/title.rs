//! The headline in the title of a page, which names the site as well.

use crate::intake::html::{Tree, one_line};
use std::collections::HashSet;

/// Signs that part the headline from the site's name, and those that part levels of a site.
const SIGNS: [char; 8] = ['|', '-', '–', '—', '\\', '/', '>', '»'];
const LEVELS: [char; 4] = ['\\', '/', '>', '»'];

/// A shorter or longer title may not be the headline, in scalars.
const USUAL: std::ops::RangeInclusive<usize> = 15..=150;

/// The headline: the page's title without the site's name.
pub fn of_page(tree: &Tree) -> String {
    let title = tree.elements(Tree::ROOT, "title").next().map(|id| tree.line(id));
    let whole = title.unwrap_or_default();
    let headings = |tag: &'static str| tree.elements(Tree::ROOT, tag).map(|id| tree.line(id));
    if whole.is_empty() {
        // Only one heading of the first level is the page's.
        let mut first = headings("h1");
        let only = first.next().filter(|_| first.next().is_none());
        return only.unwrap_or_default();
    }
    let signs = signs(&whole);
    let has_levels = signs.iter().any(|(_, sign)| LEVELS.contains(sign));
    let mut headline = whole.clone();
    if let Some((last, _)) = signs.last() {
        headline = whole[..*last].to_owned();
        if count(&headline) < 3 {
            // The site's name came first.
            let first = whole.find(SIGNS).unwrap_or(0);
            let behind = whole[first..].chars().next().map_or(0, char::len_utf8);
            headline = whole[first + behind..].to_owned();
        }
    } else if let Some((before, _)) = whole.split_once(": ") {
        let is_heading = headings("h1").chain(headings("h2")).any(|heading| heading == whole);
        if !is_heading {
            let after_last = whole.rsplit(':').next().unwrap_or_default();
            if count(after_last) < 3 {
                headline = whole.split_once(':').map_or("", |(_, after)| after).to_owned();
            } else if count(before) <= 5 {
                headline = after_last.to_owned();
            }
        }
    } else if !USUAL.contains(&whole.chars().count()) {
        let mut first = headings("h1");
        if let (Some(only), None) = (first.next(), first.next()) {
            headline = only;
        }
    }
    let headline = one_line(&headline);
    let words = count(&headline);
    let one_less = has_levels && words + 1 == count(&without_signs(&whole));
    if words <= 4 && !one_less { whole } else { headline }
}

/// Signs with white space on both sides: where the white space before begins, and which.
fn signs(title: &str) -> Vec<(usize, char)> {
    let found = title.char_indices().filter(|(at, sign)| {
        SIGNS.contains(sign)
            && title[..*at].ends_with(char::is_whitespace)
            && title[at + sign.len_utf8()..].starts_with(char::is_whitespace)
    });
    found.map(|(at, sign)| (title[..at].trim_end().len(), sign)).collect()
}

fn without_signs(title: &str) -> String {
    title.split(' ').filter(|word| !matches!(word.chars().next(), Some(c) if word.len() == c.len_utf8() && SIGNS.contains(&c))).collect::<Vec<_>>().join(" ")
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether a line says the same as a headline: three quarters of it are the headline's words.
pub fn says_the_same(line: &str, headline: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let known: HashSet<String> = words(headline).into_iter().collect();
    let length = |word: &String| word.chars().count();
    let all: usize = words(line).iter().map(length).sum();
    let new: usize = words(line).iter().filter(|word| !known.contains(*word)).map(length).sum();
    all > 0 && !known.is_empty() && new * 4 < all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(html: &str) -> String {
        of_page(&crate::intake::html::build(html))
    }

    #[test]
    fn the_sites_name_goes() {
        for (html, is) in [
            ("<title>Obama admits gun laws fail - BBC News</title>", "Obama admits gun laws fail"),
            ("<title>BBC | Obama admits gun laws fail</title>", "Obama admits gun laws fail"),
            ("<title>News: Obama admits gun laws fail</title>", "Obama admits gun laws fail"),
            ("<title>One-two is fine today</title>", "One-two is fine today"),
            (
                "<title>Vote</title><h1>Parliament votes on troops in Iraq</h1>",
                "Parliament votes on troops in Iraq",
            ),
            (
                "<title>A: why the others voted so</title><h2>A: why the others voted so</h2>",
                "A: why the others voted so",
            ),
            ("<h1>Only a heading</h1>", "Only a heading"),
            ("<p>Nothing", ""),
        ] {
            assert_eq!(title(html), is, "{html}");
        }
        assert!(says_the_same("Obama admits: gun laws fail", "Obama admits gun laws fail"));
        assert!(!says_the_same("More on gun laws", "Obama admits gun laws fail"));
    }
}
