//! Taking over the pre-rendered page.

use super::explorer::Explorer;
use super::model::Model;
use super::{
    band, bar, card, find_box, listeners, notices, painting, panel, reading, reading_settings,
    ruler, selection, signal,
};
use crate::article::Article;
use crate::browser::{dom, events, later, ranges::Blocks};

/// Makes the page live; then `html[data-ready]` is set. What changes on it can be seen in what
/// this gives back.
pub fn start() -> Explorer {
    signal::set_soon(events::soon);
    let (article, problem) = match read_article() {
        Ok(article) => (article, None),
        Err(problem) => (Article::default(), Some(problem)),
    };
    let blocks = Blocks::find(&article);
    let explorer = Explorer::new(Model::new(article.into()));
    // Before anything is measured.
    explorer.recall_settings();
    painting::dress(explorer.settings.get_untracked());
    for live in PARTS {
        live(explorer);
    }
    reading::begin(blocks);
    painting::keep(explorer);
    listeners::attach(explorer);
    listeners::follow_link(explorer);
    reading::watch(explorer);
    if let Some(problem) = problem {
        explorer.say(problem);
    }
    if let Some(root) = dom::root() {
        dom::attribute(&root, "data-ready", Some(""));
    }
    later::lists_by_and_by();
    explorer
}

/// What brings each part of the page to life.
const PARTS: [fn(Explorer); 9] = [
    bar::live,
    find_box::live,
    reading_settings::live,
    panel::live,
    band::live,
    ruler::live,
    card::live,
    selection::live,
    notices::live,
];

fn read_article() -> Result<Article, String> {
    let data = dom::by_id("article-data").and_then(|e| e.text_content()).unwrap_or_default();
    Article::from_json(&data).map_err(|problem| {
        format!(
            "The annotations in this page could not be read ({problem}). The article is complete."
        )
    })
}
