//! Random articles and random corrections.

use dateline::analyst::{self, dates::Given};
use dateline::article::*;
use dateline::correct::{Called, Correction, Field, Ref, Words};
use dateline::time::Civil;
use proptest::prelude::*;
use proptest::sample::Index;

const SENTENCES: [&str; 15] = [
    "Prime Minister Ann Smith met John Smith in Paris on Friday.",
    "“We will go home,” Smith said, “and we will not return.”",
    "Some 5,200 US troops left Iraq in 2014.",
    "The United Nations said on Monday that 12 people were killed.",
    "Smith denied last week that the UN had attacked Basra before the 2003 invasion.",
    "Bob Marley Jr. told reporters that he was “very happy”.",
    "Two days later the parliament voted to leave.",
    "Iraqi and American officials met today.",
    "It was a mistake.",
    "Paris Smith will speak tomorrow.",
    "He said: \"No exit but this\" and \"never again\".",
    "More than 30 missiles hit two bases early on Wednesday.",
    "Zoë Émile 😀 called it ‘a hoax’ in early January 2020.",
    "The so-called “Green Zone” and the ‘red one’ are in Baghdad.",
    "安倍 met Smith.",
];

pub const DAY: Civil = Civil { year: 2020, month: 1, day: 8 };

/// A draft of a few sentences in a few paragraphs, some of it looked at already.
pub fn article() -> impl Strategy<Value = Article> {
    let paragraph = prop::collection::vec(0..SENTENCES.len(), 1..4);
    prop::collection::vec(paragraph, 1..5).prop_map(|paragraphs| {
        let text = |sentences: Vec<usize>| {
            sentences.into_iter().map(|at| SENTENCES[at]).collect::<Vec<_>>().join(" ")
        };
        let block = |text| Block { text, ..Block::default() };
        let blocks = paragraphs.into_iter().map(|p| block(text(p))).collect();
        analyst::annotate(Article { blocks, ..Article::default() }, Given::Written(DAY))
    })
}

/// Numbers from which a correction of any article can be made.
#[derive(Clone, Debug)]
pub struct Dice {
    kind: usize,
    picks: [Index; 3],
    length: u32,
    flag: bool,
    word: String,
}

pub fn dice() -> impl Strategy<Value = Dice> {
    let words = prop_oneof![
        Just("Smith".to_owned()),
        Just("2020-01".to_owned()),
        Just("2020-01-06/2020-01-07".to_owned()),
        Just("5,200".to_owned()),
        Just(String::new()),
        any::<String>(),
    ];
    (0usize..43, any::<[Index; 3]>(), 1u32..14, any::<bool>(), words)
        .prop_map(|(kind, picks, length, flag, word)| Dice { kind, picks, length, flag, word })
}

fn pick<'a, T>(list: &'a [T], index: &Index) -> Option<&'a T> {
    if list.is_empty() { None } else { Some(index.get(list)) }
}

/// The correction that the dice make of this article; none where it has nothing to correct.
pub fn correction(article: &Article, dice: &Dice) -> Option<Correction> {
    let [a, b, c] = &dice.picks;
    let text = article.plain_text();
    let start = a.index(text.chars().count().max(1)) as u32;
    // Mostly words that are named already: there is more to go wrong.
    let named = pick(&article.mentions, b).filter(|_| dice.flag).map(|mention| mention.span);
    let span = named.unwrap_or(Span::new(start, start + dice.length));
    let words = Words::at(article, span)?;
    let entity = |index: &Index| Ref::of(article, &pick(&article.entities, index)?.id);
    let event = || Ref::of(article, &pick(&article.events, a)?.id);
    let quote = || Ref::of(article, &pick(&article.quotes, a)?.id);
    let figure = || Ref::of(article, &pick(&article.figures, a)?.id);
    let time = || Ref::of(article, &pick(&article.times, a)?.id);
    let thing = || {
        let things = [entity(b), event(), quote(), figure(), time(), note(article, a)].map(|t| t);
        let things: Vec<Ref> = things.into_iter().flatten().collect();
        pick(&things, c).cloned()
    };
    let word = dice.word.clone();
    let when = Some(word.clone()).filter(|_| dice.flag);
    let only_here = dice.word.len().is_multiple_of(2);
    let kinds = [EntityKind::Person, EntityKind::Place, EntityKind::Organization];
    let kind = *c.get(&kinds);
    Some(match dice.kind {
        0 | 1 => Correction::NewEntity { words, kind, name: word, only_here },
        2 => Correction::new_entity(words, kind),
        3 | 4 => Correction::Mention { words, entity: entity(c)?, only_here },
        5 | 6 => Correction::NotName { words, only_here },
        7 => Correction::Rename { entity: entity(a)?, name: word },
        8 => Correction::Kind { entity: entity(a)?, kind },
        9 => Correction::Role { entity: entity(a)?, role: word },
        10 | 11 => Correction::Merge { entity: entity(a)?, into: entity(b)? },
        12 | 13 => {
            let whose = entity(a)?;
            let own = article.mentions.iter().filter(|m| m.entity == whose.id);
            let mentions = own.skip(1).step_by(2).filter_map(|m| Words::at(article, m.span));
            Correction::Split { mentions: mentions.collect(), entity: whose, name: word, kind }
        }
        14 => Correction::new_event(article, words),
        15 => {
            let long = Words::at(article, Span::new(start, start + 90))?;
            Correction::NewEvent { words: long, headline: word, when }
        }
        16 => Correction::Headline { event: event()?, headline: word },
        17 => Correction::Summary { event: event()?, summary: word },
        18 => Correction::When { event: event()?, when },
        19 => Correction::Within { event: event()?, within: when },
        20 => Correction::Certainty { event: event()?, certainty: Certainty::Denied },
        21 => {
            let by = entity(b).into_iter().collect();
            Correction::Attribution { event: event()?, words: word, by }
        }
        22 => Correction::Parts { event: event()?, entities: [entity(b)?, entity(c)?].into() },
        23 => Correction::Passages { event: event()?, passages: vec![words] },
        24 | 37 => Correction::NewQuote { words, speaker: entity(c).filter(|_| dice.flag) },
        25 => Correction::Speaker { quote: quote()?, speaker: entity(c).filter(|_| dice.flag) },
        26 => Correction::NewFigure { words },
        27 => Correction::Value { figure: figure()?, value: word, sign: FigureSign::About },
        28 if only_here => Correction::Counts { figure: figure()?, counts: word },
        28 => Correction::Unit { figure: figure()?, unit: word },
        29 => Correction::NewTime { words, when },
        30 => Correction::Date { time: time()?, when },
        31 => Correction::Note { thing: thing()?, note: word },
        32 => Correction::Right { thing: thing()? },
        33 => Correction::Delete { thing: thing()? },
        34 => {
            let fields = [Field::Title, Field::Published, Field::Slug, Field::Address];
            Correction::Meta { field: *c.get(&fields), value: word }
        }
        35 => Correction::Quotes { event: event()?, quotes: quote().into_iter().collect() },
        36 => {
            let figures = figure().filter(|_| dice.flag).into_iter().collect();
            Correction::Figures { event: event()?, figures }
        }
        41 => {
            let words = Words::of_block(article, b.index(article.blocks.len()))?;
            use BlockKind::*;
            let was = *c.get(&[Title, Heading, Paragraph, ListItem, Label, Copyright]);
            let part = *a.get(&[Part::Head, Part::Body, Part::Tail]);
            Correction::PutBack { words, was, part }
        }
        38..=40 => {
            let words = Words::of_block(article, b.index(article.blocks.len()))?;
            use Called::*;
            let called = [LeftOut, Title, Heading, Paragraph, Byline, Credit];
            Correction::Block { words, called: if dice.flag { LeftOut } else { *c.get(&called) } }
        }
        _ => Correction::ReadingDate { day: format!("2020-01-{:02}", 1 + c.index(31)) },
    })
}

fn note(article: &Article, index: &Index) -> Option<Ref> {
    Ref::of(article, &pick(&article.notes, index)?.id)
}
