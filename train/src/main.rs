//! Makes the analyst's lists and weights, and counts how well it reads: `cargo xtask train`.

mod augment;
mod corpus;
mod crf;
mod data;
mod gold;
mod learn;
mod lists;
mod pack;
mod score;

use anyhow::{Context, Result, bail};
use dateline::analyst::names::{Known, Model};
use std::path::{Path, PathBuf};

const USAGE: &str = "\
train COMMAND

  lists     packs the lists of names in train/lists
  weights   learns the weights from the pool
  eval      prints scores for the texts that nothing was learned from
            FILE...         other files of annotated JSON lines
  tag FILE  prints what the analyst finds in a file of JSON lines with `id` and `text`
  speed     measures how many characters are read in a second
  explain   prints names in the text on standard input and why they are names
";

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
            eprintln!("lists: {} bytes", bytes.len());
            std::fs::write(names.join("lists.bin"), bytes).context("lists.bin")
        }
        Some("weights") => {
            let people = augment::People {
                first: lists::both(&folder, "first-names")?,
                last: lists::both(&folder, "last-names")?,
            };
            // keeping some documents back is for comparing settings only
            let hold = arguments.iter().position(|argument| argument == "--hold");
            let hold = hold.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(0);
            train(&corpus::lessons(&pool, &people, hold)?, &learn::SETTINGS, &names)
        }
        Some("eval") => {
            let files: Vec<PathBuf> = match &arguments[1..] {
                [] => ["pud-news", "gum-news-dev"]
                    .map(|name| pool.join(format!("dev/{name}.jsonl")))
                    .to_vec(),
                files => files.iter().map(PathBuf::from).collect(),
            };
            files.iter().try_for_each(|file| eval(file))
        }
        Some("tag") => {
            let path = arguments.get(1).context("which file?")?;
            for record in data::records(Path::new(path))? {
                println!("{}", gold::answer(&record.id, &record.text));
            }
            Ok(())
        }
        Some("speed") => speed(&pool),
        Some("explain") => explain(),
        _ => {
            print!("{USAGE}");
            bail!("expected one of these commands")
        }
    }
}

/// Prints the scores for a file.
fn eval(file: &Path) -> Result<()> {
    let mut scores = score::Scores::default();
    for gold in gold::load(file)? {
        let text: String = gold.text.iter().collect();
        scores.add(&gold, &gold::marked(&gold::answer(&gold.id, &text)));
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    print!("{name}: names {:.1}", scores.names.f1());
    scores.kinds.iter().for_each(|(kind, counts)| print!(" {kind} {:.1}", counts.f1()));
    if scores.clusters() > 0.0 {
        print!("; clusters {:.1}", scores.clusters());
    }
    if scores.content.gold > 0.0 {
        let (right, all) = scores.resolved;
        let (content, speaker) = (scores.content.f1(), scores.speaker.f1());
        print!("; quotes {content:.1} speaker {speaker:.1} by name {right} of {all}");
    }
    println!();
    Ok(())
}

/// Reads the pool's news as articles, and says how fast each part was.
fn speed(pool: &Path) -> Result<()> {
    use dateline::analyst::{figures, linking, names, quotations, text::Text};
    let records = data::records(&pool.join("gmb.jsonl.gz"))?;
    let articles: Vec<String> = records
        .chunks(30)
        .take(600)
        .map(|part| part.iter().map(|r| r.text.as_str()).collect::<Vec<_>>().join("\n\n"))
        .collect();
    let count: usize = articles.iter().map(|article| article.chars().count()).sum();
    names::read(&Text::read("Warm up."));
    let mut times = [0.0f64; 5];
    for article in &articles {
        let begun = std::time::Instant::now();
        let mut last = 0.0;
        let mut lap = |part: usize| {
            let now = begun.elapsed().as_secs_f64();
            times[part] += now - last;
            last = now;
        };
        let text = Text::read(article);
        lap(0);
        let (found, hits) = names::read_with_hits(&text, names::Known::bundled());
        lap(1);
        let clusters = linking::clusters(&text, &found);
        lap(2);
        quotations::read(&text, &found, &clusters, &hits);
        lap(3);
        figures::read(&text, &found, &[]);
        lap(4);
    }
    let parts = ["text", "names", "linking", "quotations", "figures"];
    for (part, time) in parts.iter().zip(times) {
        println!("{part:>10}: {:6.1} ns a character", time * 1e9 / count as f64);
    }
    let all: f64 = times.iter().sum();
    println!("{:>10}: {:.2} million characters a second", "all", count as f64 / all / 1e6);
    Ok(())
}

/// Says for each name of a text what spoke for it.
fn explain() -> Result<()> {
    let source = std::io::read_to_string(std::io::stdin())?;
    let text = dateline::analyst::text::Text::read(&source);
    let named = dateline::analyst::named(&text, &[]);
    for (name, reasons) in named.names.iter().zip(named.reasons(&text, Known::bundled())) {
        println!("{} {}", name.kind.code(), text.slice(name.tokens.clone()));
        for reason in reasons {
            println!("    {:5.2} {} ({})", reason.weight, reason.what, text.word(reason.token));
        }
    }
    Ok(())
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
        let learned = learn::fit(&others, settings, None, None);
        let model = Model::unpack(&learn::packed(&learned, settings.levels)).context("a model")?;
        for lesson in lessons.iter().filter(|l| l.whole && l.group % FOLDS == fold) {
            second.extend(learn::second_sequences(lesson, &model));
        }
        start = Some(learned.transitions);
    }
    let sequences: Vec<&crf::Sequence> = second.iter().collect();
    let few =
        learn::Settings { step: settings.step / 2.0, rounds: 4, levels: 31.0, ..settings.clone() };
    let learned = learn::fit(&sequences, &few, start.as_ref(), None);
    let bytes = learn::packed(&learned, few.levels);
    eprintln!("second look: {} bytes", bytes.len());
    std::fs::write(folder.join("second.bin"), bytes).context("second.bin")?;
    let sequences: Vec<&crf::Sequence> = all.iter().flatten().collect();
    let learned = learn::fit(&sequences, settings, None, None);
    // what is kept learns again, and takes over from what is dropped
    let kept: Vec<u32> = learned.weights.iter().map(|(feature, _)| *feature).collect();
    let learned = learn::fit(&sequences, settings, None, Some(&kept));
    let bytes = learn::packed(&learned, settings.levels);
    eprintln!("first look: {} bytes", bytes.len());
    std::fs::write(folder.join("weights.bin"), bytes).context("weights.bin")
}
