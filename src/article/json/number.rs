//! Numbers of JSON.

use super::{Json, Read};

/// A decimal number as JSON writes it, right to the last or last but one of its sixteen digits.
pub fn number(text: &str) -> Option<f64> {
    let mut json = Json::new(text);
    let number = json.number().ok()?;
    json.end().ok().map(|()| number)
}

impl Json<'_> {
    /// Digits, as a number and how many there are. Beyond nineteen they only count.
    fn digits(&mut self, value: &mut u64) -> i32 {
        let from = self.at;
        let mut left_out = 0;
        while self.byte().is_ascii_digit() {
            let digit = u64::from(self.byte() - b'0');
            match value.checked_mul(10).and_then(|v| v.checked_add(digit)) {
                Some(next) if left_out == 0 => *value = next,
                _ => left_out += 1,
            }
            self.at += 1;
        }
        (self.at - from) as i32 - left_out
    }

    /// A whole number from 0 on.
    pub fn whole(&mut self) -> Read<u32> {
        self.peek();
        let from = self.at;
        let mut value = 0;
        let taken = self.digits(&mut value);
        let all = taken > 0 && self.at - from == taken as usize;
        match u32::try_from(value) {
            Ok(value) if all && !matches!(self.byte(), b'.' | b'e' | b'E') => Ok(value),
            _ => {
                self.at = from;
                self.expected("a whole number below 4294967296")
            }
        }
    }

    /// Any number; right to the last or last but one of its sixteen digits.
    pub fn number(&mut self) -> Read<f64> {
        let minus = self.skip_if(b'-');
        let mut value = 0;
        let start = self.at;
        let whole = self.digits(&mut value);
        if whole == 0 {
            return self.expected("a number");
        }
        let mut exponent = (self.at - start) as i32 - whole;
        if self.byte() == b'.' {
            self.at += 1;
            exponent -= self.digits(&mut value);
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            let minus = self.byte() == b'-';
            self.at += usize::from(minus || self.byte() == b'+');
            let mut by = 0;
            self.digits(&mut by);
            let by = by.min(9_999) as i32;
            exponent += if minus { -by } else { by };
        }
        let number = scaled(value as f64, exponent);
        Ok(if minus { -number } else { number })
    }
}

/// `value · 10^exponent`.
fn scaled(mut value: f64, exponent: i32) -> f64 {
    let mut left = exponent.unsigned_abs();
    // Powers up to 10²² are exact, and so is one step with them.
    while left > 0 && value != 0.0 && value.is_finite() {
        let step = left.min(22);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        value = if exponent < 0 { value / power } else { value * power };
        left -= step;
    }
    value
}
