//! The desk: the article that is open, as it was read and as it was corrected.

mod controls;

pub use controls::live;

use super::keeping::Line;
use super::steps::Steps;
use super::told::{Back, Told, tell};
use crate::article::Article;
use crate::browser::{dom, events, history};
use crate::correct::{Correction, Desk as Work, Journal, Ref};
use crate::library::Entry;
use crate::page::explorer::Explorer;
use crate::page::signal::Signal;
use crate::page::stage;
use crate::time::Civil;
use std::rc::Rc;

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
    /// The article with what was corrected in it.
    pub work: Signal<Work>,
    /// Counts the readings: a new one is another base for what is corrected.
    pub readings: Signal<u32>,
    /// Of which thing the form on the card is, as that was when the form was opened.
    pub mended: Signal<Option<Ref>>,
    /// What was marked just now: to cancel its form takes it back.
    pub fresh: Signal<bool>,
    /// Counts the articles that were put on the desk or taken from it.
    pub laid: Signal<u32>,
    /// Under which key it is kept; empty as long as there is none.
    pub key: Signal<String>,
    /// What is known of where it is kept.
    pub line: Signal<Line>,
    /// What the list says of the kept articles, as far as it has been read.
    pub shelf: Signal<Rc<Vec<Entry>>>,
    /// What was corrected last.
    pub told: Signal<Told>,
    /// What was corrected together.
    steps: Signal<Steps>,
}

impl Desk {
    /// An empty desk. `writer` is a name that no other tab has.
    pub fn new(explorer: Explorer, writer: &str) -> Self {
        Self {
            explorer,
            showing: Signal::new(Showing::default()),
            refused: Signal::new(String::new()),
            work: Signal::new(Work::new(Article::default(), Journal::new(writer))),
            readings: Signal::new(0),
            mended: Signal::new(None),
            fresh: Signal::new(false),
            laid: Signal::new(0),
            key: Signal::new(String::new()),
            line: Signal::new(Line::default()),
            shelf: Signal::new(Rc::default()),
            told: Signal::new(Told::default()),
            steps: Signal::new(Steps::default()),
        }
    }

    /// Puts an article on the desk, with the corrections it has, and shows it. It is kept under
    /// this key; without one as soon as something is corrected in it.
    pub fn put(self, key: &str, base: Article, journal: Journal) {
        self.laid.update(|count| *count += 1);
        self.key.set(key.to_owned());
        self.lay(Work::new(base, journal));
    }

    /// Takes the article that stands in the page already.
    pub fn take(self, work: impl FnOnce(&Article) -> (Article, Journal)) {
        let model = self.explorer.model();
        let (base, journal) = work(&model.article);
        self.work.set(Work::new(base, journal));
        // A page that was saved shows the article as it left the desk.
        if self.work.with_untracked(|work| *work.article() != *model.article) {
            self.show();
        }
        self.showing.set(Showing::Article(None));
    }

    /// The same article, read again: what was corrected stays so.
    pub fn put_again(self, base: Article) {
        let mut work = self.work.get_untracked();
        work.redraft(base);
        self.lay(work);
    }

    /// Adds what was corrected elsewhere; whether it was new.
    pub fn unite(self, journal: &Journal) -> bool {
        let before = self.work.with_untracked(|work| work.journal().clone());
        let mut united = before.clone();
        united.merge(journal);
        if united == before {
            return false;
        }
        self.work.update(|work| work.merge(journal));
        self.steps.set(Steps::default());
        self.show();
        true
    }

    /// Takes the article from the desk; the start screen stands there.
    pub fn put_away(self) {
        self.laid.update(|count| *count += 1);
        history::hold(None);
        self.key.set(String::new());
        self.explorer.window.set(None);
        self.explorer.say("");
        self.showing.set(Showing::Start);
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        events::next_frame(|| {
            if let Some(title) = dom::by_id("start-title") {
                let _ = title.focus();
            }
        });
    }

    fn lay(self, work: Work) {
        history::hold(None);
        self.explorer.say("");
        // What is hidden behind the start screen cannot be measured.
        if let Some(root) = dom::root() {
            dom::attribute(&root, "data-start", None);
        }
        let failed = work.failed().len();
        self.work.set(work);
        self.steps.set(Steps::default());
        self.readings.update(|count| *count += 1);
        self.show();
        if failed > 0 {
            self.explorer.say(format!(
                "{failed} of the corrections could not be made in this reading; they are listed \
                 under “Details”."
            ));
        }
    }

    fn show(self) {
        stage::show(self.explorer, self.work.with_untracked(Work::shared));
    }

    /// Makes one correction. Whether it was made; if not, the page says why.
    pub fn correct(self, correction: Correction) -> bool {
        let done = self.correct_all(vec![correction]);
        if let Err(refused) = &done {
            self.explorer.say(refused.clone());
        }
        done.is_ok()
    }

    /// Makes all of these corrections, or none and says why not.
    ///
    /// # Errors
    /// In words for the reader.
    pub fn correct_all(self, corrections: Vec<Correction>) -> Result<(), String> {
        let Some(words) = corrections.last().map(Correction::words) else { return Ok(()) };
        let count = corrections.len();
        let done = self.work.update(|work| work.correct_all(corrections));
        done.map_err(|refused| refused.to_string())?;
        self.steps.update(|steps| steps.made(count));
        // A link with the article as it was says no longer what is shown.
        history::hold(None);
        self.show();
        tell(self, counted(&words, count), Back::Undo(count));
        Ok(())
    }

    /// Takes the last corrections back, as many as there are of these.
    pub fn undo(self, count: usize) {
        let words: Vec<String> =
            self.work.update(|work| (0..count).filter_map(|_| work.undo()).collect());
        self.steps.update(|steps| steps.taken_back(words.len()));
        self.turned(words, "Taken back", Back::Redo);
    }

    /// Makes the last ones that were taken back again.
    pub fn redo(self, count: usize) {
        let words: Vec<String> =
            self.work.update(|work| (0..count).filter_map(|_| work.redo()).collect());
        self.steps.update(|steps| steps.made_again(words.len()));
        self.turned(words, "Made again", Back::Undo);
    }

    /// Takes back what was corrected last, all that was made by one press.
    fn step_back(self) {
        self.undo(self.steps.with_untracked(Steps::back));
    }

    /// Makes again what was taken back last.
    fn step_forth(self) {
        self.redo(self.steps.with_untracked(Steps::forth));
    }

    /// Takes this correction back, whatever was corrected after it. Whether it was made.
    pub fn take_back(self, correction: &Correction) -> bool {
        let is_taken = self.work.update(|work| work.take_back(correction));
        if is_taken {
            self.steps.set(Steps::default());
            self.show();
            tell(self, format!("Taken back: {}", correction.words()), Back::Nothing);
        }
        is_taken
    }

    fn turned(self, words: Vec<String>, what: &str, back: fn(usize) -> Back) {
        let Some(first) = words.first() else { return };
        self.show();
        tell(self, format!("{what}: {}", counted(first, words.len())), back(words.len()));
    }

    /// Whether something was corrected in the article, taken back or not.
    pub fn is_corrected(self) -> bool {
        self.work.with_untracked(is_corrected)
    }

    /// The day from which "today" counts in this article.
    pub fn reading_day(self) -> Option<Civil> {
        let model = self.explorer.model();
        let meta = &model.article.meta;
        let day = meta.reading_date.as_deref().or(meta.published.as_deref())?;
        let start = crate::time::parse(day).ok()?.bounds().start?;
        Some(crate::time::civil_at(start))
    }

    /// Whether an article is shown.
    pub fn has_article(self) -> bool {
        self.showing.with(|showing| matches!(showing, Showing::Article(_)))
    }
}

/// One of several corrections in words.
fn counted(words: &str, count: usize) -> String {
    match count {
        0 | 1 => words.to_owned(),
        count => format!("{words}, and {} more", count - 1),
    }
}

/// Whether something was corrected in this work, taken back or not.
pub fn is_corrected(work: &Work) -> bool {
    !work.journal().entries().is_empty()
}
