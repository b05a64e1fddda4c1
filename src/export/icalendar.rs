//! The dated events as a calendar (RFC 5545).
//!
//! A date is a day or a span of days: an event of 2014 covers the year. What the text gives
//! no date for is no calendar's: it is left out, and the calendar's description says so.
//! Planned and possible events are tentative; nothing blocks anybody's day.

use super::form::file_stem;
use super::origin::Origin;
use super::source::{Source, when_in_words};
use crate::article::{Article, Certainty, Event};
use crate::markup::words::{certainty, certainty_class};
use crate::time::{self, Bounds, Edtf, End, MINUTES_PER_DAY, Minutes, Precision, civil_at};

/// Octets in a line, at most.
const LINE: usize = 75;

/// Writes the calendar.
pub(super) fn write(article: &Article) -> String {
    let source = Source::new(article);
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Dateline//Article explorer//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("NAME", &article.meta.title);
    lines.text("X-WR-CALNAME", &article.meta.title);
    let dated: Vec<(&Event, Days)> =
        article.events.iter().filter_map(|event| Some((event, Days::of(event)?))).collect();
    let undated = article.events.len() - dated.len();
    if undated > 0 {
        let told = format!("Left out: {undated} without a date that a calendar can hold.");
        lines.text("DESCRIPTION", &told);
        lines.text("X-WR-CALDESC", &told);
    }
    for (event, days) in dated {
        lines.event(&source, event, days);
    }
    lines.plain("END", "VCALENDAR");
    lines.0
}

/// The lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn event(&mut self, source: &Source, event: &Event, days: Days) {
        let meta = &source.article.meta;
        let host = meta.site.as_deref().unwrap_or("dateline");
        let host: String =
            host.chars().filter(|c| c.is_ascii_alphanumeric() || ".-".contains(*c)).collect();
        self.plain("BEGIN", "VEVENT");
        self.plain("UID", &format!("{}.{}@{host}", event.id, file_stem(source.article)));
        self.plain("DTSTAMP", &stamp(source.article));
        let (kind, start, end) = days.written();
        self.plain(&format!("DTSTART{kind}"), &start);
        self.plain(&format!("DTEND{kind}"), &end);
        self.text("SUMMARY", &event.headline);
        self.text("DESCRIPTION", &description(source, event));
        let kinds = [event.kind.as_str(), certainty_class(event.certainty)];
        let kinds: Vec<String> =
            kinds.iter().filter(|kind| !kind.is_empty()).map(|kind| escaped(kind)).collect();
        self.plain("CATEGORIES", &kinds.join(","));
        match event.certainty {
            Certainty::Planned | Certainty::Possible => self.plain("STATUS", "TENTATIVE"),
            Certainty::Reported | Certainty::Historical => self.plain("STATUS", "CONFIRMED"),
            // Neither is a calendar's word for what somebody claims or denies.
            Certainty::Claimed | Certainty::Denied => {}
        }
        self.plain("TRANSP", "TRANSPARENT");
        if let Some(address) = meta.address.as_deref().filter(|address| is_address(address)) {
            self.plain("URL", address);
        }
        self.plain("END", "VEVENT");
    }

    /// A property whose value is text; left out when empty.
    fn text(&mut self, name: &str, value: &str) {
        let value = escaped(value);
        if !value.is_empty() {
            self.plain(name, &value);
        }
    }

    /// A property, folded: a line has at most 75 octets, and no character is cut.
    fn plain(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in format!("{name}:{value}").chars() {
            if used + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// The date in words, the passages, who says so, where it stands.
fn description(source: &Source, event: &Event) -> String {
    let mut lines = vec![when_in_words(event)];
    for passage in &event.passages {
        lines.push(format!("The article, {}: {}", source.place(*passage), source.words(*passage)));
    }
    if !event.summary.is_empty() {
        lines.push(format!("Editor: {}", event.summary));
    }
    let says = source.attribution(event);
    if !says.is_empty() {
        lines.push(format!("Says who: {says}"));
    }
    let (word, meaning) = certainty(event.certainty);
    lines.push(format!("{word} {meaning}"));
    if Origin::of(source.article, &event.id) == Origin::Program {
        lines.push("Found by a program; nobody has checked it.".into());
    }
    let meta = &source.article.meta;
    let from = [Some(&meta.title), meta.author.as_ref(), meta.publisher.as_ref()];
    let from: Vec<&str> = from.into_iter().flatten().map(String::as_str).collect();
    lines.push(format!("Source: {}", from.join(", ")));
    lines.join("\n")
}

/// A text value: its signs escaped, without control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

fn is_address(address: &str) -> bool {
    let is_web = address.starts_with("http://") || address.starts_with("https://");
    is_web && !address.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// When the calendar was made, for want of a clock: the reading date, else the publication
/// date, else the first day of computers.
fn stamp(article: &Article) -> String {
    let meta = &article.meta;
    let start = |date: &Option<String>| {
        let bounds = time::parse(date.as_deref()?).ok()?.bounds();
        bounds.start.filter(|start| in_range(*start))
    };
    let day = start(&meta.reading_date).or_else(|| start(&meta.published)).unwrap_or(0);
    format!("{}T000000Z", date(day))
}

/// A half-open stretch of civil time that has both ends.
#[derive(Clone, Copy, Debug)]
struct Days {
    start: Minutes,
    end: Minutes,
    /// Whether it has times of day.
    timed: bool,
}

impl Days {
    /// Of an event with a date; of one that is open on one side, the end that is known.
    fn of(event: &Event) -> Option<Self> {
        let when = time::parse(event.when.as_deref()?).ok()?;
        let bounds = match &when {
            Edtf::Interval(End::At(point), End::Open | End::Unknown)
            | Edtf::Interval(End::Open | End::Unknown, End::At(point)) => point.bounds(),
            other => other.bounds(),
        };
        let Bounds { start: Some(start), end: Some(end) } = bounds else { return None };
        let timed = when.precision() == Precision::Minute;
        let fits = start < end && in_range(start) && in_range(end);
        fits.then_some(Self { start, end, timed })
    }

    /// The kind of value, the start, and the end, which is no longer part of it.
    fn written(self) -> (&'static str, String, String) {
        if self.timed {
            return ("", moment(self.start), moment(self.end));
        }
        let after = (self.end + MINUTES_PER_DAY - 1).div_euclid(MINUTES_PER_DAY) * MINUTES_PER_DAY;
        (";VALUE=DATE", date(self.start), date(after))
    }
}

/// Whether a calendar can say it: years have four digits, and there is no year 0.
fn in_range(minute: Minutes) -> bool {
    (1..=9999).contains(&civil_at(minute).year)
}

fn date(minute: Minutes) -> String {
    let civil = civil_at(minute);
    format!("{:04}{:02}{:02}", civil.year, civil.month, civil.day)
}

/// A time on the clock on the wall, in no zone.
fn moment(minute: Minutes) -> String {
    let of_day = minute.rem_euclid(MINUTES_PER_DAY);
    format!("{}T{:02}{:02}00", date(minute), of_day / 60, of_day % 60)
}
