//! The analyst's program: it runs in a Web Worker, and is loaded only when an article is about to
//! be opened.
//!
//! It comes in three parts, so that a pasted text is read soon on a slow line: this program reads
//! plain text by rules; then come the weights and lists for names ([`know`]); then the program
//! that takes other files apart, which hands them over as JSON ([`take`]).

use dateline::analyst::annotate_with;
use dateline::analyst::dates::{Given, parse_day};
use dateline::analyst::names::Known;
use dateline::article::{Article, Fill, Json, JsonError, Read, fill};
use dateline::intake::{self, Extent};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static MEMORY: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

thread_local! {
    /// The article that was opened last; none if it came with annotations.
    static OPENED: RefCell<Option<Article>> = RefCell::default();
    /// What was found in it, until it is told.
    static FOUND: RefCell<Article> = RefCell::default();
    static KNOWN: Cell<Option<&'static Known>> = const { Cell::new(None) };
}

/// What names are read with: nothing until it has come.
fn known() -> &'static Known {
    KNOWN.get().unwrap_or_else(|| {
        let nothing: &'static Known = Box::leak(Box::new(Known::nothing()));
        KNOWN.set(Some(nothing));
        nothing
    })
}

/// Takes the weights and lists for names. Whether they are any.
#[wasm_bindgen]
pub fn know(bytes: &[u8]) -> bool {
    let Some(known) = Known::unpack(bytes) else { return false };
    KNOWN.set(Some(Box::leak(Box::new(known))));
    read(FIRST, "2014-01-08", "");
    true
}

/// Opens a plain text; gives what was opened as JSON. Nothing if it has to be taken apart first.
/// `all` keeps the menus and notices of the page around pasted words as well.
///
/// # Errors
/// When there is no article in it; says what it is and what to do.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8], all: bool) -> Result<Option<String>, String> {
    let extent = if all { Extent::All } else { Extent::Article };
    let Some(opened) = intake::open_text(name, bytes, extent) else { return Ok(None) };
    let opened = opened.map_err(|refusal| refusal.to_string())?;
    let json = serde_json::to_string(&opened).unwrap_or_default();
    OPENED.set(Some(opened.article));
    Ok(Some(json))
}

/// Takes what was opened elsewhere, as JSON.
///
/// # Errors
/// When it is not what [`open`] gives.
#[wasm_bindgen]
pub fn take(json: &str) -> Result<(), String> {
    let taken = Taken::from_json(json).map_err(|error| error.to_string())?;
    OPENED.set((!taken.annotated).then_some(taken.article));
    Ok(())
}

/// Finds what is in the article that was opened last; not if it came with annotations. The
/// article's [`part`]s tell what was found.
#[wasm_bindgen]
pub fn annotate() -> bool {
    let Some(article) = OPENED.with_borrow(Clone::clone) else { return false };
    let given = Given::of(&article.meta);
    FOUND.set(annotate_with(article, given, known()));
    true
}

/// What was found, as the JSON of an article without its blocks, in parts from 0 to 3: read in
/// one go, that of a long article would stop the page.
#[wasm_bindgen]
pub fn part(number: u32) -> String {
    FOUND.with_borrow_mut(|article| {
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
            _ => part.found = take(article).found,
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
    let blocks = dateline::analyst::blocks(text);
    let article = annotate_with(Article { blocks, ..Article::default() }, given, known());
    serde_json::to_string(&article).unwrap_or_default()
}

/// Of what was opened elsewhere, what is needed to read it.
#[derive(Default)]
struct Taken {
    article: Article,
    annotated: bool,
}

impl Taken {
    fn from_json(json: &str) -> Result<Self, JsonError> {
        let mut taken = Self::default();
        let mut json = Json::new(json);
        let mut article = Bare(Article::default());
        fill(&mut json, &mut [("article", &mut article), ("annotated", &mut taken.annotated)])?;
        json.end()?;
        taken.article = article.0;
        Ok(taken)
    }
}

/// An article of which only the words are read, and what is known about it.
struct Bare(Article);

impl Fill for Bare {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        fill(json, &mut [("meta", &mut self.0.meta), ("blocks", &mut self.0.blocks)])
    }
}

/// Something of everything: what is made when first needed is made before an article comes.
const FIRST: &str = "Some news\n\nBy Jane Doe\n\nPARIS (Reuters) - Prime Minister John Smith said \
    on Monday that some 200 troops would leave Iraq in 2014. “We will act,” he said. The US \
    military denied last week that it had attacked Basra before the 2003 invasion.";

fn main() {
    read(FIRST, "2014-01-08", "");
}
