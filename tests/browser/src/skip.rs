//! A test that cannot run in an engine says so instead of passing.

use std::panic::panic_any;

/// Why a test did not run.
#[derive(Debug)]
pub struct Skipped(pub String);

/// Ends the running test as skipped.
pub fn skip(reason: impl Into<String>) -> ! {
    panic_any(Skipped(reason.into()))
}
