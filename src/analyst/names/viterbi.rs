//! The best sequence of labels.

use super::label::{LABELS, OUTSIDE, may_follow};

/// Scores of a label following another, `[before][after]`; the last row is the sentence's
/// beginning.
pub type Transitions = [[f32; LABELS]; LABELS + 1];

/// The best labels for these scores, with names that begin as names do.
pub fn best(scores: &[[f32; LABELS]], transitions: &Transitions) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; scores.len()];
    let Some(first) = scores.first() else { return labels };
    let mut best = [f32::NEG_INFINITY; LABELS];
    for label in 0..LABELS {
        if may_follow(OUTSIDE, label as u8) {
            best[label] = first[label] + transitions[LABELS][label];
        }
    }
    let mut back = vec![[0u8; LABELS]; scores.len()];
    for (at, score) in scores.iter().enumerate().skip(1) {
        let mut next = [f32::NEG_INFINITY; LABELS];
        for after in 0..LABELS {
            for before in 0..LABELS {
                if may_follow(before as u8, after as u8) {
                    let total = best[before] + transitions[before][after] + score[after];
                    if total > next[after] {
                        next[after] = total;
                        back[at][after] = before as u8;
                    }
                }
            }
        }
        best = next;
    }
    let mut label = (0..LABELS).max_by(|&a, &b| best[a].total_cmp(&best[b])).unwrap_or(0) as u8;
    for at in (0..scores.len()).rev() {
        labels[at] = label;
        label = back[at][label as usize];
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_before_it_goes_on() {
        let mut scores = [[0.0; LABELS]; 3];
        scores[0][1] = 1.0;
        scores[1][2] = 5.0;
        scores[2][4] = 1.5; // the inside of another kind
        let labels = best(&scores, &[[0.0; LABELS]; LABELS + 1]);
        assert_eq!(labels[..2], [1, 2]);
        assert!(may_follow(labels[1], labels[2]));
        assert!(best(&[], &[[0.0; LABELS]; LABELS + 1]).is_empty());
    }
}
