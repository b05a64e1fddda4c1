//! Who stands where: the work behind [`layout`](super::layout).
//!
//! The axis, at its present zoom, is divided into *pages* about as long as the screen, and
//! each page into *bins*. Both belong to the axis and not to the window. The screen shows
//! parts of at most two pages; the board holds just these two. Labels of short moments stay
//! on their page, so that panning does not change their rows; bars may cross from one to the
//! other. In a page with too many items, bins with more than a few are clusters at once.

use super::breaks::breaks_between;
use super::item::{Entry, Shape};
use super::layout::{MIN_LABEL, Viewport};
use super::rows::{GAP, Rows};
use super::scale::ScaleKind;
use super::window::{Projection, bounded};
use std::ops::Range;

/// Bins are at least so wide, in px, and a page has at most so many.
const NARROWEST_BIN: f64 = 40.0;
const MOST_BINS: usize = 48;

/// A page with more short moments (bars) than this is crowded.
const CROWD: [usize; 2] = [96, 48];

/// So many in one bin of a crowded page are still shown by themselves; of more, the heaviest.
const FEW: [usize; 2] = [2, 1];

/// If more than so many bars reach in from before the board, none of them gets a row.
const CARRIED: usize = 24;

/// After so many tries, row 0 is left to clusters altogether.
const ATTEMPTS: usize = 6;

/// From so many rows on, one keeps clear of the words of breaks.
const ROWS_WITH_WORDS: u32 = 4;

/// How much longer than its label the arrow of an open side is, in px.
const ARROW: f64 = 24.0;

/// An item that may be shown by itself. Lengths in px from the first time of the axis.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its tier and its position there.
    pub of: (usize, usize),
    /// The bin in which it starts, counted from the start of the board.
    pub bin: usize,
    pub x0: f64,
    pub x1: f64,
    /// Width of its label.
    pub width: f64,
    /// Whether it is a bar in a row, rather than a mark on the axis with a label in a row.
    pub bar: bool,
    /// Row and left edge of its label: of a bar, counted from the block.
    pub spot: Option<(u32, f64)>,
    /// The block of a bar that has a spot.
    pub block: usize,
}

/// A bar in a row with its label, or an interval that several undated items share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    of: (i64, i64, bool),
    row: u32,
    pub x: f64,
    pub width: f64,
    /// How much of the width labels take.
    pub used: f64,
}

/// The two pages of which the screen shows a part.
pub(super) struct Board<'a> {
    pub view: &'a Projection<'a>,
    pub rows: u32,
    /// Px from the first time of the axis to the board, and to its end.
    ends: (f64, f64),
    /// Bins of a page.
    pub bins: usize,
    pub bin_width: f64,
    /// Places on the axis where the bins begin, and where the last one ends.
    pub places: Vec<f64>,
    /// Positions of the first items of these, in each tier.
    pub starts: [Vec<usize>; 2],
    pub pieces: Vec<Piece>,
    /// In each bin, positions in each tier of which only the heaviest is shown by itself.
    pub crowds: Vec<[Range<usize>; 2]>,
    pub blocks: Vec<Block>,
    /// In which bins row 0 is kept free for a cluster.
    reserved: Vec<bool>,
}

impl<'a> Board<'a> {
    /// Divides the axis and finds the items.
    pub fn new(view: &'a Projection<'a>, viewport: &Viewport) -> Self {
        let whole = view.end() + view.margin;
        let page = whole / (whole / view.length + 1e-6).floor().max(1.0);
        let bins = ((page / NARROWEST_BIN) as usize).clamp(1, MOST_BINS);
        let left = ((view.origin + view.margin) / page + 1e-9).floor() * page - view.margin;
        let bin_width = page / bins as f64;
        let places: Vec<f64> =
            (0..=2 * bins).map(|bin| view.place(left + bin as f64 * bin_width)).collect();
        let starts = view
            .index
            .tiers
            .each_ref()
            .map(|tier| places.iter().map(|&place| tier.before(place)).collect());
        let mut board = Self {
            view,
            rows: viewport.rows.min(200),
            ends: (left, (left + 2.0 * page).min(view.end())),
            bins,
            bin_width,
            places,
            starts,
            pieces: Vec::new(),
            crowds: vec![[0..0, 0..0]; 2 * bins],
            blocks: Vec::new(),
            reserved: vec![false; 2 * bins],
        };
        board.gather(bounded(viewport.label_max, MIN_LABEL.min(view.length), view.length));
        board
    }

    /// Px from the first time of the axis to a bin of the board.
    pub fn bin_start(&self, bin: usize) -> f64 {
        self.ends.0 + bin as f64 * self.bin_width
    }

    /// Decides who may be shown by himself.
    fn gather(&mut self, label_max: f64) {
        for (t, tier) in self.view.index.tiers.iter().enumerate() {
            // Zoomed in so far, moments reach across the screen and must be found by their bars.
            let bars = t == 1 || tier.longest as f64 * self.view.zoom > self.view.length / 2.0;
            let carried = tier.each_going_on(self.places[0], CARRIED + 1);
            if carried.len() <= CARRIED {
                for position in carried {
                    self.add((t, position), 0, true, label_max);
                }
            }
            for bin in 0..2 * self.bins {
                let page = bin / self.bins * self.bins;
                let crowd = self.starts[t][page + self.bins] - self.starts[t][page];
                let here = self.starts[t][bin]..self.starts[t][bin + 1];
                if crowd > CROWD[t] && here.len() > FEW[t] {
                    self.add((t, tier.heaviest(here.clone())), bin, bars, label_max);
                    self.crowds[bin][t] = here;
                    self.reserved[bin] = true;
                } else {
                    for position in here {
                        self.add((t, position), bin, bars, label_max);
                    }
                }
            }
        }
    }

    fn add(&mut self, of: (usize, usize), bin: usize, bar: bool, label_max: f64) {
        let Some(entry) = self.view.index.tiers[of.0].entries.get(of.1) else { return };
        let width = f64::from(entry.label);
        // Not `clamp`: a width that is no number becomes the widest.
        let width = if width < label_max { width.max(MIN_LABEL.min(label_max)) } else { label_max };
        let (mut x0, mut x1) = (self.view.px(entry.from as f64), self.view.px(entry.to as f64));
        if self.view.index.kind() != ScaleKind::Order {
            match (entry.open_start, entry.open_end) {
                (true, false) => x0 = x1 - width - ARROW,
                (false, true) => x1 = x0 + width + ARROW,
                _ => {}
            }
        }
        let (left, right) = self.ends;
        let (x0, x1) = (x0.max(left), x1.min(right).max(left));
        self.pieces.push(Piece { of, bin, x0, x1, width, bar, spot: None, block: 0 });
    }

    /// Gives labels and bars their rows. Where some find none, row 0 of their bins is left to
    /// clusters, and all are placed again.
    pub fn settle(&mut self) {
        let mut order: Vec<_> = self
            .pieces
            .iter()
            .map(|piece| self.entry(piece).map_or(0, |entry| -i64::from(entry.weight)))
            .zip(0..)
            .collect();
        crate::article::order::sort(&mut order);
        for attempt in 0.. {
            self.place(&order);
            let mut reserved = self.reserved.clone();
            for piece in self.pieces.iter().filter(|piece| piece.spot.is_none()) {
                reserved[piece.bin] = true;
            }
            if reserved == self.reserved {
                return;
            }
            if attempt >= ATTEMPTS {
                reserved.fill(true);
            }
            self.reserved = reserved;
        }
    }

    fn place(&mut self, order: &[(i64, u32)]) {
        let mut rows = Rows::new(self.rows);
        for (bin, _) in self.reserved.iter().enumerate().filter(|bin| *bin.1) {
            rows.block(0, self.bin_start(bin), self.bin_start(bin + 1) - GAP);
        }
        // The words of a break stand in the farthest row, where there are rows enough.
        if self.rows >= ROWS_WITH_WORDS {
            for cut in breaks_between(self.view, self.ends.0, self.ends.1) {
                if cut.empty {
                    let origin = self.view.origin;
                    rows.block(self.rows - 1, cut.x0 + origin, cut.x1 + origin);
                }
            }
        }
        self.blocks.clear();
        self.pieces.iter_mut().for_each(|piece| piece.spot = None);
        // Bars take the far half first, or all rows where there is nothing else.
        let mixed = self.pieces.iter().any(|piece| !piece.bar);
        let near = if mixed { self.rows.div_ceil(2) } else { 0 };
        for (bars, from, to) in [(true, near, self.rows), (false, 0, self.rows), (true, 0, near)] {
            for &(_, at) in order {
                let Some(piece) = self.pieces.get(at as usize) else { continue };
                if piece.bar == bars && piece.spot.is_none() {
                    let placed = if bars {
                        self.place_bar(piece.clone(), &mut (from..to).rev(), &mut rows)
                    } else {
                        self.place_label(piece.clone(), &mut (from..to), &mut rows)
                    };
                    self.pieces[at as usize] = placed;
                }
            }
        }
    }

    /// A label starts at its mark, or else covers it; it stays on its page.
    fn place_label(
        &self,
        mut piece: Piece,
        among: &mut dyn Iterator<Item = u32>,
        rows: &mut Rows,
    ) -> Piece {
        let page = piece.bin / self.bins * self.bins;
        let left = self.bin_start(page).max(piece.x0 - piece.width);
        let right = self.bin_start(page + self.bins).min(self.ends.1) - piece.width;
        let range = (left, piece.x0.min(right), piece.x0.min(right));
        piece.spot = rows.put(among, piece.width, range);
        piece
    }

    /// A bar takes its whole length, or that of its label where it is shorter.
    fn place_bar(
        &mut self,
        mut piece: Piece,
        among: &mut dyn Iterator<Item = u32>,
        rows: &mut Rows,
    ) -> Piece {
        let Some(entry) = self.entry(&piece) else { return piece };
        let of = (entry.from, entry.to, entry.shape == Shape::Undated && !entry.is_open());
        let length = piece.x1 - piece.x0;
        // Undated items stand anywhere in their interval: those with the same one share a bar.
        let room = length.min(self.view.length) - piece.width - GAP;
        let shared = |block: &Block| of.2 && block.of == of && block.used <= room;
        if let Some(found) = self.blocks.iter().position(shared) {
            let block = &mut self.blocks[found];
            (piece.block, piece.spot) = (found, Some((block.row, block.used + GAP)));
            block.used += GAP + piece.width;
            return piece;
        }
        let width = length.max(piece.width);
        let wanted = piece.x0.min(self.ends.1 - width).max(self.ends.0);
        let range = ((piece.x1 - width).max(self.ends.0).min(wanted), wanted, wanted);
        if let Some((row, x)) = rows.put(among, width, range) {
            (piece.block, piece.spot) = (self.blocks.len(), Some((row, 0.0)));
            self.blocks.push(Block { of, row, x, width, used: piece.width });
        }
        piece
    }

    /// Whether it stands for a crowd, which it joins again if there is no room for it.
    pub fn is_of_crowd(&self, piece: &Piece) -> bool {
        self.crowds[piece.bin][piece.of.0].contains(&piece.of.1)
    }

    pub fn entry(&self, piece: &Piece) -> Option<&'a Entry> {
        self.view.index.tiers[piece.of.0].entries.get(piece.of.1)
    }
}
