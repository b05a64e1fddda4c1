//! Any article: opened, read, corrected, kept, exported and shared in the reader's browser.
//!
//! The page is the reader's with a desk over it. The start screen opens an article; the
//! analyst reads it in a worker ([`analyst`]); the [`desk`] holds the draft with the reader's
//! corrections and puts the result into the page.

#[cfg(feature = "studio")]
mod about;
#[cfg(feature = "studio")]
mod analyst;
#[cfg(feature = "studio")]
mod backup;
#[cfg(feature = "studio")]
mod desk;
#[cfg(feature = "studio")]
mod handed;
#[cfg(feature = "studio")]
mod keeping;
#[cfg(feature = "studio")]
mod library;
#[cfg(feature = "studio")]
mod marking;
#[cfg(feature = "studio")]
mod mend;
#[cfg(feature = "studio")]
mod merging;
#[cfg(feature = "studio")]
mod offline;
#[cfg(feature = "studio")]
mod opened;
#[cfg(feature = "studio")]
mod opening;
#[cfg(feature = "studio")]
mod share;
#[cfg(feature = "studio")]
mod single;

#[cfg(feature = "publish")]
mod frame;
#[cfg(feature = "publish")]
pub use frame::prerender;

/// Makes the page live.
#[cfg(feature = "studio")]
pub fn start() {
    let explorer = crate::page::start();
    let writer = crate::browser::chance::name();
    let desk = desk::Desk::new(explorer, &writer);
    desk::live(desk);
    crate::page::stage::print_whole(explorer);
    let opening = opening::live(desk);
    mend::live(desk);
    marking::live(desk);
    merging::live(desk);
    about::live(desk);
    share::live(desk);
    if single::is_single() {
        desk.take(single::work);
    }
    handed::live(desk, std::rc::Rc::clone(&opening));
    let keeping = keeping::live(desk, std::rc::Rc::clone(&opening), writer);
    offline::live(desk, opening, std::rc::Rc::clone(&keeping));
    backup::live(std::rc::Rc::clone(&keeping));
    library::live(keeping);
}

/// What stands in a field of a form, of any sort.
#[cfg(feature = "studio")]
fn value_of(field: &web_sys::HtmlElement) -> String {
    let value = js_sys::Reflect::get(field, &"value".into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts words into a field of a form.
#[cfg(feature = "studio")]
fn set_value(field: &web_sys::HtmlElement, words: &str) {
    let _ = js_sys::Reflect::set(field, &"value".into(), &words.into());
}
