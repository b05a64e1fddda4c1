//! What a headline shows of a subject.

use crate::analyst::effort;
use crate::analyst::events::phrase::{boundary, dangles, loose, render};
use crate::analyst::events::scene::{BRACKET, NAME, QUOTED, Scene};
use crate::analyst::events::words::is_preposition;
use crate::analyst::linking::titled;
use crate::analyst::names::Kind;
use std::ops::Range;

/// The longest subject in a headline, in characters.
pub(super) const LONGEST: usize = 42;

/// The same, where it cannot be cut at the end of a phrase.
const WHOLE: usize = 54;

/// The part of the subject that a headline shows, and whose name it has.
pub(super) fn shown(scene: &Scene, tokens: Range<usize>) -> (Range<usize>, Option<usize>) {
    let text = scene.text;
    let pieces = pieces(scene, &tokens);
    let mut first_name = None;
    // "Supreme Leader of Iran, Ayatollah Ali Khamenei": the piece with the person
    let last = pieces.last().cloned().unwrap_or_default();
    let listed = pieces.len() > 1 && last.into_iter().any(|i| text.is_in(i, " and or "));
    for piece in &pieces {
        for at in piece.clone() {
            let Some(name) = scene.name_at(at) else { continue };
            let known = &scene.named.names[name];
            if known.kind == Kind::Demonym {
                continue;
            }
            let cluster =
                scene.cluster_of.get(name).copied().filter(|&c| c < scene.named.clusters.len());
            // a name behind a preposition is not the subject: "the president of Iraq"
            let object = known.tokens.start > piece.start
                && is_preposition(text.word(known.tokens.start - 1));
            let ends = known.tokens.end == piece.end && !object && !listed;
            if ends && (known.kind == Kind::Person || known.tokens.start == piece.start) {
                let from = titled(text, &scene.named.names, name).start.max(piece.start);
                let near = known.tokens.start.saturating_sub(piece.start) <= 5;
                return (if near { piece.start } else { from }..piece.end, cluster);
            }
            if !object {
                first_name = first_name.or(cluster);
            }
        }
    }
    let whole = pieces.first().cloned().unwrap_or(tokens.clone());
    (if listed { tokens } else { whole }, first_name)
}

/// The subject between its commas.
fn pieces(scene: &Scene, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        effort::step();
        if scene.text.word(at) == "," && !scene.has(at, QUOTED | BRACKET | NAME) {
            if at > start {
                found.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < tokens.end {
        found.push(start..tokens.end);
    }
    found
}

/// The words, short enough for a headline.
pub(super) fn words(scene: &Scene, tokens: Range<usize>) -> String {
    let all: Vec<usize> = tokens.clone().filter(|&i| !scene.has(i, BRACKET)).collect();
    let whole = render(scene.text, &all);
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    for cut in (1..all.len()).rev() {
        if loose(scene, &all, cut - 1)
            || !(boundary(scene, all[cut]) || loose(scene, &all, cut))
            || scene.has(all[cut], NAME) && scene.has(all[cut - 1], NAME)
        {
            continue;
        }
        let short = render(scene.text, &all[..cut]);
        if short.chars().count() <= LONGEST {
            return short;
        }
    }
    if whole.chars().count() <= WHOLE {
        return whole;
    }
    // a name by itself, or as many words as fit
    let name = tokens.end.checked_sub(1).and_then(|last| scene.name_at(last));
    // "Assistant Secretary … Marvin Sambur", "the activist group Project on Oversight"
    let name = name.filter(|&name| {
        let known = &scene.named.names[name];
        let plain = |i: usize| !is_preposition(scene.text.word(i)) || scene.has(i, NAME);
        known.kind == Kind::Person || (tokens.start..known.tokens.start).all(plain)
    });
    let name = name.map(|name| scene.text.slice(scene.named.names[name].tokens.clone()));
    if let Some(name) = name.filter(|name| name.chars().count() <= LONGEST) {
        return name.to_owned();
    }
    let short = |cut: usize| render(scene.text, &all[..cut]).chars().count() <= LONGEST;
    let clean = |&cut: &usize| {
        let inside = scene.name_at(all[cut - 1]);
        let inside = inside.is_some() && inside == scene.name_at(all[cut]);
        !inside && !dangles(scene, all[cut - 1]) && short(cut)
    };
    let most = all.len().min(20);
    let cut = (1..most).rev().find(clean).or_else(|| (1..most).rev().find(|&cut| short(cut)));
    let cut = cut.unwrap_or(1);
    render(scene.text, &all[..cut.min(all.len())])
}
