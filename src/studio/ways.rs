//! The ways in: pasted words, chosen and dropped files, a link, the example.

use super::analyst;
use super::desk::{Desk, Showing};
use super::opening::Opening;
use crate::article::Article;
use crate::browser::{dom, events};
use crate::page::bind;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement,
};

/// Brings the start screen and the ways in to life.
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
            chosen.take(list(&files));
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    let pasted = Rc::clone(&opening);
    events::listen(&dom::document(), "paste", move |event: ClipboardEvent| {
        if !desk.has_article() {
            paste(&pasted, &event);
        }
    });
    dropping(&opening);
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
    bind::hide(".window.article .again", move || {
        desk.explorer.window.track();
        !may_be_read_again(desk)
    });
    bind::fill(".desk-bar .kept", move || match desk.showing.get() {
        Showing::Article(Some(words)) => words.to_owned(),
        _ => desk.line.get().html().to_owned(),
    });
}

/// Whether a program may read the article on the desk once more: a person's annotations are not
/// given up for its.
pub fn may_be_read_again(desk: Desk) -> bool {
    analyst::is_there() && !desk.work.with(|work| has_persons_marks(work.base()))
}

/// Whether there is a mark that no program made, or that a person has looked at.
fn has_persons_marks(article: &Article) -> bool {
    article.things().any(|(id, _)| !article.found.contains_key(id))
}

fn field() -> Option<HtmlTextAreaElement> {
    dom::by_id("pasted")?.dyn_into().ok()
}

fn files_field() -> Option<HtmlInputElement> {
    dom::by_id("files")?.dyn_into().ok()
}

fn list(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|n| files.get(n)).collect()
}

fn files_of(data: &DataTransfer) -> Option<Vec<File>> {
    data.files().map(|files| list(&files)).filter(|files| !files.is_empty())
}

fn paste(opening: &Rc<Opening>, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let in_field = |target: HtmlElement| target.matches("input").unwrap_or(false);
    if event.target().and_then(|t| t.dyn_into().ok()).is_some_and(in_field) {
        return;
    }
    // Words first: office programs put a picture of them beside.
    if take_words(opening, &data) {
        event.prevent_default();
    } else if let Some(files) = files_of(&data) {
        event.prevent_default();
        opening.take(files);
    }
}

/// What is dropped anywhere is opened, unless it comes from the page itself.
fn dropping(opening: &Rc<Opening>) {
    let inside = Rc::new(Cell::new(false));
    for (name, is) in [("dragstart", true), ("dragend", false)] {
        let inside = Rc::clone(&inside);
        events::listen(&dom::window(), name, move |_: DragEvent| inside.set(is));
    }
    events::listen(&dom::window(), "dragover", |event: DragEvent| event.prevent_default());
    let opening = Rc::clone(opening);
    events::listen(&dom::window(), "drop", move |event: DragEvent| {
        event.prevent_default();
        let Some(data) = event.data_transfer().filter(|_| !inside.get()) else { return };
        match files_of(&data) {
            Some(files) => opening.take(files),
            None => drop(take_words(&opening, &data)),
        }
    });
}

/// Rich text where there is some, else plain. Whether it was enough for an article.
fn take_words(opening: &Opening, data: &DataTransfer) -> bool {
    for (kind, name) in [("text/html", "clipboard.html"), ("text/plain", "pasted.txt")] {
        let words = data.get_data(kind).unwrap_or_default();
        if words.chars().filter(|c| c.is_alphanumeric()).take(ENOUGH).count() == ENOUGH {
            opening.open(name, words.as_bytes());
            return true;
        }
    }
    false
}

const ADDRESS: &str = "A page may not look into another one: paste the article’s words, not its \
    address; or send them here with the bookmark below.";

/// Milliseconds after the page is live until the analyst is fetched.
const WARM_AFTER: u32 = 300;

/// Fewer letters than this on the clipboard are no article; they go where the cursor is.
const ENOUGH: usize = 200;
