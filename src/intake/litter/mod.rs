//! The page around an article, pasted with it: menus, share buttons, advertisements, lists of other
//! articles, comments.
//!
//! Nothing of the article may be lost, so a line goes only for a reason: its words are known
//! ([`words`]), or it is a short line without the end of a sentence in a run of such lines some of
//! which are known, before the story or behind it. Where there is no story, a stretch of long
//! paragraphs, nothing goes at all: poems, lists and interviews stay whole.

mod words;

use super::{Extent, parts};
use crate::article::{Block, BlockKind};
use words::Known;

/// A paragraph of the story has so many words and ends like a sentence.
const LONG: usize = 20;

/// So many words in such paragraphs make a story.
const STORY: usize = 40;

/// A line of a menu has at most so many words.
const SHORT: usize = 3;

/// A copyright notice has at most so many words.
const LONGEST: usize = 60;

/// The headline of another article has at most so many words.
const HEADLINE: usize = 25;

/// So many known lines make the few short ones between them known.
const ENOUGH: usize = 2;

/// What stands beside comments so often makes them comments.
const SIGNS: usize = 2;

/// The longest headline, in bytes.
const LONGEST_TITLE: usize = 200;

/// What is wanted of the blocks, and how many were left out. Where there is a page around the
/// article, its headline is the first block that is not the page's and names no author or day;
/// unless its title is known already and not empty.
pub fn sift(mut blocks: Vec<Block>, title: &str, extent: Extent) -> (Vec<Block>, usize) {
    let gone = gone(&blocks);
    let Some(first) = gone.iter().position(|gone| !gone).filter(|_| gone.contains(&true)) else {
        return (blocks, 0);
    };
    if first > 0 && title.is_empty() {
        mark_title(&mut blocks, &gone);
    }
    if extent == Extent::All {
        return (blocks, 0);
    }
    let count = gone.iter().filter(|gone| **gone).count();
    let kept = blocks.into_iter().zip(gone).filter(|(_, gone)| !gone);
    (kept.map(|(block, _)| block).collect(), count)
}

/// The line that seemed to be the title was the page's, or the author's.
fn mark_title(blocks: &mut [Block], gone: &[bool]) {
    let is_of_other = |text: &str| {
        matches!(parts::line(text.trim()), Some(BlockKind::Byline | BlockKind::Dateline))
    };
    let headline = (0..blocks.len()).find(|&n| !gone[n] && !is_of_other(&blocks[n].text));
    let Some(headline) = headline.filter(|&n| blocks[n].text.len() <= LONGEST_TITLE) else {
        return;
    };
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Title) {
        block.kind = BlockKind::Paragraph;
    }
    blocks[headline].kind = BlockKind::Title;
}

/// For each block whether it is the page's.
fn gone(blocks: &[Block]) -> Vec<bool> {
    let lines: Vec<Line> = blocks.iter().map(Line::of).collect();
    let mut gone = vec![false; lines.len()];
    let long: usize = lines.iter().filter(|line| line.is_story).map(|line| line.words).sum();
    let story = lines.iter().position(|line| line.is_story);
    let (Some(first), true) = (story, long >= STORY) else { return gone };
    let last = lines.iter().rposition(|line| line.is_story).unwrap_or(first);
    comments(&lines, first, &mut gone);
    let last = (first..=last).rev().find(|&n| lines[n].is_story && !gone[n]).unwrap_or(first);
    alone(&lines, first, &mut gone);
    lists_of_others(&lines, first, &mut gone);
    run(&lines, 0..first, &mut gone);
    run(&lines, last + 1..lines.len(), &mut gone);
    copyright(&lines, last, &mut gone);
    headline(&lines[..first], &mut gone);
    gone
}

/// A block, as it is looked at here.
struct Line<'t> {
    text: &'t str,
    words: usize,
    known: Option<Known>,
    /// A long paragraph that ends like a sentence.
    is_story: bool,
    /// Ends like a sentence.
    ends: bool,
    /// Marked as a heading.
    is_heading: bool,
    /// Byline, date line or label: facts of the article.
    is_fact: bool,
}

impl<'t> Line<'t> {
    fn of(block: &'t Block) -> Self {
        let text = block.text.trim();
        let words = text.split_whitespace().count();
        let end = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '«']);
        let ends = end.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？']);
        let known = words::known(text);
        let is_words =
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Note);
        let is_story = known.is_none() && ends && words >= LONG && is_words;
        let is_fact = known.is_none() && parts::line(text).is_some();
        let is_heading = block.kind == BlockKind::Heading;
        Self { text, words, known, is_story, ends, is_heading, is_fact }
    }

    fn is_short(&self) -> bool {
        let is_counted = self.text.starts_with(|c: char| c.is_ascii_digit());
        self.words <= SHORT && !self.ends && !self.is_fact && !is_counted
    }
}

/// What is known for sure goes wherever it stands; what may be only beside another known line.
fn alone(lines: &[Line], first: usize, gone: &mut [bool]) {
    for (n, line) in lines.iter().enumerate() {
        let beside = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).is_some_and(|line| line.known.is_some())
        };
        gone[n] |= match line.known {
            Some(Known::Surely) => true,
            Some(Known::Maybe) if n > first => beside(n.checked_sub(1)) && beside(Some(n + 1)),
            Some(Known::Maybe) => beside(n.checked_sub(1)) || beside(Some(n + 1)),
            None => false,
        };
    }
}

/// Headlines behind `Related articles`, up to a sentence. What stands right before a paragraph of
/// the story may be its heading.
fn lists_of_others(lines: &[Line], first: usize, gone: &mut [bool]) {
    let mut listing = false;
    for n in first + 1..lines.len() {
        let line = &lines[n];
        let next_is_story = lines.get(n + 1).is_some_and(|next| next.is_story && !gone[n + 1]);
        let is_one = !line.ends && !line.is_fact && !line.is_heading && line.words <= HEADLINE;
        let goes_on = listing && is_one && !next_is_story;
        let begins = words::lists_others(line.text) && !next_is_story;
        gone[n] |= begins || goes_on;
        listing = begins || goes_on || listing && gone[n];
    }
}

/// The few short lines between known ones, before the story or behind it.
fn run(lines: &[Line], range: std::ops::Range<usize>, gone: &mut [bool]) {
    let mut at = range.start;
    while at < range.end {
        let is_part = |n: &usize| lines[*n].known.is_some() || lines[*n].is_short() || gone[*n];
        let end = (at..range.end).find(|n| !is_part(n)).unwrap_or(range.end);
        let mut known = (at..end).filter(|&n| lines[n].known.is_some());
        if let Some(from) = known.next()
            && let Some(to) = known.next_back()
        {
            let count = 2 + known.count();
            if count >= ENOUGH && count * 2 > to - from {
                gone[from..=to].fill(true);
            }
        }
        at = end + 1;
    }
}

/// A copyright notice goes with the page's foot around it, and stays with the article's end.
fn copyright(lines: &[Line], last: usize, gone: &mut [bool]) {
    for n in last + 1..lines.len() {
        let around = [n.wrapping_sub(1), n + 1];
        let in_foot = around.iter().any(|&at| gone.get(at).copied().unwrap_or(false));
        gone[n] |= in_foot && words::is_copyright(lines[n].text) && lines[n].words <= LONGEST;
    }
}

/// All from the heading of the comments on, if what stands beside comments stands there.
fn comments(lines: &[Line], first: usize, gone: &mut [bool]) {
    let beside = |n: &usize| words::is_beside_comments(lines[*n].text);
    let mut signs = (first + 1..lines.len()).filter(beside);
    let Some(sign) = signs.next().filter(|_| signs.count() + 1 >= SIGNS) else { return };
    let begins = |n: &usize| words::begins_comments(lines[*n].text);
    if let Some(start) = (first + 1..sign).rev().find(begins) {
        gone[start..].fill(true);
    }
}

/// A headline must be left: the last line before the story that no list knows comes back.
fn headline(head: &[Line], gone: &mut [bool]) {
    let is_left = (0..head.len()).any(|n| !gone[n] && !head[n].is_fact && head[n].words > 1);
    if !is_left && let Some(n) = (0..head.len()).rev().find(|&n| head[n].known.is_none() && gone[n])
    {
        gone[n] = false;
    }
}

#[cfg(test)]
mod tests;
