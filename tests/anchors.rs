//! Anchors against edits: the cases of `specs/anchors.txt`, and properties.

use dateline::anchor::{Outcome, Selector, TextFragment, Why, locate};
use dateline::article::Span;
use proptest::prelude::*;

const SPEC: &str = include_str!("specs/anchors.txt");

/// The bundled article's plain text.
fn article() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let json = std::fs::read_to_string(path).expect("the shared annotation");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let blocks = json["blocks"].as_array().expect("blocks").iter();
    let texts: Vec<&str> = blocks.map(|block| block["text"].as_str().expect("text")).collect();
    texts.join("\n\n")
}

fn length(text: &str) -> u32 {
    text.chars().count() as u32
}

fn words(text: &str, span: Span) -> String {
    text.chars().skip(span.start as usize).take(span.len() as usize).collect()
}

/// What typesetting may change, made equal.
fn plain(text: &str) -> String {
    let text = text.replace(['“', '”'], "\"").replace('’', "'").replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without its ⟦ ⟧, and what stood between them.
fn unmarked(marked: &str) -> (String, Option<Span>) {
    let text = marked.replace(['⟦', '⟧'], "");
    let at = |mark| marked.split_once(mark).map(|(before, _)| length(before));
    let span = at('⟦').zip(at('⟧')).map(|(start, end)| Span::new(start, end - 1));
    (text, span)
}

/// The place of an excerpt that occurs once.
fn excerpt(text: &str, marked: &str) -> Span {
    let (plain, span) = unmarked(marked);
    assert_eq!(text.matches(&plain).count(), 1, "{plain}");
    let start = length(text.split(&plain).next().expect("the text before"));
    let span = span.expect("marks");
    Span::new(start + span.start, start + span.end)
}

#[derive(Debug)]
struct Case {
    name: String,
    before: String,
    passage: Span,
    after: String,
    expected: Option<Span>,
    outcome: String,
}

fn cases() -> Vec<Case> {
    let article = article();
    let read = |case: &str| {
        let (name, lines) = case.split_once('\n').expect("a name");
        let all = |key: &str| -> Vec<String> {
            let key = format!("{key}: ");
            lines.lines().filter_map(|line| line.strip_prefix(&key)).map(String::from).collect()
        };
        let one = |key: &str| all(key).pop().unwrap_or_default();
        let edits = all("edit");
        let (before, passage, after, expected);
        if edits.is_empty() {
            let (text, span) = unmarked(&one("before"));
            (before, passage) = (text, span.expect("a marked passage"));
            (after, expected) = unmarked(&one("after"));
        } else {
            passage = excerpt(&article, &one("before"));
            let mut text = article.clone();
            for edit in edits {
                let (old, new) = edit.split_once(" => ").expect("an edit");
                assert_eq!(text.matches(old).count(), 1, "{old}");
                text = text.replace(old, &new.replace("\\n", "\n"));
            }
            expected = Some(one("after")).filter(|e| !e.is_empty()).map(|e| excerpt(&text, &e));
            (before, after) = (article.clone(), text);
        }
        Case { name: name.into(), before, passage, after, expected, outcome: one("outcome") }
    };
    SPEC.split("\n## ").skip(1).map(read).collect()
}

#[test]
fn the_spec_holds() {
    let cases = cases();
    assert!(cases.len() > 20);
    for case in &cases {
        let selector = Selector::make(&case.before, case.passage).expect(&case.name);
        let outcome = locate(&case.after, &selector);
        let said = match &outcome {
            Outcome::Found(_) => "found",
            Outcome::Moved(_) => "moved",
            Outcome::Reworded { .. } => "reworded",
            Outcome::Gone { why: Why::Missing, .. } => "gone: missing",
            Outcome::Gone { why: Why::Ambiguous, .. } => "gone: ambiguous",
            Outcome::Gone { why: Why::TooShort, .. } => "gone: too short",
            Outcome::Gone { why: Why::TooLong, .. } => "gone: too long",
        };
        assert_eq!(said, case.outcome, "{}: {outcome:?}", case.name);
        let was = &selector.quote.exact;
        match (&outcome, case.expected) {
            (Outcome::Reworded { was: old, now, span }, expected) => {
                assert_eq!((old, now), (was, &words(&case.after, *span)), "{}", case.name);
                assert_eq!(Some(*span), expected, "{}: {outcome:?}", case.name);
            }
            (Outcome::Gone { was: old, .. }, None) => assert_eq!(old, was, "{}", case.name),
            (_, expected) => {
                let span = outcome.span().expect(&case.name);
                assert_eq!(plain(&words(&case.after, span)), plain(was), "{}", case.name);
                assert!(expected.is_none_or(|e| e == span), "{}: {outcome:?}", case.name);
            }
        }
    }
}

/// A link to a passage may get lost by an edit, but never leads elsewhere.
#[test]
fn links_never_lead_elsewhere() {
    let mut found = 0;
    for case in cases() {
        let Some(fragment) = TextFragment::make(&case.before, case.passage) else { continue };
        let right = case.expected.or_else(|| {
            let selector = Selector::make(&case.before, case.passage)?;
            locate(&case.after, &selector).span()
        });
        if let Some(span) = fragment.resolve(&case.after).span() {
            let inside = right.is_some_and(|right| right.contains(span) || span.contains(right));
            assert!(inside, "{}: {fragment} → {}", case.name, words(&case.after, span));
            found += 1;
        }
    }
    assert!(found >= 15, "{found}");
}

/// Every sentence-like passage of the article, short and long, leads back to itself.
#[test]
fn the_article_links_to_each_of_its_passages() {
    let text = article();
    let ends: Vec<u32> =
        (0..).zip(text.chars()).filter(|(_, c)| *c == ' ').map(|(at, _)| at).collect();
    for (number, &start) in ends.iter().enumerate().step_by(5) {
        let Some(&end) = ends.get(number + 1 + number % 90) else { break };
        let span = Span::new(start + 1, end);
        let fragment = TextFragment::make(&text, span).expect("a fragment");
        let Outcome::Found(found) = fragment.resolve(&text) else { panic!("{fragment}") };
        assert!(found.contains(span) || span.contains(found), "{fragment}");
        assert!(fragment.to_string().len() < 1000, "{fragment}");
        let selector = Selector::make(&text, span).expect("a selector");
        let edited = format!("Look: {text}");
        let right = Span::new(span.start + 6, span.end + 6);
        let Some(found) = locate(&edited, &selector).span() else { panic!("{selector:?}") };
        assert_eq!(found, right, "{selector:?}");
    }
}

/// Words that often recur.
fn common() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("the|US|said|Iraq|troops|“no”|on|Monday|leave|letter|of|and", 12..80)
}

/// Words that hardly recur.
fn rare() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-z]{6,10}", 12..40)
}

/// A text, a passage in it, another text with the same passage and all around it rewritten
/// beyond `near` words, and where the passage is there.
fn edited(
    words: &[String],
    (from, count): (usize, usize),
    near: usize,
    other: &[String],
) -> (String, Span, String, Span) {
    let from = from % words.len();
    let to = (from + count).min(words.len());
    let kept = from.saturating_sub(near)..(to + near).min(words.len());
    let text = words.join(" ");
    let start_in = |words: &[String]| words.iter().map(|word| length(word) + 1).sum::<u32>();
    let size = length(&words[from..to].join(" "));
    let (before, behind) = other.split_at(other.len() / 2);
    let start = start_in(&words[..from]);
    let again = [before, &words[kept.clone()], behind].concat();
    let moved = start_in(before) + start_in(&words[kept.start..from]);
    (text, Span::new(start, start + size), again.join(" "), Span::new(moved, moved + size))
}

proptest! {
    #[test]
    fn the_same_text_gives_the_same_span(text in any::<String>(), start in 0u32..60, size in 1u32..60) {
        if let Some(selector) = Selector::make(&text, Span::new(start, start + size)) {
            prop_assert_eq!(locate(&text, &selector), Outcome::Found(Span::new(start, start + size)));
        }
    }

    #[test]
    fn a_passage_with_its_surroundings_is_found_where_it_is(
        text in common(), other in common(), from in 0usize..80, count in 1usize..12,
    ) {
        let (text, span, again, right) = edited(&text, (from, count), 8, &other);
        let selector = Selector::make(&text, span).expect("inside the text");
        match locate(&again, &selector) {
            Outcome::Found(found) | Outcome::Moved(found) => prop_assert_eq!(found, right),
            Outcome::Reworded { now, .. } => prop_assert!(false, "{} in {}", now, again),
            // Words that recur with all around them can't be told apart.
            Outcome::Gone { why, .. } => prop_assert_eq!(why, Why::Ambiguous),
        }
    }

    #[test]
    fn found_or_moved_means_the_same_words(
        text in common(), other in common(), from in 0usize..80, count in 1usize..12, near in 0usize..3,
    ) {
        let (text, span, again, _) = edited(&text, (from, count), near, &other);
        let selector = Selector::make(&text, span).expect("inside the text");
        match locate(&again, &selector) {
            Outcome::Found(found) | Outcome::Moved(found) => {
                prop_assert_eq!(words(&again, found), selector.quote.exact);
            }
            Outcome::Reworded { span, now, was } => {
                prop_assert_eq!(words(&again, span), now.clone());
                prop_assert_ne!(plain(&now), plain(&was));
            }
            Outcome::Gone { was, .. } => prop_assert_eq!(was, selector.quote.exact),
        }
    }

    #[test]
    fn telling_words_are_found_wherever_they_went(
        text in rare(), other in rare(), from in 0usize..30, change in 0usize..200,
    ) {
        let (text, span, again, right) = edited(&text, (from % (text.len() - 9), 9), 0, &other);
        let selector = Selector::make(&text, span).expect("inside the text");
        let Some(found) = locate(&again, &selector).span() else { panic!("{selector:?}") };
        prop_assert_eq!(found, right);
        // One letter of it changed.
        let at = right.start as usize + change % right.len() as usize;
        let changed: String =
            again.chars().enumerate().map(|(n, c)| if n == at { 'é' } else { c }).collect();
        let Outcome::Reworded { span, .. } = locate(&changed, &selector) else { panic!("{changed}") };
        prop_assert!(span.contains(right) || right.contains(span));
    }

    #[test]
    fn what_was_never_there_is_gone(text in rare(), other in common(), from in 0usize..30) {
        let (text, span, _, _) = edited(&text, (from, 4), 0, &other);
        let selector = Selector::make(&text, span).expect("inside the text");
        let other = other.join(" ");
        prop_assert_eq!(locate(&other, &selector).span(), None);
        if let Some(fragment) = TextFragment::make(&text, span) {
            prop_assert_eq!(fragment.resolve(&other).span(), None);
        }
    }

    #[test]
    fn nothing_makes_it_stumble(
        exact in any::<String>(), prefix in any::<String>(), suffix in any::<String>(),
        text in any::<String>(), start in any::<u32>(), end in any::<u32>(),
    ) {
        let mut selector = Selector::default();
        selector.quote.exact = exact;
        (selector.quote.prefix, selector.quote.suffix) = (prefix, suffix);
        selector.position = Span { start, end };
        if let Some(span) = locate(&text, &selector).span() {
            prop_assert!(span.end <= length(&text));
        }
    }
}
