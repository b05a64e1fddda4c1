//! What refers to what: references follow, or are taken away.

use super::correction::Sort;
use super::find::id_of;
use crate::article::{Article, Event, Id, Span};

/// Puts one id in the place of another in a list, once; with none, takes it out.
pub(super) fn swap(list: &mut Vec<Id>, old: &Id, new: Option<&Id>) {
    let Some(at) = list.iter().position(|id| id == old) else { return };
    match new.filter(|new| !list.contains(new)) {
        Some(new) => list[at].clone_from(new),
        None => drop(list.remove(at)),
    }
}

/// All that is said of one entity is said of the other; without another one it is forgotten.
pub(super) fn pass_on(article: &mut Article, old: &Id, new: Option<&Id>) {
    for event in &mut article.events {
        swap(&mut event.entities, old, new);
        swap(&mut event.attributed_to, old, new);
    }
    for quote in &mut article.quotes {
        if quote.speaker.as_ref() == Some(old) {
            quote.speaker = new.cloned();
        }
    }
    match new {
        Some(new) => {
            for mention in article.mentions.iter_mut().filter(|mention| mention.entity == *old) {
                mention.entity.clone_from(new);
            }
            article.notes.iter_mut().for_each(|note| swap(&mut note.about, old, Some(new)));
        }
        None => article.mentions.retain(|mention| mention.entity != *old),
    }
    if let Some(at) = article.entities.iter().position(|entity| entity.id == *old) {
        remove(article, Sort::Entity, at);
    }
}

/// Takes a thing out, and all that refers to it; notes about nothing else go too.
pub(super) fn remove(article: &mut Article, sort: Sort, at: usize) {
    let Some(id) = id_of(article, sort, at).cloned() else { return };
    match sort {
        Sort::Entity => drop(article.entities.remove(at)),
        Sort::Event => drop(article.events.remove(at)),
        Sort::Quote => drop(article.quotes.remove(at)),
        Sort::Figure => drop(article.figures.remove(at)),
        Sort::Time => drop(article.times.remove(at)),
        Sort::Note => drop(article.notes.remove(at)),
    }
    for event in &mut article.events {
        swap(&mut event.quotes, &id, None);
        swap(&mut event.figures, &id, None);
    }
    article.notes.retain_mut(|note| {
        let about = note.about.len();
        swap(&mut note.about, &id, None);
        note.about.len() == about || !note.about.is_empty()
    });
    article.found.remove(&id);
}

/// A new quotation or figure is one of the events that are told around it, where the program
/// told them: an editor's events are left alone.
pub(super) fn join_told(
    article: &mut Article,
    span: Span,
    id: &Id,
    list: fn(&mut Event) -> &mut Vec<Id>,
) {
    for event in &mut article.events {
        let around = event.passages.iter().any(|passage| passage.contains(span));
        if around && article.found.contains_key(&event.id) {
            list(event).push(id.clone());
        }
    }
}
