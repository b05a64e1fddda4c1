//! Small words of English: auxiliaries, determiners, prepositions, adverbs.

use crate::analyst::text::is_in;

pub(super) const MODALS: &str = " will shall would may might can could should must 'll ’ll cannot ";
pub(super) const POSSIBLE: &str = " may might can could would should must ";
pub(super) const BE: &str =
    " is are was were am 's ’s 're ’re isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t ";
pub(super) const HAVE: &str = " has have had 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t ";
pub(super) const DO: &str = " did does do didn't doesn't don't didn’t doesn’t don’t ";
pub(super) const WONT: &str =
    " won't wouldn't can't couldn't shouldn't won’t wouldn’t can’t couldn’t shouldn’t ";
pub(super) const DETERMINERS: &str = " the a an his her its their our my your this these those any some no each \
every all both several many few more most another other whose 's ’s ";
/// Behind one of these stands no finite verb.
pub(super) const PREPOSITIONS: &str = " of in on at by for from with without to into onto about against over under \
between among during through across near behind toward towards upon via per than like despite as ";
/// What may stand between the words of a group.
pub(super) const ADVERBS: &str = " not never also now then later already still just again soon once ever even \
only yet almost first further instead too today yesterday back all both n't once thus ";
/// Behind "is": "is set to leave".
pub(super) const TO_COME: &str = " expected scheduled set due going planned ready slated poised about supposed \
intended ";
/// Behind "is": "is likely to leave".
pub(super) const LIKELY: &str = " likely unlikely able ";

/// The present of verbs that is a plural of nouns as well.
pub(super) const PLURALS: &str = " calls reports claims comments tweets demands concerns states signals promises \
offers hopes fears plans notes responses threats charges estimates vows pledges remarks advises \
jokes doubts views call report claim comment tweet demand state signal promise offer note vow \
pledge remark joke urge ";

/// An adverb as it stands inside a verb group.
pub(super) fn is_adverb(word: &str) -> bool {
    is_in(ADVERBS, word)
        || (word.len() > 4
            && word.ends_with("ly")
            && !is_in(
                " family reply supply rally july only assembly ally apply rely italy bully ",
                word,
            ))
}

pub(super) fn is_determiner(word: &str) -> bool {
    is_in(DETERMINERS, word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    is_in(PREPOSITIONS, word)
}
