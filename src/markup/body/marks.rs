//! What is marked in a block: names, dates, figures, quotations, emphasis, links.

use super::kind_word;
use crate::article::{Block, InlineKind, Layer, Span};
use crate::markup::escape::{escape, safe_address};
use crate::markup::layers::Mark;
use crate::markup::source::{Held, Source};
use crate::time;

/// The marks of a block.
///
/// Links of HTML cannot stand in one another, so of two overlapping names, dates or figures
/// only one is marked: names before descriptions, the longer and earlier one first.
pub(super) fn marks(source: &Source<'_>, n: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (Some(held), Some(block)) = (source.held(n), source.article.blocks.get(n)) else {
        return marks;
    };
    let article = source.article;
    let links = Links::of(block);
    let mut taken = Taken::default();
    quotations(source, held, &links, &mut taken, &mut marks);
    for layer in [Layer::Name, Layer::Nominal] {
        let mentions = held.mentions.iter().map(|&m| &article.mentions[m as usize]);
        let mut mentions: Vec<_> = mentions.filter(|m| m.layer == layer).collect();
        mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        for mention in mentions {
            let Some(entity) = source.index.entity(&mention.entity) else { continue };
            if !taken.take(mention.span) {
                continue;
            }
            let id = escape(&mention.entity);
            let kind = kind_word(article.entities[entity].kind);
            let nominal = if layer == Layer::Nominal { " nominal" } else { "" };
            let found = source.found(&mention.entity);
            let address = links.attribute(mention.span);
            marks.push(Mark {
                span: mention.span,
                level: 5,
                open: format!(
                    "<a class=\"mention {kind}{nominal}{found}\" data-entity=\"{id}\"{address} \
                     href=\"#{id}\">"
                ),
                close: "</a>",
            });
        }
        if layer == Layer::Name {
            dates_and_figures(source, held, &links, &mut taken, &mut marks);
        }
    }
    emphasis_and_links(block, &taken, &mut marks);
    marks
}

fn dates_and_figures(
    source: &Source<'_>,
    held: &Held,
    links: &Links<'_>,
    taken: &mut Taken,
    marks: &mut Vec<Mark>,
) {
    for time in held.times.iter().map(|&n| &source.article.times[n as usize]) {
        if !taken.take(time.span) {
            continue;
        }
        let id = escape(&time.id);
        let when = time.when.as_deref().and_then(|w| time::parse(w).ok());
        let datetime = when.as_ref().and_then(time::machine);
        let address = links.attribute(time.span);
        let (inside, close) = match datetime {
            Some(d) => (format!("<time datetime=\"{d}\">"), "</time></a>"),
            None => ("<span>".to_owned(), "</span></a>"),
        };
        let vague = if time.vague { " vague" } else { "" };
        let found = source.found(&time.id);
        marks.push(Mark {
            span: time.span,
            level: 5,
            open: format!(
                "<a class=\"date{vague}{found}\" data-time=\"{id}\"{address} href=\"#{id}\">{inside}"
            ),
            close,
        });
    }
    for figure in held.figures.iter().map(|&n| &source.article.figures[n as usize]) {
        if taken.take(figure.number) {
            let address = links.attribute(figure.number);
            let id = escape(&figure.id);
            let found = source.found(&figure.id);
            marks.push(Mark {
                span: figure.number,
                level: 5,
                open: format!(
                    "<a class=\"figure{found}\" data-figure=\"{id}\"{address} href=\"#{id}\">"
                ),
                close: "</a>",
            });
        }
    }
}

/// The article's own emphasis and links.
///
/// A link is cut where a name, date or figure stands in it; that mark then carries the
/// address, and its card offers it.
fn emphasis_and_links(block: &Block, taken: &Taken, marks: &mut Vec<Mark>) {
    for inline in &block.inlines {
        let (open, close) = match &inline.kind {
            InlineKind::Strong => ("<strong>".to_owned(), "</strong>"),
            InlineKind::Emphasis => ("<em>".to_owned(), "</em>"),
            InlineKind::Link { address } => match address.as_deref().and_then(safe_address) {
                Some(address) => {
                    let open = format!(
                        "<a class=\"link\" rel=\"noopener noreferrer\" href=\"{}\">",
                        escape(address)
                    );
                    for span in taken.gaps(inline.span) {
                        marks.push(Mark { span, level: 0, open: open.clone(), close: "</a>" });
                    }
                    continue;
                }
                None => ("<span class=\"link unknown\">".to_owned(), "</span>"),
            },
        };
        marks.push(Mark { span: inline.span, level: 1, open, close });
    }
}

/// A block's own links whose address is known and safe, in text order.
struct Links<'a>(Vec<(Span, &'a str)>);

impl<'a> Links<'a> {
    fn of(block: &'a Block) -> Self {
        let inlines = block.inlines.iter();
        let mut links: Vec<_> = inlines
            .filter_map(|inline| match &inline.kind {
                InlineKind::Link { address: Some(address) } => {
                    Some((inline.span, safe_address(address)?))
                }
                _ => None,
            })
            .collect();
        links.sort_by_key(|(span, _)| span.start);
        Self(links)
    }

    /// The attribute with the address of the link around these words, if any.
    fn attribute(&self, span: Span) -> String {
        let after = self.0.partition_point(|(link, _)| link.start <= span.start);
        match self.0[..after].last() {
            Some((link, address)) if link.contains(span) => {
                format!(" data-address=\"{}\"", escape(address))
            }
            _ => String::new(),
        }
    }
}

/// Quotations; their opening mark is the link to their card, since names stand inside.
fn quotations(
    source: &Source<'_>,
    held: &Held,
    links: &Links<'_>,
    taken: &mut Taken,
    marks: &mut Vec<Mark>,
) {
    for quote in held.quotes.iter().map(|&n| &source.article.quotes[n as usize]) {
        let id = escape(&quote.id);
        let found = source.found(&quote.id);
        marks.push(Mark {
            span: quote.span,
            level: 2,
            open: format!("<span class=\"quote\" data-quote=\"{id}\">"),
            close: "</span>",
        });
        let speaker = quote.speaker.as_ref().and_then(|s| source.index.entity(s));
        let speaker = speaker.map_or("speaker not named", |n| &source.article.entities[n].name);
        let opening = Span::new(quote.span.start, quote.inner.start);
        if !taken.take(opening) {
            continue;
        }
        let address = links.attribute(opening);
        marks.push(Mark {
            span: opening,
            level: 3,
            open: format!(
                "<a class=\"opening{found}\"{address} href=\"#{id}\" aria-label=\"Quotation: {}\">",
                escape(speaker)
            ),
            close: "</a>",
        });
    }
}

/// Spans already used; looks back only as far as overlaps are possible.
#[derive(Default)]
struct Taken(std::collections::BTreeMap<u32, u32>);

impl Taken {
    fn take(&mut self, span: Span) -> bool {
        let free = self.0.range(..span.end).next_back().is_none_or(|(_, &end)| end <= span.start);
        if free && !span.is_empty() {
            self.0.insert(span.start, span.end);
        }
        free
    }

    /// What is left of a span around the used ones.
    fn gaps(&self, span: Span) -> Vec<Span> {
        let mut gaps = Vec::new();
        let mut at = span.start;
        for (&start, &end) in self.0.range(..span.end).filter(|&(_, &end)| end > span.start) {
            gaps.push(Span::new(at, start.max(at)));
            at = end.max(at);
        }
        gaps.push(Span::new(at, span.end.max(at)));
        gaps.retain(|gap| !gap.is_empty());
        gaps
    }
}
