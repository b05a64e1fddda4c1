//! Why an event has its date or its interval, in words.

/// Why an event has its date or its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A date stands in its own clause.
    Clause,
    /// A date stands at the noun that names it: "the 2003 invasion".
    Noun,
    /// The sentence begins with a date: "In 1932 the bank failed, and he sold his house".
    Sentence,
    /// "since", "after" with a date.
    After,
    /// "before", "until", "by" with a date.
    Before,
    /// "between" two dates.
    Between,
    /// Told as done: not later than the reading date.
    Done,
    /// "previously", "had": not later than what was told before.
    Earlier,
    /// "later", "since then": not earlier than what was told before.
    Later,
    /// Not earlier than the reading date.
    Ahead,
    /// No day is known to count from.
    Unknown,
}

impl Basis {
    const ALL: [Self; 11] = [
        Self::Clause,
        Self::Noun,
        Self::Sentence,
        Self::After,
        Self::Before,
        Self::Between,
        Self::Done,
        Self::Earlier,
        Self::Later,
        Self::Ahead,
        Self::Unknown,
    ];

    /// The one with these [`words`](Self::words).
    pub fn of(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.words() == words)
    }

    /// In a few words, for the reader.
    pub fn words(self) -> &'static str {
        match self {
            Self::Clause => "the date in its own clause",
            Self::Noun => "the date at its noun",
            Self::Sentence => "the date that its sentence begins with",
            Self::After => "after a date that is named",
            Self::Before => "before a date that is named",
            Self::Between => "between two dates that are named",
            Self::Done => "no date in the text; told as done on the reading date",
            Self::Earlier => "no date in the text; before what was told last",
            Self::Later => "no date in the text; after what was told last",
            Self::Ahead => "no date in the text; ahead of the reading date",
            Self::Unknown => "no date in the text, and no day to count from",
        }
    }
}
