//! Events: the cases of `specs/analyst-events.txt`, and what must hold for any text.

use dateline::analyst::dates::{self, Given};
use dateline::analyst::events::{self, Event};
use dateline::analyst::named;
use dateline::analyst::text::Text;
use dateline::time;
use proptest::prelude::*;

const SPEC: &str = include_str!("specs/analyst-events.txt");

fn read(source: &str, day: &str) -> Vec<Event> {
    let given = dates::parse_day(day).map_or(Given::Nothing, Given::Written);
    let reading = dates::analyse(source, given);
    let text = Text::read(source);
    events::read(&text, &reading, &named(&text, &[]))
}

fn line(event: &Event) -> String {
    let when = event.when.clone();
    let when = when.or_else(|| event.within.as_ref().map(|within| format!("({within})")));
    let certainty = format!("{:?}", event.certainty).to_lowercase();
    let by = event.by.as_ref().map_or("-", |by| by.words.as_str());
    format!("{} | {} | {certainty} | {by}", event.headline, when.as_deref().unwrap_or("–"))
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    let mut lines = SPEC.lines().enumerate().peekable();
    while let Some((number, first)) = lines.next() {
        let Some(text) = first.strip_prefix("> ") else {
            assert!(first.is_empty() || first.starts_with('#'), "line {}: {first}", number + 1);
            continue;
        };
        let (day, text) = text.split_once(' ').expect("a day and a text");
        let mut wanted = Vec::new();
        while let Some((_, line)) = lines.next_if(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            wanted.push(line.to_owned());
        }
        let found: Vec<String> = read(text, day).iter().map(line).collect();
        cases += 1;
        if found != wanted {
            wrong.push(format!("line {}: {text}\n  {}", number + 1, found.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// What every event of any text keeps to.
fn check(source: &str, day: &str) -> Result<(), TestCaseError> {
    let length = source.chars().count() as u32;
    for event in read(source, day) {
        let headline = &event.headline;
        prop_assert!(headline.chars().count() <= events::LONGEST, "{headline:?}");
        prop_assert!(!headline.trim().is_empty());
        prop_assert!(!event.passages.is_empty());
        for passage in event.passages.iter().chain([&event.predicate]) {
            prop_assert!(passage.start < passage.end && passage.end <= length, "{passage:?}");
        }
        prop_assert!(event.when.is_none() || event.within.is_none());
        for edtf in event.when.iter().chain(&event.within) {
            prop_assert!(time::parse(edtf).is_ok(), "{edtf}");
        }
        prop_assert!(!event.reason().is_empty());
    }
    Ok(())
}

/// Words that the rules know, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Iran",
        "the",
        "troops",
        "said",
        "launched",
        "was",
        "has",
        "will",
        "that",
        "who",
        "and",
        ",",
        ".",
        ";",
        "“",
        "”",
        "\"",
        "(",
        ")",
        "on Friday",
        "in 2003",
        "invasion",
        "plans",
        "to",
        "denied",
        "not",
        "he",
        "it",
        "according to",
        "police",
        "is expected to",
        "by",
        "’s",
        "—",
        "\n\n",
        "Mr. Smith",
        "when",
        "previously",
        "since",
        "leaving",
        "😀",
        "é",
        "no",
        "had been",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn known_words_in_any_order(source in words()) {
        check(&source, "2020-01-08")?;
    }

    #[test]
    fn any_text(source in "\\PC{0,200}", day in prop::bool::ANY) {
        check(&source, if day { "2020-01-08" } else { "-" })?;
    }
}

#[test]
fn hard_texts_are_read() {
    let long = "he said ".repeat(4_000);
    let name = format!("{} left Iran on Friday.", "Antidisestablishment".repeat(20));
    for source in [
        "",
        "\0",
        "....",
        "“",
        "said",
        "Iran",
        "\u{feff}Iran left.",
        &long,
        &name,
        "去年他们离开了。",
    ] {
        check(source, "2020-01-08").expect("it holds");
    }
}
