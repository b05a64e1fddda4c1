//! Annotated records with clusters and quotations, and what the analyst finds in the same text.

use anyhow::{Context, Result};
use dateline::analyst::text::Text;
use dateline::analyst::{Named, named};
use serde_json::{Value, json};
use std::ops::Range;
use std::path::Path;

/// A stretch of a text, in scalars.
pub type Stretch = Range<usize>;

/// Somebody's words.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The passages.
    pub content: Vec<Stretch>,
    /// The words for the speaker.
    pub speaker: Vec<Stretch>,
    /// Whose cluster it is.
    pub cluster: Option<usize>,
}

/// What an annotator or the analyst marked in a text.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// Its name in the file.
    pub id: String,
    /// The text, as scalars.
    pub text: Vec<char>,
    /// Names with their labels.
    pub names: Vec<(Stretch, String)>,
    /// Clusters of names; `None` where they were not annotated.
    pub clusters: Option<Vec<Vec<usize>>>,
    /// Quotations; `None` where they were not annotated.
    pub quotes: Option<Vec<Said>>,
}

fn stretch(json: &Value) -> Stretch {
    let number = |at: usize| json[at].as_u64().unwrap_or(0) as usize;
    number(0)..number(1)
}

/// Reads a file of JSON lines.
pub fn load(path: &Path) -> Result<Vec<Marked>> {
    let file = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    file.lines().map(|line| Ok(marked(&serde_json::from_str(line)?))).collect()
}

/// One record of such a file.
pub fn marked(json: &Value) -> Marked {
    let number = |value: &Value| value.as_u64().unwrap_or(0) as usize;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let entities = list(&json["entities"]);
    let names = entities.iter().map(|e| {
        let label = e["label"].as_str().unwrap_or_default().to_owned();
        (number(&e["start"])..number(&e["end"]), label)
    });
    let said = |q: &Value| Said {
        content: list(&q["content"]).iter().map(stretch).collect(),
        speaker: list(&q["speaker"]).iter().map(stretch).collect(),
        cluster: q["speaker_cluster"].as_u64().map(|c| c as usize),
    };
    Marked {
        id: json["id"].as_str().unwrap_or_default().to_owned(),
        text: json["text"].as_str().unwrap_or_default().chars().collect(),
        names: names.collect(),
        clusters: json["clusters"].as_array().map(|all| {
            all.iter().map(|cluster| list(cluster).iter().map(number).collect()).collect()
        }),
        quotes: json["quotes"].as_array().map(|all| all.iter().map(said).collect()),
    }
}

/// What the analyst finds, in the shape of the data.
pub fn answer(id: &str, source: &str) -> Value {
    let text = Text::read(source);
    let Named { names, clusters, quotes, figures } = named(&text, &[]);
    let pair = |tokens: Range<usize>| {
        let span = text.span(tokens);
        json!([span.start, span.end])
    };
    let entities: Vec<Value> = names
        .iter()
        .map(|name| {
            let span = text.span(name.tokens.clone());
            json!({"start": span.start, "end": span.end, "label": name.kind.code()})
        })
        .collect();
    let said: Vec<Value> = quotes
        .iter()
        .map(|quote| {
            let parts: Vec<Value> = quote.parts.iter().map(|p| pair(p.tokens.clone())).collect();
            let speaker = quote.speaker.as_ref().map(|s| json!([pair(s.tokens.clone())]));
            let cue = quote.cue.clone().map(|cue| json!([pair(cue)]));
            json!({
                "content": parts, "cue": cue, "speaker": speaker, "speaker_cluster": quote.cluster,
                "speaker_name": quote.cluster.map(|c| clusters[c].name.clone()),
                "kind": "direct", "rule": quote.rule,
            })
        })
        .collect();
    let counted: Vec<Value> = figures
        .iter()
        .map(|figure| {
            let span = text.span(figure.tokens.clone());
            json!({
                "start": span.start, "end": span.end, "number": pair(figure.number.clone()),
                "value": figure.value, "upper": figure.upper, "op": figure.sign.code(),
                "unit": figure.unit, "rule": figure.rule,
            })
        })
        .collect();
    let clusters: Vec<Vec<usize>> =
        clusters.iter().map(|c| c.mentions.iter().map(|m| m.0).collect()).collect();
    json!({
        "id": id, "text": source, "entities": entities, "clusters": clusters, "quotes": said,
        "figures": counted,
    })
}
