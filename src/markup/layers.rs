//! Marks laid over a text and written as properly nested elements.

use super::escape;
use crate::article::{PlainText, Span};
use std::cmp::Reverse;

/// An element to be laid over a stretch of text.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// Of two marks over the same words the one with the lower level is outside.
    pub level: u8,
    /// The opening tag.
    pub open: String,
    /// The closing tag.
    pub close: &'static str,
}

/// Writes the words of `whole` with the marks around them.
///
/// Where two marks cross, the inner one is closed and opened again: the result is always
/// well formed and the text always whole.
pub fn write(html: &mut String, text: &PlainText, whole: Span, mut marks: Vec<Mark>) {
    marks.retain(|m| !m.span.is_empty() && m.span.overlaps(whole));
    for mark in &mut marks {
        mark.span = Span::new(mark.span.start.max(whole.start), mark.span.end.min(whole.end));
    }
    // Kept as a stack: the next mark to open is the last.
    marks.sort_by_key(|mark| Reverse(order(mark)));
    let mut open: Vec<Mark> = Vec::new();
    let mut at = whole.start;
    loop {
        let next_open = marks.last().map_or(u32::MAX, |m| m.span.start);
        let next_close = open.last().map_or(u32::MAX, |m| m.span.end);
        let next = next_open.min(next_close).min(whole.end);
        escape::push(html, text.slice(Span::new(at, next)));
        at = next;
        if next_close == at {
            html.push_str(open.pop().map_or("", |m| m.close));
        } else if next_open == at
            && let Some(mut mark) = marks.pop()
        {
            if mark.span.end > next_close {
                let rest = Mark { span: Span::new(next_close, mark.span.end), ..mark.clone() };
                let place = marks.partition_point(|m| order(m) > order(&rest));
                marks.insert(place, rest);
                mark.span.end = next_close;
            }
            html.push_str(&mark.open);
            open.push(mark);
        } else {
            break;
        }
    }
}

fn order(mark: &Mark) -> (u32, Reverse<u32>, u8) {
    (mark.span.start, Reverse(mark.span.end), mark.level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(start: u32, end: u32, level: u8) -> Mark {
        Mark { span: Span::new(start, end), level, open: format!("<i{level}>"), close: "</i>" }
    }

    fn written(text: &str, marks: Vec<Mark>) -> String {
        let text = PlainText::new(text.into());
        let mut html = String::new();
        write(&mut html, &text, Span::new(0, text.len()), marks);
        html
    }

    #[test]
    fn nests_by_length_then_level() {
        let marks = vec![mark(0, 2, 2), mark(0, 4, 9), mark(0, 2, 1)];
        assert_eq!(written("a<cd", marks), "<i9><i1><i2>a&lt;</i></i>cd</i>");
    }

    #[test]
    fn crossing_marks_are_split() {
        assert_eq!(
            written("abc", vec![mark(0, 2, 1), mark(1, 3, 2)]),
            "<i1>a<i2>b</i></i><i2>c</i>"
        );
    }

    proptest! {
        #[test]
        fn text_is_whole_and_tags_balance(spans in prop::collection::vec((0u32..14, 0u32..14), 0..9)) {
            let text = "abcdefghijkl";
            let marks =
                spans.iter().enumerate().map(|(n, &(s, e))| mark(s, e, n as u8)).collect();
            let html = written(text, marks);
            let (mut depth, mut plain, mut inside) = (0i32, String::new(), false);
            for (at, c) in html.char_indices() {
                match c {
                    '<' => {
                        inside = true;
                        depth += if html[at..].starts_with("</") { -1 } else { 1 };
                        prop_assert!(depth >= 0);
                    }
                    '>' => inside = false,
                    c if !inside => plain.push(c),
                    _ => {}
                }
            }
            prop_assert_eq!(depth, 0);
            prop_assert_eq!(plain, text);
        }
    }
}
