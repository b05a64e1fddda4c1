//! What the reader looks at: state, actions, one `update`, and its link.

pub mod card;
pub mod place;
