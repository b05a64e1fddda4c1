//! Passages in quotation marks.

use crate::analyst::text::{BlockKind, Class, Text};
use std::ops::Range;

/// The most tokens between single marks: longer, and it was an apostrophe.
const SINGLE: usize = 80;

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its tokens with the marks.
    pub tokens: Range<usize>,
    /// Its tokens without the marks.
    pub inner: Range<usize>,
    /// Whether it goes on in the next paragraph.
    pub goes_on: bool,
}

/// The outermost passages in quotation marks, in order.
pub fn passages(text: &Text) -> Vec<Passage> {
    let mut found = Vec::new();
    for (index, block) in text.blocks.iter().enumerate() {
        if block.kind == BlockKind::Tail {
            continue;
        }
        let tokens = text.sentences[block.sentences.start].start
            ..text.sentences[block.sentences.end - 1].end;
        let next = text.blocks.get(index + 1).map(|b| text.sentences[b.sentences.start].start);
        let next_opens = next.is_some_and(|at| matches!(text.word(at), "\"" | "“"));
        block_passages(text, tokens, next_opens, &mut found);
    }
    found
}

fn block_passages(text: &Text, block: Range<usize>, next_opens: bool, found: &mut Vec<Passage>) {
    // how far single marks were searched in vain
    let mut no_single = block.start;
    let mut at = block.start;
    while at < block.end {
        let closing = match text.word(at) {
            "“" | "„" => "”",
            "«" => "»",
            "``" => "''",
            "\"" if !is_inch(text, at, &block) => "\"",
            "‘" | "'" | "’" if at >= no_single && opens_single(text, at, &block) => {
                match close_single(text, at, &block) {
                    Some(end) => {
                        push(text, at..end + 1, false, found);
                        at = end + 1;
                    }
                    None => {
                        no_single = at + 1;
                        at += 1;
                    }
                }
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        let is_close = |&i: &usize| {
            let word = text.word(i);
            word == closing
                || (closing == "”" && (word == "\"" || word == "“" && ends_here(text, i)))
                || (closing == "''" && word == "\"")
        };
        match (at + 1..block.end).find(is_close) {
            Some(end) => {
                push(text, at..end + 1, false, found);
                at = end + 1;
            }
            None if next_opens => {
                push(text, at..block.end, true, found);
                return;
            }
            // a mark without its partner
            None => {
                if closing != "\"" && at + 1 < block.end && at == block.start {
                    push(text, at..block.end, false, found);
                }
                return;
            }
        }
    }
}

fn push(text: &Text, tokens: Range<usize>, goes_on: bool, found: &mut Vec<Passage>) {
    let last = tokens.end - 1;
    let closed = matches!(text.word(last), "”" | "\"" | "»" | "''" | "’" | "'" | "“" | "’s");
    let inner = tokens.start + 1..if closed && !goes_on { last } else { tokens.end };
    let words = text.tokens[inner.clone()].iter().any(|t| t.class != Class::Sign);
    if words {
        found.push(Passage { tokens, inner, goes_on });
    }
}

/// A typographic opening mark that was used to close.
fn ends_here(text: &Text, at: usize) -> bool {
    !text.spaced(at) && text.tokens.get(at + 1).is_none_or(|t| t.space || t.lines > 0)
}

/// `6'2"`
fn is_inch(text: &Text, at: usize, block: &Range<usize>) -> bool {
    at > block.start && !text.spaced(at) && text.tokens[at - 1].class == Class::Number
}

fn opens_single(text: &Text, at: usize, block: &Range<usize>) -> bool {
    let free =
        at == block.start || text.spaced(at) || matches!(text.word(at - 1), "(" | "—" | "–" | "[");
    let next = text.tokens.get(at + 1);
    free && at + 1 < block.end && next.is_some_and(|t| !t.space && t.lines == 0)
        // "'90s", "’em"
        && next.is_some_and(|t| t.class == Class::Word)
        && !text.is_in(at + 1, " em til tis twas cause n bout round ")
}

fn close_single(text: &Text, open: usize, block: &Range<usize>) -> Option<usize> {
    let limit = block.end.min(open + SINGLE);
    (open + 2..limit).find(|&at| {
        if !matches!(text.word(at), "’" | "'") || text.spaced(at) {
            return false;
        }
        let ends = text.tokens.get(at + 1).is_none_or(|t| t.space || t.lines > 0)
            || text.tokens[at + 1].class == Class::Sign;
        // "workers' party": a possessive stands before a word
        let plural = text.word(at - 1).ends_with('s')
            && text.tokens.get(at + 1).is_some_and(|t| t.is_word())
            && (at + 1..limit).any(|i| {
                matches!(text.word(i), "’" | "'") && !text.spaced(i) && !text.spaced(i - 1)
            });
        ends && !plural
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<String> {
        let text = Text::read(source);
        let cut = |p: &Passage| text.slice(p.inner.clone()).to_owned();
        passages(&text).iter().map(cut).collect()
    }

    #[test]
    fn marks_of_all_kinds() {
        assert_eq!(
            found("He said “no ‘way’ out” and \"yes\" to the ‘hoax’."),
            ["no ‘way’ out", "yes", "hoax"]
        );
        assert_eq!(found("The workers’ party and the '90s, it's a boy's life."), [""; 0]);
        assert_eq!(found("'It was the workers,' she said."), ["It was the workers,"]);
        assert_eq!(
            found("“One paragraph.\n\n“And another,” he said."),
            ["One paragraph.", "And another,"]
        );
    }
}
