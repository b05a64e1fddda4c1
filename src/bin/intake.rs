//! The program that takes files apart that are more than plain text: HTML, Markdown, JSON. It runs
//! in the analyst's worker, and is loaded when there is such a file or nothing better to do.

use dateline::intake;
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes a file apart; gives what was opened as JSON.
///
/// # Errors
/// When there is no article in it; says what it is and what to do.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8]) -> Result<String, String> {
    let opened = intake::open(name, bytes).map_err(|refusal| refusal.to_string())?;
    Ok(serde_json::to_string(&opened).unwrap_or_default())
}

fn main() {}
