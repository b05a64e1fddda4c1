//! What a page says of its article: title, author, day, site, address, language, copyright.
//!
//! Asked in this order: JSON-LD, the `<meta>` elements (Dublin Core, OpenGraph, and those of
//! Parse.ly, Sailthru and scholars), other mark-up, and last the text. What is not found stays
//! empty.

mod day;
mod elements;
mod json_ld;
mod title;

pub(super) use day::{day, of_address};

use super::html::{Tree, one_line};
use crate::analyst::dates::{self, Given, Kind, Timex};
use crate::article::{Meta, address};

/// What a page says of its article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What goes into the article.
    pub meta: Meta,
    /// The page's address, to resolve relative links against.
    pub base: Option<String>,
    /// The publication date as the page prints it.
    pub printed_date: Option<String>,
    /// Whether the date is only the first that the page marks as one.
    pub guessed_date: bool,
}

/// Reads what a page says of its article. `html` is its source, for the line that browsers write
/// into pages they save.
pub fn read(tree: &Tree, html: &str) -> Facts {
    let headline = title::of_page(tree);
    let ld = json_ld::read(tree, &headline);
    let named = elements::Named::of(tree);
    let text = |known: Option<String>, keys: &[&str]| {
        known.or_else(|| named.first(keys)).map(|words| unescaped(&words)).filter(|w| !w.is_empty())
    };
    let title = text(ld.title, &TITLE).unwrap_or(headline);
    let author = text(ld.author, &[])
        .or_else(|| named.authors().map(|words| unescaped(&words)))
        .and_then(|author| author_of(&author));
    let publisher = text(ld.publisher, &SITE);
    let saved_from = saved_from(html);
    let address = elements::canonical(tree)
        .or_else(|| ld.address.as_deref().and_then(address::web))
        .or_else(|| named.first(&["og:url", "parsely-link"]).as_deref().and_then(address::web))
        .or(saved_from.clone());
    let site = address.as_deref().and_then(host).map(str::to_owned);
    let names: Vec<&str> = publisher.iter().chain(&site).map(String::as_str).collect();
    let title = title::printed(tree, &title)
        .unwrap_or_else(|| title::without_site(&one_line(&title), &names).to_owned());
    let base = elements::base(tree, saved_from.as_deref().or(address.as_deref()));
    let said = ld.published.or_else(|| named.first(&DATE)).as_deref().and_then(day);
    let marked = elements::date(tree);
    let guessed_date = said.is_none() && marked.as_ref().is_some_and(|date| !date.is_publication);
    let published = said
        .or_else(|| marked.as_ref().map(|date| date.day.clone()))
        .or_else(|| address.as_deref().and_then(of_address));
    let printed_date =
        marked.filter(|date| Some(&date.day) == published.as_ref()).map(|date| date.printed);
    let language = elements::language(tree)
        .or(ld.language)
        .or_else(|| named.first(&["og:locale", "dc:language", "dcterms:language"]))
        .and_then(|tag| language(&tag));
    let copyright = text(ld.copyright, &["dc:rights", "dcterms:rights", "copyright"]);
    let meta = Meta {
        title: one_line(&title),
        language: language.unwrap_or_default(),
        author,
        publisher,
        site,
        address,
        published,
        genre: ld.genre,
        copyright,
        ..Meta::default()
    };
    Facts { meta, base, printed_date, guessed_date }
}

const TITLE: [&str; 9] = [
    "dc:title",
    "dcterm:title",
    "og:title",
    "weibo:article:title",
    "weibo:webpage:title",
    "title",
    "twitter:title",
    "parsely-title",
    "citation_title",
];

const SITE: [&str; 3] = ["og:site_name", "citation_journal_title", "application-name"];

const DATE: [&str; 20] = [
    "article:published_time",
    "parsely-pub-date",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc:date:issued",
    "dcterms:issued",
    "dc:date",
    "dcterms:date",
    "dcterms:created",
    "dc:date:created",
    "sailthru:date",
    "pubdate",
    "publishdate",
    "publish-date",
    "pub_date",
    "date",
];

/// Who wrote it, from a line such as `By Jane Doe | 8 January 2020`; none if nothing is left.
pub fn author_of(line: &str) -> Option<String> {
    let line = one_line(line);
    let rest = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).and(line.get(3..));
    let rest = rest.unwrap_or(&line);
    let is_date = |timex: &Timex| timex.edtf.is_some() && timex.kind == Kind::Date;
    let dated = dates::analyse(rest, Given::Nothing).timexes.into_iter().find(is_date);
    let end = dated.map_or(usize::MAX, |timex| timex.span.start as usize);
    let name: String = rest.chars().take(end).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || "|•·,;:–—-/".contains(c));
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_name = name.contains(char::is_alphabetic)
        && !name.starts_with("http")
        && !matches!(&*first, "last" | "updated" | "published" | "posted" | "on");
    is_name.then(|| name.to_owned())
}

/// Words in which somebody escaped what needed no escape, once or twice.
fn unescaped(words: &str) -> String {
    let words = one_line(words);
    if !words.contains('&') {
        return words;
    }
    // No element can begin, so that only character references are read.
    let tree = super::html::build(&words.replace('<', "&lt;"));
    one_line(&tree.words(Tree::ROOT))
}

/// The address that browsers write into a page they save: `saved from url=(0021)https://…`.
fn saved_from(html: &str) -> Option<String> {
    const SIGN: &str = "saved from url=(";
    let mut end = html.len().min(2048);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (_, rest) = html[..end].split_once(SIGN)?;
    let (length, rest) = rest.split_once(')')?;
    address::web(rest.get(..length.parse().ok()?)?)
}

/// The host of an address, as sites call themselves: `www.example.org`.
fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host = rest.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

/// A BCP 47 tag: `en-US` for `en_US`.
fn language(written: &str) -> Option<String> {
    let tag = written.trim().replace('_', "-");
    let fine = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let first = tag.split('-').next().unwrap_or_default();
    let is_tag = tag.split('-').all(fine) && first.len() >= 2 && tag.len() <= 35;
    is_tag.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(html: &str) -> Facts {
        read(&super::super::html::build(html), html)
    }

    #[test]
    fn json_ld_counts_for_most() {
        let found = facts(
            r##"<html lang="en_GB"><head><title>Vote on troops | The Paper</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"x"},
              {"@type":["OpinionNewsArticle"],"headline":"Vote &amp; troops","author":
                [{"@id":"#jane"},{"@type":"Person","name":"Ann Lee"}],
               "datePublished":"2020-01-08T23:30:00-05:00","publisher":{"name":"The Paper"},
               "url":"https://paper.example/vote"},
              {"@type":"Person","@id":"#jane","name":"Jane Doe"}]}</script>
            <meta property="og:title" content="Other"><meta name="author" content="Other">"##,
        );
        let meta = found.meta;
        assert_eq!(meta.title, "Vote & troops");
        assert_eq!(meta.author.as_deref(), Some("Jane Doe, Ann Lee"));
        assert_eq!(meta.publisher.as_deref(), Some("The Paper"));
        // The day as written, whatever day it was elsewhere.
        assert_eq!(meta.published.as_deref(), Some("2020-01-08"));
        assert_eq!(meta.address.as_deref(), Some("https://paper.example/vote"));
        assert_eq!(meta.site.as_deref(), Some("paper.example"));
        assert_eq!(meta.language, "en-GB");
        assert_eq!(meta.genre.as_deref(), Some("opinion"));
    }

    #[test]
    fn a_byline_is_more_than_a_name() {
        for (line, author) in [
            ("By Jane Doe", Some("Jane Doe")),
            ("Jane Doe |  May 20, 2019", Some("Jane Doe")),
            ("BY JANE DOE", Some("JANE DOE")),
            ("Byron May", Some("Byron May")),
            ("April 28, 2019", None),
            ("Last updated: January 7, 2025", None),
            ("https://a.example/jane", None),
        ] {
            assert_eq!(author_of(line).as_deref(), author, "{line}");
        }
    }

    #[test]
    fn other_marks() {
        let found = facts(
            "<title>Vote</title><link rel=canonical href='javascript:x'>
            <meta name='DC.creator' content='By Jane Doe'><meta property='og:site_name' content=P>
            <meta name=citation_date content='8 January 2020'>
            <base href='/b/'><!-- saved from url=(0026)https://a.example/c/d.html -->",
        );
        assert_eq!(found.meta.author.as_deref(), Some("Jane Doe"));
        assert_eq!(found.meta.published.as_deref(), Some("2020-01-08"));
        assert_eq!(found.meta.address.as_deref(), Some("https://a.example/c/d.html"));
        assert_eq!(found.base.as_deref(), Some("https://a.example/b/"));
    }

    #[test]
    fn a_marked_date_is_a_guess_unless_it_is_said_to_be_the_publications() {
        let page = |time: &str| {
            facts(&format!("<nav><time datetime=2019-01-01>x</time></nav><h1>T</h1>{time}"))
        };
        let guessed = page("<p><time datetime='2020-01-08T10:00Z'>Jan. 8</time>");
        assert_eq!(guessed.meta.published.as_deref(), Some("2020-01-08"));
        assert!(guessed.guessed_date);
        let said = page(
            "<time datetime=2020-02-02>x</time><time itemprop=datePublished datetime=2020-01-09>9 Jan</time>",
        );
        assert_eq!(said.meta.published.as_deref(), Some("2020-01-09"));
        assert!(!said.guessed_date && said.printed_date.as_deref() == Some("9 Jan"));
    }

    #[test]
    fn nothing_is_invented() {
        let found = facts("<p>Some words");
        assert_eq!(found, Facts::default());
    }
}
