//! The program that takes files apart that are more than plain text: HTML, Markdown, JSON. It runs
//! in the analyst's worker, and is loaded when there is such a file or nothing better to do.

use dateline::intake::{self, Extent};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes a file apart; gives what was opened as JSON. `all` keeps the menus and notices of the page
/// around pasted words as well.
///
/// # Errors
/// When there is no article in it; says what it is and what to do.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8], all: bool) -> Result<String, String> {
    let extent = if all { Extent::All } else { Extent::Article };
    let opened = intake::open_to(name, bytes, extent).map_err(|refusal| refusal.to_string())?;
    Ok(serde_json::to_string(&opened).unwrap_or_default())
}

fn main() {}
