//! From "he" and "the minister" to a name.

use super::speaker::{Speaker, View};
use crate::analyst::linking::{Cluster, titled};
use crate::analyst::names::Kind;
use crate::analyst::names::gazetteer::{FEMALE, FIRST_NAMES, Hits};
use std::ops::Range;

/// How far back a pronoun can reach, in names of people.
const REACH: usize = 12;

/// How many sentences that begin with "she" are followed back to a name.
const CHAIN: usize = 4;

/// Whom pronouns can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "she", "Ms."
    Female,
    /// "he", "Mr."
    Male,
    /// Not known.
    Open,
}

/// Looks up whom a speaker means.
pub struct Resolver<'a> {
    view: &'a View<'a>,
    clusters: &'a [Cluster],
    cluster_of: Vec<usize>,
    genders: Vec<Gender>,
    /// Names of people outside quotation marks, in text order.
    people: Vec<usize>,
    /// Which tokens stand in quotation marks.
    quoted: &'a [bool],
}

impl<'a> Resolver<'a> {
    /// Prepares for a text; `quoted` says which tokens stand in quotation marks.
    pub fn new(view: &'a View, clusters: &'a [Cluster], hits: &[Hits], quoted: &'a [bool]) -> Self {
        let cluster_of = crate::analyst::linking::cluster_of(clusters, view.names.len());
        let genders = clusters.iter().map(|cluster| gender(view, cluster, hits)).collect();
        let person = |&index: &usize| {
            let name = &view.names[index];
            name.kind == Kind::Person && !quoted[name.tokens.start]
        };
        let people = (0..view.names.len()).filter(person).collect();
        Self { view, clusters, cluster_of, genders, people, quoted }
    }

    /// The cluster of the speaker; `last` is who spoke before, and in which sentence.
    pub fn cluster(&self, speaker: &Speaker, last: Option<(usize, usize)>) -> Option<usize> {
        if let Some(name) = speaker.name {
            return self.cluster_of.get(name).copied();
        }
        if speaker.pronoun {
            return self.pronoun(speaker.tokens.start, last);
        }
        self.noun(speaker.tokens.clone())
    }

    fn pronoun(&self, at: usize, last: Option<(usize, usize)>) -> Option<usize> {
        let text = self.view.text;
        let wanted = match () {
            () if text.is(at, "she") => Gender::Female,
            () if text.is(at, "he") => Gender::Male,
            () if text.is_in(at, " i we it they ") => return None,
            () => Gender::Open,
        };
        let (mut at, mut last) = (at, last);
        for chain in (0..=CHAIN).rev() {
            let sentence = text.sentence_of(at);
            let before = self.people.partition_point(|&n| self.view.names[n].tokens.start < at);
            let near = &self.people[before.saturating_sub(REACH)..before];
            // in the same sentence the nearest; else whom the sentence before is about
            let (mut same, mut previous) = (None, None);
            for &name in near {
                let place = self.place(name);
                if !self.fits(self.cluster_of[name], wanted) {
                    continue;
                } else if place == sentence {
                    same = Some(name);
                } else if place + 1 == sentence && previous.is_none() {
                    previous = Some(name);
                }
            }
            let topic = match (same, previous) {
                (None, Some(name)) if chain > 0 => self.topic(name, wanted),
                _ => None,
            };
            if let Some(topic) = topic {
                // somebody else is spoken of there: who "she" is before that name
                (at, last) = (topic, None);
                continue;
            }
            if let Some(name) = same.or(previous) {
                return Some(self.cluster_of[name]);
            }
            // who spoke last
            if let Some((cluster, spoken)) = last
                && spoken + 6 >= sentence
                && self.fits(cluster, wanted)
            {
                return Some(cluster);
            }
            return self.earlier(near, wanted);
        }
        None
    }

    /// Whom an earlier sentence is about; "her daughter" in it is not who "her" is.
    fn earlier(&self, near: &[usize], wanted: Gender) -> Option<usize> {
        let mut first: Option<usize> = None;
        for &name in near.iter().rev() {
            if !self.fits(self.cluster_of[name], wanted) {
                continue;
            }
            if let Some(kept) = first
                && self.place(kept) != self.place(name)
                && self.topic(kept, wanted).is_none()
            {
                break;
            }
            first = Some(name);
        }
        let first = first.filter(|&name| self.topic(name, wanted).is_none())?;
        // so far away only who is known to be a "she"
        let cluster = self.cluster_of[first];
        (self.genders[cluster] == wanted).then_some(cluster)
    }

    /// The sentence in which the name stands.
    fn place(&self, name: usize) -> usize {
        self.view.text.sentence_of(self.view.names[name].tokens.start)
    }

    /// Whether the cluster is a person of this gender, as far as it is known.
    fn fits(&self, cluster: usize, wanted: Gender) -> bool {
        let known = self.genders[cluster];
        self.clusters[cluster].kind == Kind::Person
            && (known == Gender::Open || wanted == Gender::Open || known == wanted)
    }

    /// A pronoun of this gender before the name in its sentence: somebody else is spoken of.
    fn topic(&self, name: usize, wanted: Gender) -> Option<usize> {
        let text = self.view.text;
        let list = match wanted {
            Gender::Female => " she her ",
            Gender::Male => " he his him ",
            Gender::Open => return None,
        };
        let first = self.view.names[name].tokens.start;
        let sentence = text.sentences[text.sentence_of(first)].start..first;
        // "Asked whether she was pleased, Keating smiled"
        let ahead = text.is_in(
            sentence.start,
            " asked when after as while although though before since if in with despite by for ",
        );
        if ahead && text.word(first.wrapping_sub(1)) == "," {
            return None;
        }
        sentence.into_iter().find(|&at| text.is_in(at, list) && !self.quoted[at])
    }

    /// "the minister": somebody who was introduced so.
    fn noun(&self, tokens: Range<usize>) -> Option<usize> {
        let text = self.view.text;
        if !text.is_in(tokens.start, " the his her ") || tokens.len() > 4 {
            return None;
        }
        let head = text.word(tokens.end - 1);
        let before =
            self.people.partition_point(|&n| self.view.names[n].tokens.start < tokens.start);
        let named = self.people[..before].iter().rev().take(40).find(|&&name| {
            let title = titled(text, self.view.names, name).start;
            let start = self.view.names[name].tokens.start;
            let cluster = &self.clusters[self.cluster_of[name]];
            (title..start).any(|at| text.is(at, head))
                || cluster.descriptions.iter().any(|description| {
                    description.tokens.end <= tokens.start
                        && description.tokens.clone().any(|at| text.is(at, head))
                })
        });
        named.map(|&name| self.cluster_of[name])
    }
}

/// What titles and given names tell about a person.
fn gender(view: &View, cluster: &Cluster, hits: &[Hits]) -> Gender {
    if cluster.kind != Kind::Person {
        return Gender::Open;
    }
    let longest = cluster.mentions.iter().map(|m| view.names[m.0].tokens.len()).max();
    for &(mention, _) in cluster.mentions.iter().take(8) {
        let tokens = view.names[mention].tokens.clone();
        let before = tokens.start.wrapping_sub(1);
        if view.text.is_in(before, " mr mr. sir lord king prince father ") {
            return Gender::Male;
        }
        if view.text.is_in(before, " mrs mrs. ms ms. miss lady queen princess ") {
            return Gender::Female;
        }
        let first = hits[tokens.start];
        if (tokens.len() > 1 || longest == Some(1)) && first.alone(FIRST_NAMES) {
            return if first.alone(FEMALE) { Gender::Female } else { Gender::Male };
        }
    }
    Gender::Open
}
