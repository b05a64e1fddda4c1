//! Finding quotations and names in the text of an article.

use super::quotation::{Quotation, fold};
use super::word_index::WordIndex;
use crate::article::{Article, PlainText, Span};
use std::cell::OnceCell;

/// More finds than this are not counted.
pub const MANY: usize = 10;

/// The article's plain text, made for finding quotations in it.
///
/// White space, apostrophes and quotation marks are alike whatever their shape, so that a
/// quotation may be typed plainly; letters are not.
#[derive(Debug)]
pub struct Haystack {
    folded: String,
    /// Byte offset in `folded` of each scalar, and the length.
    scalars: Vec<usize>,
    /// The folded text in lower case, once somebody asks.
    lower: OnceCell<String>,
    /// The text as printed; it has as many scalars.
    plain: PlainText,
    /// Where its words stand in `folded`.
    words: WordIndex,
    /// The blocks, in bytes of `folded`.
    blocks: Vec<(usize, usize)>,
}

impl Haystack {
    /// For an article with its blocks in place.
    pub fn new(article: &Article) -> Self {
        let mut folded = String::new();
        let mut blocks = Vec::with_capacity(article.blocks.len());
        for (index, block) in article.blocks.iter().enumerate() {
            if index > 0 {
                folded.push_str(crate::article::BLOCK_SEPARATOR);
            }
            let start = folded.len();
            folded.extend(block.text.chars().map(fold));
            blocks.push((start, folded.len()));
        }
        let scalars = scalar_offsets(&folded);
        let words = WordIndex::new(&folded);
        Self { folded, scalars, lower: OnceCell::new(), plain: article.into(), words, blocks }
    }

    /// Where the quotation stands, in text order; at most [`MANY`] places.
    pub fn find(&self, quotation: &Quotation) -> Vec<Span> {
        self.find_in_bytes(quotation, (0, self.folded.len()), MANY)
    }

    /// Where the quotation stands, if it stands there and nowhere else.
    pub fn only(&self, quotation: &Quotation) -> Option<Span> {
        let found = self.find_in_bytes(quotation, (0, self.folded.len()), 2);
        if let [span] = found[..] { Some(span) } else { None }
    }

    /// The same as [`find`](Self::find), only inside a span.
    pub fn find_in(&self, quotation: &Quotation, span: Span) -> Vec<Span> {
        self.find_in_bytes(quotation, (self.byte(span.start), self.byte(span.end)), MANY)
    }

    /// The place of the quotation that is nearest to a span, in its block and apart from it.
    pub fn nearest(&self, quotation: &Quotation, span: Span) -> Option<Span> {
        let distance = |place: &Span| {
            span.start.saturating_sub(place.end).max(place.start.saturating_sub(span.end))
        };
        let places = self.find_in(quotation, self.block_of(span)).into_iter();
        places.filter(|place| !place.overlaps(span)).min_by_key(distance)
    }

    /// Whether the quotation stands anywhere.
    pub fn has(&self, quotation: &Quotation) -> bool {
        !self.find_in_bytes(quotation, (0, self.folded.len()), 1).is_empty()
    }

    /// Every place of the quotation, whatever their number.
    pub fn find_all(&self, quotation: &Quotation) -> Vec<Span> {
        self.find_in_bytes(quotation, (0, self.folded.len()), usize::MAX)
    }

    /// Whether these words are in the text, in any case and as parts of words too.
    pub fn has_words(&self, words: &Quotation) -> bool {
        let mut rest = self.lower.get_or_init(|| self.folded.to_lowercase()).as_str();
        words.pieces.iter().all(|piece| {
            let piece = piece.to_lowercase();
            let Some(at) = rest.find(&piece) else { return false };
            rest = rest.get(at + piece.len()..).unwrap_or_default();
            true
        })
    }

    /// The span of the block around a span.
    pub fn block_of(&self, span: Span) -> Span {
        let at = self.byte(span.start);
        let after = self.blocks.partition_point(|(start, _)| *start <= at);
        let block = after.checked_sub(1).and_then(|n| self.blocks.get(n));
        block
            .filter(|(_, end)| at <= *end)
            .map_or(span, |(start, end)| Span::new(self.scalar(*start), self.scalar(*end)))
    }

    /// The whole text, as printed.
    pub fn plain_text(&self) -> &str {
        self.plain.as_str()
    }

    /// The words of a span, as printed.
    pub fn printed(&self, span: Span) -> &str {
        self.plain.slice(span)
    }

    /// A span as a quotation with two words of context: `pulling {troops} out`. Braces of the
    /// text are doubled, as [`Quotation::parse`] takes them.
    pub fn in_context(&self, span: Span) -> String {
        let block = self.block_of(span);
        let before = self.printed(Span::new(block.start, span.start));
        let after = self.printed(Span::new(span.end, block.end));
        let letter = |c: char| !c.is_whitespace();
        let from = before.trim_end_matches(letter).trim_end().trim_end_matches(letter).len();
        let rest = after.trim_start_matches(letter).trim_start().trim_start_matches(letter);
        let before = before.get(from..).unwrap_or_default();
        let after = after.strip_suffix(rest).unwrap_or_default();
        let braces = |words: &str| words.replace('{', "{{").replace('}', "}}");
        let [before, words, after] = [before, self.printed(span), after].map(braces);
        format!("{before}{{{words}}}{after}")
    }

    /// The text of a span, folded.
    fn words(&self, span: Span) -> &str {
        self.folded.get(self.byte(span.start)..self.byte(span.end)).unwrap_or_default()
    }

    /// The title just before a span, if it is one of these and followed by a space.
    pub fn title_before<'t>(&self, span: Span, titles: &[&'t str]) -> Option<(&'t str, Span)> {
        let before = self.words(Span::new(self.block_of(span).start, span.start));
        let fits = |title: &&&str| {
            let folded: String = title.chars().map(fold).collect();
            before
                .strip_suffix(' ')
                .and_then(|before| before.strip_suffix(&folded))
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        let title = titles.iter().filter(fits).max_by_key(|title| title.len())?;
        let length = title.chars().count() as u32 + 1;
        Some((title, Span::new(span.start.saturating_sub(length), span.end)))
    }

    /// The first piece is looked for in all blocks at once: what stands between two blocks is in
    /// no piece. The others must follow it in its block.
    fn find_in_bytes(
        &self,
        quotation: &Quotation,
        (from, to): (usize, usize),
        most: usize,
    ) -> Vec<Span> {
        let Some((first, rest)) = quotation.pieces.split_first() else { return Vec::new() };
        let mut found = Vec::new();
        let mut at = from;
        while found.len() < most {
            let Some(start) = self.find_piece(first, at, to) else { break };
            let end = self.block_end(start).min(to);
            let Some(mut starts) = self.match_from(rest, start + first.len(), end) else {
                at = end.max(self.next_scalar(start));
                continue;
            };
            starts.insert(0, start);
            let [start, end] = quotation.wanted.map(|(piece, offset)| {
                self.scalar(starts.get(piece).copied().unwrap_or_default() + offset)
            });
            found.push(Span::new(start, end));
            at = starts.first().map_or(to, |start| self.next_scalar(*start));
        }
        found
    }

    /// Where the block of this byte ends, in bytes.
    fn block_end(&self, at: usize) -> usize {
        let after = self.blocks.partition_point(|(start, _)| *start <= at);
        self.blocks.get(after.saturating_sub(1)).map_or(self.folded.len(), |(_, end)| *end)
    }

    /// The first place of all pieces, one after another, between two bytes.
    fn match_from(&self, pieces: &[String], from: usize, to: usize) -> Option<Vec<usize>> {
        let mut at = from;
        let mut starts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let start = self.find_piece(piece, at, to)?;
            starts.push(start);
            at = start + piece.len();
        }
        Some(starts)
    }

    /// The first place of whole words between two bytes.
    fn find_piece(&self, piece: &str, mut from: usize, to: usize) -> Option<usize> {
        if let Some((offset, places)) = self.words.rarest(piece) {
            let first = places.partition_point(|(_, at)| (*at as usize) < from + offset);
            let starts = places.iter().skip(first).map(|(_, at)| *at as usize - offset);
            let is_here = |start: &usize| {
                let text = self.folded.get(*start..to).unwrap_or_default();
                text.starts_with(piece) && self.is_bounded(piece, *start)
            };
            return starts.take_while(|start| *start < to).find(is_here);
        }
        loop {
            let start = from + self.folded.get(from..to)?.find(piece)?;
            if self.is_bounded(piece, start) {
                return Some(start);
            }
            from = self.next_scalar(start);
        }
    }

    /// Whether the piece at this byte does not begin or end inside a word.
    fn is_bounded(&self, piece: &str, start: usize) -> bool {
        let before = self.folded.get(..start).unwrap_or_default();
        let after = self.folded.get(start + piece.len()..).unwrap_or_default();
        let joined_before =
            piece.starts_with(char::is_alphanumeric) && before.ends_with(char::is_alphanumeric);
        let joined_after =
            piece.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
        !joined_before && !joined_after
    }

    fn next_scalar(&self, byte: usize) -> usize {
        let index = self.scalars.partition_point(|start| *start <= byte);
        self.scalars.get(index).copied().unwrap_or(self.folded.len())
    }

    fn scalar(&self, byte: usize) -> u32 {
        self.scalars.partition_point(|start| *start < byte) as u32
    }

    fn byte(&self, scalar: u32) -> usize {
        self.scalars.get(scalar as usize).copied().unwrap_or(self.folded.len())
    }
}

/// Adds the spans that overlap none of those before; both are in text order, free of overlaps.
pub fn add_free(spans: &mut Vec<Span>, found: Vec<Span>) {
    let taken = std::mem::take(spans);
    let free = |span: &Span| {
        let next = taken.partition_point(|other| other.end <= span.start);
        !taken.get(next).is_some_and(|other| other.overlaps(*span))
    };
    let mut end = 0;
    let free = found.into_iter().filter(free).filter(|span| {
        let fits = span.start >= end;
        end = if fits { span.end } else { end };
        fits
    });
    spans.extend(free);
    spans.extend(taken);
    spans.sort_unstable();
}

/// Where each scalar of a text begins, and the text's length.
fn scalar_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect()
}

#[cfg(test)]
mod tests;
