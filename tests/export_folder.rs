//! An article that leaves as a folder comes back the same.
#![cfg(feature = "source")]

use dateline::article::*;
use dateline::export::folder::{annotations_toml, article_md};
use dateline::publish::{self, SourceFile};
use proptest::prelude::*;

/// The article as its two files, read again; with what the reader says.
fn again(article: &Article) -> (Article, Vec<String>) {
    let md = SourceFile::from_text("article.md", article_md(article));
    let toml = SourceFile::from_text("annotations.toml", annotations_toml(article));
    let (again, problems) = publish::read(&md, Some(&toml), &article.meta.slug);
    (again, problems.iter().map(ToString::to_string).collect())
}

fn load(folder: &str) -> Article {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    publish::load(folder.as_ref()).article.expect("an article")
}

#[test]
fn the_bundled_article() {
    let article = load("articles/iraq-marching-orders");
    let (again, problems) = again(&article);
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(again.meta, article.meta);
    assert_eq!(again.blocks, article.blocks);
    for (again, before) in again.entities.iter().zip(&article.entities) {
        assert_eq!(again, before);
    }
    assert_eq!(again.mentions, article.mentions);
    assert_eq!(again, article);
    let toml = annotations_toml(&article);
    assert!(!toml.contains("Not written here"), "{toml}");
}
