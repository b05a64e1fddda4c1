//! What may be on the screen beside the article.

use crate::article::Span;
use crate::view::place::Rect;

/// What a card is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An annotated thing, by its id.
    Thing(String),
    /// Events that stand too close on the timeline, by their ids.
    Cluster(Vec<String>),
}

/// A card on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is about.
    pub subject: Subject,
    /// Opened on purpose: it stays until it is closed on purpose.
    pub pinned: bool,
    /// Which of the thing's passages the reader is at.
    pub at: usize,
}

/// Words the reader has selected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selected {
    /// Which.
    pub span: Span,
    /// Where they stand in the viewport.
    pub rect: Rect,
}

/// A place the reader jumped away from.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// How far the page was scrolled, in CSS pixels.
    pub scroll: f64,
    /// What to call it: `¶ 3`.
    pub name: String,
}

/// Which of the small windows of the bar is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Keys, and what the marks mean.
    Help,
    /// Theme, size, marks.
    Settings,
    /// The search.
    Find,
    /// The timeline as a sheet, on a phone.
    Sheet,
    /// What is known about the article, and its corrections.
    #[cfg(feature = "studio")]
    Article,
    /// The ways out.
    #[cfg(feature = "studio")]
    Share,
}
