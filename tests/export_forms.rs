//! Every form of every article can be written, and is what it says it is.
#![cfg(not(target_arch = "wasm32"))]

mod any_article;

use any_article::article;
use dateline::article::*;
use dateline::export::{Form, export, link};
use proptest::prelude::*;
use serde_json::Value;

fn text(article: &Article, form: Form) -> String {
    String::from_utf8(export(article, form)).expect("UTF-8")
}

/// The lines of a calendar, unfolded: names with their parameters, and values.
fn calendar(text: &str) -> Vec<(String, String)> {
    let body = text.strip_suffix("\r\n").expect("the last line ends");
    let lines = body.replace("\r\n ", "");
    lines
        .split("\r\n")
        .map(|line| {
            let (name, value) = line.split_once(':').expect("a name and a value");
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

/// The rows of a table (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!is_quoted && row.is_empty() && cell.is_empty());
    rows
}

/// An article with one event, dated so.
fn dated(when: &str) -> Article {
    let event = Event {
        id: Id::new("e").expect("an id"),
        headline: "Talks <begin>; then, \\stop".into(),
        when: Some(when.into()),
        ..Event::default()
    };
    let meta =
        Meta { slug: "talks".into(), published: Some("2020-01-10".into()), ..Meta::default() };
    Article { meta, events: vec![event], ..Article::default() }
}

/// The article with the event's date as an interval that it lies in.
fn undated(within: &str) -> Article {
    let mut article = dated(within);
    article.events[0].within = article.events[0].when.take();
    article
}

proptest! {
    #[test]
    fn json_is_json(article in article()) {
        for form in [Form::Json, Form::TimelineJs, Form::WebAnnotation] {
            let json = serde_json::from_str::<Value>(&text(&article, form));
            prop_assert!(json.is_ok(), "{form:?} {json:?}");
        }
        prop_assert_eq!(Article::from_json(&text(&article, Form::Json)), Ok(article));
    }

    #[test]
    fn calendars_keep_their_lines(mut article in article(), when in "2020-01-0[1-9]") {
        article.events[0].when = Some(when);
        let written = text(&article, Form::ICalendar);
        prop_assert!(written.split("\r\n").all(|line| line.len() <= 75), "{written}");
        prop_assert!(!written.replace("\r\n", "").contains(|c: char| c.is_control() && c != '\t'));
        let lines = calendar(&written);
        let value = |name: &str| lines.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
        let begun = lines.iter().filter(|(name, _)| name == "BEGIN").count();
        prop_assert_eq!(begun, lines.iter().filter(|(name, _)| name == "END").count());
        let headline: String = article.events[0].headline.chars().filter(|c| !c.is_control() || "\n\t".contains(*c)).collect();
        let summary = value("SUMMARY").unwrap_or_default();
        let summary = summary.replace("\\\\", "\0").replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace('\0', "\\");
        prop_assert_eq!(summary, headline);
    }

    #[test]
    fn tables_are_square_and_hold_no_formulas(article in article(), evil in "[=+@\t-][a-z0-9(\"',]{1,8}") {
        let mut article = article;
        article.events[0].headline = evil.clone();
        let rows = rows(&text(&article, Form::Csv));
        prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
        for cell in rows.iter().flatten() {
            let begins = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(!begins || cell.parse::<f64>().is_ok(), "{cell:?}");
        }
        prop_assert!(rows.iter().flatten().any(|cell| cell.trim_start_matches('\'') == evil));
    }

    #[test]
    fn a_link_holds_any_article(article in article()) {
        let (sound, _) = sound(article.clone());
        prop_assert_eq!(link::unpack(&link::pack(&article)), Ok(sound.clone()));
        prop_assert_eq!(link::unpack(&link::pack(&sound)), Ok(sound));
    }

    #[test]
    fn every_form_can_be_written(article in article()) {
        for form in Form::ALL {
            prop_assert!(!export(&article, form).is_empty());
        }
    }
}

/// Start and end, the end no longer part of it.
#[test]
fn calendar_dates() {
    for (when, start, end) in [
        ("2020-01-08", ";VALUE=DATE 20200108", ";VALUE=DATE 20200109"),
        ("2020-01-08~", ";VALUE=DATE 20200108", ";VALUE=DATE 20200109"),
        ("2020-02", ";VALUE=DATE 20200201", ";VALUE=DATE 20200301"),
        ("2014", ";VALUE=DATE 20140101", ";VALUE=DATE 20150101"),
        ("2020-01-03/2020-01-08", ";VALUE=DATE 20200103", ";VALUE=DATE 20200109"),
        ("2014/..", ";VALUE=DATE 20140101", ";VALUE=DATE 20150101"),
        ("../2020-01-03", ";VALUE=DATE 20200103", ";VALUE=DATE 20200104"),
        ("2020-01-08T01:30", " 20200108T013000", " 20200108T013100"),
    ] {
        let lines = calendar(&text(&dated(when), Form::ICalendar));
        let date = |name: &str| {
            let line = lines.iter().find(|(full, _)| full.starts_with(name));
            line.map(|(full, value)| format!("{} {value}", full.trim_start_matches(name)))
        };
        assert_eq!(date("DTSTART").as_deref(), Some(start), "{when}");
        assert_eq!(date("DTEND").as_deref(), Some(end), "{when}");
    }
    for when in ["-0044-03-15", "Y170000002", "soon", ""] {
        let written = text(&dated(when), Form::ICalendar);
        assert!(!written.contains("VEVENT") && written.contains("Left out: 1"), "{when}");
    }
    let written = text(&undated("../2020-01-08"), Form::ICalendar);
    assert!(!written.contains("VEVENT"));
}

#[test]
fn calendar_of_an_event() {
    let mut article = dated("2020-01-08");
    article.events[0].certainty = Certainty::Planned;
    let lines = calendar(&text(&article, Form::ICalendar));
    for (name, value) in [
        ("UID", "e.talks@dateline"),
        ("DTSTAMP", "20200110T000000Z"),
        ("SUMMARY", "Talks <begin>\\; then\\, \\\\stop"),
        ("STATUS", "TENTATIVE"),
        ("TRANSP", "TRANSPARENT"),
    ] {
        assert!(lines.contains(&(name.into(), value.into())), "{name} {lines:#?}");
    }
}

/// What TimelineJS is told of a date, and the words that it shows.
#[test]
fn timeline_dates() {
    let told = |article: &Article| -> (Value, Value, Value) {
        let json: Value = serde_json::from_str(&text(article, Form::TimelineJs)).expect("JSON");
        let event = json["events"][0].clone();
        (event["start_date"].clone(), event["end_date"].clone(), event["display_date"].clone())
    };
    for (when, start, end, words) in [
        ("2020-01-08", r#"{"year":2020,"month":1,"day":8}"#, "null", "Wednesday 8 January 2020"),
        ("2014", r#"{"year":2014}"#, "null", "2014"),
        ("2014-05", r#"{"year":2014,"month":5}"#, "null", "May 2014"),
        ("2019-21", r#"{"year":2019,"month":3}"#, r#"{"year":2019,"month":5}"#, "spring 2019"),
        ("201X", r#"{"year":2010}"#, r#"{"year":2019}"#, "the 2010s"),
        ("2014/..", r#"{"year":2014}"#, "null", "from 2014 on"),
        ("../2020-01-03", r#"{"year":2020,"month":1,"day":3}"#, "null", "until 3 January 2020"),
        (
            "2020-01-03/2020-01-08",
            r#"{"year":2020,"month":1,"day":3}"#,
            r#"{"year":2020,"month":1,"day":8}"#,
            "3 to 8 January 2020",
        ),
        (
            "2020-01-08T01:30",
            r#"{"year":2020,"month":1,"day":8,"hour":1,"minute":30}"#,
            "null",
            "Wednesday 8 January 2020, 01:30",
        ),
    ] {
        let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        let expected = (json(start), json(end), Value::from(words));
        assert_eq!(told(&dated(when)), expected, "{when}");
    }
    let (start, end, words) = told(&undated("2020-01-03/2020-01-08"));
    assert_eq!((&start["day"], &end["day"]), (&Value::from(3), &Value::from(8)));
    assert_eq!(words, "no date in the article (between 3 and 8 January 2020)");
    let json: Value = serde_json::from_str(&text(&dated("soon"), Form::TimelineJs)).expect("JSON");
    assert_eq!(json["events"], Value::Array(Vec::new()));
    assert!(json["title"]["text"]["text"].as_str().is_some_and(|t| t.contains("left out")));
}

#[test]
fn timeline_texts_are_html() {
    let json: Value = serde_json::from_str(&text(&dated("2020"), Form::TimelineJs)).expect("JSON");
    assert_eq!(json["events"][0]["text"]["headline"], "Talks &lt;begin&gt;; then, \\stop");
    assert_eq!(json["events"][0]["group"], "Reported");
}

#[test]
fn what_a_program_found_is_marked_in_every_form() {
    let mut article = dated("2020-01-08");
    article.blocks = vec![Block { text: "Talks begin.".into(), ..Block::default() }];
    article.events[0].passages = vec![Span::new(0, 5)];
    article.found.insert(Id::new("e").expect("an id"), "a verb with a date".into());
    for (form, mark) in [
        (Form::Csv, ",program\r\n"),
        (Form::Markdown, "found by a program, not checked"),
        (Form::TimelineJs, "Found by a program; nobody has checked it."),
        (Form::WebAnnotation, r#""creator":{"type":"Software""#),
        (Form::Json, "a verb with a date"),
    ] {
        assert!(text(&article, form).contains(mark), "{form:?}");
    }
    let calendar = text(&article, Form::ICalendar).replace("\r\n ", "");
    assert!(calendar.contains("Found by a program\\; nobody has checked it."));
    assert!(dateline::export::folder::annotations_toml(&article).contains("found = "));
}
