//! Another article on the same page, or the same one with other annotations.
//!
//! Long articles must not stop the page: what is in sight comes at once, the rest in slices.
//! Lists and entries are written when they are wanted.

mod focus;
mod writing;

use super::explorer::Explorer;
use super::model::Model;
use super::reshaped::{reshaped, same_text};
use super::{card, reading};
use crate::article::{Article, is_right_to_left};
use crate::browser::{dom, events, later};
use crate::markup::{Plan, Source, about, entries, lists};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use writing::Writing;

/// Places, events and quotations on a card; the arrows at its foot lead through all places.
const ON_A_CARD: usize = 60;
/// From so many blocks on, those out of sight are not laid out.
pub(super) const LONG: usize = 300;

thread_local! {
    static SHOWN: RefCell<Rc<Shown>> = RefCell::default();
    static PRINTED: Cell<bool> = const { Cell::new(false) };
}

/// The article in the page.
#[derive(Default)]
struct Shown {
    model: Rc<Model>,
    plan: Plan,
}

/// Gets the page ready for articles that come and change. One that came with the page stands.
pub fn live(explorer: Explorer) {
    hold(explorer.model());
    with_source(|source| {
        writing::stand(source);
        tell_length(source.article);
    });
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
    let same = same_text(&before.article, &article) && writing::knows(article.blocks.len());
    // Before anything changes: measuring then would lay the page out twice.
    let here = if same { reading::block_in_sight() } else { 0 };
    let selected = if same { reading::selected(&before).map(|(span, _)| span) } else { None };
    let scroll = if same { dom::window().scroll_y().unwrap_or_default() } else { 0.0 };
    let reshaped = if same { reshaped(&before.article, &article) } else { None };
    let model = Rc::new(if same { before.again(article) } else { Model::new(article) });
    hold(Rc::clone(&model));
    match &reshaped {
        Some(blocks) => blocks.iter().for_each(|&n| writing::rewrite(n)),
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
    if reshaped.as_ref().is_some_and(|blocks| !blocks.is_empty()) {
        writing::take_in(explorer);
    }
    let mut writing = Writing::new(explorer, here);
    writing.selected = selected;
    writing.go_on();
    if same && reshaped.is_none() {
        dom::window().scroll_to_with_x_and_y(0.0, scroll);
    }
    // A form is left to whoever is filling it in.
    if dom::by_selector("#card form").is_none() {
        card::refill(explorer);
    }
}

/// Cards, lists and blocks are written from this article.
fn hold(model: Rc<Model>) {
    let plan = Plan::new(&model.article, &model.index);
    SHOWN.set(Rc::new(Shown { model, plan }));
}

/// Takes the blocks of another article away.
fn begin(article: &Article) {
    for place in [".head", "#story", ".tail"] {
        fill(place, "");
    }
    writing::begin(article.blocks.len());
    tell_length(article);
}

/// Tells the style sheet of an article that is long.
fn tell_length(article: &Article) {
    if let Some(root) = dom::root() {
        let long = article.blocks.len() > LONG;
        dom::attribute(&root, "data-long", long.then_some(""));
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
        let turned = language.is_some_and(is_right_to_left);
        dom::attribute(&element, "dir", turned.then_some("rtl"));
    }
}
