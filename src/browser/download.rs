//! Files that the page hands to the reader.

use super::dom::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers bytes as a file, as if a link to it had been pressed.
///
/// # Errors
/// When the browser makes no file of them.
pub fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    offer_parts(name, media_type, &js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))
}

/// A part of a file.
///
/// # Errors
/// When the browser makes none.
pub fn part(strings: &js_sys::Array) -> Result<Blob, JsValue> {
    Blob::new_with_str_sequence(strings)
}

/// The same for a file of many parts, [`part`]s or bytes: they need not be put together before.
///
/// # Errors
/// When the browser makes no file of them.
pub fn offer_parts(name: &str, media_type: &str, parts: &js_sys::Array) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken it when the click is over; big files want a moment more.
    super::events::after(FORGET_AFTER, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Milliseconds.
const FORGET_AFTER: u32 = 60_000;
