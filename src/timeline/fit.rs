//! The scale that fits: where the axis is cut, and why there.
//!
//! Dated items put *posts* on the axis: their starts and their ends. A stretch between two
//! posts is cut when it is over ten times as long as the *rhythm*, the median interval between
//! the starts of the finest dates. So a year known only as a year is cut inside as well (a
//! *fold*: a bar as wide as a break, instead of a year that leaves no room for the week that
//! the story is about), and the years around it, in which nothing happens, are *gaps*.
//!
//! Undated items put no posts, or everything they allow would be drawn true to time; they are
//! drawn across the breaks. Two exceptions keep them visible: the earliest and the latest time
//! of all are posts, and so are both ends of an item that lies within one cut.

use super::item::{Entry, Shape};
use super::scale::{Scale, Span};
use crate::article::order::sort;
use crate::time::{MINUTES_PER_DAY, Minutes};

/// How many times the rhythm a stretch must be longer to be cut.
const LONG: i64 = 10;

/// At most so many cuts: with more, only the longest.
const MOST_CUTS: usize = 512;

/// The median interval between different starts of dates of a day or finer. With fewer than
/// three such, the median of all stretches between posts. At least a minute.
pub(super) fn rhythm(entries: &[Entry]) -> Minutes {
    let fine = entries.iter().filter(|entry| entry.is_moment_within(MINUTES_PER_DAY));
    let mut starts: Vec<_> = fine.map(|entry| (entry.start, 0)).collect();
    sort(&mut starts);
    starts.dedup();
    if starts.len() < 3 {
        starts = posts(entries, &|entry| entry.shape != Shape::Undated);
        starts.dedup_by_key(|post| post.0);
    }
    let mut intervals: Vec<_> =
        starts.iter().zip(starts.iter().skip(1)).map(|(a, b)| (b.0 - a.0, 0)).collect();
    sort(&mut intervals);
    let middle = intervals.len().saturating_sub(1) / 2;
    intervals.get(middle).map_or(MINUTES_PER_DAY, |interval| interval.0)
}

/// The scale. `whole` is the earliest and the latest time of all.
pub(super) fn scale(entries: &[Entry], whole: (Minutes, Minutes), rhythm: Minutes) -> Scale {
    let mut posts = posts(entries, &|entry| entry.shape != Shape::Undated);
    posts.extend([(whole.0, STAYS), (whole.1, STAYS)]);
    sort(&mut posts);
    let longest = rhythm.saturating_mul(LONG);
    let cuts: Vec<_> = stretches(&posts).filter(|(from, to, _)| to - from > longest).collect();
    let hidden = |entry: &Entry| {
        let next = cuts.partition_point(|cut| cut.0 <= entry.start);
        let cut = next.checked_sub(1).and_then(|last| cuts.get(last));
        entry.shape == Shape::Undated && cut.is_some_and(|cut| entry.end <= cut.1)
    };
    posts.extend(self::posts(entries, &hidden));
    sort(&mut posts);

    let mut lengths: Vec<_> = stretches(&posts).map(|(from, to, _)| (from - to, 0)).collect();
    sort(&mut lengths);
    let longest = lengths.get(MOST_CUTS).map_or(longest, |length| longest.max(-length.0));
    let spans = stretches(&posts).map(|(from, to, covered)| {
        let span = match (to - from > longest, covered) {
            (false, _) => Span::Live,
            (true, false) => Span::Gap,
            (true, true) => Span::Fold,
        };
        (to, span)
    });
    Scale::new(whole.0, spans)
}

/// What happens at a post, so that posts can be sorted as pairs.
const ENDS: u32 = 0;
const STAYS: u32 = 1;
const STARTS: u32 = 2;

/// The sorted posts of some of the items.
fn posts(entries: &[Entry], of: &dyn Fn(&Entry) -> bool) -> Vec<(i64, u32)> {
    let mut posts = Vec::new();
    for entry in entries.iter().filter(|entry| of(entry)) {
        match (entry.open_start, entry.open_end) {
            (false, false) => posts.extend([(entry.start, STARTS), (entry.end, ENDS)]),
            (false, true) => posts.push((entry.start, STAYS)),
            (true, false) => posts.push((entry.end, STAYS)),
            (true, true) => {}
        }
    }
    sort(&mut posts);
    posts
}

/// From, to and whether an item lasts all through it: each stretch between different posts.
fn stretches(posts: &[(i64, u32)]) -> impl Iterator<Item = (i64, i64, bool)> {
    let mut covers = 0_usize;
    posts.iter().zip(posts.iter().skip(1)).filter_map(move |(&(from, what), &(to, _))| {
        match what {
            ENDS => covers = covers.saturating_sub(1),
            STAYS => {}
            _ => covers += 1,
        }
        (from < to).then_some((from, to, covers > 0))
    })
}
