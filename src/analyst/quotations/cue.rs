//! Words that say that somebody speaks.

use crate::analyst::text::{Case, Text};

/// Verbs of speech, in the forms that news uses.
const VERBS: &str = " said say says saying told tell tells telling added add adds adding asked ask \
asks asking stated state states stating announced announce announces announcing explained explain \
explains explaining noted note notes noting argued argue argues arguing claimed claim claims \
claiming warned warn warns warning replied reply replies replying wrote write writes writing \
insisted insist insists insisting admitted admit admits admitting acknowledged acknowledge \
acknowledges confirmed confirm confirms confirming denied denies denying declared declare declares \
declaring commented comment comments commenting tweeted tweet tweets tweeting recalled recall \
recalls recalling suggested suggests suggesting stressed stress stresses stressing \
emphasized emphasised emphasizes emphasises emphasizing emphasising described describe describes \
describing called call calls calling branded dubbed hailed praised urged urge urges urging vowed \
vow vows vowing pledged pledges pledging testified testifies joked jokes joking continued \
continues concluded concludes responded responds responding revealed reveals revealing remarked \
remarks agreed agrees accused accuses accusing complained complains complaining posted posts \
posting shouted shouting yelled yelling chanted chanting screamed cried quipped mused lamented \
boasted bragged thought thinks believed believes feared fears predicted predicts reported reports \
observed observes conceded concedes countered counters demanded demands demanding promised \
promises promising read reads reading quoted quoting characterized characterised characterizes \
criticized criticised criticizing denounced denounces denouncing condemned condemns condemning \
dismissed dismisses dismissing blasted slammed mocked opined asserted asserts asserting maintained \
maintains reiterated reiterates reiterating cautioned cautions cautioning reflected proclaimed \
proclaims expressed expresses expressing spoke labeled labelled hinted implied swore wondered \
whispered murmured muttered exclaimed offered recounted advised advises tweeted retorted \
deemed ridiculed portrayed decried defended defends felt likened likens ";

/// Forms that are nouns as well.
const NOUNS: &str = " call calls claim claims report reports comment comments note notes state \
states tweet tweets post posts remarks fears demands promises offered warning reading writing \
vows pledges counters jokes quoting feared felt posting stress stresses tell urge ";

/// Verbs that give a name to something.
const NAMING: &str = " called calls call dubbed labeled labelled branded named titled entitled ";

/// Whether the token is a verb of speech where it stands.
pub fn is_cue(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    // "the United States" has no verb in it
    if token.case != Case::Lower || !text.is_in(at, VERBS) {
        return false;
    }
    if at == 0 {
        return true;
    }
    let noun = text.is_in(at, NOUNS);
    // "the calls for", "his remarks", "no comment"
    let article = text.is_in(
        at - 1,
        " the a an his her its their this that these those no any \
        some of for in by our my your more new such and ",
    );
    !(noun && article)
}

/// Whether the verb only gives a name.
pub fn is_naming(text: &Text, at: usize) -> bool {
    text.is_in(at, NAMING)
}

/// Whether "according to" begins at the token.
pub fn is_according(text: &Text, at: usize) -> bool {
    text.is(at, "according") && text.is(at + 1, "to")
}

/// Whether "in the words of" begins at the token.
pub fn is_words_of(text: &Text, at: usize) -> bool {
    text.is(at, "words") && text.is(at + 1, "of") && at > 0 && text.is(at - 1, "the")
}

/// Pronouns that can speak.
pub fn is_pronoun(text: &Text, at: usize) -> bool {
    text.is_in(at, " he she they it who i we ")
}
