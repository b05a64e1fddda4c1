//! The reader's own reading of JSON gives what serde reads.
#![cfg(not(target_arch = "wasm32"))]

mod any_article;

use any_article::article;
use dateline::article::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_article(article in article(), pretty: bool) {
        let write = if pretty { serde_json::to_string_pretty } else { serde_json::to_string };
        let json = write(&article).expect("an article has a JSON form");
        prop_assert_eq!(serde_json::from_str::<Article>(&json).ok(), Some(article.clone()));
        prop_assert_eq!(Article::from_json(&json), Ok(article));
    }

    #[test]
    fn cut_or_changed_json_is_refused_or_read(
        article in article(), at in any::<prop::sample::Index>(), with in r#"[\[\]{}",:0a ]?"#,
    ) {
        let json = serde_json::to_string(&article).expect("an article has a JSON form");
        let mut at = at.index(json.len());
        while !json.is_char_boundary(at) {
            at -= 1;
        }
        let cut = json.get(..at).unwrap_or_default();
        prop_assert!(Article::from_json(cut).is_err());
        let changed = format!("{cut}{with}{}", json.get(at..).unwrap_or_default());
        // What serde accepts is accepted, and is the same.
        if let Ok(read) = serde_json::from_str::<Article>(&changed) {
            prop_assert_eq!(Article::from_json(&changed), Ok(read));
        }
    }
}

#[test]
fn unknown_members_are_skipped_and_errors_say_where() {
    let json = r#"{"new": [{"a": "]"}, -1e3, null], "blocks": [{"text": "a", "x": {}}]}"#;
    let article = Article::from_json(json).expect("readable");
    assert_eq!(article.blocks[0].text, "a");
    for (json, expected) in [
        ("", "expected an object at byte 0 of the JSON"),
        (r#"{"entities": [{}]}"#, "expected an id in this object at byte 16 of the JSON"),
        (r#"{"blocks": 5}"#, "expected a list at byte 11 of the JSON"),
        ("{} x", "expected the end of the text at byte 3 of the JSON"),
    ] {
        assert_eq!(Article::from_json(json).unwrap_err().to_string(), expected, "{json}");
    }
}

#[cfg(feature = "source")]
#[test]
fn the_bundled_article() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/articles/iraq-marching-orders");
    let loaded = dateline::publish::load(folder.as_ref());
    let article = loaded.article.expect("the bundled article can be read");
    let json = serde_json::to_string(&article).expect("an article has a JSON form");
    assert_eq!(Article::from_json(&json), Ok(article));
}
