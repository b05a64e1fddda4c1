//! Files of this site.

use super::dom::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file; none if it cannot be had.
pub async fn bytes(path: &str) -> Option<Vec<u8>> {
    let answer: Response =
        JsFuture::from(window().fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
