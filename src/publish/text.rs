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
    let mut has_title = false;
    let mut position = 0;
    for mut draft in markdown::read(markdown, report) {
        // The first words begin after the backslash of an escaped brace.
        let is_escaped = markdown.get(..draft.at).is_some_and(|before| before.ends_with('\\'));
        if draft.text.starts_with('{') && !is_escaped {
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
        if part == Part::Head && !part_is_given && !draft.kind.is_of_head() {
            part = Part::Body;
        }
        let is_title = draft.kind == BlockKind::Title;
        if is_title && has_title {
            report.error(draft.at, "expected one title, found another; write it with {.heading}");
        }
        has_title |= is_title;
        for inline in &mut draft.inlines {
            inline.span = Span::new(inline.span.start + position, inline.span.end + position);
        }
        position += (draft.text.chars().count() + BLOCK_SEPARATOR.chars().count()) as u32;
        let Draft { kind, text, inlines, .. } = draft;
        blocks.push(Block { kind, part, text, inlines });
    }
    if !has_title {
        report.error(0, "expected a title, found none; begin a line with `# `");
    }
    blocks
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

#[cfg(test)]
mod tests {
    use super::super::source::SourceFile;
    use super::*;
    use crate::article::{Article, InlineKind};

    /// Each block as "part kind: text", with its inlines as "<what words>".
    fn read_lines(markdown: &str) -> (Vec<String>, usize) {
        let source = SourceFile::from_text("article.md", markdown);
        let report = Report::new(&source);
        let blocks = read(markdown, &report);
        let plain: Vec<char> =
            Article { blocks: blocks.clone(), ..Article::default() }.plain_text().chars().collect();
        let line = |block: &Block| {
            let mut line = format!("{:?} {:?}: {}", block.part, block.kind, block.text);
            for inline in &block.inlines {
                let (start, end) = (inline.span.start as usize, inline.span.end as usize);
                let words: String = plain[start..end].iter().collect();
                let what = match &inline.kind {
                    InlineKind::Strong => "strong",
                    InlineKind::Emphasis => "emphasis",
                    InlineKind::Link { address } => address.as_deref().unwrap_or("link"),
                };
                line += &format!(" <{what} {words}>");
            }
            line
        };
        (blocks.iter().map(line).collect(), report.into_problems().len())
    }

    fn lines(markdown: &str) -> Vec<String> {
        let (lines, problems) = read_lines(markdown);
        assert_eq!(problems, 0);
        lines
    }

    #[test]
    fn kinds_and_parts() {
        let markdown = "# Title\n\n{.byline} By [A](#)\n\n## Part\n\nText\n\n{tail}\n\n{.note} *B*";
        let expected = [
            "Head Title: Title",
            "Head Byline: By A <link A>",
            "Body Heading: Part",
            "Body Paragraph: Text",
            "Tail Note: B <emphasis B>",
        ];
        assert_eq!(lines(markdown), expected);
    }

    #[test]
    fn a_given_part_stays() {
        let markdown = "{head}\n\nBefore\n\n# Title\n\n{body}\n\n{.byline} By B";
        let expected = ["Head Paragraph: Before", "Head Title: Title", "Body Byline: By B"];
        assert_eq!(lines(markdown), expected);
    }

    #[test]
    fn lists_and_quotations() {
        let markdown = "# T\n\n- one\n  - **two**\n- three\n\n  more\n\n7. seven\n8. eight\n\n> said\n>\n> again";
        let expected = [
            "Head Title: T",
            "Body ListItem: one",
            "Body ListItem: two <strong two>",
            "Body ListItem: three",
            "Body Paragraph: more",
            "Body ListItem: 7. seven",
            "Body ListItem: 8. eight",
            "Body Quotation: said",
            "Body Quotation: again",
        ];
        assert_eq!(lines(markdown), expected);
    }

    #[test]
    fn characters_stay_as_typed() {
        let markdown =
            "# \"T\" -- 'x'...\n\na\nb\\\nc & d &amp; 1 < 2 \\{tail}\n\n{.separator} \\*\n\n* * *";
        let expected = [
            "Head Title: \"T\" -- 'x'...",
            "Body Paragraph: a b\nc & d & 1 < 2 {tail}",
            "Body Separator: *",
            "Body Separator: * * *",
        ];
        assert_eq!(lines(markdown), expected);
        assert_eq!(lines("# T\n\n\\{.note} x")[1], "Body Paragraph: {.note} x");
        assert_eq!(lines("# T\n\n\\{tail}")[1], "Body Paragraph: {tail}");
    }

    #[test]
    fn marks_keep_their_nesting() {
        let expected =
            "Body Paragraph: one two <strong one two> <https://a.example/ two> <emphasis two>";
        assert_eq!(lines("# T\n\n**one [*two*](https://a.example/)**")[1], expected);
    }

    #[test]
    fn misplaced_markdown_is_kept_and_reported() {
        let (lines, problems) =
            read_lines("# T\n\n<b>bold</b> `code` ![alt](p.png)\n\n<div>\nx\n</div>");
        let expected = [
            "Head Title: T",
            "Body Paragraph: <b>bold</b> code alt",
            "Body Paragraph: <div>\nx\n</div>",
        ];
        assert_eq!((&lines[..], problems), (&expected.map(str::to_owned)[..], 5));
    }
}
