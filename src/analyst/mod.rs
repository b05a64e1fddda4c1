//! From plain text to a draft of the annotations.

mod draft;
pub mod figures;
pub mod linking;
pub mod names;
pub mod quotations;
pub mod text;

pub use draft::{Named, named};
