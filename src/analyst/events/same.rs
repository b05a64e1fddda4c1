//! One event told twice: two passages of one event.
//!
//! Only on strong evidence: the same verb or noun, the same people or places, and dates that
//! agree or of which one is missing. Further words of the same speaker in the same block are
//! one saying.

use super::Event;
use crate::analyst::effort;
use std::ops::Range;

/// How many events back a second telling is looked for.
const BACK: usize = 24;

/// An event with what it takes to compare it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub event: Event,
    /// Stem of its verb or noun.
    pub base: u32,
    /// Who does it.
    pub subject: Option<usize>,
    pub speech: bool,
    pub block: usize,
    /// First and last day that it can be.
    pub days: Range<i64>,
    /// Tokens, for the order of passages.
    pub at: usize,
}

/// Joins events that are told more than once.
pub(super) fn join(drafts: Vec<Draft>) -> Vec<Event> {
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        let from = kept.len().saturating_sub(BACK);
        let same = (from..kept.len()).rev().find(|&i| {
            effort::step();
            same(&kept[i], &draft)
        });
        match same {
            Some(index) => add(&mut kept[index], draft),
            None => kept.push(draft),
        }
    }
    kept.into_iter().map(|draft| draft.event).collect()
}

/// The most passages of one event.
const PASSAGES: usize = 12;

fn same(one: &Draft, other: &Draft) -> bool {
    if one.event.passages.len() >= PASSAGES {
        return false;
    }
    let dated = (one.event.when.as_ref(), other.event.when.as_ref());
    let agree = match dated {
        (Some(a), Some(b)) => a == b,
        // what has no date must be able to be on that of the other
        _ => one.days.start <= other.days.end && other.days.start <= one.days.end,
    };
    if !agree || one.speech != other.speech {
        return false;
    }
    if one.speech {
        // the second has no date of its own, and nobody else spoke in between
        let speaker = one.subject.is_some() && one.subject == other.subject;
        return speaker && one.block == other.block && other.event.when.is_none();
    }
    let certain = one.event.certainty == other.event.certainty || dated.0 == dated.1;
    if one.base != other.base || !certain {
        return false;
    }
    let (a, b) = (&one.event.clusters, &other.event.clusters);
    let shared = a.iter().filter(|cluster| b.contains(cluster)).count();
    let subject = one.subject.is_some() && one.subject == other.subject;
    let overlap = 2 * shared >= a.len().max(b.len()).max(1) && shared > 0;
    [subject, overlap, shared >= 2].iter().filter(|evidence| **evidence).count() >= 2
}

fn add(kept: &mut Draft, other: Draft) {
    let event = &mut kept.event;
    event.passages.extend(other.event.passages);
    for cluster in other.event.clusters {
        if !event.clusters.contains(&cluster) {
            event.clusters.push(cluster);
        }
    }
    if event.when.is_none() && other.event.when.is_some() {
        event.when = other.event.when;
        event.within = None;
        event.basis = other.event.basis;
        kept.days = other.days;
    }
    event.again = true;
}
