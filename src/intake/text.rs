//! Plain text.

use super::{Opened, Refusal};
use crate::analyst;
use crate::article::{Article, Meta};

/// Reads plain text: blocks where lines part them.
pub(super) fn open(text: &str) -> Result<Opened, Refusal> {
    let blocks = analyst::blocks(text);
    let Some(first) = blocks.first() else { return Err(Refusal::NoArticle) };
    let meta = Meta { title: first.text.clone(), ..Meta::default() };
    Ok(Opened { article: Article { meta, blocks, ..Article::default() }, ..Opened::default() })
}
