use super::*;
use proptest::prelude::*;

#[test]
fn numbers() {
    for text in ["0", "-0.5", "3.25", "1e3", "12.5E-2", "5200", "2500000000"] {
        assert_eq!(Json::new(text).number().ok(), text.parse().ok(), "{text}");
    }
    assert_eq!(Json::new("4294967295").whole(), Ok(u32::MAX));
    for text in ["4294967296", "-1", "1.5", "1e3", "", "x", "99999999999999999999999"] {
        assert!(Json::new(text).whole().is_err(), "{text}");
    }
}

#[test]
fn what_is_skipped_has_an_end() {
    for text in ["[1\u{1}", "{\"a\": [0,\u{1f}2", "[\u{0}", "[1, [2", "x\u{7}", "[é\u{2}ü"] {
        let mut json = Json::new(text);
        assert!(json.skip().and_then(|()| json.end()).is_err(), "{text:?}");
    }
}

#[test]
fn errors_say_what_and_where() {
    let error = Json::new("  [1, x]").list(&mut |json| json.whole().map(drop)).unwrap_err();
    assert_eq!(error.to_string(), "expected a whole number below 4294967296 at byte 6 of the JSON");
    for text in ["\"a", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\n\"", "a"] {
        assert!(Json::new(text).string().is_err(), "{text}");
    }
    assert_eq!(Json::new(r#""\ud83d\ude00\u00e9\/""#).string().as_deref(), Ok("😀é/"));
}

proptest! {
    #[test]
    fn strings_as_serde_reads_them(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(Json::new(&json).string(), Ok(text));
    }

    #[test]
    fn numbers_to_the_last_digit_but_one(number in any::<f64>()) {
        if number.is_normal() {
            let json = serde_json::to_string(&number).unwrap();
            let read = Json::new(&json).number().unwrap();
            prop_assert!((read / number - 1.0).abs() < 1e-14, "{} {}", read, number);
        }
    }

    #[test]
    fn any_text_is_skipped_or_refused(text in r#"[\[\]{}",:0a\\ un]{0,20}|\PC{0,20}"#) {
        let mut json = Json::new(&text);
        let fine = json.skip().and_then(|()| json.end()).is_ok();
        if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
            prop_assert!(fine, "{}", text);
        }
    }
}
