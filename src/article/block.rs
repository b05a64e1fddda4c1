//! What the text is made of.

use super::Span;
use serde::{Deserialize, Serialize};

/// A heading, paragraph, credit …: one line of the text's structure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where on the page it belongs.
    pub part: Part,
    /// Its plain text.
    pub text: String,
    /// Bold, links and the like, as the article has them, in text order; never crossing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inlines: Vec<Inline>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading inside the text.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// A block quotation.
    Quotation,
    /// An item of a list.
    ListItem,
    /// A line that parts two sections, such as `*`.
    Separator,
    /// Who wrote it.
    Byline,
    /// Publisher and publication date.
    Dateline,
    /// Region, theme and other labels of the site.
    Label,
    /// A remark to readers.
    Note,
    /// Where the article came from.
    Source,
    /// About the author.
    Bio,
    /// Picture or other credit.
    Credit,
    /// The copyright line.
    Copyright,
    /// Responsibility, permissions.
    Disclaimer,
    /// How to reach the publisher.
    Contact,
    /// The headline, for which the article's title stands: a person has given it another one. Its
    /// words stay as long as the article is corrected; see [`settled`](super::settled).
    #[serde(skip_deserializing)]
    Retitled,
    /// Not a part of the article: a person has left it out. Its words stay in the same way.
    #[serde(skip_deserializing)]
    LeftOut,
}

impl BlockKind {
    /// Whether the words of such a block are not shown: nothing stands in them.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Retitled | Self::LeftOut)
    }

    /// Whether blocks of this kind belong to the head, unless somebody says otherwise.
    pub fn is_of_head(self) -> bool {
        matches!(self, Self::Title | Self::Byline | Self::Dateline | Self::Label)
    }
}

/// Where on the page a block belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Title, byline, dateline, labels.
    Head,
    /// The story.
    #[default]
    Body,
    /// What follows the story: credits, terms.
    Tail,
}

/// Emphasis or a link of the article's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inline {
    /// Where, in the article's plain text.
    pub span: Span,
    /// What.
    #[serde(flatten)]
    pub kind: InlineKind,
}

/// What an inline is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum InlineKind {
    /// Bold.
    #[default]
    Strong,
    /// Italic.
    Emphasis,
    /// A link; without address where the source gives none.
    Link {
        /// Where it leads (`http`, `https` or `mailto`), if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<String>,
    },
}
