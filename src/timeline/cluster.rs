//! Items that are shown together.

use super::index::Index;
use super::item::Entry;
use super::layout::Label;
use crate::time::Minutes;
use std::ops::Range;

/// Items for which there is no room one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// How many; at least two.
    pub count: usize,
    /// First minute of them all.
    pub start: Minutes,
    /// One past the last minute of them all.
    pub end: Minutes,
    /// Left edge of the stretch of the axis that they come from.
    pub x0: f64,
    /// Right edge of it.
    pub x1: f64,
    /// Its box, in row 0; on the axis when there are no rows.
    pub label: Label,
    members: Members,
}

/// Which items; kept as ranges, because there may be tens of thousands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Members {
    /// Positions in each tier.
    pub ranges: [Range<usize>; 2],
    /// In each tier, all that started before this place and go on there.
    pub going_on: [Option<f64>; 2],
    /// Of all those, the ones shown by themselves or listed elsewhere: tier and position.
    pub except: Vec<(usize, usize)>,
    /// Some by themselves: tier and position.
    pub listed: Vec<(usize, usize)>,
}

impl Members {
    /// How many.
    pub fn count(&self, index: &Index) -> usize {
        let mut count = self.listed.len();
        for ((tier, range), going_on) in index.tiers.iter().zip(&self.ranges).zip(&self.going_on) {
            count += range.len() + going_on.map_or(0, |place| tier.going_on(place));
        }
        count - self.except.len().min(count)
    }

    /// Tier and position of each.
    fn each(&self, index: &Index) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for (t, tier) in index.tiers.iter().enumerate() {
            all.extend(self.ranges[t].clone().map(|position| (t, position)));
            if let Some(place) = self.going_on[t] {
                all.extend(tier.each_going_on(place, usize::MAX).into_iter().map(|p| (t, p)));
            }
        }
        all.retain(|member| !self.except.contains(member));
        all.extend(&self.listed);
        all
    }

    /// The only one, if there is but one.
    pub fn only(&self, index: &Index) -> Option<(usize, usize)> {
        if self.count(index) == 1 { self.each(index).first().copied() } else { None }
    }

    /// First and last minute. Those that go on are looked at all together.
    fn span(&self, index: &Index) -> (Minutes, Minutes) {
        let (mut start, mut end) = (Minutes::MAX, Minutes::MIN);
        let mut add = |entry: Option<&Entry>, until: Option<Minutes>| {
            if let Some(entry) = entry {
                start = start.min(entry.start);
                end = end.max(until.unwrap_or(entry.end));
            }
        };
        for (t, tier) in index.tiers.iter().enumerate() {
            let Range { start, end } = self.ranges[t];
            if start < end {
                add(tier.entries.get(start), Some(tier.latest_end(start..end)));
            }
            if let Some(place) = self.going_on[t] {
                let first = tier.each_going_on(place, 1).first().copied();
                let latest = tier.latest_end(0..tier.before(place));
                add(first.and_then(|first| tier.entries.get(first)), Some(latest));
            }
        }
        for &(t, position) in &self.listed {
            add(index.tiers[t].entries.get(position), None);
        }
        (start, end)
    }
}

impl Cluster {
    pub(super) fn new(members: Members, index: &Index, (x0, x1): (f64, f64), label: Label) -> Self {
        let (start, end) = members.span(index);
        Self { count: members.count(index), start, end, x0, x1, label, members }
    }

    /// The items in it, in order of time. Costs as much as there are items: ask when the
    /// reader opens it.
    pub fn items(&self, index: &Index) -> Vec<u32> {
        let mut found: Vec<_> = self
            .members
            .each(index)
            .iter()
            .filter_map(|&(t, position)| index.tiers[t].entries.get(position))
            .map(|entry| (entry.from, entry.item))
            .collect();
        crate::article::order::sort(&mut found);
        found.iter().map(|pair| pair.1).collect()
    }
}
