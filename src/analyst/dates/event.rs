//! When a given event happened: the date that the words around it give it, if any.
//!
//! A date in the same clause comes first: nearest in words, a clause away counting more, and
//! no date ahead for what has happened. Without one, speech and the lead of an article are of
//! the day that the lead names; what is only possible, planned or told as background (a
//! modal verb, an infinitive, a perfect) is left without a date. Measured in
//! `docs/analyst-dates.md`.

use super::Reading;
use super::lexicon::class;
use super::rules::{Grammar, grammar};
use super::stretch::Stretch;
use super::tense::ends_sentence;
use super::token::{Kind, Token, tokens};
use crate::article::Span;
use crate::time::days_from_civil;

/// Words from an event that a date still belongs to it; of speech: "said Tuesday".
const REACH: usize = 15;
const SPEECH_REACH: usize = 7;

/// A mark or word between clauses is as far as this many words.
const CLAUSE: usize = 3;

/// What a date against the tense costs.
const AGAINST_TENSE: usize = 8;

/// Sentences that are the lead, the headline among them; and how many words they may have.
const LEAD: u32 = 2;
const LEAD_WORDS: usize = 90;

/// Why an event has its date, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventBasis {
    /// A date stands near it in its sentence.
    NearDate,
    /// Somebody said it: the day of the article.
    Speech,
    /// It is in the lead, or told in the simple past: the day of the article.
    Lead,
    /// It may happen, is planned, or lies before without a date.
    Undated,
}

/// The date of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDate {
    /// The stretch of the calendar, if one can be given.
    pub stretch: Option<Stretch>,
    /// Why.
    pub basis: EventBasis,
}

impl EventDate {
    /// In ISO 8601: a day, month or year; empty without a date.
    pub fn iso(&self) -> String {
        match self.stretch {
            None => String::new(),
            Some(stretch @ (Stretch::Day(_) | Stretch::Month(..) | Stretch::Year(_))) => {
                stretch.edtf()
            }
            Some(other) => Stretch::Year(other.year()).edtf(),
        }
    }
}

/// Dates events of one text; made once, asked for each event.
pub struct EventDates {
    grammar: &'static Grammar,
    tokens: Vec<Token>,
    /// The sentence of each token.
    sentences: Vec<u32>,
    dated: Vec<Dated>,
    reading: Option<i64>,
    lead_day: Option<i64>,
}

struct Dated {
    stretch: Stretch,
    first: usize,
    end: usize,
}

/// The date of the event that is told in these words of the text.
pub fn of_event(text: &str, reading: &Reading, event: Span) -> EventDate {
    EventDates::new(text, reading).of(event)
}

impl EventDates {
    /// Prepares a text that was read.
    pub fn new(text: &str, reading: &Reading) -> Self {
        let grammar = grammar();
        let tokens = tokens(text, &grammar.lexicon);
        let mut sentence = 0;
        let sentences = (0..tokens.len()).map(|at| {
            let here = sentence;
            sentence += u32::from(ends_sentence(&tokens, at));
            here
        });
        let sentences: Vec<u32> = sentences.collect();
        let at = |offset: u32| tokens.partition_point(|token| token.end <= offset);
        let placed = reading.timexes.iter().filter_map(|timex| {
            let stretch = timex.stretch?;
            let (first, end) = (at(timex.span.start), at(timex.span.end.saturating_sub(1)) + 1);
            Some(Dated { stretch, first, end })
        });
        let dated: Vec<Dated> = placed.collect();
        let today = reading.day.map(|c| days_from_civil(c.year, c.month, c.day));
        let in_lead = |d: &&Dated| {
            d.first < LEAD_WORDS && sentences.get(d.first).is_some_and(|s| *s <= LEAD + 1)
        };
        let days = dated.iter().filter(in_lead).filter_map(|d| match d.stretch {
            Stretch::Day(day) => Some(day),
            _ => None,
        });
        let lead_day = days.into_iter().next().or(today);
        Self { grammar, tokens, sentences, dated, reading: today, lead_day }
    }

    /// The date of an event.
    pub fn of(&self, event: Span) -> EventDate {
        let first = self.tokens.partition_point(|token| token.end <= event.start);
        let end = self.tokens.partition_point(|token| token.start < event.end).max(first + 1);
        let undated = EventDate { stretch: None, basis: EventBasis::Undated };
        let Some(token) = self.tokens.get(first) else { return undated };
        let words = &self.grammar.words;
        let sentence = self.sentences[first];
        let start = first.saturating_sub(3);
        let before: Vec<&Token> =
            self.tokens[start..first].iter().rev().take_while(|t| t.kind == Kind::Word).collect();
        let has = |ids: [u16; 2]| before.iter().any(|t| ids.contains(&t.word.id));
        let modal = before.iter().any(|t| t.is(class::FUTURE));
        let infinitive = before.first().is_some_and(|t| t.word.id == words.to);
        let past_perfect = has([words.had, words.had]);
        let perfect = has([words.has, words.have]);
        let speech = token.is(class::SPEECH);
        let happened = perfect || past_perfect || token.ed || speech || token.is(class::PAST);
        let nearest = self.near(first, end, happened, modal, infinitive);
        let reach = if speech { SPEECH_REACH } else { REACH };
        if let Some((_, stretch)) = nearest.filter(|(cost, _)| *cost <= reach) {
            return EventDate { stretch: Some(stretch), basis: EventBasis::NearDate };
        }
        let on_lead_day = |basis| EventDate { stretch: self.lead_day.map(Stretch::Day), basis };
        if speech {
            return on_lead_day(EventBasis::Speech);
        }
        if modal || past_perfect {
            return undated;
        }
        if sentence <= LEAD {
            return on_lead_day(EventBasis::Lead);
        }
        if infinitive || perfect {
            return undated;
        }
        let determined = before
            .first()
            .is_some_and(|t| t.is(class::ARTICLE) || self.determiners().contains(&t.word.id));
        let told = determined || token.ed || token.ing || token.is(class::PAST);
        if told || nearest.is_some() { on_lead_day(EventBasis::Lead) } else { undated }
    }

    fn determiners(&self) -> [u16; 4] {
        let words = &self.grammar.words;
        [words.the, words.that, words.s, words.of]
    }

    /// Whether a date says when somebody spoke: "said on Tuesday".
    fn is_of_speech(&self, date: &Dated, event: usize) -> bool {
        let before = |back: usize| date.first.checked_sub(back).map(|at| (at, &self.tokens[at]));
        let led = before(1).is_some_and(|(_, t)| t.word.id == self.grammar.words.on);
        let verb = before(if led { 2 } else { 1 });
        verb.is_some_and(|(at, t)| t.is(class::SPEECH) && at != event)
    }

    /// The cheapest date of the event's sentence.
    fn near(
        &self,
        first: usize,
        end: usize,
        happened: bool,
        modal: bool,
        infinitive: bool,
    ) -> Option<(usize, Stretch)> {
        let sentence = self.sentences[first];
        let from = self.dated.partition_point(|d| self.sentences[d.first] < sentence);
        let same = self.dated[from..].iter();
        let same = same.take_while(|d| self.sentences[d.first] == sentence);
        let costs = same.map(|d| {
            let between = if d.first < first { d.end..first } else { end..d.first };
            let between = self.tokens.get(between).unwrap_or_default();
            let mut cost = between.len();
            for token in between {
                let mark =
                    matches!(token.kind, Kind::Mark(b',' | b';' | b':' | b'(' | b')' | b'"'));
                if mark || token.is(class::CLAUSE) {
                    cost += CLAUSE;
                }
            }
            let ahead = self.reading.is_some_and(|today| d.stretch.first_day() > today);
            let behind = self.reading.is_some_and(|today| d.stretch.last_day() < today);
            let passed = behind || d.stretch.first_day() == self.reading.unwrap_or(i64::MIN);
            let against = (ahead && happened && !modal && !infinitive) || (passed && modal);
            let taken = self.is_of_speech(d, first);
            let doubts = usize::from(against) + usize::from(taken);
            (cost + doubts * AGAINST_TENSE, d.stretch)
        });
        costs.min_by_key(|(cost, _)| *cost)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Given, analyse, parse_day};
    use super::*;

    fn date(text: &str, event: &str) -> (String, EventBasis) {
        let reading = analyse(text, Given::Written(parse_day("2009-06-18").expect("a day")));
        let start = text[..text.find(event).expect("the event is in the text")].chars().count();
        let span = Span { start: start as u32, end: (start + event.chars().count()) as u32 };
        let found = of_event(text, &reading, span);
        (found.iso(), found.basis)
    }

    #[test]
    fn events_take_the_date_of_their_clause() {
        let text = "Airline buys jets\n\nThe airline stated on Thursday that it had signed a \
            contract on June 15. The company said that jets would meet demand. It was founded in \
            1988 and opened a hub in May 2001. The plan could change.";
        assert_eq!(date(text, "stated"), ("2009-06-18".into(), EventBasis::NearDate));
        assert_eq!(date(text, "signed"), ("2009-06-15".into(), EventBasis::NearDate));
        assert_eq!(date(text, "said"), ("2009-06-18".into(), EventBasis::Speech));
        assert_eq!(date(text, "founded"), ("1988".into(), EventBasis::NearDate));
        assert_eq!(date(text, "opened"), ("2001-05".into(), EventBasis::NearDate));
        assert_eq!(date(text, "change"), (String::new(), EventBasis::Undated));
    }

    #[test]
    fn any_span_is_answered() {
        let text = "Short.";
        let reading = analyse(text, Given::Nothing);
        for (start, end) in [(0, 0), (3, 9), (6, 6), (90, 99), (5, 2)] {
            of_event(text, &reading, Span { start, end });
        }
    }
}
