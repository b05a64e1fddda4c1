//! Quotations: words in quotation marks that somebody said.
//!
//! What stands in marks is speech when a verb of speech with a speaker governs it, when it goes
//! on after such a passage, or when whole sentences stand in marks behind a sentence about
//! somebody. Titles, slogans and words held at arm's length are not.

mod apposition;
mod cue;
mod marks;
mod resolve;
mod speaker;
mod subject;

pub use marks::{Passage, passages};
pub use speaker::Speaker;

use super::linking::Cluster;
use super::names::Name;
use super::names::gazetteer::Hits;
use super::text::{Case, Class, Text};
use resolve::Resolver;
use speaker::{Attribution, View};
use std::ops::Range;

/// A quotation.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Its passages with their marks; more than one when the speaker's name splits it.
    pub parts: Vec<Passage>,
    /// The words for the speaker.
    pub speaker: Option<Speaker>,
    /// The verb.
    pub cue: Option<Range<usize>>,
    /// Who the speaker is, as an index of a cluster.
    pub cluster: Option<usize>,
    /// Whether it is part of somebody else's sentence.
    pub fragment: bool,
    /// Why it is speech.
    pub rule: &'static str,
}

/// The quotations of a text, in order.
pub fn read(text: &Text, names: &[Name], clusters: &[Cluster], hits: &[Hits]) -> Vec<Quote> {
    let passages = passages(text);
    let mut quoted = vec![false; text.tokens.len()];
    for passage in &passages {
        quoted[passage.tokens.clone()].iter_mut().for_each(|q| *q = true);
    }
    let view = View::new(text, names);
    let resolver = Resolver::new(&view, clusters, hits, &quoted);
    let mut quotes: Vec<Quote> = Vec::new();
    // who spoke last, and in which sentence
    let mut last: Option<(usize, usize)> = None;
    for index in 0..passages.len() {
        let previous = index.checked_sub(1).map(|i| &passages[i]);
        let next = passages.get(index + 1);
        let earlier = quotes.last();
        let Some(mut quote) = one(&view, &passages[index], previous, next, earlier) else {
            continue;
        };
        let sentence = text.sentence_of(quote.parts[0].tokens.end - 1);
        let kept = quotes.last().filter(|q| q.speaker.is_some() && q.speaker == quote.speaker);
        quote.cluster = match kept {
            Some(same) => same.cluster,
            None => quote.speaker.as_ref().and_then(|speaker| resolver.cluster(speaker, last)),
        };
        if let Some(cluster) = quote.cluster {
            last = Some((cluster, sentence));
        }
        if quote.rule == SPLIT
            && let Some(before) = quotes.last_mut()
        {
            before.parts.append(&mut quote.parts);
            continue;
        }
        quotes.push(quote);
    }
    quotes
}

const SPLIT: &str = "the same sentence goes on";

/// What one passage is, if it is speech.
fn one(
    view: &View,
    passage: &Passage,
    previous: Option<&Passage>,
    next: Option<&Passage>,
    earlier: Option<&Quote>,
) -> Option<Quote> {
    let text = view.text;
    let open = passage.tokens.start;
    let sentence = text.sentences[text.sentence_of(open)].clone();
    let last = passage.tokens.end - 1;
    let ending = text.sentences[text.sentence_of(last)].clone();
    // the place and the agency of a dateline speak in no sentence
    let story = sentence.start + text.dateline(sentence.start);
    let start = previous.map_or(0, |p| p.tokens.end).max(story);
    let limit = next.map_or(text.tokens.len(), |p| p.tokens.start).min(ending.end);
    let whole = is_whole(text, passage);
    let title = is_title(text, passage);
    let quote = |attribution: Attribution| Quote {
        parts: vec![passage.clone()],
        speaker: attribution.speaker,
        cue: Some(attribution.cue),
        cluster: None,
        fragment: !whole,
        rule: attribution.rule,
    };
    let same_sentence = |q: &&Quote| {
        q.parts.last().is_some_and(|p| p.tokens.end > sentence.start && p.tokens.end <= open)
    };
    let ends = text.word(passage.inner.end - 1);
    let comma = ends == "," || text.word(passage.tokens.end) == ",";
    if title && !matches!(ends, "," | "." | "!" | "?") && (!comma || passage.inner.len() < 6) {
        return None;
    }
    // "also known as “Chemical Ali,”", "the conference, titled “…,”"
    let named = text
        .is_in(open.wrapping_sub(1), " titled entitled named nicknamed dubbed codenamed ")
        || (text.is(open.wrapping_sub(1), "as") && text.is(open.wrapping_sub(2), "known"));
    if named && passage.inner.len() <= 8 {
        return None;
    }
    // `"…," he said, "…"`: the verb between belongs to both
    if let Some(before) = earlier.filter(same_sentence) {
        let between = before.parts.last().map_or(open, |p| p.tokens.end)..open;
        let cue = before.cue.clone().is_some_and(|cue| between.contains(&cue.start));
        let lower = text.tokens[passage.inner.start].case == Case::Lower;
        let joined = text.word(open - 1) == "," || lower || text.word(open - 1) == "and";
        if cue && joined && between.len() <= 24 && view.before(passage, cue_end(before)).is_none() {
            return Some(Quote {
                parts: vec![passage.clone()],
                speaker: before.speaker.clone(),
                cue: before.cue.clone(),
                cluster: before.cluster,
                fragment: !whole,
                rule: SPLIT,
            });
        }
    }
    // a fragment belongs to the sentence that it stands in; what comes behind may be another
    let inside = !whole && !matches!(ends, "," | "?" | "!");
    if inside
        && let Some(found) = view.before(passage, start).filter(|found| found.speaker.is_some())
    {
        return Some(quote(found));
    }
    if let Some(found) = view.behind(passage, limit) {
        return Some(quote(found));
    }
    if let Some(found) = view.signed(passage, next.map_or(text.tokens.len(), |p| p.tokens.start)) {
        return Some(quote(found));
    }
    if let Some(mut found) = view.before(passage, start) {
        if found.speaker.is_none() {
            // "…, and added, “…”"
            found.speaker = earlier.filter(same_sentence).and_then(|q| q.speaker.clone());
        }
        if found.speaker.is_some() || whole {
            return Some(quote(found));
        }
    }
    if let Some(before) = earlier {
        let end = before.parts.last().map_or(0, |p| p.tokens.end);
        let between = end..open;
        // `said “A” and “B”`
        let listed = between.len() <= 3 && between.clone().any(|i| text.is_in(i, " and or , "));
        // `"…," he said. "…"`, or the next paragraph of the same speech
        let cue_between = before.cue.clone().is_some_and(|c| between.contains(&c.start));
        let sentences = text.sentence_of(open) - text.sentence_of(end.max(1) - 1);
        let follows = whole
            && open == sentence.start
            && (cue_between || between.is_empty())
            && sentences <= 2
            && between.len() <= 40;
        let goes_on = before.parts.last().is_some_and(|p| p.goes_on);
        if (listed && !title && end > sentence.start) || follows || goes_on {
            return Some(Quote {
                parts: vec![passage.clone()],
                speaker: before.speaker.clone(),
                cue: None,
                cluster: before.cluster,
                fragment: !whole,
                rule: if listed {
                    "listed with the one before"
                } else {
                    "the same speaker goes on"
                },
            });
        }
    }
    // whole sentences by themselves, behind a sentence about somebody
    if whole && open <= sentence.start + 1 && passage.inner.len() >= 4 {
        let before = text.sentence_of(open).checked_sub(1).map(|i| text.sentences[i].clone());
        let speaker = before.and_then(|before| view.about(before));
        let rule = "behind a sentence about the speaker";
        return Some(Quote {
            parts: vec![passage.clone()],
            speaker,
            cue: None,
            cluster: None,
            fragment: false,
            rule,
        });
    }
    None
}

fn cue_end(quote: &Quote) -> usize {
    quote.cue.as_ref().map_or(0, |cue| cue.end)
}

/// Whether the passage is a sentence or more by itself.
fn is_whole(text: &Text, passage: &Passage) -> bool {
    let Some(first) = passage.inner.clone().find(|&i| text.tokens[i].class != Class::Sign) else {
        return false;
    };
    let capital = text.tokens[first].case != Case::Lower;
    let ends =
        matches!(text.word(passage.inner.end - 1), "." | "," | "!" | "?" | "…" | "..." | "—" | "-");
    let comma = matches!(text.word(passage.tokens.end), "," | ".");
    capital && (ends || comma || passage.goes_on || passage.inner.len() > 6)
}

/// Whether the passage is written as a title or a name is.
fn is_title(text: &Text, passage: &Passage) -> bool {
    let words = || text.tokens[passage.inner.clone()].iter().filter(|token| token.is_word());
    let plain = |long: bool| {
        words().filter(|t| !long || t.scalars > 3).any(|token| token.case == Case::Lower)
    };
    let long = words().any(|token| token.scalars > 3);
    passage.inner.len() <= 12 && words().next().is_some() && !plain(long)
}
