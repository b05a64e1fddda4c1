//! What the reader looks at: state, actions, one `update`, and its link.
