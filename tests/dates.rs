//! The dates that the analyst reads: the specification, properties, cost, and the cases of
//! other readers where they are at hand.

use dateline::analyst::dates::{self, Given, Timex, analyse, parse_day, read};
use proptest::prelude::*;
use std::fs;
use std::sync::LazyLock;

const SPEC: &str = include_str!("dates/spec.txt");

/// A sentence of the specification.
struct Case {
    line: usize,
    day: String,
    text: String,
    expected: Vec<String>,
    known_wrong: bool,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut day = String::new();
    for (number, line) in SPEC.lines().enumerate() {
        if let Some(new) = line.strip_prefix("@ ") {
            day = new.trim().to_owned();
        } else if let Some(expected) = line.strip_prefix("  ") {
            let case = cases.last_mut().expect("a sentence stands above what it says");
            case.expected.push(expected.trim_end().to_owned());
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            let text = line.trim_start_matches('!').to_owned();
            let known_wrong = line.starts_with('!');
            let (line, day) = (number + 1, day.clone());
            cases.push(Case { line, day, text, expected: Vec::new(), known_wrong });
        }
    }
    cases
}

fn words(text: &str, timex: &Timex) -> String {
    let (start, end) = (timex.span.start as usize, timex.span.end as usize);
    text.chars().skip(start).take(end - start).collect()
}

fn shown(text: &str, timex: &Timex) -> String {
    let words = words(text, timex);
    let modifier = timex.modifier.map_or(String::new(), |m| format!(" {}", m.timex()));
    format!("{words} = {} {}{modifier}", timex.kind.timex(), timex.value)
}

#[test]
fn the_specification_holds() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = read(&case.text, parse_day(&case.day));
        let found: Vec<String> = found.iter().map(|timex| shown(&case.text, timex)).collect();
        let right = found == case.expected;
        if right == case.known_wrong {
            let what = if right { "is right now: take away its !" } else { "is wrong" };
            let (line, text, expected) = (case.line, case.text, case.expected);
            wrong.push(format!("line {line} {what}: {text}\n  {expected:#?}\n  {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is written as EDTF must be EDTF.
#[test]
fn every_edtf_value_is_one() {
    for case in cases() {
        for timex in read(&case.text, parse_day(&case.day)) {
            if let Some(edtf) = &timex.edtf {
                let parsed = dateline::time::parse(edtf);
                assert!(parsed.is_ok(), "{}: {edtf}: {parsed:?}", shown(&case.text, &timex));
            }
        }
    }
}

#[test]
fn a_text_that_appeared_before_its_publication_counts_from_its_writing() {
    let text = "Herald, January 10, 2020\n\nThe base was hit in the early hours of Wednesday \
        morning. He said today that Friday's strike was an act of war.\n\n\
        This article was originally published on another site.";
    let reading = analyse(text, Given::Nothing);
    assert_eq!(reading.source, dates::Source::Reprint);
    let values: Vec<&str> = reading.timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["2020-01-10", "2020-01-08TMO", "2020-01-08", "2020-01-03"]);
    assert!(reading.about_day().contains("2020-01-08"));
    let told = analyse(text, Given::Written(parse_day("2020-01-10").expect("a day")));
    assert_eq!(told.source, dates::Source::Given, "who says when it was written is believed");
}

#[test]
fn a_narrative_goes_on_from_its_last_date() {
    let text = "In September 1939 the war began. In December 1940 the town fell. In January it was \
        retaken, and on 14 March the siege ended. Three days later the army marched. By 1945 it \
        was over. The bridge, begun in 1951, was opened in 1953 by those who had lived on the \
        other bank for as long as anybody in the town knew. Today a stone stands there.";
    let reading = analyse(text, parse_day("2009-12-19").map_or(Given::Nothing, Given::Published));
    assert_eq!(reading.mode, dates::Mode::Narrative);
    let values: Vec<&str> = reading.timexes.iter().map(|timex| timex.value.as_str()).collect();
    let expected = [
        "1939-09",
        "1940-12",
        "1941-01",
        "1941-03-14",
        "1941-03-17",
        "1945",
        "1951",
        "1953",
        "PRESENT_REF",
    ];
    assert_eq!(values, expected);
}

#[test]
fn nothing_is_resolved_without_a_day() {
    let found = read("He left on Monday, returned in May and stayed until last week.", None);
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["XXXX-WXX-1", "XXXX-05", "XXXX-WXX"]);
    assert!(found.iter().all(|timex| timex.edtf.is_none()));
}

#[test]
fn a_dateline_says_the_day() {
    for (head, day) in [
        ("PORT ELDON, 14 March 2024 –", Some("2024-03-14")),
        ("PORT ELDON, Va., March 14, 2024 (AP) —", Some("2024-03-14")),
        ("Berlin, 14 March 2024 (dpa) -", Some("2024-03-14")),
        ("LONDON, March 14, 2024 /Newswire/ --", Some("2024-03-14")),
        ("14 March 2024, PORT ELDON –", Some("2024-03-14")),
        // No year, no place, no dateline.
        ("PORT ELDON, March 14 (Reuters) –", None),
        ("On 14 March 2024 – a day of rain –", None),
        ("Smith (born 14 March 1924) –", None),
    ] {
        let text = format!(
            "Ferry runs aground off the coast\n\n{head} A ferry with more than 200 people on board \
             ran aground on Wednesday night, the coast guard said, and 17 were hurt."
        );
        let reading = analyse(&text, Given::Nothing);
        let is = reading.day.map(|day| day.to_string());
        assert_eq!(is.as_deref(), day, "{head}");
        let night = day.map_or("XXXX-WXX-3TNI", |_| "2024-03-13TNI");
        assert!(reading.timexes.iter().any(|timex| timex.value == night), "{head}");
        let given = analyse(&text, Given::Written(parse_day("2024-03-20").expect("a day")));
        assert_eq!(given.source, dates::Source::Given);
    }
}

#[test]
fn without_a_day_the_writers_words_count_from_no_other_date() {
    let text = "The company, founded in 1954, carried a million people last year. It closed a line \
        on Monday, and said yesterday that this month two more will go.";
    for timex in analyse(text, Given::Nothing).timexes.iter().skip(1) {
        assert_eq!((&timex.edtf, &timex.trace.anchor), (&None, &None), "{timex:?}");
        assert_eq!(timex.trace.how, dates::How::NoReadingDate, "{timex:?}");
    }
    // "Two years later" says itself what it counts from.
    let found = analyse("She won in 1972. Two years later she left.", Given::Nothing).timexes;
    assert_eq!(found[1].value, "1974");
    assert!(found[1].reason("Two years later").contains("the last date named"));
}

/// Pieces of our own rules, for texts that are as hard as can be.
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("dates/pieces.json")).expect("a list of texts")
});

fn check(text: &str, found: &[Timex]) {
    let length = text.chars().count() as u32;
    let mut last = 0;
    for timex in found {
        assert!(last <= timex.span.start && timex.span.start < timex.span.end, "{timex:?}");
        assert!(timex.span.end <= length, "{timex:?}");
        assert!(!timex.value.is_empty());
        if let Some(edtf) = &timex.edtf {
            assert!(dateline::time::parse(edtf).is_ok(), "{timex:?}");
        }
        last = timex.span.end;
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}", day in 0..30_000_i64) {
        let day = dateline::time::civil_from_days(day);
        check(&text, &read(&text, Some(day)));
        check(&text, &read(&text, None));
    }

    #[test]
    fn any_row_of_our_own_words_is_read(
        picked in prop::collection::vec(0..PIECES.len(), 0..60),
        day in -400_000..400_000_i64,
    ) {
        let text: String = picked.iter().map(|piece| PIECES[*piece].as_str()).collect();
        let reading = analyse(&text, Given::Published(dateline::time::civil_from_days(day)));
        check(&text, &reading.timexes);
        let dated = dates::EventDates::new(&text, &reading);
        for start in 0..text.chars().count() as u32 {
            dated.of(dateline::article::Span { start, end: start + 3 });
        }
    }
}

/// Lines of a JSON Lines file beside the project; none where it is missing.
fn shared(name: &str) -> Vec<serde_json::Value> {
    let path = format!("{}/../shared/data/time/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// The cases of chrono-node's tests that fix a day: which share we place on that day. They are
/// dialogue, which looks ahead; we read news, so this is no aim, only a floor. Skipped where
/// they are missing.
#[test]
fn the_cases_of_others_are_partly_read() {
    let cases = shared("chrono-en.dev.jsonl");
    let (mut right, mut all) = (0_u32, 0_u32);
    for case in &cases {
        let (Some(input), Some(reference)) = (case["input"].as_str(), case["ref"].as_str()) else {
            continue;
        };
        let expected = case["expect"].as_array().map_or(&[][..], Vec::as_slice);
        let Some(date) = expected.first().and_then(|first| first["from_date"].as_str()) else {
            continue;
        };
        let day = date.get(..10).unwrap_or_default();
        all += 1;
        let found = read(input, parse_day(reference));
        right += u32::from(found.iter().any(|timex| timex.value.starts_with(day)));
    }
    println!("{right} of {all} of chrono's dated cases");
    assert!(right * 100 >= all * 33, "{right} of {all}");
}
