//! The article's own text as HTML, with the marks the page hangs its cards on.

mod marks;

use super::escape::escape;
use super::layers;
use super::source::Source;
use crate::article::{Article, Block, BlockKind, EntityKind, Part};
use marks::marks;
use std::hash::{Hash, Hasher};

/// Each block of the article.
pub fn blocks(source: &Source<'_>) -> Vec<String> {
    (0..source.article.blocks.len()).map(|n| block(source, n)).collect()
}

/// The blocks of one part of the article; items of lists stand in lists.
pub fn part(article: &Article, blocks: &[String], part: Part) -> String {
    part_from(article, 0, blocks, part)
}

/// The same for a run of blocks that begins with this one.
pub fn part_from(article: &Article, from: usize, blocks: &[String], part: Part) -> String {
    let mut html = String::new();
    let mut in_list = false;
    for (block, written) in article.blocks.iter().skip(from).zip(blocks) {
        if block.part != part {
            continue;
        }
        let item = block.kind == BlockKind::ListItem;
        if item != in_list {
            html.push_str(if item { "<ul>\n" } else { "</ul>\n" });
            in_list = item;
        }
        html.push_str(written);
    }
    if in_list {
        html.push_str("</ul>\n");
    }
    html
}

/// One block.
pub fn block(source: &Source<'_>, n: usize) -> String {
    let Some(block) = source.article.blocks.get(n) else { return String::new() };
    let (tag, class) = match block.kind {
        BlockKind::Title => ("h1", "title"),
        BlockKind::Heading => ("h2", "heading"),
        BlockKind::Paragraph => ("p", "paragraph"),
        BlockKind::Quotation => ("blockquote", "quotation"),
        BlockKind::ListItem => ("li", "item"),
        BlockKind::Separator => ("p", "separator"),
        BlockKind::Byline => ("p", "byline"),
        BlockKind::Dateline => ("p", "dateline"),
        BlockKind::Label => ("p", "label"),
        BlockKind::Note => ("p", "remark"),
        BlockKind::Source => ("p", "source"),
        BlockKind::Bio => ("p", "bio"),
        BlockKind::Credit => ("p", "credit"),
        BlockKind::Copyright => ("p", "copyright"),
        BlockKind::Disclaimer => ("p", "disclaimer"),
        BlockKind::Contact => ("p", "contact"),
        BlockKind::Retitled => ("h1", "title"),
        BlockKind::LeftOut => return left_out(block, n),
    };
    let mut html =
        format!("<{tag} id=\"{}\" class=\"{class}\" data-block=\"{n}\"", source.block_id(n));
    if let Some(number) = source.number(n) {
        html.push_str(&format!(" data-number=\"{number}\""));
    }
    html.push('>');
    html.push_str(&inside(source, n));
    html.push_str(&format!("</{tag}>\n"));
    html
}

/// The place of a block that was left out, on the desk.
fn left_out(block: &Block, n: usize) -> String {
    let words = super::entries::shortened(&block.text);
    format!(
        "<p class=\"taken-out\" data-out=\"{n}\"><span>Left out: “{}”</span> \
         <button type=\"button\" data-put-back=\"{n}\">Put back</button></p>\n",
        escape(&words)
    )
}

/// What stands in the element of a block.
pub fn inside(source: &Source<'_>, n: usize) -> String {
    let mut html = String::new();
    if is_retitled(source, n) {
        return escape(&source.article.meta.title);
    }
    if let Some(&whole) = source.index.blocks().get(n) {
        layers::write(&mut html, source.text, whole, marks(source, n));
    }
    html
}

/// A number for what is marked in a block: another one where the block would be written
/// otherwise.
pub fn signature(source: &Source<'_>, n: usize) -> u64 {
    let mut hash = std::hash::DefaultHasher::new();
    if is_retitled(source, n) {
        source.article.meta.title.hash(&mut hash);
    }
    for mark in marks(source, n) {
        mark.open.hash(&mut hash);
        (mark.span.start, mark.span.end).hash(&mut hash);
    }
    hash.finish()
}

fn is_retitled(source: &Source<'_>, n: usize) -> bool {
    source.article.blocks.get(n).is_some_and(|block| block.kind == BlockKind::Retitled)
}

/// The word for a kind, used in classes and on cards.
pub fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Work => "work",
        EntityKind::Thing => "thing",
    }
}
