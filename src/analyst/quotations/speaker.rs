//! Who says it: in the words behind the passage, before it, or in the sentence before.

use super::cue::{is_according, is_cue, is_naming, is_pronoun, is_words_of};
use super::marks::Passage;
use crate::analyst::linking::titled;
use crate::analyst::names::words::{self, lists_of};
use crate::analyst::names::{Kind, Name};
use crate::analyst::text::Text;
use std::ops::Range;

/// The most tokens between a passage and the verb behind it.
const BEHIND: usize = 26;
/// The most tokens between a verb and the passage behind it.
const BEFORE: usize = 14;

/// Who speaks, as the text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words for the speaker.
    pub tokens: Range<usize>,
    /// The name among them.
    pub name: Option<usize>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
}

/// A verb and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The verb.
    pub cue: Range<usize>,
    /// Its subject; `None` when it stands without one, as in "and added".
    pub speaker: Option<Speaker>,
    /// Where it was found.
    pub rule: &'static str,
}

/// A text with its names by token.
pub struct View<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// Its names.
    pub names: &'a [Name],
    /// For each token the name that it belongs to, counted from 1.
    of: Vec<u32>,
}

impl<'a> View<'a> {
    /// Looks the names up by token.
    pub fn new(text: &'a Text<'a>, names: &'a [Name]) -> Self {
        let mut of = vec![0; text.tokens.len()];
        for (index, name) in names.iter().enumerate() {
            of[name.tokens.clone()].iter_mut().for_each(|n| *n = index as u32 + 1);
        }
        Self { text, names, of }
    }

    /// The name that the token belongs to.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        (*self.of.get(at)? as usize).checked_sub(1)
    }

    /// The speaker whom this name names, with the titles before it.
    pub fn speaker_name(&self, index: usize) -> Speaker {
        let tokens = titled(self.text, self.names, index);
        Speaker { tokens, name: Some(index), pronoun: false }
    }

    /// The speaker whom a pronoun means.
    pub fn pronoun(&self, at: usize) -> Speaker {
        Speaker { tokens: at..at + 1, name: None, pronoun: true }
    }

    /// The words behind the passage: `," said Smith`, `," the minister told reporters`.
    pub fn behind(&self, passage: &Passage, limit: usize) -> Option<Attribution> {
        let text = self.text;
        let mut at = passage.tokens.end;
        let mut comma =
            matches!(text.word(passage.inner.end.checked_sub(1)?), "," | "?" | "!" | "—" | "…");
        while at < limit && matches!(text.word(at), "," | "—" | "–" | "--") {
            comma = true;
            at += 1;
        }
        let limit = limit.min(at + BEHIND);
        if at >= limit {
            return None;
        }
        if is_according(text, at) {
            let speaker = self.phrase(at + 2, limit)?;
            let cue = at..at + 2;
            return Some(Attribution { cue, speaker: Some(speaker), rule: "according to, behind" });
        }
        if comma && text.is(at, "as") {
            at += 1;
        }
        // adverbs between: `," later said Smith`
        let mut verb = at;
        while verb < limit && text.is_in(verb, " later also then has had have ") {
            verb += 1;
        }
        if is_cue(text, verb) {
            let speaker = self.phrase(verb + 1, limit);
            return speaker.map(|speaker| Attribution {
                cue: verb..verb + 1,
                speaker: Some(speaker),
                rule: "verb and speaker behind",
            });
        }
        if !comma {
            return None;
        }
        let starts = is_pronoun(text, at)
            || self.name_at(at).is_some()
            || text.tokens[at].is_capital()
            || text.is_in(at, " the a an one another his her their its ")
            || lists_of(text.tokens[at].hash) & (words::ROLE | words::TITLE | words::GROUP) != 0
            || text.tokens.get(at + 1).is_some_and(|t| lists_of(t.hash) & words::ROLE != 0);
        if !starts || text.is_in(at, " and but or so while ") {
            return None;
        }
        let verb = (at..limit)
            .find(|&i| is_cue(text, i) || matches!(text.word(i), "." | ";" | "\"" | "“"))?;
        if !is_cue(text, verb) {
            return None;
        }
        // "Reuters quoted Smith as saying"
        let quoted = text.is_in(verb, " quoted quotes cited ");
        let speaker = if quoted { self.phrase(verb + 1, limit) } else { self.phrase(at, verb) }?;
        let rule = "speaker and verb behind";
        Some(Attribution { cue: verb..verb + 1, speaker: Some(speaker), rule })
    }

    /// A dash and a name behind the passage.
    pub fn signed(&self, passage: &Passage, limit: usize) -> Option<Attribution> {
        let dash = passage.tokens.end;
        if dash + 1 >= limit || !matches!(self.text.word(dash), "-" | "—" | "–" | "--") {
            return None;
        }
        let name = self.name_at(dash + 1).filter(|&n| self.names[n].kind == Kind::Person)?;
        let speaker = Some(self.speaker_name(name));
        Some(Attribution { cue: dash..dash + 1, speaker, rule: "signed" })
    }

    /// The words for a speaker that begin at `start`: a pronoun, a name with its titles, or a
    /// noun with its article.
    pub fn phrase(&self, start: usize, limit: usize) -> Option<Speaker> {
        let text = self.text;
        if start >= limit {
            return None;
        }
        if is_pronoun(text, start) {
            return Some(self.pronoun(start));
        }
        let stop =
            |&i: &usize| matches!(text.word(i), "," | "." | ";" | ":" | "“" | "\"" | "(" | "—");
        let end = (start..limit).find(stop).unwrap_or(limit);
        // the first person, unless words such as "of" and "for" stand before
        let mut person = None;
        let mut other = None;
        let mut hangs = false;
        for at in start..end {
            let Some(index) = self.name_at(at) else {
                hangs |= text.is_in(
                    at,
                    " of for from in at on to with by about after that when while as and ",
                );
                continue;
            };
            let first = self.names[index].tokens.start;
            match self.names[index].kind {
                // "the chairman of Chrysler Jim Press": the company's name ends right before
                Kind::Person if !hangs || (first > start && self.leads(first - 1)) => {
                    person = Some(index);
                    break;
                }
                Kind::Person => break,
                Kind::Demonym => {}
                _ if !hangs => other = other.or(Some(index)),
                _ => {}
            }
        }
        // "the company's chief executive, Alan Mulally"
        if person.is_none() && !is_pronoun(text, start) && text.word(end) == "," && end + 1 < limit
        {
            let next = self.name_at(end + 1).filter(|&n| self.names[n].kind == Kind::Person);
            person = next.filter(|_| text.tokens[end - 1].is_word() && other.is_none());
        }
        if let Some(index) = person {
            let name = &self.names[index].tokens;
            let first = if name.start - start <= 10 { start } else { name.start };
            return Some(Speaker { tokens: first..name.end, name: Some(index), pronoun: false });
        }
        // a noun: up to what hardly belongs to it
        let mut last = start;
        while last < end
            && last < start + 12
            && !text.is_in(last, " in on at to that when while after before during as by and have has had is was were \
                  are will would do does did not ")
        {
            last += 1;
        }
        let last = last.max(start + 1).min(limit);
        let noun = text.tokens[start..last].iter().any(|t| t.is_word());
        // "X's spokesman": the name is not the speaker
        let name = other.filter(|&index| self.names[index].tokens.end == last);
        noun.then_some(Speaker { tokens: start..last, name, pronoun: false })
    }

    /// Whether a person's name right behind this token belongs to what stands before.
    fn leads(&self, at: usize) -> bool {
        let role = lists_of(self.text.tokens[at].hash) & (words::ROLE | words::TITLE) != 0;
        role || self.name_at(at).is_some_and(|n| self.names[n].kind != Kind::Person)
    }

    /// The words before the passage, from `start` on: `Smith said: "…"`, `he called it "…"`.
    pub fn before(&self, passage: &Passage, start: usize) -> Option<Attribution> {
        let text = self.text;
        let open = passage.tokens.start;
        let first = start.max(open.saturating_sub(BEFORE));
        let said =
            |&at: &usize| is_cue(text, at) || is_according(text, at) || is_words_of(text, at);
        let verb = (first..open).rev().find(said)?;
        // a word or two are somebody's only near the verb
        if passage.inner.len() <= 2 && open - verb > 9 {
            return None;
        }
        if is_according(text, verb) || is_words_of(text, verb) {
            let speaker = self.phrase(verb + 2, open);
            return Some(Attribution {
                cue: verb..verb + 2,
                speaker,
                rule: "according to, before",
            });
        }
        // "a print called “Cowboys”"
        if is_naming(text, verb) && verb + 1 == open {
            return None;
        }
        let speaker = self.subject(verb, start.max(verb.saturating_sub(60)));
        Some(Attribution { cue: verb..verb + 1, speaker, rule: "speaker and verb before" })
    }
}
