//! Taking over the pre-rendered page.

use super::bar::Bar;
use super::explorer::Explorer;
use super::live_parts::Explored;
use super::model::Model;
use super::panel::PanelHead;
use super::{listeners, painting, reading};
use crate::article::Article;
use crate::browser::{dom, ranges::Blocks};
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use std::rc::Rc;

/// Makes the page live; then `html[data-ready]` is set.
pub fn start() {
    let owner = Owner::new();
    owner.set();
    let (article, problem) = match read_article() {
        Ok(article) => (article, None),
        Err(problem) => (Article::default(), Some(problem)),
    };
    let blocks = Rc::new(Blocks::find(&article));
    let explorer = Explorer::new(Model::new(article));
    for (place, part) in PARTS {
        if let Some(place) = dom::by_id(place) {
            part(place, explorer);
        }
    }
    reading::begin(Rc::clone(&blocks));
    explorer.recall_settings();
    painting::keep(explorer, blocks);
    listeners::attach(explorer);
    listeners::follow_link(explorer);
    reading::watch(explorer);
    if let Some(problem) = problem {
        explorer.say(problem);
    }
    if let Some(root) = dom::root() {
        dom::attribute(&root, "data-ready", Some(""));
    }
    // The page lives as long as the document.
    std::mem::forget(owner);
}

type Take = fn(web_sys::HtmlElement, Explorer);

/// The places of `index.html` and what takes them over.
const PARTS: [(&str, Take); 3] = [
    ("bar", |place, explorer| hydrate_from(place, move || view! { <Bar explorer/> }).forget()),
    ("panel", |place, explorer| {
        hydrate_from(place, move || view! { <PanelHead explorer/> }).forget();
    }),
    ("explorer", |place, explorer| {
        hydrate_from(place, move || view! { <Explored explorer/> }).forget();
    }),
];

fn read_article() -> Result<Article, String> {
    let data = dom::by_id("article-data").and_then(|e| e.text_content()).unwrap_or_default();
    Article::from_json(&data).map_err(|problem| {
        format!(
            "The annotations in this page could not be read ({problem}). The article is complete."
        )
    })
}
