//! A block's text as Markdown (CommonMark), with its emphasis and links.
//!
//! What is written is read back as the same text, character by character: signs of Markdown
//! are escaped, what Markdown would trim is written as `&#32;`. Bold, italics and links come
//! back too, but for what Markdown has no signs for: emphasis more than two deep, or pieces of
//! it that touch inside another, links in links. Of these the words are kept.

use crate::article::{Block, Inline, InlineKind, Span};
use std::cmp::Reverse;

/// A text in which nothing is a sign; on one line.
pub fn escaped(text: &str) -> String {
    let words: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    write(&words, Vec::new(), None)
}

/// A block whose text begins at `start` in the article's plain text, on one line.
pub fn line(block: &Block, start: u32) -> String {
    write(&block.text, inlines(block, start), None)
}

/// The same in lines as the text has them; `indent` begins each but the first.
pub fn lines(block: &Block, start: u32, indent: &str) -> String {
    write(&block.text, inlines(block, start), Some(indent))
}

/// The block's emphasis and links that lie in it and cross nothing, counted from its first
/// character; the outer before the inner.
fn inlines(block: &Block, start: u32) -> Vec<Inline> {
    let length = block.text.chars().count() as u32;
    let within = Span::new(start, start + length);
    let mut inlines: Vec<Inline> = Vec::new();
    let mut sorted: Vec<&Inline> = block.inlines.iter().collect();
    sorted.sort_by_key(|inline| (inline.span.start, Reverse(inline.span.end)));
    let mut around: Vec<Span> = Vec::new();
    for inline in sorted {
        let span = inline.span;
        around.retain(|outer| outer.end > span.start);
        if !span.is_empty() && within.contains(span) && !around.iter().any(|o| o.crosses(span)) {
            around.push(span);
            let span = Span::new(span.start - start, span.end - start);
            inlines.push(Inline { span, kind: inline.kind.clone() });
        }
    }
    inlines
}

/// A sign that opens or closes emphasis or a link.
enum Sign<'a> {
    /// `*` or `_`, once or twice.
    Open(char, usize),
    Close(char, usize),
    OpenLink,
    CloseLink(Option<&'a str>),
}

/// An inline that is open: where it ends, and its sign.
struct Opened<'a> {
    end: usize,
    sign: Sign<'a>,
}

/// The signs before each character, and behind the last.
fn signs(inlines: &[Inline], length: usize) -> Vec<Vec<Sign<'_>>> {
    let mut signs: Vec<Vec<Sign>> = (0..=length).map(|_| Vec::new()).collect();
    let mut open: Vec<Opened> = Vec::new();
    for inline in inlines {
        let (start, end) = (inline.span.start as usize, inline.span.end as usize);
        close(&mut signs, &mut open, start);
        let count = match &inline.kind {
            InlineKind::Strong => 2,
            InlineKind::Emphasis => 1,
            InlineKind::Link { address } => {
                if !open.iter().any(|outer| matches!(outer.sign, Sign::CloseLink(_))) {
                    signs[start].push(Sign::OpenLink);
                    open.push(Opened { end, sign: Sign::CloseLink(address.as_deref()) });
                }
                continue;
            }
        };
        // Not the letter of what it stands in, nor of what has just ended.
        let taken = |letter: char| {
            let same = |sign: &Sign| matches!(sign, Sign::Close(other, _) if *other == letter);
            open.iter().any(|outer| same(&outer.sign)) || signs[start].last().is_some_and(same)
        };
        if let Some(letter) = ['*', '_'].into_iter().find(|letter| !taken(*letter)) {
            signs[start].push(Sign::Open(letter, count));
            open.push(Opened { end, sign: Sign::Close(letter, count) });
        }
    }
    close(&mut signs, &mut open, length);
    signs
}

/// Ends the inlines that go no further than `until`, the inner ones first.
fn close<'a>(signs: &mut [Vec<Sign<'a>>], open: &mut Vec<Opened<'a>>, until: usize) {
    while let Some(inner) = open.pop_if(|inner| inner.end <= until) {
        signs[inner.end].push(inner.sign);
    }
}

/// Which characters are written by number, so that the signs beside them are understood
/// (CommonMark, "left-flanking" and "right-flanking"): a `;` or `&` is as good as a space
/// outside, and better inside.
fn by_number(chars: &[char], signs: &[Vec<Sign>]) -> Vec<bool> {
    let mut numbered: Vec<bool> = chars.iter().map(|c| c.is_control() && *c != '\n').collect();
    for (at, signs) in signs.iter().enumerate() {
        let (Some(first), Some(last)) = (signs.first(), signs.last()) else { continue };
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at).copied();
        let is_apart = |c: Option<char>| c.is_none_or(|c| is_space(c) || is_punctuation(c));
        let is_word = |c: Option<char>| c.is_some_and(is_letter);
        let is_blank = |c: Option<char>| c.is_some_and(is_space);
        let simple = match signs[..] {
            [Sign::Open('*', _)] => is_word(after),
            [Sign::Close('*', _)] => is_word(before),
            _ => false,
        };
        if simple {
            continue;
        }
        let mark_before = match first {
            Sign::Open(..) => !is_apart(before),
            Sign::Close(..) => is_blank(before),
            _ => false,
        };
        let mark_after = match last {
            Sign::Open(..) => is_blank(after),
            Sign::Close(..) => !is_apart(after),
            _ => false,
        };
        if mark_before {
            numbered[at - 1] = true;
        }
        if mark_after {
            numbered[at] = true;
        }
    }
    numbered
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// Surely punctuation to every reader of Markdown.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{2027}')
}

/// Surely a letter or digit; circled letters are symbols.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{10000}' && !matches!(c, '\u{2460}'..='\u{24ff}')
}

/// Writes the text; with no `indent`, on one line.
fn write(text: &str, inlines: Vec<Inline>, indent: Option<&str>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let signs = signs(&inlines, chars.len());
    let mut numbered = by_number(&chars, &signs);
    let is_break = |at: usize| chars.get(at) == Some(&'\n');
    // A line break in Markdown stands between two lines that are not empty.
    let breaks = |at: usize| {
        indent.is_some() && at > 0 && at + 1 < chars.len() && !is_break(at - 1) && !is_break(at + 1)
    };
    for at in 0..chars.len() {
        let begins = at == 0 || is_break(at - 1);
        let ends = at + 1 == chars.len() || is_break(at + 1);
        let is_blank = chars[at].is_whitespace() && !is_break(at);
        numbered[at] |= is_blank && (begins || ends) || is_break(at) && !breaks(at);
    }
    let mut out = String::with_capacity(text.len() + 16);
    // Since the line began: nothing yet, digits alone, or other things too.
    let (mut begins, mut digits) = (true, false);
    for (at, here) in signs.iter().enumerate() {
        for sign in here {
            push(&mut out, sign);
            (begins, digits) = (false, false);
        }
        let Some(&c) = chars.get(at) else { break };
        if numbered[at] {
            out.push_str(&format!("&#{};", u32::from(c)));
            (begins, digits) = (false, false);
            continue;
        }
        if c == '\n' {
            out.push_str("\\\n");
            out.push_str(indent.unwrap_or_default());
            (begins, digits) = (true, false);
            continue;
        }
        // `!` before a link would make it a picture.
        let links =
            c == '!' && matches!(signs.get(at + 1).and_then(|s| s.first()), Some(Sign::OpenLink));
        let is_sign = links
            || matches!(
                c,
                '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '`' | '~' | '{' | '|'
            );
        let lists = begins && matches!(c, '-' | '+' | '=') || digits && matches!(c, '.' | ')');
        if is_sign || lists {
            out.push('\\');
        }
        out.push(c);
        digits = (begins || digits) && c.is_ascii_digit();
        begins = false;
    }
    out
}

fn push(out: &mut String, sign: &Sign) {
    match sign {
        Sign::Open(letter, count) | Sign::Close(letter, count) => {
            out.extend(std::iter::repeat_n(*letter, *count));
        }
        Sign::OpenLink => out.push('['),
        Sign::CloseLink(address) => {
            out.push_str("](");
            let is_whole = |address: &&str| {
                !address.is_empty()
                    && !address.contains(|c: char| c.is_whitespace() || c.is_control())
            };
            match address.filter(is_whole) {
                None => out.push('#'),
                Some(address) => {
                    for c in address.chars() {
                        if matches!(c, '\\' | '<' | '>' | '(' | ')' | '&') {
                            out.push('\\');
                        }
                        out.push(c);
                    }
                }
            }
            out.push(')');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, inlines: &[(u32, u32, InlineKind)]) -> String {
        let inline = |(start, end, kind): &(u32, u32, InlineKind)| Inline {
            span: Span::new(*start, *end),
            kind: kind.clone(),
        };
        let inlines = inlines.iter().map(inline).collect();
        lines(&Block { text: text.into(), inlines, ..Block::default() }, 0, "")
    }

    #[test]
    fn signs_are_escaped() {
        assert_eq!(escaped("1. *a* – b_c"), r"1\. \*a\* – b\_c");
        assert_eq!(escaped("- [x]"), r"\- \[x\]");
        assert_eq!(escaped("a - b 3. c! d"), "a - b 3. c! d");
        assert_eq!(marked("a\n2) b", &[]), "a\\\n2\\) b");
        assert_eq!(marked(" a \n\nb", &[]), "&#32;a&#32;&#10;&#10;b");
    }

    #[test]
    fn emphasis_reads_naturally_where_it_can() {
        use InlineKind::{Emphasis, Link, Strong};
        let link = |address: &str| Link { address: Some(address.into()) };
        assert_eq!(marked("one two", &[(4, 7, Strong)]), "one **two**");
        assert_eq!(marked("one two, 3", &[(4, 7, Emphasis)]), "one *two*, 3");
        assert_eq!(marked("abc", &[(1, 2, Strong)]), "a**b**c");
        assert_eq!(marked("a “b” c", &[(2, 5, Strong)]), "a **“b”** c");
        assert_eq!(marked("ab", &[(0, 1, Link { address: None })]), "[a](#)b");
        assert_eq!(
            marked("a", &[(0, 1, link("https://b.example/(c)"))]),
            r"[a](https://b.example/\(c\))"
        );
        assert_eq!(marked("ab", &[(0, 2, Strong), (0, 1, Emphasis)]), "**_a_&#98;**");
        assert_eq!(marked("ab", &[(0, 1, Strong), (1, 2, Strong)]), "**a**__b__");
        assert_eq!(marked("a“b”c", &[(1, 4, Strong)]), "&#97;**“b”**&#99;");
        assert_eq!(marked("a b c", &[(1, 4, Emphasis)]), "&#97;*&#32;b&#32;*&#99;");
    }
}
