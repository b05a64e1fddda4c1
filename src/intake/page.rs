//! A web page, or a piece of one from the clipboard.

use super::html::{self, Tree};
use super::{Form, Opened, Refusal, body};
use crate::article::{Article, Meta};

/// Reads HTML.
pub(super) fn open(text: &str) -> Result<Opened, Refusal> {
    let tree = html::build(text);
    let title =
        tree.elements(Tree::ROOT, "title").next().map(|id| tree.line(id)).unwrap_or_default();
    let body = body::find(&tree, &title, false).ok_or(Refusal::NoArticle)?;
    let blocks = html::blocks(&body.tree, body.top, None);
    let meta = Meta { title, ..Meta::default() };
    Ok(Opened {
        article: Article { meta, blocks, ..Article::default() },
        form: Form::Html,
        ..Opened::default()
    })
}
