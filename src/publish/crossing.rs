//! Marks on the page may stand inside each other, but not cross.

use super::desk::Mark;
use super::problem::{Report, shown};
use crate::anchor::Haystack;
use std::cmp::Reverse;

/// Reports marks that cross, and two names for the same words.
pub fn check(mut marks: Vec<Mark>, text: &Haystack, report: &Report) {
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end)));
    // Each mark here lies inside the one before.
    let mut around: Vec<Mark> = Vec::new();
    for mark in marks {
        while around.last().is_some_and(|outer| outer.span.end <= mark.span.start) {
            around.pop();
        }
        let words = |mark: &Mark| format!("the {} “{}”", mark.what, shown(text.printed(mark.span)));
        if let Some(outer) = around.last() {
            let at = mark.at.or(outer.at).unwrap_or_default();
            if outer.span.crosses(mark.span) {
                let (mark, outer) = (words(&mark), words(outer));
                let message = format!(
                    "expected marks inside each other or apart, found {mark} crossing {outer}"
                );
                report.error(at, message);
                continue;
            }
            let both_names = mark.what == "name" && outer.what == "name";
            if both_names && mark.span == outer.span && mark.at != outer.at {
                let line = report.line(outer.at.unwrap_or_default());
                let mark = words(&mark);
                let message = format!(
                    "expected one meaning for each name, found {mark} here and in line {line}; \
                     narrow one of them with `except`"
                );
                report.error(at, message);
            }
        }
        around.push(mark);
    }
}
