//! Verb groups: "has repeatedly reaffirmed", "may now begin", "was hit", "are leaving".

use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::verbs::{Verb, bit, stem, verb};
use crate::analyst::text::{Case, Class, is_in};
use std::ops::Range;

/// What a verb group says about when and whether.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "launched", "was hit".
    Past,
    /// "had attacked".
    PastPerfect,
    /// "has asked".
    Perfect,
    /// "says".
    Present,
    /// "are leaving", "was leaving".
    Progressive,
    /// "will send", "plans to send", "is to meet".
    Future,
    /// "may send", "could begin".
    Possible,
}

/// A finite verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// From the first auxiliary to the last verb.
    pub tokens: Range<usize>,
    /// The verb that tells what happens.
    pub main: usize,
    /// The finite verb itself: of "plans to send" it is "plans".
    pub finite: usize,
    pub verb: Verb,
    pub tense: Tense,
    pub passive: bool,
    pub negated: bool,
    /// What it tells was meant to happen: "agreed to buy".
    pub plans: bool,
    /// Tells how something is: "is", "has".
    pub state: bool,
    /// Might as well be a participle: "troops deployed".
    pub open: bool,
}

const MODALS: &str = " will shall would may might can could should must 'll ’ll cannot ";
const POSSIBLE: &str = " may might can could would should must ";
const BE: &str =
    " is are was were am 's ’s 're ’re isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t ";
const HAVE: &str = " has have had 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t ";
const DO: &str = " did does do didn't doesn't don't didn’t doesn’t don’t ";
const WONT: &str =
    " won't wouldn't can't couldn't shouldn't won’t wouldn’t can’t couldn’t shouldn’t ";
const DETERMINERS: &str = " the a an his her its their our my your this these those any some no each \
every all both several many few more most another other whose 's ’s ";
/// Behind one of these stands no finite verb.
const PREPOSITIONS: &str = " of in on at by for from with without to into onto about against over under \
between among during through across near behind toward towards upon via per than like despite as ";
/// What may stand between the words of a group.
const ADVERBS: &str = " not never also now then later already still just again soon once ever even \
only yet almost first further instead too today yesterday back all both n't once thus ";
/// Behind "is": "is set to leave".
const TO_COME: &str = " expected scheduled set due going planned ready slated poised about supposed \
intended ";
/// Behind "is": "is likely to leave".
const LIKELY: &str = " likely unlikely able ";

/// The present of verbs that is a plural of nouns as well.
const PLURALS: &str = " calls reports claims comments tweets demands concerns states signals promises \
offers hopes fears plans notes responses threats charges estimates vows pledges remarks advises \
jokes doubts views call report claim comment tweet demand state signal promise offer note vow \
pledge remark joke urge ";

/// An adverb as it stands inside a verb group.
pub(super) fn is_adverb(word: &str) -> bool {
    is_in(ADVERBS, word)
        || (word.len() > 4
            && word.ends_with("ly")
            && !is_in(
                " family reply supply rally july only assembly ally apply rely italy bully ",
                word,
            ))
}

pub(super) fn is_determiner(word: &str) -> bool {
    is_in(DETERMINERS, word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    is_in(PREPOSITIONS, word)
}

/// The verb group whose finite verb stands here, before `end`; `start` is where its sentence
/// begins, `fresh` whether no verb was found before.
pub(super) fn group(
    scene: &Scene,
    at: usize,
    start: usize,
    end: usize,
    fresh: bool,
) -> Option<Group> {
    let text = scene.text;
    let token = text.tokens.get(at)?;
    if scene.has(at, QUOTED | BRACKET | NAME | DATE) || token.class == Class::Number {
        return None;
    }
    let word = text.word(at);
    let clitic = token.class == Class::Sign;
    if (token.case != Case::Lower && !clitic) || (clitic && !is_in(BE, word) && !is_in(HAVE, word))
    {
        return None;
    }
    let before = before(scene, at, start);
    // "the will", "a must", "the group's"
    if clitic
        && !(at > start && text.is_in(at - 1, " he she it that who there we they i you what "))
    {
        return None;
    }
    let reader = Reader { scene, end };
    if is_in(MODALS, word) || is_in(WONT, word) {
        if before.is_some_and(|b| is_determiner(text.word(b))) {
            return None;
        }
        return reader.modal(at);
    }
    if is_in(BE, word) {
        return reader.be(at);
    }
    if is_in(HAVE, word) {
        return before.is_none_or(|b| !is_infinitive_sign(scene, b)).then(|| reader.have(at))?;
    }
    if is_in(DO, word) {
        let next = reader.next(at + 1);
        let negated = word.contains(['\'', '’']) || text.is(at + 1, "not");
        let base = next.filter(|&n| text.tokens[n].case == Case::Lower && negated);
        let main = base.unwrap_or(at);
        let tense =
            if text.is_in(at, " did didn't didn’t ") { Tense::Past } else { Tense::Present };
        let mut group = reader.plain(at..main + 1, main, tense);
        group.negated = negated;
        group.state |= base.is_none();
        return Some(group);
    }
    lone(&reader, at, start, before).or_else(|| present(&reader, at, before, fresh))
}

/// "operates an airline": the present of any verb. It tells how things are, but its clause
/// must not be taken for the subject of the next.
fn present(reader: &Reader, at: usize, before: Option<usize>, fresh: bool) -> Option<Group> {
    let (scene, text) = (reader.scene, reader.scene.text);
    let (word, before) = (text.word(at), before?);
    let form =
        word.len() >= 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let subject = scene.has(before, NAME)
        || text.is_in(before, " it he she which who that ")
        || (fresh
            && text.tokens[before].is_word()
            && !is_preposition(text.word(before))
            && !is_determiner(text.word(before))
            && !text.is_in(before, " and or to "));
    let object = text.is_in(at + 1, " a an the its his her their no this that ");
    if !form || !subject || !object || at + 1 >= reader.end {
        return None;
    }
    let mut group = reader.plain(at..at + 1, at, Tense::Present);
    group.state = true;
    Some(group)
}

/// The token before, over adverbs.
fn before(scene: &Scene, at: usize, start: usize) -> Option<usize> {
    let first = start.max(at.saturating_sub(6));
    let idle = |i: usize| {
        // "the letter sent on Monday arrived"
        is_adverb(scene.text.word(i))
            || scene.has(i, DATE)
            || is_preposition(scene.text.word(i)) && i + 1 < at && scene.has(i + 1, DATE)
    };
    (first..at).rev().find(|&i| !idle(i))
}

fn is_infinitive_sign(scene: &Scene, at: usize) -> bool {
    scene.text.is(at, "to") || is_in(MODALS, scene.text.word(at))
}

/// A verb without an auxiliary.
fn lone(reader: &Reader, at: usize, start: usize, before: Option<usize>) -> Option<Group> {
    let (scene, text) = (reader.scene, reader.scene.text);
    let found = verb(text, at);
    if found.bits == 0 {
        return None;
    }
    let previous = before.map_or("", |b| text.word(b));
    let next = text.word(at + 1);
    // "This caused a row": no noun behind it, so it is the subject
    let points = text.is_in(before.unwrap_or(at), " this that these those all both ")
        && (is_determiner(next) || is_preposition(next) || scene.has(at + 1, NAME));
    if before.is_some_and(|b| text.is_in(b, " having being ")) {
        return None;
    }
    if before.is_some_and(|b| {
        (is_determiner(previous) && !points)
            || is_preposition(previous)
            || is_in(HAVE, previous)
            || is_in(BE, previous)
            || is_infinitive_sign(scene, b)
    }) {
        // "he as well as she said" aside, no subject can stand there
        return None;
    }
    let subject = |b: usize| {
        scene.has(b, NAME)
            || text.is_in(b, " he she it they we i who which that and but or ")
            || text.tokens[b].is_word()
    };
    if found.is(bit::PAST) {
        let open = (found.is(bit::PARTICIPLE) || found.is(bit::SAME)) && !text.is(at, "said");
        // a hyphen or a number before: "anti-armed", "24 wounded soldiers"
        let number = before.is_some_and(|b| text.tokens[b].class == Class::Number);
        if number
            && open
            && text
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.is_word() && t.case == Case::Lower && !is_preposition(next))
        {
            return None;
        }
        if before.is_some_and(|b| matches!(text.word(b), "-" | "–" | "‐"))
            && text.tokens.get(at).is_some_and(|t| !t.space)
        {
            return None;
        }
        if open && next == "by" {
            return None;
        }
        if found.is(bit::SAME)
            && !before.is_some_and(|b| {
                scene.has(b, NAME)
                    || text.is_in(b, " he she it they we i who which that ")
                    || text.word(b).ends_with('s')
            })
        {
            return None;
        }
        let sign = before.is_none_or(|b| {
            text.tokens[b].class == Class::Sign
                && !matches!(text.word(b), "”" | "\"" | "’" | "'" | ")" | "%" | "»")
        });
        // ", based in Paris," against ", said"; a sentence in quotation marks may stand before
        if sign && open && !found.is(bit::SPEECH) && !opened_before(scene, at, start) {
            return None;
        }
        let mut group = reader.plain(at..at + 1, at, Tense::Past);
        group.open = open;
        if found.is(bit::AHEAD) && next == "to" {
            reader.ahead(&mut group, at + 2);
        }
        return Some(group);
    }
    // of the present only what speaks, plans or begins: the rest tells how things are
    let third = found.is(bit::THIRD);
    let plural = found.is(bit::BASE)
        && before.is_some_and(|b| {
            text.word(b).ends_with('s')
                || text.is_in(b, " they we i who ")
                || found.is(bit::AHEAD) && next == "to" && text.is(b, "and")
        });
    let telling = found.is(bit::SPEECH) || (found.is(bit::AHEAD) && next == "to");
    let noun = before.is_some_and(|b| {
        !scene.has(b, NAME)
            && !text.is_in(
                b,
                " he she it who which that government ministry police army president minister and ",
            )
    }) && !plural;
    if telling && (third || plural) && before.is_some_and(subject) {
        // "the calls for", "air force reports": a noun before may be part of a compound
        let clause =
            matches!(next, "that" | "it" | "he" | "she" | "they" | "there" | "“" | "\"" | "‘")
                || is_determiner(next);
        let object = clause || matches!(next, "to" | ":" | ",");
        if (noun && !object)
            || (text.is_in(at, PLURALS) && !clause && !(found.is(bit::AHEAD) && next == "to"))
        {
            return None;
        }
        let mut group = reader.plain(at..at + 1, at, Tense::Present);
        if found.is(bit::AHEAD) && next == "to" {
            reader.ahead(&mut group, at + 2);
        }
        return Some(group);
    }
    None
}

/// Whether a comma stands further before, so that this one may close what it opened.
fn opened_before(scene: &Scene, at: usize, start: usize) -> bool {
    let first = start.max(at.saturating_sub(30));
    (first..at.saturating_sub(1))
        .any(|i| scene.text.word(i) == "," && !scene.has(i, QUOTED | BRACKET | NAME | DATE))
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    end: usize,
}

impl Reader<'_> {
    /// The next token that is no adverb, if it can belong to the group.
    fn next(&self, from: usize) -> Option<usize> {
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

    fn plain(&self, tokens: Range<usize>, main: usize, tense: Tense) -> Group {
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
    fn ahead(&self, group: &mut Group, from: usize) {
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

    fn modal(&self, at: usize) -> Option<Group> {
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

    fn be(&self, at: usize) -> Option<Group> {
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
        if text.is_in(next, TO_COME) || text.is_in(next, LIKELY) {
            if let Some(main) = (text.is(next + 1, "to")).then(|| self.next(next + 2)).flatten() {
                if text.tokens[main].case == Case::Lower {
                    let base = self.infinitive(main);
                    let tense =
                        if text.is_in(next, LIKELY) { Tense::Possible } else { Tense::Future };
                    let mut group = self.plain(at..base + 1, base, tense);
                    group.finite = at;
                    group.verb.bits &= !bit::SPEECH;
                    group.state |= text.is_in(base, " be have ") || text.is(next, "able");
                    return Some(group);
                }
            }
        }
        if text.is(next, "to") {
            if let Some(main) = self.next(next + 1).filter(|&m| {
                text.tokens[m].case == Case::Lower && verb(text, m).bits & bit::STATE == 0
            }) {
                let base = self.infinitive(main);
                // "the goal is to remove": what it is, not what will be
                let plan = base > main || past;
                let mut group = self.plain(at..base + 1, base, Tense::Future);
                group.finite = at;
                group.state |= !plan;
                group.verb.bits &= !bit::SPEECH;
                return Some(group);
            }
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

    fn have(&self, at: usize) -> Option<Group> {
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
