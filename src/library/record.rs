//! A kept article as a whole, and two states of one brought together.

use super::Entry;
use crate::article::Article;
use crate::correct::Journal;

/// A kept article.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What the list says of it.
    pub entry: Entry,
    /// The article as it was read.
    pub base: Article,
    /// What was corrected in it.
    pub journal: Journal,
}

/// Two states of one article as one: nothing that was corrected in either is lost. `newer` says
/// what was read and what the list says, as far as the other knows no better. If `read_again`, its
/// text is written as well, and only it knows whether that is annotated.
///
/// Who changes an article that somebody has deleted meanwhile keeps it.
pub fn joined(older: &Entry, newer: &Entry, read_again: bool) -> Entry {
    Entry {
        opened: match older.opened {
            0 => newer.opened,
            opened => opened.min(newer.opened),
        },
        changed: older.changed.max(newer.changed),
        annotated: newer.annotated || older.annotated && !read_again,
        deleted: newer.deleted,
        ..newer.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newer_one_says_what_it_is_called_and_the_older_when_it_came() {
        let older = Entry {
            title: "Old".into(),
            opened: 3,
            changed: 9,
            annotated: true,
            deleted: Some(8),
            ..Entry::default()
        };
        let newer = Entry { title: "New".into(), opened: 7, changed: 7, ..Entry::default() };
        let both = joined(&older, &newer, false);
        assert_eq!((&*both.title, both.opened, both.changed), ("New", 3, 9));
        assert!(both.annotated && both.deleted.is_none());
    }

    #[test]
    fn a_text_that_is_written_again_is_annotated_or_not() {
        let entry = |annotated| Entry { annotated, ..Entry::default() };
        for (older, newer, read_again, wanted) in [
            (true, false, false, true),
            (true, false, true, false),
            (false, true, true, true),
            (false, true, false, true),
        ] {
            assert_eq!(joined(&entry(older), &entry(newer), read_again), entry(wanted));
        }
    }
}
