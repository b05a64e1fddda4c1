//! What the writers of this room need to know about an article, looked up once.

use super::axis::Axis;
use super::words;
use crate::article::{Article, Block, BlockKind, Id, Index, Part, PlainText};
use std::cell::OnceCell;

/// An article to be written, and how much of it.
pub struct Source<'a> {
    /// The article.
    pub article: &'a Article,
    /// Who belongs to what.
    pub index: &'a Index,
    /// Its plain text.
    pub text: &'a PlainText,
    /// Whether entries are written without their inside: what a panel shows.
    pub brief: bool,
    /// The most places, events and quotations that an entry lists; it says how many more there
    /// are.
    pub most: usize,
    /// Whether entries show all that a person can correct on their cards. A published page, which
    /// holds all entries at once, has the rest in the entries of what belongs to them.
    pub whole: bool,
    plan: &'a Plan,
}

/// What stands where in an article; it may outlive many [`Source`]s.
#[derive(Default)]
pub struct Plan {
    /// Of each block, its number as a paragraph.
    numbers: Vec<Option<usize>>,
    /// Of each block, what begins in it.
    held: Vec<Held>,
    /// Its events in time; made when first asked for.
    axis: OnceCell<Axis>,
}

/// What begins in a block, as places in the article's lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    pub(super) mentions: Vec<u32>,
    pub(super) times: Vec<u32>,
    pub(super) quotes: Vec<u32>,
    pub(super) figures: Vec<u32>,
}

impl Plan {
    /// Looks through the article once.
    pub fn new(article: &Article, index: &Index) -> Self {
        let mut last = 0;
        let number = |block: &Block| {
            is_numbered(block).then(|| {
                last += 1;
                last
            })
        };
        let numbers = article.blocks.iter().map(number).collect();
        Self { numbers, held: held(article, index), axis: OnceCell::new() }
    }
}

impl<'a> Source<'a> {
    /// All of the article.
    pub fn new(
        article: &'a Article,
        index: &'a Index,
        text: &'a PlainText,
        plan: &'a Plan,
    ) -> Self {
        Self { article, index, text, brief: false, most: usize::MAX, whole: false, plan }
    }

    /// The id of a block's element: `para-3` for the third paragraph of the story, `block-20`
    /// for other blocks.
    pub fn block_id(&self, block: usize) -> String {
        match self.number(block) {
            Some(number) => format!("para-{number}"),
            None => format!("block-{block}"),
        }
    }

    /// What to call the place of a block: `¶ 3`.
    pub fn place(&self, block: usize) -> String {
        words::place_of(self.article, block, self.number(block))
    }

    /// What a mark's class says of a thing that a program found.
    pub(super) fn found(&self, id: &Id) -> &'static str {
        if self.article.found.contains_key(id) { " found" } else { "" }
    }

    /// The number of a block as a paragraph.
    pub(super) fn number(&self, block: usize) -> Option<usize> {
        self.plan.numbers.get(block).copied().flatten()
    }

    /// What begins in a block.
    pub(super) fn held(&self, block: usize) -> Option<&Held> {
        self.plan.held.get(block)
    }

    /// The events in time.
    pub(super) fn axis(&self) -> &Axis {
        self.plan.axis.get_or_init(|| Axis::new(self.article))
    }
}

fn held(article: &Article, index: &Index) -> Vec<Held> {
    let mut held = vec![Held::default(); article.blocks.len()];
    let mut put = |at: u32, list: fn(&mut Held) -> &mut Vec<u32>, n: usize| {
        if let Some(block) = held.get_mut(index.block_at(at)) {
            list(block).push(n as u32);
        }
    };
    for (n, mention) in article.mentions.iter().enumerate() {
        put(mention.span.start, |held| &mut held.mentions, n);
    }
    for (n, time) in article.times.iter().enumerate() {
        put(time.span.start, |held| &mut held.times, n);
    }
    for (n, quote) in article.quotes.iter().enumerate() {
        put(quote.span.start, |held| &mut held.quotes, n);
    }
    for (n, figure) in article.figures.iter().enumerate() {
        put(figure.number.start, |held| &mut held.figures, n);
    }
    held
}

fn is_numbered(block: &Block) -> bool {
    block.part == Part::Body && block.kind != BlockKind::Separator
}

/// The number of a paragraph in the story, counted from 1, as readers cite it.
pub fn paragraph_number(article: &Article, block: usize) -> Option<usize> {
    article.blocks.get(block).filter(|b| is_numbered(b))?;
    Some(article.blocks[..=block].iter().filter(|b| is_numbered(b)).count())
}
