//! Where a browser finds a text fragment: to make sure that what we write means one place.
//!
//! A browser takes the first match by base letters (case and accents aside), white space
//! collapsed, the outermost ends at word boundaries. It takes no account of edits.
//! <https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document>

use super::fragment::TextFragment;
use super::plain::{Plain, is_boundary};

/// Where the fragment matches in a text that was made plain by `plain`, in order. A browser
/// uses [`Plain::loose`].
pub fn matches<'a>(
    text: &'a Plain,
    plain: fn(&str) -> Plain,
    fragment: &TextFragment,
) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let part = |part: &str| plain(part.trim()).chars;
    let (prefix, start) = (part(&fragment.prefix), part(&fragment.start));
    let (end, suffix) = (part(&fragment.end), part(&fragment.suffix));
    let firsts = text.occurrences(&start).into_iter().filter(move |&at| {
        if prefix.is_empty() {
            is_boundary(&text.chars, at)
        } else {
            stands_before(text, at, &prefix)
        }
    });
    let ends = text.occurrences(&end);
    firsts.filter_map(move |at| {
        let first_end = at + start.len();
        let closes = |&end: &usize| {
            if suffix.is_empty() {
                is_boundary(&text.chars, end)
            } else {
                stands_behind(text, end, &suffix)
            }
        };
        if end.is_empty() {
            return Some(first_end).filter(closes).map(|end| (at, end));
        }
        let later = ends.get(ends.partition_point(|&place| place < first_end)..)?;
        let mut later = later.iter().filter(|&&place| is_boundary(&text.chars, place));
        is_boundary(&text.chars, first_end).then_some(())?;
        later.find_map(|place| Some(place + end.len()).filter(closes)).map(|end| (at, end))
    })
}

/// Whether the words end at `at`, or before the space there, and begin a word.
fn stands_before(text: &Plain, at: usize, words: &[char]) -> bool {
    let ends_at = |end: usize| {
        let start = end.checked_sub(words.len());
        start.is_some_and(|start| text.has(start, words) && is_boundary(&text.chars, start))
    };
    let space = at.checked_sub(1).filter(|&before| text.has(before, &[' ']));
    ends_at(at) || space.is_some_and(ends_at)
}

/// Whether the words begin at `at`, or behind the space there, and end a word.
fn stands_behind(text: &Plain, at: usize, words: &[char]) -> bool {
    let at = at + usize::from(text.has(at, &[' ']));
    text.has(at, words) && is_boundary(&text.chars, at + words.len())
}
