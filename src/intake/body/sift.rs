//! The first sifting: furniture goes, and what may be paragraphs is listed.

use super::measure::{Count, measure};
use super::prepare::phrasing;
use super::{Rules, words};
use crate::intake::html::{NodeId, Step, Tree, is_heading, is_hidden};
use std::collections::HashSet;

/// How far up an element looks for a table or code around it.
const UP: usize = 4;

/// What the sifting gave.
pub struct Sifted {
    /// The elements that give points to those around.
    pub scored: Vec<NodeId>,
    /// The line that names the author.
    pub byline: Option<String>,
}

/// Sifts the page.
pub fn sift(tree: &mut Tree, rules: Rules, title: &str, has_author: bool) -> Sifted {
    let top = Tree::ROOT;
    let counts = measure(tree, top);
    let phrasing = phrasing(tree);
    let title = Title::new(title);
    let mut title_is_due = true;
    let mut sifted = Sifted { scored: Vec::new(), byline: None };
    let mut step = tree.next(Step::Enter(top), top);
    while let Some(now) = step {
        let Step::Enter(id) = now else {
            step = tree.next(now, top);
            continue;
        };
        if !tree.is_element(id) {
            step = tree.next(now, top);
            continue;
        }
        let count = counts.of(id);
        let is_byline = !has_author
            && sifted.byline.is_none()
            && (1..words::LONGEST_BYLINE).contains(&count.length())
            && words::is_byline(tree, id);
        let is_title = title_is_due && matches!(tree.tag(id), "h1" | "h2") && title.is(tree, id);
        title_is_due &= !is_title;
        if is_byline {
            sifted.byline = Some(words::byline(tree, id));
        }
        if is_byline
            || is_title
            || is_hidden(tree, id)
            || rules.unlikely && is_unlikely(tree, id)
            || is_empty(tree, id, &count)
        {
            step = tree.next(Step::Leave(id), top);
            tree.take_out(id);
            continue;
        }
        if matches!(tree.tag(id), "section" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "td" | "pre")
        {
            sifted.scored.push(id);
        }
        if tree.tag(id) == "div" {
            let id = division(tree, id, &count, &phrasing, &mut sifted.scored);
            step = tree.next(Step::Enter(id), top);
        } else {
            step = tree.next(now, top);
        }
    }
    sifted
}

fn is_unlikely(tree: &Tree, id: NodeId) -> bool {
    if words::has_unlikely_role(tree, id) {
        return true;
    }
    if !words::is_unlikely(tree, id) || matches!(tree.tag(id), "body" | "html" | "a") {
        return false;
    }
    !tree.around(id).take(UP).any(|around| matches!(tree.tag(around), "table" | "code"))
}

/// A division or heading without words, pictures or anything else.
fn is_empty(tree: &Tree, id: NodeId, count: &Count) -> bool {
    let tag = tree.tag(id);
    (matches!(tag, "div" | "section" | "header") || is_heading(tag))
        && count.length() == 0
        && count.pictures + count.embeds == 0
        && tree.elements_inside(id).take(count.breaks as usize + 1).count() as u32 == count.breaks
}

/// A division: running text in it becomes paragraphs, and it becomes one itself if it holds
/// nothing else. Gives the element that then stands in its place.
fn division(
    tree: &mut Tree,
    id: NodeId,
    count: &Count,
    phrasing: &[bool],
    scored: &mut Vec<NodeId>,
) -> NodeId {
    let is_text = |at: NodeId| phrasing.get(at as usize).copied().unwrap_or(false);
    let mut next = tree.node(id).first;
    let mut made = false;
    while let Some(first) = next {
        next = tree.node(first).after;
        if !is_text(first) {
            continue;
        }
        let mut run = vec![first];
        while let Some(more) = next.filter(|&more| is_text(more)) {
            run.push(more);
            next = tree.node(more).after;
        }
        let white = |tree: &Tree, at: NodeId| {
            tree.tag(at) == "br"
                || tree.node(at).text.as_ref().is_some_and(|text| text.trim().is_empty())
        };
        let start = run.iter().position(|&at| !white(tree, at));
        let end = run.iter().rposition(|&at| !white(tree, at));
        let (kept, gone) = match (start, end) {
            (Some(start), Some(end)) => (start..end + 1, [0..start, end + 1..run.len()]),
            _ => (0..0, [0..run.len(), 0..0]),
        };
        if !kept.is_empty() {
            made = true;
            let paragraph = tree.insert_before(run[kept.start], "p");
            for &at in &run[kept] {
                tree.append(paragraph, at);
            }
        }
        for &at in gone.into_iter().flat_map(|range| &run[range]) {
            tree.take_out(at);
        }
    }
    let mut inside = tree.elements_inside(id);
    let only = inside.next().filter(|&only| inside.next().is_none() && tree.tag(only) == "p");
    drop(inside);
    let has_own_words = tree
        .inside(id)
        .any(|at| tree.node(at).text.as_ref().is_some_and(|text| !text.trim_end().is_empty()));
    match only {
        // One paragraph in a division is a paragraph.
        Some(only) if !has_own_words && count.link_density() < 0.25 => {
            let place = tree.insert_before(id, "p");
            tree.append(place, only);
            unwrap(tree, place, only);
            tree.take_out(id);
            scored.push(place);
            place
        }
        _ if !count.has_blocks && !made => {
            tree.node_mut(id).tag = "p";
            scored.push(id);
            id
        }
        _ => id,
    }
}

/// Gives an element the attributes and the content of the one inside, which goes.
fn unwrap(tree: &mut Tree, around: NodeId, inside: NodeId) {
    tree.node_mut(around).attributes = std::mem::take(&mut tree.node_mut(inside).attributes);
    while let Some(first) = tree.node(inside).first {
        tree.append(around, first);
    }
    tree.take_out(inside);
}

/// The headline, to compare headings with.
struct Title {
    words: HashSet<String>,
}

impl Title {
    fn new(title: &str) -> Self {
        Self { words: tokens(title).collect() }
    }

    /// Whether a heading says the same: three quarters of its letters are in words of the title.
    fn is(&self, tree: &Tree, id: NodeId) -> bool {
        let (mut all, mut new) = (0, 0);
        for word in tokens(&tree.line(id)) {
            all += word.chars().count();
            new += if self.words.contains(&word) { 0 } else { word.chars().count() };
        }
        all > 0 && !self.words.is_empty() && new * 4 < all
    }
}

fn tokens(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}
