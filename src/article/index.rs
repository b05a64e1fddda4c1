//! Answers to "what belongs to what", looked up once per article.

use super::order::{sort_by, sorted_by};
use super::{Article, Event, Figure, Id, Mention, Note, Quote, Span, TimeExpression, sentences};
use std::cell::OnceCell;

/// What an id names: the kind of thing and its place in the article's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// An entity.
    Entity(u32),
    /// An event.
    Event(u32),
    /// A quote.
    Quote(u32),
    /// A figure.
    Figure(u32),
    /// A date or time in the text.
    Time(u32),
    /// An editor's note.
    Note(u32),
}

impl Article {
    /// Everything that has an id.
    pub fn things(&self) -> impl Iterator<Item = (&Id, Thing)> {
        (self.entities.iter().map(|x| &x.id).zip((0..).map(Thing::Entity)))
            .chain(self.events.iter().map(|x| &x.id).zip((0..).map(Thing::Event)))
            .chain(self.quotes.iter().map(|x| &x.id).zip((0..).map(Thing::Quote)))
            .chain(self.figures.iter().map(|x| &x.id).zip((0..).map(Thing::Figure)))
            .chain(self.times.iter().map(|x| &x.id).zip((0..).map(Thing::Time)))
            .chain(self.notes.iter().map(|x| &x.id).zip((0..).map(Thing::Note)))
    }
}

/// Look-ups into one article. Built in time linear in the article (sorting aside).
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// By the print of the id: the standard library's tables are 2 kB of the reader.
    things: Vec<(i64, Box<str>, Thing)>,
    blocks: Vec<Span>,
    /// Looked for when they are first asked for: a page is alive before.
    sentences: OnceCell<Vec<Span>>,
    mentions: Vec<Vec<u32>>,
    events: Vec<Vec<u32>>,
    quotes: Vec<Vec<u32>>,
}

impl Index {
    /// Looks through the article once.
    pub fn new(article: &Article) -> Self {
        Self { blocks: article.block_spans(), ..Self::default() }.look_up(article)
    }

    /// The same for an article with the text of this one and other annotations: the text is not
    /// looked through again.
    pub fn again(&self, article: &Article) -> Self {
        let (blocks, sentences) = (self.blocks.clone(), self.sentences.clone());
        Self { blocks, sentences, ..Self::default() }.look_up(article)
    }

    fn look_up(self, article: &Article) -> Self {
        let mut index = self;
        index.name_things(article);
        let lists = || vec![Vec::new(); article.entities.len()];
        (index.mentions, index.events, index.quotes) = (lists(), lists(), lists());
        for (n, mention) in article.mentions.iter().enumerate() {
            if let Some(entity) = index.entity(&mention.entity) {
                index.mentions[entity].push(n as u32);
            }
        }
        for (n, event) in article.events.iter().enumerate() {
            for id in event.entities.iter().chain(&event.attributed_to) {
                if let Some(entity) = index.entity(id) {
                    let events = &mut index.events[entity];
                    if events.last() != Some(&(n as u32)) {
                        events.push(n as u32);
                    }
                }
            }
        }
        for (n, quote) in article.quotes.iter().enumerate() {
            if let Some(entity) = quote.speaker.as_ref().and_then(|id| index.entity(id)) {
                index.quotes[entity].push(n as u32);
            }
        }
        index
    }

    fn name_things(&mut self, article: &Article) {
        let things = article.things();
        self.things = things.map(|(id, thing)| (print(id), id.as_str().into(), thing)).collect();
        sort_by(&mut self.things, |(print, ..)| *print);
    }

    /// What the id names, if anything.
    pub fn thing(&self, id: &str) -> Option<Thing> {
        let print = print(id);
        let from = self.things.partition_point(|(other, ..)| *other < print);
        let same = self.things[from..].iter().take_while(|(other, ..)| *other == print);
        same.filter(|(_, known, _)| **known == *id).map(|(.., thing)| *thing).next()
    }

    /// Place of the entity with this id in the article's list.
    pub fn entity(&self, id: &str) -> Option<usize> {
        match self.thing(id) {
            Some(Thing::Entity(n)) => Some(n as usize),
            _ => None,
        }
    }

    /// Where each block stands.
    pub fn blocks(&self) -> &[Span] {
        &self.blocks
    }

    /// The sentences of all blocks, in order.
    pub fn sentences(&self, article: &Article) -> &[Span] {
        self.sentences.get_or_init(|| {
            let mut all = Vec::new();
            for (block, span) in article.blocks.iter().zip(&self.blocks) {
                let sentences = sentences(&block.text).into_iter();
                all.extend(sentences.map(|s| Span::new(span.start + s.start, span.start + s.end)));
            }
            all
        })
    }

    /// The block that holds this offset; offsets between blocks belong to the one before.
    pub fn block_at(&self, offset: u32) -> usize {
        self.blocks.partition_point(|b| b.start <= offset).saturating_sub(1)
    }

    /// The mentions of an entity, in text order.
    pub fn mentions_of<'a>(
        &'a self,
        article: &'a Article,
        entity: usize,
    ) -> impl Iterator<Item = &'a Mention> {
        self.mentions.get(entity).into_iter().flatten().map(|&n| &article.mentions[n as usize])
    }

    /// The events an entity takes part in or vouches for, in order of time.
    pub fn events_of<'a>(
        &'a self,
        article: &'a Article,
        entity: usize,
    ) -> impl Iterator<Item = &'a Event> {
        self.events.get(entity).into_iter().flatten().map(|&n| &article.events[n as usize])
    }

    /// What an entity said, in text order.
    pub fn quotes_of<'a>(
        &'a self,
        article: &'a Article,
        entity: usize,
    ) -> impl Iterator<Item = &'a Quote> {
        self.quotes.get(entity).into_iter().flatten().map(|&n| &article.quotes[n as usize])
    }

    /// The sentences that a span touches.
    pub fn sentences_in(&self, article: &Article, span: Span) -> &[Span] {
        let sentences = self.sentences(article);
        let from = sentences.partition_point(|s| s.end <= span.start);
        let to = sentences.partition_point(|s| s.start < span.end);
        sentences.get(from..to.max(from)).unwrap_or_default()
    }

    /// The passages where a thing stands in the text, in order.
    pub fn passages(&self, article: &Article, thing: Thing) -> Vec<Span> {
        match thing {
            Thing::Entity(n) => self.mentions_of(article, n as usize).map(|m| m.span).collect(),
            Thing::Event(n) => get(&article.events, n, |e: &Event| e.passages.clone()),
            Thing::Quote(n) => get(&article.quotes, n, |q: &Quote| vec![q.span]),
            Thing::Figure(n) => get(&article.figures, n, |f: &Figure| vec![f.span]),
            Thing::Time(n) => get(&article.times, n, |t: &TimeExpression| vec![t.span]),
            Thing::Note(n) => get(&article.notes, n, |n: &Note| n.passages.clone()),
        }
    }

    /// The sentences that are about a thing: those its passages touch.
    pub fn sentences_about(&self, article: &Article, thing: Thing) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        for passage in self.passages(article, thing) {
            found.extend(self.sentences_in(article, passage));
        }
        // By start alone: sentences never overlap.
        let mut found = sorted_by(&found, |sentence| sentence.start.into());
        found.dedup();
        found
    }

    /// The entities named in the same sentences as this one, most often first, with the
    /// number of those sentences.
    pub fn together_with(&self, article: &Article, entity: usize) -> Vec<(usize, u32)> {
        let sentences = self.sentences_about(article, Thing::Entity(entity as u32));
        let mut counts = vec![0; article.entities.len()];
        for sentence in sentences {
            let from = article.mentions.partition_point(|m| m.span.start < sentence.start);
            let mut seen = Vec::new();
            for mention in &article.mentions[from..] {
                if mention.span.start >= sentence.end {
                    break;
                }
                if let Some(other) = self.entity(&mention.entity)
                    && other != entity
                    && !seen.contains(&other)
                {
                    seen.push(other);
                }
            }
            for other in seen {
                counts[other] += 1;
            }
        }
        let counted: Vec<_> =
            counts.into_iter().enumerate().filter(|&(_, count)| count > 0).collect();
        sorted_by(&counted, |&(_, count)| -i64::from(count))
    }
}

/// A number that hardly any two ids share (FNV-1a).
fn print(id: &str) -> i64 {
    let add = |print: u64, byte: u8| (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, add) as i64
}

fn get<T>(list: &[T], n: u32, spans: impl Fn(&T) -> Vec<Span>) -> Vec<Span> {
    list.get(n as usize).map(spans).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Entity, Id};

    fn id(text: &str) -> Id {
        Id::new(text).expect("a good id")
    }

    fn sample() -> Article {
        let text = "Ann met Bob. Bob left. Ann wrote to Cleo.".to_owned();
        let entity = |name: &str| Entity { id: id(name), name: name.into(), ..Entity::default() };
        let mention = |name: &str, start, end| Mention {
            entity: id(name),
            span: Span::new(start, end),
            ..Mention::default()
        };
        Article {
            blocks: vec![Block { text, ..Block::default() }],
            entities: vec![entity("ann"), entity("bob"), entity("cleo")],
            mentions: vec![
                mention("ann", 0, 3),
                mention("bob", 8, 11),
                mention("bob", 13, 16),
                mention("ann", 23, 26),
                mention("cleo", 36, 40),
            ],
            ..Article::default()
        }
    }

    #[test]
    fn sentences_about_one_and_who_is_near() {
        let article = sample();
        let index = Index::new(&article);
        assert_eq!(
            index.sentences_about(&article, Thing::Entity(0)),
            [Span::new(0, 12), Span::new(23, 41)]
        );
        assert_eq!(index.together_with(&article, 0), [(1, 1), (2, 1)]);
        assert_eq!(index.thing("cleo"), Some(Thing::Entity(2)));
        assert_eq!(index.thing("nobody"), None);
    }

    #[test]
    fn offsets_between_blocks_belong_to_the_block_before() {
        let block = |text: &str| Block { text: text.into(), ..Block::default() };
        let article = Article { blocks: vec![block("One"), block("Two")], ..Article::default() };
        let index = Index::new(&article);
        assert_eq!([0, 2, 3, 4, 5, 9].map(|o| index.block_at(o)), [0, 0, 0, 0, 1, 1]);
    }
}
