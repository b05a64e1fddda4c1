//! Handing words to the clipboard or to the system's share sheet.

use super::dom::{document, window};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::*};

#[wasm_bindgen]
extern "C" {
    type Sharing;
    #[wasm_bindgen(method, getter)]
    fn share(this: &Sharing) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Sharing) -> Option<web_sys::Clipboard>;
}

fn abilities() -> Sharing {
    window().navigator().unchecked_into()
}

/// Whether the system has a share sheet.
pub fn can_share() -> bool {
    abilities().share().is_function()
}

/// Opens the share sheet.
pub fn share(title: &str, address: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let _ = window().navigator().share_with_data(&data);
}

/// Copies words; then tells whether it worked.
pub fn copy(words: &str, done: impl Fn(bool) + 'static) {
    let Some(clipboard) = abilities().clipboard() else {
        return done(copy_by_selection(words));
    };
    let words = words.to_owned();
    let done = Rc::new(done);
    let otherwise = Rc::clone(&done);
    let _ = clipboard
        .write_text(&words)
        .then2(answer(move || done(true)), answer(move || otherwise(copy_by_selection(&words))));
}

/// What a promise calls, in one way or the other; it stays as long as the page.
fn answer(call: impl Fn() + 'static) -> &'static Closure<dyn FnMut(JsValue)> {
    Box::leak(Box::new(Closure::new(move |_| call())))
}

/// The old way, for pages opened from disk and browsers that ask for it.
fn copy_by_selection(words: &str) -> bool {
    let document = document();
    let copied = || -> Option<bool> {
        let field = document.create_element("textarea").ok()?;
        let field: web_sys::HtmlTextAreaElement = field.dyn_into().ok()?;
        field.set_value(words);
        field.set_class_name("unseen");
        document.body()?.append_child(&field).ok()?;
        field.select();
        let copied = document.unchecked_ref::<Commands>().exec_command("copy");
        field.remove();
        Some(copied)
    };
    copied().unwrap_or(false)
}

#[wasm_bindgen]
extern "C" {
    type Commands;
    #[wasm_bindgen(method, js_name = execCommand)]
    fn exec_command(this: &Commands, command: &str) -> bool;
}
