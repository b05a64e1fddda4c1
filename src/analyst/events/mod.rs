//! Events: what happened, is planned, may happen or is denied, and when.
//!
//! [`scene`] knows what each token is part of, [`group`] finds finite verbs, [`clause`] gives
//! each its words, [`tell`] picks those that tell an event, [`nominal`] adds nouns with dates,
//! [`when`] dates them, [`headline`] cuts their headlines, [`same`] joins what is told twice.

mod alone;
mod auxiliary;
mod basis;
mod clause;
mod event;
mod group;
mod headline;
mod nominal;
mod part;
mod passage;
mod phrase;
mod same;
mod scene;
mod scheduled;
mod speaker;
mod subject;
mod tell;
mod verb_lists;
mod verbs;
mod when;
mod words;

pub use basis::Basis;
pub use event::{Event, Source};
pub use headline::LONGEST;

use super::Named;
use super::dates::Reading;
use super::text::{Case, Class, Text};
use crate::analyst::effort;
use crate::article::Certainty;
use crate::article::order::sort_by;
use passage::trimmed;
use same::Draft;
use scene::Scene;
use speaker::Speakers;
use std::ops::Range;
use tell::Telling;
use when::{Context, When};

/// A date this many days before the reading date is background.
const HISTORY: i64 = 365;

/// The events of a text, in text order.
pub fn read(text: &Text, reading: &Reading, named: &Named) -> Vec<Event> {
    let scene = Scene::new(text, reading, named);
    let mut reader = Reader {
        context: Context::new(&scene),
        speakers: Speakers::default(),
        drafts: Vec::new(),
        scene: &scene,
    };
    let mut block = usize::MAX;
    for (number, sentence) in scene.sentences().into_iter().enumerate() {
        effort::step();
        let here = text.block_of(text.sentence_of(sentence.start));
        if here != block {
            block = here;
            reader.context.last = None;
        }
        reader.sentence(&sentence, number, block);
    }
    same::join(reader.drafts)
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    context: Context,
    speakers: Speakers,
    drafts: Vec<Draft>,
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Range<usize>, number: usize, block: usize) {
        let (scene, from) = (self.scene, self.drafts.len());
        let mut taken = Vec::new();
        let clauses = clause::clauses(scene, sentence);
        let front = when::front(scene, sentence);
        for telling in tell::tellings(scene, &clauses) {
            let when = when::when(scene, &telling.clause, &telling.ranges, self.context);
            let when = when.or_front(&telling.clause, front, self.context.today);
            if let Some(draft) = self.draft(telling, &when, number, block, &mut taken) {
                self.drafts.push(draft);
                self.context.last = when.stretch.or(self.context.last);
            }
        }
        sort_by(&mut taken, |date| date.start as i64);
        for nominal in nominal::nominals(scene, sentence, &taken, &clauses) {
            if let Some(draft) = self.named_by_noun(nominal, block) {
                self.drafts.push(draft);
            }
        }
        let mut here = self.drafts.split_off(from);
        sort_by(&mut here, |draft| draft.at as i64);
        self.drafts.append(&mut here);
    }

    fn draft(
        &mut self,
        telling: Telling,
        when: &When,
        number: usize,
        block: usize,
        taken: &mut Vec<Range<usize>>,
    ) -> Option<Draft> {
        let scene = self.scene;
        let who = self.speakers.who(scene, &telling, number)?;
        let passage = trimmed(scene, telling.passage.clone());
        let clusters = self.clusters(&passage, who.cluster);
        let dated = when.stretch.is_some() || matches!(when.basis, Basis::After | Basis::Before);
        let vague = who.vague && !dated;
        // "4,000 troops may be sent": what is counted is something, even without a name
        let subject = telling.subject.tokens.clone();
        let counted = subject.clone().take(3).any(|i| {
            let (token, next) = (&scene.text.tokens[i], scene.text.tokens.get(i + 1));
            let noun = i + 1 < subject.end && next.is_some_and(|t| t.case == Case::Lower);
            token.class == Class::Number && noun && !scene.has(i, scene::DATE | scene::NAME)
        });
        // "will vote next Tuesday", where nobody knows which
        let to_come = telling.clause.group.tense == group::Tense::Future
            && telling.ranges.iter().any(|r| scene.first_date(r.start, r.end).is_some());
        let nameless = clusters.is_empty() && !dated && !counted && !to_come;
        let said = (telling.clause.group.tokens.end..telling.rest_end)
            .any(|i| scene.text.tokens[i].is_word() && !scene.has(i, scene::DATE));
        let mute = telling.speech && !said && who.said.is_none();
        let nobody = mute || telling.speech && who.cluster.is_none() && !dated;
        if vague || nameless || nobody || passage.is_empty() {
            return None;
        }
        taken.extend(nominal::taken(scene, &telling.ranges));
        let group = &telling.clause.group;
        let rest = group.tokens.end..telling.rest_end.max(group.tokens.end);
        let headline = match who.said {
            Some(words) => words,
            None => headline::headline(
                scene,
                &who.words,
                who.short.as_deref(),
                group.tokens.clone(),
                rest,
            ),
        };
        let source = |cluster, words: &str| Some(Source { cluster, words: words.to_owned() });
        let by = match &telling.by {
            // "he added" names nobody
            Some(frame) if frame.pronoun => None,
            Some(frame) => source(frame.cluster, &frame.words),
            None if telling.speech => source(who.cluster, &who.words),
            None => self.according(&passage),
        };
        let claimed =
            (by.is_some() || telling.by.is_some()) && (!telling.speech || telling.says_done);
        let event = Event {
            passages: vec![scene.text.span(passage.clone())],
            predicate: scene.text.span(group.main..group.main + 1),
            headline,
            when: when.edtf(),
            within: when.interval(),
            basis: when.basis,
            clusters,
            by,
            certainty: self.certainty(&telling, when, claimed),
            rule: telling.rule,
            again: false,
        };
        let (speech, base) = (telling.speech, group.verb.base);
        let (at, days) = (passage.start, days(when));
        Some(Draft { event, base, subject: who.cluster, speech, block, days, at })
    }

    fn named_by_noun(&self, nominal: nominal::Nominal, block: usize) -> Option<Draft> {
        let scene = self.scene;
        let clusters = self.clusters(&nominal.passage, None);
        let today = self.context.today;
        let planned = nominal.stretch.is_none();
        let when = match nominal.stretch {
            Some(_) => When { stretch: nominal.stretch, within: None, basis: Basis::Noun },
            None => When {
                stretch: None,
                within: today.map(|day| (Some(day), None)),
                basis: if today.is_some() { Basis::Ahead } else { Basis::Unknown },
            },
        };
        let certainty = match () {
            () if planned => Certainty::Planned,
            () if self.is_history(&when) => Certainty::Historical,
            () if self.to_come(&when) => Certainty::Planned,
            () => Certainty::Reported,
        };
        let event = Event {
            passages: vec![scene.text.span(nominal.passage.clone())],
            predicate: scene.text.span(nominal.noun..nominal.noun + 1),
            headline: nominal.headline,
            when: when.edtf(),
            within: when.interval(),
            basis: when.basis,
            clusters,
            by: None,
            certainty,
            rule: nominal.rule,
            again: false,
        };
        let (at, days) = (nominal.passage.start, days(&when));
        let base = verbs::stem(scene.text.word(nominal.noun));
        (!event.headline.is_empty()).then_some(Draft {
            event,
            base,
            subject: None,
            speech: false,
            block,
            days,
            at,
        })
    }

    /// Those named in the passage; the subject too where a pronoun stands for it.
    fn clusters(&self, passage: &Range<usize>, subject: Option<usize>) -> Vec<usize> {
        let mut clusters = self.scene.clusters_in(passage);
        if let Some(subject) = subject.filter(|s| !clusters.contains(s)) {
            clusters.insert(0, subject);
        }
        clusters
    }

    /// "according to police" in the passage.
    fn according(&self, passage: &Range<usize>) -> Option<Source> {
        let (scene, text) = (self.scene, self.scene.text);
        let at = passage.clone().find(|&i| text.is(i, "according") && text.is(i + 1, "to"))?;
        let end = (at + 2..passage.end.min(at + 14))
            .find(|&i| matches!(text.word(i), "," | "." | ";"))
            .unwrap_or(passage.end.min(at + 14));
        let whose = subject::of(scene, at + 2..end);
        (!whose.words.is_empty()).then_some(Source { cluster: whose.cluster, words: whose.words })
    }

    fn certainty(&self, telling: &Telling, when: &When, claimed: bool) -> Certainty {
        let group = &telling.clause.group;
        match group.tense {
            _ if group.verb.is(verbs::bit::DENY) => Certainty::Denied,
            group::Tense::Future if self.is_conditional(telling) => Certainty::Possible,
            group::Tense::Possible => Certainty::Possible,
            group::Tense::Future => Certainty::Planned,
            _ if telling.says_ahead => Certainty::Planned,
            _ if group.plans && !self.is_history(when) => Certainty::Planned,
            _ if self.is_history(when) => Certainty::Historical,
            _ if self.to_come(when) => Certainty::Planned,
            _ if claimed => Certainty::Claimed,
            _ => Certainty::Reported,
        }
    }

    /// "If the schedule holds, …", "… if the schedule holds".
    fn is_conditional(&self, telling: &Telling) -> bool {
        let (clause, scene) = (&telling.clause, self.scene);
        let sentence = scene.text.sentence_of(clause.group.main);
        let end = (clause.body.end + 1).min(scene.text.sentences[sentence].end);
        // "… and if it holds, …" is the next clause's
        let own = |i: usize| {
            clause::conditional(scene, i)
                && !(1..3).any(|back| scene.text.is_in(i.wrapping_sub(back), " and or but "))
                && !scene.has(i, scene::QUOTED | scene::NAME)
        };
        clause.conditional || (clause.group.tokens.end..end).any(own)
    }

    fn is_history(&self, when: &When) -> bool {
        let last = when.stretch.map(|s| s.last_day());
        last.zip(self.context.today).is_some_and(|(last, today)| last < today - HISTORY)
    }

    fn to_come(&self, when: &When) -> bool {
        let first = when.stretch.map(|s| s.first_day());
        first.zip(self.context.today).is_some_and(|(first, today)| first > today)
    }
}

/// The first and last day that an event can be.
fn days(when: &When) -> Range<i64> {
    match (when.stretch, when.within) {
        (Some(stretch), _) => stretch.first_day()..stretch.last_day(),
        (None, Some((first, last))) => first.unwrap_or(i64::MIN)..last.unwrap_or(i64::MAX),
        (None, None) => i64::MIN..i64::MAX,
    }
}
