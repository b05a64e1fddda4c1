//! The publisher's command.

use dateline::publish::{self, Assets, Loaded, build};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
Makes pages to explore from articles.

  dateline check FOLDER…            report what is wrong with article folders
  dateline build FOLDER… --out DIR  make their pages; also from an article's JSON
      --assets FILE                 list of the script, program and style they load
  dateline to-json FOLDER           print an article with its annotations as JSON

A folder holds article.md and annotations.toml; docs/article-source.md describes them.
";

/// What the user asked for.
#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Check(Vec<PathBuf>),
    Build { folders: Vec<PathBuf>, out: PathBuf, assets: Option<PathBuf> },
    ToJson(PathBuf),
}

fn main() -> ExitCode {
    let done = match parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => print(HELP),
        Ok(Command::Check(folders)) => check(&folders),
        Ok(Command::Build { folders, out, assets }) => {
            build_pages(&folders, &out, assets.as_deref())
        }
        Ok(Command::ToJson(folder)) => to_json(&folder),
        Err(message) => {
            eprintln!("dateline: {message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    use lexopt::prelude::*;
    let mut words: Vec<OsString> = Vec::new();
    let mut out = None;
    let mut assets = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('o') | Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Long("assets") => assets = Some(PathBuf::from(arguments.value()?)),
            Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next().unwrap_or_else(|| "help".into());
    let mut folders: Vec<PathBuf> = words.map(PathBuf::from).collect();
    let command = match (name.to_str(), folders.len(), out) {
        (Some("help"), _, _) => Command::Help,
        (Some("check"), 1.., None) => Command::Check(folders),
        (Some("build"), 1.., Some(out)) => Command::Build { folders, out, assets },
        (Some("build"), 1.., None) => return Err("expected `--out DIR`, found none".into()),
        (Some("to-json"), 1, None) => Command::ToJson(folders.remove(0)),
        (Some("check" | "build" | "to-json"), 0, _) => {
            return Err("expected the folder of an article, found none".into());
        }
        (Some("check" | "to-json"), _, _) => {
            return Err("expected no `--out`, and one folder for `to-json`".into());
        }
        _ => {
            let found = name.to_string_lossy();
            return Err(format!("expected check, build or to-json, found “{found}”").into());
        }
    };
    Ok(command)
}

/// Reports the problems of each folder; whether there are none but warnings.
fn check(folders: &[PathBuf]) -> bool {
    let mut fine = true;
    for folder in folders {
        let loaded = load(folder);
        match loaded.sound() {
            Some(article) => {
                fine &= print(&format!("{}: {}\n", folder.display(), publish::summary(article)))
            }
            None => fine = false,
        }
    }
    fine
}

fn build_pages(folders: &[PathBuf], out: &Path, assets: Option<&Path>) -> bool {
    let loaded: Vec<Loaded> = folders.iter().map(|folder| load(folder)).collect();
    let articles: Option<Vec<_>> = loaded.iter().map(Loaded::sound).collect();
    let Some(articles) = articles else { return false };
    let assets = assets.map_or_else(|| Ok(Assets::default()), build::read_assets);
    match assets.and_then(|assets| build::build(&articles, &assets, out)) {
        Ok(()) => true,
        Err(problem) => {
            eprintln!("{problem}");
            false
        }
    }
}

fn to_json(folder: &Path) -> bool {
    let loaded = load(folder);
    let Some(article) = loaded.sound() else { return false };
    match serde_json::to_string(article) {
        Ok(json) => print(&(json + "\n")),
        Err(error) => {
            eprintln!(
                "{}: expected an article that JSON can hold, found: {error}",
                folder.display()
            );
            false
        }
    }
}

fn load(folder: &Path) -> Loaded {
    let loaded = if folder.extension().is_some_and(|extension| extension == "json") {
        match build::read_json(folder) {
            Ok(article) => Loaded { article: Some(article), problems: Vec::new() },
            Err(problem) => Loaded { article: None, problems: vec![problem] },
        }
    } else {
        publish::load(folder)
    };
    for problem in &loaded.problems {
        eprintln!("{problem}");
    }
    loaded
}

/// Prints; false when nobody reads any more (a closed pipe).
fn print(text: &str) -> bool {
    std::io::stdout().write_all(text.as_bytes()).is_ok()
}
