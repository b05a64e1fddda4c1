//! What can be done to the view.

use super::state::{Panel, Passage, Scale, ViewState};
use crate::article::Id;
use crate::time::Edtf;

/// One thing that the reader, the history or a link does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open the card of this.
    Focus(Id),
    /// Open the card of this, and nothing before the article.
    GoTo(Id),
    /// Close the card.
    Unfocus,
    /// Add it to, or take it from, what sentences must be about.
    ToggleOnly(Id),
    /// All sentences again.
    ClearOnly,
    /// Show this stretch of time; none is all of it.
    SetWindow(Option<Edtf>, Pace),
    /// Lay out time like this.
    SetScale(Scale),
    /// Search for these words; none is an empty text.
    Find(String),
    /// Open this panel in place of any other.
    OpenPanel(Panel),
    /// Close the panel.
    ClosePanel,
    /// Close this panel if it is open, open it otherwise.
    TogglePanel(Panel),
    /// Show this passage.
    ShowPassage(Passage),
    /// No passage any more.
    ClearPassage,
    /// Take this whole view, from a link or from the history.
    Restore(Box<ViewState>),
    /// The fresh page.
    Reset,
}

/// Whether a step stands for itself or is one of many, as while dragging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// One step: a button, a key, the end of a drag.
    Deliberate,
    /// One of many: scrolling, pinching, dragging.
    Continuous,
}
