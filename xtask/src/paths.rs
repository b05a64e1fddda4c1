//! Where things are.

use std::path::{Path, PathBuf};

/// The package root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What we installed ourselves, so as not to touch the reader's system: `bin` is inside.
pub fn tools() -> PathBuf {
    target().join("tools")
}
