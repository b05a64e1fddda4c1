//! Plain text.

use super::finish::{Draft, finish};
use super::{Extent, Form, Opened, Refusal, litter};
use crate::analyst;
use crate::article::{Meta, without_controls};

/// Reads plain text: blocks where lines part them.
pub(super) fn open(text: &str, extent: Extent) -> Result<Opened, Refusal> {
    let blocks = analyst::blocks(&without_controls(text));
    let (blocks, left_out) = litter::sift(blocks, "", extent);
    finish(Draft { meta: Meta::default(), blocks, left_out, ..Draft::default() }, Form::Text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn open(text: &str) -> Result<Opened, Refusal> {
        super::open(text, Extent::Article)
    }

    #[test]
    fn a_letter_becomes_an_article() {
        let text = "Troops leave\r\n\r\nBy Jane Doe\r\n\r\nThe Paper, January 10, 2020\r\n\r\n\
            They left\0 on\u{1b} Monday.\r\n";
        let opened = open(text).expect("an article");
        let meta = &opened.article.meta;
        assert_eq!((&*meta.title, &*meta.slug), ("Troops leave", "troops-leave"));
        assert_eq!(meta.author.as_deref(), Some("Jane Doe"));
        assert_eq!(meta.published.as_deref(), Some("2020-01-10"));
        let kinds: Vec<_> = opened.article.blocks.iter().map(|block| block.kind).collect();
        use BlockKind::{Byline, Dateline, Paragraph, Title};
        assert_eq!(kinds, [Title, Byline, Dateline, Paragraph]);
        assert_eq!(opened.article.blocks[3].text, "They left on Monday.");
        assert!(opened.remarks.is_empty() && !opened.annotated);
    }

    #[test]
    fn a_day_before_the_headline_is_not_the_title() {
        let story = "The parliament voted on Sunday, after hours of debate, to ask the foreign \
            troops to leave the country, officials in Baghdad said, and many people came to hear it.";
        let text = format!("Advertisement\n\n8 January 2020\n\nTroops leave\n\n{story}\n\n{story}");
        let Opened { article, left_out, .. } = open(&text).expect("an article");
        let meta = &article.meta;
        assert_eq!((&*meta.title, meta.published.as_deref()), ("Troops leave", Some("2020-01-08")));
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).take(3).collect();
        use BlockKind::{Dateline, Paragraph, Title};
        assert_eq!((kinds, left_out), (vec![Dateline, Title, Paragraph], 1));
    }

    #[test]
    fn a_missing_date_is_said_and_a_missing_title_is_the_beginning() {
        let opened = open(&"They left early in the morning, and nobody saw them go. ".repeat(9));
        let opened = opened.expect("an article");
        assert_eq!(opened.remarks, ["The publication date was not found."]);
        assert!(opened.article.meta.title.ends_with("saw them go. They left early in the…"));
        assert_eq!(open(" \n* * *\n"), Err(Refusal::NoArticle));
    }
}
