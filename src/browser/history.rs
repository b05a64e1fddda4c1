//! The address bar: the link of the view, and the way back.

use super::dom::{document, window};
use wasm_bindgen::JsValue;

/// The fragment of the address, without `#`, as the browser keeps it.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// The address of the page with this fragment.
pub fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    if fragment.is_empty() { base.to_owned() } else { format!("{base}#{fragment}") }
}

/// Puts the view's link into the address bar: as a new step, or in place of the last.
///
/// Browsers refuse too many of these in a short time; the link is then a step behind, which
/// the next one mends.
pub fn write(fragment: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let address = address(fragment);
    let title = document().title();
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, &title, Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, &title, Some(&address))
    };
}
