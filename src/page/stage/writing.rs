//! The blocks of a long article are written while the page answers.

use super::super::{painting, passage, reading};
use super::{focus, with_source};
use crate::article::{BlockKind, Part, Span};
use crate::browser::{dom, events, ranges::Blocks};
use crate::markup::{Source, body};
use crate::page::explorer::Explorer;
use std::cell::{Cell, RefCell};

/// Blocks that are there before the first picture.
const AT_ONCE: usize = 40;
/// The longest that blocks are written in one go, in milliseconds.
const SLICE: f64 = 10.0;
/// When nothing was to be done for so long, something is got ready, in milliseconds.
const IDLE: u32 = 200;
/// Blocks that are added in one go.
const ADDED: usize = 40;

thread_local! {
    /// What is marked in each block of the page, to touch only what has changed; none for a
    /// block that is not there yet.
    static WRITTEN: RefCell<Vec<Option<u64>>> = const { RefCell::new(Vec::new()) };
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Whether the page has this many blocks, written or to be written.
pub(super) fn knows(count: usize) -> bool {
    WRITTEN.with_borrow(|written| written.len() == count)
}

/// No block is there any more; so many will be.
pub(super) fn begin(count: usize) {
    WRITTEN.set(vec![None; count]);
}

/// All blocks of the article are there, as they should be.
pub(super) fn stand(source: &Source<'_>) {
    let blocks = 0..source.article.blocks.len();
    WRITTEN.set(blocks.map(|n| Some(body::signature(source, n))).collect());
}

/// Writes a block again with its element, if it is there.
pub(super) fn rewrite(n: usize) {
    let out = || dom::by_selector(&format!("#article [data-out='{n}']"));
    if let Some(element) = reading::block(n).filter(|block| block.is_connected()).or_else(out) {
        with_source(|source| {
            element.set_outer_html(&body::block(source, n));
            let written = Some(body::signature(source, n));
            WRITTEN.with_borrow_mut(|all| all[n] = written);
        });
    }
}

/// Blocks being written, those in sight first.
pub(super) struct Writing {
    explorer: Explorer,
    turn: u32,
    /// How many blocks there will be.
    count: usize,
    /// Blocks that are there and may have other marks; the last is looked at first.
    todo: Vec<usize>,
    /// The first block that is not there yet.
    absent: usize,
    /// So many blocks come at once, at least: as far as the reader has come.
    least: usize,
    /// Blocks were added that the rest of the page does not know.
    added: bool,
    /// It took more than one go.
    sliced: bool,
    /// The words that the reader has selected.
    pub selected: Option<Span>,
}

impl Writing {
    /// What has to be written now that the page's article is another, from this block on. Whatever
    /// was being written is given up.
    pub fn new(explorer: Explorer, here: usize) -> Self {
        TURN.set(TURN.get().wrapping_add(1));
        let (count, absent) = WRITTEN.with_borrow(|written| {
            let absent = written.iter().position(Option::is_none);
            (written.len(), absent.unwrap_or(written.len()))
        });
        let mut todo: Vec<usize> = (0..absent).collect();
        todo.sort_by_key(|&n| std::cmp::Reverse(n.abs_diff(here)));
        Self {
            explorer,
            turn: TURN.get(),
            count,
            todo,
            absent,
            least: here + ADDED,
            added: false,
            sliced: false,
            selected: None,
        }
    }

    /// Writes for a while, then lets the page answer, until all is written.
    pub fn go_on(mut self) {
        // Another article or another correction has its own turn.
        if TURN.get() != self.turn {
            return;
        }
        let end = events::now() + SLICE;
        with_source(|source| {
            if self.absent == 0 {
                self.add(source, AT_ONCE.max(self.least));
                self.take_in();
            } else if !self.sliced && self.absent < self.count {
                // Another turn added blocks and was not done.
                self.take_in();
            }
            while let Some(n) = self.todo.pop() {
                // For all of a long article even this takes longer than a slice.
                let wanted = Some(body::signature(source, n));
                if WRITTEN.with_borrow(|written| written[n] != wanted)
                    && let Some(element) = reading::block(n)
                {
                    let focus = focus::place(&element);
                    element.set_inner_html(&body::inside(source, n));
                    self.select_again(source, n);
                    if let Some(place) = focus {
                        focus::give(&element, place);
                    }
                    WRITTEN.with_borrow_mut(|written| written[n] = wanted);
                }
                if events::now() > end {
                    return;
                }
            }
            while self.absent < self.count {
                self.add(source, ADDED);
                if events::now() > end {
                    return;
                }
            }
        });
        if !self.todo.is_empty() || self.absent < self.count {
            self.sliced = true;
            // Drawn in between: the layout of many slices together would be one long task.
            events::after_frame(move || self.go_on());
            return;
        }
        if self.added {
            self.take_in();
            self.go_to_view();
        }
        // What is written in the first go is painted with the view.
        if self.sliced {
            painting::again(self.explorer);
            // Cards ask for them; whoever presses a name should not wait for it.
            let model = self.explorer.model();
            events::after(IDLE, move || _ = model.index.sentences(&model.article));
        }
    }

    /// The words that were selected in a block stay selected when it is written again.
    fn select_again(&self, source: &Source<'_>, n: usize) {
        let block = source.index.blocks().get(n).copied().unwrap_or_default();
        let Some(span) = self.selected.filter(|span| span.overlaps(block)) else { return };
        let ranges = reading::ranges(&self.explorer.model(), &[span]);
        if let Ok(Some(selection)) = dom::window().get_selection()
            && let Some((first, last)) = ranges.first().zip(ranges.last())
            && let (Ok(from), Ok(to)) = (first.start_container(), last.end_container())
        {
            let at = (first.start_offset().unwrap_or(0), last.end_offset().unwrap_or(0));
            let _ = selection.set_base_and_extent(&from, at.0, &to, at.1);
        }
    }

    /// Adds the next so many blocks, and what is left of a list.
    fn add(&mut self, source: &Source<'_>, count: usize) {
        let article = source.article;
        let from = self.absent;
        let item = |n: usize| article.blocks.get(n).is_some_and(|b| b.kind == BlockKind::ListItem);
        let mut to = (from + count).min(article.blocks.len());
        while item(to) {
            to += 1;
        }
        let blocks: Vec<String> = (from..to).map(|n| body::block(source, n)).collect();
        for (place, part) in [(".head", Part::Head), ("#story", Part::Body), (".tail", Part::Tail)]
        {
            let html = body::part_from(article, from, &blocks, part);
            if !html.is_empty()
                && let Some(element) = dom::by_selector(place)
            {
                let _ = element.insert_adjacent_html("beforeend", &html);
            }
        }
        WRITTEN.with_borrow_mut(|written| {
            for (n, place) in written.iter_mut().enumerate().take(to).skip(from) {
                *place = Some(body::signature(source, n));
            }
        });
        self.absent = to;
        self.added = true;
    }

    /// The place that the link asks for may not have been there yet.
    fn go_to_view(&self) {
        let (view, model) = (self.explorer.view.get_untracked(), self.explorer.model());
        // Asked for only where it matters: the page is laid out for the answer.
        let moved = || dom::window().scroll_y().unwrap_or_default() != 0.0;
        match (&view.text, &view.focus) {
            (None, None) => {}
            _ if moved() => {}
            (Some(passage), _) => passage::show(self.explorer, passage),
            (None, Some(id)) => {
                if let Some(span) = model.passages(id).first() {
                    reading::scroll_to(&model, *span);
                }
            }
        }
    }

    fn take_in(&mut self) {
        self.added = false;
        take_in(self.explorer);
    }
}

/// The rest of the page gets to know the blocks that are there.
pub(super) fn take_in(explorer: Explorer) {
    reading::begin(Blocks::find(&explorer.model().article));
    reading::watch(explorer);
}
