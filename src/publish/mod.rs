//! The publisher's side: an article's folder, its checks, its pages. Native only.
//!
//! A folder holds two files that a human writes: `article.md` (front matter and text) and
//! `annotations.toml`. `docs/article-source.md` describes them.

pub mod annotate;
mod assemble;
#[cfg(feature = "publish")]
pub mod build;
mod crossing;
mod desk;
mod entities;
pub mod export;
mod front;
mod ids;
pub mod import;
#[cfg(feature = "publish")]
mod json_ld;
mod links;
mod markdown;
mod nearest;
#[cfg(feature = "publish")]
mod page;
mod problem;
mod shapes;
#[cfg(feature = "publish")]
mod single;
mod source;
mod statements;
mod text;

#[cfg(feature = "publish")]
pub use page::Assets;
pub use problem::{Problem, Severity};
pub use source::SourceFile;

use crate::article::{Article, BlockKind, sound};
use problem::Report;
use std::collections::BTreeSet;
use std::path::Path;

/// The file with the text.
pub const ARTICLE_FILE: &str = "article.md";

/// The file with the annotations.
pub const ANNOTATIONS_FILE: &str = "annotations.toml";

/// What a folder gave.
#[derive(Debug)]
pub struct Loaded {
    /// The article, as far as it could be read; none without a readable text.
    pub article: Option<Article>,
    /// What is wrong, by file and line.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// The article, if nothing but warnings stands against it.
    pub fn sound(&self) -> Option<&Article> {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        self.article.as_ref().filter(|_| !self.problems.iter().any(is_error))
    }
}

/// What an article holds, in one line.
pub fn summary(article: &Article) -> String {
    format!(
        "{} blocks, {} entities, {} mentions, {} times, {} events, {} quotes, {} figures, {} notes",
        article.blocks.len(),
        article.entities.len(),
        article.mentions.len(),
        article.times.len(),
        article.events.len(),
        article.quotes.len(),
        article.figures.len(),
        article.notes.len(),
    )
}

/// Reads an article's folder, or its JSON file.
pub fn load(folder: &Path) -> Loaded {
    if folder.extension().is_some_and(|extension| extension == "json") {
        return load_json(folder);
    }
    let source = match SourceFile::read(&folder.join(ARTICLE_FILE)) {
        Ok(source) => source,
        Err(problem) => return Loaded { article: None, problems: vec![problem] },
    };
    let slug = name_of(folder);
    match SourceFile::read(&folder.join(ANNOTATIONS_FILE)) {
        Ok(annotations) => {
            let (article, problems) = read(&source, Some(&annotations), &slug);
            Loaded { article: Some(article), problems }
        }
        Err(problem) => {
            let (article, mut problems) = read(&source, None, &slug);
            problems.push(problem);
            Loaded { article: Some(article), problems }
        }
    }
}

/// A folder's name, also of one that is called `.` or `..`.
fn name_of(folder: &Path) -> String {
    let whole = std::fs::canonicalize(folder);
    let name = whole.as_deref().unwrap_or(folder).file_name();
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What another program wrote is made sound: its short name becomes a folder's name.
fn load_json(file: &Path) -> Loaded {
    let about = |message: String| Problem::about_file(file.display().to_string(), message);
    let read = std::fs::read(file).and_then(|json| Ok(serde_json::from_slice(&json)?));
    match read {
        Ok(article) => {
            let (article, left_out) = sound(article);
            let problems = twice(&article).map(|id| {
                about(format!("expected each id once, found `{id}` for more than one thing"))
            });
            let outside = (left_out > 0).then(|| Problem {
                severity: Severity::Warning,
                ..about(format!("expected marks inside the text; left out: {left_out}"))
            });
            let problems = problems.chain(outside).collect();
            Loaded { article: Some(article), problems }
        }
        Err(error) => {
            let problem = about(format!("expected an article as JSON, found: {error}"));
            Loaded { article: None, problems: vec![problem] }
        }
    }
}

/// The ids that more than one thing has, each once.
fn twice(article: &Article) -> impl Iterator<Item = String> {
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for (id, _) in article.things() {
        if !seen.insert(id) {
            twice.insert(id.to_string());
        }
    }
    twice.into_iter()
}

/// Reads an article from its two files; `slug` is its short name if the front matter gives none.
///
/// Total: whatever the files hold, there is an article, and every mistake is a problem.
pub fn read(
    source: &SourceFile,
    annotations: Option<&SourceFile>,
    slug: &str,
) -> (Article, Vec<Problem>) {
    let (mut article, mut problems) = read_text(source, slug);
    if let Some(annotations) = annotations {
        problems.extend(assemble::annotate(&mut article, annotations));
    }
    (article, problems)
}

fn read_text(source: &SourceFile, slug: &str) -> (Article, Vec<Problem>) {
    let parts = front::split(source.text());
    let (range, start) = parts.clone().unwrap_or((0..0, 0));
    let (mut meta, mut problems) = match parts {
        Some(_) => front::read(source, range, slug),
        None => front::missing(source, slug),
    };
    let report = Report::from_offset(source, start);
    let blocks = text::read(source.text().get(start..).unwrap_or_default(), &report);
    problems.extend(report.into_problems());
    let title = blocks.iter().find(|block| block.kind == BlockKind::Title);
    meta.title = title.map_or_else(String::new, |block| block.text.clone());
    (Article { meta, blocks, ..Article::default() }, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::Haystack;

    const TEXT: &str = "+++\nlanguage = \"en\"\n+++\n# T\n\n\
        He said it twice, said PM Mahdi. She said “no”, said PM Mahdi, and he said so.\n";

    fn annotated(annotations: &str) -> (Article, Haystack) {
        let text = SourceFile::from_text("article.md", TEXT);
        let annotations = SourceFile::from_text("annotations.toml", annotations);
        let (article, problems) = read(&text, Some(&annotations), "slug");
        assert_eq!(problems, []);
        let haystack = Haystack::new(&article);
        (article, haystack)
    }

    #[test]
    fn a_cue_is_the_one_nearest_to_its_quote() {
        let (article, text) = annotated("[quote.no]\ntext = \"“no”\"\ncue = \"said\"");
        let cue = article.quotes[0].cue.map(|cue| text.in_context(cue));
        assert_eq!(cue.as_deref(), Some("She {said} “no”,"));
        assert_eq!(text.printed(article.quotes[0].inner), "no");
    }

    #[test]
    fn a_name_may_be_looked_for_in_some_passages_only() {
        let (article, _) = annotated(
            "[entity.a]\nname = \"A. Mahdi\"\ntitles = [\"PM\"]\n\
             names = [{ name = \"Mahdi\", in = \"twice, said PM Mahdi\" }]\n\
             [entity.b]\nname = \"Mahdi\"\nexcept = \"twice, said PM Mahdi\"",
        );
        let named: Vec<&str> =
            article.mentions.iter().map(|mention| mention.entity.as_str()).collect();
        assert_eq!(named, ["a", "b"]);
        assert_eq!(article.entities[0].names, ["Mahdi", "PM Mahdi"]);
        assert!(!article.entities[0].name_in_article && article.entities[1].name_in_article);
    }

    #[test]
    fn the_longest_name_wins_wherever_it_is_listed() {
        let (article, text) =
            annotated("[entity.a]\nname = \"PM Mahdi\"\nnames = [\"Mahdi\", \"PM Mahdi\"]");
        let named: Vec<&str> =
            article.mentions.iter().map(|mention| text.printed(mention.span)).collect();
        assert_eq!(named, ["PM Mahdi", "PM Mahdi"]);
    }

    #[test]
    fn defaults_fill_what_a_table_lacks() {
        let (article, _) = annotated(
            "[default.entity]\nnote_confidence = \"high\"\nrole = \"head\"\n\
             [entity.b]\nname = \"Mahdi\"\nrole = \"tail\"",
        );
        let entity = &article.entities[0];
        assert_eq!(entity.role, "tail");
        assert_eq!(entity.note_confidence, Some(crate::article::Confidence::High));
    }
}
