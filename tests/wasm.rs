//! The pure rooms in a browser: 32-bit numbers, another allocator, the same answers.

#![cfg(target_arch = "wasm32")]

use dateline::article::{Article, Block, Id, Span};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn an_article_survives_its_json() {
    let text = |text: &str| Block { text: text.into(), ..Block::default() };
    let article = Article { blocks: vec![text("Ärbil 🕊"), text("نص")], ..Article::default() };
    let json = serde_json::to_string(&article).expect("an article has a JSON form");
    assert_eq!(serde_json::from_str::<Article>(&json).ok(), Some(article));
}

#[wasm_bindgen_test]
fn offsets_count_scalars() {
    let text = |text: &str| Block { text: text.into(), ..Block::default() };
    let article = Article { blocks: vec![text("🕊🕊"), text("b")], ..Article::default() };
    assert_eq!(article.block_spans(), [Span::new(0, 2), Span::new(4, 5)]);
    assert_eq!(article.plain_text().chars().count(), 5);
}

#[wasm_bindgen_test]
fn ids_are_checked() {
    assert!(Id::new("ali-khamenei").is_ok());
    assert!(Id::new("<script>").is_err());
}
