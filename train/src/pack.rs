//! Writing what the analyst reads: sorted numbers, weights.

use dateline::analyst::names::MAGIC;
use dateline::analyst::names::label::LABELS;
use dateline::analyst::names::viterbi::Transitions;

/// Bits, written from the lowest of each byte on.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    used: usize,
}

impl Writer {
    fn bit(&mut self, bit: u32) {
        if self.used.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= ((bit & 1) as u8) << (self.used % 8);
        }
        self.used += 1;
    }

    /// A number of so many bits.
    pub fn number(&mut self, number: u32, bits: u32) {
        (0..bits).for_each(|place| self.bit(number >> place));
    }

    /// Sorted numbers without doubles: their count, the Rice parameter, the gaps.
    pub fn sorted(&mut self, numbers: &[u32], range: u32) {
        let mean = f64::from(range) / (numbers.len().max(1) as f64);
        let low = (mean * 0.69).log2().round().max(0.0) as u32;
        self.number(numbers.len() as u32, 24);
        self.number(low, 8);
        let mut last = 0u32;
        for &number in numbers {
            let gap = number - last;
            (0..gap >> low).for_each(|_| self.bit(1));
            self.bit(0);
            self.number(gap, low);
            last = number + 1;
        }
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// A weights file.
pub fn weights(
    features: &[(u32, [i8; LABELS])],
    scale: f32,
    transitions: &Transitions,
    bits: u32,
) -> Vec<u8> {
    let mut sorted = features.to_vec();
    sorted.sort_by_key(|&(feature, _)| feature);
    let mut writer = Writer::default();
    writer.number(scale.to_bits(), 32);
    transitions.iter().flatten().for_each(|value| writer.number(value.to_bits(), 32));
    let numbers: Vec<u32> = sorted.iter().map(|&(feature, _)| feature).collect();
    writer.sorted(&numbers, 1 << bits);
    let mut bytes = MAGIC.to_vec();
    bytes.extend(writer.finish());
    for label in 0..LABELS {
        bytes.extend(sorted.iter().map(|(_, weights)| weights[label] as u8));
    }
    bytes
}
