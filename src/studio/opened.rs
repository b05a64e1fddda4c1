//! What the analyst says of a file, read back.

use crate::article::Article;
use crate::intake::Opened;

/// What was opened.
///
/// # Errors
/// When it is not what our own analyst writes.
pub fn opened(json: &str) -> Result<Opened, String> {
    serde_json::from_str(json).map_err(|error| broken(&error.to_string()))
}

/// The article with its draft.
///
/// # Errors
/// When it is not what our own analyst writes.
pub fn article(json: &str) -> Result<Article, String> {
    Article::from_json(json).map_err(|error| broken(&error.to_string()))
}

fn broken(why: &str) -> String {
    format!("The analyst's answer could not be read ({why}). Loading the page again may help.")
}
