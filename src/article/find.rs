//! Finding words in an article: in its text, in names, and in the editor's notes.

use super::{Article, Folded, Id, Span, fold, sentences};

/// Longest query that is looked at, in scalars; the rest is left out.
pub const MAX_QUERY: usize = 200;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// An entity, by one of its names or by the editor's note about it.
    Entity(Id),
    /// Words of the text.
    Text(Span),
    /// An event, by its headline or summary.
    Event(Id),
    /// A figure, by what it counts or its note.
    Figure(Id),
    /// An editor's note.
    Note(Id),
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Names first, then the text in its order, then notes; of each group at most as many as
    /// were asked for.
    pub hits: Vec<Hit>,
    /// How many places in the text there are, with those that `hits` leaves out.
    pub in_text: usize,
}

/// A text about one annotated thing.
#[derive(Clone, Debug)]
struct Entry {
    hit: Hit,
    folded: String,
}

/// An article made ready for search. Make it once; it costs about six bytes for each byte of
/// text.
#[derive(Clone, Debug, Default)]
pub struct FindIndex {
    text: Folded,
    /// Each sentence, and where it begins in the folded text.
    sentences: Vec<(usize, Span)>,
    names: Vec<Entry>,
    notes: Vec<Entry>,
}

impl FindIndex {
    /// Folds everything in the article that can be found.
    pub fn new(article: &Article) -> Self {
        let text = Folded::new(&article.plain_text());
        let mut all = Vec::new();
        for (block, place) in article.blocks.iter().zip(article.block_spans()) {
            for sentence in sentences(&block.text) {
                let span = Span::new(place.start + sentence.start, place.start + sentence.end);
                all.push((text.byte_at(span.start), span));
            }
        }
        let mut index = Self { text, sentences: all, ..Self::default() };
        for entity in &article.entities {
            let hit = Hit::Entity(entity.id.clone());
            let names = entity.names.iter().map(String::as_str).chain([entity.name.as_str()]);
            index.names.push(Entry::new(hit.clone(), names));
            let about = [Some(&entity.role), entity.introduced.as_ref(), entity.note.as_ref()];
            index.notes.push(Entry::new(hit, about.into_iter().flatten().map(String::as_str)));
        }
        for event in &article.events {
            let words = [event.headline.as_str(), event.summary.as_str()];
            index.notes.push(Entry::new(Hit::Event(event.id.clone()), words));
        }
        for figure in &article.figures {
            let words = [figure.counts.as_str(), figure.note.as_deref().unwrap_or_default()];
            index.notes.push(Entry::new(Hit::Figure(figure.id.clone()), words));
        }
        for note in &article.notes {
            let parts = [note.article_says.as_ref(), note.elsewhere.as_ref(), note.basis.as_ref()];
            let words = [note.label.as_str()].into_iter();
            let words = words.chain(parts.into_iter().flatten().map(String::as_str));
            index.notes.push(Entry::new(Hit::Note(note.id.clone()), words));
        }
        index
    }

    /// Finds the query, at most `limit` of each group.
    ///
    /// In the text, the words in this order, the last one perhaps unfinished; where that is
    /// found nowhere, sentences with all of the words. In names and notes, all of the words in
    /// any order. A query without letters and digits finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Findings {
        let query: String = query.chars().take(MAX_QUERY).collect();
        let query = Folded::new(&query.replace('\n', " "));
        let query = query.text();
        let mut found = Findings::default();
        if query.is_empty() {
            return found;
        }
        let words: Vec<&str> = query.split(' ').collect();
        let by_name: Vec<&Hit> = matching(&self.names, &words).collect();
        found.add(limit, by_name.iter().copied().cloned());
        let phrase = |at: usize| Hit::Text(self.text.source(at, at + query.len()));
        if self.text.starts(query).next().is_some() || words.len() < 2 {
            found.add(limit, self.text.starts(query).map(phrase));
        } else {
            found.add(limit, self.sentences_with(&words));
        }
        found.add(
            limit,
            matching(&self.notes, &words).filter(|hit| !by_name.contains(hit)).cloned(),
        );
        found
    }

    /// The sentences that hold all of the words.
    fn sentences_with<'a>(&'a self, words: &'a [&str]) -> impl Iterator<Item = Hit> + 'a {
        // The longest word is the rarest: only its sentences are looked at.
        let rarest = words.iter().max_by_key(|word| word.len()).copied().unwrap_or_default();
        let mut last = None;
        self.text.starts(rarest).filter_map(move |at| {
            let number =
                self.sentences.partition_point(|&(start, _)| start <= at).checked_sub(1)?;
            let &(start, span) = self.sentences.get(number)?;
            let sentence = self.text.text().get(start..self.text.byte_at(span.end))?;
            if last == Some(number) || !has_all(sentence, words) {
                return None;
            }
            last = Some(number);
            Some(Hit::Text(span))
        })
    }
}

impl Findings {
    fn add(&mut self, limit: usize, hits: impl Iterator<Item = Hit>) {
        for (number, hit) in hits.enumerate() {
            self.in_text += usize::from(matches!(hit, Hit::Text(_)));
            if number < limit {
                self.hits.push(hit);
            }
        }
    }
}

impl Entry {
    fn new<'a>(hit: Hit, parts: impl IntoIterator<Item = &'a str>) -> Self {
        let parts: Vec<&str> = parts.into_iter().collect();
        Self { hit, folded: Folded::new(&parts.join("\n")).into_text() }
    }
}

fn matching<'a>(entries: &'a [Entry], words: &'a [&str]) -> impl Iterator<Item = &'a Hit> {
    entries.iter().filter(|entry| has_all(&entry.folded, words)).map(|entry| &entry.hit)
}

/// Whether each of the words begins a word of the folded text.
fn has_all(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| fold::starts(text, word).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Entity, Event, Figure, Note};
    use proptest::prelude::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn article() -> Article {
        let paragraph = |text: &str| Block { text: text.into(), ..Block::default() };
        Article {
            blocks: vec![
                paragraph("PM Adel Abdul Mahdi, and Abu Mahdi al-Muhandis. José don’t know."),
                paragraph("PM Abdul-Mahdi got 5,200 letters. Don't ask. The \u{1f600} Mahdi 𝕏."),
            ],
            entities: vec![
                Entity {
                    id: id("al-muhandis"),
                    name: "Abu Mahdi al-Muhandis".into(),
                    names: vec!["Al-Muhandis".into()],
                    note: Some("Killed with others.".into()),
                    ..Entity::default()
                },
                Entity {
                    id: id("abdul-mahdi"),
                    name: "Adel Abdul Mahdi".into(),
                    note: Some("Met al-Muhandis.".into()),
                    ..Entity::default()
                },
            ],
            events: vec![Event {
                id: id("e-letter"),
                headline: "Abdul-Mahdi gets a letter".into(),
                ..Event::default()
            }],
            figures: vec![Figure {
                id: id("f-5200"),
                counts: "letters".into(),
                ..Figure::default()
            }],
            notes: vec![Note {
                id: id("n-draft"),
                article_says: Some("The letter was a draft.".into()),
                ..Note::default()
            }],
            ..Article::default()
        }
    }

    /// What was found: ids, or the words in the text.
    fn found(query: &str) -> Vec<String> {
        let article = article();
        let text: Vec<char> = article.plain_text().chars().collect();
        let show = |hit: Hit| match hit {
            Hit::Text(span) => text[span.start as usize..span.end as usize].iter().collect(),
            Hit::Entity(id) | Hit::Event(id) | Hit::Figure(id) | Hit::Note(id) => id.into(),
        };
        FindIndex::new(&article).find(query, 9).hits.into_iter().map(show).collect()
    }

    #[test]
    fn names_then_text_then_notes() {
        assert_eq!(found("muhandis"), ["al-muhandis", "Muhandis", "abdul-mahdi"]);
        assert_eq!(found("al muhandis"), ["al-muhandis", "al-Muhandis", "abdul-mahdi"]);
        assert_eq!(found("abdul mahdi"), ["abdul-mahdi", "Abdul Mahdi", "Abdul-Mahdi", "e-letter"]);
        assert_eq!(found("letter"), ["letter", "e-letter", "f-5200", "n-draft"]);
        assert_eq!(found("5200 LETTERS"), ["5,200 letters"]);
    }

    #[test]
    fn spelling_does_not_matter() {
        for query in ["dont", "don't", "Don’t", "DON‘T"] {
            assert_eq!(found(query), ["don’t", "Don't"], "{query}");
        }
        for query in ["jose", "José", "Jose\u{301}", "JOSÉ"] {
            assert_eq!(found(query), ["José"], "{query}");
        }
    }

    #[test]
    fn scattered_words_find_their_sentence() {
        assert_eq!(found("letters mahdi"), ["PM Abdul-Mahdi got 5,200 letters."]);
        assert_eq!(found("mahdi abdul adel")[0], "abdul-mahdi");
        // No phrase goes over the end of a block.
        assert_eq!(found("know pm"), Vec::<String>::new());
    }

    #[test]
    fn nothing_to_find() {
        for query in ["", " ", "’", "…!?", "\n\n", "\u{200b}", "\u{301}", "zebra", "ahdi"] {
            assert_eq!(found(query), Vec::<String>::new(), "{query:?}");
        }
        assert_eq!(found(&"zebra ".repeat(100_000)), Vec::<String>::new());
        assert_eq!(found("😀 mahdi"), ["😀 Mahdi"]);
    }

    #[test]
    fn limits_cut_each_group_and_the_count_stays() {
        let Findings { hits, in_text } = FindIndex::new(&article()).find("mahdi", 1);
        assert_eq!(hits.len(), 3);
        assert_eq!(in_text, 4);
    }

    proptest! {
        #[test]
        fn any_query_of_any_text(text in any::<String>(), query in any::<String>()) {
            let block = Block { text: text.clone(), ..Block::default() };
            let index = FindIndex::new(&Article { blocks: vec![block], ..Article::default() });
            let length = text.chars().count() as u32;
            for hit in index.find(&query, 100).hits {
                let inside = matches!(hit, Hit::Text(span) if span.end <= length && !span.is_empty());
                prop_assert!(inside);
            }
        }

        #[test]
        fn every_word_is_found(text in "[a-zé’ -]{0,40}") {
            let block = Block { text: text.clone(), ..Block::default() };
            let index = FindIndex::new(&Article { blocks: vec![block], ..Article::default() });
            for word in text.split([' ', '-']).filter(|word| word.chars().any(char::is_alphabetic)) {
                prop_assert!(!index.find(word, 1).hits.is_empty(), "{}", word);
            }
        }
    }
}
