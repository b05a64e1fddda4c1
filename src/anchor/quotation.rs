//! Quotations: passages given by their words.
//!
//! A quotation is the passage's own words. `…` (or `...`) stands for the words between two ends;
//! braces mark the wanted part when the words around it are needed to tell it apart:
//! `was not pulling {troops} out`. A doubled brace is a brace.

/// Longest quotation, in characters; longer ones are shortened with `…`.
pub const MAX_QUOTATION: usize = 2_000;

/// The words of a passage, as an editor gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the ellipses, folded; never empty.
    pub(super) pieces: Vec<String>,
    /// The wanted part: piece and byte offset in it, of start and end.
    pub(super) wanted: [(usize, usize); 2],
}

/// A text that is no quotation; says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationError {
    /// No words.
    Empty,
    /// More than [`MAX_QUOTATION`] characters.
    TooLong,
    /// Not exactly one `{` before one `}`, with words between them.
    Braces,
}

impl std::fmt::Display for QuotationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "expected words of the article, found none",
            Self::TooLong => "expected at most 2,000 characters; put `…` for the words between",
            Self::Braces => {
                "expected one pair of braces around the wanted words, as in \
                 “pulling {troops} out” (a doubled brace is a brace)"
            }
        })
    }
}

impl Quotation {
    /// Reads a quotation.
    ///
    /// # Errors
    /// See [`QuotationError`].
    pub fn parse(text: &str) -> Result<Self, QuotationError> {
        if text.chars().count() > MAX_QUOTATION {
            return Err(QuotationError::TooLong);
        }
        let text = text.replace("...", "…");
        let mut pieces = vec![String::new()];
        let (mut start, mut end) = (None, None);
        let mut letters = text.trim().chars().map(fold).peekable();
        while let Some(letter) = letters.next() {
            let last = pieces.len() - 1;
            let piece = &mut pieces[last];
            match letter {
                // Of `}}}` the first closes, and the others are a brace.
                '}' if start.is_some()
                    && end.is_none()
                    && letters.clone().take_while(|&next| next == '}').count() % 2 == 0 =>
                {
                    end = Some((last, piece.len()));
                }
                '{' | '}' if letters.peek() == Some(&letter) => {
                    letters.next();
                    piece.push(letter);
                }
                '{' if start.is_none() => start = Some((last, piece.len())),
                '{' | '}' => return Err(QuotationError::Braces),
                '…' => {
                    piece.truncate(piece.trim_end().len());
                    pieces.push(String::new());
                }
                ' ' if piece.is_empty() || piece.ends_with(' ') => {}
                other => piece.push(other),
            }
        }
        if pieces.iter().any(String::is_empty) {
            return Err(QuotationError::Empty);
        }
        let last = pieces.len() - 1;
        let all = [(0, 0), (last, pieces[last].len())];
        let wanted = match (start, end) {
            (None, None) => all,
            (Some(start), Some(end)) if start < end => [start, end],
            _ => return Err(QuotationError::Braces),
        };
        let wanted = wanted.map(|(piece, offset)| (piece, offset.min(pieces[piece].len())));
        Ok(Self { pieces, wanted })
    }
}

/// White space, apostrophes and quotation marks in their plain shape.
pub(super) fn fold(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        Quotation::parse(text).map(|quotation| quotation.pieces).unwrap_or_default()
    }

    #[test]
    fn a_quotation_is_typed_plainly() {
        assert_eq!(pieces("  “It’s\n  here” "), ["\"It's here\""]);
        assert_eq!(pieces("first … last"), ["first", "last"]);
        assert_eq!(pieces("first... last"), ["first", "last"]);
        assert_eq!(pieces("a {{b}} c"), ["a {b} c"]);
    }

    #[test]
    fn braces_mark_the_wanted_part() {
        let wanted = |text| Quotation::parse(text).map(|quotation| quotation.wanted);
        assert_eq!(wanted("was not"), Ok([(0, 0), (0, 7)]));
        assert_eq!(wanted("pulling {troops} out"), Ok([(0, 8), (0, 14)]));
        assert_eq!(wanted("a {b … c} d"), Ok([(0, 2), (1, 1)]));
        for bad in ["{a", "a}", "a {} b", "}a{", "{a} {b}", "{{a}"] {
            assert_eq!(wanted(bad), Err(QuotationError::Braces), "{bad}");
        }
    }

    #[test]
    fn nothing_and_too_much_are_no_quotations() {
        for bad in ["", "  ", "…", "a …", "… a", "a … … b"] {
            assert_eq!(Quotation::parse(bad), Err(QuotationError::Empty), "{bad}");
        }
        let long = "a".repeat(MAX_QUOTATION + 1);
        assert_eq!(Quotation::parse(&long), Err(QuotationError::TooLong));
    }
}
