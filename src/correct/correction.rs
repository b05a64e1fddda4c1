//! What a correction is: plain data, that can be written down.

use super::called::{Called, Field};
pub use super::speaks_of::{Ref, Sort, Words};
use crate::article::{Article, Block, BlockKind, Certainty, EntityKind, FigureSign, Part};
use serde::{Deserialize, Serialize};

impl Correction {
    /// These words name something new, called as they are, wherever they stand.
    pub fn new_entity(words: Words, kind: EntityKind) -> Self {
        let name = words.text.clone();
        Self::NewEntity { words, kind, name, only_here: false }
    }

    /// A block that was left out is what it was in this article, as it was read.
    pub fn put_back(base: &Article, block: usize) -> Option<Self> {
        let words = Words::of_block(base, block)?;
        let Block { kind: was, part, .. } = *base.blocks.get(block)?;
        (!was.is_hidden()).then_some(Self::PutBack { words, was, part })
    }
}

/// One correction. Dates are EDTF; texts are taken without white space around them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// These words name somebody or something new.
    NewEntity {
        /// The words.
        words: Words,
        /// What it is.
        kind: EntityKind,
        /// Its fullest name.
        name: String,
        /// Only here, and not wherever the same words stand.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        only_here: bool,
    },
    /// These words name this entity.
    Mention {
        /// The words.
        words: Words,
        /// Whom they name.
        entity: Ref,
        /// Only here, and not wherever the same words stand.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        only_here: bool,
    },
    /// These words are no name.
    NotName {
        /// The words.
        words: Words,
        /// Only here, and not wherever the same words stand.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        only_here: bool,
    },
    /// Another name for an entity.
    Rename {
        /// Whose.
        entity: Ref,
        /// The name.
        name: String,
    },
    /// What an entity is.
    Kind {
        /// Which.
        entity: Ref,
        /// The kind.
        kind: EntityKind,
    },
    /// What an entity is, in a few words.
    Role {
        /// Whose.
        entity: Ref,
        /// The words; none take the role away.
        role: String,
    },
    /// Two entities are one.
    Merge {
        /// The one that is given up.
        entity: Ref,
        /// The one that stays.
        into: Ref,
    },
    /// Some mentions of an entity are of another one.
    Split {
        /// The entity.
        entity: Ref,
        /// The mentions of the other one.
        mentions: Vec<Words>,
        /// The name of the other one.
        name: String,
        /// What it is.
        kind: EntityKind,
    },
    /// These words tell an event; see [`Correction::new_event`] for a proposal.
    NewEvent {
        /// The words; they may be of several paragraphs.
        words: Words,
        /// At most [`LONGEST_HEADLINE`](super::LONGEST_HEADLINE) characters.
        headline: String,
        /// Its date.
        when: Option<String>,
    },
    /// The headline of an event.
    Headline {
        /// Whose.
        event: Ref,
        /// At most [`LONGEST_HEADLINE`](super::LONGEST_HEADLINE) characters.
        headline: String,
    },
    /// The summary of an event.
    Summary {
        /// Whose.
        event: Ref,
        /// One or two sentences; none take it away.
        summary: String,
    },
    /// The date of an event.
    When {
        /// Whose.
        event: Ref,
        /// The date; none if the article gives none.
        when: Option<String>,
    },
    /// The interval that the text leaves to an event without a date.
    Within {
        /// Whose.
        event: Ref,
        /// The interval.
        within: Option<String>,
    },
    /// How certain an event is.
    Certainty {
        /// Which.
        event: Ref,
        /// How certain.
        certainty: Certainty,
    },
    /// Who says that an event happened.
    Attribution {
        /// Which.
        event: Ref,
        /// In words; none for the article's own voice.
        words: String,
        /// The same as entities.
        by: Vec<Ref>,
    },
    /// Who and what takes part in an event.
    Parts {
        /// Which.
        event: Ref,
        /// All of them.
        entities: Vec<Ref>,
    },
    /// Which words tell an event.
    Passages {
        /// Which.
        event: Ref,
        /// All of them; at least one.
        passages: Vec<Words>,
    },
    /// The quotations that belong to an event.
    Quotes {
        /// Which.
        event: Ref,
        /// All of them.
        quotes: Vec<Ref>,
    },
    /// The figures that belong to an event.
    Figures {
        /// Which.
        event: Ref,
        /// All of them.
        figures: Vec<Ref>,
    },
    /// These words, or those in quotation marks around them, were said by somebody.
    NewQuote {
        /// The words.
        words: Words,
        /// Who said them, if known.
        speaker: Option<Ref>,
    },
    /// Who said a quotation.
    Speaker {
        /// The quotation.
        quote: Ref,
        /// Who; none if the article does not say.
        speaker: Option<Ref>,
    },
    /// These words hold a number and what it counts.
    NewFigure {
        /// The words.
        words: Words,
    },
    /// The value of a figure.
    Value {
        /// Which.
        figure: Ref,
        /// The number, as `5,200` or `2.5 million`.
        value: String,
        /// How it is meant.
        sign: FigureSign,
    },
    /// In what a figure is counted.
    Unit {
        /// Which.
        figure: Ref,
        /// The unit.
        unit: String,
    },
    /// What a figure counts.
    Counts {
        /// Which.
        figure: Ref,
        /// In words.
        counts: String,
    },
    /// These words are a date.
    NewTime {
        /// The words.
        words: Words,
        /// The date; none if it is not known.
        when: Option<String>,
    },
    /// Which date these words are. Events that rest on it follow.
    Date {
        /// The words.
        time: Ref,
        /// The date; none if it is not known.
        when: Option<String>,
    },
    /// A note on anything.
    Note {
        /// On what.
        thing: Ref,
        /// The note; no words take it away.
        note: String,
    },
    /// What the program found is right.
    Right {
        /// What was looked at.
        thing: Ref,
    },
    /// A thing that should not be there.
    Delete {
        /// Which.
        thing: Ref,
    },
    /// What a block of the text is, or that it is none.
    Block {
        /// All its words.
        words: Words,
        /// What it is.
        called: Called,
    },
    /// A block that was left out is in the text again, as it was read.
    PutBack {
        /// All its words.
        words: Words,
        /// What it was.
        was: BlockKind,
        /// Where on the page it stood.
        part: Part,
    },
    /// Something about the article as a whole.
    Meta {
        /// What.
        field: Field,
        /// The words; none take it away.
        value: String,
    },
    /// The day from which "today" and "Monday" count: see [`redate`](super::redate).
    ReadingDate {
        /// A day, as in 2020-01-08.
        day: String,
    },
}
