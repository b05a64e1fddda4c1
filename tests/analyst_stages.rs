//! The first draft, by rules alone, beside the whole one: what the rules found is the same thing
//! in both, under the same id.

use dateline::analyst::dates::{Given, parse_day};
use dateline::analyst::names::Known;
use dateline::analyst::{annotate, annotate_with, blocks};
use dateline::article::{Article, Meta};
use std::fs;

/// Of a hundred events of the first draft, so many are in the whole one: a name that was not
/// known yet may change a headline.
const EVENTS_THAT_STAY: usize = 90;

const OURS: &str = "Parliament votes on troops\n\nBAGHDAD, 8 January 2020 - Prime Minister Adel \
    Abdul Mahdi met US Ambassador Matthew Tueller on Monday. The vote was held last week.\n\n“We \
    will not stay silent,” Abdul Mahdi said, “and we will act.” Some 5,200 troops are in Iraq, and \
    12 rockets hit the base in 2014. The soldiers left the base on Sunday.\n";

/// Days and texts of news: ours, and those that others gathered where they are there.
fn texts() -> Vec<(String, String)> {
    let mut texts = vec![("2020-01-08".to_owned(), OURS.to_owned())];
    for name in ["events-se15t4.dev.jsonl", "meantime.dev.jsonl"] {
        let path = format!("{}/../shared/data/time/{name}", env!("CARGO_MANIFEST_DIR"));
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let word = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
            texts.push((word("dct"), word("text")));
        }
    }
    texts
}

/// By rules alone, and with weights and lists.
fn both(day: &str, text: &str) -> (Article, Article) {
    let given = parse_day(day).map_or(Given::Nothing, Given::Published);
    let bare = Article { blocks: blocks(text), ..Article::default() };
    (annotate_with(bare.clone(), given, &Known::nothing()), annotate(bare, given))
}

#[test]
fn what_the_rules_found_is_in_both_drafts() {
    let (mut events, mut same) = (0, 0);
    for (day, text) in &texts() {
        let (first, whole) = both(day, text);
        let beginning = &first.meta.title;
        let known = |article: &Article| Meta { annotator: None, ..article.meta.clone() };
        assert_eq!(known(&first), known(&whole));
        assert_eq!(first.times, whole.times, "{beginning}");
        assert!(first.entities.is_empty() && first.mentions.is_empty(), "{beginning}");
        let figures = |article: &Article| -> Vec<_> {
            let figures = article.figures.iter();
            figures.map(|f| (f.id.clone(), f.span, f.value.to_bits())).collect()
        };
        assert_eq!(figures(&first), figures(&whole), "{beginning}");
        for quote in &first.quotes {
            let there = whole.quotes.iter().find(|other| other.span == quote.span);
            assert_eq!(there.map(|other| &other.id), Some(&quote.id), "{beginning}");
        }
        events += first.events.len();
        let stays = |id| whole.events.iter().any(|other| other.id == id);
        same += first.events.iter().filter(|event| stays(event.id.clone())).count();
    }
    assert!(events > 0 && same * 100 >= events * EVENTS_THAT_STAY, "{same} of {events} events");
}

#[test]
fn rules_alone_give_something_to_explore() {
    let (first, _) = both("2020-01-08", OURS);
    let times: Vec<_> = first.times.iter().filter_map(|time| time.when.as_deref()).collect();
    assert_eq!(times, ["2020-01-08", "2020-01-06", "2019-12-30/2020-01-05", "2014", "2020-01-05"]);
    assert_eq!(first.quotes.len(), 2);
    let figures: Vec<f64> = first.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(figures, [5200.0, 12.0]);
    assert!(!first.events.is_empty(), "the rules tell events of things that have no name");
    assert_eq!(first.found.len(), times.len() + 2 + 2 + first.events.len());
}
