//! The subject before an apposition: "Smith, who succeeded Jones, said".
//!
//! What stands between two commas behind a name tells more about it; names within are not the
//! subject. Another clause between two such names makes the later one the subject.

use super::cue::is_cue;
use super::speaker::{Speaker, View};
use crate::analyst::names::Kind;
use crate::analyst::text::Class;

/// Words with which another clause begins.
const CLAUSE: &str = " and but while when as after because before since until although if whereas ";

/// What an apposition never begins with.
const NO_APPOSITION: &str = " he she it they we i and but or so said while when then ";

/// The longest bracket between a name and its comma, in tokens.
const BRACKET: usize = 6;

impl View<'_> {
    /// The name whose apposition ends with the comma at `end`; nobody where none or several can be.
    pub(super) fn head_of_apposition(&self, start: usize, end: usize) -> Option<Speaker> {
        let person = self.head(start, end, Kind::Person);
        if person.is_some() { person } else { self.head(start, end, Kind::Organization) }
    }

    fn head(&self, start: usize, end: usize, kind: Kind) -> Option<Speaker> {
        let text = self.text;
        let mut found: Option<usize> = None;
        let mut at = start;
        while at < end {
            let Some(index) = self.name_at(at) else {
                // what was told before is another sentence's
                let relative = text.is_in(at.wrapping_sub(1), " who which that has had have ");
                if text.word(at) == ";" || is_cue(text, at) && !relative {
                    found = None;
                }
                at += 1;
                continue;
            };
            let name = &self.names[index];
            at = name.tokens.end.max(at + 1);
            if name.tokens.start < start || name.kind != kind || !self.leads_clause(index, start) {
                continue;
            }
            let comma = self.over_bracket(name.tokens.end);
            let apposed =
                text.word(comma) == "," && comma < end && !text.is_in(comma + 1, NO_APPOSITION);
            if !apposed && comma != end {
                continue;
            }
            match found {
                None => found = apposed.then_some(index),
                Some(first) => {
                    let between = self.names[first].tokens.end..name.tokens.start;
                    if between.into_iter().any(|i| text.is_in(i, CLAUSE)) {
                        return None;
                    }
                }
            }
        }
        found.map(|index| self.speaker_name(index))
    }

    /// Whether the name can be a main clause's subject: no object, not in "when Smith, …", not
    /// the second of "Jones and Smith".
    fn leads_clause(&self, index: usize, start: usize) -> bool {
        let text = self.text;
        let first = crate::analyst::linking::titled(text, self.names, index).start;
        let before = first.wrapping_sub(1);
        if self.is_object(index, start) {
            return false;
        }
        if first <= start {
            return true;
        }
        let word = text.word(before);
        let listed =
            text.is_in(before, " and or ") && before > start && self.name_at(before - 1).is_some();
        let object = text.tokens[before].class == Class::Word
            && !text.tokens[before].is_capital()
            && (word.ends_with("ed") || word.ends_with("ing"));
        let clause = (start..first).rev().take_while(|&i| text.word(i) != ",");
        let under =
            clause.into_iter().any(|i| text.is_in(i, CLAUSE) && !text.is_in(i, " and but "));
        !(listed || object || under)
    }

    /// "Pemberton (Ind)": the token behind the bracket.
    fn over_bracket(&self, at: usize) -> usize {
        if self.text.word(at) != "(" {
            return at;
        }
        let close = (at..at + BRACKET).find(|&i| self.text.word(i) == ")");
        close.map_or(at, |close| close + 1)
    }
}
