//! What a person corrects in a draft or in any article: plain data and pure functions.
//!
//! A [`Correction`] says what to change, and names what it changes in a way that is still
//! understood when the program reads the same text again: by id, by name and by place
//! ([`Ref`]). [`apply`] makes one correction or says why not ([`Refused`]). A [`Journal`] keeps
//! all corrections of one article: undo, redo, two tabs, a new draft; a [`Desk`] holds it with the
//! article. [`redate`] moves the
//! reading date, [`understand`] reads the words of a date field.
//!
//! ```
//! use dateline::article::{Article, Block, EntityKind, Span};
//! use dateline::correct::{Correction, Journal, Words};
//!
//! let block = Block { text: "Ann met Bob. Ann left.".into(), ..Block::default() };
//! let base = Article { blocks: vec![block], ..Article::default() };
//! let words = Words::at(&base, Span::new(0, 3)).expect("words of the text");
//! let name = Correction::new_entity(words, EntityKind::Person);
//! let mut journal = Journal::new("this-tab");
//! journal.add(name);
//! assert_eq!(journal.apply_to(&base).article.mentions.len(), 2);
//! assert_eq!(journal.undo().as_deref(), Some("“Ann” is a person"));
//! assert_eq!(journal.apply_to(&base).article, base);
//! ```

mod about;
mod amount;
mod apply;
mod between;
mod block;
mod called;
mod claim;
mod correction;
mod desk;
mod event;
mod find;
mod given;
mod journal;
mod marks;
mod meta;
mod name;
mod number;
mod part;
mod place;
mod quote;
mod read;
mod redate;
mod refused;
mod speaks_of;
mod things;
mod time;
mod understand;
mod words;

pub use apply::apply;
pub use between::{between, ends};
pub use called::{Called, Field};
pub use correction::{Correction, Ref, Sort, Words};
pub use desk::Desk;
pub use event::LONGEST_HEADLINE;
pub use journal::{Entry, EntryId, Failed, Journal, Outcome};
pub use meta::note_on;
pub use redate::{Moved, Redated, redate};
pub use refused::Refused;
pub use understand::{NotUnderstood, Understood, understand};

/// What the date of an event or time rests on that a person has set.
pub const BY_HAND: &str = "a correction by hand";
