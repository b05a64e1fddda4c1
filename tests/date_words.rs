//! What a date field understands.
#![cfg(not(target_arch = "wasm32"))]

use dateline::analyst::dates::parse_day;
use dateline::correct::understand;
use dateline::time;
use proptest::prelude::*;

#[test]
fn the_specification_holds() {
    let mut wrong = Vec::new();
    let (mut day, mut cases) = (None, 0);
    for (number, line) in include_str!("specs/date-words.txt").lines().enumerate() {
        if let Some(iso) = line.strip_prefix('@') {
            day = parse_day(iso.trim());
            continue;
        }
        let Some((words, wanted)) = line.split_once(" | ").filter(|_| !line.starts_with('#'))
        else {
            assert!(line.is_empty() || line.starts_with('#'), "line {}", number + 1);
            continue;
        };
        cases += 1;
        let (shown, right) = match (understand(words, day), wanted.strip_prefix("! ")) {
            (Ok(read), None) => {
                let shown = format!("{} | {}", read.edtf, read.words);
                (shown.clone(), shown == wanted)
            }
            (Err(why), Some(part)) => (format!("! {why}"), why.to_string().contains(part)),
            (Ok(read), Some(_)) => (format!("{} | {}", read.edtf, read.words), false),
            (Err(why), None) => (format!("! {why}"), false),
        };
        if !right {
            wrong.push(format!("line {}: {words} | {shown}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases > 70);
}

const PIECES: &str = "(early |about |before |from |until |the )?\
    (3 January 2020|May 2003|2019|the 1980s|Friday|3\\.1\\.2020|198X|next week|10 BC|Q3|now)\
    ( to | or |/|-| and |, )?(8 January 2020|2021|today|\\?|or later|..)?";

proptest! {
    #[test]
    fn any_words_are_a_date_or_refused(words in prop_oneof![PIECES, any::<String>()]) {
        for day in [None, parse_day("2020-01-08")] {
            match understand(&words, day) {
                Ok(read) => {
                    prop_assert!(time::parse(&read.edtf).is_ok(), "{}", read.edtf);
                    // What was understood is understood again.
                    prop_assert_eq!(understand(&read.edtf, None), Ok(read));
                }
                Err(why) => prop_assert!(why.to_string().ends_with('.'), "{why}"),
            }
        }
    }
}
