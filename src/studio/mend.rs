//! Correcting a thing on its card.

mod fields;
mod form;
mod saving;
pub mod ticks;

use super::desk::Desk;
use super::focus;
use crate::article::Thing;
use crate::browser::{dom, events};
use crate::correct::{Correction, Ref, Words};
use crate::page::bind;
use crate::page::explorer::{Shown, Subject};
use crate::page::{card, reading};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The button on the card.
const BUTTON: &str = "<button type=\"button\" data-mend=\"open\">Correct</button>";

/// What the form says where the card hangs on words that name nobody any more.
const NO_NAME: &str = "Expected a name in the text.";

/// Brings the correcting of cards to life.
pub fn live(desk: Desk) {
    if let Some(close) = dom::by_selector("#card .close") {
        let _ = close.insert_adjacent_html("beforebegin", BUTTON);
    }
    bind::press("[data-mend=open]", move || open(desk));
    // Several events are corrected one by one.
    bind::hide("[data-mend=open]", move || {
        let is_one = |shown: &Shown| matches!(shown.subject, Subject::Thing(_));
        !desk.explorer.card.with(|card| card.as_ref().is_some_and(is_one))
    });
    bind::press("[data-mend=cancel]", move || cancel(desk));
    bind::press("[data-mend=delete]", move || whole(desk, |thing| Correction::Delete { thing }));
    bind::press("[data-mend=right]", move || whole(desk, |thing| Correction::Right { thing }));
    bind::press("[data-mend=not-name]", move || not_a_name(desk));
    bind::press("[data-mend=split]", move || split(desk));
    bind::on("submit", "#card .mend", move |event, form| {
        event.prevent_default();
        saving::save(desk, &form);
    });
    bind::on("input", "#card .mend [data-date]", move |_, field| {
        saving::show_date(desk, &field);
        if form::show_interval() {
            card::put(desk.explorer);
        }
    });
    ticks::live();
    // A form that is given up does not take the card with it.
    if let Some(card) = dom::by_id("card") {
        // A form that has grown still stands where all of it can be seen.
        events::listen_first(&card, "toggle", move |event: Event| {
            if dom::closest(&event, ".mend").is_some() {
                card::put(desk.explorer);
            }
        });
        events::listen(&card, "keydown", move |event: KeyboardEvent| {
            let event_: &Event = event.unchecked_ref();
            if event.key() == "Escape" && dom::closest(event_, ".mend").is_some() {
                event.stop_propagation();
                cancel(desk);
            }
        });
    }
}

/// The thing on the card.
fn current(desk: Desk) -> Option<String> {
    let card = desk.explorer.card.get_untracked()?;
    match card.subject {
        Subject::Thing(id) => Some(id),
        Subject::Cluster(_) => None,
    }
}

/// Shows the form for the thing on the card.
pub fn open(desk: Desk) {
    let explorer = desk.explorer;
    explorer.keep_card();
    desk.fresh.set(false);
    let (Some(id), Some(inside)) = (current(desk), dom::by_selector("#card .inside")) else {
        return;
    };
    let model = explorer.model();
    let Some(thing) = model.index.thing(&id) else { return };
    desk.mended.set(Ref::of(&model.article, &id));
    let words = current_words(desk).map(|words| words.text).unwrap_or_default();
    inside.set_inner_html(&form::html(&model, thing, &words));
    bind::each("#card", |card| dom::set_class(card, card::MENDED, true));
    inside.set_scroll_top(0);
    card::put(explorer);
    super::enter("#card .mend");
}

/// Gives the form up; what was marked only just now goes with it.
fn cancel(desk: Desk) {
    let fresh = desk.fresh.get_untracked();
    if let Some(form) = dom::by_selector("#card .mend") {
        form.remove();
    }
    if fresh {
        desk.undo(1);
        desk.explorer.close_card();
    } else {
        card::refill(desk.explorer);
        leave();
    }
}

/// The form is gone: the keyboard is back where it was opened.
pub(super) fn leave() {
    events::next_frame(|| focus("#card [data-mend=open]"));
}

/// The thing whose form this is, as it is now. Names may have come or the text may have been read
/// again since the form was opened; if the thing is gone, the form says so.
fn mended(desk: Desk) -> Option<Ref> {
    let thing = desk.mended.get_untracked()?;
    let now = thing.now(&desk.explorer.model().article);
    now.map_err(|gone| saving::say(&format!("{gone} “Cancel” closes this form."))).ok()
}

/// A correction of the thing as a whole.
fn whole(desk: Desk, correction: impl FnOnce(Ref) -> Correction) {
    if let Some(thing) = mended(desk)
        && desk.correct(correction(thing))
    {
        card::refill(desk.explorer);
        leave();
    }
}

/// The mention that the card hangs on is none.
fn not_a_name(desk: Desk) {
    let explorer = desk.explorer;
    let Some(words) = current_words(desk) else { return saving::say(NO_NAME) };
    if desk.correct(Correction::NotName { words, only_here: form::only_here() }) {
        explorer.close_card();
    }
}

/// The mention that the card hangs on is somebody else.
fn split(desk: Desk) {
    let model = desk.explorer.model();
    let Some(this) = mended(desk) else { return };
    let Some(Thing::Entity(n)) = model.index.thing(&this.id) else { return };
    let entity = &model.article.entities[n as usize];
    let Some(words) = current_words(desk) else { return saving::say(NO_NAME) };
    let (name, kind) = (words.text.clone(), entity.kind);
    let made = Correction::Split { entity: this, mentions: vec![words], name, kind };
    if desk.correct(made.clone())
        && let Some(new) = made.about(&desk.explorer.model().article)
    {
        desk.explorer.press(&new, None);
        events::next_frame(move || open(desk));
    }
}

/// The words of the mention that the card hangs on.
fn current_words(desk: Desk) -> Option<Words> {
    let model = desk.explorer.model();
    let known = |thing: Ref| thing.now(&model.article).ok().map(|now| now.id.to_string());
    let id = match dom::by_selector("#card .mend") {
        Some(_) => desk.mended.get_untracked().and_then(known)?,
        None => current(desk)?,
    };
    let shown = desk.explorer.card.get_untracked()?;
    let trigger = desk.explorer.trigger.get_untracked().filter(|trigger| trigger.is_connected());
    let span = trigger
        .and_then(|trigger| reading::span_of(&model, &trigger))
        .filter(|span| model.passages(&id).contains(span))
        .or_else(|| model.passages(&id).get(shown.at).copied())?;
    Words::at(&model.article, span)
}

/// Whether the form of an event is open: words that are selected then can be added to it.
pub fn is_of_event() -> bool {
    dom::by_selector("#card .mend [name=passages]").is_some()
}

/// Adds words to those that tell the event whose form is open; they count once it is done.
pub fn add_passage(words: &Words) {
    if let Some(list) = dom::by_selector("#card .mend [name=passages]") {
        let behind =
            |value: &str| form::span(value).is_some_and(|span| span.start > words.span.start);
        ticks::add(&list, &form::passage(words.span, &words.text), behind);
    }
}
