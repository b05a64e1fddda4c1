//! Markdown: read as the HTML that it stands for, by the same rules.
//!
//! Front matter between `---` or `+++` gives title, author and date. A file that Dateline wrote
//! (`article.md`) also says of blocks what they are (`{.byline}`) and where they belong (`{tail}`).

use super::finish::{Draft, finish};
use super::html::{self, Tree};
use super::{Extent, Form, Opened, Refusal, facts, litter};
use crate::analyst;
use crate::article::{Block, BlockKind, Meta, Part, Span, address, short_name, without_controls};
use pulldown_cmark::{Options, Parser};

/// What stands for an escaped brace while the Markdown is read: a private character.
const ESCAPED_BRACE: char = '\u{F0000}';

/// Reads Markdown. `by_name` says that the file's name does so too; else it is a text with some
/// marks of Markdown, in which lines part blocks as in any text.
pub(super) fn open(text: &str, by_name: bool, extent: Extent) -> Result<Opened, Refusal> {
    let text = without_controls(text).replace("\r\n", "\n");
    let (front, body) = split(&text);
    let meta = front.map(known).unwrap_or_default();
    let is_file = by_name || front.is_some();
    let body = if is_file { body.to_owned() } else { parted(body) };
    let body = body.replace("\\{", &ESCAPED_BRACE.to_string());
    let mut page = String::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(&body, options));
    let blocks = html::blocks(&html::build(&page), Tree::ROOT, meta.address.as_deref());
    let (blocks, sorted) = marked(blocks);
    // Who writes Markdown has no page around it; words pasted from a page may look like it.
    let extent = if is_file || sorted { Extent::All } else { extent };
    let (mut blocks, left_out) = litter::sift(blocks, &meta.title, extent);
    for block in &mut blocks {
        block.text = block.text.replace(ESCAPED_BRACE, "{");
    }
    finish(Draft { meta, blocks, sorted, left_out, ..Draft::default() }, Form::Markdown)
}

/// The front matter and the rest.
fn split(text: &str) -> (Option<&str>, &str) {
    let begin = text.trim_start();
    for fence in ["---", "+++"] {
        let Some(rest) = begin.strip_prefix(fence).and_then(|rest| rest.strip_prefix('\n')) else {
            continue;
        };
        let end = rest.match_indices(fence).find(|(at, _)| {
            let (before, after) = (&rest[..*at], &rest[at + fence.len()..]);
            (before.is_empty() || before.ends_with('\n'))
                && after.lines().next().unwrap_or_default().trim().is_empty()
        });
        if let Some((end, _)) = end {
            return (Some(&rest[..end]), &rest[end + fence.len()..]);
        }
    }
    (None, text)
}

/// What front matter says: lines such as `title: Words` or `title = "Words"`.
fn known(front: &str) -> Meta {
    let mut meta = Meta::default();
    for line in front.lines().filter(|line| !line.starts_with([' ', '\t', '#'])) {
        let Some((key, value)) = line.split_once(['=', ':']) else { continue };
        let value = value.trim();
        let quoted =
            ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
        let value = quoted.unwrap_or(value).replace("\\\"", "\"");
        if value.is_empty() || value.starts_with(['[', '{', '|', '>']) || value == "\"\"" {
            continue;
        }
        let some = || Some(value.clone());
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => meta.title = value,
            "author" | "byline" => meta.author = some(),
            "published" | "date" => meta.published = facts::day(&value),
            "reading_date" => meta.reading_date = facts::day(&value),
            "language" | "lang" => meta.language = value,
            "publisher" => meta.publisher = some(),
            "site" => meta.site = some(),
            "address" | "url" | "canonical" => meta.address = address::web(&value),
            "genre" => meta.genre = some(),
            "copyright" => meta.copyright = some(),
            "annotator" => meta.annotator = some(),
            "slug" => meta.slug = short_name(&value),
            _ => {}
        }
    }
    meta
}

/// A text with some Markdown in it, its blocks parted by blank lines. Lines that hold only signs
/// part the text; they are no lists.
fn parted(text: &str) -> String {
    let blocks = analyst::paragraphs(text).into_iter().map(|words| {
        let is_sign = !words.chars().any(char::is_alphanumeric);
        if is_sign { words.chars().flat_map(|c| ['\\', c]).collect() } else { words.to_owned() }
    });
    blocks.collect::<Vec<String>>().join("\n\n")
}

/// Takes `{.kind}` before blocks and the lines `{part}`; whether there were any.
fn marked(blocks: Vec<Block>) -> (Vec<Block>, bool) {
    let is_marked =
        |block: &Block| kind_before(&block.text).is_some() || part(&block.text).is_some();
    if !blocks.iter().any(is_marked) {
        return (blocks, false);
    }
    let (mut now, mut given) = (Part::Head, false);
    let mut kept = Vec::new();
    let mut has_title = false;
    for mut block in blocks {
        if let Some(part) = part(&block.text) {
            (now, given) = (part, true);
            continue;
        }
        if let Some((kind, rest)) = kind_before(&block.text) {
            let rest = rest.trim_start().to_owned();
            let taken = (block.text.chars().count() - rest.chars().count()) as u32;
            for inline in &mut block.inlines {
                let from = |at: u32| at.saturating_sub(taken);
                inline.span = Span::new(from(inline.span.start), from(inline.span.end));
            }
            block.inlines.retain(|inline| !inline.span.is_empty());
            (block.kind, block.text) = (kind, rest);
        } else if block.kind == BlockKind::Heading && !has_title && now == Part::Head {
            block.kind = BlockKind::Title;
        }
        has_title |= block.kind == BlockKind::Title;
        use BlockKind::{Byline, Dateline, Label, Title};
        if now == Part::Head && !given && !matches!(block.kind, Title | Byline | Dateline | Label) {
            now = Part::Body;
        }
        block.part = now;
        kept.push(block);
    }
    (kept, true)
}

fn part(text: &str) -> Option<Part> {
    match text {
        "{head}" => Some(Part::Head),
        "{body}" => Some(Part::Body),
        "{tail}" => Some(Part::Tail),
        _ => None,
    }
}

/// The kind that a block's beginning names, and the rest.
fn kind_before(text: &str) -> Option<(BlockKind, &str)> {
    let (name, rest) = text.strip_prefix("{.")?.split_once('}')?;
    let name = serde_json::Value::from(name);
    Some((serde_json::from_value(name).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &str, text: &str) -> Vec<String> {
        let opened = super::super::open(name, text.as_bytes()).expect("an article");
        let show = |b: &Block| format!("{:?} {:?}: {}", b.part, b.kind, b.text);
        opened.article.blocks.iter().map(show).collect()
    }

    #[test]
    fn front_matter_and_marks() {
        let text = "---\ntitle: \"Troops: who goes\"\nauthor: Jane Doe\ndate: 2020-01-10T08:00\n\
            tags:\n  - x\n---\nThey **left** [soon](javascript:x).\n\n<script>x</script>\n\n- a\n- b\n";
        let opened = super::super::open("a.md", text.as_bytes()).expect("an article");
        let meta = &opened.article.meta;
        assert_eq!(meta.title, "Troops: who goes");
        assert_eq!(meta.author.as_deref(), Some("Jane Doe"));
        assert_eq!(meta.published.as_deref(), Some("2020-01-10"));
        assert_eq!(
            lines("a.md", text),
            [
                "Head Title: Troops: who goes",
                "Body Paragraph: They left soon.",
                "Body ListItem: a",
                "Body ListItem: b",
            ]
        );
        assert_eq!(opened.article.blocks[1].inlines.len(), 1);
    }

    #[test]
    fn a_file_that_dateline_wrote() {
        let text = "+++\nlanguage = \"en\"\n+++\n\n# T\n\n{.byline} By *Jane*\n\n{.byline}x\n\nOne.\n\n\
            \\{.note} Two.\n\n{tail}\n\n{.separator} \\*\n\n{.copyright} © J\n";
        assert_eq!(
            lines("article.md", text),
            [
                "Head Title: T",
                "Head Byline: By Jane",
                "Head Byline: x",
                "Body Paragraph: One.",
                "Body Paragraph: {.note} Two.",
                "Tail Separator: *",
                "Tail Copyright: © J",
            ]
        );
    }

    #[test]
    fn a_text_with_some_links_keeps_its_lines() {
        let text = "Title here\n\nOne [link](#).\nTwo lines.\nThree lines [here](https://a.example/).\n\n*\n\nEnd.\n";
        assert_eq!(
            lines("a.txt", text),
            [
                "Head Title: Title here",
                "Body Paragraph: One link.",
                "Body Paragraph: Two lines.",
                "Body Paragraph: Three lines here.",
                "Body Separator: *",
                "Body Paragraph: End.",
            ]
        );
    }
}
