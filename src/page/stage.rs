//! Another article on the same page, or the same one with other annotations.

use super::explorer::Explorer;
use super::model::Model;
use super::{card, reading};
use crate::article::{Article, Part};
use crate::browser::{dom, later, ranges::Blocks};
use crate::markup::axis::Axis;
use crate::markup::{self, Source, Whole};
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// What stands in the page, to touch only what has changed.
    static WRITTEN: RefCell<Whole> = RefCell::default();
}

/// Puts the article into the page and brings the page's parts to it.
///
/// Where the text is the same as before, only the blocks whose marks have changed are touched:
/// the reader's place stays.
pub fn show(explorer: Explorer, article: Article) {
    let before = explorer.model();
    let model = Rc::new(Model::new(article));
    let axis = Axis::new(&model.article);
    let whole = Whole::of(&Source::new(&model.article, &model.index, &model.text, &axis));
    let was = WRITTEN.replace(whole.clone());
    if before.article.blocks == model.article.blocks && was.blocks.len() == whole.blocks.len() {
        reading::rewrite(&was.blocks, &whole.blocks);
    } else {
        for (place, part) in [(".head", Part::Head), ("#story", Part::Body), (".tail", Part::Tail)]
        {
            fill(place, &markup::part(&model.article, &whole.blocks, part));
        }
    }
    fill(".about", &whole.about);
    fill(".terms", &whole.terms);
    put_lists(&whole);
    head(&model.article);
    reading::begin(Blocks::find(&model.article));
    explorer.model.set(model);
    // Whatever shows the view shows it again, with this article.
    explorer.view.update(|_| ());
    if explorer.view.with_untracked(|view| view.panel.is_some()) {
        later::lists();
    }
    reading::watch(explorer);
    card::refill(explorer);
}

fn fill(place: &str, html: &str) {
    if let Some(element) = dom::by_selector(place) {
        element.set_inner_html(html);
    }
}

/// The lists wait as text, as in a page that was built.
fn put_lists(whole: &Whole) {
    for old in dom::all("#reference>.list,#reference>noscript") {
        old.remove();
    }
    let Some(reference) = dom::by_id("reference") else { return };
    for (id, name, html) in [
        ("list-who", "Who", &whole.who),
        ("list-when", "When", &whole.when),
        ("list-said", "Said", &whole.said),
        ("list-figures", "Figures", &whole.figures),
    ] {
        let Ok(waiting) = dom::document().create_element("noscript") else { continue };
        let list = format!("<section id=\"{id}\" class=\"list\"><h2>{name}</h2>{html}</section>");
        waiting.set_text_content(Some(&list));
        let _ = reference.append_child(&waiting);
    }
}

fn head(article: &Article) {
    dom::document().set_title(&article.meta.title);
    let language = Some(article.meta.language.as_str()).filter(|language| !language.is_empty());
    for element in dom::all("html,#article") {
        dom::attribute(&element, "lang", language);
    }
}
