//! An article as the two files that a publisher edits: `article.md` and `annotations.toml`.
//!
//! `docs/article-source.md` describes them. What is written is read back as the same article,
//! as far as the two files can say it. They give passages by their words, so they have none
//! for a passage that crosses blocks or that no words tell apart; the ids of times and the
//! lists of an entity's names follow from the text. What is left out is said in a remark.

mod annotations;
pub mod marked;
mod names;
mod passage;
mod text;
mod toml;

pub use annotations::annotations_toml;
pub use text::article_md;

use super::form::file_stem;
use super::zip::zip;
use crate::article::Article;

/// Both files in a folder of the article's short name, as a ZIP file.
pub(super) fn zipped(article: &Article) -> Vec<u8> {
    let name = file_stem(article);
    let (text, annotations) = (article_md(article), annotations_toml(article));
    zip(&[
        (&format!("{name}/article.md"), text.as_bytes()),
        (&format!("{name}/annotations.toml"), annotations.as_bytes()),
    ])
}
