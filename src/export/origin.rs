//! Where a thing comes from.

use crate::article::Article;

/// Who vouches for an annotated thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// An editor made it, or looked at it.
    Editor,
    /// A program found it, and nobody has looked at it yet.
    Program,
}

impl Origin {
    /// Of the thing with this id.
    pub fn of(article: &Article, id: &str) -> Self {
        if article.found.contains_key(id) { Self::Program } else { Self::Editor }
    }

    /// `editor` or `program`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Program => "program",
        }
    }
}
