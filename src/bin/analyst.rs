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

/// Something of everything: what is made when first needed is made before an article comes.
const FIRST: &str = "Some news\n\nBy Jane Doe\n\nPARIS (Reuters) - Prime Minister John Smith said \
    on Monday that some 200 troops would leave Iraq in 2014. “We will act,” he said. The US \
    military denied last week that it had attacked Basra before the 2003 invasion.";

fn main() {
    read(FIRST, "2014-01-08", "");
}
