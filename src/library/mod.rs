//! The articles that a reader keeps: what is remembered of each, how two states of one are
//! brought together, how they are found, listed and backed up.
//!
//! Plain data and pure functions. Where it is stored is the browser's business; the time is
//! given, in milliseconds since 1970-01-01T00:00Z.

mod ago;
mod backup;
mod entry;
mod record;
mod search;
mod split;

pub use ago::ago;
pub use backup::{BackupError, Counts, FILE_END, FILE_START, file_name, item, read_item};
pub use entry::{Entry, next_key, order, print, purge, twin, undone};
pub use record::{Record, joined};
pub use search::{Haystack, Query, haystack, words};
pub use split::Splitter;
