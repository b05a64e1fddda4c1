//! An entity's names, so that they are found where it is named and nowhere else.

use super::passage::{braced, passage};
use super::toml::{Toml, quoted};
use crate::anchor::{Haystack, Quotation, add_free};
use crate::article::{Article, Entity, Layer, Mention, Span};
use std::cmp::Reverse;

/// What the annotations will say about the places of an entity.
#[derive(Debug, Default)]
struct Names {
    /// Names, as TOML: a text, or a table with the passages it is looked for in.
    names: Vec<String>,
    /// Passages in which a name means something else.
    except: Vec<String>,
    excepted: Vec<Span>,
    /// What a reader of them will find.
    found: Vec<Span>,
}

/// Writes `names`, `titles`, `except` and `described`; tells the mentions it has no words for.
pub(super) fn write(
    toml: &mut Toml,
    article: &Article,
    entity: &Entity,
    text: &Haystack,
) -> Vec<Span> {
    let own = || article.mentions.iter().filter(|mention| mention.entity == entity.id);
    let named: Vec<&Mention> = own().filter(|mention| mention.layer == Layer::Name).collect();
    let spans: Vec<Span> = named.iter().map(|mention| mention.span).collect();
    let names = Names::of(text, &spans);
    if names.names != [quoted(&braced(&entity.name))] {
        match &names.names[..] {
            // A name that the article does not use finds nothing, and needs no list.
            [] if entity.named && !stands(text, &entity.name) => {}
            [] => toml.line("names = []"),
            names => toml.items("names", names),
        }
    }
    let titles = titles(text, &named);
    toml.texts("titles", titles.iter().map(String::as_str));
    toml.texts("except", names.except.iter().map(String::as_str));
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let is_told = |mention: &&Mention| {
        let title = text.title_before(mention.span, &titles).map(|(_, span)| span);
        names.found.contains(&mention.span) && title == mention.outer
    };
    let mut lost: Vec<Span> =
        named.iter().filter(|m| !is_told(m)).map(|mention| mention.span).collect();
    let mut described = Vec::new();
    for mention in own().filter(|mention| mention.layer == Layer::Nominal) {
        match passage(text, mention.span) {
            Some(words) if mention.outer.is_none() => described.push(words),
            _ => lost.push(mention.span),
        }
    }
    toml.texts("described", described.iter().map(String::as_str));
    lost
}

fn stands(text: &Haystack, name: &str) -> bool {
    Quotation::parse(name).is_ok_and(|name| text.has(&name))
}

impl Names {
    /// For an entity that is named in these spans.
    fn of(text: &Haystack, spans: &[Span]) -> Self {
        let mut words: Vec<&str> = Vec::new();
        for span in spans {
            let name = text.printed(*span);
            if !words.contains(&name) {
                words.push(name);
            }
        }
        // In the order in which they are looked for; written in the order of the text.
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|n| Reverse(braced(words[*n]).chars().count()));
        let mut names = Self::default();
        let mut written: Vec<Option<String>> = vec![None; words.len()];
        for n in order {
            written[n] = names.add(text, words[n], spans);
        }
        names.names = written.into_iter().flatten().collect();
        names
    }

    /// Adds a name; as TOML, if it can be told where it is meant.
    fn add(&mut self, text: &Haystack, name: &str, spans: &[Span]) -> Option<String> {
        let words = braced(name);
        let mut found = text.find_all(&Quotation::parse(&words).ok()?);
        found.retain(|span| !self.excepted.iter().any(|around| around.contains(*span)));
        let mut all = self.found.clone();
        add_free(&mut all, found.clone());
        let new: Vec<Span> =
            all.iter().filter(|span| !self.found.contains(span)).copied().collect();
        let (right, wrong): (Vec<Span>, Vec<Span>) =
            new.into_iter().partition(|span| spans.contains(span));
        if wrong.is_empty() {
            self.found = all;
            return Some(quoted(&words));
        }
        // The shorter list: where it means something else, or where it is meant.
        let hides = |span: &Span| spans.iter().any(|own| span.contains(*own));
        let except: Option<Vec<String>> = wrong.iter().map(|span| passage(text, *span)).collect();
        let except = except.filter(|_| wrong.len() < right.len() && !wrong.iter().any(hides));
        if let Some(except) = except {
            self.except.extend(except);
            self.excepted.extend(wrong);
            add_free(&mut self.found, right);
            return Some(quoted(&words));
        }
        let (places, passages): (Vec<Span>, Vec<String>) =
            right.iter().filter_map(|span| Some((*span, passage(text, *span)?))).unzip();
        let only: Vec<String> = passages.iter().map(|words| quoted(words)).collect();
        add_free(&mut self.found, places);
        (!only.is_empty())
            .then(|| format!("{{ name = {}, in = [{}] }}", quoted(&words), only.join(", ")))
    }
}

/// The titles before the names, each once.
fn titles(text: &Haystack, named: &[&Mention]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for mention in named {
        let Some(outer) = mention.outer else { continue };
        let before = text.printed(Span::new(outer.start, mention.span.start));
        let title = before.trim_end().to_owned();
        let fits = outer.end == mention.span.end && !title.is_empty();
        if fits && !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}
