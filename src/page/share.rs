//! A link handed over: to the system's share sheet where there is one, else to the clipboard.

use super::explorer::Explorer;
use crate::browser::{dom, share};

/// Offers an address.
pub fn offer(explorer: Explorer, address: &str) {
    if share::can_share() && dom::matches("(pointer: coarse)") {
        share::share(&explorer.model().article.meta.title, address);
    } else {
        explorer.copy(address, "Link");
    }
}
