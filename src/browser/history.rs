//! The address bar: the link of the view, and the way back.

use super::dom::{document, window};
#[cfg(feature = "studio")]
pub use article::{hold, offered, share_by};
#[cfg(feature = "studio")]
use article::{with_article, without_article};
use wasm_bindgen::JsValue;

/// The fragment of the address, without `#`, as the browser keeps it.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let hash = hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash);
    #[cfg(feature = "studio")]
    let hash = without_article(&hash);
    hash
}

/// What the address says behind `?name=`; letters that had to be escaped stay so.
#[cfg(feature = "studio")]
pub fn query(name: &str) -> Option<String> {
    let query = window().location().search().unwrap_or_default();
    let mut parts = query.trim_start_matches('?').split('&');
    parts.find_map(|part| {
        let (known, value) = part.split_once('=').unwrap_or((part, ""));
        (known == name).then(|| value.to_owned())
    })
}

/// Puts another query (without `?`) and fragment into the address bar: as a new step, or in place
/// of the last.
#[cfg(feature = "studio")]
pub fn turn(query: &str, fragment: &str, push: bool) {
    let href = window().location().href().unwrap_or_default();
    let base = href.split(['?', '#']).next().unwrap_or_default();
    let mark = |sign: &str, part: &str| match part {
        "" => String::new(),
        part => format!("{sign}{part}"),
    };
    put(&format!("{base}{}{}", mark("?", query), mark("#", fragment)), push);
}

/// Whether the page comes from a site, and not from a file on the reader's disk.
#[cfg(feature = "studio")]
pub fn from_site() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}

/// The address of the page with this fragment.
pub fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    #[cfg(feature = "studio")]
    let fragment = &with_article(fragment);
    if fragment.is_empty() { base.to_owned() } else { format!("{base}#{fragment}") }
}

/// Puts the view's link into the address bar: as a new step, or in place of the last.
///
/// Browsers refuse too many of these in a short time; the link is then a step behind, which
/// the next one mends.
pub fn write(fragment: &str, push: bool) {
    put(&address(fragment), push);
}

fn put(address: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let title = document().title();
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, &title, Some(address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, &title, Some(address))
    };
}

/// One step back, as the browser's button does.
pub fn back() {
    let _ = window().history().map(|history| history.back());
}

/// The address of this page with an article and a view in it, and nothing of what this browser
/// keeps.
#[cfg(feature = "studio")]
pub fn address_with(packed: String, fragment: &str) -> String {
    format!("{}#{}", page(), article::joined(fragment, &packed))
}

/// The address of a view for somebody else, and what to call it.
#[cfg(not(feature = "studio"))]
pub fn to_share(fragment: &str) -> (String, &'static str) {
    (address(fragment), "Link")
}

/// The address of a view for somebody else, and what to call it.
#[cfg(feature = "studio")]
pub fn to_share(fragment: &str) -> (String, &'static str) {
    article::shared(fragment).unwrap_or_else(|| (address(fragment), "Link"))
}

/// The name in the address of the key of something that only this browser keeps.
#[cfg(feature = "studio")]
pub const KEPT: &str = "kept";

/// Whether this address leads to something that only this browser keeps.
#[cfg(feature = "studio")]
pub fn is_kept() -> bool {
    query(KEPT).is_some()
}

/// The address of this page alone.
#[cfg(feature = "studio")]
pub fn page() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// A whole article in the link: it stays there while the view changes.
#[cfg(feature = "studio")]
mod article {
    use std::cell::RefCell;

    /// Makes the address of a view for somebody else.
    type Sharer = Box<dyn Fn(&str) -> (String, &'static str)>;

    thread_local! {
        static SHARER: RefCell<Option<Sharer>> = const { RefCell::new(None) };
        static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// The key of the article in the fragment.
    const KEY: &str = "doc=";

    /// From now on addresses for somebody else are made so.
    pub fn share_by(sharer: impl Fn(&str) -> (String, &'static str) + 'static) {
        SHARER.set(Some(Box::new(sharer)));
    }

    pub(super) fn shared(fragment: &str) -> Option<(String, &'static str)> {
        SHARER.with_borrow(|sharer| sharer.as_ref().map(|sharer| sharer(fragment)))
    }

    /// Keeps this article in every link from now on; or none.
    pub fn hold(packed: Option<String>) {
        HELD.set(packed);
    }

    /// The article in the address, unless it is the one that is held.
    pub fn offered() -> Option<String> {
        let hash = super::window().location().hash().unwrap_or_default();
        let hash = hash.trim_start_matches('#');
        let packed = hash.split('&').find_map(|part| part.strip_prefix(KEY))?;
        let held = HELD.with_borrow(|held| held.as_deref() == Some(packed));
        (!held).then(|| packed.to_owned())
    }

    pub(super) fn without_article(fragment: &str) -> String {
        let parts: Vec<&str> = fragment.split('&').filter(|part| !part.starts_with(KEY)).collect();
        parts.join("&")
    }

    pub(super) fn with_article(fragment: &str) -> String {
        HELD.with_borrow(|held| match held {
            Some(packed) => joined(fragment, packed),
            None => fragment.to_owned(),
        })
    }

    pub(super) fn joined(fragment: &str, packed: &str) -> String {
        let before = if fragment.is_empty() { "" } else { "&" };
        format!("{fragment}{before}{KEY}{packed}")
    }
}
