//! The numbers of words that are looked at by name.

use super::lexicon::Lexicon;

macro_rules! words {
    ($($name:ident = $word:literal),+ $(,)?) => {
        /// Words by their number in the lexicon.
        #[derive(Clone, Debug)]
        pub(super) struct Words {
            $(pub $name: u16,)+
            /// st, nd, rd, th
            pub suffixes: [u16; 4],
            /// eastern to pacific
            pub american: [u16; 4],
            /// What stands before a clock time.
            pub before_clock: Vec<u16>,
            /// "than", "as": what is compared lies nowhere.
            pub than: [u16; 2],
            /// Verbs that look ahead only before "to" or "for".
            pub sets: [u16; 3],
            /// What a date ahead stands behind.
            pub onward: [u16; 2],
            /// "his", "her": an age follows, no decade.
            pub owners: [u16; 6],
            /// What makes a name of a weekday: "Black Friday".
            pub colours: Vec<u16>,
            /// What has a number that is no year: "Room 2003".
            pub numbered: Vec<u16>,
            /// "was", "were".
            pub were: [u16; 2],
            /// "effective Jan. 1": no verb nearby says more.
            pub effective: [u16; 3],
            /// What follows 11 September.
            pub attacks: [u16; 5],
            /// What is bought for a month ahead.
            pub contracts: Vec<u16>,
            /// "pre-1990", "post-1989".
            pub prefixes: [u16; 2],
            /// What stands before a year.
            pub before_year: Vec<u16>,
        }

        impl Words {
            /// Finds them; new ones come into the lexicon.
            pub fn new(lexicon: &mut Lexicon) -> Self {
                let mut all = |words: &'static str| -> Vec<u16> {
                    words.split_whitespace().map(|word| lexicon.intern(word)).collect()
                };
                Self {
                    suffixes: all("st nd rd th").try_into().unwrap_or_default(),
                    american: all("eastern central mountain pacific").try_into().unwrap_or_default(),
                    than: all("than as").try_into().unwrap_or_default(),
                    sets: all("set going takes").try_into().unwrap_or_default(),
                    onward: all("until till").try_into().unwrap_or_default(),
                    owners: all("his her their my your our").try_into().unwrap_or_default(),
                    colours: all(COLOURS),
                    numbered: all(NUMBERED),
                    were: all("was were").try_into().unwrap_or_default(),
                    effective: all("effective beginning starting").try_into().unwrap_or_default(),
                    attacks: all("attacks terrorist terror hijackings hijackers")
                        .try_into()
                        .unwrap_or_default(),
                    contracts: all("delivery deliveries contract contracts futures options"),
                    prefixes: all("pre post").try_into().unwrap_or_default(),
                    before_clock: all(BEFORE_CLOCK),
                    before_year: all(BEFORE_YEAR),
                    $($name: lexicon.intern($word),)+
                }
            }
        }
    };
}

const BEFORE_CLOCK: &str = "at by about around until till from to since after before between and";

const COLOURS: &str = "black bloody super fat good ash palm easter holy cyber";

const NUMBERED: &str = "room route highway interstate flight page chapter section article channel \
suite box apartment bus line phone extension no number rule act form bill boeing airbus windows";

const BEFORE_YEAR: &str = "in since by of from until till to and during before after between \
early late mid through for year years circa ca spring summer fall autumn winter c around about or \
back than throughout";

words! {
    s = "s", of = "of", half = "half", dozen = "dozen", hundred = "hundred", couple = "couple",
    and = "and", once = "once", twice = "twice", times = "times", noon = "noon",     midnight = "midnight", hours = "hours", o_clock = "o'clock", past = "past", to = "to",
    quarter = "quarter", am = "am", pm = "pm", a = "a", p = "p", m = "m", within = "in",
    the = "the", local = "local", time = "time", standard = "standard", daylight = "daylight",
    another = "another", be = "be", had = "had",
    has = "has", have = "have",     that = "that", by = "by", since = "since", until = "until",
    originally = "originally", first = "first", published = "published", appeared = "appeared",
    ended = "ended", ending = "ending", per = "per",
    at = "at", for_ = "for",     through = "through", or = "or", on = "on", than_ = "than", as_ = "as",
}
