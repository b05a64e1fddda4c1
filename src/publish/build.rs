//! Writes articles into a folder that any static host can serve.

use super::Problem;
use crate::article::Article;
use std::path::Path;

/// Writes `SLUG/article.json` for each article.
///
/// # Errors
/// When a file cannot be written.
pub fn build(articles: &[&Article], out: &Path) -> Result<(), Problem> {
    for article in articles {
        let folder = out.join(&article.meta.slug);
        let file = folder.join("article.json");
        let written = serde_json::to_vec(article).map_err(std::io::Error::from).and_then(|json| {
            std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, json))
        });
        written.map_err(|error| {
            let message = format!("expected to write this file, found: {error}");
            Problem::about_file(file.display().to_string(), message)
        })?;
    }
    Ok(())
}
