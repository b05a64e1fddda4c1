//! The text of an article: Markdown, and what a publisher says of each block.
//!
//! `{.byline}` before a block says what it is; a line `{tail}` says where on the page the next
//! blocks belong. Without it the article begins with its head, and the first block that is no
//! title, byline, dateline or label begins the body.

use super::markdown::{self, Draft};
use super::problem::{Report, shown};
use super::shapes::choice;
use crate::article::{BLOCK_SEPARATOR, Block, BlockKind, Part, Span};

/// Reads the text of an article. Total; mistakes are reported.
pub fn read(markdown: &str, report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut part = Part::Head;
    let mut part_is_given = false;
    let mut position = 0;
    for mut draft in markdown::read(markdown, report) {
        let typed = markdown.get(draft.at..).unwrap_or_default();
        if typed.starts_with('{') {
            match marked_part(&draft.text) {
                Some(Ok(given)) => {
                    part = given;
                    part_is_given = true;
                    continue;
                }
                Some(Err(message)) => report.error(draft.at, message),
                None => take_kind(&mut draft, report),
            }
        }
        if draft.text.is_empty() {
            report.error(draft.at, "expected words after the braces, found none");
            continue;
        }
        if part == Part::Head && !part_is_given && !is_of_head(draft.kind) {
            part = Part::Body;
        }
        for inline in &mut draft.inlines {
            inline.span = Span::new(inline.span.start + position, inline.span.end + position);
        }
        position += (draft.text.chars().count() + BLOCK_SEPARATOR.chars().count()) as u32;
        let Draft { kind, text, inlines, .. } = draft;
        blocks.push(Block { kind, part, text, inlines });
    }
    match blocks.iter().filter(|block: &&Block| block.kind == BlockKind::Title).count() {
        0 => report.error(0, "expected a title, found none; begin a line with `# `"),
        1 => {}
        _ => report.error(0, "expected one title, found several; use {.heading} for the others"),
    }
    blocks
}

fn is_of_head(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Title | BlockKind::Byline | BlockKind::Dateline | BlockKind::Label)
}

/// The part that a block `{tail}` names.
fn marked_part(text: &str) -> Option<Result<Part, String>> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    let is_word = !name.is_empty() && name.chars().all(char::is_alphabetic);
    is_word.then(|| choice(name))
}

/// Takes `{.byline}` off the block's text.
fn take_kind(draft: &mut Draft, report: &Report) {
    let Some((name, words)) = draft.text.strip_prefix("{.").and_then(|rest| rest.split_once('}'))
    else {
        let found = shown(&draft.text);
        report.error(
            draft.at,
            format!("expected {{.byline}} or the like, found “{found}”; write \\{{ for a brace"),
        );
        return;
    };
    match choice(name) {
        Ok(kind) => draft.kind = kind,
        Err(message) => return report.error(draft.at, message),
    }
    let words = words.trim_start();
    let taken = (draft.text.chars().count() - words.chars().count()) as u32;
    draft.text = words.to_owned();
    for inline in &mut draft.inlines {
        inline.span.start = inline.span.start.saturating_sub(taken);
        inline.span.end = inline.span.end.saturating_sub(taken);
    }
    draft.inlines.retain(|inline| !inline.span.is_empty());
}
