//! The desk: the article that is open, as it was read and as it was corrected.

use crate::article::Article;
use crate::browser::dom;
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
}

impl Desk {
    /// An empty desk.
    pub fn new(explorer: Explorer) -> Self {
        let desk = Self {
            explorer,
            showing: Signal::new(Showing::default()),
            refused: Signal::new(String::new()),
            base: Signal::new(Article::default()),
        };
        bind::watch(move || {
            let start = !desk.showing.with(|showing| matches!(showing, Showing::Article(_)));
            if let Some(root) = dom::root() {
                dom::attribute(&root, "data-start", start.then_some(""));
            }
        });
        desk
    }

    /// Puts an article on the desk and shows it.
    pub fn put(self, article: Article) {
        self.base.set(article.clone());
        stage::show(self.explorer, article);
    }
}
