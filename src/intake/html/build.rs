//! From HTML to a tree, forgiving as browsers are.
//!
//! The tokens are the standard's (`html5gum`). The tree follows its rules where they decide which
//! words belong together: implied end tags, elements without content, text that only looks like
//! elements. It does not move what stands between the cells of a table, and formatting that is
//! closed out of order ends where it is closed. Every question of the standard about what is open
//! is answered by remembered places, so that time is linear in the page.

mod open;

use super::tags::{self, Tag};
use super::tree::{NodeId, Tree};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use open::{Name, Open};
use std::collections::HashMap;

/// How far from its element a misplaced end tag is still obeyed, in open elements.
const FAR: usize = 64;

/// Builds the tree of a page or of a piece of one.
pub fn build(html: &str) -> Tree {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut builder = Builder::default();
    builder.open.push(Open {
        node: Tree::ROOT,
        name: Name::Other(0),
        same: None,
        border: None,
        closed: false,
    });
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => builder.start(tag),
            Token::EndTag(tag) => {
                let name = builder.name(&tag.name);
                builder.end(name);
            }
            Token::String(words) => builder.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    builder.tree
}

#[derive(Default)]
struct Builder {
    tree: Tree,
    open: Vec<Open>,
    /// The last open element of each name.
    last: HashMap<Name, usize>,
    border: Option<usize>,
    /// Numbers of names without a meaning.
    others: HashMap<Vec<u8>, u32>,
}

impl Builder {
    fn name(&mut self, name: &[u8]) -> Name {
        let tag = tags::tag(name);
        if !tag.is_empty() {
            return Name::Known(tag);
        }
        let next = self.others.len() as u32 + 1;
        Name::Other(*self.others.entry(name.to_owned()).or_insert(next))
    }

    fn start(&mut self, token: StartTag<()>) {
        let name = self.name(&token.name);
        let tag = name.tag();
        match tag {
            "html" | "body" if self.is_open(tag) => {
                // The attributes of a second one count where the first has none.
                let node = self.last(name).map(|at| self.open[at].node);
                return self.attributes(node.unwrap_or(Tree::ROOT), token);
            }
            "html" => {}
            "head" if self.is_open("body") => return,
            "head" => {}
            _ if !tags::is_of_head(tag) => self.close_if_open("head", None),
            _ => {}
        }
        self.close_implied(tag);
        let parent = self.top();
        let node = self.tree.add_element(parent, tag);
        let closes_itself = token.self_closing && (tag.is_empty() || self.is_open("svg"));
        self.attributes(node, token);
        if !tags::is_void(tag) && !closes_itself {
            let at = self.open.len();
            let same = self.last.insert(name, at);
            self.open.push(Open { node, name, same, border: self.border, closed: false });
            if tags::is_border(tag) {
                self.border = Some(at);
            }
        }
    }

    fn attributes(&mut self, node: NodeId, token: StartTag<()>) {
        let mut picture = false;
        for (name, value) in token.attributes {
            // A picture that a script loads later has its address in some other attribute.
            picture |= [&b".jpg"[..], b".jpeg", b".png", b".webp"]
                .iter()
                .any(|ending| value.windows(ending.len()).any(|part| part == *ending))
                || matches!(name.as_slice(), b"src" | b"srcset" | b"data-src" | b"data-srcset");
            let Some(name) = tags::attribute(&name) else { continue };
            if self.tree.attribute(node, name).is_none() {
                let value = String::from_utf8_lossy(&value).into_owned();
                self.tree.node_mut(node).attributes.push((name, value));
            }
        }
        if picture && self.tree.tag(node) == "img" && self.tree.attribute(node, "src").is_none() {
            self.tree.node_mut(node).attributes.push(("src", String::new()));
        }
    }

    /// Closes what cannot contain the element that begins.
    fn close_implied(&mut self, tag: Tag) {
        if tags::is_block(tag) {
            // Foreign content ends where a block begins.
            self.close_if_open("svg", self.border);
            self.close_if_open("p", self.border);
        }
        let border = self.border;
        let inside = |builder: &mut Self, of: &[Tag]| {
            of.iter().filter_map(|tag| builder.last(Name::Known(tag))).chain(border).max()
        };
        match tag {
            "li" => {
                let within = inside(self, &["ul", "ol", "menu", "dir"]);
                self.close_if_open("li", within);
            }
            "dd" | "dt" => {
                let within = inside(self, &["dl"]);
                self.close_if_open("dd", within);
                self.close_if_open("dt", within);
            }
            "option" | "optgroup" => {
                let within = inside(self, &["select"]);
                self.close_if_open("option", within);
            }
            "a" | "button" => self.end_formatting(tag),
            "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "caption" => {
                let table = self.last(Name::Known("table"));
                let Some(table) = table else { return };
                self.close_if_open("caption", Some(table));
                self.close_if_open("td", Some(table));
                self.close_if_open("th", Some(table));
                if !matches!(tag, "td" | "th") {
                    self.close_if_open("tr", Some(table));
                }
                if matches!(tag, "tbody" | "thead" | "tfoot") {
                    for group in ["tbody", "thead", "tfoot"] {
                        self.close_if_open(group, Some(table));
                    }
                }
            }
            _ if tags::is_heading(tag)
                && self.open.last().is_some_and(|open| tags::is_heading(open.name.tag())) =>
            {
                self.pop();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: Name) {
        let tag = name.tag();
        match tag {
            // What follows the end of the page belongs to it all the same.
            "html" | "body" => {}
            "br" => {
                self.tree.add_element(self.top(), "br");
            }
            "p" if self.last(Name::Known("p")) <= self.border => {
                self.tree.add_element(self.top(), "p");
            }
            _ if tags::is_formatting(tag) => self.end_formatting(tag),
            _ if tags::is_heading(tag) => {
                let headings = ["h1", "h2", "h3", "h4", "h5", "h6"].into_iter();
                let open = headings.filter_map(|heading| self.last(Name::Known(heading))).max();
                if let Some(at) = open.filter(|at| Some(*at) > self.border) {
                    self.pop_to(at);
                }
            }
            "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "caption" => {
                let table = self.last(Name::Known("table"));
                self.close_if_open(tag, if tag == "table" { None } else { table });
            }
            _ => {
                let border = if tags::is_border(tag) { None } else { self.border };
                self.close(name, border);
            }
        }
    }

    /// Ends formatting; blocks that began in it stay open, and stand behind it from then on.
    fn end_formatting(&mut self, tag: Tag) {
        let Some(at) = self.last(Name::Known(tag)).filter(|at| Some(*at) > self.border) else {
            return;
        };
        let above = self.open.get(at + 1..).unwrap_or_default();
        if above.len() > FAR {
            return;
        }
        let block = above.iter().position(|open| !tags::is_formatting(open.name.tag()));
        let Some(block) = block.map(|block| at + 1 + block) else { return self.pop_to(at) };
        let moved = self.open[block].node;
        for open in &mut self.open[at..block] {
            open.closed = true;
        }
        if let Some(parent) = self.tree.node(self.open[at].node).parent {
            self.tree.append(parent, moved);
        }
    }

    fn words(&mut self, words: &str) {
        if self.open.last().is_some_and(|open| open.name == Name::Known("head")) {
            if words.trim().is_empty() {
                return;
            }
            self.pop();
        }
        self.tree.add_text(self.top(), words);
    }

    fn top(&self) -> NodeId {
        self.open.last().map_or(Tree::ROOT, |open| open.node)
    }

    fn is_open(&mut self, tag: Tag) -> bool {
        self.last(Name::Known(tag)).is_some()
    }

    /// The place of the last open element of this name.
    fn last(&mut self, name: Name) -> Option<usize> {
        let mut at = self.last.get(&name).copied();
        while let Some(open) = at.and_then(|at| self.open.get(at)).filter(|open| open.closed) {
            at = open.same;
        }
        self.remember(name, at);
        at
    }

    fn remember(&mut self, name: Name, at: Option<usize>) {
        match at {
            Some(at) => self.last.insert(name, at),
            None => self.last.remove(&name),
        };
    }

    /// Closes the last open element of this name, if it was opened after `within`.
    fn close_if_open(&mut self, tag: Tag, within: Option<usize>) {
        self.close(Name::Known(tag), within);
    }

    fn close(&mut self, name: Name, within: Option<usize>) {
        if let Some(at) = self.last(name).filter(|at| Some(*at) > within) {
            self.pop_to(at);
        }
    }

    /// Closes all from this place on; the root stays.
    fn pop_to(&mut self, at: usize) {
        while self.open.len() > at.max(1) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        // With it goes what was closed out of order and has nothing open in it any more.
        while let Some(open) = self.open.pop() {
            if self.last.get(&open.name) == Some(&self.open.len()) {
                self.remember(open.name, open.same);
            }
            self.border = open.border;
            if !self.open.last().is_some_and(|open| open.closed) {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests;
