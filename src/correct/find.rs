//! Finding the thing that a correction speaks of, by id, name and place.

use super::correction::{Ref, Sort};
use super::place::Places;
use super::refused::Refused;
use crate::article::{Article, Id, Span};

/// What speaks for a thing. Any two say more than one; every sum is another.
const PLACE: u32 = 6;
const NAME: u32 = 5;
const ID: u32 = 4;

/// Names are cut to so many scalars.
const LONGEST_NAME: usize = 80;

impl Ref {
    /// The thing with this id, as it is now.
    pub fn of(article: &Article, id: &str) -> Option<Self> {
        use Sort::{Entity, Event, Figure, Note, Quote, Time};
        let (sort, at) = [Entity, Event, Quote, Figure, Time, Note]
            .into_iter()
            .find_map(|sort| Some((sort, position(article, sort, id)?)))?;
        let span = first_place(article, sort, at);
        let name = match called(article, sort, at) {
            Some(name) => name.to_owned(),
            None => {
                span.map(|span| Places::new(article).slice(span).to_owned()).unwrap_or_default()
            }
        };
        let id = Id::new(id).ok()?;
        Some(Self { sort, id, name: name.chars().take(LONGEST_NAME).collect(), span })
    }

    /// The same thing as it is in this article: its id, name and place may be others.
    ///
    /// # Errors
    /// When it is not there.
    pub fn now(&self, article: &Article) -> Result<Self, Refused> {
        let at = self.find(article)?;
        let now = id_of(article, self.sort, at).and_then(|id| Self::of(article, id));
        now.ok_or_else(|| Refused::Gone(self.name.clone()))
    }

    /// The place of the thing in the article's list of its sort.
    pub(super) fn find(&self, article: &Article) -> Result<usize, Refused> {
        let found = match self.sort {
            Sort::Entity | Sort::Event | Sort::Note => self.described(article),
            Sort::Quote | Sort::Figure | Sort::Time => self.placed(article),
        };
        found.ok_or_else(|| Refused::Gone(self.name.clone()))
    }

    /// The same, and it must be of this sort.
    pub(super) fn find_as(&self, article: &Article, sort: Sort) -> Result<usize, Refused> {
        if self.sort == sort { self.find(article) } else { Err(Refused::Gone(self.name.clone())) }
    }

    /// The one for which most speaks.
    fn described(&self, article: &Article) -> Option<usize> {
        let here = self.span.and_then(|span| named_at(article, span));
        let mut best = None;
        let mut most = 0;
        let mut alone = true;
        for at in 0..length(article, self.sort) {
            let stands = match self.sort {
                Sort::Entity => here.is_some_and(|id| article.entities[at].id == *id),
                Sort::Event => self.is_told_in(&article.events[at].passages),
                _ => self.is_told_in(&article.notes[at].passages),
            };
            let name = called(article, self.sort, at).unwrap_or_default();
            let cut = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(end, _)| end);
            let worth = PLACE * u32::from(stands)
                + NAME * u32::from(name.get(..cut) == Some(&self.name))
                + ID * u32::from(id_of(article, self.sort, at) == Some(&self.id));
            if worth > most {
                (best, most, alone) = (Some(at), worth, true);
            } else if worth == most {
                alone = false;
            }
        }
        let enough = match most {
            // A new draft may give the id to another thing: alone it says something only where
            // there is nothing else to go by.
            ID => self.span.is_none(),
            NAME | PLACE => alone,
            _ => true,
        };
        best.filter(|_| enough)
    }

    fn is_told_in(&self, passages: &[Span]) -> bool {
        self.span.is_some_and(|span| passages.contains(&span))
    }

    /// The one in the same place; with the same id it may be cut a little differently.
    fn placed(&self, article: &Article) -> Option<usize> {
        let Some(span) = self.span else { return position(article, self.sort, &self.id) };
        let place = |at| first_place(article, self.sort, at);
        (0..length(article, self.sort)).find(|&at| place(at) == Some(span)).or_else(|| {
            let at = position(article, self.sort, &self.id)?;
            place(at).filter(|place| place.overlaps(span)).map(|_| at)
        })
    }
}

/// The entity that is named in exactly these words.
fn named_at(article: &Article, span: Span) -> Option<&Id> {
    article.mentions.iter().find(|mention| mention.span == span).map(|mention| &mention.entity)
}

fn length(article: &Article, sort: Sort) -> usize {
    match sort {
        Sort::Entity => article.entities.len(),
        Sort::Event => article.events.len(),
        Sort::Quote => article.quotes.len(),
        Sort::Figure => article.figures.len(),
        Sort::Time => article.times.len(),
        Sort::Note => article.notes.len(),
    }
}

/// The id of the thing in this place of its list.
pub(super) fn id_of(article: &Article, sort: Sort, at: usize) -> Option<&Id> {
    Some(match sort {
        Sort::Entity => &article.entities.get(at)?.id,
        Sort::Event => &article.events.get(at)?.id,
        Sort::Quote => &article.quotes.get(at)?.id,
        Sort::Figure => &article.figures.get(at)?.id,
        Sort::Time => &article.times.get(at)?.id,
        Sort::Note => &article.notes.get(at)?.id,
    })
}

fn position(article: &Article, sort: Sort, id: &str) -> Option<usize> {
    (0..length(article, sort))
        .find(|&at| id_of(article, sort, at).is_some_and(|known| known.as_str() == id))
}

/// What people call it, where it has a name of its own.
fn called(article: &Article, sort: Sort, at: usize) -> Option<&str> {
    match sort {
        Sort::Entity => Some(&article.entities.get(at)?.name),
        Sort::Event => Some(&article.events.get(at)?.headline),
        Sort::Note => {
            let note = article.notes.get(at)?;
            note.remark.as_deref().or(note.article_says.as_deref()).or(Some(&note.label))
        }
        Sort::Quote | Sort::Figure | Sort::Time => None,
    }
}

fn first_place(article: &Article, sort: Sort, at: usize) -> Option<Span> {
    match sort {
        Sort::Entity => {
            let id = &article.entities.get(at)?.id;
            article.mentions.iter().find(|m| m.entity == *id).map(|m| m.span)
        }
        Sort::Event => article.events.get(at)?.passages.first().copied(),
        Sort::Quote => article.quotes.get(at).map(|quote| quote.span),
        Sort::Figure => article.figures.get(at).map(|figure| figure.span),
        Sort::Time => article.times.get(at).map(|time| time.span),
        Sort::Note => article.notes.get(at)?.passages.first().copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Entity, Mention};

    #[test]
    fn a_thing_is_found_under_another_id() {
        let block = Block { text: "Ann met Bob.".into(), ..Block::default() };
        let named = |id: &str, name: &str, span| {
            let id = Id::new(id).expect("an id");
            let mention = Mention { entity: id.clone(), span, ..Mention::default() };
            (Entity { id, name: name.into(), ..Entity::default() }, mention)
        };
        let article = |all: Vec<(Entity, Mention)>| {
            let (entities, mentions) = all.into_iter().unzip();
            Article { blocks: vec![block.clone()], entities, mentions, ..Article::default() }
        };
        let (ann, bob) = (Span::new(0, 3), Span::new(8, 11));
        let before = article(vec![named("ann", "Ann", ann), named("bob", "Bob", bob)]);
        let this = Ref::of(&before, "bob").expect("Bob");
        assert_eq!(this.now(&before).as_ref(), Ok(&this));
        let after = article(vec![named("bob", "Ann", ann), named("bob-2", "Bob", bob)]);
        assert_eq!(this.now(&after).map(|now| now.id.to_string()), Ok("bob-2".into()));
        let gone = article(vec![named("bob", "Ann", ann)]);
        assert_eq!(this.now(&gone), Err(Refused::Gone("Bob".into())));
    }
}
