//! What a person gives is checked before anything is changed.

use super::refused::Refused;
use crate::article::BLOCK_SEPARATOR;
use crate::time;

/// Most scalars of a name, role, unit or anything else on one line.
const LONGEST_LINE: usize = 200;
/// Most scalars of a note or summary.
const LONGEST_TEXT: usize = 4_000;

/// Words on one line, at least one, at most so many scalars.
pub(super) fn line(words: &str, expected: &'static str) -> Result<String, Refused> {
    let line = maybe_line(words, expected)?;
    if line.is_empty() { Err(Refused::Expected(expected, line)) } else { Ok(line) }
}

/// Words on one line, or none.
pub(super) fn maybe_line(words: &str, expected: &'static str) -> Result<String, Refused> {
    let line: Vec<&str> = words.split_whitespace().collect();
    at_most(line.join(" "), LONGEST_LINE, expected)
}

/// Words that may have paragraphs.
pub(super) fn text(words: &str, expected: &'static str) -> Result<String, Refused> {
    let paragraphs = words.split(BLOCK_SEPARATOR).map(str::trim).filter(|part| !part.is_empty());
    let text: Vec<&str> = paragraphs.collect();
    at_most(text.join(BLOCK_SEPARATOR), LONGEST_TEXT, expected)
}

/// Words of at most so many scalars.
pub(super) fn at_most(
    words: String,
    most: usize,
    expected: &'static str,
) -> Result<String, Refused> {
    match words.char_indices().nth(most) {
        None => Ok(words),
        Some((end, _)) => {
            let shown = words.get(..end).unwrap_or_default();
            Err(Refused::Expected(expected, format!("{shown}…")))
        }
    }
}

/// A date that EDTF knows, or none.
pub(super) fn date(when: &Option<String>) -> Result<Option<String>, Refused> {
    let Some(when) = when.as_deref().map(str::trim).filter(|when| !when.is_empty()) else {
        return Ok(None);
    };
    match time::parse(when) {
        Ok(_) => Ok(Some(when.to_owned())),
        Err(_) => Err(Refused::Expected("a date such as 2020-01-08 or 2019/2021", when.to_owned())),
    }
}
