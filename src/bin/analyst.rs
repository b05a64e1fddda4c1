//! The analyst's program: it runs in a Web Worker, and is loaded only when an article is
//! opened.

use dateline::analyst::dates::{Given, parse_day};
use dateline::article::Article;
use dateline::intake::{self, Extent};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The article that was opened last, and whether it wants a draft.
    static OPENED: RefCell<(Article, bool)> = RefCell::default();
}

/// Takes a file apart; gives what was opened as JSON. `all` keeps the menus and notices of the page
/// around pasted words as well.
///
/// # Errors
/// When there is no article in it; says what it is and what to do.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8], all: bool) -> Result<String, String> {
    let extent = if all { Extent::All } else { Extent::Article };
    let opened = intake::open_to(name, bytes, extent).map_err(|refusal| refusal.to_string())?;
    let json = serde_json::to_string(&opened).unwrap_or_default();
    OPENED.set((opened.article, !opened.annotated));
    Ok(json)
}

/// Finds what is in the article that was opened last; not if it came with annotations. The
/// article's [`part`]s tell what was found. `written` is the day it was written, as in 2020-01-08;
/// of what is no day the article's own dates are taken.
#[wasm_bindgen]
pub fn annotate(written: &str) -> bool {
    let (article, draft) = OPENED.take();
    if !draft {
        return false;
    }
    let given = parse_day(written).map_or_else(|| Given::of(&article.meta), Given::Written);
    OPENED.set((dateline::analyst::annotate(article, given), true));
    true
}

/// The article as JSON in parts from 0 to 3, without its blocks: read in one go, that of a long
/// article would stop the page.
#[wasm_bindgen]
pub fn part(number: u32) -> String {
    OPENED.with_borrow_mut(|(article, _)| {
        use std::mem::take;
        let mut part = Article::default();
        match number {
            0 => {
                part.meta = take(&mut article.meta);
                part.entities = take(&mut article.entities);
                part.mentions = take(&mut article.mentions);
            }
            1 => {
                part.times = take(&mut article.times);
                part.quotes = take(&mut article.quotes);
                part.figures = take(&mut article.figures);
            }
            2 => part.events = take(&mut article.events),
            _ => part.found = take(&mut article.found),
        }
        serde_json::to_string(&part).unwrap_or_default()
    })
}

/// Reads a plain English text into an article with a draft of its annotations, as JSON.
///
/// `published` is the day of publication, `written` the day it was written, which counts for
/// more; both as in 2020-01-08, and what is no day is ignored.
#[wasm_bindgen]
pub fn read(text: &str, published: &str, written: &str) -> String {
    let given = Given::of_days(parse_day(written), parse_day(published));
    let article = dateline::analyst::draft(text, given);
    serde_json::to_string(&article).unwrap_or_default()
}

/// Something of everything: what is made when first needed is made before an article comes.
const FIRST: &str = "Some news\n\nBy Jane Doe\n\nPARIS (Reuters) - Prime Minister John Smith said \
    on Monday that some 200 troops would leave Iraq in 2014. “We will act,” he said. The US \
    military denied last week that it had attacked Basra before the 2003 invasion.";

fn main() {
    read(FIRST, "2014-01-08", "");
}
