//! From the board to what is drawn: the marks in sight, and clusters of all the others.

use super::board::{Board, Piece};
use super::cluster::{Cluster, Members};
use super::item::Shape;
use super::layout::{BAR_FROM, Form, Label, MIN_LABEL, Mark};
use super::rows::GAP;
use super::window::bounded;
use crate::article::order::sort;
use crate::time::MINUTES_PER_DAY;
use std::ops::RangeInclusive;

impl Board<'_> {
    /// Marks in order of time, and clusters from left to right.
    pub fn show(&self) -> (Vec<Mark>, Vec<Cluster>) {
        let mut marks = Vec::new();
        let seen = self.seen();
        let shown = self.shown(&seen);
        let mut bins: Vec<Members> = shown.clone().map(|_| Members::default()).collect();
        let bin_of = |bin: usize| bin.clamp(*shown.start(), *shown.end()) - shown.start();

        for bin in seen.clone() {
            for (range, here) in bins[bin_of(bin)].ranges.iter_mut().zip(&self.crowds[bin]) {
                if here.start < here.end {
                    let start = if range.start < range.end { range.start } else { here.start };
                    *range = start..here.end;
                }
            }
        }
        for piece in &self.pieces {
            let in_sight =
                piece.x1 >= self.view.origin && piece.x0 <= self.view.origin + self.view.length;
            let of_crowd = self.is_of_crowd(piece);
            match piece.spot {
                Some(_) if in_sight => {
                    marks.extend(self.mark(piece, None));
                    if of_crowd && seen.contains(&piece.bin) {
                        bins[bin_of(piece.bin)].except.push(piece.of);
                    }
                }
                None if of_crowd => {}
                None if in_sight || seen.contains(&piece.bin) => {
                    bins[bin_of(piece.bin)].listed.push(piece.of);
                }
                _ => {}
            }
        }
        self.add_going_on(*seen.start(), &mut bins[0]);

        let mut clusters = Vec::new();
        for (bin, members) in shown.clone().zip(bins) {
            let first = if bin == *shown.start() { *seen.start() } else { bin };
            let last = if bin == *shown.end() { *seen.end() } else { bin };
            let visible = |from: f64, to: f64| {
                let from = (from - self.view.origin).max(0.0);
                (from, (to - self.view.origin).min(self.view.length).max(from))
            };
            let box_of = visible(self.bin_start(bin), self.bin_start(bin + 1));
            let label = Label { x: box_of.0, width: (box_of.1 - box_of.0 - GAP).max(0.0) };
            if let Some(of) = members.only(self.view.index) {
                trim(&mut marks, label);
                marks.extend(self.alone(of, bin, label));
            } else if members.count(self.view.index) > 0 {
                trim(&mut marks, label);
                let ends = visible(self.bin_start(first), self.bin_start(last + 1));
                clusters.push(Cluster::new(members, self.view.index, ends, label));
            }
        }
        (in_order(&marks), clusters)
    }

    /// The bins of which something is in sight.
    fn seen(&self) -> RangeInclusive<usize> {
        let bin_at = |x: f64| ((x - self.bin_start(0)) / self.bin_width).max(0.0);
        let last = self.crowds.len() - 1;
        let from = (bin_at(self.view.origin) + 1e-9) as usize;
        let to = (bin_at(self.view.origin + self.view.length) - 1e-9).ceil() as usize;
        from.min(last)..=to.saturating_sub(1).clamp(from.min(last), last)
    }

    /// The bins that can hold a cluster; what is in a sliver at either side goes to the next.
    fn shown(&self, seen: &RangeInclusive<usize>) -> RangeInclusive<usize> {
        let (mut from, mut to) = (*seen.start(), *seen.end());
        let least = (MIN_LABEL + GAP).min(self.bin_width / 2.0);
        if from < to && self.bin_start(from + 1) - self.view.origin < least {
            from += 1;
        }
        if from < to && self.view.origin + self.view.length - self.bin_start(to) < least {
            to -= 1;
        }
        from..=to
    }

    /// Adds the items that started before the first bin, reach into it and have no piece.
    fn add_going_on(&self, first: usize, members: &mut Members) {
        let place = self.places[first];
        for (t, tier) in self.view.index.tiers.iter().enumerate() {
            let known = |piece: &&Piece| {
                piece.of.0 == t
                    && (piece.spot.is_some() || !self.is_of_crowd(piece))
                    && piece.of.1 < self.starts[t][first]
                    && self.entry(piece).is_some_and(|entry| entry.to as f64 > place)
            };
            let except: Vec<_> = self.pieces.iter().filter(known).map(|p| p.of).collect();
            if tier.going_on(place) > except.len() {
                members.going_on[t] = Some(place);
                members.except.extend(except);
            }
        }
    }

    /// A single item left over: its label gets what a cluster would get.
    fn alone(&self, of: (usize, usize), bin: usize, label: Label) -> Option<(i64, Mark)> {
        let entry = self.view.index.tiers[of.0].entries.get(of.1)?;
        let (x0, x1) = (self.view.px(entry.from as f64), self.view.px(entry.to as f64));
        let piece = Piece { of, bin, x0, x1, width: 0.0, bar: false, spot: None, block: 0 };
        self.mark(&piece, (self.rows > 0).then_some(label))
    }

    /// The mark, with where it starts on the axis.
    fn mark(&self, piece: &Piece, in_bin: Option<Label>) -> Option<(i64, Mark)> {
        let entry = self.entry(piece)?;
        let on_screen = |x: f64| bounded(x - self.view.origin, 0.0, self.view.length);
        let point = entry.shape == Shape::Moment
            && !entry.is_open()
            && entry.end - entry.start <= MINUTES_PER_DAY
            && piece.x1 - piece.x0 < BAR_FROM;
        let label = match piece.spot {
            Some((_, x)) if piece.bar => self.label_in_block(piece, x),
            Some((_, x)) => Some(Label { x: x - self.view.origin, width: piece.width }),
            None => None,
        };
        let mark = Mark {
            item: entry.item,
            form: if point { Form::Point } else { Form::Bar },
            x0: on_screen(piece.x0),
            x1: on_screen(piece.x1),
            open_start: entry.open_start,
            open_end: entry.open_end,
            undated: entry.shape == Shape::Undated,
            in_row: piece.bar && piece.spot.is_some(),
            row: piece.spot.map(|spot| spot.0).or(in_bin.map(|_| 0)),
            label: label.and_then(|label| label.within(self.view.length)).or(in_bin),
        };
        Some((entry.from, mark))
    }

    /// Labels of a bar stand in the part of it that is in sight, all narrower if need be.
    fn label_in_block(&self, piece: &Piece, x: f64) -> Option<Label> {
        let block = self.blocks.get(piece.block)?;
        let from = (block.x - self.view.origin).max(0.0);
        let to = (block.x + block.width - self.view.origin).min(self.view.length);
        let part = ((to - from) / block.used).min(1.0);
        (part > 0.0).then_some(Label { x: from + x * part, width: piece.width * part })
    }
}

/// Cuts the labels in row 0 that a cluster covers. Only clusters at the sides do, which also
/// hold what is out of sight: they are no reason to place everything anew at each step.
fn trim(marks: &mut [(i64, Mark)], taken: Label) {
    for (_, mark) in marks.iter_mut().filter(|(_, mark)| mark.row == Some(0)) {
        let Some(label) = mark.label else { continue };
        let (end, taken_end) = (label.x + label.width, taken.x + taken.width);
        if label.x < taken_end && taken.x < end {
            let before = Label { x: label.x, width: taken.x - GAP - label.x };
            let after = Label { x: taken_end + GAP, width: end - taken_end - GAP };
            let rest = if before.width > after.width { before } else { after };
            mark.label = (rest.width >= MIN_LABEL).then_some(rest);
        }
    }
}

/// Sorts marks by where they start on the axis.
fn in_order(marks: &[(i64, Mark)]) -> Vec<Mark> {
    let mut order: Vec<_> = marks.iter().map(|mark| mark.0).zip(0..).collect();
    sort(&mut order);
    order.iter().filter_map(|&(_, at)| marks.get(at as usize)).map(|mark| mark.1).collect()
}
