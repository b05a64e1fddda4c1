//! Verbs with auxiliaries: "has been hit", "may now begin", "is expected to leave".

use super::group::{Group, Tense};
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::verbs::{Verb, bit, stem, verb};
use super::words::{LIKELY, POSSIBLE, TO_COME, is_adverb, is_determiner, is_preposition};
use crate::analyst::text::{Case, is_in};
use std::ops::Range;

/// Reads on from an auxiliary.
pub(super) struct Reader<'a> {
    pub scene: &'a Scene<'a>,
    pub end: usize,
}

impl Reader<'_> {
    /// The next token that is no adverb, if it can belong to the group.
    pub fn next(&self, from: usize) -> Option<usize> {
        let limit = self.end.min(from + 4);
        let at = (from..limit)
            .find(|&i| !is_adverb(self.scene.text.word(i)) && !self.scene.has(i, DATE))?;
        (!self.scene.has(at, QUOTED | BRACKET | NAME)).then_some(at)
    }

    fn negated(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|i| {
            let word = self.scene.text.word(i);
            is_in(" not never no neither nor cannot hardly ", word)
                || word.ends_with("n't")
                || word.ends_with("n’t")
        })
    }

    /// Whether this token may be the noun that a verb behind it has as its subject.
    pub fn may_be_subject(&self, at: usize) -> bool {
        let text = self.scene.text;
        text.tokens[at].is_word()
            && !is_preposition(text.word(at))
            && !is_determiner(text.word(at))
            && !text.is_in(at, " and or to ")
    }

    pub fn plain(&self, tokens: Range<usize>, main: usize, tense: Tense) -> Group {
        let text = self.scene.text;
        let mut found = verb(text, main);
        if found.base == 0 {
            found.base = stem(&text.word(main).to_lowercase());
        }
        let negated = self.negated(tokens.clone());
        let state = found.is(bit::STATE);
        Group {
            tokens,
            main,
            finite: main,
            verb: found,
            tense,
            passive: false,
            negated,
            plans: false,
            state,
            open: false,
        }
    }

    /// "to send" behind a verb that looks ahead.
    pub fn ahead(&self, group: &mut Group, from: usize) {
        let text = self.scene.text;
        let Some(main) = self.next(from).filter(|&m| text.tokens[m].case == Case::Lower) else {
            return;
        };
        let base = self.infinitive(main);
        let found = verb(text, base);
        group.tokens.end = base + 1;
        group.main = base;
        // "plans to" looks ahead of now; "agreed to" is done, whatever comes of it
        if group.tense == Tense::Present {
            group.tense = Tense::Future;
        }
        group.plans = true;
        group.open = false;
        group.verb = Verb {
            bits: found.bits & !bit::SPEECH,
            base: if found.base == 0 { stem(text.word(base)) } else { found.base },
        };
        group.state = found.is(bit::STATE) || text.is_in(base, " be have ");
    }

    /// From "be" in "to be held" to "held".
    fn infinitive(&self, at: usize) -> usize {
        let text = self.scene.text;
        if !text.is_in(at, " be have been ") {
            return at;
        }
        match self.next(at + 1) {
            Some(next) if verb(text, next).is(bit::PARTICIPLE | bit::PAST | bit::ING) => next,
            Some(next) if text.is(next, "been") => self.infinitive(next),
            _ => at,
        }
    }

    pub fn modal(&self, at: usize) -> Option<Group> {
        let text = self.scene.text;
        let next = self.next(at + 1)?;
        if text.tokens[next].case != Case::Lower
            || is_determiner(text.word(next))
            || is_preposition(text.word(next))
        {
            return None;
        }
        let main = self.infinitive(next);
        let tense = if text.is_in(at, POSSIBLE) { Tense::Possible } else { Tense::Future };
        let mut group = self.plain(at..main + 1, main, tense);
        group.passive = main > next;
        group.finite = at;
        group.state |= main == next && text.is_in(next, " be have ");
        // "can fly": what it is able to
        group.state |= text.is_in(at, " can cannot can't can’t ");
        // "could have been": how it might have been
        group.state |= text.is(next, "have");
        group.verb.bits &= !bit::SPEECH;
        Some(group)
    }

    pub fn be(&self, at: usize) -> Option<Group> {
        let text = self.scene.text;
        let past = text.is_in(at, " was were wasn't weren't wasn’t weren’t ");
        let copula = || {
            let mut group =
                self.plain(at..at + 1, at, if past { Tense::Past } else { Tense::Present });
            group.state = true;
            Some(group)
        };
        let Some(mut next) = self.next(at + 1) else { return copula() };
        let being = text.is_in(next, " being been ");
        if being {
            match self.next(next + 1) {
                Some(further) => next = further,
                None => return copula(),
            }
        }
        if (text.is_in(next, TO_COME) || text.is_in(next, LIKELY))
            && let Some(main) = (text.is(next + 1, "to")).then(|| self.next(next + 2)).flatten()
            && text.tokens[main].case == Case::Lower
        {
            let base = self.infinitive(main);
            let tense = if text.is_in(next, LIKELY) { Tense::Possible } else { Tense::Future };
            let mut group = self.plain(at..base + 1, base, tense);
            group.finite = at;
            group.verb.bits &= !bit::SPEECH;
            group.state |= text.is_in(base, " be have ") || text.is(next, "able");
            return Some(group);
        }
        if text.is(next, "to")
            && let Some(main) = self.next(next + 1).filter(|&m| {
                text.tokens[m].case == Case::Lower && verb(text, m).bits & bit::STATE == 0
            })
        {
            let base = self.infinitive(main);
            // "the goal is to remove": what it is, not what will be
            let plan = base > main || past;
            let mut group = self.plain(at..base + 1, base, Tense::Future);
            group.finite = at;
            group.state |= !plan;
            group.verb.bits &= !bit::SPEECH;
            return Some(group);
        }
        // "is expected in September", "is due on Friday"
        let dated = (next + 1..self.end.min(next + 4)).find(|&i| self.scene.has(i, DATE));
        let plain = |date: usize| (next + 1..date).all(|i| text.is_in(i, " in on for by at the "));
        if !past
            && text.is_in(next, " expected scheduled due planned slated ")
            && dated.is_some_and(plain)
        {
            let mut group = self.plain(at..next + 1, next, Tense::Future);
            group.finite = at;
            group.passive = true;
            group.state = false;
            return Some(group);
        }
        let found = verb(text, next);
        if found.is(bit::ING) && text.tokens[next].case == Case::Lower {
            let mut group = self.plain(at..next + 1, next, Tense::Progressive);
            group.finite = at;
            group.state |=
                found.is(bit::MIND | bit::QUALITY) || text.is_in(next, " ongoing pending willing ");
            return Some(group);
        }
        if found.is(bit::PARTICIPLE) {
            let mut group = self.plain(
                at..next + 1,
                next,
                if being {
                    Tense::Progressive
                } else if past {
                    Tense::Past
                } else {
                    Tense::Present
                },
            );
            group.finite = at;
            group.passive = true;
            // "is owned by" tells how things are, "was based in" too
            group.state |= (!past && !being) || found.is(bit::QUALITY);
            return Some(group);
        }
        copula()
    }

    pub fn have(&self, at: usize) -> Option<Group> {
        let text = self.scene.text;
        let had = text.is_in(at, " had hadn't hadn’t ");
        let tense = if had { Tense::PastPerfect } else { Tense::Perfect };
        let state = || {
            let mut group =
                self.plain(at..at + 1, at, if had { Tense::Past } else { Tense::Present });
            group.state = true;
            Some(group)
        };
        let Some(next) = self.next(at + 1) else { return state() };
        if text.is(next, "been") {
            let Some(main) = self.next(next + 1) else { return state() };
            let found = verb(text, main);
            if found.is(bit::PARTICIPLE | bit::ING) {
                let mut group = self.plain(at..main + 1, main, tense);
                group.finite = at;
                group.passive = !found.is(bit::ING);
                group.state |= found.is(bit::QUALITY | bit::MIND);
                return Some(group);
            }
            return state();
        }
        let found = verb(text, next);
        if found.is(bit::PARTICIPLE) {
            let mut group = self.plain(at..next + 1, next, tense);
            group.finite = at;
            if found.is(bit::AHEAD) && text.is(next + 1, "to") {
                self.ahead(&mut group, next + 2);
            }
            return Some(group);
        }
        state()
    }
}
