//! Corrections of what the text is made of: a menu that came with it, a heading that is none.
//!
//! The words of a block stay where they are, also of one that is left out: every other correction
//! speaks of places. They go when the article leaves: see [`settled`](crate::article::settled).

use super::called::Called;
use super::claim::follow;
use super::correction::{Sort, Words};
use super::refused::Refused;
use super::things::remove;
use crate::article::{Article, BlockKind, Mention, Part, Span};

/// What a block is, or that it is none.
pub(super) fn call(article: &mut Article, words: &Words, called: Called) -> Result<(), Refused> {
    let at = find(article, words)?;
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

/// A block that was left out is what it was, and stands where it stood. There is one title: a
/// former one is a heading.
pub(super) fn put_back(
    article: &mut Article,
    words: &Words,
    was: BlockKind,
    part: Part,
) -> Result<(), Refused> {
    let at = find(article, words)?;
    if was.is_hidden() {
        return Err(Refused::Expected("a kind of block that is shown", words.text.clone()));
    }
    let is_titled = article.blocks.iter().any(|block| is_title(block.kind));
    let block = &mut article.blocks[at];
    // Another tab may have put it back.
    if block.kind == BlockKind::LeftOut {
        block.kind = match was {
            BlockKind::Title if is_titled => BlockKind::Heading,
            was => was,
        };
        block.part = part;
    }
    Ok(())
}

/// The block that has all these words.
fn find(article: &Article, words: &Words) -> Result<usize, Refused> {
    let spans = article.block_spans();
    let here = |n: &usize| spans[*n] == words.span && article.blocks[*n].text == words.text;
    let at = (0..spans.len()).find(here).filter(|_| !words.span.is_empty());
    at.ok_or_else(|| Refused::OtherWords(words.text.clone()))
}

fn is_title(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Title | BlockKind::Retitled)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Meta};
    use crate::correct::{Correction, Field, Journal, apply};

    #[test]
    fn what_is_put_back_is_what_it_was_and_where_it_stood() {
        use BlockKind::*;
        let kinds = [Title, Label, Paragraph, ListItem, Quotation, Copyright, Bio];
        let parts = [Part::Head, Part::Head, Part::Body, Part::Body, Part::Body, Part::Tail];
        let parts = parts.into_iter().chain([Part::Tail]);
        let block = |(n, (kind, part))| Block {
            kind,
            part,
            text: format!("Words {n}"),
            ..Block::default()
        };
        let blocks: Vec<Block> = kinds.into_iter().zip(parts).enumerate().map(block).collect();
        let meta = Meta { title: "Words 0".into(), ..Meta::default() };
        let base = Article { meta, blocks, ..Article::default() };
        let mut article = base.clone();
        let mut journal = Journal::new("a");
        let mut make = |article: &mut Article, correction: Correction| {
            assert_eq!(apply(article, &correction), Ok(()));
            journal.add(correction);
            let json = journal.to_json();
            assert_eq!(Journal::from_json(&json, "b").as_ref(), Ok(&journal), "{json}");
        };
        let is = |n: usize, called| Correction::Block {
            words: Words::of_block(&base, n).expect("a block"),
            called,
        };
        let back = |n: usize| Correction::put_back(&base, n).expect("a block");
        for n in 0..base.blocks.len() {
            make(&mut article, is(n, Called::LeftOut));
        }
        make(&mut article, Correction::Meta { field: Field::Author, value: "Ann".into() });
        for n in 0..base.blocks.len() {
            make(&mut article, back(n));
        }
        assert_eq!(article.blocks, base.blocks);
        // Where another block is the title by then, and where another tab was quicker.
        make(&mut article, is(0, Called::LeftOut));
        make(&mut article, is(2, Called::Title));
        make(&mut article, back(0));
        make(&mut article, back(3));
        let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[..4], [Heading, Label, Title, ListItem]);
        assert_eq!(article.meta.title, "Words 2");
    }
}
