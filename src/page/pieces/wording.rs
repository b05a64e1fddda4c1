//! What the timeline says of its events, ticks and windows.

use crate::markup::words::certainty_class;
use crate::page::model::Model;
use crate::time::{self, civil_at, month_name};
use crate::timeline::{Tick, Unit};

pub(super) fn tick_words(tick: &Tick, year: &mut Option<i64>) -> String {
    let civil = civil_at(tick.minute);
    let month = month_name(civil.month).get(..3).unwrap_or_default();
    let new_year = year.replace(civil.year) != Some(civil.year);
    let suffix = if new_year { format!(" {}", year_words(civil.year)) } else { String::new() };
    match tick.unit {
        // The last minute of a day stands for the day: something undated ends with it.
        Unit::Minute | Unit::Hour if (tick.minute + 1).rem_euclid(time::MINUTES_PER_DAY) > 1 => {
            let minutes = tick.minute.rem_euclid(time::MINUTES_PER_DAY);
            format!("{:02}:{:02}", minutes / 60, minutes % 60)
        }
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => {
            format!("{} {month}{suffix}", civil.day)
        }
        Unit::Month => format!("{month}{suffix}"),
        Unit::Year | Unit::Decade | Unit::Century => year_words(civil.year),
    }
}

/// A year as people count: 0 is 1 BC.
fn year_words(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

pub(super) fn headline(model: &Model, item: u32) -> String {
    model.article.events.get(item as usize).map_or_else(String::new, |e| e.headline.clone())
}

pub(super) fn sentence(model: &Model, item: u32) -> String {
    let Some(event) = model.article.events.get(item as usize) else { return String::new() };
    let certainty = certainty_class(event.certainty);
    format!("{}; {}; {certainty}", event.headline, date(model, item))
}

pub(super) fn is_dated(model: &Model, item: u32) -> bool {
    model.article.events.get(item as usize).is_some_and(|event| event.when.is_some())
}

/// When an event was, in words.
pub(super) fn date(model: &Model, item: u32) -> String {
    let Some(event) = model.article.events.get(item as usize) else { return String::new() };
    let words = |text: &str, say: fn(&time::Edtf) -> String| {
        time::parse(text).map_or_else(|_| text.to_owned(), |date| say(&date))
    };
    match (&event.when, &event.within) {
        (Some(when), _) => words(when, time::long),
        (None, Some(within)) => format!("no date in the article, {}", words(within, time::within)),
        (None, None) => "no date in the article".into(),
    }
}

/// "3–8 Jan 2020".
pub fn span_words(start: time::Minutes, end: time::Minutes) -> String {
    let precision = if end - start > 3 * 366 * time::MINUTES_PER_DAY {
        time::Precision::Year
    } else {
        time::Precision::Day
    };
    time::between(Some(start), Some(end), precision)
        .map_or_else(String::new, |span| time::short(&span, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_as_people_do() {
        assert_eq!([1, 0, -43, 2020].map(year_words), ["1", "1 BC", "44 BC", "2020"]);
    }
}
