//! From plain English news text to a draft of its annotations.
//!
//! Everything here is pure: text in, findings out. Offsets are Unicode scalars.

pub mod dates;
mod doubt;
mod draft;
mod effort;
pub mod events;
pub mod figures;
pub mod linking;
mod named;
pub mod names;
pub mod quotations;
mod read;
pub mod text;

pub use doubt::Doubt;
pub use draft::{annotate, annotate_with, blocks, draft, paragraphs};
pub use named::{Named, named, named_with};
pub use read::{Analysis, read, read_with};
