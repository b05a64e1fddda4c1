//! The desk: the article that is open, as it was read and as it was corrected.

use super::keeping::Line;
use crate::article::Article;
use crate::browser::dom;
use crate::library::Journal;
use crate::page::bind;
use crate::page::explorer::Explorer;
use crate::page::signal::Signal;
use crate::page::stage;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Showing {
    /// The start screen.
    #[default]
    Start,
    /// The start screen, and an article is being opened: what is being done.
    Opening(&'static str),
    /// An article; perhaps what is still being done with it.
    Article(Option<&'static str>),
}

/// Everything the studio adds to the page. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The page around the article.
    pub explorer: Explorer,
    /// What the page shows.
    pub showing: Signal<Showing>,
    /// Why the last article was not opened.
    pub refused: Signal<String>,
    /// The article as it was read.
    pub base: Signal<Article>,
    /// What was corrected in it.
    pub journal: Signal<Journal>,
    /// Under which key it is kept; empty as long as there is none.
    pub key: Signal<String>,
    /// What is known of where it is kept.
    pub line: Signal<Line>,
}

impl Desk {
    /// An empty desk.
    pub fn new(explorer: Explorer) -> Self {
        let desk = Self {
            explorer,
            showing: Signal::new(Showing::default()),
            refused: Signal::new(String::new()),
            base: Signal::new(Article::default()),
            journal: Signal::new(Journal::default()),
            key: Signal::new(String::new()),
            line: Signal::new(Line::default()),
        };
        bind::watch(move || {
            let start = !desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
            if let Some(root) = dom::root() {
                dom::attribute(&root, "data-start", start.then_some(""));
            }
        });
        desk
    }

    /// Makes room for another article: nothing is corrected in it, and it has a key of its own.
    pub fn clear(self, key: String, journal: Journal) {
        self.key.set(key);
        self.journal.set(journal);
    }

    /// Puts an article on the desk, as it was read, and shows it with what was corrected.
    pub fn put(self, article: Article) {
        self.base.set(article);
        self.refresh();
    }

    /// Puts a kept article on the desk.
    pub fn lay(self, key: &str, base: Article, journal: Journal) {
        self.clear(key.to_owned(), journal);
        self.put(base);
    }

    /// Shows the article with what was corrected.
    pub fn refresh(self) {
        stage::show(self.explorer, self.base.get_untracked());
    }

    /// Takes the article from the desk; the start screen stands there.
    pub fn put_away(self) {
        self.key.set(String::new());
        self.showing.set(Showing::Start);
    }
}
