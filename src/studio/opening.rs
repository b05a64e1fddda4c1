//! The ways in: pasted words, chosen and dropped files.

use super::analyst::{self, Analyst, Answer};
use super::desk::{Desk, Showing};
use super::{keeping, opened};
use crate::article::Article;
use crate::browser::{chance, dom, events, fetch, history};
use crate::correct::Journal;
use crate::export::link;
use crate::intake::Opened;
use crate::page::bind;
use crate::page::listeners::follow_link;
use crate::view::ViewState;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement,
};

/// The largest file that is looked into, in bytes; the analyst refuses smaller ones with better
/// reasons.
const MOST_BYTES: f64 = 25.0 * 1024.0 * 1024.0;

/// What is open next when several files come at once.
type Waiting = Rc<RefCell<Vec<File>>>;

/// Brings the start screen to life.
pub fn live(desk: Desk) -> Rc<Opening> {
    let opening = Opening::new(desk);
    screen(desk);
    let read = Rc::clone(&opening);
    bind::on("submit", "#start .paste", move |event, _| {
        event.prevent_default();
        let words = field().map(|field| field.value()).unwrap_or_default();
        if words.trim().is_empty() {
            return desk.refused.set("Paste an article’s words first.".into());
        }
        let address =
            words.trim().starts_with("http") && !words.trim().contains(char::is_whitespace);
        if address {
            return desk.refused.set(ADDRESS.into());
        }
        read.open("pasted.txt", words.as_bytes());
    });
    bind::press("[data-start=choose]", || {
        if let Some(input) = files_field() {
            input.click();
        }
    });
    let chosen = Rc::clone(&opening);
    bind::on("change", "#files", move |_, _| {
        let Some(input) = files_field() else { return };
        if let Some(files) = input.files() {
            chosen.files(&files);
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    let pasted = Rc::clone(&opening);
    events::listen(&dom::document(), "paste", move |event: ClipboardEvent| pasted.paste(&event));
    let dropped = Rc::clone(&opening);
    events::listen(&dom::window(), "drop", move |event: DragEvent| dropped.drop(&event));
    events::listen(&dom::window(), "dragover", |event: DragEvent| event.prevent_default());
    // What is dragged within the page is no article.
    for (name, inside) in [("dragstart", true), ("dragend", false)] {
        let dragged = Rc::clone(&opening);
        events::listen(&dom::window(), name, move |_: DragEvent| dragged.inside.set(inside));
    }
    let linked = Rc::clone(&opening);
    events::listen(&dom::window(), "hashchange", move |_: Event| linked.open_link());
    opening.open_link();
    let cancelled = Rc::clone(&opening);
    bind::press("[data-start=cancel],[data-desk=stop]", move || cancelled.cancel());
    let example = Rc::clone(&opening);
    bind::press("[data-start=example]", move || example.example());
    let again = Rc::clone(&opening);
    bind::press("[data-desk=again]", move || again.again());
    // Whoever is on the start screen is about to open something.
    let warm = Rc::clone(&opening);
    events::after(WARM_AFTER, move || warm.warm_up());
    opening
}

/// Keeps the screen as the desk says.
fn screen(desk: Desk) {
    bind::hide("#start .progress", move || {
        desk.showing.with(|showing| !matches!(showing, Showing::Opening(_)))
    });
    bind::write("#start .progress p", move || match desk.showing.get() {
        Showing::Opening(words) => words.to_owned(),
        _ => String::new(),
    });
    bind::hide("#start .refused", move || desk.refused.with(String::is_empty));
    bind::write("#start .refused", move || desk.refused.get());
    bind::hide("[data-desk=stop]", move || {
        desk.showing.with(|showing| !matches!(showing, Showing::Article(Some(_))))
    });
    // A person's annotations are not given up for a program's.
    bind::hide(".window.article .again", move || {
        desk.explorer.window.track();
        desk.work.with(|work| has_persons_marks(work.base())) || !analyst::is_there()
    });
    bind::fill(".desk-bar .kept", move || match desk.showing.get() {
        Showing::Article(Some(words)) => words.to_owned(),
        _ => desk.line.get().html().to_owned(),
    });
}

/// Whether there is a mark that no program made, or that a person has looked at.
fn has_persons_marks(article: &Article) -> bool {
    let ids = (article.entities.iter().map(|x| &x.id))
        .chain(article.times.iter().map(|x| &x.id))
        .chain(article.events.iter().map(|x| &x.id))
        .chain(article.quotes.iter().map(|x| &x.id))
        .chain(article.figures.iter().map(|x| &x.id));
    !article.notes.is_empty() || ids.into_iter().any(|id| !article.found.contains_key(id))
}

fn field() -> Option<HtmlTextAreaElement> {
    dom::by_id("pasted")?.dyn_into().ok()
}

fn files_field() -> Option<HtmlInputElement> {
    dom::by_id("files")?.dyn_into().ok()
}

/// One article after another through the analyst.
pub struct Opening {
    desk: Desk,
    analyst: Analyst,
    turn: Cell<u32>,
    /// The turn in which the article on the desk is read once more.
    again: Cell<u32>,
    waiting: Waiting,
    /// What was found so far in the article that is being read.
    found: RefCell<Vec<Article>>,
    /// The article on the desk that the answers are about, by the desk's count.
    about: Cell<u32>,
    /// Why files of the queue could not be read.
    reasons: RefCell<Vec<String>>,
    /// Something of this page is being dragged.
    inside: Cell<bool>,
}

impl Opening {
    fn new(desk: Desk) -> Rc<Self> {
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
                again: Cell::new(0),
                waiting: Rc::default(),
                found: RefCell::default(),
                about: Cell::default(),
                reasons: RefCell::default(),
                inside: Cell::default(),
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
        self.hand_over(name, bytes);
    }

    /// Starts the analyst before it is needed.
    fn warm_up(&self) {
        if !self.desk.has_article() {
            self.analyst.warm_up();
        }
    }

    fn hand_over(&self, name: &str, bytes: &[u8]) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        self.found.take();
        self.about.set(self.desk.laid.get_untracked());
        if let Err(reason) = self.analyst.read(turn, name, bytes, "") {
            self.refuse(reason);
        }
    }

    /// Has the article on the desk read once more; its key and what was corrected stay.
    pub fn again(&self) {
        let bare = self.desk.work.with_untracked(|work| {
            let (meta, blocks) = (work.base().meta.clone(), work.base().blocks.clone());
            Article { meta, blocks, ..Article::default() }
        });
        self.waiting.take();
        self.desk.explorer.window.set(None);
        self.desk.showing.set(Showing::Article(Some(LOOKING)));
        self.again.set(self.turn.get() + 1);
        self.hand_over("again.json", keeping::json(&bare).as_bytes());
    }

    /// Shows the article that the link holds.
    fn open_link(&self) {
        let Some(packed) = history::offered() else { return };
        match link::unpack(&packed) {
            Ok(article) => {
                self.turn.set(self.turn.get() + 1);
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
        let idle = self
            .desk
            .showing
            .with_untracked(|showing| matches!(showing, Showing::Start | Showing::Article(None)));
        if broke && idle {
            // It was to be there early. It is started again, and heard, when it is needed.
            return self.analyst.stop();
        }
        if turn != self.turn.get() && !broke {
            return;
        }
        if self.about.get() != self.desk.laid.get_untracked() {
            // Another article is on the desk, or none.
            return self.analyst.stop();
        }
        let put = match answer {
            // It is on the desk already.
            Answer::Opened(_) if turn == self.again.get() => Ok(()),
            Answer::Opened(json) => opened::opened(&json).map(|opened| {
                let annotated = opened.annotated;
                self.show(opened);
                self.desk.showing.set(Showing::Article((!annotated).then_some(LOOKING)));
            }),
            // Each part is read in a task of its own: long articles must not stop the page.
            Answer::Part(json) => opened::article(&json).map(|part| {
                self.found.borrow_mut().push(part);
            }),
            Answer::Read => {
                self.take_found();
                self.desk.showing.set(Showing::Article(None));
                Ok(())
            }
            Answer::Refused(reason) if reason.is_empty() => {
                self.analyst.stop();
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

    /// Puts what was opened on the desk.
    fn show(&self, opened: Opened) {
        let explorer = self.desk.explorer;
        explorer.view.set(ViewState::default());
        explorer.card.set(None);
        self.desk.put(&chance::name(), opened.article, self.new_journal());
        self.about.set(self.desk.laid.get_untracked());
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        if !opened.remarks.is_empty() {
            explorer.say(opened.remarks.join(" "));
        }
        if let Some(view) = opened.view {
            let _ = dom::window().location().set_hash(&view);
        }
    }

    /// Puts the parts of what was found together with the words that are on the desk.
    fn take_found(&self) {
        let parts = self.found.take();
        if parts.is_empty() {
            return;
        }
        let blocks = self.desk.work.with_untracked(|work| work.base().blocks.clone());
        self.desk.put_again(opened::joined(parts, blocks));
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

    /// Gives up what is being read; the words stay if they are there.
    fn cancel(&self) {
        self.turn.set(self.turn.get() + 1);
        self.analyst.stop();
        self.waiting.take();
        let here = self.desk.showing.with_untracked(|s| matches!(s, Showing::Article(_)));
        self.desk.showing.set(if here { Showing::Article(None) } else { Showing::Start });
    }

    /// Opens the first article of this site.
    fn example(self: &Rc<Self>) {
        let opening = Rc::clone(self);
        spawn_local(async move {
            match fetch::bytes(EXAMPLE).await {
                Some(page) => opening.open("example.html", &page),
                None => opening.refuse("The example could not be loaded.".into()),
            }
        });
    }

    fn paste(self: &Rc<Self>, event: &ClipboardEvent) {
        let on_start = !self.desk.showing.with_untracked(|s| matches!(s, Showing::Article(_)));
        let Some(data) = event.clipboard_data().filter(|_| on_start) else { return };
        let in_field = |target: HtmlElement| target.matches("input").unwrap_or(false);
        if event.target().and_then(|t| t.dyn_into().ok()).is_some_and(in_field) {
            return;
        }
        // Words first: office programs put a picture of them beside.
        if self.words(&data) {
            event.prevent_default();
        } else if let Some(files) = data.files().filter(|files| files.length() > 0) {
            event.prevent_default();
            self.files(&files);
        }
    }

    fn drop(self: &Rc<Self>, event: &DragEvent) {
        event.prevent_default();
        if self.inside.get() {
            return;
        }
        let Some(data) = event.data_transfer() else { return };
        match data.files().filter(|files| files.length() > 0) {
            Some(files) => self.files(&files),
            None => drop(self.words(&data)),
        }
    }

    /// Rich text where there is some, else plain.
    fn words(&self, data: &DataTransfer) -> bool {
        for (kind, name) in [("text/html", "clipboard.html"), ("text/plain", "pasted.txt")] {
            let words = data.get_data(kind).unwrap_or_default();
            if words.chars().filter(|c| c.is_alphanumeric()).take(ENOUGH).count() == ENOUGH {
                self.open(name, words.as_bytes());
                return true;
            }
        }
        false
    }

    fn files(self: &Rc<Self>, files: &FileList) {
        self.take((0..files.length()).filter_map(|n| files.get(n)).collect());
    }

    /// Opens these, one after another.
    pub fn take(self: &Rc<Self>, mut all: Vec<File>) {
        all.reverse();
        self.reasons.take();
        self.waiting.replace(all);
        self.next_file();
    }

    fn next_file(self: &Rc<Self>) {
        let next = self.waiting.borrow_mut().pop();
        let Some(file) = next else {
            // Those that were read stand on the desk and in the list.
            let reasons = self.reasons.take();
            if !reasons.is_empty() && self.desk.has_article() {
                self.desk.explorer.say(reasons.join(" "));
            }
            return;
        };
        if file.size() > MOST_BYTES {
            let size = (file.size() / 1e6).round();
            self.refuse(format!(
                "“{}” has {size} MB. Expected an article, at most 20 MB.",
                file.name()
            ));
            return self.next_file();
        }
        let opening = Rc::clone(self);
        spawn_local(async move {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => {
                    opening.bytes(&file.name(), &js_sys::Uint8Array::new(&buffer).to_vec());
                }
                Err(_) => {
                    opening.refuse(format!(
                        "The browser could not read “{}”. It may have been moved; choose it again.",
                        file.name()
                    ));
                    opening.next_file();
                }
            }
        });
    }
}

const ADDRESS: &str = "A page may not look into another one: paste the article’s words, not its \
    address; or send them here with the bookmark below.";

const TAKING: &str = "Taking the article apart …";

const LOOKING: &str = "Looking for names, dates, quotations …";

/// The page of the site's first article.
const EXAMPLE: &str = "index.html";

/// Milliseconds after the page is live until the analyst is fetched.
const WARM_AFTER: u32 = 300;

/// Fewer letters than this on the clipboard are no article; they go where the cursor is.
const ENOUGH: usize = 200;

const GAVE_UP: &str = "The analyst stopped in the middle of this article. The text is not lost: \
    it stands where it came from. Please tell us about it.";
