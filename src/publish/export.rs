//! Writing an article's other forms into files.

use super::Problem;
use crate::article::Article;
use crate::export::{Form, export};
use std::path::Path;

/// The forms of a word on the command line: one, or `all`.
///
/// # Errors
/// When there is no such form; the message names those there are.
pub fn forms(word: &str) -> Result<Vec<Form>, String> {
    let found: Vec<Form> =
        Form::ALL.into_iter().filter(|form| word == "all" || form.word() == word).collect();
    if found.is_empty() {
        let known: Vec<&str> = Form::ALL.into_iter().map(Form::word).collect();
        return Err(format!("expected one of {}, all; found “{word}”", known.join(", ")));
    }
    Ok(found)
}

/// Writes a form into a file.
///
/// # Errors
/// When the file cannot be written.
pub fn write(article: &Article, form: Form, file: &Path) -> Result<(), Problem> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let written =
        std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, export(article, form)));
    written.map_err(|error| {
        let message = format!("expected to write this file, found: {error}");
        Problem::about_file(file.display().to_string(), message)
    })
}
