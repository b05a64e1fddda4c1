//! Another article on the same page, or the same one with other annotations.
//!
//! Long articles must not stop the page: what is in sight comes at once, the rest in slices.
//! Lists and entries are written when they are wanted.

use super::explorer::Explorer;
use super::model::Model;
use super::reshaped::{reshaped, same_text};
use super::{card, painting, reading};
use crate::article::{Article, BlockKind, Part, Span};
use crate::browser::{dom, events, later, ranges::Blocks};
use crate::markup::{Plan, Source, about, body, entries, lists};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Blocks that are there before the first picture.
const AT_ONCE: usize = 40;
/// The longest that blocks are written in one go, in milliseconds.
const SLICE: f64 = 10.0;
/// Blocks that are added in one go.
const ADDED: usize = 40;
/// Places, events and quotations on a card; the arrows at its foot lead through all places.
const ON_A_CARD: usize = 60;
/// From so many blocks on, those out of sight are not laid out.
pub(super) const LONG: usize = 300;

thread_local! {
    /// What is marked in each block of the page, to touch only what has changed; none for a
    /// block that is not there yet.
    static WRITTEN: RefCell<Vec<Option<u64>>> = const { RefCell::new(Vec::new()) };
    static TURN: Cell<u32> = const { Cell::new(0) };
    static SHOWN: RefCell<Rc<Shown>> = RefCell::default();
    static PRINTED: Cell<bool> = const { Cell::new(false) };
}

/// The article in the page.
#[derive(Default)]
struct Shown {
    model: Rc<Model>,
    plan: Plan,
}

/// Gets the page ready for articles that come and change.
pub fn live(explorer: Explorer) {
    later::made::by(list);
    let print = move |whole: bool| {
        PRINTED.set(whole);
        put_lists();
        let panel = explorer.view.with_untracked(|view| view.panel);
        match panel {
            _ if whole => later::lists(),
            Some(panel) => later::list(panel.word()),
            None => {}
        }
    };
    events::listen(&dom::window(), "beforeprint", move |_: Event| print(true));
    events::listen(&dom::window(), "afterprint", move |_: Event| print(false));
}

/// Puts the article into the page and brings the page's parts to it. The reader's place stays
/// where the text is the same as before.
pub fn show(explorer: Explorer, article: Rc<Article>) {
    let before = explorer.model();
    let same = same_text(&before.article, &article)
        && WRITTEN.with_borrow(|written| written.len() == article.blocks.len());
    // Before anything changes: measuring then would lay the page out twice.
    let here = if same { reading::block_in_sight() } else { 0 };
    let selected = if same { reading::selected(&before).map(|(span, _)| span) } else { None };
    let scroll = dom::window().scroll_y().unwrap_or_default();
    let reshaped = if same { reshaped(&before.article, &article) } else { None };
    let model = Rc::new(if same { before.again(article) } else { Model::new(article) });
    let plan = Plan::new(&model.article, &model.index);
    SHOWN.set(Rc::new(Shown { model: Rc::clone(&model), plan }));
    TURN.set(TURN.get().wrapping_add(1));
    match &reshaped {
        Some(blocks) => blocks.iter().for_each(|&n| rewrite(n)),
        None => begin(&model.article),
    }
    let was = same.then_some(&*before.article);
    refill(".about", about::about, was, &model.article);
    refill(".terms", about::terms, was, &model.article);
    put_lists();
    head(&model.article);
    explorer.model.set(model);
    // Whatever shows the view shows it again, with this article.
    explorer.view.update(|_| ());
    let mut writing = Writing { selected, ..Writing::new(explorer, here) };
    writing.added = reshaped.as_ref().is_some_and(|blocks| !blocks.is_empty());
    writing.go_on();
    if same && reshaped.is_none() {
        dom::window().scroll_to_with_x_and_y(0.0, scroll);
    }
    // A form is left to whoever is filling it in.
    if dom::by_selector("#card form").is_none() {
        card::refill(explorer);
    }
}

/// Writes a block again with its element, if it is there.
fn rewrite(n: usize) {
    let out = || dom::by_selector(&format!("#article [data-out='{n}']"));
    if let Some(element) = reading::block(n).filter(|block| block.is_connected()).or_else(out) {
        with_source(|source| {
            element.set_outer_html(&body::block(source, n));
            let written = Some(body::signature(source, n));
            WRITTEN.with_borrow_mut(|all| all[n] = written);
        });
    }
}

/// Takes the blocks of another article away.
fn begin(article: &Article) {
    for place in [".head", "#story", ".tail"] {
        fill(place, "");
    }
    WRITTEN.set(vec![None; article.blocks.len()]);
    if let Some(root) = dom::root() {
        let long = article.blocks.len() > LONG;
        dom::attribute(&root, "data-long", long.then_some(""));
    }
}

/// Blocks being written, those in sight first.
struct Writing {
    explorer: Explorer,
    turn: u32,
    /// What should be marked in each block.
    wanted: Vec<u64>,
    /// Blocks whose marks are others; the last is written first.
    todo: Vec<usize>,
    /// The first block that is not there yet.
    absent: usize,
    /// So many blocks come at once, at least: as far as the reader has come.
    least: usize,
    /// Blocks were added that the rest of the page does not know.
    added: bool,
    /// It took more than one go.
    sliced: bool,
    /// The words that the reader has selected.
    selected: Option<Span>,
}

impl Writing {
    fn new(explorer: Explorer, here: usize) -> Self {
        let wanted: Vec<u64> = with_source(|source| {
            (0..source.article.blocks.len()).map(|n| body::signature(source, n)).collect()
        });
        let (absent, mut todo) = WRITTEN.with_borrow(|written| {
            let absent = written.iter().position(Option::is_none).unwrap_or(written.len());
            let differs = |n: &usize| written[*n] != Some(wanted[*n]);
            (absent, (0..absent).filter(differs).collect::<Vec<_>>())
        });
        todo.sort_by_key(|&n| std::cmp::Reverse(n.abs_diff(here)));
        Self {
            explorer,
            turn: TURN.get(),
            wanted,
            todo,
            absent,
            least: here + ADDED,
            added: false,
            sliced: false,
            selected: None,
        }
    }

    /// Writes for a while, then lets the page answer, until all is written.
    fn go_on(mut self) {
        // Another article or another correction has its own turn.
        if TURN.get() != self.turn {
            return;
        }
        let end = events::now() + SLICE;
        with_source(|source| {
            if self.absent == 0 {
                self.add(source, AT_ONCE.max(self.least));
                self.take_in();
            } else if !self.sliced && self.absent < self.wanted.len() {
                // Another turn added blocks and was not done.
                self.take_in();
            }
            while let Some(n) = self.todo.pop() {
                if let Some(element) = reading::block(n) {
                    element.set_inner_html(&body::inside(source, n));
                    self.select_again(source, n);
                    WRITTEN.with_borrow_mut(|written| written[n] = Some(self.wanted[n]));
                }
                if events::now() > end {
                    return;
                }
            }
            while self.absent < self.wanted.len() {
                self.add(source, ADDED);
                if events::now() > end {
                    return;
                }
            }
        });
        if !self.todo.is_empty() || self.absent < self.wanted.len() {
            self.sliced = true;
            // Drawn in between: the layout of many slices together would be one long task.
            events::after_frame(move || self.go_on());
            return;
        }
        if self.added {
            self.take_in();
            self.go_to_view();
        }
        // What is written in the first go is painted with the view.
        if self.sliced {
            painting::again(self.explorer);
        }
    }

    /// The words that were selected in a block stay selected when it is written again.
    fn select_again(&self, source: &Source<'_>, n: usize) {
        let block = source.index.blocks().get(n).copied().unwrap_or_default();
        let Some(span) = self.selected.filter(|span| span.overlaps(block)) else { return };
        let ranges = reading::ranges(&self.explorer.model(), &[span]);
        if let Ok(Some(selection)) = dom::window().get_selection()
            && let Some((first, last)) = ranges.first().zip(ranges.last())
            && let (Ok(from), Ok(to)) = (first.start_container(), last.end_container())
        {
            let at = (first.start_offset().unwrap_or(0), last.end_offset().unwrap_or(0));
            let _ = selection.set_base_and_extent(&from, at.0, &to, at.1);
        }
    }

    /// Adds the next so many blocks, and what is left of a list.
    fn add(&mut self, source: &Source<'_>, count: usize) {
        let article = source.article;
        let from = self.absent;
        let item = |n: usize| article.blocks.get(n).is_some_and(|b| b.kind == BlockKind::ListItem);
        let mut to = (from + count).min(article.blocks.len());
        while item(to) {
            to += 1;
        }
        let blocks: Vec<String> = (from..to).map(|n| body::block(source, n)).collect();
        for (place, part) in [(".head", Part::Head), ("#story", Part::Body), (".tail", Part::Tail)]
        {
            let html = body::part_from(article, from, &blocks, part);
            if !html.is_empty()
                && let Some(element) = dom::by_selector(place)
            {
                let _ = element.insert_adjacent_html("beforeend", &html);
            }
        }
        WRITTEN.with_borrow_mut(|written| {
            for (place, wanted) in written.iter_mut().zip(&self.wanted).take(to).skip(from) {
                *place = Some(*wanted);
            }
        });
        self.absent = to;
        self.added = true;
    }

    /// The place that the link asks for may not have been there yet.
    fn go_to_view(&self) {
        let still = dom::window().scroll_y().unwrap_or_default() == 0.0;
        let (view, model) = (self.explorer.view.get_untracked(), self.explorer.model());
        match (&view.text, &view.focus) {
            _ if !still => {}
            (Some(passage), _) => super::passage::show(self.explorer, passage),
            (None, Some(id)) => {
                if let Some(span) = model.passages(id).first() {
                    reading::scroll_to(&model, *span);
                }
            }
            (None, None) => {}
        }
    }

    /// The rest of the page gets to know the blocks that are there.
    fn take_in(&mut self) {
        self.added = false;
        reading::begin(Blocks::find(&self.explorer.model().article));
        reading::watch(self.explorer);
    }
}

fn with_source<T>(with: impl FnOnce(&mut Source<'_>) -> T) -> T {
    let Shown { model, plan } = &*SHOWN.with_borrow(Rc::clone);
    with(&mut Source::new(&model.article, &model.index, &model.text, plan))
}

/// Writes a place again if it is not what it was.
fn refill(place: &str, write: fn(&Article) -> String, was: Option<&Article>, is: &Article) {
    let html = write(is);
    if was.map(write).as_ref() != Some(&html) {
        fill(place, &html);
    }
}

fn fill(place: &str, html: &str) {
    if let Some(element) = dom::by_selector(place) {
        element.set_inner_html(html);
    }
}

/// The lists wait; they are written when they are wanted.
fn put_lists() {
    for old in dom::all("#reference>.list,#reference>noscript") {
        old.remove();
    }
    let Some(reference) = dom::by_id("reference") else { return };
    for (word, _, _) in LISTS {
        if let Ok(waiting) = dom::document().create_element("noscript") {
            dom::attribute(&waiting, "data-list", Some(word));
            let _ = reference.append_child(&waiting);
        }
    }
}

type Writer = fn(&Source<'_>) -> String;

const LISTS: [(&str, &str, Writer); 4] = [
    ("who", "Who", lists::who),
    ("when", "When", lists::when),
    ("said", "Said", lists::said),
    ("figures", "Figures", lists::figures),
];

/// A panel shows no more than what things are called; on paper all of it stands.
fn list(panel: &str) -> String {
    let Some((word, name, write)) = LISTS.iter().find(|(word, ..)| *word == panel) else {
        return String::new();
    };
    let html = with_source(|source| {
        source.brief = !PRINTED.get();
        write(source)
    });
    format!("<section id=\"list-{word}\" class=\"list\"><h2>{name}</h2>{html}</section>")
}

/// The entry of a thing, not yet in the page.
pub fn entry(id: &str) -> Option<HtmlElement> {
    let html = with_source(|source| {
        source.most = ON_A_CARD;
        source.whole = true;
        entries::of(source, id)
    })?;
    let place = dom::document().create_element("div").ok()?;
    place.set_inner_html(&html);
    place.first_element_child()?.dyn_into().ok()
}

fn head(article: &Article) {
    dom::document().set_title(&article.meta.title);
    let own = |element: &Element| element.get_attribute("lang").unwrap_or_default();
    let page = dom::root().map(|root| own(&root)).unwrap_or_default();
    let language = Some(article.meta.language.as_str()).filter(|l| !l.is_empty() && **l != page);
    // Even the same again makes the browser style all that stands in it anew.
    if let Some(element) = dom::by_id("article")
        && own(&element) != language.unwrap_or_default()
    {
        dom::attribute(&element, "lang", language);
    }
}
