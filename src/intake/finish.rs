//! From blocks and facts to an article: one title, head, story and tail, offsets.

use super::{Form, Opened, Refusal, facts, parts};
use crate::analyst::dates::{self, Given};
use crate::article::{
    Article, BLOCK_SEPARATOR, Block, BlockKind, Meta, Part, Span, short_name, without_controls,
};

/// The longest title, in scalars; a first line that is longer is cut for it.
const LONGEST_TITLE: usize = 300;

/// How much of the beginning may say the publication date, in bytes.
const BEGINNING: usize = 2_000;

/// What was read, before it is an article.
#[derive(Debug, Default)]
pub struct Draft {
    /// What is known already.
    pub meta: Meta,
    /// The blocks; offsets of inlines count from the beginning of their block.
    pub blocks: Vec<Block>,
    /// The lines that the page prints before the story but that are not among the blocks.
    pub lines: Vec<(BlockKind, String)>,
    /// Whether the date is only the first that the page marks as one.
    pub guessed_date: bool,
    /// Whether kinds and parts of the blocks are the writer's own and stay.
    pub sorted: bool,
    /// How many lines of the page around it were left out.
    pub left_out: usize,
}

/// Makes the article.
pub fn finish(draft: Draft, form: Form) -> Result<Opened, Refusal> {
    let Draft { mut meta, mut blocks, lines, guessed_date, sorted, left_out } = draft;
    blocks.retain(|block| !block.text.is_empty());
    if !blocks.iter().any(|block| block.text.chars().any(char::is_alphanumeric)) {
        return Err(Refusal::NoArticle);
    }
    clean(&mut meta);
    title(&mut meta, &mut blocks);
    if !sorted {
        parts::sort(&mut blocks);
    }
    print_lines(&mut blocks, lines);
    place(&mut blocks);
    let mut article = Article { meta, blocks, ..Article::default() };
    let remarks = complete(&mut article, guessed_date);
    Ok(Opened { article, form, remarks, left_out, ..Opened::default() })
}

/// One block is the title, the first; its repetition goes.
fn title(meta: &mut Meta, blocks: &mut Vec<Block>) {
    let same = |a: &str, b: &str| {
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        letters(a) == letters(b)
    };
    let marked = blocks.iter().find(|block| block.kind == BlockKind::Title);
    if let Some(marked) = marked.filter(|_| meta.title.is_empty()) {
        meta.title.clone_from(&marked.text);
    }
    if meta.title.is_empty() {
        let heading = blocks.iter().position(|block| block.kind == BlockKind::Heading);
        // As in plain text: a short first line is the headline, also if it is a sentence.
        let line = || {
            let short = blocks[0].kind == BlockKind::Paragraph && blocks[0].text.len() <= 200;
            (short && blocks.len() > 1).then_some(0)
        };
        match heading.filter(|heading| *heading < 3).or_else(line) {
            Some(first) => {
                blocks[first].kind = BlockKind::Title;
                meta.title.clone_from(&blocks[first].text);
            }
            None => meta.title = beginning(&blocks[0].text),
        }
        return;
    }
    let again = blocks.iter().take(4).position(|block| same(&block.text, &meta.title));
    match again {
        Some(0) => blocks[0].kind = BlockKind::Title,
        Some(again) if !blocks.iter().any(|block| block.kind == BlockKind::Title) => {
            blocks[again].kind = BlockKind::Title;
        }
        _ if blocks.iter().any(|block| block.kind == BlockKind::Title) => {}
        _ => {
            let text = meta.title.clone();
            let kind = BlockKind::Title;
            blocks.insert(0, Block { kind, part: Part::Head, text, inlines: Vec::new() });
        }
    }
}

/// The first words, for a text that has no title.
fn beginning(text: &str) -> String {
    const SHORT: usize = 80;
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SHORT).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

/// Lines that the page prints come back behind the title, unless they are there.
fn print_lines(blocks: &mut Vec<Block>, lines: Vec<(BlockKind, String)>) {
    let mut at =
        blocks.iter().position(|block| block.kind == BlockKind::Title).map_or(0, |n| n + 1);
    for (kind, text) in lines {
        let text = without_controls(&text);
        let there = |block: &Block| block.kind == kind || block.text.contains(&text);
        if !text.is_empty() && !blocks.iter().take(at + 6).any(there) {
            blocks.insert(at, Block { kind, part: Part::Head, text, inlines: Vec::new() });
            at += 1;
        }
    }
}

/// Moves inlines from their block's beginning to their place in the whole text.
pub fn place(blocks: &mut [Block]) {
    let mut position = 0;
    for block in blocks {
        for inline in &mut block.inlines {
            inline.span = Span::new(inline.span.start + position, inline.span.end + position);
        }
        position += (block.text.chars().count() + BLOCK_SEPARATOR.chars().count()) as u32;
    }
}

/// What the text itself says of the article; what the reader should know.
fn complete(article: &mut Article, guessed_date: bool) -> Vec<String> {
    let mut remarks = Vec::new();
    let plain = article.plain_text();
    let find = |kind| article.blocks.iter().find(|block| block.kind == kind).map(|b| &b.text);
    let meta = &mut article.meta;
    if meta.author.is_none() {
        meta.author = find(BlockKind::Byline).and_then(|line| facts::author_of(line));
    }
    if meta.copyright.is_none() {
        meta.copyright = find(BlockKind::Copyright).cloned();
    }
    if meta.published.is_none() {
        let printed = find(BlockKind::Dateline).and_then(|line| facts::day(line));
        meta.published = printed.or_else(|| {
            let mut end = plain.len().min(BEGINNING);
            while !plain.is_char_boundary(end) {
                end -= 1;
            }
            let day = dates::analyse(&plain[..end], Given::Nothing).published?;
            Some(day.to_string())
        });
    }
    match &meta.published {
        None => remarks.push("The publication date was not found.".to_owned()),
        Some(day) if guessed_date => remarks.push(format!(
            "The publication date, {day}, is only the first that the page marks as a date."
        )),
        Some(_) => {}
    }
    if meta.slug.is_empty() {
        meta.slug = short_name(&meta.title);
    }
    remarks
}

/// No control characters, no endless lines in what is known.
fn clean(meta: &mut Meta) {
    let cleaned = |text: &str| -> String {
        let words = text.chars().filter(|c| !c.is_control() || c.is_whitespace());
        let line = super::html::one_line(&words.collect::<String>());
        line.chars().take(LONGEST_TITLE).collect()
    };
    meta.title = cleaned(&meta.title);
    for text in [
        &mut meta.author,
        &mut meta.publisher,
        &mut meta.site,
        &mut meta.copyright,
        &mut meta.genre,
    ] {
        *text = text.take().map(|text| cleaned(&text)).filter(|text| !text.is_empty());
    }
}
