//! The spec `tests/specs/links.txt`, and properties that hold for every link.

use super::escape::is_unwanted;
use super::*;
use crate::article::Id;
use crate::time;
use proptest::prelude::*;

const SPEC: &str = include_str!("../../tests/specs/links.txt");

#[test]
fn spec() {
    let mut cases = 0;
    for line in SPEC.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let fragment = line.split(" | ").next().unwrap_or_default();
        let (view, problems) = parse(&fragment.replace("␀", "\0").replace("␤", "\n"));
        let canonical = to_fragment(&view);
        let canonical = match canonical.as_str() {
            "" => "(fresh page)",
            same if same == fragment => "=",
            other => other,
        };
        let mut found = format!("{fragment} | {canonical}");
        for problem in problems {
            found += &format!(" | {problem}");
        }
        assert_eq!(found, line);
        cases += 1;
    }
    assert!(cases > 90, "only {cases} cases were read");
}

#[test]
fn nothing_is_the_fresh_page() {
    for fragment in ["", "#"] {
        assert_eq!(parse(fragment), (ViewState::default(), vec![]));
    }
    assert_eq!(to_fragment(&ViewState::default()), "");
}

fn id() -> impl Strategy<Value = Id> {
    "[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}".prop_map(|text| Id::new(text).unwrap())
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 ,.-]{1,40}",
        "[ -~]{0,40}",
        "(:~|:|~|%|\\+|-|,){1,8}",
        "\\PC{0,40}",
        ".{0,30}"
    ]
}

fn view() -> impl Strategy<Value = ViewState> {
    let window = prop_oneof![
        Just("2014"),
        Just("2020-01-03/2020-01-08"),
        Just("2020-01-08/.."),
        Just("../2020-01~"),
        Just("2020-01-03T12:00/2020-01-03T13:00"),
        Just("2020-01-08/"),
        Just("2014%/2016?"),
        Just("2020-01-08T01:30+03:30"),
        Just("[2019,2020]"),
    ];
    let scale =
        prop_oneof![Just(Scale::Fit), Just(Scale::True), Just(Scale::Order), Just(Scale::Telling)];
    let panel =
        prop_oneof![Just(Panel::Who), Just(Panel::When), Just(Panel::Said), Just(Panel::Figures)];
    let passage = (words(), words(), words(), words())
        .prop_map(|(prefix, start, end, suffix)| Passage { prefix, start, end, suffix });
    use proptest::option::of;
    let only = proptest::collection::vec(id(), 0..5);
    let state = (of(id()), only, of(window), scale, words(), of(passage), of(panel));
    state.prop_map(|(focus, only, when, scale, find, text, panel)| {
        let when = when.and_then(|when| time::parse(when).ok());
        ViewState { focus, only, when, scale, find, text, panel }
    })
}

/// Pieces of links, whole and broken.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(at|find|only|panel|scale|text|when|doc|x)?=?",
        "[a-z0-9,-]{0,12}",
        "(who|true|telling|2020-01-03|/|\\.\\.|~|%25)",
        "(%|%[0-9a-fA-F]{2}|%ED%A0%80|%00|%E2%80%AE|\u{202e}|\u{2066}|\0|\n|<|>|\"|'|\\+|:~:|#)",
        "[,&=-]",
        "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// What every fragment that we write must be.
fn assert_tidy(fragment: &str) {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"%-._~!$()*+,;:@/?=&".contains(&b);
    assert!(fragment.bytes().all(allowed), "{fragment}");
    assert!(fragment.len() <= MAX_FRAGMENT);
    assert!(!fragment.contains(":~:"), "{fragment}");
    assert!(!fragment.ends_with(|c: char| !c.is_ascii_alphanumeric()), "{fragment}");
    let decoded = super::escape::decode(fragment, super::escape::Style::Words);
    assert!(decoded.is_some(), "an unwanted character in {fragment}");
}

proptest! {
    #[test]
    fn a_view_survives_its_link(view in view()) {
        let view = view.normal();
        let fragment = to_fragment(&view);
        assert_tidy(&fragment);
        let (read, problems) = parse(&fragment);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&read, &view);
        prop_assert_eq!(fragment.is_empty(), view == ViewState::default());
        prop_assert_eq!(parse(&format!("#{fragment}:~:text=a-,b")).0, view);
    }

    #[test]
    fn normal_is_normal(view in view()) {
        let normal = view.clone().normal();
        prop_assert_eq!(&normal.clone().normal(), &normal);
        prop_assert_eq!(to_fragment(&view), to_fragment(&normal));
    }

    #[test]
    fn a_link_that_was_read_is_written_the_same_ever_after(text in hostile(), any in ".{0,300}") {
        for text in [text, any] {
            let (view, problems) = parse(&text);
            prop_assert_eq!(&view, &view.clone().normal());
            let fragment = to_fragment(&view);
            assert_tidy(&fragment);
            prop_assert_eq!(&parse(&fragment), &(view, vec![]));
            for problem in problems {
                let line = problem.to_string();
                prop_assert!(!line.contains(is_unwanted) && line.chars().count() < 160, "{}", line);
            }
        }
    }

    #[test]
    fn a_large_view_is_cut_to_what_fits(view in view(), factor in 1_usize..80) {
        let mut view = view.normal();
        view.find = view.find.repeat(factor);
        view.only = (0..factor * 3).map(|n| Id::new(format!("entity-{n}")).unwrap()).collect();
        if let Some(text) = &mut view.text {
            text.start = text.start.repeat(factor);
            text.suffix = text.suffix.repeat(factor);
        }
        let fragment = to_fragment(&view);
        assert_tidy(&fragment);
        let (cut, problems) = parse(&fragment);
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(to_fragment(&cut), fragment);
        prop_assert_eq!((cut.focus, cut.when, cut.scale, cut.panel),
            (view.focus, view.when, view.scale, view.panel));
    }
}

#[test]
fn what_is_cut_first_matters_least() {
    let long = "word ".repeat(150);
    let mut view = ViewState { find: long.clone(), ..ViewState::default() };
    view.text = Some(Passage { start: long.clone(), suffix: long.clone(), ..Passage::default() });
    view.only = vec![Id::new("iraq").unwrap()];
    let kept = |view: &ViewState| parse(&to_fragment(view)).0;
    let first = kept(&view);
    assert!(first.text.as_ref().is_some_and(|text| text.suffix.is_empty()), "context goes");
    assert!(first.find == long && first.only == view.only);
    view.find = long.repeat(2);
    let second = kept(&view);
    assert!(second.find.is_empty() && second.text.is_some() && second.only == view.only);
    view.only = (0..200).map(|n| Id::new(format!("entity-{n}")).unwrap()).collect();
    let third = kept(&view);
    assert!(third.only.is_empty() && third.text.is_some());
    view.text = Some(Passage { start: long.repeat(4), ..Passage::default() });
    assert_eq!(kept(&view), ViewState::default());
}

#[test]
fn a_megabyte_is_read_no_further_than_needed() {
    for piece in ["a", "&", "=", "%", "%00", "a=b&", "only=a,", ",", "é", "\u{202e}", ":~", "at=x&"]
    {
        let text = piece.repeat(1_000_000 / piece.len());
        let (view, problems) = parse(&text);
        assert!(problems.len() <= 5, "{piece}");
        assert_tidy(&to_fragment(&view));
        for problem in problems {
            assert!(problem.to_string().chars().count() < 160);
        }
        for key in ["find", "text", "only", "when", "at"] {
            let (view, problems) = parse(&format!("panel=who&{key}={text}"));
            assert_eq!(view.panel, Some(Panel::Who));
            assert!(
                key == "find" && piece == "&" || !problems.is_empty() || piece == ":~",
                "{key} {piece}"
            );
        }
    }
    let view = ViewState { find: "é".repeat(1_000_000), ..ViewState::default() };
    assert_eq!(to_fragment(&view), "");
}

#[test]
fn stale_ids_are_told() {
    let (view, _) = parse("at=gone&only=iraq,lost");
    let lines: Vec<String> =
        check(&view, |id| id.as_str() == "iraq").iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "The link points to “gone”, which is not in this article (any more).",
            "The link points to “lost”, which is not in this article (any more).",
        ]
    );
}
