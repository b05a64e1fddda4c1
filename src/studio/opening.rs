//! One article after another through the analyst and onto the desk.

mod files;
mod laying;
pub mod sentences;

use super::analyst::{Analyst, Answer, Wanted};
use super::desk::{Desk, Showing};
use super::offers::About;
use super::told::{self, Back};
use super::{keeping, opened};
use crate::article::Article;
use crate::browser::{chance, history};
use crate::correct::Journal;
use crate::export::link;
use crate::intake::Extent;
use crate::page::listeners::follow_link;
use crate::page::signal::Signal;
use crate::view::ViewState;
use sentences::{GAVE_UP, LOOKING, MISSING, NAMELESS, NAMES, READ_AGAIN, STAYS, TAKING};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::File;

/// One article after another through the analyst.
pub struct Opening {
    desk: Desk,
    analyst: Analyst,
    turn: Cell<u32>,
    /// The turn whose article the analyst has in hand, and how many bytes that is.
    asked: Cell<Option<(u32, usize)>>,
    /// The turn in which the article on the desk is read once more.
    again: Cell<u32>,
    /// Files that come next, the last first.
    waiting: RefCell<Vec<File>>,
    /// What was found so far in the article that is being read.
    found: RefCell<Vec<Article>>,
    /// The article on the desk that the answers are about, by the desk's count.
    about: Cell<u32>,
    /// Why files of the queue could not be read.
    reasons: RefCell<Vec<String>>,
    /// The file that is being read.
    file: RefCell<Option<Bytes>>,
    /// The turn in which the file on the desk is read once more, with all that is in it.
    whole: Cell<u32>,
    /// What was left out of the article on the desk.
    pub left_out: Signal<About<LeftOut>>,
    /// The key of a kept article that may be the one on the desk, which has none then.
    pub twin: Signal<About<String>>,
}

/// From so many bytes on, reading an article takes longer than starting a worker.
const LONG: usize = 200_000;

/// What a file was called, and its bytes.
type Bytes = (String, Rc<[u8]>);

/// What was left out of an article.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// How much, in words for the reader.
    pub words: String,
    /// Where all of it is.
    file: Bytes,
}

impl Opening {
    /// Nothing is being read; the analyst is not started yet.
    pub fn new(desk: Desk) -> Rc<Self> {
        Rc::new_cyclic(|opening: &std::rc::Weak<Self>| {
            let opening = opening.clone();
            let analyst = Analyst::new(move |turn, answer| {
                if let Some(opening) = opening.upgrade() {
                    opening.heard(turn, answer);
                }
            });
            Self {
                desk,
                analyst,
                turn: Cell::new(0),
                asked: Cell::default(),
                again: Cell::new(0),
                waiting: RefCell::default(),
                found: RefCell::default(),
                about: Cell::default(),
                reasons: RefCell::default(),
                file: RefCell::default(),
                whole: Cell::default(),
                left_out: Signal::new(About::default()),
                twin: Signal::new(About::default()),
            }
        })
    }

    /// Has it read; what was being read before, and what waited, is given up.
    pub fn open(&self, name: &str, bytes: &[u8]) {
        self.waiting.take();
        self.reasons.take();
        self.bytes(name, bytes);
    }

    /// An article that is on the desk stays until the next one is there.
    fn bytes(&self, name: &str, bytes: &[u8]) {
        let here = self.desk.showing.with_untracked(|s| matches!(s, Showing::Article(_)));
        self.desk.refused.set(String::new());
        self.desk.showing.set(if here {
            Showing::Article(Some(TAKING))
        } else {
            Showing::Opening(TAKING)
        });
        self.file.replace(Some((name.to_owned(), bytes.into())));
        self.hand_over(name, bytes, Extent::Article);
    }

    /// Starts the analyst before it is needed.
    pub fn warm_up(&self) {
        if !self.desk.has_article() {
            self.analyst.warm_up();
        }
    }

    /// Whether the analyst's parts are still coming.
    pub fn is_loading(&self) -> bool {
        self.analyst.is_loading()
    }

    fn hand_over(&self, name: &str, bytes: &[u8], extent: Extent) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        self.found.take();
        self.about.set(self.desk.laid.get_untracked());
        // What nobody waits for any more: a short one is read before another worker is there.
        if self.asked.get().is_some_and(|(_, bytes)| bytes > LONG) {
            self.end();
        }
        self.asked.set(Some((turn, bytes.len())));
        // A draft that is there is not given up for less.
        let wanted = Wanted { whole: turn == self.again.get(), extent };
        if let Err(reason) = self.analyst.read(turn, name, bytes, wanted) {
            self.refuse(reason);
        }
    }

    /// Has the article on the desk read once more; its key and what was corrected stay.
    pub fn again(&self) {
        let bare = self.desk.work.with_untracked(|work| {
            // A day that a person has given counts for what is found.
            let (meta, blocks) = (work.article().meta.clone(), work.base().blocks.clone());
            Article { meta, blocks, ..Article::default() }
        });
        self.waiting.take();
        self.desk.explorer.window.set(None);
        self.desk.showing.set(Showing::Article(Some(LOOKING)));
        self.again.set(self.turn.get() + 1);
        self.hand_over("again.json", keeping::json(&bare).as_bytes(), Extent::All);
    }

    /// Has the file on the desk read once more, with all that is in it; its key stays. Corrections
    /// are about the text as it is: of one that has any there is no other.
    pub fn everything(&self) {
        let laid = self.desk.laid.get_untracked();
        let left_out = self.left_out.with_untracked(|left_out| left_out.of(laid).cloned());
        let Some(LeftOut { file: (name, bytes), .. }) = left_out else { return };
        if self.desk.is_corrected() {
            return;
        }
        self.waiting.take();
        self.left_out.set(About::default());
        self.desk.showing.set(Showing::Article(Some(TAKING)));
        self.whole.set(self.turn.get() + 1);
        self.hand_over(&name, &bytes, Extent::All);
    }

    /// Shows the article that the link holds.
    pub fn open_link(&self) {
        let Some(packed) = history::offered() else { return };
        match link::unpack(&packed) {
            Ok(article) => {
                self.turn.set(self.turn.get() + 1);
                // The page has looked for what the link shows before it was there.
                self.desk.explorer.view.set(ViewState::default());
                self.desk.put("", article, self.new_journal());
                history::hold(Some(packed));
                self.desk.showing.set(Showing::Article(None));
                follow_link(self.desk.explorer);
            }
            Err(problem) => self.refuse(format!("The link’s article cannot be shown: {problem}.")),
        }
    }

    fn heard(self: &Rc<Self>, turn: u32, answer: Answer) {
        let broke = turn == u32::MAX;
        let last = !matches!(answer, Answer::Opened(_) | Answer::Part(_) | Answer::Draft);
        if last && self.asked.get().is_some_and(|(asked, _)| asked == turn) {
            self.asked.set(None);
        }
        let idle = self
            .desk
            .showing
            .with_untracked(|showing| matches!(showing, Showing::Start | Showing::Article(None)));
        if broke && idle {
            // It was to be there early. It is started again, and heard, when it is needed.
            return self.end();
        }
        if turn != self.turn.get() && !broke {
            return;
        }
        if self.about.get() != self.desk.laid.get_untracked() {
            // Another article is on the desk, or none.
            return self.end();
        }
        let put = match answer {
            // It is on the desk already.
            Answer::Opened(_) if turn == self.again.get() => Ok(()),
            Answer::Opened(json) if turn == self.whole.get() => {
                opened::opened(&json).map(|opened| {
                    self.desk.put_again(opened.article);
                    self.desk.showing.set(Showing::Article(Some(LOOKING)));
                })
            }
            Answer::Opened(json) => opened::opened(&json).map(|opened| {
                let is_read = self.show(opened);
                if is_read {
                    // Whatever else is found is in other words.
                    self.turn.set(turn + 1);
                }
                self.desk.showing.set(Showing::Article((!is_read).then_some(LOOKING)));
            }),
            // Each part is read in a task of its own: long articles must not stop the page.
            Answer::Part(json) => opened::article(&json).map(|part| {
                self.found.borrow_mut().push(part);
            }),
            Answer::Draft => {
                self.take_found();
                self.desk.showing.set(Showing::Article(Some(NAMES)));
                Ok(())
            }
            Answer::Read => {
                self.take_found();
                self.desk.showing.set(Showing::Article(None));
                if turn == self.again.get() {
                    told::tell(self.desk, READ_AGAIN.to_owned(), Back::Nothing);
                }
                Ok(())
            }
            Answer::Nameless => {
                self.desk.showing.set(Showing::Article(None));
                self.desk.explorer.say(if turn == self.again.get() { STAYS } else { NAMELESS });
                Ok(())
            }
            Answer::Missing => {
                self.end();
                Err(MISSING.to_owned())
            }
            Answer::Refused(reason) if reason.is_empty() => {
                self.end();
                Err(GAVE_UP.to_owned())
            }
            Answer::Refused(reason) => Err(reason),
        };
        if let Err(reason) = put {
            self.refuse(reason);
        }
        if !matches!(self.desk.showing.get_untracked(), Showing::Article(Some(_))) {
            self.next_file();
        }
    }

    fn new_journal(&self) -> Journal {
        Journal::new(chance::name())
    }

    /// An article that is on the desk stays there.
    fn refuse(&self, reason: String) {
        self.reasons.borrow_mut().push(reason);
        let reason = self.reasons.borrow().join(" ");
        if self.desk.showing.with_untracked(|showing| matches!(showing, Showing::Article(_))) {
            self.desk.explorer.say(reason);
            return self.desk.showing.set(Showing::Article(None));
        }
        self.desk.refused.set(reason);
        self.desk.showing.set(Showing::Start);
    }

    /// Ends the analyst, whatever it does.
    fn end(&self) {
        self.asked.set(None);
        self.analyst.stop();
    }

    /// Gives up what is being read; the words stay if they are there.
    pub fn cancel(&self) {
        self.turn.set(self.turn.get() + 1);
        self.end();
        self.waiting.take();
        let here = self.desk.showing.with_untracked(|s| matches!(s, Showing::Article(_)));
        self.desk.showing.set(if here { Showing::Article(None) } else { Showing::Start });
    }
}
