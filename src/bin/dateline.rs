//! The publisher's command.
fn main() {}
