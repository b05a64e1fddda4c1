//! The words around an expression, and what they say about it.

use super::{DEPTH, Grammar};
use crate::analyst::dates::lexicon::{class, hash};
use crate::analyst::dates::pattern::Input;
use crate::analyst::dates::spec::{Amount, Spec, What};
use crate::analyst::dates::token::{Kind, Token};
use crate::analyst::dates::unit::Unit;

pub(super) struct Around<'a> {
    pub grammar: &'a Grammar,
    pub input: Input<'a>,
    pub at: usize,
    pub end: usize,
}

impl Around<'_> {
    pub fn before(&self, back: usize) -> Option<&Token> {
        self.at.checked_sub(back + 1).and_then(|at| self.input.tokens.get(at))
    }

    pub fn after(&self, ahead: usize) -> Option<&Token> {
        self.input.tokens.get(self.end + ahead)
    }

    pub fn before_is(&self, words: &[u16]) -> bool {
        self.before(0).is_some_and(|t| t.word.id != 0 && words.contains(&t.word.id))
    }

    pub fn next_is(&self, word: &str) -> bool {
        let key = hash(word.as_bytes());
        let id = self.grammar.lexicon.look_up(key).id;
        id != 0 && self.after(0).is_some_and(|t| t.word.id == id)
    }

    /// Whether the expression begins a sentence or a line.
    pub fn begins(&self) -> bool {
        self.before(0).is_none_or(|t| {
            matches!(t.kind, Kind::Break | Kind::Mark(b'.' | b'!' | b'?' | b'"' | b':'))
        })
    }

    /// Whether a name stands before it: a capital that no rule knows, not first in its sentence.
    pub fn name_before(&self) -> bool {
        let unknown = |t: &Token| t.cap && t.word.id == 0 && t.kind == Kind::Word;
        self.before(0).is_some_and(unknown)
    }

    pub fn name_after(&self) -> bool {
        self.after(0).is_some_and(|t| t.cap && t.space && t.word.id == 0 && t.kind == Kind::Word)
    }

    pub fn preposition_before(&self) -> bool {
        self.before_is(&self.grammar.words.before_year)
            || self.before_is(&self.grammar.words.before_clock)
    }

    pub fn is_month(&self, spec: &Spec) -> bool {
        let (Some(month), word) = (spec.written.month, &self.input.tokens[self.end - 1]) else {
            return false;
        };
        let article = self.before(0).is_some_and(|t| t.word.id == self.grammar.words.the);
        let listed = self.before_is(&[self.grammar.words.and]) && self.name_after();
        if (self.preposition_before() && !article && !listed) || self.input.depth < DEPTH {
            return !word.upper || word.word.class & class::SHORT == 0;
        }
        // "May I", "March on", "August Wilson", "April said", "Theresa May".
        let names = [3, 4, 5, 6, 8].contains(&month);
        let known = word.is(class::SHORT) && !self.input.tokens[self.end - 1].mark(b'.');
        // "April sales", "June was warm": a noun or verb goes on, not a name.
        let noun = self.after(0).is_some_and(|t| {
            t.kind == Kind::Word && !t.cap && !t.ed && (t.word.id == 0 && (t.plural || month != 5))
        });
        let part_of_name = (article && !noun)
            || self.name_after()
            || (self.before(0).is_some_and(|t| t.cap && t.kind == Kind::Word)
                && self.before(1).is_some());
        let opens = self.begins() && !noun;
        !(known || (names && (opens || part_of_name)) || self.name_before())
    }

    pub fn is_weekday(&self) -> bool {
        let token = &self.input.tokens[self.at];
        let short = token.is(class::SHORT);
        if short && !self.input.tokens[self.end - 1].mark(b'.') {
            return false;
        }
        let coloured = self
            .before(0)
            .is_some_and(|t| t.cap && self.grammar.words.colours.contains(&t.word.id));
        !coloured && !short | self.preposition_before()
    }

    pub fn id(&self, word: &str) -> u16 {
        self.grammar.lexicon.look_up(hash(word.as_bytes())).id
    }

    pub fn is_year(&self, year: i32) -> bool {
        let bad_after = self.after(0).is_some_and(|t| {
            let counted = t.is(class::COUNTED) && t.space;
            let unit = t.is(class::UNIT | class::UNITS);
            let mark = matches!(t.kind, Kind::Mark(b'%'))
                || (t.mark(b':')
                    && self.after(1).is_some_and(|n| n.kind == Kind::Number && !n.space));
            let digits = t.kind == Kind::Number && !t.space;
            let model = t.mark(b'-')
                && !t.space
                && self.after(1).is_some_and(|n| n.kind == Kind::Word && n.upper);
            counted || unit || mark || digits || model
        });
        let bad_before = self.before(0).is_some_and(|t| match t.kind {
            Kind::Mark(b'$' | b'#' | b'.' | b'/' | b'+' | b'@' | b'&' | b'=' | b'*') => {
                !self.input.tokens[self.at].space || !t.mark(b'.')
            }
            Kind::Mark(b'-') => {
                !self.input.tokens[self.at].space
                    && !self.before(1).is_some_and(|t| {
                        t.digits == 4
                            || t.is(class::MONTH | class::EDGE)
                            || self.grammar.words.prefixes.contains(&t.word.id)
                    })
            }
            Kind::Mark(b':') => !self.input.tokens[self.at].space,
            Kind::Word => !self.input.tokens[self.at].space,
            Kind::Number => true,
            _ => false,
        });
        let stop = usize::from(self.before(0).is_some_and(|t| t.mark(b'.')));
        let numbered = self
            .before(stop)
            .is_some_and(|t| t.word.id != 0 && self.grammar.words.numbered.contains(&t.word.id));
        if bad_after || bad_before || numbered {
            return false;
        }
        let range = self.after(0).is_some_and(|t| t.mark(b'-'))
            && self.after(1).is_some_and(|t| t.digits == 4);
        let led = range
            || self.before_is(&self.grammar.words.before_year)
            || self.before(0).is_some_and(|t| t.mark(b'(') || t.mark(b'-') || t.mark(b'/'))
            || self.input.depth < DEPTH;
        let unknown = |t: &Token| t.kind == Kind::Word && !t.cap && t.space && t.word.id == 0;
        let plural = self.after(0).is_some_and(|t| unknown(t) && t.plural);
        match year {
            1900..=2059 if plural && !led && !self.begins() => false, // deliver 2000 pieces
            1900..=2059 => {
                !self.name_before() || led || self.after(0).is_none_or(|t| t.kind != Kind::Word)
            }
            1700..=1899 => led,
            1000..=2200 => {
                led && !plural && self.before(0).is_some_and(|t| t.word.id != self.grammar.words.of)
            }
            _ => false,
        }
    }

    pub fn is_decade(&self, spec: &Spec) -> bool {
        // "in his 30s", "temperatures in the 70s": from the seventies on a decade is likely.
        let short = spec.written.short && spec.written.year.is_some_and(|year| year < 50);
        let his = self.before_is(&self.grammar.words.owners);
        !(his || short && !self.input.tokens[self.at].mark(b'\''))
    }

    /// "$5 a year", "15 percent a year", "three times a day".
    pub fn is_rate(&self) -> bool {
        let first = &self.input.tokens[self.at];
        if !first.is(class::ARTICLE) && first.word.id != self.grammar.words.per {
            return false;
        }
        self.before(0).is_some_and(|t| {
            t.kind == Kind::Number
                || t.mark(b'%')
                || t.is(class::COUNTED)
                || t.word.id == self.grammar.words.times
                || (t.is(class::UNITS) && t.word.value < 3)
                || (t.is(class::NUMBER)
                    && self.before(1).is_none_or(|t| t.kind != Kind::Word || t.space))
        })
    }

    pub fn is_length(&self, spec: &Spec) -> bool {
        let What::Length(length, _) = spec.what else { return true };
        let fuzzy = usize::from(self.input.tokens[self.at].is(class::FUZZ));
        let first = &self.input.tokens[self.at + fuzzy];
        let article = first.is(class::ARTICLE) && self.end == self.at + fuzzy + 2;
        // "a second", "a minute": more often a manner of speaking.
        if length.unit < Unit::Minute && (article || length.amount == Amount::Vague) {
            return false;
        }
        // "40 second" of "1:40 second", "the 400 m": a number glued to something before.
        let glued = self.before(0).is_some_and(|t| {
            !first.space
                && matches!(t.kind, Kind::Mark(b'-' | b'/' | b':' | b'.' | b'$') | Kind::Number)
        });
        // "some day", "many a year"
        let singular = self.input.tokens[self.end - 1].is(class::UNIT);
        if singular && length.amount == Amount::Vague {
            return false;
        }
        let quarter = matches!(length.unit, Unit::Quarter | Unit::Season) && article;
        if length.unit == Unit::Quarter && self.next_is("of") {
            return false; // three quarters of the troops
        }
        let third = article && length.unit == Unit::Second;
        let decimal = first.kind == Kind::Number && first.digits == 0;
        !(quarter || third || (glued && decimal))
    }

    pub fn glued_before(&self) -> bool {
        self.before(0).is_some_and(|t| t.mark(b'-') && !self.input.tokens[self.at].space)
    }

    /// "the Daily Mail", "Weekly Standard", "asked by the Weekly".
    pub fn names_paper(&self) -> bool {
        self.input.tokens[self.at].cap && (self.name_after() || !self.begins())
    }

    pub fn is_the_unit(&self, spec: &Spec) -> bool {
        let unit = spec.shift.map(|shift| shift.unit);
        let long = matches!(
            unit,
            Some(Unit::Year | Unit::Quarter | Unit::Month | Unit::Week | Unit::Weekend)
        );
        let led = ["for", "during", "in", "throughout", "through", "over"].iter().any(|word| {
            self.before(0).is_some_and(|t| t.word.id != 0 && t.word.id == self.id(word))
        });
        let quarter = unit == Some(Unit::Quarter);
        quarter || (long && led && !self.noun_comes())
    }

    /// Whether the phrase goes on with a noun or adjective: "the current *account*".
    pub fn noun_comes(&self) -> bool {
        self.after(0).is_some_and(|t| {
            let open = t.word.id == 0 && !t.ed && !t.ing;
            let article = t.is(class::ARTICLE) || t.word.id == self.grammar.words.the;
            (t.kind == Kind::Word && (open || article)) || (t.mark(b'-') && !t.space)
        })
    }

    pub fn is_part(&self) -> bool {
        let night = self.before(0).is_some_and(|t| {
            let id = t.word.id;
            id != 0 && (id == self.grammar.words.at || id == self.grammar.words.by)
        });
        night || self.input.depth < DEPTH || !self.noun_comes() && self.preposition_before()
    }

    pub fn date_comes(&self, ahead: usize) -> bool {
        let Some(depth) = self.input.depth.checked_sub(1) else { return false };
        let input = Input { depth, ..self.input };
        self.grammar.date(input, self.end + ahead).is_some()
            || self.after(ahead).is_some_and(|t| {
                t.word.id == self.grammar.words.the || t.kind == Kind::Number || t.is(class::EDGE)
            })
    }

    /// Whether a verb of the future stands within a few words.
    pub fn verb_ahead(&self) -> bool {
        let near = self.at.saturating_sub(5)..(self.end + 3).min(self.input.tokens.len());
        let ahead = class::FUTURE;
        self.input.tokens[near].iter().any(|t| t.is(ahead))
    }
}
