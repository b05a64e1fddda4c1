//! Corrections of entities and of where they are named.

use super::claim::{check, claim, follow, looked_at, places, stand};
use super::correction::{Ref, Sort, Words};
use super::given::{line, maybe_line};
use super::place::{Places, Spans};
use super::refused::Refused;
use super::things::pass_on;
use crate::article::order::sorted_by;
use crate::article::{Article, Entity, EntityKind, Id, Ids, Mention};

const A_NAME: &str = "a name of at most 200 characters";

pub(super) fn new_entity(
    article: &mut Article,
    words: &Words,
    kind: EntityKind,
    name: &str,
    only_here: bool,
) -> Result<(), Refused> {
    let name = line(name, A_NAME)?;
    let places = places(article, words, only_here)?;
    // What a new draft has found by itself needs no second entity.
    let id = match named_so(article, words, &name, kind) {
        Some(id) => id,
        None => add(article, name, kind),
    };
    article.found.remove(&id);
    claim(article, &places, &id);
    Ok(())
}

/// The entity that is called so already in these words.
fn named_so(article: &Article, words: &Words, name: &str, kind: EntityKind) -> Option<Id> {
    let here = article.mentions.iter().find(|mention| mention.span == words.span)?;
    let same = |e: &&Entity| e.id == here.entity && e.name == name && e.kind == kind;
    article.entities.iter().find(same).map(|entity| entity.id.clone())
}

fn add(article: &mut Article, name: String, kind: EntityKind) -> Id {
    let id = Ids::of(article).next(&name);
    article.entities.push(Entity { id: id.clone(), kind, name, named: true, ..Entity::default() });
    id
}

pub(super) fn mention(
    article: &mut Article,
    words: &Words,
    entity: &Ref,
    only_here: bool,
) -> Result<(), Refused> {
    let id = article.entities[entity.find_as(article, Sort::Entity)?].id.clone();
    let places = places(article, words, only_here)?;
    article.found.remove(&id);
    claim(article, &places, &id);
    Ok(())
}

pub(super) fn not_name(
    article: &mut Article,
    words: &Words,
    only_here: bool,
) -> Result<(), Refused> {
    let text = Places::new(article);
    stand(&text, words)?;
    let same = if only_here { Vec::new() } else { text.same(&words.text) };
    let same = Spans::new(same.into_iter().chain([words.span]));
    let is_one = |mention: &&Mention| same.at(mention.span).any(|place| place == mention.span);
    let lost: Vec<Mention> = article.mentions.iter().filter(is_one).cloned().collect();
    if lost.is_empty() {
        return Err(Refused::NoName(words.text.clone()));
    }
    article.mentions.retain(|mention| !is_one(&mention));
    follow(article, &lost, None);
    looked_at(article, &lost);
    Ok(())
}

/// Changes one entity, which a person has looked at by that.
pub(super) fn change(
    article: &mut Article,
    entity: &Ref,
    change: impl FnOnce(&mut Entity),
) -> Result<(), Refused> {
    let at = entity.find_as(article, Sort::Entity)?;
    let entity = &mut article.entities[at];
    change(entity);
    article.found.remove(&entity.id);
    Ok(())
}

pub(super) fn rename(article: &mut Article, entity: &Ref, name: &str) -> Result<(), Refused> {
    let name = line(name, A_NAME)?;
    change(article, entity, |entity| {
        entity.name_in_article = entity.names.contains(&name);
        entity.name = name;
        entity.named = true;
    })
}

pub(super) fn role(article: &mut Article, entity: &Ref, role: &str) -> Result<(), Refused> {
    let role = maybe_line(role, "a role of at most 200 characters")?;
    change(article, entity, |entity| entity.role = role)
}

pub(super) fn merge(article: &mut Article, entity: &Ref, into: &Ref) -> Result<(), Refused> {
    let from = entity.find_as(article, Sort::Entity)?;
    let to = into.find_as(article, Sort::Entity)?;
    if from == to {
        return Err(Refused::Same(article.entities[to].name.clone()));
    }
    let given_up = article.entities[from].clone();
    let stays = &mut article.entities[to];
    for name in given_up.names {
        if !stays.names.contains(&name) {
            stays.names.push(name);
        }
    }
    stays.name_in_article = stays.names.contains(&stays.name);
    stays.named |= given_up.named;
    if stays.role.is_empty() {
        stays.role = given_up.role;
    }
    stays.introduced = stays.introduced.take().or(given_up.introduced);
    stays.wikidata = stays.wikidata.take().or(given_up.wikidata);
    stays.note = match (stays.note.take(), given_up.note) {
        (Some(note), Some(other)) if note != other => Some(format!("{note} {other}")),
        (note, other) => note.or(other),
    };
    let id = stays.id.clone();
    pass_on(article, &given_up.id, Some(&id));
    article.found.remove(&id);
    Ok(())
}

pub(super) fn split(
    article: &mut Article,
    entity: &Ref,
    mentions: &[Words],
    name: &str,
    kind: EntityKind,
) -> Result<(), Refused> {
    let name = line(name, A_NAME)?;
    let at = entity.find_as(article, Sort::Entity)?;
    let text = Places::new(article);
    for words in mentions {
        check(article, &text, words)?;
    }
    let places: Vec<_> = mentions.iter().map(|words| words.span).collect();
    let places = sorted_by(&places, |place| place.start.into());
    let apart = places.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let old = article.entities[at].id.clone();
    let left = article
        .mentions
        .iter()
        .any(|mention| mention.entity == old && !places.contains(&mention.span));
    if places.is_empty() || !apart || !left {
        let expected = "some of the mentions, but not all: to change them all, rename it";
        return Err(Refused::Expected(expected, article.entities[at].name.clone()));
    }
    let id = add(article, name, kind);
    article.found.remove(&old);
    claim(article, &places, &id);
    Ok(())
}
