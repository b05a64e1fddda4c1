//! What a rule is.

use super::Test;
use crate::analyst::dates::mode::Mode;
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::Spec;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub(in crate::analyst::dates) struct Rule {
    /// What a reader is told.
    pub name: &'static str,
    pub pattern: &'static str,
    /// What it says; none means that these words are no date.
    pub build: fn(&Caps) -> Option<Spec>,
    pub after: &'static str,
    pub not_after: &'static str,
    pub not_before: &'static str,
    pub check: Option<Test>,
    /// Only in texts that count so.
    pub only: Option<Mode>,
}

pub(super) const fn rule(
    name: &'static str,
    pattern: &'static str,
    build: fn(&Caps) -> Option<Spec>,
) -> Rule {
    Rule { name, pattern, build, after: "", not_after: "", not_before: "", check: None, only: None }
}

impl Rule {
    /// Only behind one of these words.
    pub const fn after(self, words: &'static str) -> Self {
        Self { after: words, ..self }
    }

    /// Never behind one of these words.
    pub const fn not_after(self, words: &'static str) -> Self {
        Self { not_after: words, ..self }
    }

    /// Never before one of these words.
    pub const fn not_before(self, words: &'static str) -> Self {
        Self { not_before: words, ..self }
    }

    /// Only where the text around it passes this.
    pub const fn check(self, test: Test) -> Self {
        Self { check: Some(test), ..self }
    }

    /// Only in texts that count so.
    pub const fn only(self, mode: Mode) -> Self {
        Self { only: Some(mode), ..self }
    }

    /// Whether it says what is no date.
    pub fn rejects(&self) -> bool {
        self.name.starts_with("not ")
    }
}
