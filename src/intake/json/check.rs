//! An article from elsewhere made sound: what does not fit its text is left out, and no link
//! leads anywhere but to the web or to a mailbox.

use crate::article::{Article, Inline, InlineKind, Span};
use crate::intake::address;
use crate::intake::text::without_controls;

/// Makes an article sound; how many marks were left out.
pub fn check(article: &mut Article) -> usize {
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
    use crate::article::InlineKind;
    use crate::intake::{Form, open};

    #[test]
    fn what_does_not_fit_is_left_out_and_said() {
        let json = r#"{"meta":{"slug":"a","title":"T","language":"en","address":"javascript:x"},
            "blocks":[{"kind":"paragraph","part":"body","text":"One\u0001two","inlines":[
              {"span":[0,3],"kind":"link","address":"javascript:alert(1)"},
              {"span":[2,5],"kind":"strong"},{"span":[4,99],"kind":"emphasis"}]}],
            "entities":[{"id":"a","kind":"thing","name":"One"}],
            "mentions":[{"entity":"a","span":[5,900]},{"entity":"a","span":[0,3]}]}"#;
        let opened = open("a.json", json.as_bytes()).expect("an article");
        assert_eq!((opened.form, opened.annotated), (Form::Json, true));
        let article = opened.article;
        assert_eq!(article.blocks[0].text, "One two");
        assert_eq!(article.blocks[0].inlines.len(), 1);
        assert_eq!(article.blocks[0].inlines[0].kind, InlineKind::Link { address: None });
        assert_eq!((article.mentions.len(), article.meta.address), (1, None));
        assert_eq!(opened.remarks, ["Left out: 3 marks that do not fit the text."]);
    }

    #[test]
    fn other_json_is_refused_with_the_reason() {
        for (json, says) in [
            ("{\"a\": 1}", "neither"),
            ("{\"blocks\": 1", "EOF"),
            ("{\"blocks\": [{\"kind\": \"x\"}]}", "a kind of block"),
        ] {
            let refusal = open("a.json", json.as_bytes()).expect_err("no article").to_string();
            assert!(refusal.contains(says), "{refusal}");
        }
    }
}
