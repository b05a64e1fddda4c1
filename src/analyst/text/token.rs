//! What a token is.

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Letters, also with digits, hyphens, apostrophes and full stops in it.
    Word,
    /// Begins with a digit.
    Number,
    /// A sign.
    Sign,
}

/// Its letters' case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letters, or letters without case.
    None,
    /// `troops`
    Lower,
    /// `Iraq`, also `A`
    Title,
    /// `NATO`, `U.S.`
    Upper,
    /// `al-Asad`, `iPhone`, `McCain`
    Mixed,
}

/// A word, number or sign of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// First scalar.
    pub at: u32,
    /// Length in scalars.
    pub scalars: u32,
    /// [`super::hash_word`] of it.
    pub hash: u64,
    /// What it is made of.
    pub class: Class,
    /// Its letters' case.
    pub case: Case,
    /// Whether white space stands before it.
    pub space: bool,
    /// How many line breaks stand before it, at most 3; 3 before the first token.
    pub lines: u8,
}

impl Token {
    /// Whether it could be part of a name by its case alone.
    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
            || (self.case == Case::Mixed && self.class == Class::Word)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.class == Class::Word
    }
}
