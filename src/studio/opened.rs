//! What the analyst says of a file, read back.

use crate::article::{Article, Block};
use crate::intake::Opened;

/// What was opened.
///
/// # Errors
/// When it is not what our own analyst writes.
pub fn opened(json: &str) -> Result<Opened, String> {
    serde_json::from_str(json).map_err(|error| broken(&error.to_string()))
}

/// A part of what was found: an article without blocks.
///
/// # Errors
/// When it is not what our own analyst writes.
pub fn article(json: &str) -> Result<Article, String> {
    Article::from_json(json).map_err(|error| broken(&error.to_string()))
}

/// One article of the parts of what was found, and its blocks.
pub fn joined(parts: Vec<Article>, blocks: Vec<Block>) -> Article {
    let mut parts = parts.into_iter();
    let mut whole = Article { blocks, ..parts.next().unwrap_or_default() };
    for part in parts {
        whole.entities.extend(part.entities);
        whole.mentions.extend(part.mentions);
        whole.times.extend(part.times);
        whole.events.extend(part.events);
        whole.quotes.extend(part.quotes);
        whole.figures.extend(part.figures);
        whole.found.extend(part.found);
    }
    whole
}

fn broken(why: &str) -> String {
    format!("The analyst's answer could not be read ({why}). Loading the page again may help.")
}
