//! The present that tells what is arranged: "The committee meets again on 12 June".
//!
//! Of verbs that tell beginnings, meetings and journeys, and only with a date to come: without
//! one the present tells how things are.

use super::auxiliary::Reader;
use super::group::{Group, Tense};
use super::scene::{NAME, Scene};
use crate::analyst::effort;
use crate::analyst::text::is_in;
use crate::time::days_from_civil;

/// Forms that are hardly ever nouns.
const VERBS: &str = " meets opens begins resumes reopens reconvenes closes ends expires travels \
arrives departs goes takes convenes ";

/// Forms that are nouns as well: only behind a name or a body of people.
const ALSO_NOUNS: &str = " returns starts visits hosts faces plays votes launches runs travel \
travels meet host face play open vote begin return start visit ";

/// Bodies of people behind which a verb may stand.
const BODIES: &str = " committee council parliament court team club party board government company \
side jury congress senate assembly commission panel group sides teams mps councillors ministers \
leaders ";

/// How far behind the verb its date can stand, in tokens.
const REACH: usize = 14;

/// Whether the word can be such a verb.
pub(super) fn is_scheduled(word: &str) -> bool {
    is_in(VERBS, word) || is_in(ALSO_NOUNS, word)
}

/// The verb at this token, if it tells what is arranged.
pub(super) fn scheduled(
    reader: &Reader,
    at: usize,
    before: Option<usize>,
    fresh: bool,
) -> Option<Group> {
    let (scene, text) = (reader.scene, reader.scene.text);
    let word = text.word(at);
    if !is_scheduled(word) {
        return None;
    }
    let before = before?;
    let body = scene.has(before, NAME) || text.is_in(before, BODIES);
    let noun = reader.may_be_subject(before) && !text.is_in(before, " not ");
    let subject = body || is_in(VERBS, word) && fresh && noun || text.is_in(before, " which that ");
    if !subject || !dated_ahead(scene, at, reader.end) {
        return None;
    }
    let mut group = reader.plain(at..at + 1, at, Tense::Future);
    group.state = false;
    Some(group)
}

/// Whether a date behind the verb, in its own clause, lies ahead, as far as it is known.
fn dated_ahead(scene: &Scene, at: usize, end: usize) -> bool {
    let text = scene.text;
    let limit = end.min(at + REACH);
    let stop = (at + 1..limit).find(|&i| {
        effort::step();
        matches!(text.word(i), ";" | ":" | "(") || text.is_in(i, " who which when while but said ")
    });
    let today = scene.reading.day.map(|c| days_from_civil(c.year, c.month, c.day));
    let Some(date) = scene.first_date(at + 1, stop.unwrap_or(limit)) else { return false };
    match (date.stretch, today) {
        (Some(stretch), Some(today)) => stretch.first_day() > today,
        // a weekday or a day without its year
        (None, None) => date.value.starts_with("XXXX-"),
        _ => false,
    }
}
