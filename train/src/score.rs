//! Counting as the scorer of the shared data does: `score_ner.py`.

mod clusters;

use crate::gold::{Marked, Stretch};
use clusters::{Cluster, b_cubed, best_pairing, clusters, muc};
use std::collections::{BTreeMap, BTreeSet};

const TYPES: [&str; 3] = ["PER", "ORG", "LOC"];

/// Found and right, found, to be found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Found and right.
    pub right: f64,
    /// Found.
    pub found: f64,
    /// To be found.
    pub gold: f64,
}

impl Counts {
    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(self) -> f64 {
        let sum = self.found + self.gold;
        if sum == 0.0 { 0.0 } else { 200.0 * self.right / sum }
    }
}

/// All that is counted over a set of texts.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Names of the same span and kind.
    pub names: Counts,
    /// The same for each kind.
    pub kinds: BTreeMap<&'static str, Counts>,
    muc: [f64; 4],
    b_cubed: [f64; 4],
    ceaf: [f64; 3],
    /// Quotations.
    pub content: Counts,
    /// Quotations with the right speaker.
    pub speaker: Counts,
    /// Quotations whose speaker has the right name, of how many.
    pub resolved: (usize, usize),
}

fn f1(p: f64, r: f64) -> f64 {
    if p + r == 0.0 { 0.0 } else { 200.0 * p * r / (p + r) }
}

fn ratio(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}

impl Scores {
    /// The mean of MUC, B-cubed and CEAF-e, in per cent.
    pub fn clusters(&self) -> f64 {
        let two = |c: &[f64; 4]| f1(ratio(c[0], c[1]), ratio(c[2], c[3]));
        let ceaf = f1(ratio(self.ceaf[0], self.ceaf[2]), ratio(self.ceaf[0], self.ceaf[1]));
        (two(&self.muc) + two(&self.b_cubed) + ceaf) / 3.0
    }

    /// Counts one text in.
    pub fn add(&mut self, gold: &Marked, found: &Marked) {
        let (right, mine) = (mentions(gold), mentions(found));
        let set = |list: &[Mention]| -> BTreeSet<(usize, usize, &'static str)> {
            list.iter().map(|m| (m.span.start, m.span.end, m.kind)).collect()
        };
        let (a, b) = (set(&right), set(&mine));
        for (kind, counts) in TYPES.iter().map(|k| {
            (
                *k,
                Counts {
                    right: a.intersection(&b).filter(|m| m.2 == *k).count() as f64,
                    found: b.iter().filter(|m| m.2 == *k).count() as f64,
                    gold: a.iter().filter(|m| m.2 == *k).count() as f64,
                },
            )
        }) {
            for sum in [self.kinds.entry(kind).or_default(), &mut self.names] {
                sum.right += counts.right;
                sum.found += counts.found;
                sum.gold += counts.gold;
            }
        }
        if gold.clusters.is_some() {
            self.join(&clusters(gold, &right), &clusters(found, &mine));
        }
        if gold.quotes.is_some() {
            self.quotes(gold, found);
        }
    }

    fn join(&mut self, gold: &[Cluster], mine: &[Cluster]) {
        let add = |sum: &mut [f64], (a, b): (f64, f64)| {
            sum[0] += a;
            sum[1] += b;
        };
        add(&mut self.muc[2..], muc(gold, mine));
        add(&mut self.muc[..2], muc(mine, gold));
        add(&mut self.b_cubed[2..], b_cubed(gold, mine));
        add(&mut self.b_cubed[..2], b_cubed(mine, gold));
        let likeness = |a: &Cluster, b: &Cluster| {
            2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
        };
        let table: Vec<Vec<f64>> =
            gold.iter().map(|a| mine.iter().map(|b| likeness(a, b)).collect()).collect();
        self.ceaf[0] += best_pairing(&table);
        self.ceaf[1] += gold.len() as f64;
        self.ceaf[2] += mine.len() as f64;
    }

    fn quotes(&mut self, gold: &Marked, found: &Marked) {
        let (want, got) = (gold.quotes.as_deref(), found.quotes.as_deref());
        let (want, got) = (want.unwrap_or_default(), got.unwrap_or_default());
        let scalars = |spans: &[Stretch]| spans.iter().cloned().flatten().collect::<BTreeSet<_>>();
        let sets = |all: &[crate::gold::Said]| -> Vec<BTreeSet<usize>> {
            all.iter().map(|quote| scalars(&quote.content)).collect()
        };
        let (a, b) = (sets(want), sets(got));
        let mut pairs = Vec::new();
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                let both = x.intersection(y).count();
                let either = x.len() + y.len() - both;
                if both > 0 && both * 2 >= either {
                    pairs.push((both as f64 / either as f64, i, j));
                }
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let (mut of, mut used) = (BTreeMap::new(), BTreeSet::new());
        for (_, i, j) in pairs {
            if !of.contains_key(&i) && used.insert(j) {
                of.insert(i, j);
            }
        }
        self.content.gold += want.len() as f64;
        self.content.found += got.len() as f64;
        self.content.right += of.len() as f64;
        self.speaker.gold += want.iter().filter(|q| !q.speaker.is_empty()).count() as f64;
        self.speaker.found += got.iter().filter(|q| !q.speaker.is_empty()).count() as f64;
        for (i, quote) in want.iter().enumerate() {
            let mine = of.get(&i).map(|&j| &got[j]);
            let same = mine.is_some_and(|mine| {
                scalars(&quote.speaker).intersection(&scalars(&mine.speaker)).next().is_some()
            });
            self.speaker.right += f64::from(same);
            if let Some(cluster) = quote.cluster {
                self.resolved.1 += 1;
                let wanted = spelled(gold, cluster);
                let is = mine.and_then(|mine| mine.cluster).map(|c| spelled(found, c));
                self.resolved.0 += usize::from(is.is_some_and(|is| !is.is_disjoint(&wanted)));
            }
        }
    }
}

/// The names of a cluster in lower case.
fn spelled(record: &Marked, cluster: usize) -> BTreeSet<String> {
    let clusters = record.clusters.as_deref().unwrap_or_default();
    let names = clusters.get(cluster).into_iter().flatten().filter_map(|&m| record.names.get(m));
    names
        .map(|(span, _)| record.text[span.clone()].iter().collect::<String>().to_lowercase())
        .collect()
}

struct Mention {
    span: Stretch,
    kind: &'static str,
    index: usize,
}

/// The names of the wanted kinds, with edges on which corpora disagree cut off.
fn mentions(record: &Marked) -> Vec<Mention> {
    let mut seen = BTreeSet::new();
    let each = record.names.iter().enumerate().filter_map(|(index, (span, label))| {
        let kind = TYPES.into_iter().find(|kind| kind == label)?;
        let span = trimmed(&record.text, span.clone());
        let new = !span.is_empty() && seen.insert((span.start, span.end, kind));
        new.then_some(Mention { span, kind, index })
    });
    each.collect()
}

fn trimmed(text: &[char], mut span: Stretch) -> Stretch {
    let edge = |c: char| c.is_whitespace() || ",;:\"“”‘`()[]".contains(c);
    loop {
        let before = span.clone();
        while !span.is_empty() && edge(text[span.start]) {
            span.start += 1;
        }
        while !span.is_empty() && edge(text[span.end - 1]) && !closes(&text[span.clone()]) {
            span.end -= 1;
        }
        let words: String = text[span.clone()].iter().collect();
        if words.starts_with(['\'', '’']) && words.matches(['\'', '’']).count() == 1 {
            span.start += 1;
        }
        for article in ["the ", "The ", "THE ", "a ", "A ", "an ", "An "] {
            if words.starts_with(article) && words.len() > article.len() {
                span.start += article.len();
                break;
            }
        }
        for end in ["'s", "’s", "'S", "'", "’"] {
            let count = end.chars().count();
            if words.ends_with(end) && span.len() > count {
                span.end -= count;
                break;
            }
        }
        if span == before {
            return span;
        }
    }
}

/// Whether a bracket at the end closes one inside.
fn closes(words: &[char]) -> bool {
    let count = |c: char| words.iter().filter(|&&w| w == c).count();
    matches!(words.last(), Some(')' | ']')) && count('(') == count(')') && count('[') == count(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_example() {
        let (key, response) = ([[1, 2, 3].as_slice(), &[4, 5]], [[1, 2].as_slice(), &[3, 4, 5]]);
        let set = |all: &[&[usize]]| -> Vec<Cluster> {
            all.iter().map(|c| c.iter().map(|&m| (m, m + 1)).collect()).collect()
        };
        let mut scores = Scores::default();
        scores.join(&set(&key), &set(&response));
        assert_eq!(scores.muc, [2.0, 3.0, 2.0, 3.0]);
        assert!((scores.ceaf[0] - 1.6).abs() < 1e-9);
        assert!(
            (best_pairing(&[vec![1.0, 2.0, 3.0], vec![3.0, 3.0, 3.0], vec![0.0, 5.0, 1.0]]) - 11.0)
                .abs()
                < 1e-9
        );
    }
}
