//! Markdown into blocks with their emphasis and links.
//!
//! pulldown-cmark reads the Markdown; what has no place on a page (HTML, pictures, code) is
//! kept as words and reported. Typographic characters stay as typed.

use super::links;
use super::problem::{Report, shown};
use crate::article::{BlockKind, Inline, InlineKind, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A block as Markdown gives it; spans count from its own first character.
#[derive(Debug)]
pub struct Draft {
    /// What Markdown says that it is.
    pub kind: BlockKind,
    /// Its text.
    pub text: String,
    /// Emphasis and links, the outer before the inner.
    pub inlines: Vec<Inline>,
    /// Byte offset of its first words in the Markdown.
    pub at: usize,
}

/// Reads Markdown. Total: every word of it ends up in a draft, whatever the text.
pub fn read(markdown: &str, report: &Report) -> Vec<Draft> {
    let mut reader = Reader {
        markdown,
        report,
        drafts: Vec::new(),
        open: None,
        length: 0,
        open_inlines: Vec::new(),
        quotations: 0,
        lists: Vec::new(),
        bullet: None,
    };
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    reader.drafts
}

struct Reader<'m> {
    markdown: &'m str,
    report: &'m Report<'m>,
    drafts: Vec<Draft>,
    open: Option<Draft>,
    /// Length of the open draft's text, in scalars.
    length: u32,
    /// The inlines that are still open: index in the open draft, start.
    open_inlines: Vec<(usize, u32)>,
    quotations: usize,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    /// What the list item that just began is to begin with: its number, if it has one.
    bullet: Option<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        let at = range.start;
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Html(words) => self.push(&words, at),
            Event::SoftBreak => self.push(" ", at),
            Event::HardBreak => self.push("\n", at),
            Event::Rule => {
                self.begin(BlockKind::Separator, at);
                self.push(self.markdown.get(range).unwrap_or("***").trim(), at);
                self.close();
            }
            Event::InlineHtml(words) => {
                self.misplaced("HTML", &words, at);
                self.push(&words, at);
            }
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.misplaced("code", &words, at);
                self.push(&words, at);
            }
            // Extensions, which are not switched on.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Heading { level, .. } => {
                let has_title = self.drafts.iter().any(|draft| draft.kind == BlockKind::Title);
                let is_title = level == HeadingLevel::H1 && !has_title;
                self.begin(if is_title { BlockKind::Title } else { BlockKind::Heading }, at);
            }
            Tag::Paragraph => self.begin_paragraph(at),
            Tag::BlockQuote(_) => {
                self.close();
                self.quotations += 1;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                let number = self.lists.last_mut().and_then(Option::as_mut);
                self.bullet = Some(number.map_or_else(String::new, |number| {
                    let bullet = format!("{number}. ");
                    *number = number.saturating_add(1);
                    bullet
                }));
            }
            Tag::CodeBlock(_) => {
                self.begin_paragraph(at);
                self.misplaced("code", "", at);
            }
            Tag::HtmlBlock => {
                self.begin_paragraph(at);
                self.misplaced("HTML", "", at);
            }
            Tag::Image { dest_url, .. } => self.misplaced("a picture", &dest_url, at),
            Tag::Emphasis => self.begin_inline(InlineKind::Emphasis, at),
            Tag::Strong => self.begin_inline(InlineKind::Strong, at),
            Tag::Link { dest_url, .. } => {
                let address = links::address(&dest_url).unwrap_or_else(|message| {
                    self.report.error(at, message);
                    None
                });
                self.begin_inline(InlineKind::Link { address }, at);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.end_inline(),
            TagEnd::Image => {}
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotations = self.quotations.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            _ => self.close(),
        }
    }

    fn misplaced(&self, what: &str, words: &str, at: usize) {
        let words =
            if words.is_empty() { String::new() } else { format!(" “{}”", shown(words)) };
        let message = format!("expected words, found {what}{words}; a page shows words only");
        self.report.error(at, message);
    }

    fn begin_paragraph(&mut self, at: usize) {
        let kind = match (&self.bullet, self.quotations) {
            (Some(_), _) => BlockKind::ListItem,
            (None, 0) => BlockKind::Paragraph,
            (None, _) => BlockKind::Quotation,
        };
        self.begin(kind, at);
    }

    fn begin(&mut self, kind: BlockKind, at: usize) {
        self.close();
        let text = self.bullet.take().unwrap_or_default();
        self.length = text.chars().count() as u32;
        self.open = Some(Draft { kind, text, inlines: Vec::new(), at });
    }

    /// The open draft; a tight list item has words without a paragraph around them.
    fn draft(&mut self, at: usize) -> &mut Draft {
        if self.open.is_none() {
            self.begin_paragraph(at);
        }
        let nothing =
            || Draft { kind: BlockKind::Paragraph, text: String::new(), inlines: Vec::new(), at };
        self.open.get_or_insert_with(nothing)
    }

    fn push(&mut self, words: &str, at: usize) {
        let draft = self.draft(at);
        if draft.text.is_empty() {
            draft.at = at;
        }
        // CommonMark 2.3: "must be replaced".
        draft.text.push_str(&words.replace('\0', "\u{fffd}"));
        self.length += words.chars().count() as u32;
    }

    fn begin_inline(&mut self, kind: InlineKind, at: usize) {
        let draft = self.draft(at);
        let index = draft.inlines.len();
        draft.inlines.push(Inline { span: Span::default(), kind });
        let start = self.length;
        self.open_inlines.push((index, start));
    }

    fn end_inline(&mut self) {
        let Some(draft) = self.open.as_mut() else { return };
        let Some((index, start)) = self.open_inlines.pop() else { return };
        if let Some(inline) = draft.inlines.get_mut(index) {
            inline.span = Span::new(start, self.length);
        }
    }

    fn close(&mut self) {
        self.open_inlines.clear();
        let Some(mut draft) = self.open.take() else { return };
        draft.text.truncate(draft.text.trim_end().len());
        let length = draft.text.chars().count() as u32;
        for inline in &mut draft.inlines {
            inline.span.end = inline.span.end.min(length);
        }
        draft.inlines.retain(|inline| !inline.span.is_empty());
        if draft.text.is_empty() {
            self.report.error(draft.at, "expected words, found an empty block");
        } else {
            self.drafts.push(draft);
        }
    }
}
