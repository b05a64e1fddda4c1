//! From plain text to a draft of the annotations.

pub mod names;
pub mod text;
