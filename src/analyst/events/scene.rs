//! A text with everything known about its tokens: names, dates, quotations, brackets.

use crate::analyst::Named;
use crate::analyst::dates::{Kind, Reading, Timex};
use crate::analyst::effort;
use crate::analyst::linking;
use crate::analyst::quotations;
use crate::analyst::text::{BlockKind, Text};
use crate::article::Span;
use crate::article::order::sort_by;
use std::ops::Range;

/// Inside quotation marks.
pub(super) const QUOTED: u8 = 1;
/// Inside brackets.
pub(super) const BRACKET: u8 = 2;
/// Part of a name.
pub(super) const NAME: u8 = 4;
/// Part of a time expression.
pub(super) const DATE: u8 = 8;

/// The longest bracket, in tokens: longer, and its partner is missing.
const LONGEST_BRACKET: usize = 60;

/// What is known about the tokens of a text.
pub(super) struct Scene<'a> {
    pub text: &'a Text<'a>,
    pub named: &'a Named,
    pub reading: &'a Reading,
    /// What each token is part of.
    pub flags: Vec<u8>,
    /// For each name its cluster.
    pub cluster_of: Vec<usize>,
    /// The tokens of each time expression, in order.
    pub dates: Vec<Range<usize>>,
    /// The passages in quotation marks, in order.
    pub passages: Vec<Range<usize>>,
    /// For each verb of speech with a quotation, the verb's token and the quotation.
    pub cues: Vec<(usize, usize)>,
}

impl<'a> Scene<'a> {
    pub fn new(text: &'a Text, reading: &'a Reading, named: &'a Named) -> Self {
        let mut flags = vec![0u8; text.tokens.len()];
        let mut mark = |tokens: Range<usize>, flag: u8| {
            if let Some(flags) = flags.get_mut(tokens) {
                flags.iter_mut().for_each(|f| *f |= flag);
            }
        };
        let passages: Vec<Range<usize>> =
            quotations::passages(text).into_iter().map(|p| p.tokens).collect();
        passages.iter().for_each(|p| mark(p.clone(), QUOTED));
        named.names.iter().for_each(|name| mark(name.tokens.clone(), NAME));
        let dates: Vec<Range<usize>> =
            reading.timexes.iter().map(|timex| tokens_of(text, timex.span)).collect();
        dates.iter().for_each(|date| mark(date.clone(), DATE));
        for (open, close) in brackets(text) {
            mark(open..close + 1, BRACKET);
        }
        let cluster_of = linking::cluster_of(&named.clusters, named.names.len());
        let cues = named.quotes.iter().enumerate();
        let mut cues: Vec<(usize, usize)> =
            cues.filter_map(|(index, q)| Some((q.cue.as_ref()?.start, index))).collect();
        sort_by(&mut cues, |&(cue, _)| cue as i64);
        Self { text, named, reading, flags, cluster_of, dates, passages, cues }
    }

    /// Whether the token is part of any of these.
    pub fn has(&self, at: usize, flags: u8) -> bool {
        self.flags.get(at).is_some_and(|f| f & flags != 0)
    }

    /// The time expressions that begin within these tokens, with their tokens.
    pub fn dates_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = (Range<usize>, &Timex)> {
        let first = self.dates.partition_point(|d| d.start < tokens.start);
        let end = tokens.end;
        self.dates[first..]
            .iter()
            .cloned()
            .zip(&self.reading.timexes[first..])
            .take_while(move |(d, _)| d.start < end)
    }

    /// The first day or time, no duration, that is named from one token on before another.
    pub fn first_date(&self, from: usize, end: usize) -> Option<&Timex> {
        let first = self.dates.partition_point(|d| d.start < from);
        let mut at = first;
        while at < self.dates.len() && self.dates[at].start < end {
            let timex = &self.reading.timexes[at];
            if matches!(timex.kind, Kind::Date | Kind::Time) {
                return Some(timex);
            }
            at += 1;
        }
        None
    }

    /// The time expression that holds the token.
    pub fn date_at(&self, at: usize) -> Option<Range<usize>> {
        let index = self.dates.partition_point(|d| d.end <= at);
        self.dates.get(index).filter(|d| d.contains(&at)).cloned()
    }

    /// The passage in quotation marks that holds the token.
    pub fn passage_at(&self, at: usize) -> Option<Range<usize>> {
        let index = self.passages.partition_point(|p| p.end <= at);
        self.passages.get(index).filter(|p| p.contains(&at)).cloned()
    }

    /// The name that holds the token.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        let index = self.named.names.partition_point(|n| n.tokens.end <= at);
        self.named.names.get(index).filter(|n| n.tokens.contains(&at)).map(|_| index)
    }

    /// The clusters named within these tokens, without repetition, in text order.
    pub fn clusters_in(&self, tokens: &Range<usize>) -> Vec<usize> {
        let first = self.named.names.partition_point(|n| n.tokens.end <= tokens.start);
        let mut found = Vec::new();
        for (index, name) in self.named.names.iter().enumerate().skip(first) {
            effort::step();
            if name.tokens.start >= tokens.end {
                break;
            }
            if let Some(&cluster) = self.cluster_of.get(index)
                && cluster < self.named.clusters.len()
                && !found.contains(&cluster)
            {
                found.push(cluster);
            }
        }
        found
    }

    /// The sentences that can tell events, each without the dateline of its block.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for block in self.text.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph) {
            for (index, sentence) in block.sentences.clone().enumerate() {
                let mut sentence = self.text.sentences[sentence].clone();
                if index == 0 {
                    sentence.start = (sentence.start + block.dateline).min(sentence.end);
                }
                found.push(sentence);
            }
        }
        found
    }
}

/// The tokens that a span of scalars touches.
fn tokens_of(text: &Text, span: Span) -> Range<usize> {
    let first = text.tokens.partition_point(|t| t.at + t.scalars <= span.start);
    let end = text.tokens.partition_point(|t| t.at < span.end);
    first..end.max(first)
}

/// Brackets with their partners, outermost ones.
fn brackets(text: &Text) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for at in 0..text.tokens.len() {
        let word = text.word(at);
        if open.is_some_and(|(start, _)| at - start > LONGEST_BRACKET) {
            open = None;
        }
        match (word, open) {
            ("(", None) => open = Some((at, ")")),
            ("[", None) => open = Some((at, "]")),
            (_, Some((start, close))) if word == close => {
                found.push((start, at));
                open = None;
            }
            _ => {}
        }
    }
    found
}
