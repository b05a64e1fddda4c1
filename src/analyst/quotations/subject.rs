//! The subject of a verb, searched backwards.

use super::cue::{is_cue, is_pronoun};
use super::speaker::{Speaker, View};
use crate::analyst::linking::titled;
use crate::analyst::names::Kind;
use crate::analyst::names::words::{self, lists_of};
use crate::analyst::text::Class;
use std::ops::Range;

impl View<'_> {
    /// The subject of the verb, searched backwards.
    pub fn subject(&self, verb: usize, start: usize) -> Option<Speaker> {
        let text = self.text;
        // "…, writing in a blog post": whose it is stands further before
        if text.word(verb).ends_with("ing")
            && !text.is_in(verb.wrapping_sub(1), " is was are were been ")
        {
            let begin = || self.phrase(start, verb);
            return self.person_before(verb, start).or_else(begin);
        }
        let mut at = verb;
        // "has repeatedly said", "Esper, said"
        while at > start
            && (text.is_in(
                at - 1,
                " has had have also later then once now is was be been to \
                would will could not never recently today yesterday ",
            ) || text.word(at - 1).ends_with("ly")
                || text.word(at - 1) == ",")
        {
            at -= 1;
        }
        // "Smith, the leader of the council, said"
        if at > start
            && text.word(at) == ","
            && let Some(head) = self.head_of_apposition(start, at)
        {
            return Some(head);
        }
        if at > start {
            let last = at - 1;
            if is_pronoun(text, last) {
                if text.is(last, "who") {
                    return self.person_before(last, start);
                }
                return Some(self.pronoun(last));
            }
            if let Some(index) = self.name_at(last) {
                // "Smith, director of exhibits in Fayetteville, said"
                let person = self.names[index].kind == Kind::Person;
                if !person
                    && text.word(verb - 1) == ","
                    && let Some(person) = self.person_before(verb, start)
                {
                    return Some(person);
                }
                if self.names[index].kind != Kind::Demonym && !self.is_object(index, start) {
                    return Some(self.speaker_name(index));
                }
            } else if let Some(noun) = self.noun_before(last, start) {
                return Some(noun);
            }
        }
        self.person_before(verb, start).or_else(|| self.body_before(verb, start))
    }

    /// Whether a preposition or a verb's object place makes the name no subject.
    pub(super) fn is_object(&self, index: usize, start: usize) -> bool {
        let first = titled(self.text, self.names, index).start;
        let mut at = first;
        // over what stands before a title: "with US Ambassador"
        while at > start
            && (self.name_at(at - 1).is_some_and(|n| self.names[n].kind != Kind::Person)
                || self.text.is_in(at - 1, " the a an former then "))
        {
            at -= 1;
        }
        at > start
            && self.text.is_in(
                at - 1,
                " of for with to by from about against on in at near between than like as into over \
                 under told asked met urged ",
            )
    }

    /// "the minister" right before the verb, at the beginning of its clause.
    fn noun_before(&self, last: usize, start: usize) -> Option<Speaker> {
        let text = self.text;
        if !text.tokens[last].is_word() {
            return None;
        }
        for at in (start.max(last.saturating_sub(5))..=last).rev() {
            if self.name_at(at).is_some_and(|n| self.names[n].kind == Kind::Person) {
                return None;
            }
            if text.tokens[at].class == Class::Sign {
                return None;
            }
            if text.is_in(at, " the a an one another his her their its ") {
                // "Jiyad, director of Bayan Center, an Iraqi think tank said"
                if at > start
                    && text.word(at - 1) == ","
                    && let Some(person) = self.apposed(start, at - 1)
                {
                    return Some(person);
                }
                return (at < last).then(|| Speaker {
                    tokens: at..last + 1,
                    name: None,
                    pronoun: false,
                });
            }
            let role = lists_of(text.tokens[at].hash) & (words::ROLE | words::GROUP) != 0;
            let edge = at == start || text.tokens[at - 1].class == Class::Sign;
            if edge && (role || at == last) {
                let bare = text.is_in(
                    last,
                    " police officials authorities critics experts \
                    witnesses analysts investigators prosecutors scientists researchers \
                    residents protesters supporters opponents lawmakers organizers organisers \
                    doctors lawyers observers sources media reports ",
                );
                return (role || bare).then(|| Speaker {
                    tokens: at..last + 1,
                    name: None,
                    pronoun: false,
                });
            }
        }
        None
    }

    /// The person before the comma with which an apposition begins.
    fn apposed(&self, start: usize, end: usize) -> Option<Speaker> {
        let mut at = end;
        while at > start {
            at -= 1;
            if is_cue(self.text, at) {
                return None;
            }
            let Some(index) = self.name_at(at) else { continue };
            let name = &self.names[index];
            if name.kind == Kind::Person && self.text.word(name.tokens.end) == "," {
                return Some(self.speaker_name(index));
            }
        }
        None
    }

    /// The nearest person or pronoun before that can be a subject; else the nearest person.
    fn person_before(&self, at: usize, start: usize) -> Option<Speaker> {
        let mut fallback = None;
        let mut place = at;
        while place > start {
            place -= 1;
            if self.text.is_in(place, " he she ") {
                return Some(self.pronoun(place));
            }
            let Some(index) = self.name_at(place) else { continue };
            let name = &self.names[index];
            if name.kind == Kind::Person {
                if !self.is_object(index, start) {
                    return Some(self.speaker_name(index));
                }
                fallback = fallback.or(Some(index));
            }
            place = name.tokens.start.max(start);
        }
        fallback.map(|index| self.speaker_name(index))
    }

    /// The nearest organisation or place before, or a noun.
    fn body_before(&self, at: usize, start: usize) -> Option<Speaker> {
        let mut place = at;
        while place > start {
            place -= 1;
            let Some(index) = self.name_at(place) else { continue };
            let kind = self.names[index].kind;
            if matches!(kind, Kind::Organization | Kind::Place) && !self.is_object(index, start) {
                return Some(self.speaker_name(index));
            }
        }
        None
    }

    /// The person whom a sentence is about: the first one that is no object.
    pub fn about(&self, sentence: Range<usize>) -> Option<Speaker> {
        let mut fallback = None;
        for at in sentence.clone() {
            let Some(index) = self.name_at(at) else {
                if at < sentence.start + 2 && self.text.is_in(at, " he she ") {
                    return Some(self.pronoun(at));
                }
                continue;
            };
            if self.names[index].kind == Kind::Person && self.names[index].tokens.start == at {
                if !self.is_object(index, sentence.start) {
                    return Some(self.speaker_name(index));
                }
                fallback = fallback.or(Some(index));
            }
        }
        fallback.map(|index| self.speaker_name(index))
    }
}
