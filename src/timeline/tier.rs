//! Items of one class, sorted so that a window of them costs a few binary searches.

use super::item::{Entry, sort};
use crate::time::Minutes;

/// Items in order of time. Positions are indices into `entries`.
#[derive(Clone, Debug, Default)]
pub(super) struct Tier {
    pub entries: Vec<Entry>,
    /// All ends (axis units), ascending.
    ends: Vec<i64>,
    /// The latest end (minutes) of both halves of every node; the leaves are the entries.
    latest: Vec<Minutes>,
    /// Longest item, in axis units.
    pub longest: i64,
}

impl Tier {
    /// Of entries in any order.
    pub fn new(unsorted: &[Entry]) -> Self {
        let mut order: Vec<_> = unsorted.iter().map(|e| e.from).zip(0..).collect();
        sort(&mut order);
        let entries: Vec<Entry> =
            order.iter().filter_map(|&(_, i)| unsorted.get(i as usize).copied()).collect();
        let mut ends: Vec<_> = entries.iter().map(|e| (e.to, 0)).collect();
        sort(&mut ends);
        let leaves = entries.len().next_power_of_two();
        let mut latest = vec![Minutes::MIN; leaves];
        latest.extend(entries.iter().map(|e| e.end));
        latest.resize(2 * leaves, Minutes::MIN);
        for node in (1..leaves).rev() {
            latest[node] = latest[2 * node].max(latest[2 * node + 1]);
        }
        let longest = entries.iter().map(|e| e.to - e.from).max().unwrap_or(0);
        Self { entries, ends: ends.iter().map(|end| end.0).collect(), latest, longest }
    }

    /// How many start before a place on the axis: also the position of the first that does not.
    pub fn before(&self, place: f64) -> usize {
        self.entries.partition_point(|entry| (entry.from as f64) < place)
    }

    /// How many started before a place and have not ended there.
    pub fn going_on(&self, place: f64) -> usize {
        self.before(place) - self.ends.partition_point(|&end| end as f64 <= place)
    }

    /// The positions of these, ascending, at most so many.
    pub fn each_going_on(&self, place: f64, most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let before = self.before(place);
        if self.longest <= 1 {
            // Equal lengths: the ends are in the order of the starts.
            found
                .extend((self.ends.partition_point(|&end| end as f64 <= place)..before).take(most));
        } else {
            self.descend((1, self.latest.len() / 2), (before, place, most), &mut found);
        }
        found
    }

    /// Collects the leaves below a node of so many leaves that end after a place.
    fn descend(
        &self,
        (node, leaves): (usize, usize),
        (before, place, most): (usize, f64, usize),
        found: &mut Vec<usize>,
    ) {
        let first = node * leaves - self.latest.len() / 2;
        let ended = self.latest.get(node).is_none_or(|&end| end as f64 <= place);
        if ended || first >= before || found.len() >= most {
            return;
        }
        if leaves == 1 {
            found.push(first);
        } else {
            self.descend((2 * node, leaves / 2), (before, place, most), found);
            self.descend((2 * node + 1, leaves / 2), (before, place, most), found);
        }
    }

    /// The latest end (minutes) among the positions `from..to`.
    pub fn latest_end(&self, from: usize, to: usize) -> Minutes {
        let leaves = self.latest.len() / 2;
        let (mut from, mut to) = (from + leaves, to.min(self.entries.len()) + leaves);
        let mut latest = Minutes::MIN;
        while from < to {
            if from % 2 == 1 {
                latest = latest.max(self.latest.get(from).copied().unwrap_or(latest));
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                latest = latest.max(self.latest.get(to).copied().unwrap_or(latest));
            }
            from /= 2;
            to /= 2;
        }
        latest
    }
}
