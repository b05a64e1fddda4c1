//! A link handed over: to the system's share sheet where there is one, else to the clipboard.

use super::explorer::Explorer;
use crate::browser::{dom, history, share};

/// Offers an address.
pub fn offer(explorer: Explorer, fragment: &str) {
    let (address, what) = history::to_share(fragment);
    if share::can_share() && dom::matches("(pointer: coarse)") {
        share::share(&explorer.model().article.meta.title, &address);
    } else {
        explorer.copy(&address, what);
    }
}
