//! Another article on the same page, or the same one with other annotations.
//!
//! Long articles must not stop the page: the words come at once, the marks of what is in sight
//! with them, those of the rest in slices. Lists and entries are written when they are wanted.

use super::explorer::Explorer;
use super::model::Model;
use super::{card, painting, reading};
use crate::article::{Article, Part};
use crate::browser::{dom, events, later, ranges::Blocks};
use crate::markup::axis::Axis;
use crate::markup::{self, Source, about, body, entries, lists};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::HtmlElement;

/// Blocks that are marked before the first picture.
const AT_ONCE: usize = 40;
/// The longest that marks are written in one go, in milliseconds.
const SLICE: f64 = 10.0;
/// From so many blocks on, those out of sight are not laid out.
const LONG: usize = 300;

thread_local! {
    /// What is marked in each block of the page, to touch only what has changed.
    static WRITTEN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
    static TURN: Cell<u32> = const { Cell::new(0) };
    static SHOWN: RefCell<Rc<Model>> = RefCell::default();
}

/// A block that has its words and no marks.
const PLAIN: u64 = 0;

/// Puts the article into the page and brings the page's parts to it. The reader's place stays
/// where the text is the same as before.
pub fn show(explorer: Explorer, article: Article) {
    let before = explorer.model();
    let same = before.article.blocks == article.blocks;
    let known = WRITTEN.with_borrow(|written| written.len() == article.blocks.len());
    let model = Rc::new(if same { before.again(article) } else { Model::new(article) });
    SHOWN.set(Rc::clone(&model));
    with_text(&model, |source| {
        if !(same && known) {
            write_words(source);
            reading::begin(Blocks::find(&model.article));
            reading::watch(explorer);
        }
        fill(".about", &about::about(&model.article));
        fill(".terms", &about::terms(&model.article));
    });
    put_lists();
    head(&model.article);
    explorer.model.set(Rc::clone(&model));
    // Whatever shows the view shows it again, with this article.
    explorer.view.update(|_| ());
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    write_marks(explorer, model, turn);
    card::refill(explorer);
}

/// What writes the text alone needs no axis.
fn with_text<T>(model: &Model, with: impl FnOnce(&Source<'_>) -> T) -> T {
    let axis = Axis::new(&Article::default());
    with(&Source::new(&model.article, &model.index, &model.text, &axis))
}

fn with_source<T>(model: &Model, with: impl FnOnce(&Source<'_>) -> T) -> T {
    let axis = Axis::new(&model.article);
    with(&Source::new(&model.article, &model.index, &model.text, &axis))
}

/// All words, and the marks of the first blocks.
fn write_words(source: &Source<'_>) {
    let article = source.article;
    let count = article.blocks.len();
    let blocks: Vec<String> = (0..count).map(|n| body::block(source, n, n < AT_ONCE)).collect();
    for (place, part) in [(".head", Part::Head), ("#story", Part::Body), (".tail", Part::Tail)] {
        fill(place, &markup::part(article, &blocks, part));
    }
    let written = |n| if n < AT_ONCE { body::signature(source, n) } else { PLAIN };
    WRITTEN.set((0..count).map(written).collect());
    if let Some(root) = dom::root() {
        dom::attribute(&root, "data-long", (count > LONG).then_some(""));
    }
}

/// Writes the marks of the blocks where they are others than they should be, those in sight
/// first.
fn write_marks(explorer: Explorer, model: Rc<Model>, turn: u32) {
    let wanted: Vec<u64> = with_text(&model, |source| {
        (0..model.article.blocks.len()).map(|n| body::signature(source, n)).collect()
    });
    let mut todo: Vec<usize> = WRITTEN.with_borrow(|written| {
        (0..wanted.len()).filter(|&n| written.get(n) != Some(&wanted[n])).collect()
    });
    if todo.is_empty() {
        return;
    }
    let here = reading::block_in_sight();
    // The last is written first.
    todo.sort_by_key(|&n| std::cmp::Reverse(n.abs_diff(here)));
    slice(explorer, model, turn, Rc::new(wanted), todo);
}

fn slice(explorer: Explorer, model: Rc<Model>, turn: u32, wanted: Rc<Vec<u64>>, todo: Vec<usize>) {
    let mut todo = todo;
    let end = events::now() + SLICE;
    with_text(&model, |source| {
        while let Some(n) = todo.pop() {
            if let Some(element) = reading::block(n) {
                element.set_inner_html(&body::inside(source, n, true));
            }
            WRITTEN.with_borrow_mut(|written| written[n] = wanted[n]);
            if events::now() > end {
                break;
            }
        }
    });
    if todo.is_empty() {
        painting::again(explorer);
    } else {
        events::after(0, move || {
            // Another article or another correction has its own turn.
            if TURN.get() == turn {
                slice(explorer, model, turn, wanted, todo);
            }
        });
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
    later::made::by(list);
}

type Writer = fn(&Source<'_>) -> String;

const LISTS: [(&str, &str, Writer); 4] = [
    ("who", "Who", lists::who),
    ("when", "When", lists::when),
    ("said", "Said", lists::said),
    ("figures", "Figures", lists::figures),
];

fn list(panel: &str) -> String {
    let model = SHOWN.with_borrow(Rc::clone);
    let Some((word, name, write)) = LISTS.iter().find(|(word, ..)| *word == panel) else {
        return String::new();
    };
    let html = with_source(&model, write);
    format!("<section id=\"list-{word}\" class=\"list\"><h2>{name}</h2>{html}</section>")
}

/// The entry of a thing, not yet in the page.
pub fn entry(id: &str) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    let model = SHOWN.with_borrow(Rc::clone);
    let html = with_source(&model, |source| entries::of(source, id))?;
    let place = dom::document().create_element("div").ok()?;
    place.set_inner_html(&html);
    place.first_element_child()?.dyn_into().ok()
}

fn head(article: &Article) {
    dom::document().set_title(&article.meta.title);
    let language = Some(article.meta.language.as_str()).filter(|language| !language.is_empty());
    for element in dom::all("html,#article") {
        dom::attribute(&element, "lang", language);
    }
}
