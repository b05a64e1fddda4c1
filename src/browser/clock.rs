//! What time it is.

/// Milliseconds since 1970-01-01T00:00Z.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// How many minutes the reader's clock is behind UTC: −120 in Berlin in summer.
pub fn behind() -> i32 {
    js_sys::Date::new_0().get_timezone_offset() as i32
}
