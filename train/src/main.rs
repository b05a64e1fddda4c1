//! Makes the analyst's lists and weights: `cargo xtask train`.

mod augment;
mod corpus;
mod crf;
mod data;
mod learn;
mod lists;
mod pack;

use anyhow::{Context, Result, bail};
use dateline::analyst::names::Model;
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
            let out = arguments.iter().position(|argument| argument == "--out");
            let out = out.and_then(|at| arguments.get(at + 1)).map(PathBuf::from);
            train(&lessons, &settings, &out.unwrap_or(names))
        }
        Some("tag") => {
            let path = arguments.get(1).context("which file?")?;
            let own = |file: &str| -> Result<Option<Model>> {
                let Some(folder) = arguments.get(2) else { return Ok(None) };
                Ok(Model::unpack(&std::fs::read(Path::new(folder).join(file))?))
            };
            let (first, second) = (own("weights.bin")?, own("second.bin")?);
            let first = first.as_ref().unwrap_or_else(|| Model::first());
            let second = second.as_ref().unwrap_or_else(|| Model::second());
            for record in data::records(Path::new(path))? {
                let text = Text::read(&record.text);
                let found = dateline::analyst::names::read_with(&text, first, second);
                let entities: Vec<_> = found
                    .iter()
                    .map(|name| {
                        let span = text.span(name.tokens.clone());
                        serde_json::json!({"start": span.start, "end": span.end, "label": name.kind.code()})
                    })
                    .collect();
                let clusters = dateline::analyst::linking::clusters(&text, &found);
                if std::env::var_os("SHOW").is_some() {
                    for c in &clusters {
                        let d: Vec<_> = c.descriptions.iter().map(|d| (d.form, text.slice(d.tokens.clone()))).collect();
                        let m: Vec<_> = c.mentions.iter().map(|m| text.slice(found[m.0].tokens.clone())).collect();
                        eprintln!("{} {:?} {m:?} {d:?}", c.kind, c.name);
                    }
                }
                let scene = dateline::analyst::names::features::Scene::new(
                    &text,
                    dateline::analyst::names::gazetteer::Gazetteer::get(),
                );
                let quotes = dateline::analyst::quotations::read(&text, &found, &clusters, &scene.hits);
                let pair = |tokens: std::ops::Range<usize>| {
                    let span = text.span(tokens);
                    vec![span.start, span.end]
                };
                let quotes: Vec<_> = quotes
                    .iter()
                    .map(|q| {
                        if std::env::var_os("SHOW").is_some() {
                            eprintln!("Q {:?} <- {:?} {:?} [{}]",
                                q.parts.iter().map(|p| text.slice(p.tokens.clone())).collect::<Vec<_>>(),
                                q.speaker.as_ref().map(|s| text.slice(s.tokens.clone())),
                                q.cluster.map(|c| &clusters[c].name), q.rule);
                        }
                        serde_json::json!({
                        "content": q.parts.iter().map(|p| pair(p.tokens.clone())).collect::<Vec<_>>(),
                        "speaker": q.speaker.as_ref().map(|s| vec![pair(s.tokens.clone())]),
                        "speaker_cluster": q.cluster,
                        "kind": "direct",
                    })})
                    .collect();
                if std::env::var_os("SHOW").is_some() {
                    for f in dateline::analyst::figures::read(&text, &found, &[]) {
                        eprintln!("F {:?} | {:?} {} {} {:?} {:?} [{}]", text.slice(f.tokens.clone()), text.slice(f.number.clone()), f.sign.code(), f.value, f.upper, f.unit, f.rule);
                    }
                }
                let clusters: Vec<Vec<usize>> = clusters.iter().map(|c| c.mentions.iter().map(|m| m.0).collect()).collect();
                println!("{}", serde_json::json!({"id": record.id, "entities": entities, "clusters": clusters, "quotes": quotes}));
            }
            Ok(())
        }
        _ => bail!("expected lists, weights or tag"),
    }
}

/// Parts in which the lessons are divided, so that the second look learns from first looks by
/// models that had not seen the text.
const FOLDS: usize = 4;

fn train(lessons: &[corpus::Lesson], settings: &learn::Settings, folder: &Path) -> Result<()> {
    let all: Vec<Vec<crf::Sequence>> = lessons.iter().map(learn::sequences).collect();
    let mut second = Vec::new();
    let mut start = None;
    for fold in 0..FOLDS {
        let others = lessons.iter().zip(&all).filter(|(lesson, _)| lesson.group % FOLDS != fold);
        let others: Vec<&crf::Sequence> = others.flat_map(|(_, sequences)| sequences).collect();
        let learned = learn::fit(&others, settings, None);
        let model = Model::unpack(&learn::packed(&learned, settings.bits)).context("a model")?;
        for lesson in lessons.iter().filter(|l| l.whole && l.group % FOLDS == fold) {
            second.extend(learn::second_sequences(lesson, &model));
        }
        start = Some(learned.transitions);
    }
    let sequences: Vec<&crf::Sequence> = second.iter().collect();
    let few = learn::Settings { step: settings.step / 2.0, rounds: 4, ..settings.clone() };
    let learned = learn::fit(&sequences, &few, start.as_ref());
    let bytes = learn::packed(&learned, 6);
    eprintln!("second look: {} bytes", bytes.len());
    std::fs::write(folder.join("second.bin"), bytes).context("second.bin")?;
    let sequences: Vec<&crf::Sequence> = all.iter().flatten().collect();
    let learned = learn::fit(&sequences, settings, None);
    let bytes = learn::packed(&learned, settings.bits);
    eprintln!("first look: {} bytes", bytes.len());
    std::fs::write(folder.join("weights.bin"), bytes).context("weights.bin")
}
