//! Names that mean one thing: how well two ways to put them together agree.

use super::Mention;
use crate::gold::Marked;
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Cluster = BTreeSet<(usize, usize)>;

/// The clusters as sets of spans; a name in none stands by itself.
pub(super) fn clusters(record: &Marked, mentions: &[Mention]) -> Vec<Cluster> {
    let by_index: BTreeMap<usize, (usize, usize)> =
        mentions.iter().map(|m| (m.index, (m.span.start, m.span.end))).collect();
    let mut done = BTreeSet::new();
    let mut all: Vec<Cluster> = Vec::new();
    for cluster in record.clusters.iter().flatten() {
        let spans = cluster.iter().filter_map(|index| by_index.get(index).copied());
        let new: Cluster = spans.filter(|span| done.insert(*span)).collect();
        if !new.is_empty() {
            all.push(new);
        }
    }
    for span in by_index.into_values() {
        if done.insert(span) {
            all.push([span].into());
        }
    }
    all
}

fn home(clusters: &[Cluster]) -> BTreeMap<(usize, usize), usize> {
    clusters.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |m| (*m, i))).collect()
}

pub(super) fn muc(key: &[Cluster], response: &[Cluster]) -> (f64, f64) {
    let of = home(response);
    key.iter().fold((0.0, 0.0), |(right, all), cluster| {
        let parts: BTreeSet<usize> = cluster.iter().filter_map(|m| of.get(m).copied()).collect();
        let alone = cluster.iter().filter(|m| !of.contains_key(m)).count();
        (right + (cluster.len() - parts.len() - alone) as f64, all + cluster.len() as f64 - 1.0)
    })
}

pub(super) fn b_cubed(key: &[Cluster], response: &[Cluster]) -> (f64, f64) {
    let of = home(response);
    key.iter().fold((0.0, 0.0), |(right, all), cluster| {
        let share = |m: &(usize, usize)| {
            let other = of.get(m).map(|&i| response[i].intersection(cluster).count());
            other.unwrap_or(0) as f64 / cluster.len() as f64
        };
        (right + cluster.iter().map(share).sum::<f64>(), all + cluster.len() as f64)
    })
}

/// The greatest sum when each row is paired with at most one column (the Hungarian method).
pub(super) fn best_pairing(table: &[Vec<f64>]) -> f64 {
    let (rows, columns) = (table.len(), table.first().map_or(0, Vec::len));
    if rows == 0 || columns == 0 {
        return 0.0;
    }
    if rows > columns {
        let turned: Vec<Vec<f64>> =
            (0..columns).map(|j| table.iter().map(|row| row[j]).collect()).collect();
        return best_pairing(&turned);
    }
    let (mut u, mut v) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let (mut p, mut way) = (vec![0usize; columns + 1], vec![0usize; columns + 1]);
    for i in 1..=rows {
        p[0] = i;
        let mut j0 = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut used = vec![false; columns + 1];
        while p[j0] != 0 {
            used[j0] = true;
            let (i0, mut delta, mut j1) = (p[j0], f64::INFINITY, 0);
            for j in 1..=columns {
                if !used[j] {
                    let cost = -table[i0 - 1][j - 1] - u[i0] - v[j];
                    if cost < least[j] {
                        (least[j], way[j]) = (cost, j0);
                    }
                    if least[j] < delta {
                        (delta, j1) = (least[j], j);
                    }
                }
            }
            for j in 0..=columns {
                if used[j] {
                    u[p[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
        }
        while j0 != 0 {
            p[j0] = p[way[j0]];
            j0 = way[j0];
        }
    }
    (1..=columns).filter(|&j| p[j] != 0).map(|j| table[p[j] - 1][j - 1]).sum()
}
