//! A passage by its words, so that they are found once and nowhere else.

use crate::anchor::{Haystack, MAX_QUOTATION, Quotation};
use crate::article::Span;

/// Words of context on each side that are tried, to tell one place from another.
const CONTEXT: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];

/// Passages longer than this, in characters, are given by their first and last words.
const LONG: usize = 160;

/// How many first and last words are tried.
const ENDS: [usize; 3] = [5, 10, 20];

/// A span by its words, with as much context as tells it apart; none if nothing does.
pub(super) fn passage(text: &Haystack, span: Span) -> Option<String> {
    let printed = text.printed(span);
    let mut forms = Vec::new();
    if printed.chars().count() > LONG {
        let short = |&count: &usize| {
            format!("{} … {}", braced(first(printed, count)), braced(last(printed, count)))
        };
        forms.extend(ENDS.iter().map(short));
    }
    forms.push(braced(printed));
    let found =
        |words: &str| Quotation::parse(words).is_ok_and(|words| text.only(&words) == Some(span));
    let unique = |words: String| {
        let fits = words.chars().count() <= MAX_QUOTATION;
        (fits && found(&words)).then_some(words)
    };
    forms.iter().find_map(|words| unique(words.clone())).or_else(|| {
        let block = text.block_of(span);
        let before = text.printed(Span::new(block.start, span.start));
        let after = text.printed(Span::new(span.end, block.end));
        CONTEXT.iter().find_map(|&count| {
            let (before, after) = (braced(last(before, count)), braced(first(after, count)));
            forms.iter().find_map(|words| unique(format!("{before}{{{words}}}{after}")))
        })
    })
}

/// The same inside a span: the words alone, or with the words around them in it.
pub(super) fn passage_in(text: &Haystack, span: Span, around: Span) -> Option<String> {
    let before = text.printed(Span::new(around.start, span.start));
    let after = text.printed(Span::new(span.end, around.end));
    let words = braced(text.printed(span));
    let with_context = format!("{}{{{words}}}{}", braced(before), braced(after));
    [words, with_context].into_iter().find(|words| {
        Quotation::parse(words).is_ok_and(|words| text.find_in(&words, around) == [span])
    })
}

/// The last so many words, from the beginning of the first of them.
fn last(text: &str, count: usize) -> &str {
    let starts = text.char_indices().rev().filter(|(at, c)| {
        !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
    });
    let from = starts.map(|(at, _)| at).nth(count - 1).unwrap_or(0);
    &text[from..]
}

/// The first so many words, to the end of the last of them.
fn first(text: &str, count: usize) -> &str {
    let ends = text.char_indices().filter(|(at, c)| {
        let end = at + c.len_utf8();
        !c.is_whitespace() && text[end..].chars().next().is_none_or(char::is_whitespace)
    });
    let to = ends.map(|(at, c)| at + c.len_utf8()).nth(count - 1).unwrap_or(text.len());
    &text[..to]
}

/// Words in which a brace is a brace.
pub(super) fn braced(words: &str) -> String {
    words.replace('{', "{{").replace('}', "}}")
}
