//! Names, quotations and figures in the shape that goes out as JSON.

use crate::analyst::Analysis;
use crate::analyst::figures::Figure;
use crate::analyst::quotations::Quote;
use serde::Serialize;
use std::ops::Range;

/// First scalar, and one past the last.
type Pair = [u32; 2];

/// Who and what is named, who says what, and what is counted.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NamedOut {
    /// Names in text order.
    pub entities: Vec<EntityOut>,
    /// Names of one thing: indices of entities.
    pub clusters: Vec<Vec<usize>>,
    /// What the clusters are about, in the same order.
    pub things: Vec<ThingOut>,
    /// Quotations in text order.
    pub quotes: Vec<QuoteOut>,
    /// Figures in text order.
    pub figures: Vec<FigureOut>,
}

/// A name.
#[derive(Clone, Debug, Serialize)]
pub struct EntityOut {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// PER, ORG, LOC or MISC.
    pub label: &'static str,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A person, organisation or place.
#[derive(Clone, Debug, Serialize)]
pub struct ThingOut {
    /// Its fullest name in the text.
    pub name: String,
    /// PER, ORG, LOC or MISC.
    pub label: &'static str,
    /// How the text introduces it: its own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub introduced: Vec<String>,
}

/// A quotation.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteOut {
    /// The words in marks; more than one when the speaker's name splits them.
    pub content: Vec<Pair>,
    /// The verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<[Pair; 1]>,
    /// The words for the speaker.
    pub speaker: Option<[Pair; 1]>,
    /// Who that is: an index of clusters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_cluster: Option<usize>,
    /// The same by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_name: Option<String>,
    /// `direct`: words in quotation marks.
    pub kind: &'static str,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct FigureOut {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The number with the words that belong to it.
    pub number: Pair,
    /// Its value; of a range the lower one.
    pub value: f64,
    /// The upper value of a range, or the other side of a vote or score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// `=`, `≈`, `>`, `<`, `>=` or `<=`.
    pub sign: &'static str,
    /// What is counted, as the text says it.
    pub unit: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
}

impl NamedOut {
    /// From what was found; with reasons if they are wanted.
    pub fn new(found: &Analysis<'_>, explain: bool) -> Self {
        let (text, named) = (&found.text, &found.named);
        let pair = |tokens: Range<usize>| {
            let span = text.span(tokens);
            [span.start, span.end]
        };
        let reasons = if explain { named.reasons(text, found.known) } else { Vec::new() };
        let mut reasons = reasons.into_iter();
        let entities = named.names.iter().map(|name| {
            let [start, end] = pair(name.tokens.clone());
            let why = reasons.next().map(|reasons| {
                let words: Vec<String> = reasons
                    .iter()
                    .map(|reason| format!("{} {:+.1}", reason.what, reason.weight))
                    .collect();
                words.join(", ")
            });
            EntityOut { start, end, label: name.kind.code(), why }
        });
        let things = named.clusters.iter().map(|cluster| ThingOut {
            name: cluster.name.clone(),
            label: cluster.kind.code(),
            introduced: cluster
                .descriptions
                .iter()
                .map(|described| text.slice(described.tokens.clone()).to_owned())
                .collect(),
        });
        let quote = |quote: &Quote| QuoteOut {
            content: quote.parts.iter().map(|part| pair(part.tokens.clone())).collect(),
            cue: quote.cue.clone().map(|cue| [pair(cue)]),
            speaker: quote.speaker.as_ref().map(|speaker| [pair(speaker.tokens.clone())]),
            speaker_cluster: quote.cluster,
            speaker_name: quote
                .cluster
                .and_then(|at| named.clusters.get(at))
                .map(|cluster| cluster.name.clone()),
            kind: "direct",
            why: explain.then_some(quote.rule),
        };
        let figure = |figure: &Figure| {
            let [start, end] = pair(figure.tokens.clone());
            FigureOut {
                start,
                end,
                number: pair(figure.number.clone()),
                value: figure.value,
                upper: figure.upper,
                sign: figure.sign.code(),
                unit: figure.unit.clone(),
                why: explain.then_some(figure.rule),
            }
        };
        let members = |cluster: &crate::analyst::linking::Cluster| {
            cluster.mentions.iter().map(|(name, _)| *name).collect()
        };
        Self {
            entities: entities.collect(),
            clusters: named.clusters.iter().map(members).collect(),
            things: things.collect(),
            quotes: named.quotes.iter().map(quote).collect(),
            figures: named.figures.iter().map(figure).collect(),
        }
    }
}
