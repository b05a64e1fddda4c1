//! Whom "he" means, and who speaks where the quotation stands before its frame.

use super::headline;
use super::scene::{DATE, NAME, QUOTED, Scene};
use super::subject;
use super::tell::Telling;
use super::verbs::bit;
use super::words::is_preposition;
use crate::analyst::names::Kind;
use crate::analyst::text::{Class, is_in};

/// How many sentences back "he" can reach.
const REACH: usize = 2;

/// The most tokens of "told" and the one who is told.
const LISTENER: usize = 7;

/// Who was the subject lately.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    /// The last person that was a subject, and in which sentence.
    last: Option<(usize, usize)>,
    /// The last organisation or place that was one.
    body: Option<(usize, usize)>,
}

/// The subject of an event, as its headline has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Who {
    pub words: String,
    pub cluster: Option<usize>,
    /// The name alone, where the words are a name with its title.
    pub short: Option<String>,
    /// Nobody knows who is meant.
    pub vague: bool,
    /// The whole headline, where the frame stands behind the quotation.
    pub said: Option<String>,
}

/// One past the verb of speech and the one who is told.
fn told(scene: &Scene, verb: usize) -> usize {
    let text = scene.text;
    if !text.is_in(verb, " told tells tell ") {
        return verb + 1;
    }
    let limit = text.tokens.len().min(verb + LISTENER);
    let ends = |&at: &usize| {
        text.tokens[at].class == Class::Sign && !scene.has(at, NAME)
            || scene.has(at, QUOTED | DATE)
            || is_preposition(text.word(at))
    };
    (verb + 1..limit).find(ends).unwrap_or(verb + 1)
}

impl Speakers {
    /// The subject of a telling in this sentence; nothing if it has none.
    pub fn who(&mut self, scene: &Scene, telling: &Telling, sentence: usize) -> Option<Who> {
        let text = scene.text;
        let subject = &telling.subject;
        let mut who =
            Who { words: subject.words.clone(), cluster: subject.cluster, ..Who::default() };
        who.short = subject.name.clone();
        // a number by itself: "and 5 targeted a base"
        who.vague = subject.number;
        let verb = telling.clause.group.main;
        let first = scene.cues.partition_point(|&(cue, _)| cue < verb);
        let quote = scene.cues.get(first).filter(|&&(cue, _)| cue == verb);
        let quote = quote.and_then(|&(_, index)| scene.named.quotes.get(index));
        if let Some(quote) = quote.filter(|_| telling.speech) {
            let speaker = quote.speaker.as_ref();
            let name = quote.cluster.or(subject.cluster);
            // “…,” said the minister
            let inverted = speaker.is_some_and(|s| s.tokens.start > verb);
            if subject.tokens.is_empty() || subject.pronoun || inverted {
                let spoken = speaker.filter(|s| !s.pronoun);
                let spoken = spoken.map(|s| subject::of(scene, s.tokens.clone()));
                let known = name.and_then(|c| scene.named.clusters.get(c)).map(|c| c.name.clone());
                let words = spoken.as_ref().map(|s| s.words.clone()).or(known);
                who.short = spoken.and_then(|s| s.name);
                who.words = words.unwrap_or_else(|| subject.words.clone());
            }
            who.cluster = name;
            // “…,” she said: what is said stands before
            let begins = telling.clause.body.start + 1;
            let said = (verb + 1..telling.rest_end)
                .any(|i| scene.has(i, QUOTED) || text.is_in(i, " that "));
            let before = quote.parts.first().filter(|part| {
                part.tokens.end <= verb && (inverted || part.tokens.start <= begins && !said)
            });
            if let Some(part) = before {
                let rest = part.tokens.clone();
                let short = who.short.as_deref();
                // "told reporters “…”": what this verb cannot be without
                let said =
                    headline::headline(scene, &who.words, short, verb..told(scene, verb), rest);
                who.said = (!who.words.is_empty()).then_some(said);
            }
            if inverted && who.said.is_none() {
                return None;
            }
        }
        if subject.pronoun && who.cluster.is_none() {
            let at = subject.tokens.start;
            let recent = |last: &(usize, usize)| sentence - last.1 <= REACH;
            // "it was announced" stands for no thing
            let empty = telling.clause.group.passive
                && telling.clause.group.verb.is(bit::SPEECH | bit::MIND);
            let last = match () {
                () if text.is_in(at, " he she who ") => self.last.filter(recent),
                () if text.is(at, "it") && !empty => {
                    self.body.filter(|last| sentence - last.1 <= 1)
                }
                () => None,
            };
            match last.and_then(|(cluster, _)| Some((cluster, scene.named.clusters.get(cluster)?)))
            {
                Some((cluster, known)) => {
                    who.cluster = Some(cluster);
                    who.words = known.name.clone();
                }
                None => return None,
            }
        }
        let open = |mark: char| who.words.contains(mark);
        let halves = open('“') != open('”') || who.words.matches('"').count() % 2 == 1;
        let first_person = [" I ", " we ", " our "].iter().any(|w| who.words.contains(w));
        let first = who.words.split(' ').next().unwrap_or_default();
        let lead = is_in(" with of in at by for from without despite as to into upon via ", first);
        if lead || who.words.is_empty() || halves || first_person || who.words.starts_with("I ") {
            return None;
        }
        let kind = who.cluster.and_then(|c| scene.named.clusters.get(c)).map(|c| c.kind);
        if let Some(cluster) = who.cluster.filter(|_| kind == Some(Kind::Person)) {
            self.last = Some((cluster, sentence));
        }
        let is_body = matches!(kind, Some(Kind::Organization | Kind::Place));
        if !subject.pronoun {
            self.body = who.cluster.filter(|_| is_body).map(|cluster| (cluster, sentence));
        }
        Some(who)
    }
}
