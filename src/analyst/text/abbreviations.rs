//! Words that end with a full stop of their own.

/// Abbreviations that need what follows them: a name, a number, a month's day.
const LEADING: &str = " mr mrs ms mx messrs dr prof rev fr hon pres gov sen rep reps sens amb \
gen brig maj col lt capt cmdr cdr adm sgt cpl pvt pfc st ste mt ft ave supt det insp \
vs cf viz al no nos vol pp fig art ch ed eds approx est dept univ bros asst assoc \
jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri \
ala ariz ark calif colo conn fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla \
ore pa tenn tex va vt wash wis wyo del av sr. ";

/// Abbreviations that can stand last: there the next word decides.
const TRAILING: &str = " etc inc ltd co corp llc plc jr sr esq ph.d m.d b.a m.a cie intl natl ";

/// Of these, the ones that are words as well: only before a capital or a number.
const ALSO_WORDS: &str = " no mar gen col art fig est ed al sat sun mon wed fri ill ind mass wash \
miss ore pa ga va md del ark co av jan ch mo ";

/// Words that begin sentences and hardly ever go on with a name: after an abbreviation they
/// tell "in the U.S. The army" from "the U.S. Army".
const STARTERS: &str = " the a an this that these those he she it they we you i his her its \
their our my in on at for from with after before since until while when where why how what who \
but and yet so or if as there here however meanwhile also although though because both each \
another many most some no not nor now then once one other such later last next according ";

/// What a full stop behind a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The end of a sentence, as far as the word tells.
    Full,
    /// Part of an abbreviation that something must follow.
    Leading,
    /// Part of an abbreviation that can end a sentence.
    Trailing,
}

/// What the full stop behind this word is.
pub fn stop_behind(word: &str) -> Stop {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        // `Matthew H. Tueller`; a pronoun is no initial
        (Some(c), None) if c.is_uppercase() && c != 'I' => return Stop::Leading,
        (Some(_), None) | (None, _) => return Stop::Full,
        _ => {}
    }
    if word.len() > 12 {
        return Stop::Full;
    }
    // `U.S`, `a.m`: one letter between the stops
    if word.contains('.') && word.split('.').all(|part| part.chars().count() == 1) {
        return Stop::Trailing;
    }
    if super::is_in(TRAILING, word) {
        return Stop::Trailing;
    }
    if super::is_in(LEADING, word) {
        let capital = word.starts_with(char::is_uppercase);
        // "He said no." has a plain word there
        return match (super::is_in(ALSO_WORDS, word), capital) {
            (true, false) => Stop::Full,
            _ => Stop::Leading,
        };
    }
    Stop::Full
}

/// Whether the word is an abbreviation before a number only.
pub fn is_before_number(word: &str) -> bool {
    super::is_in(
        " no nos art fig vol pp ch ed eds est mar jan feb aug sept oct dec sat sun mon ",
        word,
    )
}

/// Whether a sentence may begin with this word and a name hardly goes on with it.
pub fn is_starter(word: &str) -> bool {
    super::is_in(STARTERS, word)
}
