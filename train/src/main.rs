//! Makes the analyst's lists and weights: `cargo xtask train`.

mod augment;
mod corpus;
mod crf;
mod data;
mod learn;
mod lists;
mod pack;

use anyhow::{Context, Result, bail};
use dateline::analyst::names::features::FEATURE_BITS;
use dateline::analyst::text::Text;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let pool = root().join("../shared/data/ner");
    let names = root().join("src/analyst/names");
    let folder = root().join("train/lists");
    match arguments.first().map(String::as_str) {
        Some("lists") => {
            let bytes = lists::pack(&folder, &pool)?;
            eprintln!("{} bytes", bytes.len());
            std::fs::write(names.join("lists.bin"), bytes).context("lists.bin")
        }
        Some("weights") => {
            let setting = |name: &str, otherwise: f64| {
                let at = arguments.iter().position(|argument| argument == name);
                at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(otherwise)
            };
            let settings = learn::Settings {
                least: setting("--least", 6.0) as u32,
                rounds: setting("--rounds", 6.0) as usize,
                step: setting("--step", 0.04) as f32,
                decay: setting("--decay", 0.0) as f32,
                keep: setting("--keep", 120_000.0) as usize,
                bits: setting("--bits", 5.0) as u32,
            };
            let people = augment::People {
                first: lists::lines(&folder, "first-names")?,
                last: lists::lines(&folder, "last-names")?,
            };
            let lessons = corpus::lessons(&pool, &people, setting("--hold", 0.0) as usize)?;
            let learned = learn::learn(&lessons, &settings);
            let (rows, scale) = learn::quantised(&learned, settings.bits);
            let bytes = pack::weights(&rows, scale, &learned.transitions, FEATURE_BITS);
            eprintln!("{} features, {} bytes", rows.len(), bytes.len());
            let out = arguments.iter().position(|argument| argument == "--out");
            let out = out.and_then(|at| arguments.get(at + 1)).map(PathBuf::from);
            std::fs::write(out.unwrap_or_else(|| names.join("weights.bin")), bytes)
                .context("weights.bin")
        }
        Some("tag") => {
            let path = arguments.get(1).context("which file?")?;
            let own = arguments.get(2).map(std::fs::read).transpose()?;
            let own = own.and_then(|bytes| dateline::analyst::names::Model::unpack(&bytes));
            let model = own.as_ref().unwrap_or_else(|| dateline::analyst::names::Model::get());
            for record in data::records(Path::new(path))? {
                let text = Text::read(&record.text);
                let found = dateline::analyst::names::read_with(&text, model);
                let entities: Vec<_> = found
                    .iter()
                    .map(|name| {
                        let span = text.span(name.tokens.clone());
                        serde_json::json!({"start": span.start, "end": span.end, "label": name.kind.code()})
                    })
                    .collect();
                println!("{}", serde_json::json!({"id": record.id, "entities": entities}));
            }
            Ok(())
        }
        _ => bail!("expected lists, weights or tag"),
    }
}
