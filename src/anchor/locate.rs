//! Finding a passage again, from cheap and certain to general.
//!
//! 1. The text is the one the selector was made on: the offsets.
//! 2. The words stand there, once, or once in their surroundings.
//! 3. Words much like them stand there (three quarters of them, case and accents aside).
//!
//! Every candidate is judged by its words and its surroundings; the best one counts only if
//! it leads. Where two fit equally, or short words have changed with all around them, the
//! passage is gone: nothing is guessed.

use super::myers::{Pattern, Start};
use super::plain::{Plain, cut, is_boundary};
use super::quote::{CONTEXT, MAX_QUOTE, Selector, TextHash, TextQuote};
use crate::article::Span;
use crate::article::order::sorted_by;

/// How much of the words must be the same, of 1.
pub const SIMILARITY: f32 = 0.75;
/// By how much the best candidate must lead over the next, of 1.
pub const LEAD: f32 = 0.05;

/// From this many characters on, words that were changed are known without surroundings.
const TELLING: usize = 48;
/// From this many characters on, words that stand in the text only once are known without
/// surroundings.
const DISTINCT: usize = 12;
/// How similar the surroundings must be to decide alone; unrelated ones reach about 0.3.
const SURROUNDINGS: f32 = 0.5;
/// So similar, and nothing but the surroundings need be looked at.
const SAME_SURROUNDINGS: f32 = 0.7;
/// How good words and surroundings must be on average where the words alone tell little.
const FLOOR: f32 = 0.7;
/// How much of short words without surroundings must be the same.
const ALMOST: f32 = 0.9;
/// Words that stand in more places than this are too short to be told apart.
const MOST_PLACES: usize = 50_000;
/// About how many steps of 64 rows may be spent on measuring similar words.
const STEPS: usize = 50_000_000;

/// How the search for a passage ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The same words at the same offset, or the only ones a link without offsets can mean.
    Found(Span),
    /// The same words, but beginning at another offset.
    Moved(Span),
    /// Other words in its place.
    Reworded {
        /// Where.
        span: Span,
        /// The old words.
        was: String,
        /// The words that stand there now.
        now: String,
    },
    /// Not to be found.
    Gone {
        /// The old words.
        was: String,
        /// Why not.
        why: Why,
    },
}

/// Why a passage was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing like it is in the text.
    Missing,
    /// Several places fit it equally well.
    Ambiguous,
    /// It is too short to be known in other surroundings.
    TooShort,
    /// Its words were changed, and it is too long to search for approximately.
    TooLong,
}

impl Outcome {
    /// Where the passage is, however it was found.
    pub fn span(&self) -> Option<Span> {
        match *self {
            Self::Found(span) | Self::Moved(span) | Self::Reworded { span, .. } => Some(span),
            Self::Gone { .. } => None,
        }
    }
}

/// Finds a passage again in a text that may have been edited.
///
/// Quotation marks, kinds and amounts of white space and soft hyphens don't count as changes;
/// case does. Takes time linear in the text for up to 64 characters of quotation, and
/// proportionally more for each further 64.
pub fn locate(text: &str, selector: &Selector) -> Outcome {
    let Selector { quote, position, text: made_on } = selector;
    let same_words = !position.is_empty() && cut(text, *position) == Some(&quote.exact);
    if same_words && *made_on == TextHash::of(text) {
        return Outcome::Found(*position);
    }
    search(text, quote, Some(*position))
}

/// Finds a quotation; `position` is where it stood, if that is known.
pub fn search(text: &str, quote: &TextQuote, position: Option<Span>) -> Outcome {
    let same = |span: Span| match position {
        Some(position) if position.start != span.start => Outcome::Moved(span),
        _ => Outcome::Found(span),
    };
    if let Some(span) = Search::new(quote, text, Plain::new).exactly(position) {
        return same(span);
    }
    let was = quote.exact.clone();
    match Search::new(quote, text, Plain::loose).nearly() {
        Ok(span) => {
            let now = cut(text, span).unwrap_or_default();
            if Plain::new(now).chars == Plain::new(&was).chars {
                return same(span);
            }
            Outcome::Reworded { span, was, now: now.into() }
        }
        Err(why) => Outcome::Gone { was, why },
    }
}

/// A quotation and a text, both made plain in the same way.
struct Search {
    text: Plain,
    words: Vec<char>,
    /// The words before, backwards, and those behind.
    before: Pattern,
    after: Pattern,
    /// Whether the quotation begins and ends with whole words.
    whole: (bool, bool),
}

/// A place that may be the passage.
#[derive(Clone, Copy)]
struct Candidate {
    start: usize,
    end: usize,
    /// How similar the words are, of 1.
    words: f32,
    /// How similar the surroundings are, of 1, if there are any.
    around: Option<f32>,
}

impl Candidate {
    /// How good it is in all, of 1.
    fn score(&self) -> f32 {
        self.around.map_or(self.words, |around| (self.words + around) / 2.0)
    }
}

impl Search {
    fn new(quote: &TextQuote, text: &str, plain: fn(&str) -> Plain) -> Self {
        let words = plain(&quote.exact).chars;
        let prefix = plain(&quote.prefix).chars;
        let suffix = plain(&quote.suffix).chars;
        let edges = [&prefix[..], &words, &suffix].concat();
        let whole =
            (is_boundary(&edges, prefix.len()), is_boundary(&edges, prefix.len() + words.len()));
        let near = |c: &&char| **c == ' ';
        Self {
            before: Pattern::new(prefix.iter().rev().skip_while(near).take(CONTEXT).copied()),
            after: Pattern::new(suffix.iter().skip_while(near).take(CONTEXT).copied()),
            text: plain(text),
            words,
            whole,
        }
    }

    /// The words as they are, where nothing else comes into question.
    fn exactly(&self, position: Option<Span>) -> Option<Span> {
        let is_whole = |at: usize, whole: bool| !whole || is_boundary(&self.text.chars, at);
        let mut places = self.text.occurrences(&self.words);
        let length = self.words.len();
        places.retain(|&at| is_whole(at, self.whole.0) && is_whole(at + length, self.whole.1));
        if places.len() > MOST_PLACES {
            return None;
        }
        let candidates: Vec<Candidate> =
            places.into_iter().map(|at| self.candidate(at, at + length, 0)).collect();
        let span = |candidate: &Candidate| self.text.source(candidate.start, candidate.end);
        if let [only] = &candidates[..]
            && only.around.is_none_or(|around| around >= SURROUNDINGS)
        {
            return Some(span(only));
        }
        match lead(&candidates) {
            Ok(best) if best.around >= Some(SAME_SURROUNDINGS) => Some(span(&best)),
            // The same words with the same surroundings several times: one has not moved.
            Err(Why::Ambiguous) => {
                let position = position.filter(|position| !position.is_empty())?;
                let same = |c: &&Candidate| c.around == Some(1.0) && span(c) == position;
                candidates.iter().find(same).map(span)
            }
            _ => None,
        }
    }

    /// Words that are similar enough, at most a quarter changed.
    fn nearly(&self) -> Result<Span, Why> {
        let length = self.words.len();
        if length > MAX_QUOTE {
            return Err(Why::TooLong);
        }
        let limit = (length as f32 * (1.0 - SIMILARITY)) as usize;
        let ends = self.near_ends(limit)?;
        let reversed = Pattern::new(self.words.iter().rev().copied());
        let candidates: Vec<Candidate> = ends
            .into_iter()
            .map(|(end, distance)| {
                let before = self.text.chars[..end].iter().rev().take(length + limit).copied();
                let (_, taken) = reversed.beginning(before);
                let start = self.grown(end - taken, self.whole.0, |at| at.checked_sub(1));
                let more = |at: usize| Some(at + 1).filter(|&at| at <= self.text.chars.len());
                let end = self.grown(end, self.whole.1, more);
                self.candidate(start, end, distance)
            })
            .collect();
        let best = lead(&candidates)?;
        let known = if length >= TELLING {
            true
        } else if best.around.is_some() {
            best.score() >= FLOOR || (best.words >= 1.0 && length >= DISTINCT)
        } else {
            length >= DISTINCT && best.words >= ALMOST
        };
        if known { Ok(self.text.source(best.start, best.end)) } else { Err(Why::TooShort) }
    }

    /// Where similar words end, and by how many edits they differ: the best end of each
    /// neighbourhood.
    fn near_ends(&self, limit: usize) -> Result<Vec<(usize, usize)>, Why> {
        let length = self.words.len();
        let mut ends: Vec<(usize, usize)> = Vec::new();
        let pattern = Pattern::new(self.words.iter().copied());
        let text = self.text.chars.iter().copied();
        pattern.scan(text, Start::Anywhere, limit, |end, distance| match ends.last_mut() {
            Some(last) if end - last.0 < length - limit => {
                if distance < last.1 {
                    *last = (end, distance);
                }
            }
            _ => ends.push((end, distance)),
        });
        // Measuring one takes about this many steps.
        let each = length.div_ceil(64) * (length + limit) + 4 * CONTEXT;
        let most = (STEPS / each).clamp(8, MOST_PLACES);
        if ends.len() > most {
            if length < TELLING {
                return Err(Why::TooShort);
            }
            ends = sorted_by(&ends, |&(_, distance)| distance as i64);
            ends.truncate(most);
        }
        Ok(ends)
    }

    /// Moves an edge outwards to the edge of its word.
    fn grown(&self, mut at: usize, whole: bool, next: impl Fn(usize) -> Option<usize>) -> usize {
        for _ in 0..CONTEXT {
            match next(at) {
                Some(further) if whole && !is_boundary(&self.text.chars, at) => at = further,
                _ => break,
            }
        }
        at
    }

    fn candidate(&self, start: usize, end: usize, distance: usize) -> Candidate {
        let reach = CONTEXT + CONTEXT / 2;
        let near = |c: &&char| **c == ' ';
        let before = self.text.chars[..start].iter().rev().skip_while(near).take(reach).copied();
        let after = self.text.chars[end..].iter().skip_while(near).take(reach).copied();
        let length = self.before.len() + self.after.len();
        let changed = self.before.beginning(before).0 + self.after.beginning(after).0;
        let same = |changed: usize, of: usize| 1.0 - changed as f32 / of as f32;
        Candidate {
            start,
            end,
            words: same(distance, self.words.len()),
            around: (length > 0).then(|| same(changed, length)),
        }
    }
}

/// The best candidate, if it leads over every other one that it doesn't overlap.
fn lead(candidates: &[Candidate]) -> Result<Candidate, Why> {
    let by_score = |a: &&Candidate, b: &&Candidate| a.score().total_cmp(&b.score());
    let best = candidates.iter().max_by(by_score).ok_or(Why::Missing)?;
    let rivals = candidates.iter().filter(|c| c.end <= best.start || best.end <= c.start);
    for rival in rivals {
        let by_words = best.words - rival.words >= LEAD;
        let by_surroundings = best.around >= Some(SURROUNDINGS);
        if best.score() - rival.score() < LEAD || !(by_words || by_surroundings) {
            return Err(Why::Ambiguous);
        }
    }
    Ok(*best)
}
