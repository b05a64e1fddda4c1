//! What the page's own marks call furniture, in rich text: menus, feet, share buttons.

use super::measure::measure;
use super::words;
use crate::intake::html::{self, NodeId, Step, Tree};

/// Longer elements may be the article, whatever they are called, in scalars.
const LONGEST_FOOT: u32 = 3_000;
const LONGEST_SHARE: u32 = 500;

/// Takes it out; how many blocks it had.
pub fn take_out(tree: &mut Tree) -> usize {
    let counts = measure(tree, Tree::ROOT);
    let all = counts.of(Tree::ROOT).length();
    let mut blocks = 0;
    let mut step = tree.next(Step::Enter(Tree::ROOT), Tree::ROOT);
    while let Some(now) = step {
        match now {
            // What holds most of the words is no furniture.
            Step::Enter(id)
                if tree.is_element(id)
                    && counts.of(id).length() * 2 < all
                    && is_furniture(tree, id, counts.of(id).length()) =>
            {
                blocks += html::blocks(tree, id, None).len();
                step = tree.next(Step::Leave(id), Tree::ROOT);
                tree.take_out(id);
            }
            now => step = tree.next(now, Tree::ROOT),
        }
    }
    blocks
}

fn is_furniture(tree: &Tree, id: NodeId, length: u32) -> bool {
    let role = tree.attribute(id, "role").unwrap_or_default();
    let in_quotation = || tree.around(id).any(|around| tree.tag(around) == "blockquote");
    match tree.tag(id) {
        "nav" => true,
        "footer" => length < LONGEST_FOOT && !in_quotation(),
        _ => {
            matches!(role, "navigation" | "menu" | "menubar" | "contentinfo" | "search")
                || length < LONGEST_SHARE && words::is_share(tree, id)
        }
    }
}
