//! Corrections in words, for the button that takes them back and for the list of what was done.

use super::called::{Called, Field};
use super::correction::{Correction, Words};
use crate::article::{Certainty, EntityKind};
use crate::time;

/// Words of the text are shown up to so many scalars.
const LONGEST: usize = 40;

impl Correction {
    /// What was done, as one short sentence without a full stop: "Renamed “Smith” to “John
    /// Smith”".
    pub fn words(&self) -> String {
        use Correction::*;
        match self {
            NewEntity { words, kind, name, only_here } => {
                let (shown, place) = (quoted(words), here(*only_here));
                let named =
                    if *name == words.text { String::new() } else { format!(", “{name}”") };
                format!("{shown} is {}{named}{place}", a_kind(*kind))
            }
            Mention { words, entity, only_here } => {
                format!("{} is “{}”{}", quoted(words), entity.name, here(*only_here))
            }
            NotName { words, only_here } => {
                format!("{} is not a name{}", quoted(words), here(*only_here))
            }
            Rename { entity, name } => format!("Renamed “{}” to “{name}”", entity.name),
            Kind { entity, kind } => format!("“{}” is {}", entity.name, a_kind(*kind)),
            Role { entity, role } => about(&entity.name, "role", role),
            Merge { entity, into } => format!("“{}” and “{}” are one", entity.name, into.name),
            Split { entity, mentions, name, .. } => {
                let places = if mentions.len() == 1 { "place" } else { "places" };
                format!("Split “{name}” from “{}” in {} {places}", entity.name, mentions.len())
            }
            NewEvent { headline, .. } => format!("New event “{}”", cut(headline)),
            Headline { event, headline } => {
                format!("“{}” is called “{}”", cut(&event.name), cut(headline))
            }
            Summary { event, summary } => about(&event.name, "summary", summary),
            When { event, when } => dated(&event.name, when.as_deref()),
            Within { event, within } => match within.as_deref().map(time::parse) {
                Some(Ok(edtf)) => format!("“{}” is {}", cut(&event.name), time::within(&edtf)),
                _ => format!("“{}” has no interval", cut(&event.name)),
            },
            Certainty { event, certainty } => {
                format!("“{}” is {}", cut(&event.name), certain(*certainty))
            }
            Attribution { event, words, .. } => about(&event.name, "who says so", words),
            Parts { event, .. } => format!("Who takes part in “{}”", cut(&event.name)),
            Passages { event, .. } => format!("Where “{}” is told", cut(&event.name)),
            Quotes { event, .. } => format!("The quotations of “{}”", cut(&event.name)),
            Figures { event, .. } => format!("The figures of “{}”", cut(&event.name)),
            NewQuote { words, .. } => format!("{} is a quotation", quoted(words)),
            Speaker { quote, speaker } => match speaker {
                Some(speaker) => format!("“{}” said {}", speaker.name, bare(&quote.name)),
                None => format!("Nobody is said to say {}", bare(&quote.name)),
            },
            NewFigure { words } => format!("{} is a figure", quoted(words)),
            Value { figure, value, .. } => about(&figure.name, "value", value),
            Unit { figure, unit } => about(&figure.name, "unit", unit),
            Counts { figure, counts } => about(&figure.name, "what it counts", counts),
            NewTime { words, when } => dated(&words.text, when.as_deref()),
            Date { time, when } => dated(&time.name, when.as_deref()),
            Note { thing, note } => about(&thing.name, "note", note),
            Right { thing } => format!("{} is right", bare(&thing.name)),
            Delete { thing } => format!("Deleted {}", bare(&thing.name)),
            Block { words, called: Called::LeftOut } => format!("Left out: {}", quoted(words)),
            Block { words, called } => format!("{} is {}", quoted(words), a_block(*called)),
            PutBack { words, .. } => format!("Put back: {}", quoted(words)),
            Meta { field, value } if value.trim().is_empty() => {
                format!("Took the {} away", field_name(*field))
            }
            Meta { field: Field::Published, value } => format!("Published {}", day(value)),
            Meta { field, value } => format!("The {} is “{}”", field_name(*field), cut(value)),
            ReadingDate { day } => match time::parse(day) {
                Ok(edtf) => format!("“Today” is {}", time::long(&edtf)),
                Err(_) => "Reading date".to_owned(),
            },
        }
    }
}

fn here(only_here: bool) -> &'static str {
    if only_here { ", only here" } else { "" }
}

fn quoted(words: &Words) -> String {
    bare(&words.text)
}

/// In quotation marks, unless the words have some.
fn bare(words: &str) -> String {
    let words = cut(words);
    if words.starts_with(['“', '"', '‘', '„', '«']) {
        words
    } else {
        format!("“{words}”")
    }
}

/// On one line and not too long.
fn cut(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn about(name: &str, what: &str, value: &str) -> String {
    let name = bare(name);
    if value.trim().is_empty() {
        format!("{name}: no {what}")
    } else {
        format!("{name}: {what} “{}”", cut(value))
    }
}

/// A date in words; as it was written if it is none.
fn day(edtf: &str) -> String {
    time::parse(edtf).map_or_else(|_| cut(edtf), |edtf| time::long(&edtf))
}

fn dated(name: &str, when: Option<&str>) -> String {
    let name = bare(name);
    match when.map(|when| time::parse(when).map(|edtf| time::long(&edtf))) {
        Some(Ok(words)) => format!("{name} is {words}"),
        _ => format!("{name} has no date"),
    }
}

fn a_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Organization => "an organisation",
        EntityKind::Place => "a place",
        EntityKind::Work => "a work",
        EntityKind::Thing => "a thing",
    }
}

fn a_block(called: Called) -> &'static str {
    match called {
        Called::Title => "the title",
        Called::Heading => "a heading",
        Called::Paragraph | Called::LeftOut => "a paragraph",
        Called::Byline => "the author’s line",
        Called::Credit => "an image credit",
    }
}

fn certain(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Reported => "reported",
        Certainty::Claimed => "claimed",
        Certainty::Denied => "denied",
        Certainty::Planned => "planned",
        Certainty::Possible => "possible",
        Certainty::Historical => "background",
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Author => "author",
        Field::Publisher => "publisher",
        Field::Published => "day of publication",
        Field::Site => "site",
        Field::Address => "address",
        Field::Slug => "short name",
    }
}
