//! JSON: our own articles, and timelines of TimelineJS.

mod timeline;

use super::{Form, Opened, Refusal};
use crate::article::{Article, sound};
use serde_json::Value;

/// Reads JSON: an article, `{"article": …, "view": …}`, or a timeline.
pub(super) fn open(text: &str) -> Result<Opened, Refusal> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| Refusal::Json(error.to_string()))?;
    if value["blocks"].is_array() {
        return article(text, Form::Json);
    }
    if value["article"]["blocks"].is_array() {
        let mut opened = article(&value["article"].to_string(), Form::Json)?;
        opened.view = value["view"].as_str().map(str::to_owned);
        return Ok(opened);
    }
    if value["events"].is_array() {
        return timeline::open(&value);
    }
    Err(Refusal::Json("found neither `blocks` nor `events` in it".into()))
}

/// Reads the JSON of an article, whole, with its annotations.
pub(super) fn article(text: &str, form: Form) -> Result<Opened, Refusal> {
    let article =
        Article::from_json(text.trim()).map_err(|error| Refusal::Json(error.to_string()))?;
    if !article.blocks.iter().any(|block| !block.text.trim().is_empty()) {
        return Err(Refusal::NoArticle);
    }
    let (article, left_out) = sound(article);
    let annotated = !(article.entities.is_empty()
        && article.times.is_empty()
        && article.events.is_empty()
        && article.quotes.is_empty()
        && article.figures.is_empty()
        && article.notes.is_empty());
    let mut remarks = Vec::new();
    if left_out > 0 {
        remarks.push(format!("Left out: {left_out} marks that do not fit the text."));
    }
    Ok(Opened { article, form, annotated, remarks, ..Opened::default() })
}

#[cfg(test)]
mod tests {
    use crate::article::InlineKind;
    use crate::intake::{Form, open};

    #[test]
    fn what_does_not_fit_is_left_out_and_said() {
        let json = r#"{"meta":{"slug":"a","title":"T","language":"en","address":"javascript:x"},
            "blocks":[{"kind":"paragraph","part":"body","text":"One\u0001two","inlines":[
              {"span":[0,3],"kind":"link","address":"javascript:alert(1)"},
              {"span":[2,5],"kind":"strong"},{"span":[4,99],"kind":"emphasis"}]}],
            "entities":[{"id":"a","kind":"thing","name":"One"}],
            "mentions":[{"entity":"a","span":[5,900]},{"entity":"a","span":[0,3]}]}"#;
        let opened = open("a.json", json.as_bytes()).expect("an article");
        assert_eq!((opened.form, opened.annotated), (Form::Json, true));
        let article = opened.article;
        assert_eq!(article.blocks[0].text, "One two");
        assert_eq!(article.blocks[0].inlines.len(), 1);
        assert_eq!(article.blocks[0].inlines[0].kind, InlineKind::Link { address: None });
        assert_eq!((article.mentions.len(), article.meta.address), (1, None));
        assert_eq!(opened.remarks, ["Left out: 3 marks that do not fit the text."]);
    }

    #[test]
    fn other_json_is_refused_with_the_reason() {
        for (json, says) in [
            ("{\"a\": 1}", "neither"),
            ("{\"blocks\": 1", "EOF"),
            ("{\"blocks\": [{\"kind\": \"x\"}]}", "a kind of block"),
        ] {
            let refusal = open("a.json", json.as_bytes()).expect_err("no article").to_string();
            assert!(refusal.contains(says), "{refusal}");
        }
    }
}
