//! Annotated records with clusters and quotations, and what the analyst finds in the same text.

use anyhow::{Context, Result};
use dateline::analyst::{self, dates::Given};
use dateline::publish::annotate::Draft;
use serde_json::Value;
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

/// What the analyst finds, as `dateline annotate` writes it, with the text.
pub fn answer(id: &str, source: &str) -> Value {
    let mut draft = Draft::new(&analyst::read(source, Given::Nothing), false);
    draft.id = id.into();
    let mut answer = serde_json::to_value(draft).unwrap_or_default();
    answer["text"] = source.into();
    answer
}
