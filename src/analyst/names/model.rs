//! The weights, and the scores that they give.
//!
//! Packed: the features' numbers (sorted, Rice-coded), then one plane of small integers for
//! each label, so that equal things stand together and compress well.

use super::features::Scene;
use super::label::LABELS;
use super::rice::Bits;
use super::viterbi::Transitions;
use std::ops::Range;

/// The first bytes of a weights file.
pub const MAGIC: [u8; 4] = *b"DLN1";

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The feature plus one; 0 where nothing is.
    key: u32,
    weights: [i8; 8],
}

/// A linear-chain conditional random field with its weights.
pub struct Model {
    slots: Vec<Slot>,
    /// What a weight of 1 is worth.
    scale: f32,
    /// Scores of labels in a row.
    pub transitions: Transitions,
}

impl Model {
    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.scale == 0.0
    }

    /// A model that knows nothing.
    pub fn empty() -> Self {
        Self {
            slots: vec![Slot::default(); 16],
            scale: 0.0,
            transitions: [[0.0; LABELS]; LABELS + 1],
        }
    }

    /// Reads a weights file; `None` when it is not one.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let (model, rest) = Self::unpack_first(bytes)?;
        rest.is_empty().then_some(model)
    }

    /// Reads the weights that these bytes begin with, and gives what is left.
    pub fn unpack_first(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let mut bits = Bits::new(rest);
        let scale = f32::from_bits(bits.number(32)?);
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for value in transitions.iter_mut().flatten() {
            *value = f32::from_bits(bits.number(32)?);
        }
        let count = bits.number(24)? as usize;
        let low = bits.number(8)?;
        let features = bits.sorted(count, low)?;
        let (planes, rest) = rest.get(bits.byte()..)?.split_at_checked(count * LABELS)?;
        let size = (count * 2).next_power_of_two().max(16);
        let mut model = Self { slots: vec![Slot::default(); size], scale, transitions };
        for (index, feature) in features.into_iter().enumerate() {
            let mut weights = [0i8; 8];
            for label in 0..LABELS {
                weights[label] = planes[label * count + index] as i8;
            }
            let place = model.place(feature + 1);
            model.slots[place] = Slot { key: feature + 1, weights };
        }
        Some((model, rest))
    }

    // Small, and what the names cost: it goes where it is called, however small the program is to be.
    #[inline(always)]
    fn place(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut place = (key.wrapping_mul(0x9e37_79b1) >> 6) as usize & mask;
        while self.slots[place].key != 0 && self.slots[place].key != key {
            place = (place + 1) & mask;
        }
        place
    }

    /// The weights of a feature, if it has any.
    pub fn weights(&self, feature: u32) -> Option<[f32; LABELS]> {
        let slot = &self.slots[self.place(feature + 1)];
        let scaled = |label: usize| f32::from(slot.weights[label]) * self.scale;
        (slot.key != 0).then(|| std::array::from_fn(scaled))
    }

    /// Adds what a feature is worth to a score.
    pub fn add(&self, feature: u32, score: &mut [f32; LABELS]) {
        let slot = &self.slots[self.place(feature + 1)];
        if slot.key != 0 {
            for (sum, &weight) in score.iter_mut().zip(&slot.weights) {
                *sum += f32::from(weight) * self.scale;
            }
        }
    }

    /// Sets the scores of those tokens of a sentence that could belong to a name.
    pub fn scores(&self, scene: &Scene, sentence: Range<usize>, scores: &mut [[f32; LABELS]]) {
        let (mut current, mut sums) = (usize::MAX, [0i32; 8]);
        let mut flush = |at: usize, sums: &[i32; 8]| {
            if at != usize::MAX {
                let score = &mut scores[at - sentence.start];
                *score = std::array::from_fn(|label| sums[label] as f32 * self.scale);
            }
        };
        scene.sentence(sentence.clone(), |at, feature| {
            if at != current {
                flush(current, &sums);
                (current, sums) = (at, [0; 8]);
            }
            let slot = &self.slots[self.place(feature + 1)];
            for (sum, &weight) in sums.iter_mut().zip(&slot.weights) {
                *sum += i32::from(weight);
            }
        });
        flush(current, &sums);
    }
}
