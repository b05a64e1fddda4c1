//! What a person calls a block of the text, or a fact about all of it.

use serde::{Deserialize, Serialize};

/// What a person calls a block of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Called {
    /// The headline; it is the article's title then.
    Title,
    /// A heading inside the text.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// Who wrote it.
    Byline,
    /// Picture or other credit.
    Credit,
    /// Not a part of the article: a menu, an advertisement.
    LeftOut,
}

/// What is known about the article as a whole, and can be corrected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The headline.
    #[default]
    Title,
    /// Who wrote it.
    Author,
    /// Who published it.
    Publisher,
    /// When it was published (EDTF).
    Published,
    /// The site that published it, such as `www.example.org`.
    Site,
    /// The address of the original.
    Address,
    /// The short name, as it stands in links.
    Slug,
}
