//! Writes blocks word by word, with the emphasis and links that are open meanwhile.

use crate::article::{Block, BlockKind, Inline, InlineKind, Part, Span};
use std::collections::HashMap;

/// The longest line all in bold that is taken for a heading, in scalars.
const LONGEST_HEADING: usize = 100;

/// What a separator without words of its own is written as.
const SEPARATOR: &str = "* * *";

/// Emphasis that is open; nested ones of the same kind are one.
#[derive(Default)]
struct Emphasis {
    depth: u32,
    start: u32,
}

/// Blocks as they are written.
#[derive(Default)]
pub struct Writer {
    /// The kind of the blocks that begin from now on.
    pub kind: BlockKind,
    blocks: Vec<Block>,
    /// The open block.
    open: Option<BlockKind>,
    text: Vec<char>,
    inlines: Vec<Inline>,
    /// Whether white space came after the last word.
    space: bool,
    /// What the list item that began is to begin with: its number, or nothing.
    bullet: Option<String>,
    strong: Emphasis,
    emphasis: Emphasis,
    /// The links that are open; only the last counts.
    links: Vec<Option<String>>,
    link_start: u32,
}

impl Writer {
    /// Adds words to the open block; white space is one space.
    pub fn words(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                // Soft hyphens and what has no width would only part a word.
                '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}' => {}
                c if c.is_whitespace() => self.space = true,
                c if c.is_control() => {}
                c => self.letter(c),
            }
        }
    }

    fn letter(&mut self, c: char) {
        if self.open.is_none() {
            let bullet = self.bullet.take();
            self.open = Some(match (&bullet, self.kind) {
                (Some(_), BlockKind::Paragraph | BlockKind::Quotation) => BlockKind::ListItem,
                (_, kind) => kind,
            });
            self.text.extend(bullet.unwrap_or_default().chars());
            let start = self.text.len() as u32;
            (self.strong.start, self.emphasis.start, self.link_start) = (start, start, start);
            self.space = false;
        }
        if std::mem::take(&mut self.space) {
            self.text.push(' ');
        }
        self.text.push(c);
    }

    /// Whether words stand in the open block.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// What the next block begins with, as an item of a list.
    pub fn bullet(&mut self, bullet: String) {
        self.bullet = Some(bullet);
    }

    /// The item is over, even if it was empty.
    pub fn no_bullet(&mut self) {
        self.bullet = None;
    }

    /// Bold begins or ends, if `is`.
    pub fn strong(&mut self, is: bool, begins: bool) {
        if is && change(&mut self.strong, begins, self.text.len()) {
            self.mark(self.strong.start, InlineKind::Strong);
        }
    }

    /// Italic begins or ends, if `is`.
    pub fn emphasis(&mut self, is: bool, begins: bool) {
        if is && change(&mut self.emphasis, begins, self.text.len()) {
            self.mark(self.emphasis.start, InlineKind::Emphasis);
        }
    }

    /// A link begins; without an address its words are plain.
    pub fn begin_link(&mut self, address: Option<String>) {
        self.mark_link();
        self.links.push(address);
    }

    /// The last link ends.
    pub fn end_link(&mut self) {
        self.mark_link();
        self.links.pop();
    }

    fn mark_link(&mut self) {
        if let Some(Some(address)) = self.links.last() {
            let kind = InlineKind::Link { address: Some(address.clone()) };
            self.mark(self.link_start, kind);
        }
        self.link_start = self.text.len() as u32;
    }

    /// Marks the open block's words from `start` on, without white space around them.
    fn mark(&mut self, start: u32, kind: InlineKind) {
        let is_space = |at: usize| self.text.get(at).is_none_or(|c| *c == ' ');
        let (mut start, mut end) = (start as usize, self.text.len());
        while start < end && is_space(start) {
            start += 1;
        }
        while end > start && is_space(end - 1) {
            end -= 1;
        }
        if start < end {
            let span = Span::new(start as u32, end as u32);
            self.inlines.push(Inline { span, kind });
        }
    }

    /// Ends the open block; emphasis and links go on in the next.
    pub fn part(&mut self) {
        let Some(kind) = self.open.take() else { return };
        if self.strong.depth > 0 {
            self.mark(self.strong.start, InlineKind::Strong);
        }
        if self.emphasis.depth > 0 {
            self.mark(self.emphasis.start, InlineKind::Emphasis);
        }
        self.mark_link();
        let text: String = self.text.drain(..).collect();
        let inlines = joined(std::mem::take(&mut self.inlines));
        self.space = false;
        (self.strong.start, self.emphasis.start, self.link_start) = (0, 0, 0);
        self.blocks.push(block(kind, text, inlines));
    }

    /// A line between two sections.
    pub fn separator(&mut self) {
        self.part();
        let after_words = self.blocks.last().is_some_and(|b| b.kind != BlockKind::Separator);
        if after_words {
            self.blocks.push(block(BlockKind::Separator, SEPARATOR.to_owned(), Vec::new()));
        }
    }

    /// All blocks; offsets of inlines count from their own block's beginning.
    pub fn finish(mut self) -> Vec<Block> {
        self.part();
        if self.blocks.last().is_some_and(|last| last.text == SEPARATOR) {
            self.blocks.pop();
        }
        self.blocks
    }
}

/// Whether the outermost of its kind has ended.
fn change(emphasis: &mut Emphasis, begins: bool, now: usize) -> bool {
    if begins {
        if emphasis.depth == 0 {
            emphasis.start = now as u32;
        }
        emphasis.depth += 1;
        return false;
    }
    emphasis.depth = emphasis.depth.saturating_sub(1);
    emphasis.depth == 0
}

/// A block; what its words alone say of its kind is heard.
fn block(kind: BlockKind, text: String, mut inlines: Vec<Inline>) -> Block {
    let length = text.chars().count();
    let whole = |inline: &Inline| inline.span == Span::new(0, length as u32);
    let is_bold = inlines.iter().any(|i| whole(i) && i.kind == InlineKind::Strong);
    let mut kind = kind;
    if kind == BlockKind::Paragraph && !text.chars().any(char::is_alphanumeric) {
        kind = BlockKind::Separator;
    } else if kind == BlockKind::Paragraph
        && is_bold
        && length <= LONGEST_HEADING
        && !text.ends_with(['.', '!', ':', ';', ',', '”', '"', '…'])
    {
        kind = BlockKind::Heading;
    }
    if kind == BlockKind::Heading {
        // A heading is bold as a whole; that says nothing.
        inlines.retain(|i| !(whole(i) && i.kind == InlineKind::Strong));
    }
    Block { kind, part: Part::Body, text, inlines }
}

/// Inlines in text order, the outer first; those of one kind that touch are one.
fn joined(mut inlines: Vec<Inline>) -> Vec<Inline> {
    inlines.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    // How many end at each place: what others end with must end there, or they would cross.
    let mut ends: HashMap<u32, u32> = HashMap::new();
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        *ends.entry(inline.span.end).or_default() += 1;
        match kept.last_mut() {
            Some(last)
                if last.kind == inline.kind
                    && last.span.end == inline.span.start
                    && ends.get(&last.span.end) == Some(&1) =>
            {
                last.span.end = inline.span.end;
            }
            _ => kept.push(inline),
        }
    }
    kept
}
