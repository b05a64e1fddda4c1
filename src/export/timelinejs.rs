//! The events as TimelineJS 3 reads them (<https://timeline.knightlab.com/docs/json-format.html>).
//!
//! TimelineJS knows years, months, days and times, and takes texts for HTML. The words for a
//! date are ours (`display_date`): they say what the dots cannot. An event without a date
//! stands in the interval that the text leaves, in a lane of its own, and says that the
//! article gives no date; one without such an interval has no place and is left out.

use super::json::Json;
use super::origin::Origin;
use super::source::{Source, when_in_words};
use crate::article::{Article, Event};
use crate::markup::escape::escape;
use crate::markup::words::certainty;
use crate::time::{self, Bounds, Edtf, End, Minutes, Precision, civil_at};

/// The lane of the events without a date.
const UNDATED: &str = "No date in the article";

/// Writes the object that `new TL.Timeline(element, object)` takes.
pub(super) fn write(article: &Article) -> String {
    let source = Source::new(article);
    let placed: Vec<(&Event, Place)> =
        article.events.iter().filter_map(|event| Some((event, Place::of(event)?))).collect();
    let mut json = Json::default();
    json.open('{');
    json.name("title");
    json.open('{');
    json.text("unique_id", "article");
    json.name("text");
    json.open('{');
    json.text("headline", &escape(&article.meta.title));
    json.text("text", &about(article, article.events.len() - placed.len()));
    json.close('}');
    json.close('}');
    json.name("events");
    json.open('[');
    for (event, place) in &placed {
        json.open('{');
        slide(&mut json, &source, event, place);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.end()
}

/// Who wrote it, what the dates are, how many events are missing.
fn about(article: &Article, left_out: usize) -> String {
    let meta = &article.meta;
    let mut html = String::new();
    let mut paragraph = |text: &str| html.push_str(&format!("<p>{}</p>", escape(text)));
    let by = [&meta.author, &meta.publisher].into_iter().flatten();
    let by = by.map(String::as_str).collect::<Vec<_>>().join(", ");
    for text in [Some(by.as_str()), meta.copyright.as_deref(), meta.annotator.as_deref()] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            paragraph(text);
        }
    }
    match left_out {
        0 => {}
        1 => paragraph("One event has no place in time and is left out."),
        n => paragraph(&format!("{n} events have no place in time and are left out.")),
    }
    html
}

fn slide(json: &mut Json, source: &Source, event: &Event, place: &Place) {
    json.text("unique_id", &event.id);
    let group = if event.when.is_some() { certainty(event.certainty).0 } else { UNDATED };
    json.text("group", group);
    json.name("start_date");
    date(json, place.start, place.unit);
    if let Some(end) = place.end {
        json.name("end_date");
        date(json, end, place.unit);
    }
    json.text("display_date", &escape(&when_in_words(event)));
    json.name("autolink");
    json.raw("false");
    json.name("text");
    json.open('{');
    json.text("headline", &escape(&event.headline));
    json.text("text", &told(source, event));
    json.close('}');
}

/// The passages, then what an editor says, marked as such.
fn told(source: &Source, event: &Event) -> String {
    let mut html = String::new();
    for passage in &event.passages {
        let words = escape(&source.words(*passage));
        let place = escape(&source.place(*passage));
        html.push_str(&format!("<blockquote>{words} <small>({place})</small></blockquote>"));
    }
    if !event.summary.is_empty() {
        html.push_str(&format!("<p><b>Editor:</b> {}</p>", escape(&event.summary)));
    }
    let says = source.attribution(event);
    if !says.is_empty() {
        html.push_str(&format!("<p><b>Says who:</b> {}</p>", escape(&says)));
    }
    let (word, meaning) = certainty(event.certainty);
    html.push_str(&format!("<p><b>{word}</b> {meaning}</p>"));
    if Origin::of(source.article, &event.id) == Origin::Program {
        html.push_str("<p>Found by a program; nobody has checked it.</p>");
    }
    html
}

/// Where an event stands on TimelineJS's axis, in civil minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    start: Minutes,
    /// A minute in the last year, month or day; none for a single one.
    end: Option<Minutes>,
    unit: Unit,
}

/// How finely TimelineJS is told a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
    Minute,
}

impl Place {
    fn of(event: &Event) -> Option<Self> {
        let date = time::parse(event.date()?).ok()?;
        let bounds = known(&date);
        let unit = match date.precision() {
            Precision::Century | Precision::Decade | Precision::Year => Unit::Year,
            Precision::Season | Precision::Month => Unit::Month,
            Precision::Day => Unit::Day,
            Precision::Minute => Unit::Minute,
        };
        let (start, end) = (bounds.start?, bounds.end? - 1);
        let single = match unit {
            Unit::Minute => start == end,
            _ => first(start, unit) == first(end, unit),
        };
        Some(Self { start, end: (!single).then_some(end), unit })
    }
}

/// The bounds; of what is open on one side, those of the end that is known.
fn known(date: &Edtf) -> Bounds {
    let bounds = date.bounds();
    match date {
        Edtf::Interval(End::At(point), End::Open | End::Unknown)
        | Edtf::Interval(End::Open | End::Unknown, End::At(point)) => point.bounds(),
        _ => match (bounds.start, bounds.end) {
            (Some(start), None) => Bounds { end: Some(start + 1), ..bounds },
            (None, Some(end)) => Bounds { start: Some(end - 1), ..bounds },
            _ => bounds,
        },
    }
}

/// Year, month and day of a minute, as far as the unit tells them apart.
fn first(minute: Minutes, unit: Unit) -> (i64, u8, u8) {
    let civil = civil_at(minute);
    match unit {
        Unit::Year => (civil.year, 0, 0),
        Unit::Month => (civil.year, civil.month, 0),
        Unit::Day | Unit::Minute => (civil.year, civil.month, civil.day),
    }
}

fn date(json: &mut Json, minute: Minutes, unit: Unit) {
    let (year, month, day) = first(minute, unit);
    json.open('{');
    let mut number = |name: &str, number: i64| {
        json.name(name);
        json.raw(&number.to_string());
    };
    number("year", year);
    if month > 0 {
        number("month", month.into());
    }
    if day > 0 {
        number("day", day.into());
    }
    if unit == Unit::Minute {
        let of_day = minute.rem_euclid(time::MINUTES_PER_DAY);
        number("hour", of_day / 60);
        number("minute", of_day % 60);
    }
    json.close('}');
}
