//! What is wrong with an article's files, said so that it can be put right.

use super::source::SourceFile;
use std::cell::RefCell;
use std::fmt;
#[cfg(feature = "publish")]
use std::path::Path;

/// Whether a problem stops the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The page can be built, but something looks forgotten.
    Warning,
    /// The page would be wrong.
    Error,
}

/// One problem, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad.
    pub severity: Severity,
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// What was expected, what was found, what may be meant.
    pub message: String,
}

impl Problem {
    /// An error about a whole file or folder.
    pub fn about_file(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, file: file.into(), line: 0, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        f.write_str(": ")?;
        if self.severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Collects the problems of one file, so that all are reported at once.
#[derive(Debug)]
pub struct Report<'s> {
    source: &'s SourceFile,
    base: usize,
    problems: RefCell<Vec<Problem>>,
}

impl<'s> Report<'s> {
    /// An empty report about a file.
    pub fn new(source: &'s SourceFile) -> Self {
        Self::from_offset(source, 0)
    }

    /// A report about the part of a file that starts at byte `base`; places are counted from there.
    pub fn from_offset(source: &'s SourceFile, base: usize) -> Self {
        Self { source, base, problems: RefCell::default() }
    }

    /// Notes an error at a byte offset.
    pub fn error(&self, at: usize, message: impl Into<String>) {
        self.add(Severity::Error, at, message.into());
    }

    /// Notes a warning at a byte offset.
    pub fn warning(&self, at: usize, message: impl Into<String>) {
        self.add(Severity::Warning, at, message.into());
    }

    /// The line, from 1, of a byte offset.
    pub fn line(&self, at: usize) -> usize {
        self.source.line(self.base.saturating_add(at))
    }

    /// What was noted, by line.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.line);
        problems.dedup();
        problems
    }

    fn add(&self, severity: Severity, at: usize, message: String) {
        let (file, line) = (self.source.name().to_owned(), self.line(at));
        self.problems.borrow_mut().push(Problem { severity, file, line, message });
    }
}

/// A value with the byte offset where it stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// Byte offset.
    pub at: usize,
    /// The value.
    pub value: T,
}

/// Words for a message: at most 60 characters of a text, on one line.
pub fn shown(text: &str) -> String {
    let one_line = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(60).map(one_line).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

#[cfg(feature = "publish")]
/// A problem with reading or writing a file.
pub(super) fn about(file: &Path, expected: &str, error: &std::io::Error) -> Problem {
    Problem::about_file(file.display().to_string(), format!("{expected}, found: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_name_file_and_line() {
        let source = SourceFile::from_text("a.toml", "x = 1\ny = 2\n");
        let report = Report::from_offset(&source, 2);
        report.warning(4, "expected z, found y");
        report.error(0, "expected w, found x");
        let lines: Vec<_> = report.into_problems().iter().map(Problem::to_string).collect();
        let expected = ["a.toml:1: expected w, found x", "a.toml:2: warning: expected z, found y"];
        assert_eq!(lines, expected);
        assert_eq!(Problem::about_file("b", "gone").to_string(), "b: gone");
    }

    #[test]
    fn shown_words_stay_short_and_on_one_line() {
        assert_eq!(shown("a\nb"), "a b");
        assert_eq!(shown(&"é".repeat(61)).chars().count(), 61);
    }
}
