//! HTML taken apart: its tree, how its elements look, the blocks in it.

mod blocks;
mod build;
mod look;
mod tags;
mod tree;
mod writer;

pub use blocks::blocks;
pub use build::build;
pub use look::is_hidden;
pub use tags::{is_heading, is_never_words, is_phrasing};
pub use tree::{NodeId, Step, Tree, one_line};
