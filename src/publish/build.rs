//! Writes articles into a folder that any static host can serve, under any path.

use super::page::{self, Assets};
use super::{Problem, problem, single};
use crate::article::Article;
use std::collections::BTreeSet;
use std::path::Path;

/// Writes the pages: the first article as `index.html`, and where there are several, each as
/// `SLUG/index.html`.
///
/// # Errors
/// When two articles would be in one folder, or a file cannot be written.
pub fn build(articles: &[&Article], assets: &Assets, out: &Path) -> Result<(), Problem> {
    let mut names = BTreeSet::new();
    if let Some(again) = articles.iter().find(|article| !names.insert(&article.meta.slug)) {
        let message = format!(
            "expected a `slug` of its own for each article, found `{}` twice",
            again.meta.slug
        );
        return Err(Problem::about_file(out.display().to_string(), message));
    }
    if let Some(first) = articles.first() {
        write(&out.join("index.html"), &page::html(first, assets, ""))?;
    }
    if let Some(page) = page::studio(assets) {
        write(&out.join(page::STUDIO_PAGE), &page)?;
    }
    if let Some(studio) = &assets.studio {
        let kit = single::kit(assets, studio, out)?;
        write(&out.join(single::KIT_FILE), &serde_json::to_string(&kit).unwrap_or_default())?;
    }
    if articles.len() > 1 {
        for article in articles {
            let file = out.join(&article.meta.slug).join("index.html");
            write(&file, &page::html(article, assets, "../"))?;
        }
    }
    Ok(())
}

/// Reads the list of the page's files.
///
/// # Errors
/// When the file cannot be read or is no such list.
pub fn read_assets(file: &Path) -> Result<Assets, Problem> {
    let read = std::fs::read(file).and_then(|json| Ok(serde_json::from_slice(&json)?));
    read.map_err(|error| problem::about(file, "expected a list of the page’s files", &error))
}

fn write(file: &Path, content: &str) -> Result<(), Problem> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, content))
        .map_err(|error| problem::about(file, "expected to write this file", &error))
}
