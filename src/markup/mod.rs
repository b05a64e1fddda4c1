//! From an article to HTML text, escaped in one place.
//!
//! The same words stand in the lists of the page without script and on the cards of the
//! live page: [`entries`] writes each thing once.

pub mod about;
pub mod axis;
pub mod body;
pub mod entries;
pub mod escape;
pub mod layers;
pub mod lists;
pub mod single;
pub mod template;
mod whole;
pub mod words;

mod dates;
mod source;

pub use body::part;
pub use source::{Plan, Source};
pub use whole::Whole;
