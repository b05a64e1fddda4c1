//! A page as a tree in one list. No walk over it uses the stack, however deep it is.

use super::tags::{self, Tag};

/// The place of a node in its tree.
pub type NodeId = u32;

/// An element or a piece of text.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The element's name; empty for unknown ones and for text.
    pub tag: Tag,
    /// The words of a piece of text; none for elements.
    pub text: Option<String>,
    /// The attributes that matter.
    pub attributes: Vec<(&'static str, String)>,
    /// The node around it; the root has none, nor has what was taken out.
    pub parent: Option<NodeId>,
    /// The first node inside.
    pub first: Option<NodeId>,
    /// The last node inside.
    pub last: Option<NodeId>,
    /// The node before it, in the same parent.
    pub before: Option<NodeId>,
    /// The node after it, in the same parent.
    pub after: Option<NodeId>,
}

/// A tree of nodes; node 0 is the root.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

/// A step of a walk: every element is entered once and left once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before what is inside. Text is entered only.
    Enter(NodeId),
    /// After what is inside.
    Leave(NodeId),
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl Tree {
    /// The root.
    pub const ROOT: NodeId = 0;

    /// How many nodes there are, with those that were taken out.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// A node, to be changed.
    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// The element's name; empty for text.
    pub fn tag(&self, id: NodeId) -> Tag {
        self.node(id).tag
    }

    /// Whether it is an element, known or not.
    pub fn is_element(&self, id: NodeId) -> bool {
        self.node(id).text.is_none()
    }

    /// The value of an attribute, if the element has it.
    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        let found = self.node(id).attributes.iter().find(|(known, _)| *known == name)?;
        Some(&found.1)
    }

    /// Appends a new element.
    pub fn add_element(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        self.add(parent, Node { tag, ..Node::default() })
    }

    /// Appends words.
    pub fn add_text(&mut self, parent: NodeId, words: &str) {
        match self.node(parent).last.map(|last| self.node_mut(last)) {
            Some(Node { text: Some(text), .. }) => text.push_str(words),
            _ => {
                self.add(parent, Node { text: Some(words.to_owned()), ..Node::default() });
            }
        }
    }

    fn add(&mut self, parent: NodeId, node: Node) -> NodeId {
        let id = self.nodes.len() as NodeId;
        self.nodes.push(node);
        self.append(parent, id);
        id
    }

    /// Moves a node to the end of another.
    pub fn append(&mut self, parent: NodeId, id: NodeId) {
        self.take_out(id);
        let last = self.node(parent).last;
        let node = self.node_mut(id);
        (node.parent, node.before) = (Some(parent), last);
        match last {
            Some(last) => self.node_mut(last).after = Some(id),
            None => self.node_mut(parent).first = Some(id),
        }
        self.node_mut(parent).last = Some(id);
    }

    /// Puts a new element before a node, in the same parent.
    pub fn insert_before(&mut self, next: NodeId, tag: Tag) -> NodeId {
        let id = self.nodes.len() as NodeId;
        let (parent, before) = (self.node(next).parent, self.node(next).before);
        self.nodes.push(Node { tag, parent, before, after: Some(next), ..Node::default() });
        self.node_mut(next).before = Some(id);
        match (before, parent) {
            (Some(before), _) => self.node_mut(before).after = Some(id),
            (None, Some(parent)) => self.node_mut(parent).first = Some(id),
            (None, None) => {}
        }
        id
    }

    /// Takes a node out, with all inside.
    pub fn take_out(&mut self, id: NodeId) {
        let node = self.node_mut(id);
        let (parent, before, after) = (node.parent.take(), node.before.take(), node.after.take());
        let Some(parent) = parent else { return };
        match before {
            Some(before) => self.node_mut(before).after = after,
            None => self.node_mut(parent).first = after,
        }
        match after {
            Some(after) => self.node_mut(after).before = before,
            None => self.node_mut(parent).last = before,
        }
    }

    /// The nodes directly inside.
    pub fn inside(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.node(id).first, |&at| self.node(at).after)
    }

    /// The elements directly inside.
    pub fn elements_inside(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.inside(id).filter(|&at| self.is_element(at))
    }

    /// The nodes around it, from the nearest on.
    pub fn around(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.node(id).parent, |&at| self.node(at).parent)
    }

    /// The step after this one, on a walk through `top`.
    pub fn next(&self, step: Step, top: NodeId) -> Option<Step> {
        let (at, first) = match step {
            Step::Enter(at) => (at, self.node(at).first),
            Step::Leave(at) => (at, None),
        };
        if let Some(first) = first {
            return Some(Step::Enter(first));
        }
        if matches!(step, Step::Enter(_)) && self.is_element(at) {
            return Some(Step::Leave(at));
        }
        if at == top {
            return None;
        }
        let node = self.node(at);
        node.after.map(Step::Enter).or(node.parent.map(Step::Leave))
    }

    /// A walk through a node and all inside, in the order of the text.
    pub fn walk(&self, top: NodeId) -> impl Iterator<Item = Step> + '_ {
        std::iter::successors(Some(Step::Enter(top)), move |&step| self.next(step, top))
    }

    /// A node and all inside, in the order of the text.
    pub fn all(&self, top: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.walk(top).filter_map(|step| match step {
            Step::Enter(id) => Some(id),
            Step::Leave(_) => None,
        })
    }

    /// The elements of this name inside a node, in the order of the text.
    pub fn elements<'t>(&'t self, top: NodeId, tag: &'t str) -> impl Iterator<Item = NodeId> + 't {
        self.all(top).filter(move |&id| self.tag(id) == tag && self.is_element(id))
    }

    /// All words inside, as they stand.
    pub fn words(&self, top: NodeId) -> String {
        self.all(top).filter_map(|id| self.node(id).text.as_deref()).collect()
    }

    /// The words inside as one line, with single spaces between them. For lines such as
    /// headings: not more than a thousand nodes are looked at, since elements may stand in one
    /// another without end.
    pub fn line(&self, top: NodeId) -> String {
        let words = self.all(top).take(1_000).map(|id| match &self.node(id).text {
            Some(text) => text.as_str(),
            // What begins a line of its own parts words.
            None if self.tag(id) == "br" || tags::is_block(self.tag(id)) => " ",
            None => "",
        });
        one_line(&words.collect::<String>())
    }
}

/// Words with single spaces between them and none around.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(tree: &Tree) -> String {
        let step = |step| match step {
            Step::Enter(id) => match &tree.node(id).text {
                Some(text) => text.clone(),
                None => format!("<{}>", tree.tag(id)),
            },
            Step::Leave(_) => "/".to_owned(),
        };
        tree.walk(Tree::ROOT).map(step).collect()
    }

    #[test]
    fn nodes_are_added_moved_and_taken_out() {
        let mut tree = Tree::default();
        let div = tree.add_element(Tree::ROOT, "div");
        tree.add_text(div, "a");
        tree.add_text(div, "b");
        let p = tree.add_element(div, "p");
        tree.add_text(p, "c");
        assert_eq!(shape(&tree), "<><div>ab<p>c///");
        let h1 = tree.insert_before(p, "h1");
        assert_eq!(shape(&tree), "<><div>ab<h1>/<p>c///");
        tree.append(Tree::ROOT, h1);
        tree.take_out(p);
        assert_eq!(shape(&tree), "<><div>ab/<h1>//");
        tree.append(h1, p);
        assert_eq!(shape(&tree), "<><div>ab/<h1><p>c///");
        assert_eq!(tree.line(Tree::ROOT), "ab c");
        assert_eq!(tree.around(p).collect::<Vec<_>>(), [h1, Tree::ROOT]);
    }
}
