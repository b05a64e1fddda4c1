//! Entities, and where they are named.

use super::desk::{Desk, Mark};
use super::problem::{At, shown};
use super::shapes::Fields;
use crate::anchor::{Quotation, add_free};
use crate::article::{Entity, Id, Layer, Mention, Span};
use toml::de::DeValue;

/// An entity with its mentions, in text order.
#[derive(Debug)]
pub struct Named {
    /// The entity.
    pub entity: Entity,
    /// Where it is named or described.
    pub mentions: Vec<Mention>,
    /// Its names in the text.
    pub marks: Vec<Mark>,
}

/// A name to look for, perhaps only in some passages.
struct Name<'v> {
    words: At<&'v str>,
    only: Option<Vec<Span>>,
}

/// Reads `[entity.id]`.
pub fn read(desk: &Desk, id: Id, fields: &Fields) -> Named {
    let name = fields.needed("name");
    let introduced = fields.text("introduced");
    desk.check_quoted(introduced);
    let names = names(desk, fields, name);
    let named = !names.is_empty();
    let mut mentions = mentions_by_name(desk, &id, fields, names);
    let mark = |mention: &Mention| Mark { span: mention.span, what: "name", at: Some(fields.at) };
    let marks = mentions.iter().map(mark).collect();
    let entity = Entity {
        id: id.clone(),
        kind: fields.choice("kind"),
        role: fields.words("role"),
        name: fields.words("name"),
        name_in_article: name.is_some_and(|name| is_in_article(desk, name)),
        named,
        names: printed_names(desk, &mentions),
        introduced: fields.words_if_any("introduced"),
        note: fields.words_if_any("note"),
        note_source: fields.words_if_any("note_source"),
        note_confidence: fields
            .has_value("note_confidence")
            .then(|| fields.choice("note_confidence")),
        wikidata: wikidata(fields),
    };
    let descriptions = fields.texts("described");
    if !named && descriptions.is_empty() {
        let message = format!("expected a place where `{id}` is named or described, found none");
        desk.report.error(fields.at, message);
    }
    for words in descriptions {
        let described =
            |span| Mention { entity: id.clone(), span, layer: Layer::Nominal, outer: None };
        mentions.extend(desk.passage(words).map(described));
    }
    Named { entity, mentions, marks }
}

/// The names to look for: `names`, or else the one name.
fn names<'v>(desk: &Desk, fields: &Fields<'v, '_>, name: Option<At<&'v str>>) -> Vec<Name<'v>> {
    if !fields.has("names") {
        return name.into_iter().map(|words| Name { words, only: None }).collect();
    }
    let read = |value: &'v super::shapes::Value| match value.get_ref() {
        DeValue::Table(table) => {
            let at = value.span().start;
            let fields = Fields::new(fields.report, at, table, None);
            let words = fields.needed("name");
            let passages = fields.texts("in").into_iter();
            let only = Some(passages.flat_map(|words| desk.places(words)).collect());
            fields.finish(false);
            words.map(|words| Name { words, only })
        }
        DeValue::String(words) => {
            Some(Name { words: At { at: value.span().start, value: words }, only: None })
        }
        other => {
            let found = other.type_str();
            let message =
                format!("expected a name or {{ name = …, in = … }}, found a value of type {found}");
            desk.report.error(value.span().start, message);
            None
        }
    };
    fields.values("names").into_iter().filter_map(read).collect()
}

/// Where the names stand: the longest first, each place once, with the title before it.
fn mentions_by_name(desk: &Desk, id: &Id, fields: &Fields, mut names: Vec<Name>) -> Vec<Mention> {
    let excepted: Vec<Span> =
        fields.texts("except").into_iter().flat_map(|words| desk.places(words)).collect();
    let titles = fields.texts("titles");
    let title_words: Vec<&str> = titles.iter().map(|title| title.value).collect();
    let mut used_titles = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    names.sort_by_key(|name| std::cmp::Reverse(name.words.value.chars().count()));
    for name in &names {
        let Some(quotation) = desk.quotation(name.words) else { continue };
        let mut found = desk.text.find_all(&quotation);
        if found.is_empty() {
            desk.not_found::<Span>(name.words);
            continue;
        }
        let inside = |spans: &[Span], span: Span| spans.iter().any(|around| around.contains(span));
        found.retain(|span| {
            name.only.as_ref().is_none_or(|only| inside(only, *span)) && !inside(&excepted, *span)
        });
        if found.is_empty() {
            desk.report.error(name.words.at, "expected a place for this name, found all excepted");
        }
        add_free(&mut spans, found);
    }
    let mention = |span| {
        let title = desk.text.title_before(span, &title_words);
        used_titles.extend(title.map(|(title, _)| title));
        Mention { entity: id.clone(), span, layer: Layer::Name, outer: title.map(|(_, span)| span) }
    };
    let mentions: Vec<Mention> = spans.into_iter().map(mention).collect();
    let is_unused = |title: &&At<&str>| !mentions.is_empty() && !used_titles.contains(&title.value);
    for title in titles.iter().filter(is_unused) {
        let message = format!(
            "expected a name of this entity right behind its title “{}”, found none",
            shown(title.value)
        );
        desk.report.warning(title.at, message);
    }
    mentions
}

/// The names and titled names as printed, each once, in text order.
fn printed_names(desk: &Desk, mentions: &[Mention]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for span in
        mentions.iter().flat_map(|mention| std::iter::once(mention.span).chain(mention.outer))
    {
        let name = desk.text.printed(span);
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn is_in_article(desk: &Desk, name: At<&str>) -> bool {
    Quotation::parse(name.value).is_ok_and(|name| desk.text.has(&name))
}

fn wikidata(fields: &Fields) -> Option<String> {
    let item = fields.text("wikidata")?;
    let is_item = item
        .value
        .strip_prefix('Q')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    if !is_item {
        fields
            .report
            .error(item.at, "expected a Wikidata item such as `Q796`, found something else");
    }
    Some(item.value.to_owned())
}
