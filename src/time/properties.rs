//! Properties that hold for every date.

use super::*;
use proptest::prelude::*;
use std::cmp::Ordering;

fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        4 => "(19|20)[0-9]{2}",
        2 => "-?[0-9]{4}",
        1 => "-?[0-9]{3}X",
        1 => "-?[0-9]{2}XX",
        1 => "Y-?[1-9][0-9]{4,17}",
    ];
    let rest =
        "(-[?~%]?((0[1-9]|1[0-2]|XX)[?~%]?(-[?~%]?(0[1-9]|[12][0-9]|XX))?|2[1-9]|3[0-9]|4[01]))?";
    ("[?~%]?", year, "[?~%]?", rest, "[?~%]?").prop_map(|(a, b, c, d, e)| [a, b, c, d, e].concat())
}

fn point() -> impl Strategy<Value = String> {
    let time =
        "20[0-9]{2}-0[1-9]-[12][0-9]T[01][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-]0[1-9](:30)?)?";
    prop_oneof![4 => date(), 1 => time]
}

fn text() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => point(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    let member = prop_oneof![
        date(),
        (date(), date()).prop_map(|(a, b)| format!("{a}..{b}")),
        date().prop_map(|a| format!("..{a}")),
        date().prop_map(|a| format!("{a}..")),
    ];
    let members = proptest::collection::vec(member, 1..4);
    prop_oneof![
        4 => point(),
        4 => (end(), end()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => members.clone().prop_map(|members| format!("[{}]", members.join(","))),
        1 => members.prop_map(|members| format!("{{{}}}", members.join(","))),
    ]
}

fn edtf() -> impl Strategy<Value = Edtf> {
    text().prop_filter_map("not a date", |text| parse(&text).ok())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(edtf in edtf()) {
        prop_assert_eq!(parse(&edtf.to_string()), Ok(edtf));
    }

    #[test]
    fn the_canonical_text_says_the_same(text in text()) {
        if let Ok(edtf) = parse(&text) {
            let points = 1 + text.matches(['/', ',']).count() + text.matches("..").count();
            let longest = text.len() + 4 * points;
            prop_assert!(edtf.to_string().len() <= longest, "a zone gains “:00”, a part its sign");
            prop_assert_eq!(read_bounds(&edtf.to_string()), Some(edtf.bounds()));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", mixed in "[0-9XYTZ?~%./,:+\\-\\[\\]{}é]{0,30}") {
        for text in [text, mixed] {
            match parse(&text) {
                Ok(edtf) => prop_assert_eq!(parse(&edtf.to_string()), Ok(edtf)),
                Err(error) => prop_assert!(error.at <= text.chars().count()),
            }
        }
    }

    #[test]
    fn bounds_are_in_order(edtf in edtf()) {
        let Bounds { start, end } = edtf.bounds();
        if let (Some(start), Some(end)) = (start, end) {
            prop_assert!(start < end);
        }
        prop_assert!(edtf.overlaps(edtf.bounds()));
        prop_assert!(!edtf.is_before(&edtf));
    }

    #[test]
    fn coarser_dates_contain_finer_ones(year in -9999_i64..=9999, month in 1_u8..=12, day in 1_u8..=28, x: bool) {
        let sign = if year < 0 { "-" } else { "" };
        let digits = format!("{sign}{:04}", year.abs());
        prop_assume!(digits != "-0000");
        let cut = |count: usize, tail: &str| digits[..digits.len() - count].to_owned() + tail;
        let unknown = if x { "-XX-XX" } else { "-XX" };
        let chain = [
            cut(2, "XX"),
            cut(1, "X"),
            digits.clone(),
            digits.clone() + unknown,
            format!("{digits}-{}", 33 + (month - 1) / 3),
            format!("{digits}-{month:02}"),
            format!("{digits}-{month:02}-XX"),
            format!("{digits}-{month:02}-{day:02}"),
            format!("{digits}-{month:02}-{day:02}T01:30"),
        ];
        for pair in chain.windows(2) {
            let (outer, inner) = (read_bounds(&pair[0]).unwrap(), read_bounds(&pair[1]).unwrap());
            prop_assert!(outer.contains(inner), "{} in {}", pair[1], pair[0]);
        }
    }

    #[test]
    fn an_interval_contains_its_ends(a in point(), b in point()) {
        if let Some(bounds) = read_bounds(&format!("{a}/{b}")) {
            let (a, b) = (read_bounds(&a).unwrap(), read_bounds(&b).unwrap());
            prop_assert!(bounds.start == a.start && bounds.end == b.end);
            prop_assert!(a.hull(b).contains(bounds));
        }
    }

    #[test]
    fn the_display_order_is_total(a in edtf(), b in edtf(), c in edtf()) {
        prop_assert_eq!(a.display_order(&b), b.display_order(&a).reverse());
        prop_assert_eq!(a.display_order(&b) == Ordering::Equal, a == b);
        if a.display_order(&b).is_le() && b.display_order(&c).is_le() {
            prop_assert!(a.display_order(&c).is_le());
        }
        if a.is_before(&b) {
            prop_assert!(!b.is_before(&a) && !a.overlaps(b.bounds()));
        }
    }

    #[test]
    fn a_window_holds_what_was_asked(
        start in proptest::option::of(-6_000_000_000_i64..5_000_000_000),
        length in proptest::option::of(1_i64..600_000_000),
        unit in 0_usize..4,
    ) {
        let end = length.map(|length| start.unwrap_or(0) + length);
        let precision =
            [Precision::Year, Precision::Month, Precision::Day, Precision::Minute][unit];
        let Some(edtf) = between(start, end, precision) else {
            prop_assert!(start.is_none() && end.is_none());
            return Ok(());
        };
        prop_assert_eq!(parse(&edtf.to_string()), Ok(edtf.clone()));
        let asked = Bounds { start, end };
        prop_assert!(edtf.bounds().contains(asked));
        prop_assert!(edtf.precision() <= precision);
        let Bounds { start, end } = edtf.bounds();
        prop_assert_eq!(between(start, end, Precision::Minute), Some(edtf), "and it is stable");
    }

    #[test]
    fn no_window_is_too_wild(start: i64, end: i64) {
        if let Some(edtf) = between(Some(start), Some(end), Precision::Minute) {
            prop_assert_eq!(parse(&edtf.to_string()), Ok(edtf));
        }
    }

    #[test]
    fn a_day_is_written_as_it_is_read(year in -9999_i64..=9999, days in 0_i64..366) {
        let days = days_from_civil(year, 1, 1) + days;
        let day = civil_from_days(days);
        prop_assume!(day.year <= 9999);
        let bounds = read_bounds(&day.to_string()).expect("EDTF");
        prop_assert_eq!(bounds.start, Some(days * MINUTES_PER_DAY));
        prop_assert_eq!(in_words(&day.to_string()), long(&parse(&day.to_string()).unwrap()));
    }

    #[test]
    fn what_is_no_date_stays_as_it_stands(words in "[a-z ,]{0,20}") {
        prop_assert_eq!(in_words(&words), words);
    }

    #[test]
    fn words_are_tidy(edtf in edtf(), context in 1900_i64..2100) {
        for words in [long(&edtf), within(&edtf), short(&edtf, Some(context)), short(&edtf, None)] {
            prop_assert!(!words.is_empty() && words.trim() == words && !words.contains("  "));
        }
    }

    #[test]
    fn gaps_are_one_number_and_one_unit(from: i64, to: i64) {
        let words = gap(from, to);
        let (number, unit) = words.split_once(' ').unwrap();
        prop_assert!(number.parse::<u64>().is_ok());
        prop_assert_eq!(number == "1", !unit.ends_with('s'));
    }
}

fn read_bounds(text: &str) -> Option<Bounds> {
    parse(text).ok().map(|edtf| edtf.bounds())
}
