//! Corrections of what is known about the article, notes, and what is the same for all things.

use super::called::Field;
use super::correction::{Ref, Sort};
use super::find::id_of;
use super::given::{date, maybe_line, text};
use super::refused::Refused;
use super::things::remove;
use crate::article::{Article, Id, Ids, Note, NoteKind, short_name};

/// How a reader's note on a thing without a field for notes is called.
const LABEL: &str = "note";

pub(super) fn meta(article: &mut Article, field: Field, value: &str) -> Result<(), Refused> {
    let value = maybe_line(value, "at most 200 characters")?;
    let given = Some(value.clone()).filter(|value| !value.is_empty());
    let meta = &mut article.meta;
    let place = match field {
        Field::Title if value.is_empty() => return Err(Refused::Expected("a title", value)),
        Field::Title => {
            let before = std::mem::replace(&mut meta.title, value);
            super::block::retitle(article, &before);
            return Ok(());
        }
        Field::Slug if value.is_empty() => return Err(Refused::Expected("a short name", value)),
        Field::Slug => {
            meta.slug = short_name(&value);
            return Ok(());
        }
        Field::Published => {
            meta.published = date(&given)?;
            return Ok(());
        }
        Field::Address => {
            let known = ["https://", "http://"].iter().any(|start| value.starts_with(start));
            if !value.is_empty() && (!known || value.contains(' ')) {
                return Err(Refused::Expected("an address that begins with https://", value));
            }
            &mut meta.address
        }
        Field::Author => &mut meta.author,
        Field::Publisher => &mut meta.publisher,
        Field::Site => &mut meta.site,
    };
    *place = given;
    Ok(())
}

pub(super) fn note(article: &mut Article, thing: &Ref, note: &str) -> Result<(), Refused> {
    let note = Some(text(note, "a note of at most 4,000 characters")?).filter(|n| !n.is_empty());
    let at = thing.find(article)?;
    let id = id_of(article, thing.sort, at).cloned().unwrap_or_default();
    match thing.sort {
        Sort::Entity => article.entities[at].note = note,
        Sort::Figure => article.figures[at].note = note,
        Sort::Note if note.is_none() => remove(article, Sort::Note, at),
        Sort::Note => article.notes[at].remark = note,
        Sort::Event | Sort::Quote | Sort::Time => {
            match (article.notes.iter().position(|note| is_note_on(note, &id)), note) {
                (Some(known), None) => remove(article, Sort::Note, known),
                (Some(known), note) => article.notes[known].remark = note,
                (None, None) => {}
                (None, note) => {
                    let passages = match thing.sort {
                        Sort::Event => article.events[at].passages.clone(),
                        Sort::Quote => vec![article.quotes[at].span],
                        _ => vec![article.times[at].span],
                    };
                    article.notes.push(Note {
                        id: Ids::of(article).next(&format!("n-{id}")),
                        kind: NoteKind::Remark,
                        label: LABEL.to_owned(),
                        passages,
                        about: vec![id.clone()],
                        remark: note,
                        ..Note::default()
                    });
                }
            }
        }
    }
    article.found.remove(&id);
    Ok(())
}

/// The note of an event, quotation or date, which have no field for it; nothing if it has none.
pub fn note_on<'a>(article: &'a Article, thing: &Id) -> &'a str {
    let note = article.notes.iter().find(|note| is_note_on(note, thing));
    note.and_then(|note| note.remark.as_deref()).unwrap_or_default()
}

fn is_note_on(note: &Note, thing: &Id) -> bool {
    note.kind == NoteKind::Remark && note.label == LABEL && note.about == [thing.clone()]
}

pub(super) fn right(article: &mut Article, thing: &Ref) -> Result<(), Refused> {
    let at = thing.find(article)?;
    let id = id_of(article, thing.sort, at).cloned().unwrap_or_default();
    article.found.remove(&id);
    Ok(())
}

pub(super) fn delete(article: &mut Article, thing: &Ref) -> Result<(), Refused> {
    let at = thing.find(article)?;
    match thing.sort {
        Sort::Entity => {
            let id = article.entities[at].id.clone();
            super::things::pass_on(article, &id, None);
        }
        sort => remove(article, sort, at),
    }
    Ok(())
}
