//! An element that is open while a tree is built.

use crate::intake::html::tags::Tag;
use crate::intake::html::tree::NodeId;

/// The name of an element, for matching its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Name {
    /// One with a meaning here.
    Known(Tag),
    /// Any other, by number.
    Other(u32),
}

impl Name {
    pub(super) fn tag(self) -> Tag {
        if let Self::Known(tag) = self { tag } else { "" }
    }
}

/// An open element.
pub(super) struct Open {
    pub(super) node: NodeId,
    pub(super) name: Name,
    /// The open element of the same name before it.
    pub(super) same: Option<usize>,
    /// The last border before it.
    pub(super) border: Option<usize>,
    /// Closed, though something in it is still open.
    pub(super) closed: bool,
}
