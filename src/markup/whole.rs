//! Everything of a page that depends on its article.

use super::body;
use super::escape::escape;
use super::source::Source;
use super::{about, lists};
use crate::article::{Article, Part, is_right_to_left};

/// The HTML of each place of the page that an article fills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// The article's blocks; [`body::part`] joins them.
    pub blocks: Vec<String>,
    /// What the page says about itself and the article.
    pub about: String,
    /// Source and terms.
    pub terms: String,
    /// The list of entities.
    pub who: String,
    /// The list of events and dates.
    pub when: String,
    /// The list of quotations.
    pub said: String,
    /// The list of figures.
    pub figures: String,
}

impl Whole {
    /// Writes all of it.
    pub fn of(source: &Source<'_>) -> Self {
        Self {
            blocks: body::blocks(source),
            about: about::about(source.article),
            terms: about::terms(source.article),
            who: lists::who(source),
            when: lists::when(source),
            said: lists::said(source),
            figures: lists::figures(source),
        }
    }

    /// What fills a place of the page's template; none for places that are not the article's.
    pub fn place(&self, article: &Article, place: &str) -> Option<String> {
        Some(match place {
            "language" => escape(&article.meta.language),
            "direction" if is_right_to_left(&article.meta.language) => " dir=\"rtl\"".to_owned(),
            "direction" => String::new(),
            "title" => escape(&article.meta.title),
            "article_head" => body::part(article, &self.blocks, Part::Head),
            "article_body" => body::part(article, &self.blocks, Part::Body),
            "article_tail" => body::part(article, &self.blocks, Part::Tail),
            "about" => self.about.clone(),
            "terms" => self.terms.clone(),
            "who" => self.who.clone(),
            "when" => self.when.clone(),
            "said" => self.said.clone(),
            "figures" => self.figures.clone(),
            _ => return None,
        })
    }
}
