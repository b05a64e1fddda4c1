//! Reading the training pool.

use anyhow::{Context, Result};
use dateline::analyst::names::{Kind, Name};
use dateline::analyst::text::Text;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A text with its names, as scalars.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Its name in the pool.
    pub id: String,
    /// The text.
    pub text: String,
    /// First scalar, one past the last, kind.
    pub names: Vec<(usize, usize, Kind)>,
}

/// The records of a file of JSON lines, packed or not.
pub fn records(path: &Path) -> Result<Vec<Record>> {
    let file = File::open(path).with_context(|| format!("{}", path.display()))?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> =
        if packed { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    BufReader::new(reader).lines().map(|line| Ok(record(&serde_json::from_str(&line?)?))).collect()
}

fn record(json: &Value) -> Record {
    let number = |value: &Value| value.as_u64().unwrap_or(0) as usize;
    let names = json["entities"].as_array().into_iter().flatten().filter_map(|entity| {
        let label = entity["label"].as_str()?;
        let kind = Kind::TAGGED.into_iter().find(|kind| kind.code() == label)?;
        Some((number(&entity["start"]), number(&entity["end"]), kind))
    });
    Record {
        id: json["id"].as_str().unwrap_or_default().to_owned(),
        text: json["text"].as_str().unwrap_or_default().to_owned(),
        names: names.collect(),
    }
}

impl Record {
    /// Several records as one document, one a line.
    pub fn joined(records: &[Self]) -> Self {
        let mut all = Self::default();
        let mut at = 0;
        for record in records {
            if !all.text.is_empty() {
                all.text.push('\n');
                at += 1;
            }
            all.id.clone_from(&record.id);
            all.text.push_str(&record.text);
            let names = record.names.iter().map(|&(s, e, kind)| (s + at, e + at, kind));
            all.names.extend(names);
            at += record.text.chars().count();
        }
        all
    }
}

/// The names of a record in tokens; what does not fit the tokens is left out. Articles before
/// and a possessive behind are cut, because the sources disagree on them.
pub fn names(text: &Text, names: &[(usize, usize, Kind)]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut sorted = names.to_vec();
    sorted.sort_by_key(|&(s, e, _)| (s, usize::MAX - e));
    for (start, end, kind) in sorted {
        let at = |t: usize| text.tokens[t].at as usize;
        let mut first = text.tokens.partition_point(|t| (t.at + t.scalars) as usize <= start);
        let mut last = text.tokens.partition_point(|t| (t.at as usize) < end);
        while first < last && (text.is_in(first, " the a an ") || !has_letters(text, first)) {
            first += 1;
        }
        while first < last && matches!(text.word(last - 1), "'s" | "’s" | "'" | "’" | "," | "\"")
        {
            last -= 1;
        }
        let overlaps = found.last().is_some_and(|name| name.tokens.end > first);
        // a name that begins inside a token is no name of ours
        if first < last && !overlaps && (at(first) >= start || at(first) + 1 >= start) {
            found.push(Name { tokens: first..last, kind });
        }
    }
    found
}

fn has_letters(text: &Text, token: usize) -> bool {
    text.word(token).chars().any(char::is_alphanumeric)
}
