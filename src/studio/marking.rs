//! Marking words that the reader has selected.

mod finger;

use super::desk::Desk;
use super::mend::{self, ticks};
use crate::article::{Article, EntityKind, Event, Span};
use crate::browser::{dom, events};
use crate::correct::{Correction, Words, understand};
use crate::markup::escape::escape;
use crate::page::bind;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// What the selection bar has more than a reader's.
const BUTTONS: &str = "<span class=\"marking\" role=\"group\" aria-label=\"Mark the words as\">\
    <button type=\"button\" data-mark=\"name\">Name</button>\
    <button type=\"button\" data-mark=\"event\">Event</button>\
    <button type=\"button\" data-mark=\"quote\">Quotation</button>\
    <button type=\"button\" data-mark=\"figure\">Figure</button>\
    <button type=\"button\" data-mark=\"date\">Date</button>\
    <button type=\"button\" data-mark=\"not\">Not a name</button>\
    <button type=\"button\" data-tells=\"choose\" aria-expanded=\"false\"></button>\
    <button type=\"button\" data-shape=\"choose\" aria-expanded=\"false\">Paragraph…</button></span>\
    <div class=\"choices\" role=\"group\" hidden></div>";

/// Brings the marking of selected words to life.
pub fn live(desk: Desk) {
    if let Some(inside) = dom::by_selector(".selection .inside") {
        let _ = inside.insert_adjacent_html("beforebegin", BUTTONS);
    }
    bind::on("click", ".selection [data-mark]", move |_, button| {
        let what = button.get_attribute("data-mark").unwrap_or_default();
        mark(desk, &what);
    });
    // Other words were selected: the choice was for those before.
    bind::watch(move || {
        let selected = desk.explorer.selected.get().is_some();
        hide_choices();
        if selected {
            let of_form = mend::is_of_event();
            let lacks = desk.explorer.model().article.events.is_empty();
            bind::each("[data-tells=choose]", |button| {
                let says = if of_form { "Add to this event" } else { "Add to an event…" };
                button.set_text_content(Some(says));
                dom::attribute(button, "hidden", lacks.then_some(""));
            });
        }
    });
    finger::live(desk);
    bind::press(TELLS, move || choose_event(desk));
    bind::on("click", ".selection [data-told]", move |_, button| {
        let id = button.get_attribute("data-told").unwrap_or_default();
        tells_too(desk, &id);
    });
    let Some(bar) = dom::by_selector(".selection") else { return };
    events::listen(&bar, "keydown", |event: KeyboardEvent| {
        let opened = dom::by_selector(".marking [aria-expanded=true]");
        if let Some(button) = opened.filter(|_| event.key() == "Escape") {
            // What lies under the choices stays open.
            event.stop_propagation();
            hide_choices();
            let _ = button.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// The button that asks which event the words tell.
const TELLS: &str = "[data-tells=choose]";

/// The selection bar's class while choices stand in it.
const CHOOSING: &str = "choosing";

/// Shows choices under the buttons, opened by one of them; pressed again it hides them.
pub fn show_choices(desk: Desk, button: &str, label: &str, html: &str) {
    let open = dom::by_selector(&format!("{button}[aria-expanded=true]")).is_some();
    hide_choices();
    if open {
        return;
    }
    bind::each(".selection .choices", |place| {
        place.set_inner_html(html);
        dom::attribute(place, "aria-label", Some(label));
        dom::attribute(place, "hidden", None);
    });
    bind::each(".selection", |bar| dom::set_class(bar, CHOOSING, true));
    bind::each(button, |button| dom::attribute(button, "aria-expanded", Some("true")));
    finger::put(desk);
    finger::enter(".selection .choices");
}

fn hide_choices() {
    bind::each(".selection .choices", |place| {
        place.set_inner_html("");
        dom::attribute(place, "hidden", Some(""));
    });
    bind::each(".selection", |bar| dom::set_class(bar, CHOOSING, false));
    bind::each(".marking [aria-expanded]", |button| {
        dom::attribute(button, "aria-expanded", Some("false"));
    });
}

/// Marks the words, and opens the card of what is new, to say more.
fn mark(desk: Desk, what: &str) {
    let Some(words) = selected(desk) else { return };
    let model = desk.explorer.model();
    let correction = match what {
        "name" => Correction::new_entity(words, EntityKind::Person),
        "event" => Correction::new_event(&model.article, words),
        "quote" => Correction::NewQuote { words, speaker: None },
        "figure" => Correction::NewFigure { words },
        "date" => {
            let when = understand(&words.text, desk.reading_day()).ok().map(|date| date.edtf);
            Correction::NewTime { words, when }
        }
        _ => Correction::NotName { words, only_here: false },
    };
    let made = correction.clone();
    if !desk.correct(correction) {
        return;
    }
    deselect(desk);
    if let Some(id) = made.about(&desk.explorer.model().article) {
        desk.explorer.press(&id, None);
        events::next_frame(move || {
            mend::open(desk);
            desk.fresh.set(true);
        });
    }
}

/// The words that are selected.
fn selected(desk: Desk) -> Option<Words> {
    let selected = desk.explorer.selected.get_untracked()?;
    let words = Words::at(&desk.explorer.model().article, selected.span);
    if words.is_none() {
        desk.explorer.say("These words are an editor’s title: only the article’s are marked.");
    }
    words
}

/// Nothing is selected any more.
pub fn deselect(desk: Desk) {
    desk.explorer.selected.set(None);
    if let Ok(Some(selection)) = dom::window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// The words tell an event that is there already: the one whose form is open, or one to choose.
fn choose_event(desk: Desk) {
    let Some(words) = selected(desk) else { return };
    if mend::is_of_event() {
        deselect(desk);
        return mend::add_passage(&words);
    }
    let html = events_html(&desk.explorer.model().article, words.span);
    show_choices(desk, TELLS, "Which event they tell", &html);
}

/// The events, those told nearest to these words first.
fn events_html(article: &Article, span: Span) -> String {
    let away = |event: &&Event| {
        let apart = |passage: &Span| {
            passage.start.saturating_sub(span.end).max(span.start.saturating_sub(passage.end))
        };
        event.passages.iter().map(apart).min()
    };
    let mut events: Vec<&Event> = article.events.iter().collect();
    events.sort_by_key(away);
    let mut html = String::new();
    ticks::finder(&mut html, events.len());
    html.push_str("<ul tabindex=\"-1\">");
    for event in events {
        let _ = write!(
            html,
            "<li><button type=\"button\" data-told=\"{}\"><bdi>{}</bdi></button></li>",
            event.id,
            escape(&event.headline)
        );
    }
    html.push_str("</ul>");
    html
}

/// The words tell this event as well; its card shows it.
fn tells_too(desk: Desk, id: &str) {
    let model = desk.explorer.model();
    let Some(words) = selected(desk) else { return };
    let Some(event) = model.article.events.iter().find(|event| *event.id == *id) else { return };
    let Some(correction) = Correction::tells_too(&model.article, event, words) else { return };
    if desk.correct(correction) {
        deselect(desk);
        desk.explorer.press(id, None);
        crate::page::card::enter();
    }
}
