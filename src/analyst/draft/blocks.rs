//! The text's own blocks as the article has them.

use crate::analyst::text::{BlockKind as Found, Text};
use crate::article::{Block, BlockKind, Part};

/// Bytes that the first block may have and still be the headline.
const LONGEST_TITLE: usize = 200;

/// The words of each block of a plain text, as they stand.
pub fn paragraphs(source: &str) -> Vec<&str> {
    let text = Text::read(source);
    let words = |block: &crate::analyst::text::Block| {
        let first = text.sentences.get(block.sentences.start)?;
        let last = text.sentences.get(block.sentences.end.checked_sub(1)?)?;
        Some(text.slice(first.start..last.end))
    };
    text.blocks.iter().filter_map(words).collect()
}

/// The blocks of a plain text: the first, if it is short, is the title; what stands before the first
/// paragraph is the head.
pub fn blocks(source: &str) -> Vec<Block> {
    let text = Text::read(source);
    let mut part = Part::Head;
    let mut blocks: Vec<Block> = Vec::new();
    for block in &text.blocks {
        let (Some(first), Some(last)) = (
            text.sentences.get(block.sentences.start),
            text.sentences.get(block.sentences.end - 1),
        ) else {
            continue;
        };
        let words: Vec<&str> = text.slice(first.start..last.end).split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        // A headline may be a sentence.
        let title =
            blocks.is_empty() && text.blocks.len() > 1 && words.join(" ").len() <= LONGEST_TITLE;
        part = match (block.kind, part) {
            (Found::Tail, _) | (_, Part::Tail) => Part::Tail,
            _ if title => Part::Head,
            (Found::Paragraph, _) | (_, Part::Body) => Part::Body,
            _ => Part::Head,
        };
        let kind = match block.kind {
            Found::Heading | Found::Paragraph if title => BlockKind::Title,
            Found::Heading => BlockKind::Heading,
            Found::Byline => BlockKind::Byline,
            Found::Tail => BlockKind::Note,
            Found::Paragraph => BlockKind::Paragraph,
        };
        blocks.push(Block { kind, part, text: words.join(" "), inlines: Vec::new() });
    }
    blocks
}
