//! Where things are.

use std::path::{Path, PathBuf};

/// The package root.
pub fn root() -> PathBuf {
    // `cargo run` says where the package is now; it may have moved since it was built.
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What we installed ourselves, so as not to touch the reader's system: `bin` is inside.
pub fn tools() -> PathBuf {
    target().join("tools")
}
