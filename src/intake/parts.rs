//! What each block of a text is, where its form does not say: title, byline, date line, labels
//! before the story; terms, credits and notes of the page behind it.
//!
//! The rules are about words, so the same text gives the same blocks whether it came as plain text
//! or as a page.

use super::facts;
use crate::analyst::text::is_tail;
use crate::article::{Block, BlockKind, Part};

/// A line of the head has at most so many words.
const LONGEST_LINE: usize = 16;

/// Before the author, a line or two under the headline may stand among the first blocks.
const FIRST: usize = 3;

/// A paragraph of more words is the story's, even behind the first note of the page.
const STORY: usize = 50;

/// So many notes make what stands between them notes as well.
const MANY: usize = 3;

/// How the notes of a page begin, in lower case, and what they are.
const NOTES: [(&str, BlockKind); 11] = [
    ("copyright", BlockKind::Copyright),
    ("©", BlockKind::Copyright),
    ("(c) ", BlockKind::Copyright),
    ("disclaimer", BlockKind::Disclaimer),
    ("this article was originally published", BlockKind::Source),
    ("this story was originally published", BlockKind::Source),
    ("the original source of this article", BlockKind::Source),
    ("featured image", BlockKind::Credit),
    ("photo:", BlockKind::Credit),
    ("image:", BlockKind::Credit),
    ("for media inquiries", BlockKind::Contact),
];

/// Sorts blocks into head, story and tail; their texts stay as they are.
pub fn sort(blocks: &mut [Block]) {
    for block in blocks.iter_mut() {
        block.part = Part::Body;
        // What plain text seemed to say is decided here.
        if matches!(block.kind, BlockKind::Note | BlockKind::Byline) {
            block.kind = BlockKind::Paragraph;
        }
        if block.kind != BlockKind::Title && !block.text.chars().any(char::is_alphanumeric) {
            block.kind = BlockKind::Separator;
        }
    }
    let tail = tail(blocks);
    let (story, tail) = blocks.split_at_mut(tail);
    head(story);
    for block in tail {
        block.part = Part::Tail;
        let text = block.text.to_lowercase();
        let known = NOTES.iter().find(|(beginning, _)| text.starts_with(beginning));
        block.kind = match (known, block.kind) {
            (_, BlockKind::Separator) => BlockKind::Separator,
            (Some((_, kind)), _) => *kind,
            _ => BlockKind::Note,
        };
    }
}

/// The lines before the story.
fn head(blocks: &mut [Block]) {
    let authors: Vec<bool> = blocks.iter().take(FIRST + 3).map(names_author).collect();
    for (n, block) in blocks.iter_mut().enumerate() {
        let next = authors.get(n + 1..).unwrap_or_default();
        let kind = match block.kind {
            BlockKind::Title => BlockKind::Title,
            BlockKind::Heading | BlockKind::Paragraph => match line(&block.text) {
                Some(kind) => kind,
                None if n < FIRST && is_standfirst(next) => block.kind,
                None => return,
            },
            // A picture may stand before the byline.
            BlockKind::Credit if n < 4 => continue,
            _ => return,
        };
        (block.kind, block.part) = (kind, Part::Head);
    }
}

/// Whether an author is named right behind: then it is what stands under the headline.
fn is_standfirst(next: &[bool]) -> bool {
    next.iter().take(2).any(|names_author| *names_author)
}

/// Whether a line is `By Jane Doe`, and not `By Friday`.
fn names_author(block: &Block) -> bool {
    let is_byline = line(&block.text) == Some(BlockKind::Byline);
    let mut names = block
        .text
        .split_whitespace()
        // "By" itself.
        .skip(1)
        .filter(|word| word.len() > 1 && word.starts_with(char::is_uppercase));
    is_byline && names.nth(1).is_some()
}

/// What a line of the head is; none for a line of the story.
pub(super) fn line(text: &str) -> Option<BlockKind> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > LONGEST_LINE {
        return None;
    }
    let lower = text.to_lowercase();
    let ends = text.ends_with(['.', '!', '?', '”', '"', ':']);
    if (lower.starts_with("by ") || lower.starts_with("written by ")) && !ends && words.len() > 1 {
        return Some(BlockKind::Byline);
    }
    let dated = lower.starts_with("published") || lower.starts_with("updated");
    if (!ends || dated) && has_day(text) {
        return Some(BlockKind::Dateline);
    }
    let labelled = text.split_once(": ").is_some_and(|(name, rest)| {
        name.split_whitespace().count() <= 2 && !rest.is_empty() && !name.contains('“')
    });
    (labelled && !ends).then_some(BlockKind::Label)
}

/// Whether the line ends in a date, or is one.
fn has_day(text: &str) -> bool {
    facts::day(text).is_some_and(|day| day.len() == 10)
}

/// Where the notes of the page begin: at the first in the second half, if there are several or
/// no long paragraph comes any more.
fn tail(blocks: &[Block]) -> usize {
    let is_note = |block: &Block| block.kind != BlockKind::Title && is_tail(&block.text);
    let half = blocks.len() / 2;
    let Some(first) = (half..blocks.len()).find(|&n| is_note(&blocks[n])) else {
        return blocks.len();
    };
    let rest = &blocks[first..];
    let notes = rest.iter().filter(|block| is_note(block)).count();
    let story = rest.iter().any(|block| {
        !is_note(block) && block.text.split_whitespace().take(STORY + 1).count() > STORY
    });
    if notes < MANY && story {
        return blocks.len();
    }
    // The line before them parts them from the story.
    let parted = first > 0 && blocks[first - 1].kind == BlockKind::Separator;
    first - usize::from(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lines: &str) -> Vec<String> {
        let block = |(n, text): (usize, &str)| Block {
            kind: if n == 0 { BlockKind::Title } else { BlockKind::Paragraph },
            text: text.trim().to_owned(),
            ..Block::default()
        };
        let mut blocks: Vec<Block> = lines.lines().enumerate().map(block).collect();
        sort(&mut blocks);
        blocks.iter().map(|b| format!("{:?} {:?}", b.part, b.kind)).collect()
    }

    #[test]
    fn words_tell_head_and_tail() {
        let found = sorted(
            "Troops leave\nBy Jane Doe\nThe Paper, January 10, 2020\nRegion: Middle East\n\
             The troops left on Monday.\nBy Friday\nIt rained.\n*\nNote to readers: share this.\n\
             She is a writer.\nCopyright © Jane Doe, 2020\nDisclaimer: none.",
        );
        let wanted = "Head Title,Head Byline,Head Dateline,Head Label,Body Paragraph,\
            Body Paragraph,Body Paragraph,Tail Separator,Tail Note,Tail Note,Tail Copyright,\
            Tail Disclaimer";
        assert_eq!(found, wanted.split(',').collect::<Vec<_>>());
    }

    #[test]
    fn a_line_under_the_headline_may_stand_before_the_author() {
        let found = sorted("Troops leave\nWhat the vote means for both.\nBy Jane Doe\nThey left.");
        assert_eq!(found, ["Head Title", "Head Paragraph", "Head Byline", "Body Paragraph"]);
        let found = sorted("Troops leave\nThey left on Monday.\nBy Friday\nIt rained.");
        assert!(found.iter().skip(1).all(|block| block.starts_with("Body")), "{found:?}");
    }

    #[test]
    fn a_story_is_not_cut_at_one_line() {
        let long = "word ".repeat(60);
        let text = format!("Title\nOne.\nTwo.\nRead more about it.\n{long}");
        assert!(sorted(&text).iter().skip(1).all(|block| block.starts_with("Body")));
    }
}
