//! `dateline import`: any file as an article's folder, its text or its JSON.

use super::{ANNOTATIONS_FILE, ARTICLE_FILE, Problem, summary};
use crate::analyst::{self, dates::Given};
use crate::export::file_stem;
use crate::export::folder::{annotations_toml, article_md};
use crate::intake::{self, Extent};
use std::path::Path;

/// What is made of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A folder with the two files that a publisher edits.
    Source,
    /// The text as `article.md`, printed.
    Markdown,
    /// The article with its annotations as JSON, printed.
    Json,
}

impl Form {
    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "source" => Some(Self::Source),
            "markdown" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// What was done.
#[derive(Debug)]
pub struct Done {
    /// What goes to standard output.
    pub printed: String,
    /// What the publisher should know.
    pub remarks: Vec<String>,
}

/// Opens a file and makes an article of it; one without annotations gets a draft of them. `extent`
/// says whether lines of the page around it are left out.
///
/// # Errors
/// When the file cannot be read, is no article, or the folder cannot be written. A folder that
/// holds an article already is left as it is.
pub fn import(
    file: &Path,
    extent: Extent,
    form: Form,
    out: Option<&Path>,
) -> Result<Done, Problem> {
    let about = |message: String| Problem::about_file(file.display().to_string(), message);
    let bytes = std::fs::read(file)
        .map_err(|error| about(format!("expected a file to read, found: {error}")))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let opened =
        intake::open_to(&name, &bytes, extent).map_err(|refusal| about(refusal.to_string()))?;
    let left_out = opened.left_out_in_words().map(|words| format!("{words} `--all` keeps them."));
    let mut article = opened.article;
    if !opened.annotated {
        let given = Given::of(&article.meta);
        article = analyst::annotate(article, given);
    }
    let remarks = opened.remarks.into_iter().chain(left_out).collect();
    let printed = match form {
        Form::Markdown => article_md(&article),
        Form::Json => serde_json::to_string(&article)
            .map(|json| json + "\n")
            .map_err(|error| about(format!("expected an article that JSON can hold: {error}")))?,
        Form::Source => {
            let folder = out.unwrap_or(Path::new(".")).join(file_stem(&article));
            write(&folder, ARTICLE_FILE, &article_md(&article))?;
            write(&folder, ANNOTATIONS_FILE, &annotations_toml(&article))?;
            format!("{}: {}\n", folder.display(), summary(&article))
        }
    };
    Ok(Done { printed, remarks })
}

/// Writes a new file; never over one that is there.
fn write(folder: &Path, name: &str, content: &str) -> Result<(), Problem> {
    let file = folder.join(name);
    let written = std::fs::create_dir_all(folder).and_then(|()| {
        let mut new = std::fs::File::create_new(&file)?;
        std::io::Write::write_all(&mut new, content.as_bytes())
    });
    written.map_err(|error| {
        Problem::about_file(
            file.display().to_string(),
            format!("expected to write a new file, found: {error}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_anybody_is_written_inside_the_folder() {
        let place = std::env::temp_dir().join(format!("dateline-import-{}", std::process::id()));
        let (out, file) = (place.join("a/b/out"), place.join("hostile.json"));
        std::fs::create_dir_all(&out).expect("a folder for the test");
        let json = r#"{"meta":{"slug":"../../x","title":"T","language":"en"},
            "blocks":[{"kind":"paragraph","part":"body","text":"They met on Monday."}]}"#;
        std::fs::write(&file, json).expect("a file for the test");
        let done = import(&file, Extent::Article, Form::Source, Some(&out));
        let (inside, outside) = (out.join("x").is_dir(), place.join("a/x").exists());
        let _ = std::fs::remove_dir_all(&place);
        assert!(done.is_ok() && inside && !outside, "{done:?}");
    }
}
