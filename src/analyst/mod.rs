//! From plain English news text to a draft of its annotations.
//!
//! Everything here is pure: text in, findings out. Offsets are Unicode scalars.

pub mod dates;
