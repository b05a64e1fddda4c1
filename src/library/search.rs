//! Finding a kept article by its words: accents and case do not count.

use crate::article::Folded;
use serde::Deserialize;

/// What is searched: a title and facts, or a whole text. Folded, each word with a space before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack(String);

/// Makes parts of an article ready for searching.
pub fn haystack<'a>(parts: impl Iterator<Item = &'a str>) -> Haystack {
    let mut all = String::new();
    for part in parts {
        all.push(' ');
        all.push_str(&Folded::new(part).into_text().replace('\n', " "));
    }
    Haystack(all)
}

/// The words of an article, from its JSON; the rest is passed over.
///
/// # Errors
/// When it is no article.
pub fn words(json: &str) -> Result<Haystack, serde_json::Error> {
    #[derive(Deserialize)]
    struct Words {
        blocks: Vec<Block>,
    }
    #[derive(Deserialize)]
    struct Block {
        text: String,
    }
    let Words { blocks } = serde_json::from_str(json)?;
    Ok(haystack(blocks.iter().map(|block| &*block.text)))
}

/// The words that somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let folded = Folded::new(typed).into_text();
        Self(folded.split_whitespace().map(begins_word).collect())
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word begins a word in one of these.
    pub fn fits(&self, places: &[&Haystack]) -> bool {
        self.0.iter().all(|word| places.iter().any(|place| place.0.contains(&**word)))
    }
}

/// With a space before it, so that it is found at the beginning of words only. Scripts that part
/// no words have it anywhere.
fn begins_word(word: &str) -> String {
    let anywhere = word.starts_with(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..));
    if anywhere { word.to_owned() } else { format!(" {word}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block};

    #[test]
    fn an_article_s_words_are_found_in_its_json() -> Result<(), serde_json::Error> {
        let block = |text: &str| Block { text: text.into(), ..Block::default() };
        let article =
            Article { blocks: vec![block("Über"), block("Basra “x”")], ..Article::default() };
        let words = words(&serde_json::to_string(&article)?)?;
        assert_eq!(words, haystack(["Über", "Basra “x”"].into_iter()));
        assert!(super::words("[]").is_err());
        Ok(())
    }

    #[test]
    fn each_word_begins_a_word_somewhere() {
        let title = haystack(["Café “Zürich” reopens", "José García"].into_iter());
        let text = haystack(["The troops\nleft Basra.", "在伊拉克"].into_iter());
        for (typed, fits) in [
            ("cafe", true),
            ("CAFÉ garcia", true),
            ("zur jose", true),
            ("afe", false),
            ("cafe basra", true),
            ("cafe mosul", false),
            ("伊拉克", true),
            ("  ", true),
        ] {
            assert_eq!(Query::new(typed).fits(&[&title, &text]), fits, "{typed}");
        }
        assert!(Query::new(" … ").is_empty());
    }
}
