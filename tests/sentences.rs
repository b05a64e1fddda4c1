//! The sentences of the bundled article, as its annotation has them.

use dateline::article::{Article, Block, Index, Span};
use serde_json::Value;

#[test]
fn of_the_article() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let json = std::fs::read_to_string(path).expect("the shared annotation");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let number = |value: &Value| value.as_u64().expect("a number") as u32;
    let texts = json["blocks"].as_array().expect("blocks").iter();
    let block = |block: &Value| {
        let text = block["text"].as_str().expect("text").to_owned();
        Block { text, ..Block::default() }
    };
    let article = Article { blocks: texts.map(block).collect(), ..Article::default() };
    let index = Index::new(&article);
    let mut checked = 0;
    for (n, place) in index.blocks().iter().enumerate() {
        // Offsets are those of the block.
        let wanted: Vec<Span> = json["sentences"]
            .as_array()
            .expect("sentences")
            .iter()
            .filter(|sentence| number(&sentence["block"]) as usize == n)
            .map(|sentence| Span::new(number(&sentence["start"]), number(&sentence["end"])))
            .collect();
        if !wanted.is_empty() {
            let found: Vec<Span> = index
                .sentences_in(&article, *place)
                .iter()
                .map(|found| Span::new(found.start - place.start, found.end - place.start))
                .collect();
            assert_eq!(found, wanted, "{n}");
            checked += wanted.len();
        }
    }
    assert_eq!(checked, 62);
}
