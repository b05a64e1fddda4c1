//! JSON: our own articles, and timelines of TimelineJS.

mod check;
mod timeline;

use super::{Form, Opened, Refusal};
use crate::article::Article;
use serde_json::Value;

/// Reads JSON: an article, `{"article": …, "view": …}`, or a timeline.
pub(super) fn open(text: &str) -> Result<Opened, Refusal> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| Refusal::Json(error.to_string()))?;
    if value["blocks"].is_array() {
        return article(text, Form::Json);
    }
    if value["article"]["blocks"].is_array() {
        let mut opened = article(&value["article"].to_string(), Form::Json)?;
        opened.view = value["view"].as_str().map(str::to_owned);
        return Ok(opened);
    }
    if value["events"].is_array() {
        return timeline::open(&value);
    }
    Err(Refusal::Json("found neither `blocks` nor `events` in it".into()))
}

/// Reads the JSON of an article, whole, with its annotations.
pub(super) fn article(text: &str, form: Form) -> Result<Opened, Refusal> {
    let mut article =
        Article::from_json(text.trim()).map_err(|error| Refusal::Json(error.to_string()))?;
    if !article.blocks.iter().any(|block| !block.text.trim().is_empty()) {
        return Err(Refusal::NoArticle);
    }
    let left_out = check::check(&mut article);
    let annotated = !(article.entities.is_empty()
        && article.times.is_empty()
        && article.events.is_empty()
        && article.quotes.is_empty()
        && article.figures.is_empty()
        && article.notes.is_empty());
    let mut remarks = Vec::new();
    if left_out > 0 {
        remarks.push(format!("Left out: {left_out} marks that do not fit the text."));
    }
    Ok(Opened { article, form, annotated, remarks, view: None })
}
