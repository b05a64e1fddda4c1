//! The front matter: what is known about the article as a whole.

use super::problem::{Problem, Report};
use super::shapes::{Fields, parse};
use super::source::SourceFile;
use crate::article::{Id, Meta};

const FENCE: &str = "+++";

/// The front matter's TOML and the Markdown after it, as byte ranges of the file.
///
/// None when the file does not begin with a line `+++` that a later one closes.
pub fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        match start {
            None if line.trim_end() == FENCE => start = Some(next),
            None => return None,
            Some(start) if line.trim_end() == FENCE => return Some((start..at, next)),
            Some(_) => {}
        }
        at = next;
    }
    None
}

/// What stands for a front matter that is not there.
pub fn missing(source: &SourceFile, slug: &str) -> (Meta, Vec<Problem>) {
    let report = Report::new(source);
    report.error(0, "expected front matter between two lines `+++`, found none");
    (Meta { slug: slug.to_owned(), ..Meta::default() }, report.into_problems())
}

/// Reads the front matter; `slug` is used when it gives none, the title comes from the text.
pub fn read(
    source: &SourceFile,
    range: std::ops::Range<usize>,
    slug: &str,
) -> (Meta, Vec<Problem>) {
    let report = Report::from_offset(source, range.start);
    let table = parse(source.text().get(range).unwrap_or_default(), &report);
    let fields = Fields::new(&report, 0, &table, None);
    let meta = Meta {
        slug: fields.words_if_any("slug").unwrap_or_else(|| slug.to_owned()),
        title: String::new(),
        language: fields.needed("language").map_or_else(String::new, |text| text.value.to_owned()),
        author: fields.words_if_any("author"),
        publisher: fields.words_if_any("publisher"),
        site: fields.words_if_any("site"),
        address: fields.words_if_any("address"),
        published: fields.date("published"),
        reading_date: fields.date("reading_date"),
        reading_date_reasons: reasons(&fields),
        genre: fields.words_if_any("genre"),
        copyright: fields.words_if_any("copyright"),
        permission: fields.words_if_any("permission"),
        image_credit: fields.words_if_any("image_credit"),
        annotator: fields.words_if_any("annotator"),
    };
    if let Err(error) = Id::new(&meta.slug) {
        let at = fields.text("slug").map_or(0, |text| text.at);
        report.error(at, format!("`slug` (or the folder's name): {error}"));
    }
    check_language(&fields);
    if let Some(address) = fields.text("address")
        && let Err(message) = super::links::address(address.value)
    {
        report.error(address.at, message);
    }
    check_reading_date(&fields, meta.reading_date.as_deref());
    fields.finish(false);
    (meta, report.into_problems())
}

fn reasons(fields: &Fields) -> Vec<String> {
    fields.texts("reading_date_reasons").iter().map(|text| text.value.to_owned()).collect()
}

/// Weekdays can be counted from a day only.
fn check_reading_date(fields: &Fields, date: Option<&str>) {
    let is_day =
        |date: &str| date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if date.is_some_and(|date| !is_day(date)) {
        let message = "`reading_date`: expected a day such as 2020-01-08, found something else";
        fields.report.error(fields.place("reading_date"), message);
    }
}

fn check_language(fields: &Fields) {
    let Some(tag) = fields.text("language") else { return };
    let is_tag = tag.value.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if !is_tag {
        fields
            .report
            .error(tag.at, "`language`: expected a tag such as `en`, found something else");
    }
}
