//! Headlines: a clause's own words, shortened where a phrase ends.

use super::phrase::{after_determiner, boundary, dangles, ing, loose, render};
use super::scene::{BRACKET, DATE, NAME, QUOTED, Scene};
use super::subject::attributive;
use super::words::is_adverb;
use crate::analyst::effort;
use std::ops::Range;

/// The longest headline, in characters.
pub const LONGEST: usize = 70;

/// The most tokens that are looked at.
const TOKENS: usize = 48;

/// The headline: the subject's words, the verb's tokens, and what follows it. `short` is a
/// shorter name for the subject, where the whole is too long.
pub(super) fn headline(
    scene: &Scene,
    subject: &str,
    short: Option<&str>,
    verb: Range<usize>,
    rest: Range<usize>,
) -> String {
    let text = scene.text;
    let mut tokens: Vec<usize> = Vec::new();
    for at in verb.clone() {
        let word = text.word(at);
        let kept = !is_adverb(word)
            || text.is_in(at, " not never n't no only back ")
            || text.is_in(at, " yet ");
        if kept && !scene.has(at, DATE) {
            tokens.push(at);
        }
    }
    let predicate = tokens.len();
    let rest = rest.start..rest.end.min(rest.start + TOKENS);
    tokens.extend(kept(scene, rest));
    while tokens.len() > predicate {
        let last = tokens.len() - 1;
        // ", leading", "by saying"
        let before = last.checked_sub(1).map_or("", |i| text.word(tokens[i]));
        let hangs = matches!(before, "," | "by" | "as" | "of")
            && loose(scene, &tokens, last)
            && ing(scene, tokens[last]);
        if !dangles(scene, tokens[last]) && !hangs {
            break;
        }
        tokens.pop();
    }
    let subject = bare(subject);
    let free = |subject: &str| {
        LONGEST.saturating_sub(subject.chars().count() + usize::from(!subject.is_empty()))
    };
    let (mut predicate_words, whole) = shorten(scene, &tokens, predicate, free(&subject));
    // the name without its title leaves more room
    if let Some(short) =
        short.filter(|short| !whole && short.chars().count() < subject.chars().count())
    {
        predicate_words = shorten(scene, &tokens, predicate, free(short)).0;
        return finish(short, &predicate_words);
    }
    finish(&subject, &predicate_words)
}

/// Prepositions that say nothing without their date, and those that a headline needs.
const LOOSE: &str = " on in at during late early around ";
const FIRM: &str =
    " of for since until between from by and the as after before within over than to ";

/// What is kept behind the verb: no dates on their own, no brackets.
fn kept(scene: &Scene, rest: Range<usize>) -> Vec<usize> {
    let text = scene.text;
    let mut tokens: Vec<usize> = Vec::new();
    for at in rest {
        effort::step();
        if scene.has(at, BRACKET) {
            continue;
        }
        if text.is(at, "according") && text.is(at + 1, "to") {
            break;
        }
        // "in August or, at the latest, in September"
        let alone = at > 0 && scene.has(at - 1, DATE) && tokens.last() != Some(&(at - 1));
        if alone && text.is_in(at, " and or ") {
            continue;
        }
        if scene.has(at, DATE) && !scene.has(at, QUOTED) && !attributive(scene, at) {
            let inside = scene.date_at(at).is_some_and(|date| date.start < at);
            // "on Sunday", "early in 2011" go with their date
            while !inside
                && tokens.last().is_some_and(|&last| last + 1 == at && text.is_in(last, LOOSE))
            {
                tokens.pop();
            }
            // "for two days", "since 2003", "weeks of rockets" stay
            let end = scene.date_at(at).map_or(at + 1, |date| date.end);
            let holds = text.is(end, "of")
                || tokens.last().is_some_and(|&last| {
                    if inside {
                        last + 1 == at && scene.has(last, DATE)
                    } else {
                        text.is_in(last, FIRM)
                    }
                });
            if holds {
                tokens.push(at);
            }
            continue;
        }
        tokens.push(at);
    }
    tokens
}

/// The longest beginning with the verb that ends where a phrase ends and is short enough.
fn shorten(scene: &Scene, tokens: &[usize], predicate: usize, free: usize) -> (String, bool) {
    let text = scene.text;
    let whole = render(text, tokens);
    if whole.chars().count() <= free && !half_open(scene, tokens) {
        return (whole, true);
    }
    let (mut by_word, mut bare_verb) = (None, None);
    for cut in (1..tokens.len()).rev() {
        effort::step();
        let last = tokens[cut - 1];
        let participle = cut > predicate && loose(scene, tokens, cut - 1)
            || ing(scene, last)
                && !scene.has(last, NAME | QUOTED)
                && !after_determiner(scene, last);
        if participle || dangles(scene, last) || splits(scene, tokens[cut - 1], tokens[cut]) {
            continue;
        }
        let quoted = half_open(scene, &tokens[..cut]);
        // a phrase or more behind the verb
        let filled = cut > predicate;
        let mut short = render(text, &tokens[..cut]);
        if quoted {
            short.push('…');
            short.push_str(closing(scene, tokens[cut - 1]));
        }
        let length = short.chars().count();
        if length > free {
            continue;
        }
        let closed =
            scene.passage_at(tokens[cut - 1]).is_some_and(|p| p.end == tokens[cut - 1] + 1);
        if (closed || boundary(scene, tokens[cut])) && filled && !(quoted && cut <= predicate + 3) {
            return (short, false);
        }
        // "has been delayed, leading to …"
        if cut == predicate && cut > 1 && text.word(tokens[cut]) == "," {
            bare_verb = Some(short.clone());
        }
        if by_word.is_none() && length < free && filled {
            if !quoted {
                short.push('…');
            }
            by_word = Some(short);
        }
    }
    let short = bare_verb.or(by_word).unwrap_or_else(|| {
        let mut short: String = whole.chars().take(free.saturating_sub(1)).collect();
        if let Some(space) = short.rfind(' ') {
            short.truncate(space);
        }
        short.push('…');
        short
    });
    (short, false)
}

/// Whether a cut between the two would go through a name or a date.
fn splits(scene: &Scene, before: usize, after: usize) -> bool {
    let name = scene.name_at(before);
    name.is_some() && name == scene.name_at(after)
        || matches!(scene.text.word(after), "’s" | "'s" | "%" | "-")
        || scene.text.word(before) == "-"
}

/// Whether a passage in quotation marks is cut off by the end.
fn half_open(scene: &Scene, tokens: &[usize]) -> bool {
    let Some(&last) = tokens.last() else { return false };
    scene.passage_at(last).is_some_and(|passage| passage.end > last + 1)
}

fn closing(scene: &Scene, at: usize) -> &'static str {
    let opening = scene.passage_at(at).map_or("", |p| scene.text.word(p.start));
    match opening {
        "“" | "„" => "”",
        "‘" => "’",
        "«" => "»",
        "'" => "'",
        "``" => "''",
        "’" => "’",
        _ => "\"",
    }
}

/// A subject without its article.
pub(super) fn bare(subject: &str) -> String {
    const ARTICLES: [&str; 14] = [
        "The ", "the ", "A ", "a ", "An ", "an ", "His ", "his ", "Her ", "her ", "Their ",
        "their ", "Its ", "its ",
    ];
    for article in ARTICLES {
        if let Some(rest) = subject.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    subject.to_owned()
}

/// Subject and predicate as a headline: begins with a capital, at most [`LONGEST`] characters.
pub(super) fn finish(subject: &str, predicate: &str) -> String {
    let mut joined = String::with_capacity(LONGEST * 2);
    for part in [subject, predicate] {
        for word in part.split_whitespace() {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
    }
    // "decision,”" at the end: the comma belongs to the sentence that goes on
    for (from, to) in [(",”", "”"), (",\"", "\""), (",’", "’"), (".”", "”"), (".\"", "\"")]
    {
        if let Some(body) = joined.strip_suffix(from) {
            joined = format!("{body}{to}");
        }
    }
    for (opening, closing) in [('“', '”'), ('"', '"')] {
        let opened = joined.matches(opening).count();
        let half = if opening == closing {
            opened % 2 == 1
        } else {
            opened > joined.matches(closing).count()
        };
        if half && joined.chars().count() < LONGEST {
            joined.push(closing);
        }
    }
    if joined.chars().count() > LONGEST {
        joined = joined.chars().take(LONGEST - 1).collect();
        if let Some(space) = joined.rfind(' ') {
            joined.truncate(space);
        }
        joined.push('…');
    }
    let mut letters = joined.chars();
    match letters.next() {
        Some(first)
            if first.is_lowercase() && !letters.clone().next().is_some_and(char::is_uppercase) =>
        {
            first.to_uppercase().chain(letters).collect::<String>().chars().take(LONGEST).collect()
        }
        _ => joined,
    }
}
