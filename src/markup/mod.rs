//! From an article to HTML text, escaped in one place.
