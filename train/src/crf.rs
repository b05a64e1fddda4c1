//! Training a linear-chain conditional random field by AdaGrad.

use dateline::analyst::names::CLOSED;
use dateline::analyst::names::label::{LABELS, may_follow};
use dateline::analyst::names::viterbi::Transitions;

/// A sentence: for each token its features (none: it cannot belong to a name) and its label.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// Where each token's features begin in `features`, and where the last one's end.
    pub starts: Vec<u32>,
    /// The features of all tokens.
    pub features: Vec<u32>,
    /// The right labels.
    pub labels: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
    /// Scores to start from; none for the first look.
    pub base: Vec<[f32; LABELS]>,
}

/// The weights while they are learned.
pub struct Crf {
    /// For each feature its weight for each label.
    pub weights: Vec<[f32; LABELS]>,
    /// Scores of labels in a row.
    pub transitions: Transitions,
    squares: Vec<[f32; LABELS]>,
    transition_squares: Transitions,
    step: f32,
    decay: f32,
}

/// Gradients smaller than this are not worth the memory traffic.
const SMALL: f32 = 0.003;

impl Crf {
    /// Nothing learned yet.
    pub fn new(features: usize, step: f32, decay: f32) -> Self {
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for (before, row) in transitions.iter_mut().enumerate() {
            for (after, score) in row.iter_mut().enumerate() {
                if !may_follow((before % LABELS) as u8, after as u8) {
                    *score = -1e4;
                }
            }
        }
        Self {
            weights: vec![[0.0; LABELS]; features],
            transitions,
            squares: vec![[1e-6; LABELS]; features],
            transition_squares: [[1e-6; LABELS]; LABELS + 1],
            step,
            decay,
        }
    }

    /// The scores of a sequence's tokens.
    pub fn scores(&self, sequence: &Sequence) -> Vec<[f32; LABELS]> {
        let bounds = sequence.starts.windows(2);
        bounds
            .enumerate()
            .map(|(at, pair)| {
                let base = sequence.base.get(at).copied();
                let features = &sequence.features[pair[0] as usize..pair[1] as usize];
                if features.is_empty() {
                    return base.unwrap_or(CLOSED);
                }
                let mut sum = base.unwrap_or_default();
                for &feature in features {
                    let weights = &self.weights[feature as usize];
                    for label in 0..LABELS {
                        sum[label] += weights[label];
                    }
                }
                sum
            })
            .collect()
    }

    /// One step on one sequence; gives its loss.
    pub fn learn(&mut self, sequence: &Sequence) -> f32 {
        let scores = self.scores(sequence);
        let count = scores.len();
        if count == 0 {
            return 0.0;
        }
        let transition: Transitions = self.transitions.map(|row| row.map(f32::exp));
        let potentials: Vec<([f32; LABELS], f32)> = scores
            .iter()
            .map(|score| {
                let most = score.iter().copied().fold(f32::MIN, f32::max);
                (score.map(|s| (s - most).exp()), most)
            })
            .collect();
        // forward, each column scaled to a sum of one
        let mut forward = vec![[0.0f32; LABELS]; count];
        let mut log_sum = 0.0;
        for at in 0..count {
            let mut column = [0.0; LABELS];
            for after in 0..LABELS {
                let reach = if at == 0 {
                    transition[LABELS][after]
                } else {
                    (0..LABELS).map(|b| forward[at - 1][b] * transition[b][after]).sum()
                };
                column[after] = reach * potentials[at].0[after];
            }
            let sum: f32 = column.iter().sum::<f32>().max(1e-30);
            log_sum += sum.ln() + potentials[at].1;
            forward[at] = column.map(|c| c / sum);
        }
        let mut backward = [1.0f32; LABELS];
        let mut loss = log_sum;
        let mut transition_gradient = [[0.0f32; LABELS]; LABELS + 1];
        let mut touched = false;
        for at in (0..count).rev() {
            let mut chance: [f32; LABELS] = std::array::from_fn(|l| forward[at][l] * backward[l]);
            let sum: f32 = chance.iter().sum::<f32>().max(1e-30);
            chance = chance.map(|c| c / sum);
            let gold = sequence.labels[at] as usize;
            loss -= scores[at][gold];
            let before_gold = if at == 0 { LABELS } else { sequence.labels[at - 1] as usize };
            loss -= self.transitions[before_gold][gold];
            // pairs
            let ahead: [f32; LABELS] = std::array::from_fn(|l| potentials[at].0[l] * backward[l]);
            if at > 0 {
                let mut pairs = [[0.0f32; LABELS]; LABELS];
                let mut total = 0.0;
                for before in 0..LABELS {
                    for after in 0..LABELS {
                        let p = forward[at - 1][before] * transition[before][after] * ahead[after];
                        pairs[before][after] = p;
                        total += p;
                    }
                }
                let total = total.max(1e-30);
                for before in 0..LABELS {
                    for after in 0..LABELS {
                        transition_gradient[before][after] += pairs[before][after] / total;
                    }
                }
                let mut back = [0.0f32; LABELS];
                for before in 0..LABELS {
                    back[before] = (0..LABELS).map(|a| transition[before][a] * ahead[a]).sum();
                }
                let most = back.iter().copied().fold(0.0, f32::max).max(1e-30);
                backward = back.map(|b| b / most);
            } else {
                for after in 0..LABELS {
                    transition_gradient[LABELS][after] += chance[after];
                }
            }
            transition_gradient[before_gold][gold] -= 1.0;
            let mut gradient = chance;
            gradient[gold] -= 1.0;
            if gradient.iter().all(|g| g.abs() < SMALL) {
                continue;
            }
            touched = true;
            let (from, to) = (sequence.starts[at] as usize, sequence.starts[at + 1] as usize);
            gradient.iter_mut().for_each(|g| *g *= sequence.weight);
            for &feature in &sequence.features[from..to] {
                let weights = &mut self.weights[feature as usize];
                let squares = &mut self.squares[feature as usize];
                for label in 0..LABELS {
                    let g = gradient[label] + self.decay * weights[label];
                    squares[label] += g * g;
                    weights[label] -= self.step * g / squares[label].sqrt();
                }
            }
        }
        if touched {
            let state = self.transitions.iter_mut().zip(&mut self.transition_squares);
            for ((scores, squares), gradients) in state.zip(transition_gradient) {
                for ((score, square), gradient) in scores.iter_mut().zip(squares).zip(gradients) {
                    // what cannot follow stays so
                    if *score > -1e3 {
                        let g = gradient * sequence.weight;
                        *square += g * g;
                        *score -= self.step * g / square.sqrt();
                    }
                }
            }
        }
        loss.max(0.0)
    }
}
