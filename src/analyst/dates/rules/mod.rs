//! The rules: tables of patterns and what each of them says.
//!
//! At each token all rules that can begin there are tried; the longest wins, and of equally
//! long ones the first in the tables. A rule's cost is bounded by its length, so that the
//! whole is linear in the text.

mod around;
mod calendar;
mod check;
mod daytime;
mod finance;
mod length;
mod relative;
mod repeat;
mod rule;
mod tail;
mod vague;

use super::holiday::HOLIDAYS;
use super::lexicon::Lexicon;
use super::mode::Mode;
use super::pattern::{Caps, First, Input, Pattern};
use super::spec::{Spec, What};
use super::token::{Kind, Token};
use super::words::Words;
use crate::article::order::sort_by;
use std::sync::OnceLock;

pub(super) use check::Test;
use rule::{Rule, rule};

/// A rule made ready.
#[derive(Debug)]
struct Ready {
    rule: Rule,
    pattern: Pattern,
    after: Vec<u16>,
    not_after: Vec<u16>,
    not_before: Vec<u16>,
    join: Option<fn(&Spec, &Caps) -> Option<Spec>>,
}

/// The rules and words, ready to read with.
#[derive(Debug)]
pub(super) struct Grammar {
    pub lexicon: Lexicon,
    pub words: Words,
    heads: Vec<Ready>,
    tails: Vec<Ready>,
    by_word: Vec<Vec<u16>>,
    by_number: Vec<u16>,
    by_mark: Vec<u16>,
    holidays: Vec<(Vec<(u16, u8)>, u8)>,
}

/// What was found at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub spec: Spec,
    /// Index of the token behind it.
    pub end: usize,
    pub rule: &'static str,
    /// The rule that lengthened it.
    pub tail: Option<&'static str>,
    /// No date: these words are passed over.
    pub rejected: bool,
    /// Only in texts that count so.
    pub only: Option<Mode>,
}

/// How deep dates within dates go: "early *in the morning of the last day of* 1999".
pub(super) const DEPTH: u8 = 3;

/// The grammar; made when first asked for.
pub(super) fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(Grammar::new)
}

impl Grammar {
    fn new() -> Self {
        let mut lexicon = Lexicon::new();
        let words = Words::new(&mut lexicon);
        let tables = [
            calendar::RULES,
            relative::RULES,
            finance::RULES,
            daytime::RULES,
            length::RULES,
            repeat::RULES,
            vague::RULES,
        ];
        let rules: Vec<&Rule> = tables.into_iter().flatten().collect();
        let heads: Vec<Ready> = rules.iter().map(|r| Ready::new(**r, None, &mut lexicon)).collect();
        let tails: Vec<Ready> =
            tail::TAILS.iter().map(|t| Ready::new(t.rule, Some(t.join), &mut lexicon)).collect();
        let holidays = holidays(&mut lexicon);
        lexicon.close();
        let firsts: Vec<Vec<First>> = heads.iter().map(|head| head.pattern.first()).collect();
        let that_can = |able: &dyn Fn(&First) -> bool| -> Vec<u16> {
            let fits = |number: &usize| firsts[*number].iter().any(able);
            (0..heads.len()).filter(fits).map(|number| number as u16).collect()
        };
        let by_word = lexicon.entries().iter().map(|entry| {
            that_can(&|first| match first {
                First::Word(id) => *id == entry.id && entry.id != 0,
                First::Class(class) => entry.class & class != 0,
                First::Number | First::Mark(_) => false,
            })
        });
        Self {
            by_word: by_word.collect(),
            by_number: that_can(&|first| *first == First::Number),
            by_mark: that_can(&|first| *first == First::Mark(b'\'')),
            lexicon,
            words,
            heads,
            tails,
            holidays,
        }
    }

    /// The longest expression that begins at a token.
    pub fn find(&self, input: Input<'_>, at: usize) -> Option<Found> {
        let mut best: Option<Found> = None;
        for number in self.candidates(&input.tokens[at]) {
            let ready = &self.heads[usize::from(*number)];
            let mut caps = Caps::default();
            let Some(end) = ready.pattern.matches(input, at, &mut caps) else { continue };
            if best.is_some_and(|best| best.end >= end) {
                continue;
            }
            let rejected = ready.rule.rejects();
            let spec = match (ready.rule.build)(&caps) {
                Some(spec) => spec,
                None if rejected => Spec::DATE,
                None => continue,
            };
            if ready.fits(self, input, at, end, &spec) {
                best = Some(Found {
                    spec,
                    end,
                    rule: ready.rule.name,
                    tail: None,
                    rejected,
                    only: ready.rule.only,
                });
            }
        }
        let mut found = best?;
        while !found.rejected && found.spec.what == What::Date {
            let Some((spec, end, name)) = self.longer(input, &found) else { break };
            (found.spec, found.end, found.tail) = (spec, end, Some(name));
        }
        Some(found)
    }

    /// A date within another expression.
    pub fn date(&self, input: Input<'_>, at: usize) -> Option<Found> {
        input.tokens.get(at)?;
        let known = input.memo.borrow().get(at, input.depth);
        let found = known.unwrap_or_else(|| {
            let found = self.find(input, at);
            input.memo.borrow_mut().put(at, input.depth, found);
            found
        });
        found.filter(|found| !found.rejected && found.spec.what == What::Date)
    }

    /// The holiday that begins at a token.
    pub fn holiday(&self, tokens: &[Token], at: usize) -> Option<(u8, usize)> {
        let fits = |name: &[(u16, u8)]| {
            name.iter().enumerate().all(|(index, (word, mark))| {
                tokens.get(at + index).is_some_and(|token| match mark {
                    0 => token.word.id == *word && token.kind == Kind::Word,
                    mark => token.mark(*mark),
                })
            })
        };
        // Christmas is written with a capital; "may day" is no holiday.
        let named = tokens.get(at).is_some_and(|token| token.cap);
        let mut found = self.holidays.iter().filter(|(name, _)| named && fits(name));
        found.next().map(|(name, holiday)| (*holiday, at + name.len()))
    }

    fn longer(&self, input: Input<'_>, found: &Found) -> Option<(Spec, usize, &'static str)> {
        let mut best: Option<(Spec, usize, &'static str)> = None;
        for ready in &self.tails {
            let mut caps = Caps::default();
            let end = ready.pattern.matches(input, found.end, &mut caps);
            let Some(end) = end.filter(|end| best.is_none_or(|best| best.1 < *end)) else {
                continue;
            };
            if let Some(spec) = ready.join.and_then(|join| join(&found.spec, &caps)) {
                best = Some((spec, end, ready.rule.name));
            }
        }
        best
    }

    fn candidates(&self, token: &Token) -> &[u16] {
        match token.kind {
            Kind::Word => &self.by_word[usize::from(token.word.id)],
            Kind::Number => &self.by_number,
            Kind::Mark(b'\'') => &self.by_mark,
            Kind::Mark(_) | Kind::Break => &[],
        }
    }
}

impl Ready {
    fn new(
        rule: Rule,
        join: Option<fn(&Spec, &Caps) -> Option<Spec>>,
        lexicon: &mut Lexicon,
    ) -> Self {
        let pattern = Pattern::read(rule.pattern, lexicon);
        let mut all = |words: &'static str| -> Vec<u16> {
            words.split_whitespace().map(|word| lexicon.intern(word)).collect()
        };
        Self {
            pattern,
            after: all(rule.after),
            not_after: all(rule.not_after),
            not_before: all(rule.not_before),
            rule,
            join,
        }
    }

    /// Whether the words around it allow it.
    fn fits(
        &self,
        grammar: &Grammar,
        input: Input<'_>,
        at: usize,
        end: usize,
        spec: &Spec,
    ) -> bool {
        let id = |at: Option<usize>| {
            at.and_then(|at| input.tokens.get(at)).map_or(0, |token| token.word.id)
        };
        let (before, after) = (id(at.checked_sub(1)), id(Some(end)));
        (self.after.is_empty() || self.after.contains(&before))
            && !(before != 0 && self.not_after.contains(&before))
            && !(after != 0 && self.not_before.contains(&after))
            && self.rule.check.is_none_or(|test| check::passes(test, grammar, input, at, end, spec))
    }
}

/// The names of holidays, as words and marks.
fn holidays(lexicon: &mut Lexicon) -> Vec<(Vec<(u16, u8)>, u8)> {
    let mut found = Vec::new();
    for (number, (names, _)) in HOLIDAYS.iter().enumerate() {
        for name in names.split(" | ") {
            let mut parts = Vec::new();
            for part in name.split(' ') {
                match part.as_bytes() {
                    [b'\'', rest @ ..] => {
                        parts.push((0, b'\''));
                        if !rest.is_empty() {
                            parts.push((lexicon.intern("s"), 0));
                        }
                    }
                    [b'.'] => parts.push((0, b'.')),
                    _ => parts.push((lexicon.intern(part), 0)),
                }
            }
            found.push((parts, number as u8));
        }
    }
    sort_by(&mut found, |(parts, _)| -(parts.len() as i64));
    found
}
