//! A clause that tells an event, and where to look for its date.

use crate::analyst::events::clause::{Clause, Link};
use crate::analyst::events::subject::Subject;
use std::ops::Range;

/// How many tokens of a subject before an interruption are searched for a date.
const HEAD: usize = 48;

/// A clause that tells an event, with all that belongs to it.
#[derive(Clone, Debug)]
pub(in crate::analyst::events) struct Telling {
    pub clause: Clause,
    pub subject: Subject,
    /// Its words, with those of verbs that joined it.
    pub passage: Range<usize>,
    /// Where what the headline shows behind the verb ends.
    pub rest_end: usize,
    /// Where to look for its date.
    pub ranges: Vec<Range<usize>>,
    /// Who says so, where a frame "X said" stands around it.
    pub by: Option<Subject>,
    /// Whether it is somebody's saying.
    pub speech: bool,
    /// What is said has happened, by the speaker's word.
    pub says_done: bool,
    /// What is said looks ahead.
    pub says_ahead: bool,
    pub rule: &'static str,
}

/// The words in which the clause's own date can stand.
pub(super) fn ranges(clause: &Clause) -> Vec<Range<usize>> {
    match (&clause.head, clause.link) {
        (Some(head), Link::Main | Link::Object) => {
            let near = head.start.max(head.end.saturating_sub(HEAD));
            vec![near..head.end, clause.body.clone()]
        }
        _ => vec![clause.body.clone()],
    }
}
