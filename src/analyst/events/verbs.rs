//! What words can be as verbs: forms, and what kind of thing the verb tells.
//!
//! Irregular verbs and those of a kind that matters are listed by their forms; every other
//! word in "-ed" counts as a regular past, and its place in the clause decides the rest.

use crate::analyst::text::{Case, Text, hash_word};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Bits of [`Verb::bits`].
pub(super) mod bit {
    /// "went": a past and nothing else.
    pub const PAST: u32 = 1;
    /// "gone", "killed": may stand behind "has" and "was".
    pub const PARTICIPLE: u32 = 1 << 1;
    /// "says": the present with "he".
    pub const THIRD: u32 = 1 << 2;
    /// "say".
    pub const BASE: u32 = 1 << 3;
    /// "saying".
    pub const ING: u32 = 1 << 4;
    /// Speaks, and may have a clause as its object.
    pub const SPEECH: u32 = 1 << 5;
    /// Thinks or perceives: a clause as its object, but nothing happens.
    pub const MIND: u32 = 1 << 6;
    /// Tells how things are, not what happens.
    pub const STATE: u32 = 1 << 7;
    /// Speaks against something.
    pub const DENY: u32 = 1 << 8;
    /// What follows with "to" lies ahead: "plans to", "agreed to".
    pub const AHEAD: u32 = 1 << 9;
    /// Behind "is": a quality rather than a happening.
    pub const QUALITY: u32 = 1 << 10;
    /// Has the same form in the past as in the base: "cut".
    pub const SAME: u32 = 1 << 11;
    /// "has", "may", "didn't".
    pub const AUXILIARY: u32 = 1 << 12;
}
use super::verb_lists::{IRREGULAR, KINDS, KINDS_IRREGULAR, NO_VERBS};
use super::words::{BE, DO, HAVE, MODALS, WONT};
use bit::{BASE, ING, PARTICIPLE, PAST, SAME, THIRD};

/// What a word is as a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verb {
    /// Of [`bit`].
    pub bits: u32,
    /// A number for its base, the same for all its forms; 0 where none is listed.
    pub base: u32,
}

impl Verb {
    pub fn is(self, bits: u32) -> bool {
        self.bits & bits != 0
    }
}

fn table() -> &'static HashMap<u64, Verb> {
    static TABLE: OnceLock<HashMap<u64, Verb>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<u64, Verb> = HashMap::new();
        let mut add = |word: &str, bits: u32, base: u64| {
            let verb = table.entry(hash_word(word)).or_default();
            verb.bits |= bits;
            verb.base = base as u32 | 1;
        };
        for list in [BE, DO, HAVE, MODALS, WONT] {
            list.split_ascii_whitespace().for_each(|word| add(word, bit::AUXILIARY, 0));
        }
        let plain = IRREGULAR.iter().map(|forms| (*forms, 0));
        for (forms, kind) in plain.chain(KINDS_IRREGULAR.iter().copied()) {
            let mut parts = forms.split(' ');
            let (Some(base), Some(past), Some(participle)) =
                (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let id = hash_word(base);
            let same = if base == past { SAME } else { 0 };
            add(base, BASE | kind | same, id);
            add(past, PAST | kind | same, id);
            add(participle, PARTICIPLE | kind, id);
            add(&third(base), THIRD | kind, id);
            add(&ing(base), ING | kind, id);
        }
        for (bases, kind) in KINDS {
            for base in bases.split_ascii_whitespace() {
                let id = hash_word(base);
                if base == "know" || base == "feel" || base == "mean" {
                    continue;
                }
                add(base, BASE | kind, id);
                add(&past(base), PAST | PARTICIPLE | kind, id);
                add(&third(base), THIRD | kind, id);
                add(&ing(base), ING | kind, id);
            }
        }
        table
    })
}

fn ends_in_consonant_y(base: &str) -> bool {
    let mut letters = base.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|c| !"aeiou".contains(c))
}

/// "plan": one syllable, one vowel before the last consonant.
fn doubles(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let [.., a, b, c] = letters[..] else { return false };
    let vowels = letters.iter().filter(|c| "aeiou".contains(**c)).count();
    vowels == 1 && !"aeiou".contains(a) && "aeiou".contains(b) && !"aeiouwxy".contains(c)
}

fn stretch(base: &str, ending: &str) -> String {
    match base.strip_suffix('e') {
        Some(_) if base.ends_with("ee") && ending == "ed" => format!("{base}d"),
        Some(body) if !base.ends_with("ee") => format!("{body}{ending}"),
        _ if doubles(base) || base == "admit" => {
            format!("{base}{}{ending}", base.chars().last().unwrap_or(' '))
        }
        _ => format!("{base}{ending}"),
    }
}

fn past(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ied", &base[..base.len() - 1]);
    }
    stretch(base, "ed")
}

fn ing(base: &str) -> String {
    if base == "lie" { "lying".to_owned() } else { stretch(base, "ing") }
}

fn third(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ies", &base[..base.len() - 1]);
    }
    let hisses = ["s", "sh", "ch", "x", "z", "go"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

/// What the token can be as a verb, by its form alone.
pub(super) fn verb(text: &Text, at: usize) -> Verb {
    let Some(token) = text.tokens.get(at) else { return Verb::default() };
    if token.case != Case::Lower || token.scalars < 2 {
        return Verb::default();
    }
    if let Some(known) = table().get(&token.hash) {
        return *known;
    }
    let word = text.word(at);
    if word.len() >= 5 && word.ends_with("ed") && !text.is_in(at, NO_VERBS) {
        return Verb { bits: PAST | PARTICIPLE, base: stem(word) };
    }
    if word.len() >= 6 && word.ends_with("ing") {
        return Verb { bits: ING, base: stem(word) };
    }
    Verb::default()
}

/// A number for what forms of one regular verb share: "attack", "attacks", "attacked".
pub(super) fn stem(word: &str) -> u32 {
    let mut body = word;
    for ending in ["ations", "ation", "ings", "ing", "ions", "ion", "ed", "es", "s", "e"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= 4) {
            body = rest;
            break;
        }
    }
    let mut letters = body.chars().rev();
    let double = letters.next().filter(|c| letters.next() == Some(*c) && !"aeioulsz".contains(*c));
    let body = if double.is_some() { &body[..body.len() - 1] } else { body };
    hash_word(body) as u32 | 1
}

#[cfg(test)]
mod tests {
    use super::bit::{AHEAD, DENY, SPEECH};
    use super::*;

    #[test]
    fn forms_are_known() {
        let text =
            Text::read("said says denied denies planned went fled signed hundred tweeted cut");
        let bits: Vec<u32> = (0..text.tokens.len()).map(|at| verb(&text, at).bits).collect();
        assert!(bits[0] & PAST != 0 && bits[0] & SPEECH != 0);
        assert!(bits[1] & THIRD != 0);
        assert!(bits[2] & DENY != 0 && bits[3] & DENY != 0);
        assert!(bits[4] & AHEAD != 0);
        assert_eq!(bits[5], PAST);
        assert!(bits[6] & PAST != 0 && bits[7] & PAST != 0);
        assert_eq!(bits[8], 0);
        assert!(bits[10] & SAME != 0);
    }

    #[test]
    fn stems_join_forms() {
        for (one, other) in
            [("attacked", "attacks"), ("planned", "plans"), ("invasion", "invasions")]
        {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("attacked"), stem("attached"));
    }
}
