//! What is remembered between visits, where the reader allows it.

use super::dom::window;

/// What was kept under this key.
pub fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value. False where storage is blocked or full.
pub fn write(key: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|s| s.set_item(key, value).is_ok())
}
