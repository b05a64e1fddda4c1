//! What a form asks for, as corrections.

use super::super::desk::Desk;
use super::{NO_NAME, current, current_words, form, mended};
use crate::article::{Article, Certainty, Entity, EntityKind, FigureSign};
use crate::browser::dom;
use crate::correct::{Correction, Ref, Sort, Words, between, understand};
use crate::page::card;
use crate::studio::value_of;
use web_sys::HtmlElement;

/// What was understood of a date, as it is typed.
pub(super) fn show_date(desk: Desk, field: &HtmlElement) {
    let understood = match form::ends() {
        Some(ends) if form::is_end(field) => interval(desk, &ends),
        _ => understood(desk, &value_of(field)),
    };
    say(&match understood {
        Ok(None) => "no date in the article".to_owned(),
        Ok(Some((_, words))) => words,
        Err(reason) => reason,
    });
}

/// Says something in the form.
pub(super) fn say(words: &str) {
    if let Some(place) = dom::by_selector("#card .mend .understood") {
        place.set_text_content(Some(words));
    }
}

/// A date as EDTF, and how the page says it.
type Understood = Result<Option<(String, String)>, String>;

/// The date of the words in a date field.
fn understood(desk: Desk, words: &str) -> Understood {
    if words.trim().is_empty() {
        return Ok(None);
    }
    let understood = understand(words, desk.reading_day()).map_err(|reason| reason.to_string())?;
    Ok(Some((understood.edtf, understood.words)))
}

/// The interval between two date fields.
fn interval(desk: Desk, [from, to]: &[String; 2]) -> Understood {
    let understood = between(from, to, desk.reading_day()).map_err(|reason| reason.to_string())?;
    Ok(understood.map(|date| (date.edtf, date.words)))
}

/// Makes the corrections that the form asks for.
pub(super) fn save(desk: Desk, form: &HtmlElement) {
    let model = desk.explorer.model();
    let Some(thing) = mended(desk) else { return };
    let changed = match form::changed(form) {
        changed if changed.is_empty() => {
            card::refill(desk.explorer);
            return super::leave();
        }
        changed => changed,
    };
    let corrections: Result<Vec<Correction>, String> = changed
        .iter()
        .map(|(name, value)| correction(desk, &model.article, &thing, name, value.trim()))
        .collect();
    let other = corrections.as_ref().ok().and_then(|all| all.iter().find_map(who_it_is));
    // All of them or none: what was typed is not lost.
    match corrections.and_then(|all| desk.correct_all(all)) {
        Ok(()) => {
            let other =
                other.and_then(|correction| correction.about(&desk.explorer.model().article));
            // Another reading may have given it another id.
            let renamed = current(desk).is_none_or(|id| id != *thing.id);
            match other.or(Some(thing.id).filter(|_| renamed)) {
                Some(other) => desk.explorer.press(&other, None),
                None => card::refill(desk.explorer),
            }
            super::leave();
        }
        Err(reason) => say(&reason),
    }
}

/// A correction after which the card should show somebody else.
fn who_it_is(correction: &Correction) -> Option<Correction> {
    let other = matches!(correction, Correction::Merge { .. } | Correction::Mention { .. });
    other.then(|| correction.clone())
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
    let many = |sort: Sort| -> Result<Vec<Ref>, String> {
        let known = |id| Ref::of(article, id).filter(|thing| thing.sort == sort);
        let things = value.split_whitespace().map(known).collect::<Option<_>>();
        things.ok_or_else(|| "What is ticked here is not in the article any more.".to_owned())
    };
    Ok(match name {
        "name" => Correction::Rename { entity: this, name: words },
        "kind" => Correction::Kind { entity: this, kind: form::read(KINDS, value)? },
        "role" => Correction::Role { entity: this, role: words },
        "into" => {
            let into = other().ok_or("Expected one of the others.")?;
            Correction::Merge { entity: this, into }
        }
        "whom" => {
            let entity = other().ok_or("Expected one of the others.")?;
            let words = current_words(desk).ok_or(NO_NAME)?;
            Correction::Mention { words, entity, only_here: form::only_here() }
        }
        "headline" => Correction::Headline { event: this, headline: words },
        "summary" => Correction::Summary { event: this, summary: words },
        "when" => Correction::When { event: this, when: edtf()? },
        "within" => {
            let within = interval(desk, &form::ends().unwrap_or_default())?;
            Correction::Within { event: this, within: within.map(|(edtf, _)| edtf) }
        }
        "parts" => Correction::Parts { event: this, entities: many(Sort::Entity)? },
        "quotes" => Correction::Quotes { event: this, quotes: many(Sort::Quote)? },
        "figures" => Correction::Figures { event: this, figures: many(Sort::Figure)? },
        "passages" => {
            let spans = value.split_whitespace().filter_map(form::span);
            let passages = spans.filter_map(|span| Words::at(article, span)).collect();
            Correction::Passages { event: this, passages }
        }
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
pub(super) const KINDS: &[(EntityKind, &str)] = &[
    (EntityKind::Person, "person"),
    (EntityKind::Organization, "organisation"),
    (EntityKind::Place, "place"),
    (EntityKind::Work, "work"),
    (EntityKind::Thing, "other name"),
];

/// How certain events are, with their words.
pub(super) const CERTAINTIES: &[(Certainty, &str)] = &[
    (Certainty::Reported, "reported"),
    (Certainty::Claimed, "claimed"),
    (Certainty::Denied, "denied"),
    (Certainty::Planned, "planned"),
    (Certainty::Possible, "possible"),
    (Certainty::Historical, "background"),
];

/// How a figure is meant, with its words.
pub(super) const SIGNS: &[(FigureSign, &str)] = &[
    (FigureSign::Exactly, "exactly"),
    (FigureSign::About, "about"),
    (FigureSign::MoreThan, "more than"),
    (FigureSign::AtLeast, "at least"),
    (FigureSign::LessThan, "less than"),
    (FigureSign::AtMost, "at most"),
];
