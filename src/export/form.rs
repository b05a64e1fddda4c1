//! The forms by name.

use crate::article::Article;

/// A form in which an article leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Our own JSON; loses nothing. `docs/article.schema.json` describes it.
    Json,
    /// The publisher's folder, `article.md` and `annotations.toml`, in a ZIP file.
    Folder,
    /// W3C Web Annotation, JSON-LD.
    WebAnnotation,
    /// The events as TimelineJS 3 reads them.
    TimelineJs,
    /// The dated events as a calendar (RFC 5545).
    ICalendar,
    /// Everything annotated as one table (RFC 4180).
    Csv,
    /// The text, and after it lists of everything annotated.
    Markdown,
}

impl Form {
    /// All of them, the ones that lose least first.
    pub const ALL: [Self; 7] = [
        Self::Json,
        Self::Folder,
        Self::Markdown,
        Self::Csv,
        Self::TimelineJs,
        Self::ICalendar,
        Self::WebAnnotation,
    ];

    /// Its name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "Dateline JSON",
            Self::Folder => "Article folder",
            Self::WebAnnotation => "Web Annotations",
            Self::TimelineJs => "TimelineJS",
            Self::ICalendar => "Calendar",
            Self::Csv => "Table",
            Self::Markdown => "Markdown",
        }
    }

    /// What it is for, in one short line.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Json => "all as it is now, to open here again or to work with in a program",
            Self::Folder => "article.md and annotations.toml, to edit by hand and to publish",
            Self::WebAnnotation => "the marked passages, for annotation software (W3C JSON-LD)",
            Self::TimelineJs => "the events, for a timeline made with TimelineJS 3",
            Self::ICalendar => "the dated events, for a calendar (.ics)",
            Self::Csv => "one row for each thing, for a spreadsheet (CSV)",
            Self::Markdown => "the text and lists of who, when, said and figures, to read",
        }
    }

    /// Its word on the command line: `web-annotation`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Folder => "folder",
            Self::WebAnnotation => "web-annotation",
            Self::TimelineJs => "timelinejs",
            Self::ICalendar => "icalendar",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        }
    }

    /// A name for the file: `iraq-marching-orders.ics`. Safe on every file system, whatever
    /// the article's short name.
    pub fn file_name(self, article: &Article) -> String {
        let ending = match self {
            Self::Json => ".json",
            Self::Folder => ".zip",
            Self::WebAnnotation => ".annotations.jsonld",
            Self::TimelineJs => ".timeline.json",
            Self::ICalendar => ".ics",
            Self::Csv => ".csv",
            Self::Markdown => ".md",
        };
        file_stem(article) + ending
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "application/json",
            Self::Folder => "application/zip",
            Self::WebAnnotation => {
                "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\""
            }
            Self::ICalendar => "text/calendar;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8;header=present",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// The name of every file that an article leaves in, without its ending. The article's short
/// name, as far as it may be a file's: lower-case letters, digits and
/// single hyphens, at most 80; `article` if nothing is left.
pub fn file_stem(article: &Article) -> String {
    let mut name = String::new();
    for c in article.meta.slug.chars().take(80) {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "article".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Meta;

    #[test]
    fn file_names_are_harmless() {
        let name = |slug: &str| {
            let meta = Meta { slug: slug.into(), ..Meta::default() };
            Form::Csv.file_name(&Article { meta, ..Article::default() })
        };
        assert_eq!(name("iraq-marching-orders"), "iraq-marching-orders.csv");
        assert_eq!(name("../../etc/Pass wd\0"), "etc-pass-wd.csv");
        assert_eq!(name("…"), "article.csv");
    }

    #[test]
    fn each_form_is_listed_once() {
        for form in Form::ALL {
            assert_eq!(Form::ALL.iter().filter(|other| other.word() == form.word()).count(), 1);
            assert!(form.hint().chars().count() <= 70, "{}", form.hint());
        }
    }
}
