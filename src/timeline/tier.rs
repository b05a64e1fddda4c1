//! Items of one class, sorted so that a window of them costs a few binary searches.

use super::item::Entry;
use super::tree::Tree;
use crate::article::order::sort;
use crate::time::Minutes;
use std::ops::Range;

/// Items in order of time. Positions are indices into `entries`.
#[derive(Clone, Debug, Default)]
pub(super) struct Tier {
    pub entries: Vec<Entry>,
    /// All ends (axis units), ascending.
    ends: Vec<i64>,
    /// The ends (minutes) by position.
    latest: Tree,
    /// The weights by position, the first of equals counting more.
    heaviest: Tree,
    /// Longest item, in axis units.
    pub longest: i64,
}

/// Room for a position below a weight.
const POSITIONS: i64 = 1 << 32;

impl Tier {
    /// Of entries in any order.
    pub fn new(unsorted: &[Entry]) -> Self {
        let mut order: Vec<_> = unsorted.iter().map(|e| e.from).zip(0..).collect();
        sort(&mut order);
        let entries: Vec<Entry> =
            order.iter().filter_map(|&(_, i)| unsorted.get(i as usize).copied()).collect();
        let mut ends: Vec<_> = entries.iter().map(|e| (e.to, 0)).collect();
        sort(&mut ends);
        let weights = entries.iter().enumerate();
        Self {
            latest: Tree::new(entries.iter().map(|e| e.end)),
            heaviest: Tree::new(
                weights.map(|(i, e)| (i64::from(e.weight) + 1) * POSITIONS - 1 - i as i64),
            ),
            ends: ends.iter().map(|end| end.0).collect(),
            longest: entries.iter().map(|e| e.to - e.from).max().unwrap_or(0),
            entries,
        }
    }

    /// How many start before a place on the axis: also the position of the first that does not.
    pub fn before(&self, place: f64) -> usize {
        self.entries.partition_point(|entry| (entry.from as f64) < place)
    }

    /// How many have ended at a place.
    fn ended(&self, place: f64) -> usize {
        self.ends.partition_point(|&end| end as f64 <= place)
    }

    /// How many started before a place and have not ended there.
    pub fn going_on(&self, place: f64) -> usize {
        self.before(place) - self.ended(place)
    }

    /// The positions of these, ascending, at most so many.
    pub fn each_going_on(&self, place: f64, most: usize) -> Vec<usize> {
        let before = self.before(place);
        if self.longest <= 1 {
            // Equal lengths: the ends are in the order of the starts.
            (self.ended(place)..before).take(most).collect()
        } else {
            self.latest.each_over(place, before, most)
        }
    }

    /// The latest end (minutes) among positions.
    pub fn latest_end(&self, among: Range<usize>) -> Minutes {
        self.latest.greatest(among.start, among.end)
    }

    /// The position of the heaviest among positions, the first of equals.
    pub fn heaviest(&self, among: Range<usize>) -> usize {
        let greatest = self.heaviest.greatest(among.start, among.end);
        (POSITIONS - 1 - greatest.rem_euclid(POSITIONS)) as usize
    }
}
