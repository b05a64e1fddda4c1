//! Which clauses tell events, and which words belong to each.
//!
//! A clause tells an event when its verb says that something happens: not how things are, not
//! what somebody thinks, not what did not happen. A verb that shares the subject of the one
//! before joins it unless it has a date of its own. Of "X said (that) Y" there is one event:
//! Y where Y has happened, by X's word; else the saying. Clauses that depend on another count
//! only with a date of their own or when they look ahead.

mod telling;

pub(super) use telling::Telling;

use super::clause::{Clause, Link, takes_object};
use super::group::Tense;
use super::scene::{DATE, QUOTED, Scene};
use super::subject::{Subject, subject};
use super::verbs::bit;
use super::when::own_dates;
use crate::analyst::effort;
use std::ops::Range;
use telling::ranges;

/// The longest passage, in tokens.
const LONGEST: usize = 160;

/// Verbs that pass on what happened.
const PASSING_ON: &str = " said says say told tells announced announces reported reports report confirmed \
confirms stated states added adds disclosed revealed reveals ";

/// Verbs that bind who says them.
const BINDING: &str =
    " announced announces announce promised promises vowed vows pledged pledges agreed ";

/// The events that a sentence tells with finite verbs.
pub(super) fn tellings(scene: &Scene, found: &[Clause]) -> Vec<Telling> {
    let subjects: Vec<Subject> = found.iter().map(|clause| subject(scene, clause)).collect();
    let mut teller = Teller { scene, clauses: found, subjects, roles: Vec::new() };
    for index in 0..found.len() {
        effort::step();
        let role = teller.role(index);
        teller.roles.push(role);
    }
    teller.gather()
}

/// What a clause is to the events of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// No event.
    None,
    /// Tells one, by this rule.
    Root(&'static str),
    /// Told by the frame at this index.
    Framed(usize),
    /// Part of the event whose root is at this index; whether it is the object of its speech.
    Part(usize, bool),
    /// Says who tells the event whose root is at this index: "…, police said."
    Behind(usize),
}

struct Teller<'a> {
    scene: &'a Scene<'a>,
    clauses: &'a [Clause],
    subjects: Vec<Subject>,
    roles: Vec<Role>,
}

impl Teller<'_> {
    fn role(&mut self, index: usize) -> Role {
        let clause = &self.clauses[index];
        let group = &clause.group;
        let text = self.scene.text;
        let speech = is_speech(clause);
        let happens =
            !group.state && !group.verb.is(bit::MIND) && !group.negated && !self.none(index);
        let happens = happens || (speech && !group.negated);
        let dated = || !own_dates(self.scene, &ranges(clause)).is_empty();
        let parent = clause.parent.filter(|&p| p < index);
        if let Some(owner) = self.told_before(index, speech) {
            return Role::Behind(owner);
        }
        let root = |rule| if happens { Role::Root(rule) } else { Role::None };
        match (clause.link, parent) {
            // "would", "should": what somebody thinks of it, unless there is a date
            _ if text.is_in(group.finite, " would should could must ")
                && clause.link != Link::Object
                && !dated() =>
            {
                Role::None
            }
            (Link::Main, _) => root("a main clause"),
            (Link::Shared, Some(parent)) => match self.roles[parent] {
                Role::Root(_) | Role::Framed(_) | Role::Part(_, false) if happens => {
                    let owner = self.owner(parent);
                    if dated() {
                        Role::Root("a verb with a date of its own")
                    } else {
                        Role::Part(owner, false)
                    }
                }
                Role::Part(owner, true) => Role::Part(owner, true),
                Role::None if happens => {
                    let under = matches!(self.clauses[parent].link, Link::Relative | Link::Under);
                    if !under || dated() {
                        Role::Root("a verb with the subject of the one before")
                    } else {
                        Role::None
                    }
                }
                _ => Role::None,
            },
            (Link::Object, Some(parent)) => {
                let before = &self.clauses[parent];
                let quoted =
                    (before.group.tokens.end..clause.body.start).any(|i| self.scene.has(i, QUOTED));
                let alone =
                    || if dated() { root("a clause with a date of its own") } else { Role::None };
                if quoted {
                    return alone();
                }
                match self.roles[parent] {
                    Role::Root(_) if is_speech(before) => {
                        let plain = text.is_in(before.group.main, PASSING_ON);
                        let known =
                            !self.subjects[index].pronoun && !self.subjects[index].words.is_empty();
                        let told = matches!(
                            group.tense,
                            Tense::Past | Tense::Perfect | Tense::PastPerfect
                        );
                        let to_come = clause.ahead()
                            && dated()
                            && own_dates(self.scene, &ranges(before)).is_empty();
                        if happens && !speech && known && plain && (told || to_come) {
                            self.roles[parent] = Role::None;
                            return Role::Framed(parent);
                        }
                        Role::Part(parent, true)
                    }
                    Role::Root(_) | Role::Framed(_) => alone(),
                    Role::Part(owner, object) => {
                        if object || is_speech(before) {
                            Role::Part(owner, is_speech(&self.clauses[owner]))
                        } else {
                            alone()
                        }
                    }
                    Role::None | Role::Behind(_) => {
                        // a resumed clause, or the object of a thought
                        let resumed = clause.head.is_some() && !takes_object(before);
                        if resumed { root("a clause taken up again") } else { alone() }
                    }
                }
            }
            (Link::Relative | Link::Under, _) => {
                // "troops that may be sent": what lies ahead by the article's own word
                let ahead = text.is_in(group.finite, " will may ")
                    && group.passive
                    && clause.link == Link::Relative;
                match () {
                    () if !happens || speech => Role::None,
                    () if dated() => root("a dependent clause with a date of its own"),
                    () if ahead => root("a relative clause that looks ahead"),
                    () => Role::None,
                }
            }
            _ => Role::None,
        }
    }

    /// The event before a frame that ends the sentence: "He was freed, police said Monday."
    fn told_before(&self, index: usize, speech: bool) -> Option<usize> {
        let clause = &self.clauses[index];
        if !speech || clause.link == Link::Shared || index + 1 != self.clauses.len() {
            return None;
        }
        let rest = clause.group.tokens.end..clause.body.end;
        let over = rest.into_iter().all(|i| {
            let sign = matches!(self.scene.text.word(i), "." | "," | "!" | "?");
            sign || self.scene.has(i, DATE) || self.scene.text.is_in(i, " on in ")
        });
        if !over || self.scene.has(clause.body.start.saturating_sub(2), QUOTED) {
            return None;
        }
        (0..index).find(|&i| matches!(self.roles[i], Role::Root(_)) && !is_speech(&self.clauses[i]))
    }

    /// "No casualties were reported", "nobody came".
    fn none(&self, index: usize) -> bool {
        let subject = &self.subjects[index].tokens;
        !subject.is_empty()
            && self.scene.text.is_in(subject.start, " no nobody none neither nothing few little ")
    }

    fn owner(&self, index: usize) -> usize {
        match self.roles[index] {
            Role::Part(owner, _) => owner,
            _ => index,
        }
    }

    fn gather(self) -> Vec<Telling> {
        let mut at = vec![usize::MAX; self.clauses.len()];
        let mut found: Vec<Telling> = Vec::new();
        for (index, clause) in self.clauses.iter().enumerate() {
            match self.roles[index] {
                Role::None => {}
                Role::Behind(owner) => {
                    if let Some(telling) = at.get(owner).and_then(|&o| found.get_mut(o)) {
                        let end = clause.body.end.max(telling.passage.end);
                        if end - telling.passage.start <= LONGEST {
                            telling.passage.end = end;
                        }
                        telling.by = Some(self.subjects[index].clone());
                    }
                }
                Role::Root(rule) => {
                    at[index] = found.len();
                    found.push(self.telling(index, clause.whole(), rule));
                }
                Role::Framed(frame) => {
                    at[index] = found.len();
                    let whole = self.clauses[frame].whole().start..clause.body.end;
                    let mut telling = self.telling(index, whole, "what somebody says has happened");
                    telling.by = Some(self.subjects[frame].clone());
                    found.push(telling);
                }
                Role::Part(owner, object) => {
                    let Some(telling) = at.get(owner).and_then(|&o| found.get_mut(o)) else {
                        continue;
                    };
                    let end = clause.body.end.max(telling.passage.end);
                    if end - telling.passage.start <= LONGEST {
                        telling.passage.end = end;
                        if object && telling.rest_end <= clause.body.start {
                            telling.rest_end = end;
                            let group = &clause.group;
                            telling.says_done |= !group.state
                                && !group.negated
                                && !group.verb.is(bit::MIND | bit::SPEECH)
                                && matches!(
                                    group.tense,
                                    Tense::Past | Tense::Perfect | Tense::PastPerfect
                                )
                                && self.scene.text.is_in(telling.clause.group.main, PASSING_ON);
                            telling.says_ahead |= clause.ahead()
                                && self.scene.text.is_in(telling.clause.group.main, BINDING);
                        }
                    }
                }
            }
        }
        found
    }

    fn telling(&self, index: usize, whole: Range<usize>, rule: &'static str) -> Telling {
        let clause = self.clauses[index].clone();
        let speech = is_speech(&clause);
        // "found that storms were more frequent": nothing without its object
        let next = self.clauses.get(index + 1).filter(|next| {
            let that = next.body.start.saturating_sub(1);
            clause.body.end <= clause.group.tokens.end + 1
                && self.scene.text.is(that, "that")
                && that <= clause.group.tokens.end + 1
        });
        let passage = whole.start..whole.end.min(whole.start + LONGEST);
        Telling {
            subject: self.subjects[index].clone(),
            rest_end: next.map_or(clause.body.end, |next| next.body.end),
            ranges: ranges(&clause),
            passage,
            by: None,
            speech,
            says_done: false,
            says_ahead: false,
            rule,
            clause,
        }
    }
}

fn is_speech(clause: &Clause) -> bool {
    clause.group.verb.is(bit::SPEECH) && !clause.group.passive && !clause.ahead()
}
