//! Clauses: each finite verb with the words that are its own.
//!
//! A sentence is read once from left to right. Between two finite verbs stands what parts
//! their clauses: a conjunction, a relative pronoun, a comma, a colon, or nothing at all
//! ("said he left"). An outer clause that a relative clause interrupts is taken up again.

use super::group::{Group, Tense, group};
use super::part::{Part, main_behind, noun_before, object_start, part};
use super::scene::Scene;
use super::verbs::bit;
use crate::analyst::effort;
use std::ops::Range;

/// How a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A sentence of its own, or joined to one by "and", a semicolon, a dash.
    Main,
    /// Has the subject of the clause before: "and added".
    Shared,
    /// The object of the verb before: "said (that) …".
    Object,
    /// "who died on Friday".
    Relative,
    /// "when", "after", "because".
    Under,
}

/// A finite verb with its words.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub link: Link,
    /// The clause that it depends on or shares the subject with, as an index in its sentence.
    pub parent: Option<usize>,
    /// Its words around the verb; of an interrupted clause those from the verb on.
    pub body: Range<usize>,
    /// The subject's words where they stand elsewhere: before an interruption, or shared.
    pub head: Option<Range<usize>>,
    pub group: Group,
    /// Holds only if something else does: "if the schedule holds, …".
    pub conditional: bool,
}

/// The clauses of a sentence, in the order of their verbs.
pub(super) fn clauses(scene: &Scene, sentence: &Range<usize>) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        effort::step();
        let Some(group) = group(scene, at, sentence.start, sentence.end, found.is_empty()) else {
            at += 1;
            continue;
        };
        let end = group.tokens.end.max(at + 1);
        // a participle that turns out to belong to a noun: "emails exchanged … have been"
        add(scene, sentence, &mut found, group);
        at = end;
    }
    let mut end = sentence.end;
    // what no later clause took belongs to the last
    for clause in found.iter_mut().rev() {
        if clause.body.end == 0 {
            clause.body.end = end;
        }
        end = sentence.end;
    }
    found
}

fn add(scene: &Scene, sentence: &Range<usize>, found: &mut Vec<Clause>, group: Group) {
    let text = scene.text;
    let verb = group.tokens.start;
    loop {
        let Some(last) = found.last() else {
            return first(scene, sentence, found, group);
        };
        let before = last.group.tokens.end;
        let part = part(scene, before, verb, takes_object(last));
        let maybe = last.group.open;
        let nothing = matches!(part, Part::Nothing);
        let pending = last.link == Link::Relative && outer(found).is_some();
        let (before_comma, deep) = (verb.wrapping_sub(1), relative_above(found));
        // "…, whose maps changed how land is farmed, died": the first subject's own verb
        if let (Part::Comma(at), false, Some(head)) = (&part, pending, deep)
            && *at == before_comma
            && scene.text.tokens[verb].space
        {
            if let Some(last) = found.last_mut() {
                last.body.end = *at;
            }
            open(found, Link::Main, None, verb, Some(head), group);
            return;
        }
        // a participle of a noun, as now another verb follows with no new subject
        if nothing && maybe && !takes_object(last) && !group.open {
            let gone = found.pop();
            if let Some(gone) = gone {
                reopen(found, &gone);
            }
            continue;
        }
        let takes = takes_object(last);
        let parent = found.len() - 1;
        match part {
            Part::Nothing if pending && !takes => return resume(found, group),
            Part::Nothing if !takes => {
                if !group.open {
                    // "the reason he left": a clause without a pronoun
                    let pronoun =
                        verb > before + 1 && text.is_in(verb - 1, " he she it they we i ");
                    let (start, link) =
                        if pronoun { (verb - 1, Link::Relative) } else { (before, Link::Object) };
                    found[parent].body.end = start;
                    open(found, link, Some(parent), start, None, group);
                }
            }
            Part::Nothing => {
                let start = object_start(scene, before, verb);
                found[parent].body.end = start;
                open(found, Link::Object, Some(parent), start, None, group);
            }
            Part::Word(at, link) => {
                let link = if link == Link::Under && text.is(at, "that") && takes {
                    Link::Object
                } else {
                    link
                };
                let head = (link == Link::Relative).then(|| noun_before(scene, at, before));
                found[parent].body.end = at;
                match main_behind(scene, at, verb) {
                    Some(start) => {
                        open(found, Link::Main, None, start, None, group);
                        note_condition(scene, found, at);
                    }
                    None => open(found, link, Some(parent), at + 1, head, group),
                }
            }
            Part::Shared(at) => {
                // under a relative clause: whose verb it is, is the nearest one's
                let subject = found[parent].head.clone();
                let head = subject
                    .or_else(|| Some(found[parent].body.start..found[parent].group.tokens.start));
                found[parent].body.end = at;
                open(found, Link::Shared, Some(parent), at + 1, head, group);
            }
            Part::Main(at) => {
                found[parent].body.end = at;
                open(found, Link::Main, None, at + 1, None, group);
            }
            Part::Comma(at) => {
                if at + 1 == verb && pending {
                    found[parent].body.end = at;
                    return resume(found, group);
                }
                if group.open && !group.verb.is(bit::SPEECH) && at + 1 == verb {
                    return; // ", based in Paris"
                }
                let link = if takes { Link::Object } else { Link::Main };
                found[parent].body.end = at;
                let parent = (link == Link::Object).then_some(parent);
                open(found, link, parent, at + 1, None, group);
            }
        }
        return;
    }
}

/// A clause that was closed by one that is gone goes on.
fn reopen(found: &mut [Clause], gone: &Clause) {
    if let Some(last) = found.last_mut()
        && last.body.end != 0
        && last.body.end <= gone.body.start
    {
        last.body.end = 0;
    }
}

/// The first clause of a sentence.
fn first(scene: &Scene, sentence: &Range<usize>, found: &mut Vec<Clause>, group: Group) {
    let (start, verb) = (sentence.start, group.tokens.start);
    let (mut link, mut body, mut head) = (Link::Main, start, None);
    let mut condition = None;
    if let Part::Word(at, word) = part(scene, start, verb, false) {
        (link, body) = (word, at + 1);
        // "The letter that he sent …"
        let letter = word == Link::Relative || scene.text.is(at, "that");
        if let Some(begin) = main_behind(scene, at, verb) {
            // "If the schedule holds, the bridge will open": "holds" is not known for a verb
            (link, body, condition) = (Link::Main, begin, Some(at));
        } else if at == start {
            link = if word == Link::Relative { Link::Main } else { Link::Under };
        } else if letter {
            (link, head) = (Link::Relative, Some(start..at));
        }
    }
    open(found, link, None, body, head, group);
    if let Some(at) = condition {
        note_condition(scene, found, at);
    }
}

/// Adds a clause whose words begin at `start`.
fn open(
    found: &mut Vec<Clause>,
    link: Link,
    parent: Option<usize>,
    start: usize,
    head: Option<Range<usize>>,
    group: Group,
) {
    found.push(Clause { link, parent, body: start..0, head, group, conditional: false });
}

/// The last clause stands under the condition that the word at `at` begins, if it does.
fn note_condition(scene: &Scene, found: &mut [Clause], at: usize) {
    if let Some(clause) = found.last_mut() {
        clause.conditional = conditional(scene, at);
    }
}

/// Whether the word makes what follows a condition.
pub(super) fn conditional(scene: &Scene, at: usize) -> bool {
    scene.text.is_in(at, " if unless ") && !scene.text.is_in(at.wrapping_sub(1), " even as ")
}

/// Whether the verb can have a clause as its object.
pub(super) fn takes_object(clause: &Clause) -> bool {
    clause.group.verb.is(bit::SPEECH | bit::MIND) && !clause.group.passive
}

/// The subject that still waits for its verb: what stood before the last relative clause.
fn outer(found: &[Clause]) -> Option<Range<usize>> {
    let last = found.last()?;
    match last.parent {
        None => last.head.clone(),
        Some(parent) => {
            // between the parent's verb and the pronoun, or the parent's own subject
            let from = found[parent].group.tokens.end;
            let head = last.head.clone().unwrap_or(from..from);
            Some(if head.is_empty() {
                from..last.body.start.saturating_sub(1).max(from)
            } else {
                head
            })
        }
    }
}

/// The subject of a sentence that begins with "Smith, who …", where further clauses depend on
/// the relative one.
fn relative_above(found: &[Clause]) -> Option<Range<usize>> {
    let mut at = found.len().checked_sub(1)?;
    while let Some(parent) = found[at].parent.filter(|&parent| parent < at) {
        at = parent;
    }
    let first = &found[at];
    let under = found[at + 1..].iter().all(|c| matches!(c.link, Link::Under | Link::Relative));
    let head = first.head.clone().filter(|head| !head.is_empty());
    head.filter(|_| at == 0 && first.link == Link::Relative && under)
}

fn resume(found: &mut Vec<Clause>, group: Group) {
    let head = outer(found);
    let Some(last) = found.last_mut() else { return };
    let verb = group.tokens.start;
    if last.body.end == 0 {
        last.body.end = verb;
    }
    let parent = last.parent;
    let link = if parent.is_some() { Link::Object } else { Link::Main };
    open(found, link, parent, verb, head, group);
}

impl Clause {
    /// All its words from the first to the last, with what interrupts it.
    pub fn whole(&self) -> Range<usize> {
        match (&self.head, self.link) {
            (Some(head), Link::Main | Link::Object | Link::Relative)
                if head.start < self.body.start =>
            {
                head.start..self.body.end
            }
            _ => self.body.clone(),
        }
    }

    /// Whether the clause looks ahead.
    pub fn ahead(&self) -> bool {
        matches!(self.group.tense, Tense::Future | Tense::Possible)
    }
}
