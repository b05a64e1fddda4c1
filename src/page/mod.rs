//! The page: Leptos components, one file each, around an article that Leptos never touches.
//!
//! Rendered natively in its default state into `index.html`, and taken over from there in
//! the browser.

pub mod band;
pub mod band_keys;
pub mod bar;
pub mod bind;
pub mod card;
pub mod citation;
pub mod explorer;
pub mod find_box;
pub mod listeners;
pub mod model;
pub mod notices;
pub mod painting;
pub mod panel;
pub mod passage;
pub mod patch;
pub mod pieces;
pub mod reading;
pub mod reading_settings;
pub mod ruler;
pub mod selection;
pub mod share;
pub mod track;

#[cfg(feature = "publish")]
mod frame;
#[cfg(feature = "publish")]
mod prerender;
#[cfg(feature = "publish")]
pub use prerender::{Parts, prerender};

#[cfg(feature = "reader")]
mod live;
#[cfg(feature = "reader")]
pub use live::start;
