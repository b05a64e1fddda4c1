//! Passages given by their words, found in the text.
//!
//! A quotation is the passage's own words. `…` (or `...`) stands for the words between two ends;
//! braces mark the wanted part when the words around it are needed to tell it apart:
//! `was not pulling {troops} out`. A doubled brace is a brace.

use crate::article::{Article, Span};

/// Longest quotation, in characters; longer ones are shortened with `…`.
pub const MAX_QUOTATION: usize = 2_000;

/// More finds than this are not counted.
pub const MANY: usize = 10;

/// The words of a passage, as an editor gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the ellipses, folded; never empty.
    pieces: Vec<String>,
    /// The wanted part: piece and byte offset in it, of start and end.
    wanted: [(usize, usize); 2],
}

/// A text that is no quotation; says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationError {
    /// No words.
    Empty,
    /// More than [`MAX_QUOTATION`] characters.
    TooLong,
    /// Not exactly one `{` before one `}`, with words between them.
    Braces,
}

impl std::fmt::Display for QuotationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "expected words of the article, found none",
            Self::TooLong => "expected at most 2,000 characters; put `…` for the words between",
            Self::Braces => {
                "expected one pair of braces around the wanted words, as in \
                 “pulling {troops} out” (a doubled brace is a brace)"
            }
        })
    }
}

impl Quotation {
    /// Reads a quotation.
    ///
    /// # Errors
    /// See [`QuotationError`].
    pub fn parse(text: &str) -> Result<Self, QuotationError> {
        if text.chars().count() > MAX_QUOTATION {
            return Err(QuotationError::TooLong);
        }
        let text = text.replace("...", "…");
        let mut pieces = vec![String::new()];
        let (mut start, mut end) = (None, None);
        let mut letters = text.trim().chars().map(fold).peekable();
        while let Some(letter) = letters.next() {
            let last = pieces.len() - 1;
            let piece = &mut pieces[last];
            match letter {
                '{' | '}' if letters.peek() == Some(&letter) => {
                    letters.next();
                    piece.push(letter);
                }
                '{' if start.is_none() => start = Some((last, piece.len())),
                '}' if start.is_some() && end.is_none() => end = Some((last, piece.len())),
                '{' | '}' => return Err(QuotationError::Braces),
                '…' => {
                    piece.truncate(piece.trim_end().len());
                    pieces.push(String::new());
                }
                ' ' if piece.is_empty() || piece.ends_with(' ') => {}
                other => piece.push(other),
            }
        }
        if pieces.iter().any(String::is_empty) {
            return Err(QuotationError::Empty);
        }
        let last = pieces.len() - 1;
        let all = [(0, 0), (last, pieces[last].len())];
        let wanted = match (start, end) {
            (None, None) => all,
            (Some(start), Some(end)) if start < end => [start, end],
            _ => return Err(QuotationError::Braces),
        };
        let wanted = wanted.map(|(piece, offset)| (piece, offset.min(pieces[piece].len())));
        Ok(Self { pieces, wanted })
    }
}

/// The article's plain text, made for finding quotations in it.
///
/// White space, apostrophes and quotation marks are alike whatever their shape, so that a
/// quotation may be typed plainly; letters are not.
#[derive(Debug)]
pub struct Haystack {
    folded: String,
    /// The same in lower case.
    lower: String,
    /// The text as printed.
    plain: String,
    /// Byte offset in `folded` of each scalar, and the length.
    scalars: Vec<usize>,
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
        let ends = std::iter::once(folded.len());
        let scalars = folded.char_indices().map(|(at, _)| at).chain(ends).collect();
        let (lower, plain) = (folded.to_lowercase(), article.plain_text());
        Self { folded, lower, plain, scalars, blocks }
    }

    /// Where the quotation stands, in text order; at most [`MANY`] places.
    pub fn find(&self, quotation: &Quotation) -> Vec<Span> {
        let blocks = self.blocks.iter();
        blocks.flat_map(|block| self.find_in_bytes(quotation, *block, MANY)).take(MANY).collect()
    }

    /// The same, only inside a span.
    pub fn find_in(&self, quotation: &Quotation, span: Span) -> Vec<Span> {
        self.find_in_bytes(quotation, (self.byte(span.start), self.byte(span.end)), MANY)
    }

    /// Every place of the quotation, whatever their number.
    pub fn find_all(&self, quotation: &Quotation) -> Vec<Span> {
        let blocks = self.blocks.iter();
        blocks.flat_map(|block| self.find_in_bytes(quotation, *block, usize::MAX)).collect()
    }

    /// Whether these words are in the text, in any case and as parts of words too.
    pub fn has_words(&self, words: &Quotation) -> bool {
        let mut rest = self.lower.as_str();
        words.pieces.iter().all(|piece| match rest.find(&piece.to_lowercase()) {
            Some(at) => {
                rest = rest.get(at..).unwrap_or_default();
                true
            }
            None => false,
        })
    }

    /// The span of the block around a span.
    pub fn block_of(&self, span: Span) -> Span {
        let at = self.byte(span.start);
        let block = self.blocks.iter().find(|(start, end)| *start <= at && at <= *end);
        block.map_or(span, |(start, end)| Span::new(self.scalar(*start), self.scalar(*end)))
    }

    /// The text of a span, folded.
    fn words(&self, span: Span) -> &str {
        self.folded.get(self.byte(span.start)..self.byte(span.end)).unwrap_or_default()
    }

    /// The whole text, as printed.
    pub fn plain_text(&self) -> &str {
        &self.plain
    }

    /// The words of a span, as printed.
    pub fn printed(&self, span: Span) -> String {
        self.plain.chars().skip(span.start as usize).take(span.len() as usize).collect()
    }

    /// A span as a quotation with a word of context each side: `pulling {troops} out`.
    pub fn in_context(&self, span: Span) -> String {
        let block = self.block_of(span);
        let before = self.words(Span::new(block.start, span.start));
        let after = self.words(Span::new(span.end, block.end));
        let word = |c: char| !c.is_whitespace();
        let from = before.trim_end_matches(word).trim_end().trim_end_matches(word).len();
        let kept = after.len()
            - after.trim_start_matches(word).trim_start().trim_start_matches(word).len();
        let (before, after) = (before.get(from..), after.get(..kept));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        format!("{before}{{{}}}{after}", self.words(span))
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

    fn find_in_bytes(
        &self,
        quotation: &Quotation,
        (from, to): (usize, usize),
        most: usize,
    ) -> Vec<Span> {
        let mut found = Vec::new();
        let mut at = from;
        while found.len() < most {
            let Some(starts) = self.match_from(&quotation.pieces, at, to) else { break };
            let [start, end] = quotation.wanted.map(|(piece, offset)| {
                self.scalar(starts.get(piece).copied().unwrap_or_default() + offset)
            });
            found.push(Span::new(start, end));
            at = starts.first().map_or(to, |start| self.next_scalar(*start));
        }
        found
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

/// White space, apostrophes and quotation marks in their plain shape.
fn fold(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}
