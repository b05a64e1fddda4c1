//! How the text introduces what it names, in its own words; and the titles before a name.

use super::Cluster;
use crate::analyst::names::words::{self, lists_of};
use crate::analyst::names::{Kind, Name};
use crate::analyst::text::Text;
use std::ops::Range;

/// Words of the text that say who or what something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The name that it stands beside.
    pub mention: usize,
    /// The form: `title`, `apposition`, `copula`.
    pub form: &'static str,
}

/// The most tokens that a description has.
const LONGEST: usize = 24;

/// The descriptions of a cluster, at most three, in text order.
pub fn describe(text: &Text, names: &[Name], cluster: &Cluster) -> Vec<Description> {
    let mut found: Vec<Description> = Vec::new();
    for &(mention, _) in cluster.mentions.iter().take(12) {
        if found.len() >= 3 {
            break;
        }
        let name = &names[mention];
        if name.kind == Kind::Demonym {
            continue;
        }
        let sentence = text.sentences[text.sentence_of(name.tokens.start)].clone();
        if name.kind == Kind::Person {
            let title = titled(text, names, mention);
            let worth = title.len() > name.tokens.len() + 1;
            if worth {
                let tokens = title.start..name.tokens.start;
                found.push(Description { tokens, mention, form: "title" });
            }
        }
        let after = apposition(text, &sentence, name.tokens.end, name.kind)
            .map(|tokens| (tokens, "apposition"))
            .or_else(|| copula(text, &sentence, name.tokens.end).map(|t| (t, "copula")));
        if let Some((tokens, form)) = after {
            found.push(Description { tokens, mention, form });
        }
    }
    found.truncate(3);
    found
}

/// The name with the titles directly before it: "Iraqi Prime Minister" "Adel Abdul Mahdi".
pub fn titled(text: &Text, names: &[Name], mention: usize) -> Range<usize> {
    let name = &names[mention];
    if name.kind != Kind::Person {
        return name.tokens.clone();
    }
    let sentence = &text.sentences[text.sentence_of(name.tokens.start)];
    let first = sentence.start.max(name.tokens.start.saturating_sub(8));
    let (mut start, mut at) = (name.tokens.start, name.tokens.start);
    while at > first {
        at -= 1;
        let token = &text.tokens[at];
        let lists = lists_of(token.hash);
        let title = token.is_word() && lists & (words::TITLE | words::ROLE) != 0;
        let pronoun = text.is_in(at, " he she it his her who ");
        let lead = text.is_in(
            at,
            " prime vice deputy foreign defence defense interior finance \
            former then acting supreme chief senior general executive co first press ",
        );
        if title && !pronoun {
            start = at;
        } else if lead || (start < name.tokens.start && token.is_capital()) {
            if lead || !text.is_in(at, " the a an in on at ") {
                start = if lead || start < name.tokens.start { at } else { start };
            }
        } else {
            break;
        }
    }
    // a title needs a title word: what is left of "Mark Esper" may be another name
    let any = (start..name.tokens.start)
        .any(|i| lists_of(text.tokens[i].hash) & (words::TITLE | words::ROLE) != 0);
    if any { start..name.tokens.end } else { name.tokens.clone() }
}

/// ", managing director of Bayan Center," behind a name.
fn apposition(
    text: &Text,
    sentence: &Range<usize>,
    comma: usize,
    kind: Kind,
) -> Option<Range<usize>> {
    if comma >= sentence.end || text.word(comma) != "," {
        return None;
    }
    let start = comma + 1;
    let starts = text.is_in(start, " a an the one ")
        || (kind == Kind::Person && lists_of(text.tokens.get(start)?.hash) & words::ROLE != 0)
        || (kind == Kind::Person
            && text.is_in(start, " managing former deputy senior executive vice founding "))
        || matches!(text.word(start + 1), "'s" | "’s");
    // "According to Smith, the vote was open" goes on with its own sentence
    let clause = sentence.start + 1 < comma
        && (text.is(sentence.start, "according") || text.is_in(sentence.start, " in on at for "));
    if !starts || clause || text.is_in(start, " who he she it his her ") {
        return None;
    }
    let limit = sentence.end.min(start + LONGEST);
    let mut end = start;
    while end < limit {
        let verb = lists_of(text.tokens[end].hash) & words::SPEECH != 0;
        if text.is_in(end, " is are was were has have had will would ") {
            return None;
        }
        let stop = matches!(text.word(end), "," | ";" | ":" | "." | "—" | "–" | "(" | "”" | "\"");
        // "…, an Iraqi think tank said": the apposition within goes on
        let another = text.word(end) == "," && text.is_in(end + 1, " a an the ");
        if verb || (stop && !another) {
            break;
        }
        end += 1;
    }
    let ended = end < limit || end == sentence.end;
    (ended && end > start + 1).then_some(start..end)
}

/// "is a political commentator" behind a name.
fn copula(text: &Text, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let verbs = " is was are were ";
    if verb + 1 >= sentence.end || !text.is_in(verb, verbs) {
        return None;
    }
    let start = verb + 1;
    if !text.is_in(start, " a an the ") {
        return None;
    }
    let limit = sentence.end.min(start + LONGEST);
    let stop = |&i: &usize| matches!(text.word(i), "," | ";" | ":" | "." | "—" | "–" | "(");
    let end = (start..limit).find(stop)?;
    (end > start + 1).then_some(start..end)
}
