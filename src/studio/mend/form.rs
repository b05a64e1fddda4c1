//! The form of a card: one field for each thing that can be corrected.

use super::{CERTAINTIES, KINDS, SIGNS};
use crate::article::{Entity, Event, Figure, Quote, Thing, TimeExpression};
use crate::browser::dom;
use crate::markup::escape::escape;
use crate::page::model::Model;
use crate::studio::value_of;
use crate::time;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The form for a thing.
pub fn html(model: &Model, thing: Thing) -> String {
    let article = &model.article;
    let mut html = String::from("<form class=\"mend\">");
    let mut buttons = String::new();
    let (id, what) = match thing {
        Thing::Entity(n) => {
            let entity = &article.entities[n as usize];
            of_entity(&mut html, model, entity);
            buttons.push_str(
                "<p class=\"here\"><button type=\"button\" data-mend=\"not-name\">Not a name</button> \
                 <button type=\"button\" data-mend=\"split\">Somebody else here</button> \
                 <label><input type=\"checkbox\" name=\"here\"> only in this place</label></p>",
            );
            (&entity.id, "everywhere")
        }
        Thing::Event(n) => {
            let event = &article.events[n as usize];
            of_event(&mut html, event);
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
            of_time(&mut html, time);
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

fn of_event(html: &mut String, event: &Event) {
    line(html, "Headline", "headline", &event.headline, " maxlength=\"70\"");
    date(html, "When", "when", event.when.as_deref());
    select(html, "How certain", "certainty", CERTAINTIES, event.certainty);
    line(html, "Who says so", "attribution", &event.attribution, "");
    area(html, "Editor’s summary", "summary", &event.summary);
}

fn of_quote(html: &mut String, model: &Model, quote: &Quote) {
    let speaker = quote.speaker.as_ref().map(|id| id.as_str());
    choose(html, "Who said it", "speaker", "not named", model.article.entities.iter(), speaker);
}

fn of_figure(html: &mut String, figure: &Figure) {
    select(html, "How it is meant", "sign", SIGNS, figure.sign);
    line(html, "Number", "value", &figure.value.to_string(), "");
    line(html, "Unit", "unit", &figure.unit, "");
    line(html, "What it counts", "counts", &figure.counts, "");
    area(html, "Editor’s note", "note", figure.note.as_deref().unwrap_or_default());
}

fn of_time(html: &mut String, time: &TimeExpression) {
    date(html, "Which date", "date", time.when.as_deref());
}

fn line(html: &mut String, says: &str, name: &str, value: &str, more: &str) {
    let value = escape(value);
    let _ = write!(
        html,
        "<label>{says}<input type=\"text\" name=\"{name}\" value=\"{value}\" \
         data-was=\"{value}\" autocomplete=\"off\"{more}></label>"
    );
}

/// A date is shown in words; what is typed is read again.
fn date(html: &mut String, says: &str, name: &str, edtf: Option<&str>) {
    let words = edtf.map(time::in_words);
    let more = " data-date placeholder=\"none; such as 8 January 2020, early May, 2019/2021\"";
    line(html, says, name, &words.unwrap_or_default(), more);
}

fn area(html: &mut String, says: &str, name: &str, value: &str) {
    let value = escape(value);
    let _ = write!(
        html,
        "<label>{says}<textarea name=\"{name}\" rows=\"2\" data-was=\"{value}\">{value}</textarea>\
         </label>"
    );
}

fn select<T: PartialEq>(
    html: &mut String,
    says: &str,
    name: &str,
    choices: &[(T, &str)],
    chosen: T,
) {
    let was = choices.iter().find(|(value, _)| *value == chosen).map_or("", |(_, word)| word);
    let _ = write!(html, "<label>{says}<select name=\"{name}\" data-was=\"{was}\">");
    for (value, word) in choices {
        let selected = if *value == chosen { " selected" } else { "" };
        let _ = write!(html, "<option{selected}>{word}</option>");
    }
    html.push_str("</select></label>");
}

/// A choice among entities, by name.
fn choose<'a>(
    html: &mut String,
    says: &str,
    name: &str,
    none: &str,
    entities: impl Iterator<Item = &'a Entity>,
    chosen: Option<&str>,
) {
    let was = chosen.unwrap_or_default();
    let _ = write!(
        html,
        "<label>{says}<select name=\"{name}\" data-was=\"{}\"><option value=\"\">{none}</option>",
        escape(was)
    );
    let mut entities: Vec<&Entity> = entities.collect();
    entities.sort_by(|a, b| a.name.cmp(&b.name));
    for entity in entities {
        let selected = if entity.id.as_str() == was { " selected" } else { "" };
        let _ = write!(
            html,
            "<option value=\"{}\"{selected}>{}</option>",
            entity.id,
            escape(&entity.name)
        );
    }
    html.push_str("</select></label>");
}

/// The fields whose value is another than it was, in the order of the form. What makes the
/// thing another one comes last.
pub fn changed(form: &HtmlElement) -> Vec<(String, String)> {
    let fields = dom::all_in(form, "[data-was]");
    let value = |field: &Element| {
        let is = value_of(field.unchecked_ref());
        (field.get_attribute("data-was").as_deref() != Some(is.as_str())).then_some(is)
    };
    let mut changed: Vec<(String, String)> = fields
        .iter()
        .filter_map(|field| Some((field.get_attribute("name")?, value(field)?)))
        .collect();
    // One correction speaks of a number and its sign.
    if changed.iter().any(|(name, _)| name == "sign") {
        changed.retain(|(name, _)| name != "value");
    }
    changed.sort_by_key(|(name, _)| name == "into");
    changed
}

/// The number and the sign as they stand in the form.
pub fn amount() -> (String, String) {
    let value = |name: &str| {
        let field = dom::by_selector(&format!("#card .mend [name={name}]"));
        field.map(|field| value_of(field.unchecked_ref())).unwrap_or_default()
    };
    (value("value"), value("sign"))
}

/// The choice that a word stands for.
pub fn read<T: Copy>(choices: &[(T, &str)], word: &str) -> Result<T, String> {
    let found = choices.iter().find(|(_, known)| *known == word).map(|(value, _)| *value);
    found.ok_or_else(|| format!("Expected one of the choices, found “{word}”."))
}
