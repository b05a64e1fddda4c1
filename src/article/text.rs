//! The plain text with fast access by scalar offsets.

use super::{Article, Span};

/// An article's plain text that can be cut by [`Span`]s in constant time.
#[derive(Clone, Debug)]
pub struct PlainText {
    text: String,
    /// Byte offset of every scalar, and of the end.
    bytes: Vec<u32>,
}

impl PlainText {
    /// Prepares a text; linear in its length. Texts over 4 GiB are not meant.
    pub fn new(text: String) -> Self {
        // Room for all at once: growing a list of millions copies it again and again.
        let mut bytes = Vec::with_capacity(text.len() + 1);
        bytes.extend(text.char_indices().map(|(at, _)| at as u32));
        bytes.push(text.len() as u32);
        Self { text, bytes }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in scalars.
    pub fn len(&self) -> u32 {
        self.bytes.len() as u32 - 1
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The scalar that begins at this byte, or the one after it.
    pub fn scalar_at(&self, byte: usize) -> u32 {
        self.bytes.partition_point(|&at| (at as usize) < byte) as u32
    }

    /// The words in a span; what lies outside the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        let at = |offset: u32| self.bytes[(offset as usize).min(self.bytes.len() - 1)] as usize;
        self.text.get(at(span.start)..at(span.end)).unwrap_or_default()
    }
}

impl Default for PlainText {
    fn default() -> Self {
        Self::new(String::new())
    }
}

impl From<&Article> for PlainText {
    fn from(article: &Article) -> Self {
        Self::new(article.plain_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_by_scalars_and_never_panics() {
        let text = PlainText::new("“é” 𝄞x".into());
        assert_eq!(text.len(), 6);
        assert_eq!(text.slice(Span::new(1, 2)), "é");
        assert_eq!(text.slice(Span::new(4, 6)), "𝄞x");
        assert_eq!(text.slice(Span::new(5, 900)), "x");
        assert_eq!(text.slice(Span { start: 5, end: 2 }), "");
        assert_eq!(
            [0, 3, 4, 5, 8, 9, 13, 99].map(|at| text.scalar_at(at)),
            [0, 1, 2, 2, 3, 4, 5, 7]
        );
    }
}
