//! The form of a card: one field for each thing that can be corrected.

use super::fields::{area, choose, date, line, select};
use super::saving::{CERTAINTIES, KINDS, SIGNS};
use super::ticks::{self, Choice};
use crate::article::{Entity, Event, Figure, Id, Quote, Span, Thing, TimeExpression};
use crate::browser::dom;
use crate::correct::{self, note_on};
use crate::markup::escape::escape;
use crate::page::model::Model;
use crate::studio::value_of;
use crate::time;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The form for a thing, whose card hangs on these words.
pub fn html(model: &Model, thing: Thing, words: &str) -> String {
    let article = &model.article;
    let mut html = String::from("<form class=\"mend\">");
    let mut buttons = String::new();
    let (id, what) = match thing {
        Thing::Entity(n) => {
            let entity = &article.entities[n as usize];
            of_entity(&mut html, model, entity);
            of_mention(&mut buttons, model, entity, words);
            (&entity.id, "everywhere")
        }
        Thing::Event(n) => {
            let event = &article.events[n as usize];
            of_event(&mut html, model, event);
            (&event.id, "the event")
        }
        Thing::Quote(n) => {
            let quote = &article.quotes[n as usize];
            of_quote(&mut html, model, quote);
            (&quote.id, "the mark")
        }
        Thing::Figure(n) => {
            let figure = &article.figures[n as usize];
            of_figure(&mut html, figure);
            (&figure.id, "the mark")
        }
        Thing::Time(n) => {
            let time = &article.times[n as usize];
            of_time(&mut html, model, time);
            (&time.id, "the mark")
        }
        Thing::Note(n) => {
            let note = &article.notes[n as usize];
            area(&mut html, "Editor’s note", "note", note.remark.as_deref().unwrap_or_default());
            (&note.id, "the note")
        }
    };
    html.push_str("<p class=\"understood\" role=\"status\"></p><p class=\"done\">");
    html.push_str("<button type=\"submit\" class=\"main\">Done</button>");
    if article.found.contains_key(id) {
        html.push_str("<button type=\"button\" data-mend=\"right\">Confirm as it is</button>");
    }
    html.push_str("<button type=\"button\" data-mend=\"cancel\">Cancel</button></p>");
    let _ = write!(
        html,
        "{buttons}<p class=\"here\"><button type=\"button\" data-mend=\"delete\">Remove {what}\
         </button></p></form>"
    );
    html
}

fn of_entity(html: &mut String, model: &Model, entity: &Entity) {
    line(html, "Name", "name", &entity.name, "");
    select(html, "Kind", "kind", KINDS, entity.kind);
    line(html, "Role, in a few words", "role", &entity.role, "");
    let others = model.article.entities.iter().filter(|other| other.id != entity.id);
    choose(html, "Is the same as", "into", "—", others, None);
    area(html, "Editor’s note", "note", entity.note.as_deref().unwrap_or_default());
}

/// What can be said of the one place that the card hangs on.
fn of_mention(html: &mut String, model: &Model, entity: &Entity, words: &str) {
    let words = escape(&ticks::shortened(words));
    let _ = write!(html, "<fieldset class=\"here\"><legend>“{words}”</legend>");
    let others = model.article.entities.iter().filter(|other| other.id != entity.id);
    choose(html, "names", "whom", &entity.name, others, None);
    html.push_str(
        "<button type=\"button\" data-mend=\"split\">Somebody new</button> \
         <button type=\"button\" data-mend=\"not-name\">Not a name</button>\
         <label><input type=\"checkbox\" name=\"here\"> only in this place</label></fieldset>",
    );
}

fn of_event(html: &mut String, model: &Model, event: &Event) {
    line(html, "Headline", "headline", &event.headline, " maxlength=\"70\"");
    date(html, "When", "when", event.when.as_deref());
    between(html, event);
    select(html, "How certain", "certainty", CERTAINTIES, event.certainty);
    line(html, "Who says so", "attribution", &event.attribution, "");
    parts(html, model, event);
    area(html, "Editor’s summary", "summary", &event.summary);
    note(html, model, &event.id);
}

/// The interval of an event without a date.
fn between(html: &mut String, event: &Event) {
    let hidden = if event.when.is_some() { " hidden" } else { "" };
    let _ = write!(
        html,
        "<fieldset class=\"between\"{hidden}><legend>No date: some time between</legend>"
    );
    let (from, to) = event.within.as_deref().map(correct::ends).unwrap_or_default();
    for (name, says, date, more) in [
        ("from", "Not before", from, ""),
        ("to", "Not after", to, "<span aria-hidden=\"true\">and</span>"),
    ] {
        let words = escape(&time::in_words(date));
        let _ = write!(
            html,
            "{more}<input type=\"text\" name=\"{name}\" aria-label=\"{says}\" value=\"{words}\" \
             data-was=\"{words}\" data-date autocomplete=\"off\" placeholder=\"open\">"
        );
    }
    html.push_str("</fieldset>");
}

/// What an event is made of: those in it first, then what stands where it is told.
fn parts(html: &mut String, model: &Model, event: &Event) {
    let article = &model.article;
    let told = |span: Span| event.passages.iter().any(|passage| passage.overlaps(span));
    let passages = event.passages.iter().map(|span| passage(*span, model.text.slice(*span)));
    ticks::list(html, "Words that tell it", "passages", &passages.collect::<Vec<_>>());
    let near: std::collections::HashSet<&Id> =
        article.mentions.iter().filter(|m| told(m.span)).map(|m| &m.entity).collect();
    let mut people: Vec<_> = article.entities.iter().map(|e| (e.name.as_str(), &e.id)).collect();
    people.sort_unstable();
    let people = people.into_iter().map(|(name, id)| (id, name.to_owned(), near.contains(id)));
    ticks::list(html, "Who and what takes part", "parts", &ordered(&event.entities, people));
    let words = |span: Span| ticks::shortened(model.text.slice(span));
    let quotes = article.quotes.iter().map(|q| (&q.id, words(q.span), told(q.span)));
    ticks::list(html, "Its quotations", "quotes", &ordered(&event.quotes, quotes));
    let figures = article.figures.iter().map(|f| (&f.id, words(f.span), told(f.span)));
    ticks::list(html, "Its figures", "figures", &ordered(&event.figures, figures));
}

/// Those of the event in their order, then those that stand where it is told, then the others.
fn ordered<'a>(inside: &[Id], all: impl Iterator<Item = (&'a Id, String, bool)>) -> Vec<Choice> {
    let place = |id: &Id, near: bool| {
        inside.iter().position(|known| known == id).unwrap_or(inside.len() + usize::from(!near))
    };
    let mut all: Vec<_> = all
        .map(|(id, says, near)| {
            let ticked = inside.contains(id);
            (place(id, near), Choice { value: id.to_string(), says, ticked })
        })
        .collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, choice)| choice).collect()
}

/// Words that tell an event, as a choice that is made.
pub fn passage(span: Span, words: &str) -> Choice {
    let says = ticks::shortened(words);
    Choice { value: format!("{}-{}", span.start, span.end), says, ticked: true }
}

/// The place that such a choice stands for.
pub fn span(value: &str) -> Option<Span> {
    let (start, end) = value.split_once('-')?;
    Some(Span::new(start.parse().ok()?, end.parse().ok()?))
}

fn note(html: &mut String, model: &Model, id: &Id) {
    area(html, "Editor’s note", "note", note_on(&model.article, id));
}

fn of_quote(html: &mut String, model: &Model, quote: &Quote) {
    let speaker = quote.speaker.as_ref().map(|id| id.as_str());
    choose(html, "Who said it", "speaker", "not named", model.article.entities.iter(), speaker);
    note(html, model, &quote.id);
}

fn of_figure(html: &mut String, figure: &Figure) {
    select(html, "How it is meant", "sign", SIGNS, figure.sign);
    line(html, "Number", "value", &figure.value.to_string(), "");
    line(html, "Unit", "unit", &figure.unit, "");
    line(html, "What it counts", "counts", &figure.counts, "");
    area(html, "Editor’s note", "note", figure.note.as_deref().unwrap_or_default());
}

fn of_time(html: &mut String, model: &Model, time: &TimeExpression) {
    date(html, "Which date", "date", time.when.as_deref());
    note(html, model, &time.id);
}

/// The fields whose value is another than it was, in the order in which they are corrected.
pub fn changed(form: &HtmlElement) -> Vec<(String, String)> {
    let fields = dom::all_in(form, "[data-was]");
    let value = |field: &Element| {
        let is = ticks::value(field).unwrap_or_else(|| value_of(field.unchecked_ref()));
        (field.get_attribute("data-was").as_deref() != Some(is.as_str())).then_some(is)
    };
    let mut changed: Vec<(String, String)> = fields
        .iter()
        .filter_map(|field| Some((field.get_attribute("name")?, value(field)?)))
        .collect();
    let has = |changed: &[(String, String)], names: &[&str]| {
        changed.iter().any(|(name, _)| names.contains(&name.as_str()))
    };
    // One correction speaks of a number and its sign.
    if has(&changed, &["sign"]) {
        changed.retain(|(name, _)| name != "value");
    }
    // And one of both ends of an interval, where there is no date.
    if has(&changed, &["from", "to"]) {
        changed.retain(|(name, _)| !matches!(name.as_str(), "from" | "to"));
        if ends().is_some() {
            changed.push(("within".to_owned(), String::new()));
        }
    }
    // An event is found by its name and its place: what changes them comes last. So does what
    // makes the thing another one.
    changed.sort_by_key(|(name, _)| match name.as_str() {
        "passages" => 1,
        "headline" => 2,
        "whom" => 3,
        "into" => 4,
        _ => 0,
    });
    changed
}

/// What stands in a field of the form.
fn of_field(name: &str) -> Option<String> {
    let field = dom::by_selector(&format!("#card .mend [name={name}]"))?;
    Some(value_of(field.unchecked_ref()))
}

/// Whether what is said of these words is meant for this place alone.
pub fn only_here() -> bool {
    dom::by_selector("#card .mend [name=here]:checked").is_some()
}

/// Whether a field is an end of the interval.
pub fn is_end(field: &HtmlElement) -> bool {
    field.closest(".between").ok().flatten().is_some()
}

/// Both ends of the interval as they stand in the form; none where there is a date.
pub fn ends() -> Option<[String; 2]> {
    let dated = !of_field("when")?.trim().is_empty();
    (!dated).then(|| ["from", "to"].map(|name| of_field(name).unwrap_or_default()))
}

/// The interval is asked for as long as there is no date. Tells whether it has come or gone.
pub fn show_interval() -> bool {
    let Some(place) = dom::by_selector("#card .mend .between") else { return false };
    let (was, is) = (place.has_attribute("hidden"), ends().is_none());
    dom::attribute(&place, "hidden", is.then_some(""));
    was != is
}

/// The number and the sign as they stand in the form.
pub fn amount() -> (String, String) {
    let value = |name: &str| of_field(name).unwrap_or_default();
    (value("value"), value("sign"))
}

/// The choice that a word stands for.
pub fn read<T: Copy>(choices: &[(T, &str)], word: &str) -> Result<T, String> {
    let found = choices.iter().find(|(_, known)| *known == word).map(|(value, _)| *value);
    found.ok_or_else(|| format!("Expected one of the choices, found “{word}”."))
}
