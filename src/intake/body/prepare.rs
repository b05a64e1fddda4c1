//! A page made ready: what is never words goes, and double line breaks become paragraphs.

use crate::intake::html::{NodeId, Step, Tree, is_never_words, is_phrasing};

/// Makes a page ready.
pub fn prepare(tree: &mut Tree) {
    take_out_never_words(tree);
    paragraphs_of_breaks(tree);
}

fn take_out_never_words(tree: &mut Tree) {
    let mut step = Some(Step::Enter(Tree::ROOT));
    while let Some(Step::Enter(id) | Step::Leave(id)) = step {
        let gone = matches!(step, Some(Step::Enter(_)))
            && (is_never_words(tree.tag(id))
                || tree.tag(id) == "img" && tree.attribute(id, "src").is_none());
        step = if gone {
            let next = tree.next(Step::Leave(id), Tree::ROOT);
            tree.take_out(id);
            next
        } else {
            step.and_then(|step| tree.next(step, Tree::ROOT))
        };
    }
}

/// For each node whether it is running text: words, or an element of them.
pub fn phrasing(tree: &Tree) -> Vec<bool> {
    let mut is = vec![false; tree.len()];
    // Links and edits are what they hold.
    let mut holds_other = vec![false; tree.len()];
    for step in tree.walk(Tree::ROOT) {
        let (Step::Enter(id) | Step::Leave(id)) = step;
        let at = id as usize;
        let tag = tree.tag(id);
        is[at] = !tree.is_element(id)
            || is_phrasing(tag)
            || matches!(tag, "a" | "del" | "ins") && !holds_other[at];
        let done = matches!(step, Step::Leave(_)) || !tree.is_element(id);
        if done
            && !is[at]
            && let Some(parent) = tree.node(id).parent
        {
            holds_other[parent as usize] = true;
        }
    }
    is
}

/// The next node that is more than white space.
fn next_of(tree: &Tree, at: Option<NodeId>) -> Option<NodeId> {
    std::iter::successors(at, |&at| tree.node(at).after)
        .find(|&at| tree.node(at).text.as_ref().is_none_or(|text| !text.trim().is_empty()))
}

/// `a<br><br>b` becomes `a<p>b</p>`.
fn paragraphs_of_breaks(tree: &mut Tree) {
    let phrasing = phrasing(tree);
    let breaks: Vec<NodeId> = tree.elements(Tree::ROOT, "br").collect();
    for first in breaks {
        // It may have gone with one before.
        if tree.node(first).parent.is_none() {
            continue;
        }
        let mut several = false;
        while let Some(next) = next_of(tree, tree.node(first).after)
            && tree.tag(next) == "br"
        {
            several = true;
            tree.take_out(next);
        }
        if !several {
            continue;
        }
        let paragraph = tree.insert_before(first, "p");
        tree.take_out(first);
        while let Some(next) = tree.node(paragraph).after {
            let ends = tree.tag(next) == "br"
                && next_of(tree, tree.node(next).after)
                    .is_some_and(|after| tree.tag(after) == "br");
            let is_text = phrasing.get(next as usize).copied().unwrap_or(false);
            if ends || !is_text {
                break;
            }
            tree.append(paragraph, next);
        }
        if let Some(parent) = tree.node(paragraph).parent
            && tree.tag(parent) == "p"
        {
            tree.node_mut(parent).tag = "div";
        }
    }
}
