//! The self-contained page: what it is made of, and what one holds.

use crate::article::{Article, sound};
use crate::browser::{dom, fetch};
use crate::correct::Journal;
use crate::markup::single::{Kit, ids};
use serde::{Deserialize, Serialize};

/// An article as it was read, with its corrections.
#[derive(Serialize, Deserialize)]
struct Work {
    base: Article,
    journal: serde_json::Value,
}

/// The page with this article in it.
///
/// # Errors
/// In words for the reader, when the parts cannot be had.
pub async fn page(article: &Article, base: &Article, journal: &Journal) -> Result<String, String> {
    let kit = match own() {
        Some(kit) => kit,
        None => fetched().await.ok_or(
            "The parts of the page could not be loaded. With the network back, it can be tried \
             again.",
        )?,
    };
    let corrections = serde_json::from_str(&journal.to_json()).unwrap_or_default();
    let work = if journal.entries().is_empty() {
        String::new()
    } else {
        let work = Work { base: base.clone(), journal: corrections };
        serde_json::to_string(&work).unwrap_or_default()
    };
    Ok(crate::markup::single::html(&kit, article, &work))
}

/// Whether this page is such a page.
pub fn is_single() -> bool {
    dom::by_id(ids::KIT).is_some()
}

/// The article that this page came with, and its corrections.
pub fn work(shown: &Article) -> (Article, Journal) {
    let writer = crate::browser::chance::name();
    text(ids::WORK)
        .and_then(|work| held(&work, &writer))
        .unwrap_or_else(|| (shown.clone(), Journal::new(writer)))
}

/// An article as it was read and its corrections, as such a page holds them; `writer` makes the
/// next one. None if nothing was corrected.
pub fn held(json: &str, writer: &str) -> Option<(Article, Journal)> {
    let work: Work = serde_json::from_str(json).ok()?;
    let journal = Journal::from_json(&work.journal.to_string(), writer).ok()?;
    Some((sound(work.base).0, journal))
}

fn text(id: &str) -> Option<String> {
    dom::document().get_element_by_id(id)?.text_content()
}

/// The kit in this page.
fn own() -> Option<Kit> {
    let kit: Kit = serde_json::from_str(&text(ids::KIT)?).ok()?;
    let (style, script) = (text(ids::STYLE)?, text(ids::SCRIPT)?);
    Some(Kit { style, script, program: text(ids::PROGRAM)?, ..kit })
}

/// The kit of the site that this page belongs to.
async fn fetched() -> Option<Kit> {
    let meta = dom::by_selector("meta[name=analyst]")?;
    let path = meta.get_attribute("data-kit")?;
    serde_json::from_slice(&fetch::bytes(&path).await?).ok()
}
