//! Files one after another, and the example.

use super::Opening;
use crate::browser::fetch;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// The largest file that is looked into, in bytes; the analyst refuses smaller ones with better
/// reasons.
const MOST_BYTES: f64 = 25.0 * 1024.0 * 1024.0;

/// The page of the site's first article.
const EXAMPLE: &str = "index.html";

impl Opening {
    /// Opens the first article of this site.
    pub fn example(self: &Rc<Self>) {
        let opening = Rc::clone(self);
        spawn_local(async move {
            match fetch::bytes(EXAMPLE).await {
                Some(page) => opening.open("example.html", &page),
                None => opening.refuse("The example could not be loaded.".into()),
            }
        });
    }

    /// Opens these, one after another.
    pub fn take(self: &Rc<Self>, mut all: Vec<File>) {
        all.reverse();
        self.reasons.take();
        self.waiting.replace(all);
        self.next_file();
    }

    /// Reads the next file that waits, if one does.
    pub(super) fn next_file(self: &Rc<Self>) {
        let next = self.waiting.borrow_mut().pop();
        let Some(file) = next else {
            // Those that were read stand on the desk and in the list.
            let reasons = self.reasons.take();
            if !reasons.is_empty() && self.desk.has_article() {
                self.desk.explorer.say(reasons.join(" "));
            }
            return;
        };
        if file.size() > MOST_BYTES {
            let size = (file.size() / 1e6).round();
            self.refuse(format!(
                "“{}” has {size} MB. Expected an article, at most 20 MB.",
                file.name()
            ));
            return self.next_file();
        }
        let opening = Rc::clone(self);
        spawn_local(async move {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => {
                    opening.bytes(&file.name(), &js_sys::Uint8Array::new(&buffer).to_vec());
                }
                Err(_) => {
                    opening.refuse(format!(
                        "The browser could not read “{}”. It may have been moved; choose it again.",
                        file.name()
                    ));
                    opening.next_file();
                }
            }
        });
    }
}
