//! From `annotations.toml` to the annotations of an article.

use super::desk::{Desk, Mark};
use super::ids::{self, Ids, Kind};
use super::nearest::{did_you_mean, nearest};
use super::problem::{At, Problem, Report, shown};
use super::shapes::{self, Fields, Value};
use super::source::SourceFile;
use super::{crossing, entities, statements};
use crate::anchor::Haystack;
use crate::article::{Article, Event, Id, InlineKind};
use crate::time::place;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

const SECTIONS: [&str; 7] = ["default", "entity", "time", "event", "quote", "figure", "note"];

/// Reads the annotations into an article whose blocks are in place; returns what is wrong.
pub fn annotate(article: &mut Article, source: &SourceFile) -> Vec<Problem> {
    let report = Report::new(source);
    let root = shapes::parse(source.text(), &report);
    check_sections(&root, &report);
    let mut ids = Ids::default();
    let mut section = |kind| tables(&root, kind, &mut ids, &report);
    let entities = section(Kind::Entity);
    let events = section(Kind::Event);
    let quotes = section(Kind::Quote);
    let figures = section(Kind::Figure);
    let notes = section(Kind::Note);
    let text = Haystack::new(article);
    let desk = Desk { text: &text, ids: &ids, report: &report };

    let mut marks = inline_marks(article);
    let mut found = BTreeMap::new();
    let mut mark_found = |id: &Id, fields: &Fields| {
        if fields.has_value("found") {
            found.insert(id.clone(), fields.words("found"));
        }
    };
    let named = each(entities, |id, fields| {
        mark_found(&id, fields);
        Some(entities::read(&desk, id, fields))
    });
    for named in named {
        article.entities.push(named.entity);
        article.mentions.extend(named.mentions);
        marks.extend(named.marks);
    }
    article
        .mentions
        .sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mark = |span, what, at| Mark { span, what, at: Some(at) };
    let mut times = each(times(&root, &report), |(), fields| {
        let time = statements::time(&desk, fields)?;
        marks.push(mark(time.span, "time", fields.at));
        let reason = fields.has_value("found").then(|| fields.words("found"));
        Some((time, reason))
    });
    times.sort_by_key(|(time, _)| time.span);
    for (index, (mut time, reason)) in times.into_iter().enumerate() {
        time.id = ids::of_time(index).unwrap_or_default();
        article.found.extend(reason.map(|reason| (time.id.clone(), reason)));
        article.times.push(time);
    }
    let mut before: Option<Event> = None;
    article.events = each(events, |id, fields| {
        mark_found(&id, fields);
        let event = statements::event(&desk, id, fields);
        if event.when.is_some() {
            let place = |event: &Event| place(event.when.as_deref());
            if let Some(before) = before.as_ref().filter(|before| place(before) > place(&event)) {
                let message = format!(
                    "expected events in order of time, found this one after `{}`",
                    before.id
                );
                report.warning(fields.at, message);
            }
            before = Some(event.clone());
        }
        Some(event)
    });
    article.quotes = each(quotes, |id, fields| {
        mark_found(&id, fields);
        let quote = statements::quote(&desk, id, fields)?;
        marks.push(mark(quote.span, "quote", fields.at));
        Some(quote)
    });
    article.quotes.sort_by_key(|quote| quote.span);
    article.figures = each(figures, |id, fields| {
        mark_found(&id, fields);
        let figure = statements::figure(&desk, id, fields)?;
        marks.push(mark(figure.number, "number", fields.at));
        Some(figure)
    });
    article.figures.sort_by_key(|figure| (figure.span, figure.number));
    article.notes = each(notes, |id, fields| Some(statements::note(&desk, id, fields)));
    article.found.extend(found);
    crossing::check(marks, &text, &report);
    report.into_problems()
}

/// Reads tables one after another; each then reports the keys that nobody asked for.
fn each<'v, 't, I, T>(
    tables: Vec<(I, Fields<'v, 't>)>,
    mut read: impl FnMut(I, &Fields<'v, 't>) -> Option<T>,
) -> Vec<T> {
    let mut things = Vec::with_capacity(tables.len());
    for (index, (id, fields)) in tables.into_iter().enumerate() {
        things.extend(read(id, &fields));
        fields.finish(index == 0);
    }
    things
}

/// The tables `[kind.id]`, in the order of the file.
fn tables<'v, 't>(
    root: &'v DeTable<'t>,
    kind: Kind,
    ids: &mut Ids,
    report: &'v Report<'v>,
) -> Vec<(Id, Fields<'v, 't>)> {
    let name = kind.name();
    let Some(section) = root.get(name) else { return Vec::new() };
    let DeValue::Table(section) = section.get_ref() else {
        let message = format!("expected tables such as [{name}.some-id], found something else");
        report.error(section.span().start, message);
        return Vec::new();
    };
    let entries = shapes::in_order(section).into_iter();
    let tables = entries.filter_map(|(key, value)| {
        let id = ids.define(key, kind, report)?;
        let table = table_of(value, report)?;
        Some((id, Fields::new(report, key.at, table, default_of(root, name))))
    });
    tables.collect()
}

/// The tables `[[time]]`.
fn times<'v, 't>(root: &'v DeTable<'t>, report: &'v Report<'v>) -> Vec<((), Fields<'v, 't>)> {
    let Some(section) = root.get("time") else { return Vec::new() };
    let DeValue::Array(times) = section.get_ref() else {
        report.error(section.span().start, "expected tables headed [[time]], found something else");
        return Vec::new();
    };
    let fields = |value: &'v Value<'t>| {
        let table = table_of(value, report)?;
        Some(((), Fields::new(report, value.span().start, table, default_of(root, "time"))))
    };
    times.iter().filter_map(fields).collect()
}

fn table_of<'v, 't>(value: &'v Value<'t>, report: &Report) -> Option<&'v DeTable<'t>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        let found = value.get_ref().type_str();
        report
            .error(value.span().start, format!("expected a table, found a value of type {found}"));
    }
    table
}

fn default_of<'v, 't>(root: &'v DeTable<'t>, name: &str) -> Option<&'v DeTable<'t>> {
    root.get("default")?.get_ref().as_table()?.get(name)?.get_ref().as_table()
}

fn check_sections(root: &DeTable, report: &Report) {
    let check = |key: At<&str>, known: &[&'static str]| {
        if !known.contains(&key.value) {
            let guess = did_you_mean(nearest(key.value, known.iter().copied()));
            let (found, known) = (shown(key.value), known.join(", "));
            report.error(key.at, format!("expected one of {known}; found `{found}`{guess}"));
        }
    };
    for (key, _) in shapes::in_order(root) {
        check(key, &SECTIONS);
    }
    let defaults = root.get("default").and_then(|value| value.get_ref().as_table());
    for (key, value) in defaults.map(shapes::in_order).unwrap_or_default() {
        check(key, SECTIONS.get(1..).unwrap_or_default());
        table_of(value, report);
    }
}

fn inline_marks(article: &Article) -> Vec<Mark> {
    let inlines = article.blocks.iter().flat_map(|block| &block.inlines);
    let mark = |inline: &crate::article::Inline| {
        let what = match inline.kind {
            InlineKind::Strong => "bold",
            InlineKind::Emphasis => "italic",
            InlineKind::Link { .. } => "link",
        };
        Mark { span: inline.span, what, at: None }
    };
    inlines.map(mark).collect()
}
