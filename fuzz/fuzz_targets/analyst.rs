//! Any bytes: the analyst finds something or nothing, in bounds and in order, and stops.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/within/mod.rs"]
mod within;

fuzz_target!(|bytes: &[u8]| within::stays_within(&String::from_utf8_lossy(bytes)));
