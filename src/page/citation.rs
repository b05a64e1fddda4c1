//! A quotation with its source, ready to paste.

use super::model::Model;
use crate::article::Span;
use crate::time;

/// The words in quotation marks, the author, the title, the publisher, the date, the
/// paragraph.
pub fn quotation(model: &Model, span: Span) -> String {
    let meta = &model.article.meta;
    let words = model.words(span);
    let words = words.trim();
    let already = words.starts_with(['“', '"', '‘']);
    let mut cited = if already { words.to_owned() } else { format!("“{words}”") };
    cited.push_str(" — ");
    if let Some(author) = &meta.author {
        cited.push_str(&format!("{author}, "));
    }
    cited.push_str(&format!("“{}”", meta.title));
    if let Some(publisher) = &meta.publisher {
        cited.push_str(&format!(", {publisher}"));
    }
    if let Some(date) = meta.published.as_deref().and_then(|d| time::parse(d).ok()) {
        cited.push_str(&format!(", {}", time::short(&date, None)));
    }
    cited.push_str(&format!(", {}", place(model, span.start)));
    if let Some(address) = &meta.address {
        cited.push_str(&format!(", {address}"));
    }
    cited
}

/// What to call the place of an offset: `¶ 3`.
pub fn place(model: &Model, offset: u32) -> String {
    crate::markup::words::place(&model.article, model.index.block_at(offset))
}
