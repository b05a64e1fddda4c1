//! Any article: opened, read, corrected, kept, exported and shared in the reader's browser.
//!
//! The page is the reader's with a desk over it. The start screen opens an article; the
//! analyst reads it in a worker ([`analyst`]); the [`desk`] holds the draft with the reader's
//! corrections and puts the result into the page.

#[cfg(feature = "studio")]
mod analyst;
#[cfg(feature = "studio")]
mod desk;
#[cfg(feature = "studio")]
mod keeping;
#[cfg(feature = "studio")]
mod library;
#[cfg(feature = "studio")]
mod opened;
#[cfg(feature = "studio")]
mod opening;

#[cfg(feature = "publish")]
mod frame;
#[cfg(feature = "publish")]
pub use frame::prerender;

/// Makes the page live.
#[cfg(feature = "studio")]
pub fn start() {
    let explorer = crate::page::start();
    let desk = desk::Desk::new(explorer);
    let opening = opening::live(desk);
    let keeping = keeping::live(desk, opening);
    library::live(keeping);
}
