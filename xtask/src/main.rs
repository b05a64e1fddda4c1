//! Builds, serves and tests Dateline.
fn main() {}
