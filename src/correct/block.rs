//! Corrections of what the text is made of: a menu that came with it, a heading that is none.
//!
//! The words of a block stay where they are, also of one that is left out: every other correction
//! speaks of places. They go when the article leaves: see [`settled`](crate::article::settled).

use super::claim::follow;
use super::correction::{Called, Sort, Words};
use super::refused::Refused;
use super::things::remove;
use crate::article::{Article, BlockKind, Mention, Part, Span};

/// What a block is, or that it is none.
pub(super) fn call(article: &mut Article, words: &Words, called: Called) -> Result<(), Refused> {
    let spans = article.block_spans();
    let here = |n: &usize| spans[*n] == words.span && article.blocks[*n].text == words.text;
    let at = (0..spans.len()).find(here).filter(|_| !words.span.is_empty());
    let at = at.ok_or_else(|| Refused::OtherWords(words.text.clone()))?;
    let kind = match called {
        Called::Title => BlockKind::Title,
        Called::Heading => BlockKind::Heading,
        Called::Paragraph => BlockKind::Paragraph,
        Called::Byline => BlockKind::Byline,
        Called::Credit => BlockKind::Credit,
        Called::LeftOut => BlockKind::LeftOut,
    };
    if kind == BlockKind::LeftOut {
        empty(article, words.span);
    }
    if kind == BlockKind::Title {
        let is_title = |kind| matches!(kind, BlockKind::Title | BlockKind::Retitled);
        for other in article.blocks.iter_mut().filter(|block| is_title(block.kind)) {
            other.kind = BlockKind::Heading;
        }
        article.meta.title = one_line(&words.text);
    }
    let first = article.blocks[..at].iter().all(|b| b.part == Part::Head || b.kind.is_hidden());
    let block = &mut article.blocks[at];
    block.kind = kind;
    block.part = match block.part {
        _ if kind == BlockKind::Title || kind.is_of_head() && first => Part::Head,
        _ if matches!(called, Called::Heading | Called::Paragraph) => Part::Body,
        Part::Head if kind == BlockKind::Credit => Part::Body,
        part => part,
    };
    Ok(())
}

/// The headline follows the title, if it was the title.
pub(super) fn retitle(article: &mut Article, before: &str) {
    let was = one_line(before);
    let is_headline = |kind: BlockKind, text: &str| match kind {
        BlockKind::Title => one_line(text) == was,
        kind => kind == BlockKind::Retitled,
    };
    let Some(at) = article.blocks.iter().position(|b| is_headline(b.kind, &b.text)) else { return };
    if article.meta.title == one_line(&article.blocks[at].text) {
        article.blocks[at].kind = BlockKind::Title;
        return;
    }
    // Its marks stood in words that are shown no more.
    let span = article.block_spans()[at];
    empty(article, span);
    article.blocks[at].kind = BlockKind::Retitled;
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes away what is marked in these words; what is told or named nowhere else goes with it.
/// Nobody has looked at the rest by that.
fn empty(article: &mut Article, span: Span) {
    let (lost, kept): (Vec<Mention>, Vec<Mention>) =
        std::mem::take(&mut article.mentions).into_iter().partition(|m| m.span.overlaps(span));
    article.mentions = kept;
    follow(article, &lost, None);
    for quote in &mut article.quotes {
        quote.cue = quote.cue.filter(|cue| !cue.overlaps(span));
    }
    let gone = |article: &Article, sort: Sort, at: usize| match sort {
        Sort::Time => article.times[at].span.overlaps(span),
        Sort::Quote => article.quotes[at].span.overlaps(span),
        Sort::Figure => article.figures[at].span.overlaps(span),
        _ => false,
    };
    for (sort, count) in [
        (Sort::Time, article.times.len()),
        (Sort::Quote, article.quotes.len()),
        (Sort::Figure, article.figures.len()),
    ] {
        for at in (0..count).rev() {
            // Notes on nothing else went with those before; none of these lists has notes.
            if gone(article, sort, at) {
                remove(article, sort, at);
            }
        }
    }
    for at in (0..article.events.len()).rev() {
        let passages = &mut article.events[at].passages;
        let before = passages.len();
        passages.retain(|passage| !passage.overlaps(span));
        if passages.is_empty() && before > 0 {
            remove(article, Sort::Event, at);
        }
    }
    for at in (0..article.notes.len()).rev() {
        let Some(note) = article.notes.get_mut(at) else { continue };
        let before = note.passages.len();
        note.passages.retain(|passage| !passage.overlaps(span));
        if note.passages.is_empty() && before > 0 && note.about.is_empty() {
            remove(article, Sort::Note, at);
        }
    }
}
