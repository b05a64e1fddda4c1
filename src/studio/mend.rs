//! Correcting a thing on its card.

mod form;

use super::desk::Desk;
use crate::article::{Article, Certainty, Entity, EntityKind, FigureSign, Thing};
use crate::browser::dom;
use crate::correct::{Correction, Ref, understand};
use crate::page::bind;
use crate::page::explorer::Subject;
use crate::page::{card, reading};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// The button on the card.
const BUTTON: &str = "<button type=\"button\" data-mend=\"open\">Correct</button>";

/// Brings the correcting of cards to life.
pub fn live(desk: Desk) {
    if let Some(close) = dom::by_selector("#card .close") {
        let _ = close.insert_adjacent_html("beforebegin", BUTTON);
    }
    bind::press("[data-mend=open]", move || open(desk));
    bind::press("[data-mend=cancel]", move || cancel(desk));
    bind::press("[data-mend=delete]", move || whole(desk, |thing| Correction::Delete { thing }));
    bind::press("[data-mend=right]", move || whole(desk, |thing| Correction::Right { thing }));
    bind::press("[data-mend=not-name]", move || not_a_name(desk));
    bind::press("[data-mend=split]", move || split(desk));
    bind::on("submit", "#card .mend", move |event, form| {
        event.prevent_default();
        save(desk, &form);
    });
    bind::on("input", "#card .mend [data-date]", move |_, field| show_date(desk, &field));
    // A form that is given up does not take the card with it.
    if let Some(card) = dom::by_id("card") {
        crate::browser::events::listen(&card, "keydown", move |event: KeyboardEvent| {
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
    inside.set_inner_html(&form::html(&model, thing));
    inside.set_scroll_top(0);
    card::put(explorer);
    if let Some(field) = dom::by_selector("#card .mend :is(input,select,textarea)")
        && let Some(field) = field.dyn_ref::<HtmlElement>()
    {
        let _ = field.focus();
    }
}

/// Gives the form up; what was marked only just now goes with it.
fn cancel(desk: Desk) {
    let fresh = desk.fresh.get_untracked();
    if let Some(form) = dom::by_selector("#card .mend") {
        form.remove();
    }
    if fresh {
        desk.undo();
        desk.explorer.close_card();
    } else {
        card::refill(desk.explorer);
        card::enter();
    }
}

/// A correction of the thing as a whole.
fn whole(desk: Desk, correction: impl FnOnce(Ref) -> Correction) {
    let model = desk.explorer.model();
    if let Some(thing) = current(desk).and_then(|id| Ref::of(&model.article, &id))
        && desk.correct(correction(thing))
    {
        card::refill(desk.explorer);
    }
}

/// The mention that the card hangs on is none.
fn not_a_name(desk: Desk) {
    let explorer = desk.explorer;
    let Some(words) = current_words(desk) else { return };
    let only_here = dom::by_selector("#card .mend [name=here]:checked").is_some();
    if desk.correct(Correction::NotName { words, only_here }) {
        explorer.close_card();
    }
}

/// The mention that the card hangs on is somebody else.
fn split(desk: Desk) {
    let model = desk.explorer.model();
    let Some(Thing::Entity(n)) = current(desk).and_then(|id| model.index.thing(&id)) else {
        return;
    };
    let entity = &model.article.entities[n as usize];
    let (Some(words), Some(this)) = (current_words(desk), Ref::of(&model.article, &entity.id))
    else {
        return;
    };
    let (name, kind) = (words.text.clone(), entity.kind);
    let made = Correction::Split { entity: this, mentions: vec![words], name, kind };
    if desk.correct(made.clone())
        && let Some(new) = made.about(&desk.explorer.model().article)
    {
        desk.explorer.press(&new, None);
        crate::browser::events::next_frame(move || open(desk));
    }
}

/// The words of the mention that the card hangs on.
fn current_words(desk: Desk) -> Option<crate::correct::Words> {
    let model = desk.explorer.model();
    let id = current(desk)?;
    let shown = desk.explorer.card.get_untracked()?;
    let trigger = desk.explorer.trigger.get_untracked().filter(|trigger| trigger.is_connected());
    let span = trigger
        .and_then(|trigger| reading::span_of(&model, &trigger))
        .filter(|span| model.passages(&id).contains(span))
        .or_else(|| model.passages(&id).get(shown.at).copied())?;
    crate::correct::Words::at(&model.article, span)
}

/// What was understood of a date, as it is typed.
fn show_date(desk: Desk, field: &HtmlElement) {
    let words = super::value_of(field);
    let said = match understood(desk, &words) {
        Ok(None) => "no date in the article".to_owned(),
        Ok(Some((_, words))) => words,
        Err(reason) => reason,
    };
    if let Some(place) = dom::by_selector("#card .mend .understood") {
        place.set_text_content(Some(&said));
    }
}

/// The EDTF of the words in a date field, and how the page says it.
fn understood(desk: Desk, words: &str) -> Result<Option<(String, String)>, String> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    let understood = understand(words, desk.reading_day()).map_err(|reason| reason.to_string())?;
    Ok(Some((understood.edtf, understood.words)))
}

/// Makes the corrections that the form asks for.
fn save(desk: Desk, form: &HtmlElement) {
    let model = desk.explorer.model();
    let Some(id) = current(desk) else { return };
    let Some(thing) = Ref::of(&model.article, &id) else { return };
    let changed = match form::changed(form) {
        changed if changed.is_empty() => return card::refill(desk.explorer),
        changed => changed,
    };
    let corrections: Result<Vec<Correction>, String> = changed
        .iter()
        .map(|(name, value)| correction(desk, &model.article, &thing, name, value.trim()))
        .collect();
    // All of them or none: what was typed is not lost.
    match corrections.and_then(|all| desk.correct_all(all)) {
        Ok(()) => {
            card::refill(desk.explorer);
            card::enter();
        }
        Err(reason) => {
            if let Some(place) = dom::by_selector("#card .mend .understood") {
                place.set_text_content(Some(&reason));
            }
        }
    }
}

/// The correction of one field.
fn correction(
    desk: Desk,
    article: &Article,
    thing: &Ref,
    name: &str,
    value: &str,
) -> Result<Correction, String> {
    let (this, words) = (thing.clone(), value.to_owned());
    let edtf = || understood(desk, value).map(|date| date.map(|(edtf, _)| edtf));
    let other = || Ref::of(article, value);
    Ok(match name {
        "name" => Correction::Rename { entity: this, name: words },
        "kind" => Correction::Kind { entity: this, kind: form::read(KINDS, value)? },
        "role" => Correction::Role { entity: this, role: words },
        "into" => {
            let into = other().ok_or("Expected one of the others.")?;
            Correction::Merge { entity: this, into }
        }
        "headline" => Correction::Headline { event: this, headline: words },
        "summary" => Correction::Summary { event: this, summary: words },
        "when" => Correction::When { event: this, when: edtf()? },
        "certainty" => {
            Correction::Certainty { event: this, certainty: form::read(CERTAINTIES, value)? }
        }
        "attribution" => {
            let by = named_in(article, value);
            Correction::Attribution { event: this, words, by }
        }
        "speaker" => Correction::Speaker { quote: this, speaker: other() },
        "value" | "sign" => {
            let (value, sign) = form::amount();
            Correction::Value { figure: this, value, sign: form::read(SIGNS, &sign)? }
        }
        "unit" => Correction::Unit { figure: this, unit: words },
        "counts" => Correction::Counts { figure: this, counts: words },
        "date" => Correction::Date { time: this, when: edtf()? },
        _ => Correction::Note { thing: this, note: words },
    })
}

/// The entities that these words name.
fn named_in(article: &Article, words: &str) -> Vec<Ref> {
    let named = |entity: &&Entity| {
        entity.names.iter().chain([&entity.name]).any(|name| words.contains(name.as_str()))
    };
    let entities = article.entities.iter().filter(named);
    entities.filter_map(|entity| Ref::of(article, &entity.id)).collect()
}

/// The kinds of entities with their words.
const KINDS: &[(EntityKind, &str)] = &[
    (EntityKind::Person, "person"),
    (EntityKind::Organization, "organisation"),
    (EntityKind::Place, "place"),
    (EntityKind::Work, "work"),
    (EntityKind::Thing, "other name"),
];

/// How certain events are, with their words.
const CERTAINTIES: &[(Certainty, &str)] = &[
    (Certainty::Reported, "reported"),
    (Certainty::Claimed, "claimed"),
    (Certainty::Denied, "denied"),
    (Certainty::Planned, "planned"),
    (Certainty::Possible, "possible"),
    (Certainty::Historical, "background"),
];

/// How a figure is meant, with its words.
const SIGNS: &[(FigureSign, &str)] = &[
    (FigureSign::Exactly, "exactly"),
    (FigureSign::About, "about"),
    (FigureSign::MoreThan, "more than"),
    (FigureSign::AtLeast, "at least"),
    (FigureSign::LessThan, "less than"),
    (FigureSign::AtMost, "at most"),
];
