//! The analyst's program: it runs in a Web Worker, and is loaded only when an article is
//! opened.

use dateline::analyst::dates::{Given, parse_day};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a plain English text into an article with a draft of its annotations, as JSON.
///
/// `published` is the day of publication, `written` the day it was written, which counts for
/// more; both as in 2020-01-08, and what is no day is ignored.
#[wasm_bindgen]
pub fn read(text: &str, published: &str, written: &str) -> String {
    let given = match (parse_day(written), parse_day(published)) {
        (Some(day), _) => Given::Written(day),
        (None, Some(day)) => Given::Published(day),
        (None, None) => Given::Nothing,
    };
    let article = dateline::analyst::draft(text, given);
    serde_json::to_string(&article).unwrap_or_default()
}

/// Unpacks lists and weights, so that the first article does not wait for them.
fn main() {
    dateline::analyst::draft("News of the day.", Given::Nothing);
}
