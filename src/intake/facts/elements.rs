//! What the elements of a page say: `<meta>`, `<link>`, `<base>`, `<time>`, `lang`.

use super::day;
use crate::article::address;
use crate::intake::html::{NodeId, Tree};
use std::collections::HashMap;

/// How far up the page's furniture is looked for around a date.
const UP: usize = 12;

/// The `<meta>` elements by name, in lower case, with colons for full stops. Of several with one
/// name the last counts, but for authors, who are all named.
pub struct Named {
    values: HashMap<String, String>,
    /// By name, and whether it was a `property`, which counts for more.
    authors: HashMap<(String, bool), Vec<String>>,
}

impl Named {
    /// Reads them.
    pub fn of(tree: &Tree) -> Self {
        let mut named = Self { values: HashMap::new(), authors: HashMap::new() };
        for id in tree.elements(Tree::ROOT, "meta") {
            let Some(content) = tree.attribute(id, "content").map(str::trim) else { continue };
            if content.is_empty() {
                continue;
            }
            // `property` may hold several names.
            let properties = tree.attribute(id, "property").unwrap_or_default();
            let one = |name| tree.attribute(id, name).into_iter();
            let of_property = properties.split_whitespace().map(|name| (name, true));
            let others = one("name").chain(one("itemprop")).map(|name| (name, false));
            for (name, is_property) in of_property.chain(others) {
                let name: String = name.split_whitespace().collect();
                let name = name.to_ascii_lowercase().replace('.', ":");
                if AUTHOR.contains(&name.as_str()) {
                    let key = (name.clone(), is_property);
                    let authors = named.authors.entry(key).or_default();
                    if !authors.iter().any(|known| known == content) {
                        authors.push(content.to_owned());
                    }
                }
                named.values.insert(name, content.to_owned());
            }
        }
        named
    }

    /// The value of the first of these names that the page has.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.values.get(*name)).cloned()
    }

    /// Who wrote it. An author that is an address is a profile elsewhere.
    pub fn authors(&self) -> Option<String> {
        let is_name = |authors: &&Vec<String>| authors.iter().all(|a| !a.starts_with("http"));
        let mut keys = AUTHOR.iter().flat_map(|name| [(*name, true), (*name, false)]);
        let authors = keys.find_map(|(name, is_property)| {
            self.authors.get(&(name.to_owned(), is_property)).filter(is_name)
        })?;
        Some(authors.join(", "))
    }
}

const AUTHOR: [&str; 9] = [
    "dc:creator",
    "dcterm:creator",
    "dcterms:creator",
    "author",
    "parsely-author",
    "article:author",
    "og:article:author",
    "citation_author",
    "sailthru:author",
];

/// The address that the page gives itself.
pub fn canonical(tree: &Tree) -> Option<String> {
    let is = |id: &NodeId| {
        let rel = tree.attribute(*id, "rel").unwrap_or_default();
        rel.split_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical"))
    };
    tree.elements(Tree::ROOT, "link")
        .filter(is)
        .find_map(|id| address::web(tree.attribute(id, "href")?))
}

/// What relative links count from: `<base>`, itself counted from the page's address, or that.
pub fn base(tree: &Tree, page: Option<&str>) -> Option<String> {
    let base = tree.elements(Tree::ROOT, "base").find_map(|id| tree.attribute(id, "href"));
    base.and_then(|base| address::resolve(base, page))
        .filter(|base| base.starts_with("http"))
        .or(page.map(str::to_owned))
}

/// The language of the page.
pub fn language(tree: &Tree) -> Option<String> {
    let of = |tag| {
        let id = tree.elements(Tree::ROOT, tag).next()?;
        tree.attribute(id, "lang").or_else(|| tree.attribute(id, "xml:lang"))
    };
    let said = || {
        let is = |id: &NodeId| {
            let name = tree.attribute(*id, "http-equiv").unwrap_or_default();
            name.eq_ignore_ascii_case("content-language")
        };
        let id = tree.elements(Tree::ROOT, "meta").find(is)?;
        tree.attribute(id, "content")
    };
    let tag = of("html").or_else(|| of("body")).or_else(said)?;
    (!tag.trim().is_empty()).then(|| tag.to_owned())
}

/// A date that the page marks as one.
pub struct Date {
    /// The day (EDTF).
    pub day: String,
    /// The words of it.
    pub printed: String,
    /// Whether it is said to be the publication's.
    pub is_publication: bool,
}

/// The publication date that the page marks; else the first date marked after the headline and
/// outside of navigation, asides and comments; else the first line there whose name says that it is
/// one.
pub fn date(tree: &Tree) -> Option<Date> {
    let mut first = None;
    let mut named = None;
    let mut looked_at = 0;
    let mut seen_headline = tree.elements(Tree::ROOT, "h1").next().is_none();
    for id in tree.all(Tree::ROOT).filter(|&id| tree.is_element(id)) {
        seen_headline |= tree.tag(id) == "h1";
        let is_publication = tree.attribute(id, "pubdate").is_some()
            || tree.attribute(id, "itemprop").is_some_and(|what| {
                what.split_whitespace().any(|what| what.eq_ignore_ascii_case("datePublished"))
            });
        let may_be = seen_headline && tree.tag(id) == "time" && first.is_none();
        if seen_headline && named.is_none() && looked_at < MANY && is_named_date(tree, id) {
            looked_at += 1;
            if !is_furniture(tree, id) {
                named = line_with_day(tree, id);
            }
        }
        if !is_publication && (!may_be || is_furniture(tree, id)) {
            continue;
        }
        let written = tree.attribute(id, "datetime").or_else(|| tree.attribute(id, "content"));
        let printed = tree.line(id);
        let Some(day) = written.and_then(day).or_else(|| day(&printed)) else { continue };
        let date = Date { day, printed, is_publication };
        if is_publication {
            return Some(date);
        }
        first = Some(date);
    }
    first.or(named)
}

/// Whether an element has a name that lines with dates have.
fn is_named_date(tree: &Tree, id: NodeId) -> bool {
    let names = [tree.attribute(id, "class"), tree.attribute(id, "id")];
    names.into_iter().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        let mut words = name.split(|c: char| !c.is_ascii_alphanumeric());
        name.len() < 200 && words.any(|word| DATED.contains(&word))
    })
}

/// Names of elements with the publication date.
const DATED: [&str; 10] = [
    "date",
    "day",
    "pubdate",
    "postdate",
    "published",
    "posted",
    "dateline",
    "timestamp",
    "time",
    "byline",
];

/// So many lines with such names are read: a page may have thousands.
const MANY: usize = 12;

/// A short line with one day in it.
fn line_with_day(tree: &Tree, id: NodeId) -> Option<Date> {
    let printed = tree.line(id);
    let day = day(&printed).filter(|day| day.len() == 10)?;
    Some(Date { day, printed, is_publication: false })
}

fn is_furniture(tree: &Tree, id: NodeId) -> bool {
    tree.around(id).take(UP).any(|around| {
        let names = [tree.attribute(around, "class"), tree.attribute(around, "id")];
        matches!(tree.tag(around), "nav" | "aside" | "footer")
            || names.into_iter().flatten().any(|name| {
                let name = name.to_ascii_lowercase();
                ["comment", "related", "sidebar"].iter().any(|bad| name.contains(bad))
            })
    })
}
