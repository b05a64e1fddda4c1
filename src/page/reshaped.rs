//! What has become of blocks whose words are the same.

use crate::article::{Article, Block, BlockKind};

/// Whether both have the same words, whatever the blocks are.
pub fn same_text(one: &Article, other: &Article) -> bool {
    let same = |(a, b): (&Block, &Block)| a.text == b.text && a.inlines == b.inlines;
    one.blocks.len() == other.blocks.len() && one.blocks.iter().zip(&other.blocks).all(same)
}

/// The blocks that are something else now; none if one of them has its place elsewhere then.
pub fn reshaped(before: &Article, after: &Article) -> Option<Vec<usize>> {
    let blocks = before.blocks.iter().zip(&after.blocks).enumerate();
    let changed = blocks.filter(|(_, (a, b))| (a.kind, a.part) != (b.kind, b.part));
    changed
        .map(|(n, (a, b))| {
            let in_list = [a.kind, b.kind].contains(&BlockKind::ListItem);
            (a.part == b.part && !in_list).then_some(n)
        })
        .collect()
}
