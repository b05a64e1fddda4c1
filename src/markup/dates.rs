//! Dates as `<time>` elements with words in them.

use super::escape::escape;
use crate::article::Event;
use crate::time::{self, Edtf};

/// A date in long words; the text as it is where it is no EDTF.
pub fn element(edtf: &str) -> String {
    with(edtf, time::long)
}

fn with(edtf: &str, say: fn(&Edtf) -> String) -> String {
    match time::parse(edtf) {
        Ok(date) => {
            let said = escape(&say(&date));
            match time::machine(&date) {
                Some(machine) => format!("<time datetime=\"{machine}\">{said}</time>"),
                None => said,
            }
        }
        Err(_) => escape(edtf),
    }
}

/// When an event was, in long words, and that the article gives no date where it does not.
pub fn when_of(event: &Event) -> String {
    match (&event.when, &event.within) {
        (Some(when), _) => element(when),
        (None, Some(within)) => {
            format!(
                "<span class=\"undated\">No date in the article</span> {}",
                with(within, time::within)
            )
        }
        (None, None) => "<span class=\"undated\">No date in the article</span>".into(),
    }
}

/// The same in short words, for lists.
pub fn short_when(event: &Event) -> String {
    match (&event.when, &event.within) {
        (Some(when), _) => with(when, short),
        (None, Some(within)) => format!("no date; {}", with(within, time::within)),
        (None, None) => "no date".into(),
    }
}

fn short(date: &Edtf) -> String {
    time::short(date, None)
}
