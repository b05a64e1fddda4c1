//! An article as it leaves the desk: what was left out is gone, and the headline is the title.
//!
//! While an article is corrected its text never changes, so that every correction, in every tab,
//! speaks of the same places. Here the text becomes what is shown, and all marks move with it.

use super::{Article, Block, BlockKind, Span};
use std::borrow::Cow;

/// The article with the text that is shown. Marks keep their words; what stood in words that are
/// gone is gone as well.
pub fn settled(article: &Article) -> Cow<'_, Article> {
    if !article.blocks.iter().any(|block| block.kind.is_hidden()) {
        return Cow::Borrowed(article);
    }
    let moves = Moves::new(article);
    let mut article = Article { blocks: moves.blocks.clone(), ..article.clone() };
    moves.marks(&mut article);
    Cow::Owned(article)
}

/// Where blocks stood, and where they stand.
struct Moves {
    blocks: Vec<Block>,
    /// Of each block before, its place, and the place of the same words now.
    places: Vec<(Span, Option<Span>)>,
}

impl Moves {
    fn new(article: &Article) -> Self {
        let title =
            Block { kind: BlockKind::Title, text: article.meta.title.clone(), ..Block::default() };
        let (mut blocks, mut same) = (Vec::new(), Vec::new());
        for block in &article.blocks {
            match block.kind {
                BlockKind::LeftOut => same.push(None),
                BlockKind::Retitled => {
                    blocks.push(Block { part: block.part, ..title.clone() });
                    same.push(None);
                }
                _ => {
                    same.push(Some(blocks.len()));
                    blocks.push(block.clone());
                }
            }
        }
        let before = article.block_spans();
        let after = Article { blocks, ..Article::default() };
        let spans = after.block_spans();
        let now = same.into_iter().map(|at| at.and_then(|at| spans.get(at).copied()));
        let mut moves =
            Self { blocks: after.blocks, places: before.into_iter().zip(now).collect() };
        let mut blocks = std::mem::take(&mut moves.blocks);
        for inline in blocks.iter_mut().flat_map(|block| &mut block.inlines) {
            inline.span = moves.place(inline.span).unwrap_or_default();
        }
        Self { blocks, ..moves }
    }

    /// The place of the same words now.
    fn place(&self, span: Span) -> Option<Span> {
        let end = span.end.max(span.start + 1) - 1;
        let block = |at: u32| {
            let after = self.places.partition_point(|(before, _)| before.start <= at);
            let (before, now) = *self.places.get(after.checked_sub(1)?)?;
            Some((before, now?))
        };
        let ((first, to_first), (last, to_last)) = (block(span.start)?, block(end)?);
        let start = to_first.start + (span.start - first.start);
        Some(Span::new(start, to_last.start + (span.end - last.start)))
    }

    fn marks(&self, article: &mut Article) {
        article.mentions.retain_mut(|mention| {
            mention.outer = mention.outer.and_then(|outer| self.place(outer));
            self.follow(&mut mention.span)
        });
        article.times.retain_mut(|time| self.follow(&mut time.span));
        article.quotes.retain_mut(|quote| {
            quote.cue = quote.cue.and_then(|cue| self.place(cue));
            self.follow(&mut quote.inner) && self.follow(&mut quote.span)
        });
        article
            .figures
            .retain_mut(|figure| self.follow(&mut figure.number) && self.follow(&mut figure.span));
        for event in &mut article.events {
            event.passages.retain_mut(|passage| self.follow(passage));
        }
        for note in &mut article.notes {
            note.passages.retain_mut(|passage| self.follow(passage));
        }
    }

    /// Moves a mark; whether its words are still there.
    fn follow(&self, span: &mut Span) -> bool {
        let place = self.place(*span);
        *span = place.unwrap_or_default();
        place.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Event, Inline, Mention, Meta, PlainText};

    #[test]
    fn marks_keep_their_words() {
        let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
        let mut blocks = vec![
            block(BlockKind::LeftOut, "Menu ☰ Home"),
            block(BlockKind::Retitled, "Ann mett Bob"),
            block(BlockKind::Paragraph, "Ann met Bob."),
            block(BlockKind::LeftOut, "Advertisement"),
            block(BlockKind::Paragraph, "Zoë left."),
        ];
        let whole = Article { blocks: blocks.clone(), ..Article::default() };
        let spans = whole.block_spans();
        let name = |block: usize| Span::new(spans[block].start, spans[block].start + 3);
        blocks[4].inlines = vec![Inline { span: name(4), ..Inline::default() }];
        let article = Article {
            meta: Meta { title: "Ann met Bob: what now?".into(), ..Meta::default() },
            blocks,
            mentions: [2, 4].map(|n| Mention { span: name(n), ..Mention::default() }).to_vec(),
            events: vec![Event { passages: vec![name(3), spans[4]], ..Event::default() }],
            ..Article::default()
        };
        let settled = settled(&article);
        assert_eq!(settled.plain_text(), "Ann met Bob: what now?\n\nAnn met Bob.\n\nZoë left.");
        let text = PlainText::from(&*settled);
        let words: Vec<&str> = settled.mentions.iter().map(|m| text.slice(m.span)).collect();
        assert_eq!(words, ["Ann", "Zoë"]);
        let [passage] = settled.events[0].passages[..] else { panic!("one passage is left") };
        assert_eq!(text.slice(passage), "Zoë left.");
        assert_eq!(text.slice(settled.blocks[2].inlines[0].span), "Zoë");
        assert_eq!(super::settled(&settled), settled);
    }
}
