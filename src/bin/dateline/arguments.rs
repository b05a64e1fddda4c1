//! The command line.

use dateline::analyst::dates;
use dateline::export::Form;
use dateline::intake::Extent;
use dateline::publish::annotate::Format;
use dateline::publish::export as forms;
use dateline::publish::import;
use dateline::time::Civil;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the user asked for.
#[derive(Debug, PartialEq)]
pub enum Command {
    Help,
    Check(Vec<PathBuf>),
    Build { folders: Vec<PathBuf>, out: PathBuf, assets: Option<PathBuf> },
    ToJson(PathBuf),
    Export { folder: PathBuf, forms: Vec<Form>, out: Option<PathBuf> },
    Annotate { file: PathBuf, day: Option<Civil>, format: Format, explain: bool },
    Batch(Option<PathBuf>),
    Import { file: PathBuf, extent: Extent, form: import::Form, out: Option<PathBuf> },
}

/// Reads the command line.
///
/// # Errors
/// Says what was expected.
pub fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    use lexopt::prelude::*;
    let mut words: Vec<OsString> = Vec::new();
    let mut out = None;
    let mut assets = None;
    let mut extent = Extent::Article;
    let (mut day, mut to, mut explain, mut batch) = (None, None, false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('o') | Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Long("assets") => assets = Some(PathBuf::from(arguments.value()?)),
            Long("date") => day = Some(parse_date(&arguments.value()?)?),
            Long("to") => to = Some(arguments.value()?.string()?),
            Long("explain") => explain = true,
            Long("batch") => batch = true,
            Long("all") => extent = Extent::All,
            Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next().unwrap_or_else(|| "help".into());
    let mut folders: Vec<PathBuf> = words.map(PathBuf::from).collect();
    if name.to_str() == Some("import") && day.is_none() && !explain && !batch {
        let form = to.as_deref().map_or(Ok(import::Form::Source), parse_import_form)?;
        return match (folders.pop(), folders.is_empty()) {
            (Some(file), true) => Ok(Command::Import { file, extent, form, out }),
            _ => Err("expected one file to import".into()),
        };
    }
    if name.to_str() == Some("annotate") {
        let file = (folders.len() < 2).then(|| folders.pop());
        return match (file, batch) {
            (Some(file), true) => Ok(Command::Batch(file)),
            (Some(Some(file)), false) => {
                let default = if explain { Format::List } else { Format::Json };
                let format = to.as_deref().map(parse_format).transpose()?.unwrap_or(default);
                Ok(Command::Annotate { file, day, format, explain })
            }
            _ => Err("expected one file with a text, or `--batch`".into()),
        };
    }
    if day.is_some() || explain || batch {
        return Err("`--date`, `--explain` and `--batch` belong to `annotate`".into());
    }
    if name.to_str() == Some("export") {
        return match (folders.pop(), folders.pop(), to) {
            (Some(folder), None, Some(to)) => parse_export(folder, &to, out),
            _ => Err("expected the folder or JSON of one article and `--to FORM`".into()),
        };
    }
    if to.is_some() {
        return Err("`--to` belongs to `annotate`, `import` and `export`".into());
    }
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
            return Err(format!(
                "expected check, build, to-json, import, export or annotate, found “{found}”"
            )
            .into());
        }
    };
    Ok(command)
}

fn parse_date(word: &std::ffi::OsStr) -> Result<Civil, lexopt::Error> {
    let text = word.to_string_lossy();
    dates::parse_day(&text).filter(|_| text.len() == 10).ok_or_else(|| {
        format!("expected `--date` with a day such as 2020-01-08, found “{text}”").into()
    })
}

/// All forms need a folder to stand in, and a ZIP file is nothing for a terminal.
fn parse_export(folder: PathBuf, to: &str, out: Option<PathBuf>) -> Result<Command, lexopt::Error> {
    let forms = forms::forms(to)?;
    let needs_out = forms.len() > 1 || forms.contains(&Form::Folder);
    if needs_out && out.is_none() {
        return Err(format!("expected `--out` with `--to {to}`, found none").into());
    }
    Ok(Command::Export { folder, forms, out })
}

fn parse_import_form(text: &str) -> Result<import::Form, lexopt::Error> {
    import::Form::named(text).ok_or_else(|| {
        format!("expected `--to` with source, markdown or json, found “{text}”").into()
    })
}

fn parse_format(text: &str) -> Result<Format, lexopt::Error> {
    Format::named(text).ok_or_else(|| {
        format!("expected `--to` with json, timex3, web-annotation, article, markdown or toml, found “{text}”").into()
    })
}
