//! A web page, or a piece of one from the clipboard.

use super::html;
use super::{Form, Opened, Refusal, body, facts};
use crate::article::Article;

/// Reads HTML.
pub(super) fn open(text: &str) -> Result<Opened, Refusal> {
    let tree = html::build(text);
    let mut facts = facts::read(&tree, text);
    let body = body::find(&tree, &facts.meta.title, facts.meta.author.is_some())
        .ok_or(Refusal::NoArticle)?;
    let blocks = html::blocks(&body.tree, body.top, facts.base.as_deref());
    facts.meta.author = facts.meta.author.or(body.byline);
    Ok(Opened {
        article: Article { meta: facts.meta, blocks, ..Article::default() },
        form: Form::Html,
        ..Opened::default()
    })
}
