//! A web page, a piece of one from the clipboard, or a page that Dateline made.

use super::facts::{self, Facts};
use super::finish::{Draft, finish};
use super::html::{self, NodeId, Tree};
use super::{Extent, Form, Opened, Refusal, body, json, litter};
use crate::article::BlockKind;

/// What browsers put around the copied part of a page.
const FRAGMENT: [&str; 2] = ["<!--StartFragment-->", "<!--EndFragment-->"];

/// Where a self-contained page of ours holds the article as it was read, and what was corrected.
const WORK: &str = "single-work";

/// A printed date is a line at most so long, in bytes.
const LONGEST_DATE: usize = 60;

/// Programs that write whole documents as HTML: there is nothing around the text to cut.
const WRITERS: [&str; 4] = ["microsoft word", "libreoffice", "openoffice", "google docs"];

/// Reads HTML.
pub(super) fn open(text: &str, extent: Extent) -> Result<Opened, Refusal> {
    if let Some((_, rest)) = text.split_once(FRAGMENT[0]) {
        let copied = rest.split(FRAGMENT[1]).next().unwrap_or(rest);
        return pasted(html::build(copied), extent);
    }
    let tree = html::build(text);
    if let Some(data) = article_data(&tree) {
        return data;
    }
    let is_page = tree.all(Tree::ROOT).any(|id| matches!(tree.tag(id), "html" | "head" | "body"));
    if !is_page {
        return pasted(tree, extent);
    }
    let facts = facts::read(&tree, text);
    if is_document(&tree) {
        return whole(&tree, facts);
    }
    if let Some(own) = own_blocks(&tree) {
        return whole(&own, facts);
    }
    let Facts { mut meta, base, printed_date, guessed_date } = facts;
    let body = body::find(&tree, &meta.title, meta.author.is_some()).ok_or(Refusal::NoArticle)?;
    let blocks = html::blocks(&body.tree, body.top, base.as_deref());
    // What stands around the body is gone; some of it stands inside.
    let (blocks, left_out) = litter::sift(blocks, &meta.title, extent);
    let printed = body.byline.or_else(|| body::first_byline(&tree)).unwrap_or_default();
    meta.author = meta.author.or_else(|| facts::author_of(&printed));
    // The line as printed, if it is about the author.
    let byline = match &meta.author {
        Some(author) if !printed.contains(author.as_str()) => author.clone(),
        Some(_) => printed,
        None => String::new(),
    };
    let date = printed_date.filter(|date| date.len() <= LONGEST_DATE).unwrap_or_default();
    let lines = vec![(BlockKind::Byline, byline), (BlockKind::Dateline, date)];
    finish(Draft { meta, blocks, lines, guessed_date, left_out, ..Draft::default() }, Form::Html)
}

/// Reads rich text from the clipboard: perhaps a page with its menus.
fn pasted(mut tree: Tree, extent: Extent) -> Result<Opened, Refusal> {
    let gone = match extent {
        Extent::Article => body::take_out_furniture(&mut tree),
        Extent::All => 0,
    };
    let (blocks, left_out) = litter::sift(html::blocks(&tree, Tree::ROOT, None), "", extent);
    finish(Draft { blocks, left_out: left_out + gone, ..Draft::default() }, Form::Html)
}

/// Reads all of it: a document, a page of ours.
fn whole(tree: &Tree, facts: Facts) -> Result<Opened, Refusal> {
    let blocks = html::blocks(tree, Tree::ROOT, facts.base.as_deref());
    finish(Draft { meta: facts.meta, blocks, ..Draft::default() }, Form::Html)
}

/// Whether a program for documents wrote it.
fn is_document(tree: &Tree) -> bool {
    tree.elements(Tree::ROOT, "meta").any(|id| {
        let is = |name: &str, value: &str| {
            tree.attribute(id, name).is_some_and(|is| is.eq_ignore_ascii_case(value))
        };
        let content = tree.attribute(id, "content").unwrap_or_default().to_ascii_lowercase();
        is("name", "generator") && WRITERS.iter().any(|writer| content.starts_with(writer))
    })
}

/// The blocks of a page that Dateline made and that lost its data: they are marked as such.
fn own_blocks(page: &Tree) -> Option<Tree> {
    let is_block = |id: &NodeId| {
        let name = page.attribute(*id, "id").unwrap_or_default();
        page.attribute(*id, "data-block").is_some()
            && (name.starts_with("para-") || name.starts_with("block-"))
    };
    let blocks: Vec<NodeId> = page.all(Tree::ROOT).filter(is_block).collect();
    if blocks.is_empty() {
        return None;
    }
    let mut own = page.clone();
    let all: Vec<NodeId> = own.inside(Tree::ROOT).collect();
    for id in blocks {
        own.append(Tree::ROOT, id);
    }
    for id in all.into_iter().filter(|&id| !is_block(&id)) {
        own.take_out(id);
    }
    Some(own)
}

/// The article in a page that Dateline made.
fn article_data(tree: &Tree) -> Option<Result<Opened, Refusal>> {
    let script = |name: &str| {
        let mut scripts = tree.elements(Tree::ROOT, "script");
        scripts.find(|&id| tree.attribute(id, "id") == Some(name))
    };
    let data = script("article-data")?;
    let work = script(WORK).map(|id| tree.words(id)).filter(|work| !work.trim().is_empty());
    let view = tree.attribute(data, "data-view").filter(|view| !view.is_empty());
    let opened = json::article(&tree.words(data), Form::Page);
    let view = |opened: &Opened| view.map(str::to_owned).or(opened.view.clone());
    Some(opened.map(|opened| Opened { view: view(&opened), work, ..opened }))
}
