//! What names of classes and ids tell. The words are those that pages share, as collected by
//! Arc90 and Mozilla.

use super::measure::measure;
use crate::intake::html::{NodeId, Tree, is_hidden};

/// Names of furniture.
const UNLIKELY: [&str; 35] = [
    "-ad-",
    "ai2html",
    "banner",
    "breadcrumbs",
    "combx",
    "comment",
    "community",
    "cover-wrap",
    "disqus",
    "extra",
    "footer",
    "gdpr",
    "header",
    "legends",
    "menu",
    "related",
    "remark",
    "replies",
    "rss",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "social",
    "sponsor",
    "supplemental",
    "ad-break",
    "agegate",
    "pagination",
    "pager",
    "popup",
    "yom-remote",
    "newsletter-",
    "cookie-",
    "cookiebanner",
    "onetrust",
];

/// Names that the article may have all the same.
const MAYBE: [&str; 8] =
    ["and", "article", "body", "column", "content", "main", "mathjax", "shadow"];

const GOOD: [&str; 12] = [
    "article",
    "body",
    "content",
    "entry",
    "hentry",
    "main",
    "page",
    "pagination",
    "post",
    "text",
    "blog",
    "story",
];

const BAD: [&str; 25] = [
    "-ad-",
    "hidden",
    "banner",
    "combx",
    "comment",
    "com-",
    "contact",
    "footer",
    "gdpr",
    "masthead",
    "media",
    "meta",
    "outbrain",
    "promo",
    "related",
    "scroll",
    "share",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "sponsor",
    "shopping",
    "tags",
    "widget",
    "taboola",
];

const BYLINE: [&str; 4] = ["byline", "author", "dateline", "writtenby"];

/// A line that names the author is shorter, in scalars.
pub const LONGEST_BYLINE: u32 = 100;

/// How far up a line is looked at for comments around it.
const UP: usize = 12;

/// Roles of furniture.
const ROLES: [&str; 7] =
    ["menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"];

/// Points of a class or id with a good name; as many less for a bad one.
const NAME: f32 = 25.0;

fn has(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.contains(word))
}

fn name(tree: &Tree, id: NodeId, attribute: &str) -> String {
    tree.attribute(id, attribute).unwrap_or_default().to_ascii_lowercase()
}

/// The class and the id of an element, in lower case.
fn names(tree: &Tree, id: NodeId) -> String {
    format!("{} {}", name(tree, id, "class"), name(tree, id, "id"))
}

/// Whether the names are those of furniture.
pub fn is_unlikely(tree: &Tree, id: NodeId) -> bool {
    let names = names(tree, id);
    has(&names, &UNLIKELY) && !has(&names, &MAYBE)
}

/// Whether the role is that of furniture.
pub fn has_unlikely_role(tree: &Tree, id: NodeId) -> bool {
    tree.attribute(id, "role").is_some_and(|role| ROLES.contains(&role))
}

/// Whether the names are those of a line that names the author.
pub fn is_byline(tree: &Tree, id: NodeId) -> bool {
    tree.attribute(id, "rel") == Some("author")
        || tree.attribute(id, "itemprop").is_some_and(|what| what.contains("author"))
        || has(&names(tree, id), &BYLINE)
}

/// The author's name, where the page marks it inside the line, else the line.
pub fn byline(tree: &Tree, id: NodeId) -> String {
    let has = |at: NodeId, attribute, word: &str| {
        tree.attribute(at, attribute).is_some_and(|value| value.contains(word))
    };
    let find = |test: &dyn Fn(NodeId) -> bool| {
        let mut inside = tree.all(id).skip(1);
        inside.find(|&at| tree.is_element(at) && test(at))
    };
    let name = find(&|at| has(at, "itemprop", "name")).or_else(|| {
        find(&|at| tree.tag(at) == "a" && (has(at, "href", "author") || has(at, "rel", "author")))
    });
    let line = name.map(|at| tree.line(at)).filter(|line| !line.is_empty());
    line.unwrap_or_else(|| tree.line(id))
}

/// The first line of a page that names its author, outside of comments.
pub fn first_byline(tree: &Tree) -> Option<String> {
    let lines = tree.all(Tree::ROOT).filter(|&id| {
        tree.is_element(id) && !matches!(tree.tag(id), "meta" | "link") && is_byline(tree, id)
    });
    let outside = |id: &NodeId| {
        let mut around = tree.around(*id).chain([*id]).take(UP);
        !around.any(|at| is_hidden(tree, at) || names(tree, at).contains("comment"))
    };
    let line = |id: NodeId| {
        let length = measure(tree, id).of(id).length();
        (1..LONGEST_BYLINE).contains(&length).then(|| byline(tree, id))
    };
    // Few are looked at: a page may have thousands.
    lines.filter(outside).take(5).find_map(line)
}

/// Whether an element offers to share the article.
pub fn is_share(tree: &Tree, id: NodeId) -> bool {
    names(tree, id)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| matches!(word, "share" | "sharedaddy"))
}

/// Points for the class and the id.
pub fn weight(tree: &Tree, id: NodeId) -> f32 {
    let weigh = |name: String| {
        let is_hid = name.split_whitespace().any(|word| word == "hid");
        let bad = if has(&name, &BAD) || is_hid { NAME } else { 0.0 };
        let good = if has(&name, &GOOD) { NAME } else { 0.0 };
        good - bad
    };
    weigh(name(tree, id, "class")) + weigh(name(tree, id, "id"))
}

/// Whether these words alone are an advertisement's or a page's that still loads.
pub fn is_notice(text: &str) -> bool {
    let text = text.to_lowercase();
    let loading = text.trim_end_matches('…').trim_end_matches("...");
    matches!(
        &*text,
        "ad" | "advertising"
            | "advertisement"
            | "pub"
            | "publicité"
            | "werb"
            | "werbung"
            | "广告"
            | "реклама"
            | "anuncio"
    ) || matches!(loading, "loading" | "正在加载" | "загрузка" | "chargement" | "cargando")
}
