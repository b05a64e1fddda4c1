//! English words for what an annotation says in codes.

use super::source::paragraph_number;
use crate::article::{
    Article, BlockKind, Certainty, Confidence, EntityKind, Figure, FigureSign, Note, NoteKind,
};

/// "Person", "Organisation" …
pub fn kind_title(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Work => "Work",
        EntityKind::Thing => "Other",
    }
}

/// The heading over all entities of a kind.
pub fn kind_plural(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organisations and groups",
        EntityKind::Place => "Places",
        EntityKind::Work => "Works",
        EntityKind::Thing => "Others",
    }
}

/// The class of an event's certainty, and its word for a label.
pub fn certainty_class(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Reported => "reported",
        Certainty::Claimed => "claimed",
        Certainty::Denied => "denied",
        Certainty::Planned => "planned",
        Certainty::Possible => "possible",
        Certainty::Historical => "historical",
    }
}

/// The word for a certainty and what it means.
pub fn certainty(certainty: Certainty) -> (&'static str, &'static str) {
    match certainty {
        Certainty::Reported => ("Reported", "— the article tells it as a fact"),
        Certainty::Claimed => ("Claimed", "— it rests on one speaker or on the author"),
        Certainty::Denied => ("Denied", "— a denial, or denied by somebody"),
        Certainty::Planned => ("Planned", "— meant to happen"),
        Certainty::Possible => ("Possible", "— the article says that it may happen"),
        Certainty::Historical => ("Background", "— from before the story"),
    }
}

/// "high", "medium", "low".
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// What kind of note it is, as a heading over several.
pub fn note_plural(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Opinion => "The author’s opinion",
        NoteKind::Claim => "Claims with a note",
        NoteKind::NotSpeech => "In quotation marks, but not speech",
        NoteKind::Remark => "Other notes",
    }
}

/// What sort of note it is, in a word or two.
pub fn note_label(note: &Note) -> &str {
    match (note.label.as_str(), note.kind) {
        ("", NoteKind::Opinion) => "opinion",
        ("", NoteKind::Claim) => "claim",
        ("", NoteKind::NotSpeech) => "not speech",
        ("", NoteKind::Remark) => "remark",
        (label, _) => label,
    }
}

/// "named once", "named 6 times".
pub fn times_named(count: usize) -> String {
    match count {
        0 => "not named".into(),
        1 => "named once".into(),
        2 => "named twice".into(),
        n => format!("named {n} times"),
    }
}

/// Where a block stands: "¶ 3", "headline", "byline" …
pub fn place(article: &Article, block: usize) -> String {
    place_of(article, block, paragraph_number(article, block))
}

/// The same where the block's number as a paragraph is known.
pub(super) fn place_of(article: &Article, block: usize, number: Option<usize>) -> String {
    if let Some(number) = number {
        return format!("¶ {number}");
    }
    let kind = article.blocks.get(block).map(|b| b.kind).unwrap_or_default();
    match kind {
        BlockKind::Title | BlockKind::Heading => "headline",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Label => "labels",
        BlockKind::Copyright => "copyright line",
        BlockKind::Credit | BlockKind::Source => "credits",
        BlockKind::Bio => "about the author",
        BlockKind::Disclaimer => "disclaimer",
        BlockKind::Contact => "contact",
        _ => "page tail",
    }
    .into()
}

/// A figure's sign, value and unit: "about 5,000 troops".
pub fn amount(figure: &Figure) -> String {
    let sign = match figure.sign {
        FigureSign::Exactly => "",
        FigureSign::About => "about ",
        FigureSign::MoreThan => "more than ",
        FigureSign::AtLeast => "at least ",
        FigureSign::LessThan => "fewer than ",
        FigureSign::AtMost => "at most ",
    };
    let (number, unit) = (number(figure.value), &figure.unit);
    if unit.ends_with(['$', '£', '€', '¥', '₹', '₽', '₩', '₺', '₴', '₪']) {
        format!("{sign}{unit}{number}")
    } else if unit.starts_with('%') {
        format!("{sign}{number}{unit}")
    } else {
        format!("{sign}{number} {unit}").trim_end().to_owned()
    }
}

/// A number with thousands separators and at most three decimals; thirds stay thirds.
pub fn number(value: f64) -> String {
    let thirds = value.abs() * 3.0;
    let is_third = (thirds - thirds.round()).abs() < 1e-9 && thirds.round() % 3.0 != 0.0;
    if is_third {
        let third = if thirds.round() % 3.0 == 1.0 { "⅓" } else { "⅔" };
        let whole = if thirds < 3.0 { String::new() } else { number(value.abs().trunc()) };
        return format!("{}{whole}{third}", if value < 0.0 { "−" } else { "" });
    }
    let rounded = (value.abs() * 1000.0).round() / 1000.0;
    let plain = rounded.to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut grouped = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !decimals.is_empty() {
        grouped.push('.');
        grouped.push_str(decimals);
    }
    if value < 0.0 { format!("−{grouped}") } else { grouped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(number(5200.0), "5,200");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(-1_234_567.5), "−1,234,567.5");
        assert_eq!(number(999.0), "999");
        assert_eq!([2.0 / 3.0, 1.0 / 3.0, -4.0 / 3.0].map(number), ["⅔", "⅓", "−1⅓"]);
        assert_eq!([0.5, 0.667, 0.333].map(number), ["0.5", "0.667", "0.333"]);
        // What a product of decimals leaves is no third.
        assert_eq!(
            [16.1 * 1e3, 32.3 * 1e3, -4.02 * 1e3].map(number),
            ["16,100", "32,300", "−4,020"]
        );
    }

    #[test]
    fn amounts_say_how_they_are_meant() {
        let figure = Figure {
            value: 12.0,
            sign: FigureSign::MoreThan,
            unit: "ballistic missiles".into(),
            ..Figure::default()
        };
        assert_eq!(amount(&figure), "more than 12 ballistic missiles");
        for (unit, words) in [
            ("", "more than 12"),
            ("£", "more than £12"),
            ("US$", "more than US$12"),
            ("% of the vote", "more than 12% of the vote"),
            ("euros", "more than 12 euros"),
        ] {
            let figure = Figure { unit: unit.into(), ..figure.clone() };
            assert_eq!(amount(&figure), words);
        }
    }
}
