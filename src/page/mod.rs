//! The page around an article that it never touches.
//!
//! The controls are Leptos components ([`frame`], rendered natively into `index.html`). In the
//! browser each file of this room finds its part of them and keeps it as the state says.

pub mod band;
pub mod band_keys;
pub mod bar;
pub mod bind;
pub mod card;
pub mod citation;
pub mod edges;
pub mod explorer;
pub mod find_box;
pub mod listeners;
pub mod model;
#[cfg(feature = "studio")]
mod near;
pub mod notices;
pub mod painting;
pub mod panel;
pub mod passage;
pub mod patch;
pub mod pieces;
pub mod press;
pub mod reading;
pub mod reading_settings;
#[cfg(feature = "studio")]
pub mod reshaped;
pub mod ruler;
pub mod selection;
pub mod share;
pub mod signal;
#[cfg(feature = "studio")]
pub mod stage;
pub mod track;

#[cfg(feature = "publish")]
mod desk_frame;
#[cfg(feature = "publish")]
mod frame;
#[cfg(feature = "publish")]
mod prerender;
#[cfg(feature = "publish")]
pub use prerender::{Parts, prerender, prerender_studio};

#[cfg(feature = "reader")]
mod live;
#[cfg(feature = "reader")]
pub use live::start;
