//! What the reader looks at: state, actions, one `update`, and its link.
//!
//! State flows one way: a [`ViewState`] and an [`Action`] go into [`update`], out come the next
//! state and what becomes of the browser's history. [`to_fragment`] and [`parse`] turn a state
//! into the part of a link behind the `#` and back.

mod action;
pub mod card;
mod escape;
pub mod handles;
pub mod lift;
mod link;
pub mod place;
mod problem;
pub mod settings;
mod state;
mod tenths;
mod update;

pub use action::{Action, Pace};
pub use link::{MAX_FRAGMENT, check, parse, to_fragment};
pub use problem::LinkProblem;
pub use state::{Panel, Passage, Scale, ViewState};
pub use tenths::Tenths;
pub use update::{HistoryStep, update};

#[cfg(test)]
mod properties;
