//! A text file with its lines.

use super::problem::Problem;
use std::path::Path;

/// The text of a file, with its name for messages and the start of each line.
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl SourceFile {
    /// A file of this name with this text; a byte order mark is left out.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read or is not UTF-8; then with the line of the first bad byte.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            Problem::about_file(&name, format!("expected a file, found: {error}"))
        })?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::from_text(name, text)),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before = error.as_bytes().get(..good).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                let message =
                    "expected UTF-8 text, found a byte that is not; save the file as UTF-8";
                Err(Problem { line, ..Problem::about_file(name, message) })
            }
        }
    }

    /// Its name, as the user gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line, from 1, of a byte offset; the last line for offsets past the end.
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one() {
        let file = SourceFile::from_text("f", "\u{feff}ab\nc\n");
        assert_eq!(file.text(), "ab\nc\n");
        assert_eq!([0, 2, 3, 5, 99].map(|at| file.line(at)), [1, 1, 2, 3, 3]);
    }

    #[test]
    fn an_unreadable_file_is_a_problem() {
        let problem = SourceFile::read(Path::new("no/such/file.md")).unwrap_err();
        assert!(problem.to_string().starts_with("no/such/file.md: expected a file, found: "));
    }
}
