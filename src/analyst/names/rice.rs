//! Reading sorted numbers from a few bits each.
//!
//! Sorted hashes have gaps that are distributed geometrically; the Rice code of the gaps is
//! then within a few per cent of the least that is possible.

/// Bits, read from the lowest of each byte on.
pub struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    /// Reads these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn bit(&mut self) -> Option<u32> {
        let byte = *self.bytes.get(self.at / 8)?;
        let bit = (byte >> (self.at % 8)) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    /// A number of so many bits.
    pub fn number(&mut self, bits: u32) -> Option<u32> {
        (0..bits).try_fold(0, |number, place| Some(number | self.bit()? << place))
    }

    /// A Rice-coded number: ones up to a zero, then `low` bits.
    pub fn rice(&mut self, low: u32) -> Option<u32> {
        let mut high = 0u32;
        while self.bit()? == 1 {
            high += 1;
        }
        Some((high << low) | self.number(low)?)
    }

    /// `count` sorted numbers without doubles, as gaps.
    pub fn sorted(&mut self, count: usize, low: u32) -> Option<Vec<u32>> {
        let mut last = 0u32;
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            last = last.wrapping_add(self.rice(low)?);
            numbers.push(last);
            last = last.wrapping_add(1);
        }
        Some(numbers)
    }

    /// The place of the next whole byte.
    pub fn byte(&self) -> usize {
        self.at.div_ceil(8)
    }
}
