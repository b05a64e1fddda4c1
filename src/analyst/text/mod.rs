//! The text taken apart: tokens, sentences, blocks.
//!
//! Everything else in the analyst reads this and never the bare text, so that a rule about
//! full stops or quotation marks stands in one place. Offsets inside are bytes; what leaves the
//! analyst are scalars, which every token knows as well.

mod abbreviations;
mod block;
mod hash;
mod sentence;
mod split;
mod token;

pub use block::{Block, BlockKind, is_tail};
pub use hash::{hash_word, mix};
pub use token::{Case, Class, Token};

use crate::article::Span;
use std::ops::Range;

/// A text with its tokens, sentences and blocks.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text as given.
    pub source: &'a str,
    /// Words, numbers and signs, in order.
    pub tokens: Vec<Token>,
    /// Sentences as ranges of tokens; together they cover all tokens.
    pub sentences: Vec<Range<usize>>,
    /// Blocks as ranges of sentences; together they cover all sentences.
    pub blocks: Vec<Block>,
}

impl<'a> Text<'a> {
    /// Takes the text apart. Linear in its length.
    pub fn read(source: &'a str) -> Self {
        let tokens = split::tokens(source);
        let breaks = sentence::line_breaks(&tokens);
        let sentences = sentence::sentences(source, &tokens, breaks);
        let mut text = Self { source, tokens, sentences, blocks: Vec::new() };
        text.blocks = block::blocks(&text, breaks);
        text
    }

    /// The words of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| &self.source[t.start as usize..t.end as usize])
    }

    /// What stands in the text from the first to before the last of these tokens.
    pub fn slice(&self, tokens: Range<usize>) -> &'a str {
        if tokens.start >= tokens.end || tokens.end > self.tokens.len() {
            return "";
        }
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        &self.source[first.start as usize..last.end as usize]
    }

    /// The place of these tokens, in scalars.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.start >= tokens.end || tokens.end > self.tokens.len() {
            return Span::default();
        }
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        Span::new(first.at, last.at + last.scalars)
    }

    /// Whether white space or nothing stands before the token.
    pub fn spaced(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|t| t.space || t.lines > 0)
    }

    /// Whether the token is this word, in any case.
    pub fn is(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these words (a list with spaces around each), in any case.
    pub fn is_in(&self, token: usize, list: &str) -> bool {
        is_in(list, self.word(token))
    }

    /// The index of the sentence in which the token stands.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token).min(self.sentences.len().max(1) - 1)
    }

    /// The index of the block in which the sentence stands.
    pub fn block_of(&self, sentence: usize) -> usize {
        let after = self.blocks.partition_point(|b| b.sentences.end <= sentence);
        after.min(self.blocks.len().max(1) - 1)
    }

    /// How many tokens from this one on are a dateline: none, unless a block begins with it.
    pub fn dateline(&self, token: usize) -> usize {
        let sentence = self.sentence_of(token);
        let block = self.blocks.get(self.block_of(sentence));
        let first = block.filter(|b| b.sentences.start == sentence && b.dateline > 0);
        first.filter(|_| self.sentences[sentence].start == token).map_or(0, |b| b.dateline)
    }
}

/// Whether a list of words, each with a space before and behind, has this one in lower case.
pub fn is_in(list: &str, word: &str) -> bool {
    if word.is_empty() || word.len() > 24 || word.contains(' ') {
        return false;
    }
    // By bytes: asked so often that it was a fifth of all the work where iterators are not inlined.
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let mut at = 0;
    while at < list.len() {
        let mut same = 0;
        while same < word.len()
            && at + same < list.len()
            && (list[at + same] == word[same] || list[at + same].eq_ignore_ascii_case(&word[same]))
        {
            same += 1;
        }
        if same == word.len() && list.get(at + same).is_none_or(|byte| *byte == b' ') {
            return true;
        }
        while at < list.len() && list[at] != b' ' {
            at += 1;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_list_are_whole_words_in_any_case() {
        for word in ["mr", "Mr", "MRS.", "mrs.", "is"] {
            assert!(is_in(" mr mrs.  is ", word), "{word}");
        }
        for word in ["", "m", "mrs", "s", "r", " ", "mr mrs.", "is ", "isis"] {
            assert!(!is_in(" mr mrs.  is ", word), "{word}");
        }
        assert!(!is_in("", "mr") && is_in("mr", "mr") && !is_in("é", "ê"));
    }
}
