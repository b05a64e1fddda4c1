//! Passages: making selectors and finding them again after the text was edited.
//!
//! A passage is kept as a quotation with 32 characters of context each side
//! ([`TextQuote`]), its offsets and a hash of the text it was made on ([`Selector`]); in a
//! link it is a [`TextFragment`]. Finding goes from cheap and certain to general, and says
//! how it went ([`Outcome`]); where two places fit equally well it finds none.
//!
//! Editors give a passage by its words alone, as a [`Quotation`] that a [`Haystack`] finds:
//! exactly, or not at all.

mod browser;
mod fragment;
mod haystack;
mod locate;
mod make;
mod myers;
mod plain;
mod quotation;
mod quote;
mod word_index;

pub use fragment::TextFragment;
pub use haystack::{Haystack, MANY, add_free};
pub use locate::{LEAD, Outcome, SIMILARITY, Why, locate};
pub use quotation::{MAX_QUOTATION, Quotation, QuotationError};
pub use quote::{CONTEXT, MAX_QUOTE, Selector, TextHash, TextQuote};
