//! An article from elsewhere made sound: what does not fit its text is left out, no link leads
//! anywhere but to the web or to a mailbox, and its short name is one.

use super::address;
use super::{Article, Id, Inline, InlineKind, Meta, Span, short_name};

/// Makes an article that somebody else may have written sound: from a file, a link, a backup.
/// Gives it with the number of marks that were left out. A sound one comes back the same.
pub fn sound(mut article: Article) -> (Article, usize) {
    let left_out = check(&mut article);
    (article, left_out)
}

/// A text without control characters, but for white space.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect()
}

fn check(article: &mut Article) -> usize {
    texts(article);
    let spans = article.block_spans();
    let end = spans.last().map_or(0, |span| span.end);
    let whole = Span::new(0, end);
    let fits = |span: &Span| !span.is_empty() && whole.contains(*span);
    let before = count(article);
    for (block, span) in article.blocks.iter_mut().zip(&spans) {
        inlines(&mut block.inlines, *span);
    }
    article.mentions.retain(|mention| fits(&mention.span));
    article.mentions.sort_by_key(|mention| mention.span.start);
    for mention in &mut article.mentions {
        let span = mention.span;
        mention.outer = mention.outer.filter(|outer| fits(outer) && outer.contains(span));
    }
    article.times.retain(|time| fits(&time.span));
    article.quotes.retain(|quote| fits(&quote.span) && quote.span.contains(quote.inner));
    for quote in &mut article.quotes {
        quote.cue = quote.cue.filter(fits);
    }
    article.figures.retain(|figure| fits(&figure.span) && fits(&figure.number));
    for event in &mut article.events {
        event.passages.retain(fits);
    }
    for note in &mut article.notes {
        note.passages.retain(fits);
    }
    before - count(article)
}

/// How many marks there are.
fn count(article: &Article) -> usize {
    let inlines = article.blocks.iter().map(|block| block.inlines.len()).sum::<usize>();
    let passages = article.events.iter().map(|event| event.passages.len()).sum::<usize>()
        + article.notes.iter().map(|note| note.passages.len()).sum::<usize>();
    let lists = article.mentions.len() + article.times.len() + article.quotes.len();
    inlines + passages + lists + article.figures.len()
}

/// Takes control characters out. A space stands for each, so that offsets stay.
fn texts(article: &mut Article) {
    for block in &mut article.blocks {
        if block.text.chars().any(char::is_control) {
            block.text = block.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        }
    }
    let meta = &mut article.meta;
    meta.title = without_controls(&meta.title);
    meta.address = meta.address.take().as_deref().and_then(address::web);
    if Id::new(meta.slug.as_str()).is_err() {
        meta.slug = short_name_of(meta);
    }
}

/// What is left of the short name, else the title's: files and folders are named by it.
fn short_name_of(meta: &Meta) -> String {
    let has_letters = meta.slug.chars().any(char::is_alphanumeric);
    short_name(if has_letters { &meta.slug } else { &meta.title })
}

/// Emphasis and links of a block, nested in one another and inside of it.
fn inlines(inlines: &mut Vec<Inline>, block: Span) {
    inlines.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    let mut open: Vec<Span> = Vec::new();
    inlines.retain_mut(|inline| {
        if let InlineKind::Link { address } = &mut inline.kind {
            *address = address.take().as_deref().and_then(address::absolute);
        }
        let span = inline.span;
        while open.last().is_some_and(|last| last.end <= span.start) {
            open.pop();
        }
        let nested = open.last().is_none_or(|last| last.contains(span));
        let fits = !span.is_empty() && block.contains(span) && nested;
        if fits {
            open.push(span);
        }
        fits
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Event, Mention, Quote};

    #[test]
    fn short_names_are_names_of_files() {
        let of = |slug: &str, title: &str| {
            let meta = Meta { slug: slug.into(), title: title.into(), ..Meta::default() };
            sound(Article { meta, ..Article::default() }).0.meta.slug
        };
        for (slug, is) in [
            ("iraq-marching-orders", "iraq-marching-orders"),
            ("../../x", "x"),
            ("/etc/passwd", "etc-passwd"),
            ("C:\\Windows", "c-windows"),
            ("..", "the-roof"),
            ("", "the-roof"),
            ("card", "x-card"),
            ("a\0b\n", "a-b"),
        ] {
            assert_eq!(of(slug, "The roof"), is, "{slug:?}");
        }
        assert_eq!(of("..", "…"), "x");
    }

    #[test]
    fn marks_outside_of_the_text_are_left_out() {
        let block = Block { text: "One two".into(), ..Block::default() };
        let spans = [Span::new(0, 3), Span::new(5, 900), Span::new(3, 3)];
        let mention = |span| Mention { outer: Some(Span::new(0, 99)), span, ..Mention::default() };
        let quote = Quote { span: spans[0], inner: spans[1], ..Quote::default() };
        let (article, left_out) = sound(Article {
            blocks: vec![block],
            mentions: spans.map(mention).to_vec(),
            events: vec![Event { passages: spans.to_vec(), ..Event::default() }],
            quotes: vec![quote],
            ..Article::default()
        });
        assert_eq!(left_out, 5);
        assert_eq!((article.mentions.len(), article.mentions[0].outer), (1, None));
        assert_eq!((&article.events[0].passages[..], article.quotes.len()), (&spans[..1], 0));
        assert_eq!(sound(article.clone()), (article, 0));
    }
}
