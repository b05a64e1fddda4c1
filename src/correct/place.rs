//! Places in the text: the words of a span, the same words elsewhere, sentences, paragraphs.

use crate::article::{Article, PlainText, Span, sentences};

/// The text of an article, its blocks and its words. What is left out is no block.
pub(super) struct Places {
    blocks: Vec<Span>,
    /// Those that are left out.
    hidden: Vec<Span>,
    text: PlainText,
}

impl Places {
    /// Goes through the text once.
    pub fn new(article: &Article) -> Self {
        let mut hidden = Vec::new();
        let mut blocks = Vec::new();
        for (block, span) in article.blocks.iter().zip(article.block_spans()) {
            if block.kind.is_hidden() { hidden.push(span) } else { blocks.push(span) }
        }
        Self { blocks, hidden, text: PlainText::from(article) }
    }

    /// The one block that holds the whole span.
    pub fn block(&self, span: Span) -> Option<Span> {
        let after = self.blocks.partition_point(|block| block.start <= span.start);
        let block = *self.blocks.get(after.checked_sub(1)?)?;
        (block.contains(span) && !span.is_empty()).then_some(block)
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.slice(span)
    }

    /// The span without white space at its ends; none if nothing is left.
    pub fn trimmed(&self, span: Span) -> Option<Span> {
        let parts = self.parts(span);
        Some(Span::new(parts.first()?.start, parts.last()?.end))
    }

    /// The part of the span in each block, without white space around it.
    pub fn parts(&self, span: Span) -> Vec<Span> {
        let mut parts = Vec::new();
        for block in self.touched(span) {
            let part = Span::new(span.start.max(block.start), span.end.min(block.end));
            let words = self.slice(part);
            let lead = words.chars().take_while(|c| c.is_whitespace()).count() as u32;
            let length = words.trim().chars().count() as u32;
            if length > 0 {
                parts.push(Span::new(part.start + lead, part.start + lead + length));
            }
        }
        parts
    }

    fn touched(&self, span: Span) -> impl Iterator<Item = Span> {
        let from = self.blocks.partition_point(|block| block.end <= span.start);
        let touched = self.blocks.get(from..).unwrap_or_default().iter().copied();
        touched.take_while(move |block| block.start < span.end)
    }

    /// From the first to the last sentence that the span touches, in its first block.
    pub fn sentence(&self, span: Span) -> Span {
        let Some(block) = self.touched(span).next() else { return span };
        let all = sentences(self.slice(block)).into_iter();
        let all = all.map(|s| Span::new(block.start + s.start, block.start + s.end));
        let touched = all.filter(|sentence| sentence.overlaps(span));
        touched.fold(span, |all, one| Span::new(all.start.min(one.start), all.end.max(one.end)))
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> Vec<Span> {
        let mut all = Vec::new();
        for block in &self.blocks {
            let inside = sentences(self.slice(*block)).into_iter();
            all.extend(inside.map(|s| Span::new(block.start + s.start, block.start + s.end)));
        }
        all
    }

    /// Everywhere the same words stand as whole words, in order.
    pub fn same(&self, words: &str) -> Vec<Span> {
        let text = self.text.as_str();
        let length = words.chars().count() as u32;
        let mut found = Vec::new();
        if length == 0 {
            return found;
        }
        let (first, last) = (words.chars().next(), words.chars().next_back());
        for (at, _) in text.match_indices(words) {
            let before = text.get(..at).unwrap_or_default().chars().next_back();
            let after = text.get(at + words.len()..).unwrap_or_default().chars().next();
            if !joined(before, first) && !joined(last, after) {
                let start = self.text.scalar_at(at);
                found.push(Span::new(start, start + length));
            }
        }
        found.retain(|span| !self.hidden.iter().any(|hidden| hidden.overlaps(*span)));
        found
    }
}

/// Whether two letters beside each other belong to one word. Scripts that part no words never
/// join.
fn joined(left: Option<char>, right: Option<char>) -> bool {
    let parts = |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{9fff}');
    left.zip(right).is_some_and(|(left, right)| {
        left.is_alphanumeric() && right.is_alphanumeric() && !parts(left) && !parts(right)
    })
}

/// Spans in text order that can be asked which of them lie at a place.
pub(super) struct Spans {
    spans: Vec<Span>,
    longest: u32,
}

impl Spans {
    /// Sorts them.
    pub fn new(spans: impl Iterator<Item = Span>) -> Self {
        let spans: Vec<Span> = spans.collect();
        let spans = crate::article::order::sorted_by(&spans, |span| span.start.into());
        let longest = spans.iter().map(|span| span.len()).max().unwrap_or(0);
        Self { spans, longest }
    }

    /// Those that share a scalar with the place.
    pub fn at(&self, place: Span) -> impl Iterator<Item = Span> {
        let reach = place.start.saturating_sub(self.longest);
        let from = self.spans.partition_point(|span| span.start < reach);
        let near = self.spans.get(from..).unwrap_or_default().iter().copied();
        near.take_while(move |span| span.start < place.end).filter(move |s| s.overlaps(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;

    fn article() -> Article {
        let block = |text: &str| Block { text: text.into(), ..Block::default() };
        let texts = ["“Ann” met  Ann’s Anna. Bob-Ann left.", "Ann, 安 met 安安."];
        Article { blocks: texts.map(block).to_vec(), ..Article::default() }
    }

    #[test]
    fn the_same_words_are_whole_words() {
        let article = article();
        let places = Places::new(&article);
        let starts = |words| places.same(words).iter().map(|span| span.start).collect::<Vec<_>>();
        assert_eq!(starts("Ann"), [1, 11, 27, 38]);
        assert_eq!(starts("安"), [43, 49, 50]);
        assert_eq!(starts(""), [0; 0]);
        assert!(places.same("Ann").iter().all(|span| places.slice(*span) == "Ann"));
    }

    #[test]
    fn spans_are_cut_by_blocks() {
        let article = article();
        let places = Places::new(&article);
        assert_eq!(places.slice(Span::new(31, 41)), "left.\n\nAnn");
        assert_eq!(places.parts(Span::new(30, 42)), [Span::new(31, 36), Span::new(38, 42)]);
        assert_eq!(places.trimmed(Span::new(36, 38)), None);
        assert_eq!(places.trimmed(Span::new(9, 14)), Some(Span::new(11, 14)));
        assert_eq!(places.sentence(Span::new(27, 30)), Span::new(23, 36));
        assert!(places.block(Span::new(30, 40)).is_none());
        assert_eq!(places.slice(Span::new(900, 950)), "");
        assert_eq!(places.parts(Span { start: 9, end: 2 }), []);
    }
}
