//! Ids made from words.

use super::{Article, Id, fold};
use std::collections::{HashMap, HashSet};

/// Words of an id are cut to about so many bytes.
const LONGEST: usize = 40;

/// Ids that are given once only.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    given: HashSet<String>,
    /// The last number behind the same words.
    last: HashMap<String, u32>,
}

impl Ids {
    /// Those that the things of an article have already.
    pub fn of(article: &Article) -> Self {
        let given = article.things().map(|(id, _)| id.to_string()).collect();
        Self { given, last: HashMap::new() }
    }

    /// An id like these words; with a number behind it if another thing has it already.
    pub fn next(&mut self, words: &str) -> Id {
        let like = short_name(words);
        let mut id = like.clone();
        while self.given.contains(&id) {
            let n = self.last.entry(like.clone()).or_insert(1);
            *n += 1;
            id = format!("{like}-{n}");
            // `para` is no name of the page’s own, `para-2` is.
            if Id::new(id.as_str()).is_err() {
                id = format!("x-{like}-{n}");
            }
        }
        self.given.insert(id.clone());
        Id::new(id).unwrap_or_default()
    }
}

/// Words as an article's short name, or as the first id that they ask for: as [`slug`], and no
/// name of the page's own. Always what [`Id`] allows, so it can be a folder's name.
pub fn short_name(words: &str) -> String {
    let like = slug(words);
    if Id::new(like.as_str()).is_ok() { like } else { format!("x-{like}") }
}

/// Words in lower-case ASCII with hyphens between them; `x` where nothing is left of them.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars() {
        if slug.len() >= LONGEST && c == ' ' {
            break;
        }
        if slug.len() >= 2 * LONGEST - 10 {
            break;
        }
        for plain in fold(c).into_iter().flatten() {
            if plain.is_ascii_alphanumeric() {
                slug.push(plain.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') && !is_apostrophe(plain) {
                slug.push('-');
            }
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids() {
        for (words, like) in [
            ("Ali Khamenei", "ali-khamenei"),
            ("Iran’s “Supreme” Leader", "irans-supreme-leader"),
            ("São Paulo", "sao-paulo"),
            ("中国", "x"),
            ("", "x"),
        ] {
            assert_eq!(slug(words), like);
        }
        assert!(slug(&"long words ".repeat(50)).len() <= 60);
        assert!(slug(&"x".repeat(500)).len() <= 80);
    }

    #[test]
    fn nothing_has_the_id_of_another_or_of_the_page() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["Iraq", "Iraq", "Card", "card", "list-who"].map(|w| ids.next(w).to_string()).into();
        assert_eq!(given[..2], ["iraq", "iraq-2"]);
        assert_eq!(given[2..4], ["x-card", "x-card-2"]);
        let given = ["Pará", "Para", "Para"].map(|words| ids.next(words).to_string());
        assert_eq!(given, ["para", "x-para-2", "x-para-3"]);
    }
}
