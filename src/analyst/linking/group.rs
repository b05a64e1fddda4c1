//! Putting names together: same string first, then parts of longer names.

use super::normal::{acronyms, words_of};
use super::{Cluster, Rule, alias};
use crate::analyst::names::{Kind, Name};
use crate::analyst::text::{Case, Text};
use crate::article::order::sort_by;
use std::collections::HashMap;

/// Clusters that share a word are many only in lists; more are not looked at.
const CANDIDATES: usize = 24;

struct Draft {
    kind: Kind,
    words: Vec<String>,
    mentions: Vec<(usize, Rule)>,
}

/// The kind as far as joining goes: a demonym stands with its country.
fn family(kind: Kind) -> Kind {
    if kind == Kind::Demonym { Kind::Place } else { kind }
}

/// The clusters, in order of their first mention.
pub fn group(text: &Text, names: &[Name]) -> Vec<Cluster> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut by_key: HashMap<(Kind, String), usize> = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        let words = words_of(text, name.tokens.clone(), name.kind);
        let spelled = words.join(" ");
        let person = name.kind == Kind::Person;
        // "us" is a pronoun unless it is spelled as the country is
        let capital = text.tokens[name.tokens.start].is_capital();
        let usual = if person || !capital { None } else { alias::usual(&spelled) };
        let kind = if usual.is_some() && !person { Kind::Place } else { family(name.kind) };
        let key = (kind, usual.map_or_else(|| spelled.clone(), str::to_owned));
        let first = !by_key.contains_key(&key);
        let place = *by_key.entry(key).or_insert_with(|| {
            drafts.push(Draft { kind: name.kind, words: words.clone(), mentions: Vec::new() });
            drafts.len() - 1
        });
        let draft = &mut drafts[place];
        let rule = match () {
            () if first => Rule::First,
            () if draft.words == words => Rule::Same,
            () => Rule::Alias,
        };
        // "Iraqi" stands with Iraq; "Sunni" stands for no country
        if draft.kind == Kind::Demonym && (name.kind != Kind::Demonym || usual.is_some()) {
            draft.kind = family(name.kind);
        }
        draft.mentions.push((index, rule));
    }
    let joined = join(text, names, &drafts);
    finish(drafts, &joined)
}

/// For each draft, into which other one it goes and why.
fn join(text: &Text, names: &[Name], drafts: &[Draft]) -> Vec<Option<(usize, Rule)>> {
    let mut joined: Vec<Option<(usize, Rule)>> = vec![None; drafts.len()];
    let mut by_word: HashMap<(Kind, &str), Vec<usize>> = HashMap::new();
    let mut by_acronym: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if draft.words.len() < 2 {
            continue;
        }
        for word in &draft.words {
            let list = by_word.entry((family(draft.kind), word)).or_default();
            if list.len() < CANDIDATES {
                list.push(index);
            }
        }
        if draft.kind != Kind::Person {
            for letters in acronyms(&draft.words) {
                if letters.chars().count() > 1 {
                    by_acronym.entry(letters).or_insert(index);
                }
            }
        }
    }
    for (index, draft) in drafts.iter().enumerate() {
        let Some(word) = draft.words.last() else { continue };
        let first = names[draft.mentions[0].0].tokens.clone();
        let upper = first.len() == 1 && text.tokens[first.start].case == Case::Upper;
        if upper
            && draft.kind != Kind::Person
            && draft.words.len() == 1
            && let Some(&long) = by_acronym.get(word.as_str()).filter(|long| **long != index)
        {
            joined[index] = Some((long, Rule::Acronym));
            continue;
        }
        let lists = [Some(word), draft.words.first()].into_iter().flatten();
        let mut candidates: Vec<usize> = lists
            .filter_map(|word| by_word.get(&(family(draft.kind), word.as_str())))
            .flatten()
            .copied()
            .filter(|&long| long != index)
            .collect();
        sort_by(&mut candidates, |&long| long as i64);
        candidates.dedup();
        let fits = candidates.into_iter().filter_map(|long| {
            let rule = match draft.kind {
                Kind::Person => person(&draft.words, &drafts[long].words),
                Kind::Organization => body(&draft.words, &drafts[long].words),
                _ => None,
            }?;
            Some((long, rule))
        });
        // a family name before a first name; then the nearest before; then the nearest behind
        let here = draft.mentions[0].0;
        joined[index] = fits.min_by_key(|&(long, rule)| {
            let order = if rule == Rule::Surname { 0 } else { 1 };
            let mentions = &drafts[long].mentions;
            let next = mentions.partition_point(|m| m.0 < here);
            let before = next.checked_sub(1).map(|last| mentions[last].0);
            let behind = mentions.get(next).map(|m| m.0);
            let distance = match (before, behind) {
                (Some(before), _) => here - before,
                (None, Some(behind)) => names.len() + behind - here,
                _ => usize::MAX,
            };
            (order, distance)
        });
    }
    joined
}

/// Whether the first person's name can be a shorter form of the second's.
fn person(short: &[String], long: &[String]) -> Option<Rule> {
    if short.len() < long.len() && long.ends_with(short) {
        return Some(Rule::Surname);
    }
    if short.len() == 1 {
        let inner = long[..long.len() - 1].contains(&short[0]) && short[0].len() > 2;
        return inner.then_some(Rule::Part);
    }
    if short.len() > long.len() || (short.len() == long.len() && short >= long) {
        return None;
    }
    // same family name, and a given name that can be the same
    let (given, full) = (&short[0], &long[0]);
    let initial = given.len() == 1 || full.len() == 1;
    let same = given == full || (initial && given.chars().next() == full.chars().next());
    let nick = given.len() > 2 && full.starts_with(given.as_str());
    (short.last() == long.last() && (same || nick)).then_some(Rule::Part)
}

/// Whether the first organisation's name can be a shorter form of the second's.
fn body(short: &[String], long: &[String]) -> Option<Rule> {
    if short.len() >= long.len() {
        return None;
    }
    if long.starts_with(short) {
        return Some(Rule::Part);
    }
    // "Scientology" for "Church of Scientology", not "Party" for "Labour Party"
    let own = short.len() > 1
        || (short[0].len() > 4
            && crate::analyst::names::words::lists_of(crate::analyst::text::hash_word(&short[0]))
                & crate::analyst::names::words::ORG_HEAD
                == 0);
    (own && long.ends_with(short)).then_some(Rule::Surname)
}

/// The clusters that drafts and joins make.
fn finish(drafts: Vec<Draft>, joined: &[Option<(usize, Rule)>]) -> Vec<Cluster> {
    // follow joins to their end; longer names never join shorter ones, so there is one
    let root = |mut index: usize| {
        for _ in 0..drafts.len().min(64) {
            match joined[index] {
                Some((next, _)) => index = next,
                None => break,
            }
        }
        index
    };
    let mut clusters: Vec<Option<Cluster>> = drafts.iter().map(|_| None).collect();
    for (index, draft) in drafts.iter().enumerate() {
        let main = root(index);
        let cluster = clusters[main].get_or_insert_with(|| Cluster {
            kind: drafts[main].kind,
            name: String::new(),
            mentions: Vec::new(),
            descriptions: Vec::new(),
        });
        for &(mention, rule) in &draft.mentions {
            let rule = if main == index { rule } else { joined[index].map_or(rule, |(_, r)| r) };
            cluster.mentions.push((mention, rule));
        }
    }
    let mut clusters: Vec<Cluster> = clusters.into_iter().flatten().collect();
    for cluster in &mut clusters {
        sort_by(&mut cluster.mentions, |&(mention, _)| mention as i64);
        if let Some(first) = cluster.mentions.first_mut() {
            first.1 = Rule::First;
        }
    }
    sort_by(&mut clusters, |cluster| cluster.mentions.first().map_or(i64::MAX, |m| m.0 as i64));
    clusters
}
