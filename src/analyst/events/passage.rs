//! The words that tell an event.

use super::scene::Scene;
use std::ops::Range;

/// A passage without conjunctions and commas at its ends.
pub(super) fn trimmed(scene: &Scene, passage: Range<usize>) -> Range<usize> {
    let text = scene.text;
    let (mut start, mut end) = (passage.start, passage.end.min(text.tokens.len()));
    let loose = |at: usize| {
        matches!(text.word(at), "," | ";" | ":" | "—" | "–" | "--" | "-")
            || text.is_in(at, " and or but ")
    };
    while start < end && loose(start) {
        start += 1;
    }
    while end > start && loose(end - 1) {
        end -= 1;
    }
    start..end
}
