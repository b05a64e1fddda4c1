//! The page: Leptos components, one file each, around an article that Leptos never touches.
//!
//! Rendered natively in its default state into `index.html`, and taken over from there in
//! the browser.

mod bar;
mod card;
mod citation;
mod explorer;
mod find_box;
mod help;
mod listeners;
mod live_parts;
mod model;
mod notices;
mod painting;
mod panel;
mod passage;
mod reading;
mod reading_settings;
mod ruler;
mod selection;
mod share;

#[cfg(feature = "publish")]
mod prerender;
#[cfg(feature = "publish")]
pub use prerender::{Parts, prerender};

#[cfg(feature = "reader")]
mod live;
#[cfg(feature = "reader")]
pub use live::start;
