//! Which way the sentence looks: the verb next to an expression.

use super::lexicon::class;
use super::token::{Kind, Token};
use super::words::Words;
use crate::analyst::effort;

/// The time that a clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "said", "has fallen".
    Past,
    /// "is", "says".
    Present,
    /// "will", "is scheduled to".
    Future,
    /// No verb was found.
    Unknown,
}

/// How many tokens are looked at before and after an expression.
const BACK: usize = 24;
const AHEAD: usize = 14;

/// A mark between two clauses is as far as this many words.
const CLAUSE: usize = 5;

/// The tense around the tokens from `at` to `end`, and the token that shows it.
pub(super) fn around(
    tokens: &[Token],
    words: &Words,
    at: usize,
    end: usize,
) -> (Tense, Option<usize>) {
    let mut best: Option<(usize, Tense, usize)> = None;
    let mut consider = |cost: usize, tense: Tense, cue: usize| {
        if best.is_none_or(|(least, ..)| cost < least) {
            best = Some((cost, tense, cue));
        }
    };
    let mut cost = 0;
    let mut begins = true;
    for index in (at.saturating_sub(BACK)..at).rev() {
        effort::step();
        let token = &tokens[index];
        if ends_sentence(tokens, index) {
            break;
        }
        begins = false;
        cost += 1 + boundary(token);
        if let Some(tense) = verb(tokens, words, index) {
            consider(cost, tense, index);
        }
    }
    // Behind the expression other clauses begin, unless it opens the sentence.
    let mut cost = if begins { 0 } else { 3 };
    for index in end..(end + AHEAD).min(tokens.len()) {
        effort::step();
        let token = &tokens[index];
        if ends_sentence(tokens, index) {
            break;
        }
        let opening = index == end && token.mark(b',');
        cost += 1 + if opening { 0 } else { boundary(token) };
        if let Some(tense) = verb(tokens, words, index) {
            consider(cost, tense, index);
        }
    }
    best.map_or((Tense::Unknown, None), |(_, tense, cue)| (tense, Some(cue)))
}

fn boundary(token: &Token) -> usize {
    let mark = matches!(token.kind, Kind::Mark(b',' | b';' | b':' | b'(' | b')' | b'"'));
    if mark || token.is(class::CLAUSE) { CLAUSE } else { 0 }
}

/// Whether a sentence ends at this token.
pub(super) fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Break | Kind::Mark(b'!' | b'?') => true,
        Kind::Mark(b'.') => {
            let abbreviates = at.checked_sub(1).is_some_and(|before| {
                let word = &tokens[before];
                let letter = word.kind == Kind::Word && word.end - word.start == 1;
                !token.space && (word.is(class::TITLE | class::SHORT) || letter)
            });
            let goes_on = tokens.get(at + 1).is_some_and(|next| {
                !next.space && next.kind != Kind::Break && !next.mark(b'"') && !next.mark(b'\'')
                    || (next.kind == Kind::Word && !next.cap)
            });
            !(abbreviates || goes_on)
        }
        _ => false,
    }
}

/// The tense of the verb at this token, if it is one.
fn verb(tokens: &[Token], words: &Words, at: usize) -> Option<Tense> {
    let token = &tokens[at];
    let id = token.word.id;
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    if token.is(class::AHEAD) && token.kind == Kind::Word {
        let compared = before(1).is_some_and(|t| words.than.contains(&t.word.id));
        let follows = tokens.get(at + 1).map_or(0, |t| t.word.id);
        let open = !words.sets.contains(&id) || follows == words.to || follows == words.for_;
        if !compared && open {
            return Some(Tense::Future);
        }
    }
    if token.is(class::FUTURE) && !(token.cap && token.is(class::MONTH)) {
        return Some(Tense::Future);
    }
    let regular =
        token.ed && !token.cap && token.word.class & class::PRESENT == 0 && token.word.id == 0;
    let follows = tokens.get(at + 1).map_or(0, |t| t.word.id);
    if token.is(class::PAST) && follows == words.to && words.were.contains(&id) {
        return Some(Tense::Future); // "was to arrive Sunday"
    }
    if token.is(class::PAST) || regular {
        // "will be held", "to be signed", "is expected"
        for back in 1..=3 {
            let Some(earlier) = before(back) else { break };
            if earlier.is(class::FUTURE) {
                return Some(Tense::Future);
            }
            if earlier.word.id == words.to && back <= 2 {
                return (words.be == before(1).map_or(0, |t| t.word.id)).then_some(Tense::Future);
            }
            if earlier.kind != Kind::Word {
                break;
            }
        }
        return Some(Tense::Past);
    }
    if token.is(class::PRESENT) {
        let next = tokens.get(at + 1);
        if id == words.has || id == words.have {
            let must = next.is_some_and(|t| t.word.id == words.to);
            return Some(if must { Tense::Future } else { Tense::Past });
        }
        let ahead = next.is_some_and(|t| t.is(class::AHEAD) || t.word.id == words.to);
        return Some(if ahead { Tense::Future } else { Tense::Present });
    }
    None
}
