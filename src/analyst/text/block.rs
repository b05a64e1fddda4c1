//! What the text is made of: headings, paragraphs, bylines, and the page's tail.

use super::Text;
use super::sentence::{Breaks, is_break};
use super::token::{Case, Class};
use std::ops::Range;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A line without a full stop, such as the headline.
    Heading,
    /// "By Jane Doe, Reuters", a date line, a section name.
    Byline,
    /// Running text.
    Paragraph,
    /// Notes of the page behind the story: sharing, copyright, disclaimers.
    Tail,
}

/// A block of the text.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its sentences, as indices into [`Text::sentences`].
    pub sentences: Range<usize>,
    /// How many tokens at its beginning are a dateline: `BAGHDAD (Reuters) —`.
    pub dateline: usize,
}

/// Beginnings of what is no longer the story.
const TAIL: &[&str] = &[
    "note to readers",
    "disclaimer",
    "copyright",
    "©",
    "all rights reserved",
    "for media inquiries",
    "share this",
    "related articles",
    "read more",
    "comment on",
    "become a member",
    "sign up",
    "subscribe",
    "follow us",
    "articles by",
    "this article was originally published",
    "the original source of this article",
    "featured image",
    "advertisement",
];

/// The blocks of a text.
pub fn blocks(text: &Text, breaks: Breaks) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut start = 0;
    for index in 0..text.sentences.len() {
        let next = text.sentences.get(index + 1).and_then(|s| text.tokens.get(s.start));
        if next.is_none_or(|token| is_break(token, breaks)) {
            found.push(block(text, start..index + 1));
            start = index + 1;
        }
    }
    // once three of the last blocks are a tail, what stands between them is one too
    let last_half = found.len() / 2;
    let first = (last_half..found.len()).find(|&i| found[i].kind == BlockKind::Tail);
    if let Some(first) = first {
        let tails = found[first..].iter().filter(|b| b.kind == BlockKind::Tail).count();
        let story = found[first..].iter().filter(|b| {
            let tokens =
                text.sentences[b.sentences.start].start..text.sentences[b.sentences.end - 1].end;
            b.kind == BlockKind::Paragraph && tokens.len() > 60
        });
        if tails >= 3 || story.count() == 0 {
            found[first..].iter_mut().for_each(|b| b.kind = BlockKind::Tail);
        }
    }
    found
}

fn block(text: &Text, sentences: Range<usize>) -> Block {
    let tokens = text.sentences[sentences.start].start..text.sentences[sentences.end - 1].end;
    let kind = kind(text, &tokens);
    let dateline = if kind == BlockKind::Paragraph { dateline(text, &tokens) } else { 0 };
    Block { kind, sentences, dateline }
}

fn kind(text: &Text, tokens: &Range<usize>) -> BlockKind {
    let words = text.slice(tokens.clone());
    if is_tail(words) {
        return BlockKind::Tail;
    }
    let starts = |with: &str| starts(words, with);
    let count = tokens.len();
    if count <= 14 && (starts("by ") || starts("photo") || starts("image:")) {
        return BlockKind::Byline;
    }
    let ends =
        tokens.clone().rev().take(3).any(|i| {
            matches!(text.word(i).chars().next(), Some('.' | '!' | '?' | '…' | ':' | ';'))
        });
    if ends || count > 30 { BlockKind::Paragraph } else { BlockKind::Heading }
}

/// Whether a block with these words is no longer the story: a note of the page.
pub fn is_tail(words: &str) -> bool {
    TAIL.iter().any(|tail| starts(words, tail))
}

fn starts(words: &str, with: &str) -> bool {
    words.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with))
}

/// How many tokens the dateline at the block's beginning has: a place in capitals or with a
/// source in brackets, before a dash.
fn dateline(text: &Text, tokens: &Range<usize>) -> usize {
    let limit = tokens.end.min(tokens.start + 16);
    let dash = (tokens.start..limit).find(|&i| matches!(text.word(i), "—" | "–" | "--" | "-"));
    let Some(dash) = dash.filter(|&dash| dash > tokens.start) else { return 0 };
    let bracket = (tokens.start..dash).any(|i| text.word(i) == "(") && text.word(dash - 1) == ")";
    let first = &text.tokens[tokens.start];
    let capitals = first.case == Case::Upper && first.scalars > 3;
    let plain = (tokens.start..dash).all(|i| {
        let token = &text.tokens[i];
        token.is_capital() || token.class != Class::Word || text.is_in(i, " of de la al and the ")
    });
    let spaced = text.spaced(dash) || bracket;
    if plain && spaced && (bracket || capitals) { dash + 1 - tokens.start } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_blocks() {
        let source = "Troops leave\n\nBy Jane Doe\n\nBAGHDAD (Reuters) — They left. It rained.\n\n\
            WASHINGTON -- He spoke.\n\nShe left – then he spoke.\n\nCopyright © Somebody, 2020";
        let text = Text::read(source);
        let found: Vec<_> = text.blocks.iter().map(|b| (b.kind, b.dateline)).collect();
        use BlockKind::{Byline, Heading, Paragraph, Tail};
        assert_eq!(
            found,
            [(Heading, 0), (Byline, 0), (Paragraph, 5), (Paragraph, 2), (Paragraph, 0), (Tail, 0)]
        );
    }
}
