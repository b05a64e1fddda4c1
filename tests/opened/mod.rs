//! What must hold of whatever opens: asked by the fuzzer and by the tests.

use dateline::intake::{Form, Opened, open};

/// Names that files come with; the first byte of the fuzzer's input chooses one.
const NAMES: [&str; 8] =
    ["", "a.html", "clipboard.html", "a.md", "a.json", "a.txt", "pasted.txt", "page.htm"];

/// Opens whatever it is, under one of the usual names; what opens is sound.
#[allow(dead_code)]
pub fn stays_sound(input: &[u8]) {
    let Some((first, bytes)) = input.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    if let Ok(opened) = open(name, bytes) {
        is_sound(&opened);
    }
}

/// What holds of everything that opens.
pub fn is_sound(opened: &Opened) {
    let article = &opened.article;
    let spans = article.block_spans();
    for (block, span) in article.blocks.iter().zip(spans) {
        assert!(!block.text.trim().is_empty());
        assert!(!block.text.chars().any(char::is_control), "{:?}", block.text);
        for inline in &block.inlines {
            assert!(!inline.span.is_empty() && span.contains(inline.span), "{block:?}");
        }
        for (n, one) in block.inlines.iter().enumerate() {
            let mut others = block.inlines.iter().skip(n + 1);
            assert!(!others.any(|other| one.span.crosses(other.span)), "{block:?}");
        }
    }
    assert!(!article.meta.title.chars().any(char::is_control));
    let is_ours = matches!(opened.form, Form::Json | Form::Page);
    assert!(!article.meta.title.is_empty() || opened.annotated || is_ours);
}
