//! The headline in the title of a page, which names the site as well.

use crate::intake::html::{NodeId, Tree, is_hidden, one_line};
use std::collections::HashSet;

/// Signs that part the headline from the site's name, and those that part levels of a site.
const SIGNS: [char; 8] = ['|', '-', '–', '—', '\\', '/', '>', '»'];
const LEVELS: [char; 4] = ['\\', '/', '>', '»'];

/// A shorter or longer title may not be the headline, in scalars.
const USUAL: std::ops::RangeInclusive<usize> = 15..=150;

/// So many headings of the first level are looked at, and a headline has at most so many words.
const MANY: usize = 20;
const LONGEST: usize = 40;

/// Of scripts without spaces a headline has so many letters.
const ENOUGH: usize = 10;

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

/// The headline that the page prints for what it says its title is: the heading that the title
/// begins or ends with, else the article's only heading of the first level if it is about the same.
/// What a page says of itself is often written for search engines, with the site's name in it.
pub fn printed(tree: &Tree, said: &str) -> Option<String> {
    let is_shown = |id: &NodeId| {
        let mut around = tree.around(*id).chain([*id]);
        !around.any(|at| {
            is_hidden(tree, at) || matches!(tree.tag(at), "nav" | "aside" | "footer" | "noscript")
        })
    };
    let first: Vec<NodeId> = tree.elements(Tree::ROOT, "h1").filter(is_shown).take(MANY).collect();
    let lines: Vec<String> = first.iter().map(|&id| tree.line(id)).collect();
    let said_letters = letters(said);
    let is_in = |line: &&String| {
        let line_letters = letters(line);
        let enough = count(line) >= 3 || line_letters.chars().count() >= ENOUGH;
        enough && (said_letters.starts_with(&line_letters) || said_letters.ends_with(&line_letters))
    };
    if let Some(line) = lines.iter().find(is_in) {
        return Some(line.clone());
    }
    let ([only], [id]) = (lines.as_slice(), first.as_slice()) else { return None };
    let is_of_article = tree.around(*id).any(|at| matches!(tree.tag(at), "article" | "main"))
        || tree.attribute(*id, "class").is_some_and(|name| name.contains("head"))
        || tree.attribute(*id, "itemprop").is_some_and(|what| what == "headline");
    let words = |text: &str| -> HashSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.chars().count() >= 4).map(str::to_lowercase).collect()
    };
    let said_words = words(said);
    let both = words(only).intersection(&said_words).count();
    let is_same = both >= 2 && both * 2 >= said_words.len();
    (is_of_article && is_same && (4..=LONGEST).contains(&count(only))).then(|| only.clone())
}

/// A title without the site's name at its end or beginning. `names` are what the site is called,
/// its host among them: `www.cnn.com` is called `CNN` and `CNN.com`.
pub fn without_site<'t>(title: &'t str, names: &[&str]) -> &'t str {
    let is_site = |part: &str| {
        let part = letters(part);
        let is = |name: &str| {
            let bare = name.trim_start_matches("www.");
            let first = bare.split('.').next().unwrap_or_default();
            [name, bare, first].iter().any(|name| letters(name) == part)
        };
        !part.is_empty() && names.iter().any(|name| is(name))
    };
    let behind = |at: usize, sign: char| {
        let rest = title[at..].trim_start();
        rest.strip_prefix(sign).unwrap_or(rest).trim_start()
    };
    let signs = signs(title);
    match (signs.first(), signs.last()) {
        (_, Some(&(at, sign))) if is_site(behind(at, sign)) => &title[..at],
        (Some(&(at, sign)), _) if is_site(&title[..at]) => behind(at, sign),
        _ => title,
    }
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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

    #[test]
    fn the_printed_headline_counts_for_more_than_the_title() {
        for (html, said, is) in [
            (
                "<h1>Troops leave Iraq</h1>",
                "Troops leave Iraq - TIME NewsFeed",
                "Troops leave Iraq",
            ),
            (
                "<h1>The Paper</h1><h1>Troops leave Iraq</h1>",
                "Paper: Troops leave Iraq",
                "Troops leave Iraq",
            ),
            (
                "<main><h1>Troops go home from Iraq</h1></main>",
                "Iraq: US troops told to leave",
                "Troops go home from Iraq",
            ),
            // A logo, the story of another page, and one that is not shown.
            ("<h1>CNN</h1>", "CNN: the troops leave", ""),
            ("<h1>Weather for the weekend ahead</h1>", "Troops leave Iraq", ""),
            ("<nav><h1>Troops leave Iraq</h1></nav>", "Troops leave Iraq - X", ""),
        ] {
            let tree = crate::intake::html::build(html);
            assert_eq!(printed(&tree, said).unwrap_or_default(), is, "{html}");
        }
    }

    #[test]
    fn a_sites_name_goes_from_both_ends() {
        let names = ["Sott.net", "www.cnn.com"];
        for (title, is) in [
            ("Troops leave - CNN.com", "Troops leave"),
            ("Troops – who goes | CNN", "Troops – who goes"),
            ("CNN | Troops leave", "Troops leave"),
            ("Troops leave -- Sott.net", "Troops leave -- Sott.net"),
            ("Troops leave - for good", "Troops leave - for good"),
        ] {
            assert_eq!(without_site(title, &names), is);
        }
    }

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
