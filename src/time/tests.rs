//! The spec `tests/specs/edtf.txt`, and properties.

use super::*;

const SPEC: &str = include_str!("../../tests/specs/edtf.txt");

fn shown(minutes: Option<Minutes>) -> String {
    let Some(minutes) = minutes else { return "..".to_owned() };
    let Civil { year, month, day } = civil_at(minutes);
    let mut text = format!("{year}-{month:02}-{day:02}");
    let clock = minutes.rem_euclid(MINUTES_PER_DAY);
    if clock > 0 {
        text.push_str(&format!("T{:02}:{:02}", clock / 60, clock % 60));
    }
    text
}

fn line_for(text: &str) -> String {
    let name = if text.is_empty() { "(empty)" } else { text };
    match parse(text) {
        Err(error) => format!("! {name} | {} | {}", error.at + 1, error.expected),
        Ok(edtf) => {
            let Bounds { start, end } = edtf.bounds();
            let canonical = edtf.to_string();
            let canonical = if canonical == text { "=".to_owned() } else { canonical };
            let (from, to, precision) = (shown(start), shown(end), edtf.precision());
            let words = [long(&edtf), within(&edtf), short(&edtf, Some(2020))];
            let machine = machine(&edtf).unwrap_or_else(|| "-".to_owned());
            let [long, within, short] = words;
            let within = if within == long { "=".to_owned() } else { within };
            format!(
                "{name} | {canonical} | {from} | {to} | {precision:?} | {long} | {within} | {short} | {machine}"
            )
        }
    }
}

#[test]
fn spec() {
    let mut cases = 0;
    for line in SPEC.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let text = line.strip_prefix("! ").unwrap_or(line).split(" | ").next().unwrap_or_default();
        assert_eq!(line_for(if text == "(empty)" { "" } else { text }), line);
        cases += 1;
    }
    assert!(cases > 150, "only {cases} cases were read");
}

fn read(text: &str) -> Edtf {
    parse(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn an_error_says_what_was_expected_and_where() {
    assert_eq!(
        parse("2020-13-01").unwrap_err().to_string(),
        "expected a month from 01 to 12, a season from 21 to 41 or XX at character 6 of \
         “2020-13-01”; dates look like 2020-01-08, 2014, 2020-01~ or 2020-01-03/.."
    );
    let long = parse(&"é".repeat(100_000)).unwrap_err();
    assert!(long.to_string().chars().count() < 250);
}

#[test]
fn a_dated_list_is_in_this_order() {
    let ordered = [
        "../2003",
        "2003",
        "2003-03-20",
        "../2014",
        "2014~",
        "2014-05/2014-07",
        "2014-05",
        "../2020-01-03",
        "2020-01-03/2020-01-08",
        "2020-01-03",
        "2020-01-03~",
        "2020-01-03T12:00",
        "../2020-01-08",
        "2020-01-08",
        "2020-01-08?",
        "2020-01-08~",
        "2020-01-08T00:00",
        "2020-01-08/",
        "2020-01-08/..",
        "2020-01-08T01:30",
        "[2021,2022]",
        "2021",
        "Y12000",
    ];
    for (index, first) in ordered.iter().enumerate() {
        for second in &ordered[index + 1..] {
            let order = read(first).display_order(&read(second));
            assert_eq!(order, std::cmp::Ordering::Less, "{first}, then {second}");
        }
    }
}

#[test]
fn before_is_only_what_is_surely_before() {
    let before = |a, b| read(a).is_before(&read(b));
    assert!(before("2014", "2020-01-03"));
    assert!(before("2020-01-03/2020-01-08", "2020-01-09"));
    assert!(before("../2020-01-03", "2020-01-04/.."));
    assert!(before("2020-01-03~/2020-01-08", "2020-01-09/2020-01-10?"), "sure where they meet");
    assert!(before("2020-01-08T01:30", "2020-01-08T01:31"));
    assert!(before("[2003,2011]", "2012"));
    for (a, b) in [
        ("2020", "2020-01-03"),
        ("2020-01-03", "2020"),
        ("2020-01-03", "2020-01-03"),
        ("2003~", "2020"),
        ("2003", "2020?"),
        ("2003/..", "2020"),
        ("2003/", "2020"),
        ("2003", "../2020"),
        ("2003/2011~", "2020"),
        ("[2003,2021]", "2020"),
        ("[2003,2011~]", "2020"),
        ("2020-01-08T01:30:10", "2020-01-08T01:30:50"),
    ] {
        assert!(!before(a, b), "{a} is not surely before {b}");
    }
}

#[test]
fn a_weekday_is_said_where_all_counted_alike() {
    for (date, words) in [
        ("1923-03-01", "Thursday 1 March 1923"),
        ("1917-11-07", "7 November 1917"),
        ("1066-10-14", "14 October 1066"),
        ("-0043-03-15", "15 March 44 BC"),
    ] {
        assert_eq!(long(&read(date)), words);
    }
}

#[test]
fn a_label_without_context_says_the_year() {
    assert_eq!(short(&read("2020-01-03/2020-01-08"), None), "3–8 Jan 2020");
    assert_eq!(short(&read("2020-01-03"), Some(2019)), "3 Jan 2020");
}

#[test]
fn a_window_is_written_as_short_as_possible() {
    use Precision::{Day, Minute, Month, Year};
    let window = |from: &str, to: &str, precision| {
        let minute = |text: &str| (text != "..").then(|| read(text).bounds().start).flatten();
        between(minute(from), minute(to), precision).map(|edtf| edtf.to_string())
    };
    for (from, to, precision, text) in [
        ("2014", "2015", Minute, "2014"),
        ("2014", "2017", Day, "2014/2016"),
        ("2020-01", "2020-04", Day, "2020-01/2020-03"),
        ("2020-01-08", "2020-01-09", Day, "2020-01-08"),
        ("2020-01-03", "2020-01-09", Minute, "2020-01-03/2020-01-08"),
        ("2020-01-03T12:00", "2020-01-08T00:01", Day, "2020-01-03/2020-01-08"),
        ("2020-01-03T12:00", "2020-01-08T00:01", Month, "2020-01"),
        ("2020-01-03T12:00", "2020-01-08T00:01", Year, "2020"),
        ("2020-01-03T12:00", "2020-01-08", Minute, "2020-01-03T12:00/2020-01-07T23:59"),
        ("2020-01-03", "..", Day, "2020-01-03/.."),
        ("..", "2020", Day, "../2019"),
        ("2003-03-20", "Y12000", Day, "2003/Y11999"),
        ("-0043", "0001", Day, "-0043/0000"),
    ] {
        assert_eq!(window(from, to, precision).as_deref(), Some(text), "{from} to {to}");
    }
    for (from, to) in [("..", ".."), ("2020", "2020"), ("2021", "2020")] {
        assert_eq!(window(from, to, Day), None, "{from} to {to}");
    }
}
