//! What a correction speaks of: words of the text, and things of the article.

use super::place::Places;
use crate::article::{Article, Id, Span};
use serde::{Deserialize, Serialize};

/// Words of the text: where, and which, so that it is noticed if other words stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

impl Words {
    /// The words in this span, without white space around them; none if nothing is left.
    pub fn at(article: &Article, span: Span) -> Option<Self> {
        let places = Places::new(article);
        let span = places.trimmed(span)?;
        Some(Self { span, text: places.slice(span).to_owned() })
    }

    /// All words of a block, whether it is shown or not.
    pub fn of_block(article: &Article, block: usize) -> Option<Self> {
        let span = article.block_spans().get(block).copied()?;
        Some(Self { span, text: article.blocks.get(block)?.text.clone() })
    }
}

/// What sort of thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A person, organisation, place or other named thing.
    #[default]
    Entity,
    /// An event.
    Event,
    /// A quotation.
    Quote,
    /// A figure.
    Figure,
    /// A date in the text.
    Time,
    /// An editor's note.
    Note,
}

/// A thing of the article, so described that it is found again after the program has read the
/// text once more, when ids and names may be others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ref {
    /// What sort of thing.
    pub sort: Sort,
    /// Its id.
    pub id: Id,
    /// What people call it: a name, a headline, or its words.
    pub name: String,
    /// Its first place in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}
