//! Marking words that the reader has selected.

use super::desk::Desk;
use super::mend;
use crate::article::EntityKind;
use crate::browser::{dom, events};
use crate::correct::{Correction, Words, understand};
use crate::page::bind;

/// What the selection bar has more than a reader's.
const BUTTONS: &str = "<span class=\"marking\" role=\"group\" aria-label=\"Mark the words as\">\
    <button type=\"button\" data-mark=\"name\">Name</button>\
    <button type=\"button\" data-mark=\"event\">Event</button>\
    <button type=\"button\" data-mark=\"quote\">Quotation</button>\
    <button type=\"button\" data-mark=\"figure\">Figure</button>\
    <button type=\"button\" data-mark=\"date\">Date</button>\
    <button type=\"button\" data-mark=\"not\">Not a name</button></span>";

/// Brings the marking of selected words to life.
pub fn live(desk: Desk) {
    if let Some(inside) = dom::by_selector(".selection .inside") {
        let _ = inside.insert_adjacent_html("beforebegin", BUTTONS);
    }
    bind::on("click", ".selection [data-mark]", move |_, button| {
        let what = button.get_attribute("data-mark").unwrap_or_default();
        mark(desk, &what);
    });
}

/// Marks the words, and opens the card of what is new, to say more.
fn mark(desk: Desk, what: &str) {
    let explorer = desk.explorer;
    let model = explorer.model();
    let Some(selected) = explorer.selected.get_untracked() else { return };
    let Some(words) = Words::at(&model.article, selected.span) else { return };
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
    explorer.selected.set(None);
    if let Ok(Some(selection)) = dom::window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
    if let Some(id) = made.about(&explorer.model().article) {
        explorer.press(&id, None);
        events::next_frame(move || {
            mend::open(desk);
            desk.fresh.set(true);
        });
    }
}
