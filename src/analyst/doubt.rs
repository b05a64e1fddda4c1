//! Why little can be found in a text.

use super::text::Text;
use std::fmt;

/// Words that are everywhere in English, and in few other languages.
const ENGLISH: &str = " the of and to in was for on that with by at from it as be has he are said not \
                       this have had his they were which who will been its after but ";

/// So many words are needed to tell a language.
const ENOUGH: usize = 20;

/// In English one word in three is of these; in a hundred words of another language hardly any.
const LEAST_SHARE: usize = 12;

/// What speaks against reading a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// There are no words in it.
    NoWords,
    /// It does not look like English.
    NotEnglish,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWords => "There are no words in this text: expected English text.",
            Self::NotEnglish => "This does not look like English: little of it can be read.",
        })
    }
}

/// What speaks against reading this text, if anything does.
pub(super) fn doubt(text: &Text) -> Option<Doubt> {
    let words = || (0..text.tokens.len()).filter(|&at| text.tokens[at].is_word());
    let all = words().count();
    if all == 0 {
        return Some(Doubt::NoWords);
    }
    let english = words().filter(|&at| text.is_in(at, ENGLISH)).count();
    (all >= ENOUGH && english * LEAST_SHARE < all).then_some(Doubt::NotEnglish)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_the_rest() {
        let of = |source: &str| doubt(&Text::read(source));
        for none in ["", "…?! 17", "\0\0"] {
            assert_eq!(of(none), Some(Doubt::NoWords), "{none:?}");
        }
        let german = "Die Regierung hat am Montag beschlossen, die Truppen aus dem Irak abzuziehen. \
                      Der Minister sagte, das sei ein wichtiger Schritt für alle Beteiligten.";
        assert_eq!(of(german), Some(Doubt::NotEnglish));
        let french = "Le gouvernement a décidé lundi de retirer ses troupes du pays. Le ministre a \
                      déclaré que cette décision était attendue par tous les partis politiques.";
        assert_eq!(of(french), Some(Doubt::NotEnglish));
        let english = "The government decided on Monday to withdraw its troops from the country. \
                       The minister said that it was an important step for everybody.";
        assert_eq!(of(english), None);
        assert_eq!(of("Iraq: 5 dead"), None);
    }
}
