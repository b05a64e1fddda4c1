//! What the reader is looking at.

use super::escape::is_unwanted;
use crate::article::Id;
use crate::time::Edtf;

/// The whole state of the page that a link can carry. The default is the fresh page.
///
/// Ids are kept as they came: a link may be older than the article. See
/// [`check`](super::check()).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The entity, event, quote, figure, time or note whose card is open.
    pub focus: Option<Id>,
    /// Only sentences about all of these are in full ink; sorted, each once.
    pub only: Vec<Id>,
    /// The time window: a date or an interval, not a set.
    pub when: Option<Edtf>,
    /// How time is laid out.
    pub scale: Scale,
    /// The words searched for, as typed.
    pub find: String,
    /// The passage shown.
    pub text: Option<Passage>,
    /// The open panel.
    pub panel: Option<Panel>,
}

/// How the timeline lays out time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Linear, with long gaps cut.
    #[default]
    Fit,
    /// Linear.
    True,
    /// As a sequence.
    Order,
    /// Telling order against time order.
    Telling,
}

/// A panel beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// Entities by kind.
    Who,
    /// Dated list of events.
    When,
    /// Quotes by speaker.
    Said,
    /// Figures with unit and source.
    Figures,
}

/// A passage as a text fragment gives it: its words, or its first and last words, and what
/// stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Words right before it; may be empty.
    pub prefix: String,
    /// All its words, or the first of them; never empty.
    pub start: String,
    /// Its last words; empty when `start` has all.
    pub end: String,
    /// Words right after it; may be empty.
    pub suffix: String,
}

impl ViewState {
    /// The same view in the one form that links can carry: ids sorted and once each, no
    /// control or bidi characters in texts, no sets of dates, no passage without words.
    /// [`update`](super::update()) and [`parse`](super::parse()) give only such states.
    #[must_use]
    pub fn normal(mut self) -> Self {
        // `Id::default()` is empty.
        self.focus = self.focus.filter(|id| !id.is_empty());
        self.only = sorted(self.only);
        self.when = self.when.filter(|edtf| !matches!(edtf, Edtf::Set(_)));
        self.find.retain(|c| !is_unwanted(c));
        self.text = self.text.and_then(Passage::normal);
        self
    }
}

/// Sorted, each once, by insertion: a link has a few ids, and the general sort is 3 kB of WASM.
fn sorted(ids: Vec<Id>) -> Vec<Id> {
    let mut sorted = Vec::with_capacity(ids.len());
    for id in ids {
        if let Err(place) = sorted.binary_search(&id)
            && !id.is_empty()
        {
            sorted.insert(place, id);
        }
    }
    sorted
}

impl Passage {
    fn normal(self) -> Option<Self> {
        let [prefix, start, end, suffix] =
            [self.prefix, self.start, self.end, self.suffix].map(|text| one_line(&text));
        (!start.is_empty()).then_some(Self { prefix, start, end, suffix })
    }
}

/// White space as single spaces between words; control and bidi characters gone.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let length = line.len();
        line.extend(word.chars().filter(|c| !is_unwanted(*c)));
        if line.len() > length {
            line.push(' ');
        }
    }
    line.pop();
    line
}

impl Scale {
    /// Its word in a link.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::True => "true",
            Self::Order => "order",
            Self::Telling => "telling",
        }
    }

    /// The scale with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Fit, Self::True, Self::Order, Self::Telling].into_iter().find(|s| s.word() == word)
    }
}

impl Panel {
    /// Its word in a link.
    pub fn word(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::When => "when",
            Self::Said => "said",
            Self::Figures => "figures",
        }
    }

    /// The panel with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Who, Self::When, Self::Said, Self::Figures].into_iter().find(|p| p.word() == word)
    }
}
