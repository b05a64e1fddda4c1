//! What is prepared once for a list of items and a scale.

use super::fit;
use super::item::{Entry, Item};
use super::scale::{Scale, ScaleKind};
use super::tier::Tier;
use crate::time::{MINUTES_PER_DAY, Minutes};

/// A moment counts as short up to so many times the rhythm: it is shown as a mark on the axis
/// with its label in a row; all else is a bar in a row of its own.
const SHORT: i64 = 10;

/// The items in order of time with their scale. Costs O(n log n) to make; then
/// [`layout`](super::layout) needs a few binary searches for each mark it shows.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) kind: ScaleKind,
    pub(super) scale: Scale,
    /// Short moments, and all else.
    pub(super) tiers: [Tier; 2],
    /// Shortest window that makes sense, in axis units.
    pub(super) finest: f64,
    /// For an order: the minute at which each step begins, where it differs from the one before.
    clock: Vec<(Minutes, i64)>,
}

impl Index {
    /// Prepares the items; their numbers are their places in the list. Takes any times: those
    /// beyond 8,500 million years are moved to there.
    pub fn new(items: &[Item], kind: ScaleKind) -> Self {
        let whole = whole(items);
        let mut entries: Vec<Entry> =
            items.iter().zip(0..).map(|(item, id)| Entry::new(id, item, whole)).collect();
        let rhythm = fit::rhythm(&entries);
        let mut clock = Vec::new();
        let (scale, short) = match kind {
            ScaleKind::Fit => (fit::scale(&entries, whole, rhythm), rhythm.saturating_mul(SHORT)),
            ScaleKind::True => (Scale::even(whole.0, whole.1), rhythm.saturating_mul(SHORT)),
            ScaleKind::Order => {
                entries = Tier::new(&entries).entries;
                clock = in_steps(&mut entries, whole.1);
                (Scale::even(0, entries.len() as i64), i64::MAX)
            }
        };
        let short = short.max(MINUTES_PER_DAY);
        let (moments, bars): (Vec<_>, Vec<_>) = entries
            .iter()
            .copied()
            .partition(|e| kind == ScaleKind::Order || e.is_moment_within(short));
        let shortest = entries.iter().filter(|e| !e.is_open()).map(|e| e.to - e.from).min();
        let finest = match kind {
            ScaleKind::Order => 1,
            _ => shortest.unwrap_or(rhythm).min(rhythm),
        };
        // Beyond a factor of 10⁹ the positions in px would lose their fractions.
        let finest = (finest as f64).max(scale.ends().1.live * 1e-9);
        Self { kind, scale, tiers: [Tier::new(&moments), Tier::new(&bars)], finest, clock }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.tiers.iter().map(|tier| tier.entries.len()).sum()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The scale it was made for.
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// All items in order of time: the order for keys and for reading aloud.
    pub fn in_order(&self) -> Vec<u32> {
        self.merged().iter().map(|entry| entry.item).collect()
    }

    /// Both tiers as one list in order of time.
    pub(super) fn merged(&self) -> Vec<&Entry> {
        let [moments, bars] = &self.tiers;
        let (mut moments, mut bars) =
            (moments.entries.iter().peekable(), bars.entries.iter().peekable());
        let mut all = Vec::with_capacity(self.len());
        loop {
            let next = match (moments.peek(), bars.peek()) {
                (Some(m), Some(b)) if (b.from, b.item) < (m.from, m.item) => bars.next(),
                (Some(_), _) => moments.next(),
                (None, _) => bars.next(),
            };
            match next {
                Some(entry) => all.push(entry),
                None => return all,
            }
        }
    }

    /// From minutes to axis units.
    pub(super) fn to_axis(&self, minute: f64) -> f64 {
        interpolate(&self.clock, |knot| knot.0 as f64, |knot| knot.1 as f64, minute)
    }

    /// From axis units to minutes.
    pub(super) fn to_minute(&self, place: f64) -> f64 {
        interpolate(&self.clock, |knot| knot.1 as f64, |knot| knot.0 as f64, place)
    }
}

/// The earliest and the latest time of all; without any, the first day of 1970.
fn whole(items: &[Item]) -> (Minutes, Minutes) {
    let known = items.iter().filter(|item| item.start.is_some() || item.end.is_some());
    let entries = known.map(|item| Entry::new(0, item, (0, 0)));
    // An open start stands a minute before its end, which is not a time of its own.
    let bounds = entries.map(|e| if e.open_start { (e.end, e.end) } else { (e.start, e.end) });
    let (from, to) =
        bounds.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0, MINUTES_PER_DAY));
    (from, to.max(from + 1))
}

/// Puts sorted entries on an axis of steps and returns where the minutes are on it.
fn in_steps(entries: &mut [Entry], end: Minutes) -> Vec<(Minutes, i64)> {
    let mut clock: Vec<(Minutes, i64)> = Vec::new();
    for (step, entry) in (0..).zip(entries.iter_mut()) {
        if clock.last().is_none_or(|last| last.0 < entry.start) {
            clock.push((entry.start, step));
        }
        (entry.from, entry.to) = (step, step + 1);
    }
    let last = clock.last().map_or(0, |last| last.0);
    clock.push((end.max(last + 1), entries.len().max(1) as i64));
    clock
}

/// Linear between knots that ascend in both numbers, with the slope 1 beyond them; without
/// knots the number itself.
fn interpolate(
    knots: &[(i64, i64)],
    from: fn(&(i64, i64)) -> f64,
    to: fn(&(i64, i64)) -> f64,
    x: f64,
) -> f64 {
    let next = knots.partition_point(|knot| from(knot) <= x);
    let last = next.checked_sub(1).and_then(|last| knots.get(last));
    match (last, knots.get(next)) {
        (Some(a), Some(b)) => to(a) + (x - from(a)) / (from(b) - from(a)) * (to(b) - to(a)),
        (Some(end), None) | (None, Some(end)) => to(end) + (x - from(end)),
        (None, None) => x,
    }
}
