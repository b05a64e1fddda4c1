//! Any bytes under any usual name: intake refuses them or makes a sound article, and stops.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/opened/mod.rs"]
mod opened;

fuzz_target!(|bytes: &[u8]| opened::stays_sound(bytes));
