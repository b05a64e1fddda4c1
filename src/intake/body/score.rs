//! Points for paragraphs, and the element that gets most.

use super::measure::{Counts, measure};
use super::{Rules, words};
use crate::intake::html::{NodeId, Tree, is_heading};
use std::collections::HashMap;

/// A paragraph counts from so many scalars on.
const SHORTEST: u32 = 25;

/// How far up a paragraph gives points.
const UP: usize = 5;

/// How many of the best are looked at.
const BEST: usize = 5;

/// So many of the best, with so many points of the first, make their common ancestor the article.
const TOGETHER: u32 = 3;
const NEARLY: f32 = 0.75;

/// Finds the element with the article; what belongs to it is gathered in a new one, which is
/// given.
pub fn top(tree: &mut Tree, scored: &[NodeId], rules: Rules) -> NodeId {
    let page = page(tree);
    let counts = measure(tree, Tree::ROOT);
    let mut points = Points { rules, of: HashMap::new(), order: Vec::new() };
    for &id in scored {
        points.give(tree, &counts, id, page);
    }
    for id in &points.order {
        if let Some(points) = points.of.get_mut(id) {
            *points *= 1.0 - counts.of(*id).link_density();
        }
    }
    let mut best: Vec<NodeId> = Vec::new();
    for &id in &points.order {
        let at = best.iter().position(|&other| points.of(id) > points.of(other));
        match at {
            Some(at) => best.insert(at, id),
            None => best.push(id),
        }
        best.truncate(BEST);
    }
    // Outside of everything, so that nothing it gathers can hold it.
    let article = tree.add_element(Tree::ROOT, "div");
    let is_part = |id: &&NodeId| **id != page && **id != Tree::ROOT;
    let Some(&first) = best.first().filter(is_part) else {
        let whole = if best.first() == Some(&Tree::ROOT) { Tree::ROOT } else { page };
        let all: Vec<NodeId> = tree.inside(whole).filter(|&id| id != article).collect();
        for id in all {
            tree.append(article, id);
        }
        return article;
    };
    let first = widened(tree, &mut points, first, &best, page);
    gather(tree, &counts, &mut points, first, article);
    article
}

/// The page's body, or what stands for it.
fn page(tree: &Tree) -> NodeId {
    let find = |tag| tree.elements(Tree::ROOT, tag).next();
    find("body").or_else(|| find("html")).unwrap_or(Tree::ROOT)
}

struct Points {
    rules: Rules,
    of: HashMap<NodeId, f32>,
    /// Those with points, in the order they got the first.
    order: Vec<NodeId>,
}

impl Points {
    fn of(&self, id: NodeId) -> f32 {
        self.of.get(&id).copied().unwrap_or_default()
    }

    /// What an element has to begin with.
    fn begin(&mut self, tree: &Tree, id: NodeId) {
        if self.of.contains_key(&id) {
            return;
        }
        let tag = tree.tag(id);
        let kind = match tag {
            "div" => 5.0,
            "pre" | "td" | "blockquote" => 3.0,
            "address" | "ol" | "ul" | "dl" | "dd" | "dt" | "li" | "form" => -3.0,
            "th" => -5.0,
            _ if is_heading(tag) => -5.0,
            _ => 0.0,
        };
        let names = if self.rules.names { words::weight(tree, id) } else { 0.0 };
        self.of.insert(id, kind + names);
        self.order.push(id);
    }

    /// A paragraph gives points to what is around it.
    fn give(&mut self, tree: &Tree, counts: &Counts, id: NodeId, page: NodeId) {
        let count = counts.of(id);
        if tree.node(id).parent.is_none() || count.length() < SHORTEST {
            return;
        }
        // One for being there, one for each part between commas, one for each hundred scalars.
        let points = 2.0 + count.commas as f32 + (count.length() / 100).min(3) as f32;
        for (level, around) in tree.around(id).take(UP).enumerate() {
            self.begin(tree, around);
            let share = match level {
                0 => 1.0,
                1 => 2.0,
                level => level as f32 * 3.0,
            };
            *self.of.entry(around).or_default() += points / share;
            if around == page {
                break;
            }
        }
    }
}

/// The best element, or one around it that holds more of the article.
fn widened(
    tree: &Tree,
    points: &mut Points,
    first: NodeId,
    best: &[NodeId],
    page: NodeId,
) -> NodeId {
    let mut top = first;
    let parent = |id: NodeId| tree.node(id).parent.filter(|&id| id != page && id != Tree::ROOT);
    // What is around several of the best.
    let mut holds: HashMap<NodeId, u32> = HashMap::new();
    for &other in best.iter().skip(1) {
        if points.of(other) >= NEARLY * points.of(top) {
            for around in tree.around(other) {
                *holds.entry(around).or_default() += 1;
            }
        }
    }
    let common = std::iter::successors(parent(top), |&id| parent(id));
    if let Some(common) = common.into_iter().find(|id| holds.get(id) >= Some(&TOGETHER)) {
        top = common;
    }
    points.begin(tree, top);
    // If points rise on the way up, more of the article is there.
    let mut last = points.of(top);
    let least = last / 3.0;
    let mut up = parent(top);
    while let Some(around) = up {
        if points.of.contains_key(&around) {
            let now = points.of(around);
            if now < least {
                break;
            }
            if now > last {
                top = around;
                break;
            }
            last = now;
        }
        up = parent(around);
    }
    // The only thing in an element is that element.
    while let Some(around) = parent(top) {
        if tree.elements_inside(around).take(2).count() > 1 {
            break;
        }
        top = around;
    }
    points.begin(tree, top);
    top
}

/// Gathers the best element and the neighbours that belong to it.
fn gather(tree: &mut Tree, counts: &Counts, points: &mut Points, top: NodeId, article: NodeId) {
    let Some(parent) = tree.node(top).parent else { return };
    let enough = (points.of(top) * 0.2).max(10.0);
    let class = tree.attribute(top, "class").unwrap_or_default().to_owned();
    let neighbours: Vec<NodeId> =
        tree.elements_inside(parent).filter(|&id| id != article).collect();
    for id in neighbours {
        let same = !class.is_empty() && tree.attribute(id, "class") == Some(&class);
        let bonus = if same { points.of(top) * 0.2 } else { 0.0 };
        let scored = points.of.get(&id).is_some_and(|points| points + bonus >= enough);
        if id != top && !scored && !is_own_paragraph(tree, counts, id) {
            continue;
        }
        if !matches!(tree.tag(id), "div" | "article" | "section" | "p" | "ol" | "ul") {
            tree.node_mut(id).tag = "div";
        }
        tree.append(article, id);
    }
}

/// A paragraph beside the article that reads like prose.
fn is_own_paragraph(tree: &Tree, counts: &Counts, id: NodeId) -> bool {
    if tree.tag(id) != "p" {
        return false;
    }
    let count = counts.of(id);
    let (length, links) = (count.length(), count.link_density());
    let has_stop = || {
        let line = tree.line(id);
        line.ends_with('.') || line.contains(". ")
    };
    length > 80 && links < 0.25 || (1..80).contains(&length) && links == 0.0 && has_stop()
}
