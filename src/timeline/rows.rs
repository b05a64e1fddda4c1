//! Rows of boxes that do not overlap.

/// Free space between two boxes, in px.
pub(super) const GAP: f64 = 4.0;

/// Boxes in rows; each row sorted from left to right.
#[derive(Clone, Debug)]
pub(super) struct Rows(Vec<Vec<(f64, f64)>>);

impl Rows {
    /// So many empty rows.
    pub fn new(count: u32) -> Self {
        Self(vec![Vec::new(); count as usize])
    }

    /// Puts a box of a width with its left edge at `wanted`, or as near to it as it fits
    /// between `min` and `max`: into the first of the rows where it fits exactly, else into
    /// the one with the shortest way. Returns the row and the left edge.
    pub fn put(
        &mut self,
        rows: &mut dyn Iterator<Item = u32>,
        width: f64,
        (min, wanted, max): (f64, f64, f64),
    ) -> Option<(u32, f64)> {
        let mut best: Option<(f64, u32, f64)> = None;
        for row in rows {
            let Some(x) = self.fit(row, width, (min, wanted, max)) else { continue };
            let way = (x - wanted).abs();
            if best.is_none_or(|best| way < best.0) {
                best = Some((way, row, x));
            }
            if way == 0.0 {
                break;
            }
        }
        let (_, row, x) = best?;
        self.block(row, x, x + width);
        Some((row, x))
    }

    /// Takes a part of a row.
    pub fn block(&mut self, row: u32, from: f64, to: f64) {
        if let Some(boxes) = self.0.get_mut(row as usize) {
            let place = boxes.partition_point(|taken| taken.0 < from);
            boxes.insert(place, (from, to));
        }
    }

    /// The left edge nearest to the wanted one where a box fits.
    fn fit(&self, row: u32, width: f64, (min, wanted, max): (f64, f64, f64)) -> Option<f64> {
        let boxes = self.0.get(row as usize)?;
        let mut best: Option<f64> = None;
        let mut free = f64::NEG_INFINITY;
        let ends = boxes.iter().copied().chain([(f64::INFINITY, f64::INFINITY)]);
        for (from, to) in ends {
            let (left, right) = (min.max(free), max.min(from - GAP - width));
            if left <= right {
                let x = wanted.max(left).min(right);
                if best.is_none_or(|best| (x - wanted).abs() < (best - wanted).abs()) {
                    best = Some(x);
                }
            }
            free = to + GAP;
            if free > max {
                break;
            }
        }
        best
    }
}
