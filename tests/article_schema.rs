//! The published schema, `docs/article.schema.json`, says what articles look like as JSON:
//! no less, and, so that nothing is forgotten, no more.
//!
//! The checker here knows the keywords that the schema uses, and refuses others. That the
//! schema is one, and that a checker made by others agrees, is tested among the foreign
//! software (`tests/browser`).
#![cfg(not(target_arch = "wasm32"))]

mod any_article;

use any_article::article;
use dateline::article::{Article, Id};
use dateline::export::{Form, export};
use proptest::prelude::*;
use serde_json::Value;

fn schema() -> Value {
    let text = include_str!("../docs/article.schema.json");
    serde_json::from_str(text).expect("the schema is JSON")
}

struct Checker {
    root: Value,
}

impl Checker {
    /// Where the value is not as the schema says; empty if it is.
    fn check(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut must = |holds: bool, keyword: &str| {
            if !holds {
                wrong.push(format!("{at}: {keyword}, found {value}"));
            }
        };
        let members = schema.as_object().expect("a schema is an object");
        let mut inner = Vec::new();
        for (keyword, says) in members {
            match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" => {}
                "$ref" => {
                    let path = says.as_str().and_then(|path| path.strip_prefix('#'));
                    let target = self.root.pointer(path.expect("a path")).expect("a definition");
                    inner.extend(self.check(target, value, at));
                }
                "type" => {
                    let one = |name: &Value| match name.as_str().expect("a type") {
                        "object" => value.is_object(),
                        "array" => value.is_array(),
                        "string" => value.is_string(),
                        "boolean" => value.is_boolean(),
                        "number" => value.is_number(),
                        "integer" => value.is_u64(),
                        "null" => value.is_null(),
                        other => panic!("a type this checker does not know: {other}"),
                    };
                    must(
                        says.as_array().map_or_else(|| one(says), |all| all.iter().any(one)),
                        "type",
                    );
                }
                "enum" => must(says.as_array().expect("a list").contains(value), "enum"),
                "required" => {
                    let has = |name: &Value| value.get(name.as_str().expect("a name")).is_some();
                    must(says.as_array().expect("a list").iter().all(has), "required");
                }
                "properties" => {
                    for (name, value) in value.as_object().into_iter().flatten() {
                        match says.get(name) {
                            Some(schema) => {
                                inner.extend(self.check(schema, value, &format!("{at}/{name}")))
                            }
                            None => inner.push(format!("{at}/{name}: not in the schema")),
                        }
                    }
                }
                "additionalProperties" => {
                    for value in value.as_object().into_iter().flat_map(|object| object.values()) {
                        inner.extend(self.check(says, value, at));
                    }
                }
                "propertyNames" => {
                    for name in value.as_object().into_iter().flat_map(|object| object.keys()) {
                        inner.extend(self.check(says, &Value::from(name.as_str()), at));
                    }
                }
                "items" => {
                    for (n, value) in value.as_array().into_iter().flatten().enumerate() {
                        inner.extend(self.check(says, value, &format!("{at}/{n}")));
                    }
                }
                "minItems" => must(
                    value.as_array().is_some_and(|v| v.len() as u64 >= says.as_u64().unwrap_or(0)),
                    keyword,
                ),
                "maxItems" => must(
                    value.as_array().is_some_and(|v| v.len() as u64 <= says.as_u64().unwrap_or(0)),
                    keyword,
                ),
                "minimum" => must(value.as_f64() >= says.as_f64(), keyword),
                "maximum" => must(value.as_f64() <= says.as_f64(), keyword),
                "pattern" | "maxLength" => {
                    must(value.as_str().is_some_and(|id| Id::new(id).is_ok()), keyword);
                }
                other => panic!("a keyword this checker does not know: {other}"),
            }
        }
        wrong.extend(inner);
        wrong
    }
}

fn check(json: &Value) -> Vec<String> {
    let checker = Checker { root: schema() };
    checker.check(&checker.root, json, "")
}

proptest! {
    #[test]
    fn any_article_is_described(article in article()) {
        let json = export(&article, Form::Json);
        let json: Value = serde_json::from_slice(&json).expect("JSON");
        prop_assert_eq!(check(&json), Vec::<String>::new());
    }
}

/// Each member that the schema allows is read, and none that it demands may be missing.
#[test]
fn what_is_described_is_read() {
    let json = r#"{"meta": {"slug": "a", "title": "b", "language": "en"}, "blocks": [], "x": 1}"#;
    assert!(Article::from_json(json).is_ok());
    assert_eq!(check(&serde_json::from_str(json).expect("JSON")), ["/x: not in the schema"]);
    let wrong = r#"{"meta": {"slug": "a"}, "blocks": [{"kind": "ad", "part": "body", "text": 3}]}"#;
    let wrong = check(&serde_json::from_str(wrong).expect("JSON"));
    assert_eq!(wrong.len(), 3, "{wrong:#?}");
}

#[cfg(feature = "source")]
#[test]
fn the_bundled_article_is_described() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/articles/iraq-marching-orders");
    let article = dateline::publish::load(folder.as_ref()).article.expect("an article");
    let json = export(&article, Form::Json);
    assert_eq!(Article::from_json(std::str::from_utf8(&json).expect("UTF-8")), Ok(article));
    assert_eq!(check(&serde_json::from_slice(&json).expect("JSON")), Vec::<String>::new());
}
