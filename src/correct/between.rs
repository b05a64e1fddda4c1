//! An interval in two fields: some time between one date and another.

use super::part::{begin, finish};
use super::understand::{NotUnderstood, Understood, understand};
use crate::time::{self, Civil};

/// The words of its two fields as one interval. An empty field leaves that end open; two leave
/// nothing. A field may hold an interval itself, such as "early May": the whole counts from the
/// beginning of the first to the end of the second.
///
/// # Errors
/// Says what was not understood, or that it ends before it begins.
pub fn between(
    from: &str,
    to: &str,
    reading_date: Option<Civil>,
) -> Result<Option<Understood>, NotUnderstood> {
    let date = |words: &str| match words.trim() {
        "" => Ok("..".to_owned()),
        words => understand(words, reading_date).map(|date| date.edtf),
    };
    let (from_date, to_date) = (date(from)?, date(to)?);
    let edtf = format!("{}/{}", begin(&from_date), finish(&to_date));
    if edtf == "../.." {
        return Ok(None);
    }
    let line = || format!("{} to {}", from.trim(), to.trim());
    let parsed = time::parse(&edtf).map_err(|_| NotUnderstood::Backwards(line()))?;
    Ok(Some(Understood { words: time::within(&parsed), edtf }))
}

/// The two ends of an interval (EDTF), empty where it is open; a date alone is both.
pub fn ends(interval: &str) -> (&str, &str) {
    let end = |date| if date == ".." { "" } else { date };
    (end(begin(interval)), end(finish(interval)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_fields_are_one_interval() {
        let day = Some(Civil { year: 2020, month: 1, day: 8 });
        for (from, to, edtf) in [
            ("3 January 2020", "8 January 2020", Some("2020-01-03/2020-01-08")),
            ("2003", "", Some("2003/..")),
            (" ", "Monday", Some("../2020-01-06")),
            ("early January 2020", "early May 2020", Some("2020-01-01~/2020-05-10~")),
            ("2003/2005", "2007/2009", Some("2003/2009")),
            ("", "", None),
        ] {
            let found = between(from, to, day).expect("dates").map(|date| date.edtf);
            assert_eq!(found.as_deref(), edtf, "{from} to {to}");
            if let Some((from, to)) = found.as_deref().map(ends) {
                let again = between(from, to, day).expect("dates").map(|date| date.edtf);
                assert_eq!(again, found);
            }
        }
    }

    #[test]
    fn what_is_no_interval_is_refused() {
        for (from, to, says) in [
            ("8 January 2020", "3 January 2020", "ends before it begins"),
            ("some day", "2020", "“some day”"),
            ("2020", "nonsense", "“nonsense”"),
        ] {
            let reason = between(from, to, None).expect_err("no interval").to_string();
            assert!(reason.contains(says), "{reason}");
        }
    }
}
