//! Dates as pages write them, as civil days.

use crate::analyst::dates::{self, Given};
use crate::time::{self, Civil, days_in_month};

/// A date as EDTF: the day as it is written, without any reckoning between time zones; a month
/// or a year where no more is written.
pub fn day(written: &str) -> Option<String> {
    let text = written.trim();
    if let Some(day) = iso(text) {
        return Some(day);
    }
    if let Some(day) = of_signs(text) {
        return Some(day);
    }
    if text.len() > 80 || !text.contains(|c: char| c.is_alphabetic()) {
        return None; // 1/2/2020 may be either
    }
    // "Fri, 24 Jul 2015 05:36:09 GMT", "July 24, 2015": read as words.
    let found = dates::analyse(text, Given::Nothing).timexes.into_iter().find_map(|timex| {
        let edtf = timex.edtf?;
        let date = edtf.split('T').next().unwrap_or_default().to_owned();
        (date.len() == 10 && time::parse(&date).is_ok()).then_some(date)
    })?;
    dates::parse_day(&found).map(|day| day.to_string())
}

/// `2018年6月18日`, as Chinese and Japanese pages print it, with anything around.
fn of_signs(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let from = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    iso(&format!("{}-{}-{}", &before[from..], month.trim(), day.trim()))
}

/// The day in an address such as `https://a.example/2023/11/17/vote`; many sites date theirs so.
pub fn of_address(address: &str) -> Option<String> {
    let path = address.split_once("://")?.1.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-']).skip(1).collect();
    parts.windows(3).find_map(|parts| match parts {
        [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            iso(&parts.join("-"))
        }
        _ => None,
    })
}

/// `2015-07-24T05:36:09+01:00`, `2015/7/24`, `20150724`, `2015-07`, `2015`.
fn iso(text: &str) -> Option<String> {
    let date = text.split(['T', 't', ' ']).next()?;
    let digits = |part: &str| -> Option<i64> {
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let (year, month, day) = if date.len() == 8 && digits(date).is_some() {
        (date.get(..4)?, date.get(4..6), date.get(6..8))
    } else {
        let mut parts = date.split(['-', '/', '.']);
        (parts.next()?, parts.next(), parts.next())
    };
    let year = digits(year).filter(|y| year.len() == 4 && (1000..=9999).contains(y))?;
    let in_range = |part: &str, most: i64| {
        digits(part).filter(|n| (1..=most).contains(n) && part.len() <= 2).map(|n| n as u8)
    };
    let Some(month) = month else { return (date.len() == 4).then(|| format!("{year:04}")) };
    let month = in_range(month, 12)?;
    let Some(day) = day else { return Some(format!("{year:04}-{month:02}")) };
    let day = in_range(day, i64::from(days_in_month(year, month)))?;
    Some(Civil { year, month, day }.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_pages_write_them() {
        for (written, is) in [
            ("2015-07-24T05:36:09+01:00", "2015-07-24"),
            ("2015-07-24 23:59", "2015-07-24"),
            ("20150724", "2015-07-24"),
            ("2015/7/4", "2015-07-04"),
            ("2015-07", "2015-07"),
            ("2015", "2015"),
            ("Fri, 24 Jul 2015 05:36:09 GMT", "2015-07-24"),
            ("July 24, 2015", "2015-07-24"),
            ("2018年6月18日 10:01　発信地", "2018-06-18"),
            ("Published 24 July 2015, 10:00 a.m.", "2015-07-24"),
        ] {
            assert_eq!(day(written).as_deref(), Some(is), "{written}");
        }
        for (address, is) in [
            ("https://a.example/news/2023/11/17/vote.html?b=2001/01/01", Some("2023-11-17")),
            ("https://a.example/2023-11/17/c_1.htm", Some("2023-11-17")),
            ("https://a.example/2023/13/17/", None),
            ("https://a.example/story-2023-11", None),
        ] {
            assert_eq!(of_address(address).as_deref(), is, "{address}");
        }
        for none in
            ["", "年月日", "yesterday", "1/2/2020", "2015-13-01", "2015-02-30", "1437712569", "é"]
        {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
