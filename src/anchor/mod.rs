//! Passages: making selectors and finding them again after the text was edited.
