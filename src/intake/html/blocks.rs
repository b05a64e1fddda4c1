//! From a tree to blocks: words, emphasis and links; everything else stays outside.

use super::look;
use super::tags;
use super::tree::{NodeId, Step, Tree};
use super::writer::Writer;
use crate::article::address;
use crate::article::{Block, BlockKind};

/// What stands between two cells of a table's row.
const CELLS: &str = " | ";

/// The blocks of a node and all inside. `base` is the page's address, for relative links.
///
/// Pictures are left out, their captions are kept as credits: a caption names people, places and
/// days that the text may not, and set apart it cannot be taken for the story. Offsets of inlines
/// count from the beginning of their block.
pub fn blocks(tree: &Tree, top: NodeId, base: Option<&str>) -> Vec<Block> {
    let holds_blocks = holding_blocks(tree, top);
    let mut reader = Reader {
        tree,
        base,
        holds_blocks,
        writer: Writer::default(),
        numbers: Vec::new(),
        headings: 0,
        captions: 0,
        quotations: 0,
        preformatted: 0,
        breaks: 0,
    };
    let mut step = Step::Enter(top);
    loop {
        let skipped = match step {
            Step::Enter(id) => !reader.enter(id),
            Step::Leave(id) => {
                reader.leave(id);
                false
            }
        };
        if skipped && let Step::Enter(id) = step {
            step = Step::Leave(id);
        }
        match tree.next(step, top) {
            Some(next) => step = next,
            None => break,
        }
    }
    reader.writer.finish()
}

/// For each node whether a block stands inside.
fn holding_blocks(tree: &Tree, top: NodeId) -> Vec<bool> {
    let mut holds = vec![false; tree.len()];
    for step in tree.walk(top) {
        let Step::Leave(id) = step else { continue };
        if (holds[id as usize] || tags::is_block(tree.tag(id)))
            && let Some(parent) = tree.node(id).parent
        {
            holds[parent as usize] = true;
        }
    }
    holds
}

struct Reader<'t> {
    tree: &'t Tree,
    base: Option<&'t str>,
    holds_blocks: Vec<bool>,
    writer: Writer,
    /// The next number of each open list; none for bullets.
    numbers: Vec<Option<u64>>,
    headings: u32,
    captions: u32,
    quotations: u32,
    preformatted: u32,
    /// Line breaks since the last word.
    breaks: u32,
}

impl Reader<'_> {
    /// Whether what is inside is to be read.
    fn enter(&mut self, id: NodeId) -> bool {
        let tree = self.tree;
        if let Some(text) = &tree.node(id).text {
            self.words(text);
            return true;
        }
        let tag = tree.tag(id);
        if tags::is_never_words(tag) || is_control(tag) || look::is_hidden(tree, id) {
            return false;
        }
        if tags::is_block(tag) {
            self.part();
        }
        match tag {
            "br" => {
                self.breaks += 1;
                if self.breaks > 1 {
                    self.part();
                }
            }
            "hr" => self.writer.separator(),
            "ol" => {
                let first = tree.attribute(id, "start").and_then(|first| first.parse().ok());
                self.numbers.push(Some(first.unwrap_or(1)));
            }
            "ul" | "menu" | "dir" => self.numbers.push(None),
            "li" => {
                let number = self.numbers.last_mut().and_then(Option::as_mut).map(|number| {
                    let now = *number;
                    *number = now.saturating_add(1);
                    now
                });
                self.writer.bullet(number.map_or_else(String::new, |number| format!("{number}. ")));
            }
            "p" if look::is_word_list(tree, id) => self.writer.bullet(String::new()),
            "td" | "th" => {
                if self.is_cell_of_line(id) {
                    if self.writer.is_open() {
                        self.writer.words(CELLS);
                    }
                } else {
                    self.part();
                }
            }
            "tr" | "caption" => self.part(),
            "q" => self.writer.words("“"),
            _ if tags::is_heading(tag) => self.headings += 1,
            _ => {}
        }
        self.count(id, |n| n + 1);
        self.begin_inlines(id);
        self.kind();
        true
    }

    fn leave(&mut self, id: NodeId) {
        let tag = self.tree.tag(id);
        if tags::is_never_words(tag) || is_control(tag) || look::is_hidden(self.tree, id) {
            return;
        }
        if tag == "q" {
            self.writer.words("”");
        }
        self.end_inlines(id);
        let is_cell = matches!(tag, "td" | "th") && !self.is_cell_of_line(id);
        if tags::is_block(tag) || is_cell || matches!(tag, "tr" | "caption") {
            self.part();
        }
        match tag {
            "ol" | "ul" | "menu" | "dir" => drop(self.numbers.pop()),
            "li" => self.writer.no_bullet(),
            _ if tags::is_heading(tag) => self.headings = self.headings.saturating_sub(1),
            _ => {}
        }
        self.count(id, |n| n.saturating_sub(1));
        self.kind();
    }

    fn count(&mut self, id: NodeId, change: fn(u32) -> u32) {
        match self.tree.tag(id) {
            "blockquote" => self.quotations = change(self.quotations),
            "pre" | "listing" => self.preformatted = change(self.preformatted),
            _ => {}
        }
        if look::is_caption(self.tree, id) {
            self.captions = change(self.captions);
        }
    }

    fn kind(&mut self) {
        self.writer.kind = if self.headings > 0 {
            BlockKind::Heading
        } else if self.captions > 0 {
            BlockKind::Credit
        } else if self.quotations > 0 {
            BlockKind::Quotation
        } else {
            BlockKind::Paragraph
        };
    }

    /// Whether this cell and those beside it hold nothing but running text: then the row is a line.
    fn is_cell_of_line(&self, id: NodeId) -> bool {
        self.tree.node(id).parent.is_some_and(|row| !self.holds_blocks[row as usize])
    }

    /// Ends the open block.
    fn part(&mut self) {
        self.breaks = 0;
        self.writer.part();
    }

    fn words(&mut self, text: &str) {
        if self.preformatted > 0 {
            for (n, part) in text.split("\n\n").enumerate() {
                if n > 0 {
                    self.part();
                }
                self.writer.words(part);
            }
        } else if text.chars().all(char::is_whitespace) {
            self.writer.words(" ");
        } else {
            if self.breaks > 0 {
                self.writer.words(" ");
                self.breaks = 0;
            }
            self.writer.words(text);
        }
    }

    fn begin_inlines(&mut self, id: NodeId) {
        let weight = look::weight(self.tree, id);
        self.writer.strong(weight.strong, true);
        self.writer.emphasis(weight.emphasis, true);
        if let Some(href) = self.link(id) {
            self.writer.begin_link(address::resolve(href, self.base));
        }
    }

    fn end_inlines(&mut self, id: NodeId) {
        if self.link(id).is_some() {
            self.writer.end_link();
        }
        let weight = look::weight(self.tree, id);
        self.writer.emphasis(weight.emphasis, false);
        self.writer.strong(weight.strong, false);
    }

    fn link(&self, id: NodeId) -> Option<&str> {
        self.tree.attribute(id, "href").filter(|_| self.tree.tag(id) == "a")
    }
}

/// Elements to type into or to press, and what is embedded.
fn is_control(tag: &str) -> bool {
    matches!(tag, "button" | "select" | "textarea" | "input" | "iframe" | "object" | "embed")
}
