//! The text as `article.md`.

use super::marked;
use super::toml::Toml;
use crate::article::{Article, Block, BlockKind, Part};
use std::fmt::Write;

/// What is known about the article, and its text.
pub fn article_md(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut part = Part::Head;
    let mut is_given = false;
    for (block, span) in article.blocks.iter().zip(article.block_spans()) {
        if block.text.trim_end().is_empty() {
            continue;
        }
        // What the reader of the file takes the next block for.
        let expected = if part == Part::Head && !is_given && !block.kind.is_of_head() {
            Part::Body
        } else {
            part
        };
        if block.part != expected {
            let _ = write!(out, "\n{{{}}}\n", part_word(block.part));
            is_given = true;
        }
        part = block.part;
        let _ = write!(out, "\n{}\n", written(block, span.start));
    }
    out
}

fn front_matter(article: &Article) -> String {
    let meta = &article.meta;
    let mut toml = Toml::default();
    toml.line("+++");
    toml.text("slug", &meta.slug);
    toml.text("language", &meta.language);
    for (key, value) in [
        ("genre", &meta.genre),
        ("author", &meta.author),
        ("publisher", &meta.publisher),
        ("site", &meta.site),
        ("address", &meta.address),
        ("published", &meta.published),
        ("reading_date", &meta.reading_date),
    ] {
        toml.text_if(key, value.as_deref());
    }
    toml.texts("reading_date_reasons", meta.reading_date_reasons.iter().map(String::as_str));
    for (key, value) in [
        ("copyright", &meta.copyright),
        ("permission", &meta.permission),
        ("image_credit", &meta.image_credit),
        ("annotator", &meta.annotator),
    ] {
        toml.text_if(key, value.as_deref());
    }
    toml.line("+++");
    toml.0
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Head => "head",
        Part::Body => "body",
        Part::Tail => "tail",
    }
}

/// A block with what says its kind.
fn written(block: &Block, start: u32) -> String {
    let kind = match block.kind {
        BlockKind::Title => return format!("# {}", marked::line(block, start)),
        BlockKind::Heading => return format!("## {}", marked::line(block, start)),
        BlockKind::Paragraph => return marked::lines(block, start, ""),
        BlockKind::Quotation => return format!("> {}", marked::lines(block, start, "> ")),
        BlockKind::ListItem => return format!("- {}", marked::lines(block, start, "  ")),
        BlockKind::Separator if is_rule(block) => return block.text.clone(),
        BlockKind::Separator => "separator",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Label => "label",
        BlockKind::Note => "note",
        BlockKind::Source => "source",
        BlockKind::Bio => "bio",
        BlockKind::Credit => "credit",
        BlockKind::Copyright => "copyright",
        BlockKind::Disclaimer => "disclaimer",
        BlockKind::Contact => "contact",
        // A settled article has none.
        BlockKind::Retitled | BlockKind::LeftOut => "note",
    };
    format!("{{.{kind}}} {}", marked::lines(block, start, ""))
}

/// Whether Markdown takes the text for a rule: three or more of one sign.
fn is_rule(block: &Block) -> bool {
    let signs = block.text.replace(' ', "");
    let fits = |sign: char| signs.len() >= 3 && signs.chars().all(|c| c == sign);
    block.text.trim() == block.text
        && block.inlines.is_empty()
        && ['*', '-', '_'].into_iter().any(fits)
}
