//! An article that leaves as a folder comes back the same.
#![cfg(feature = "source")]

use dateline::article::*;
use dateline::export::folder::{annotations_toml, article_md};
use dateline::publish::{self, SourceFile};
use proptest::prelude::*;

/// The article as its two files, read again; with what the reader says.
fn again(article: &Article) -> (Article, Vec<String>) {
    let md = SourceFile::from_text("article.md", article_md(article));
    let toml = SourceFile::from_text("annotations.toml", annotations_toml(article));
    let (again, problems) = publish::read(&md, Some(&toml), &article.meta.slug);
    (again, problems.iter().map(ToString::to_string).collect())
}

fn load(folder: &str) -> Article {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    publish::load(folder.as_ref()).article.expect("an article")
}

#[test]
fn the_bundled_article() {
    let article = load("articles/iraq-marching-orders");
    let (again, problems) = again(&article);
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(again.meta, article.meta);
    assert_eq!(again.blocks, article.blocks);
    for (again, before) in again.entities.iter().zip(&article.entities) {
        assert_eq!(again, before);
    }
    assert_eq!(again.mentions, article.mentions);
    assert_eq!(again, article);
    let toml = annotations_toml(&article);
    assert!(!toml.contains("Not written here"), "{toml}");
}

/// Words that stand several times, inside each other, and with signs of Markdown in them.
fn words() -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    let word = prop::sample::select(vec![
        "Mahdi",
        "Abdul",
        "PM",
        "Iran",
        "Iranian",
        "anti-Iran",
        "Iran’s",
        "{x}",
        "“no”",
        "said",
        "1.",
        "*b*",
        "wait…",
        "𝄞",
        "a_b",
        "5,200",
    ]);
    prop::collection::vec(prop::collection::vec(word, 1..14), 1..4)
}

/// A paragraph, the word in it, and how many words.
fn place() -> impl Strategy<Value = (usize, usize, usize)> {
    (0usize..4, 0usize..14, 1usize..4)
}

/// The span of so many words.
fn span(paragraphs: &[Vec<&str>], (paragraph, from, count): (usize, usize, usize)) -> Span {
    let length = |words: &[&str]| words.iter().map(|word| word.chars().count() + 1).sum::<usize>();
    let paragraph = paragraph % paragraphs.len();
    // The title "T" and a blank line come first; each paragraph ends with another.
    let before: usize =
        3 + paragraphs[..paragraph].iter().map(|words| length(words) + 1).sum::<usize>();
    let words = &paragraphs[paragraph];
    let from = from % words.len();
    let to = (from + count).min(words.len());
    let start = before + length(&words[..from]);
    Span::new(start as u32, (start + length(&words[from..to]) - 1) as u32)
}

prop_compose! {
    fn article()(
        paragraphs in words(),
        mentions in prop::collection::vec((0usize..3, place(), any::<bool>(), any::<bool>()), 0..8),
        passages in prop::collection::vec(place(), 6),
        found in prop::collection::btree_map(
            prop::sample::select(vec!["a", "e", "q", "f", "t01"]), "[a-z]{0,5}", 0..4,
        ),
    ) -> Article {
        let spans: Vec<Span> = passages.iter().map(|place| span(&paragraphs, *place)).collect();
        let id = |text: &str| Id::new(text).expect("a good id");
        let title = Block { kind: BlockKind::Title, part: Part::Head, text: "T".into(), ..Block::default() };
        let body = paragraphs.iter().map(|words| Block { text: words.join(" "), ..Block::default() });
        let names = ["a", "b", "c"];
        let mut mentioned: Vec<Mention> = mentions
            .iter()
            .map(|(entity, place, by_name, titled)| {
                let (paragraph, from, count) = *place;
                let span_of = |count| span(&paragraphs, (paragraph, from, count));
                let outer = span_of(count + 1);
                let first = span_of(1);
                let titled = *titled && *by_name && outer.end > first.end;
                let inner = if titled { Span::new(first.end + 1, outer.end) } else { span_of(count) };
                Mention {
                    entity: id(names[*entity]),
                    span: inner,
                    layer: if *by_name { Layer::Name } else { Layer::Nominal },
                    outer: titled.then_some(outer),
                }
            })
            .collect();
        mentioned.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        let entity = |name: &&str| Entity { id: id(name), name: "Iran".into(), ..Entity::default() };
        Article {
            meta: Meta { slug: "slug".into(), title: "T".into(), language: "en".into(), ..Meta::default() },
            blocks: std::iter::once(title).chain(body).collect(),
            entities: names.iter().map(entity).collect(),
            mentions: mentioned,
            times: vec![TimeExpression {
                id: id("t01"), span: spans[0], kind: "DATE".into(), value: "2020".into(), ..TimeExpression::default()
            }],
            events: vec![Event {
                id: id("e"),
                headline: "E".into(),
                passages: spans[1..3].to_vec(),
                quotes: vec![id("q")],
                ..Event::default()
            }],
            quotes: vec![Quote { id: id("q"), span: spans[3], cue: Some(spans[4]), ..Quote::default() }],
            figures: vec![Figure {
                id: id("f"), span: spans[5], number: Span::new(spans[5].start, spans[5].start + 1),
                value: 1.5, ..Figure::default()
            }],
            found: found.into_iter().map(|(id, why)| (Id::new(id).expect("a good id"), why)).collect(),
            ..Article::default()
        }
    }
}

proptest! {
    /// Nothing is put where it was not, and what is not written is said to be missing.
    #[test]
    fn places_are_kept_or_said_to_be_lost(article in article()) {
        let (again, _) = again(&article);
        let toml = annotations_toml(&article);
        let missing = |what: &str, at: Span| toml.contains(&format!("{what}, at {}: ", at.start));
        prop_assert_eq!(&again.blocks, &article.blocks);
        for (id, why) in &again.found {
            prop_assert_eq!(article.found.get(id), Some(why));
        }
        prop_assert_eq!(again.found.contains_key("a"), article.found.contains_key("a"));
        for mention in &again.mentions {
            let same = |m: &&Mention| m.span == mention.span && m.entity == mention.entity;
            prop_assert!(article.mentions.iter().any(|m| same(&m)), "{:?} is new\n{}", mention, toml);
        }
        for mention in &article.mentions {
            let what = format!("a mention of `{}`", mention.entity);
            let kept = again.mentions.contains(mention) || missing(&what, mention.span);
            prop_assert!(kept, "{:?} is lost\n{}", mention, toml);
        }
        let time = again.times.first().map(|time| time.span);
        prop_assert!(time == Some(article.times[0].span) || missing("a time", article.times[0].span));
        for passage in &article.events[0].passages {
            prop_assert!(again.events[0].passages.contains(passage) || missing("a passage of `e`", *passage));
        }
        let (figure, number) = (&article.figures[0], again.figures.first().map(|f| f.number));
        prop_assert!(number == Some(figure.number)
            || missing("the figure `f`", figure.span) || missing("the number of `f`", figure.number));
        let (quote, cue) = (&article.quotes[0], again.quotes.first().and_then(|q| q.cue));
        prop_assert!(cue == quote.cue
            || missing("the quote `q`", quote.span) || missing("the cue of `q`", quote.cue.unwrap_or_default()));
    }

    /// What was read from a folder can be written to one, all of it.
    #[test]
    fn what_was_read_is_written(article in article()) {
        let (first, _) = again(&article);
        let toml = annotations_toml(&first);
        prop_assert!(!toml.contains("# Not written here"), "{}", toml);
        prop_assert_eq!(again(&first).0, first, "{}", toml);
    }
}
