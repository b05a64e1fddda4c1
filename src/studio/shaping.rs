//! What the text is made of: a paragraph that does not belong to the article is left out, another
//! one is the title, a heading, the author's line.

use super::desk::Desk;
use super::focus;
use super::marking::{deselect, show_choices};
use crate::article::{Article, BlockKind, Span};
use crate::browser::{dom, events};
use crate::correct::{Called, Correction, Words};
use crate::page::bind;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The button on the selection bar.
const BUTTON: &str = "[data-shape=choose]";

/// What a paragraph can be called, with the words of its button.
const CHOICES: [(Called, &str); 6] = [
    (Called::LeftOut, "Leave out"),
    (Called::Title, "It is the title"),
    (Called::Heading, "A heading"),
    (Called::Paragraph, "A paragraph of the story"),
    (Called::Byline, "The author’s line"),
    (Called::Credit, "An image credit"),
];

/// Brings it to life.
pub fn live(desk: Desk) {
    bind::press(BUTTON, move || {
        let count = selected(desk).len();
        show_choices(desk, BUTTON, "What the paragraph is", &choices(count));
    });
    bind::on("click", ".selection [data-called]", move |_, button| {
        let at = button.get_attribute("data-called").and_then(|at| at.parse::<usize>().ok());
        if let Some((called, _)) = at.and_then(|at| CHOICES.get(at)) {
            call(desk, *called);
        }
    });
    bind::on("click", "[data-put-back]", move |_, button| {
        let block = button.get_attribute("data-put-back").and_then(|n| n.parse().ok());
        if let Some(block) = block {
            put_back(desk, block);
        }
    });
}

/// The paragraphs with selected words in them, as places among the blocks.
fn selected(desk: Desk) -> Vec<usize> {
    let span = desk.explorer.selected.get_untracked().map(|selected| selected.span);
    let model = desk.explorer.model();
    span.map(|span| touched(&model.article, span)).unwrap_or_default()
}

fn touched(article: &Article, span: Span) -> Vec<usize> {
    let blocks = article.blocks.iter().zip(article.block_spans()).enumerate();
    let touched = blocks
        .filter(|(_, (block, place))| block.kind != BlockKind::LeftOut && place.overlaps(span));
    touched.map(|(n, _)| n).collect()
}

/// One paragraph can be anything; several are the story's or not.
fn choices(count: usize) -> String {
    let mut html = String::from("<ul tabindex=\"-1\">");
    for (at, (called, says)) in CHOICES.into_iter().enumerate() {
        let says = match called {
            _ if count == 1 => says.to_owned(),
            Called::LeftOut => format!("Leave out {count} paragraphs"),
            Called::Paragraph => format!("{count} paragraphs of the story"),
            _ => continue,
        };
        let _ =
            write!(html, "<li><button type=\"button\" data-called=\"{at}\">{says}</button></li>");
    }
    html.push_str("</ul>");
    html
}

fn call(desk: Desk, called: Called) {
    let model = desk.explorer.model();
    let blocks = selected(desk);
    let words = |n: &usize| Words::of_block(&model.article, *n);
    let made = blocks.iter().filter_map(words).map(|words| Correction::Block { words, called });
    if let Err(refused) = desk.correct_all(made.collect()) {
        return desk.explorer.say(refused);
    }
    deselect(desk);
    if let Some(first) = blocks.first() {
        enter(*first);
    }
}

/// The keyboard is at this block, or at the button that stands in its place: what had it is gone.
fn enter(block: usize) {
    events::next_frame(move || {
        let text = dom::by_selector(&format!("#article [data-block='{block}']"));
        let text = text.and_then(|text| text.dyn_into::<HtmlElement>().ok());
        let Some(text) = text else { return focus(&format!("[data-put-back='{block}']")) };
        dom::attribute(&text, "tabindex", Some("-1"));
        // The page stays where it is, also if the block has gone to its head.
        dom::focus(&text);
    });
}

/// Takes a paragraph in again that was left out, with its marks. One that was left out in another
/// way, as by a tab that knew less, is what it was as it was read.
fn put_back(desk: Desk, block: usize) {
    let Some(words) = Words::of_block(&desk.explorer.model().article, block) else { return };
    let out = Correction::Block { words, called: Called::LeftOut };
    if desk.work.with_untracked(|work| work.journal().to_undo() == Some(&out)) {
        desk.undo(1);
    } else if !desk.take_back(&out)
        && let Some(back) =
            desk.work.with_untracked(|work| Correction::put_back(work.base(), block))
    {
        desk.correct(back);
    }
    enter(block);
}
