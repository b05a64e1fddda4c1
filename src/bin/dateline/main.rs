//! The publisher's command.

mod arguments;

use arguments::Command;
use dateline::export::{Form, export};
use dateline::intake::Extent;
use dateline::publish::annotate::{self, Format};
use dateline::publish::export as forms;
use dateline::publish::{self, Loaded, import};
#[cfg(feature = "publish")]
use dateline::publish::{Assets, build};
use dateline::time::Civil;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
Makes pages to explore from articles.

  dateline check FOLDER…            report what is wrong with article folders
  dateline build FOLDER… --out DIR  make their pages; also from an article's JSON
      --assets FILE                 list of the script, program and style they load
  dateline to-json FOLDER           print an article with its annotations as JSON
  dateline export FOLDER --to FORM  print it in another form; also from an article's JSON:
                                    json, folder (a ZIP file), markdown, csv, timelinejs,
                                    icalendar, web-annotation, or all
      --out FILE                    write it there; for all, a folder
  dateline annotate FILE            find dates, names, quotations and figures in a plain text
                                    (- is standard input)
      --date D                      it was written on this day, such as 2020-01-08
      --to FORM                     json (default), timex3, web-annotation; article, which
                                    can be built; markdown and toml, the two files of a folder
      --explain                     say for each why; without --to as a list
  dateline import FILE              make an article folder of a web page, a text, Markdown, a
                                    timeline or an article’s JSON, with a draft of annotations
      --to FORM                     source (default), markdown or json; these two are printed
      --out DIR                     where the folder goes; default is here, by the title
      --all                         keep menus and notices of the page around it
  dateline annotate --batch [FILE]  the same for JSON Lines of {\"id\", \"text\", \"dct\"}

A folder holds article.md and annotations.toml; docs/article-source.md describes them.
";

fn main() -> ExitCode {
    let done = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => print(HELP),
        Ok(Command::Check(folders)) => check(&folders),
        Ok(Command::Build { folders, out, assets }) => {
            build_pages(&folders, &out, assets.as_deref())
        }
        Ok(Command::ToJson(folder)) => to_json(&folder),
        Ok(Command::Export { folder, forms, out }) => export_forms(&folder, &forms, out),
        Ok(Command::Annotate { file, day, format, explain }) => {
            annotate_file(&file, day, format, explain)
        }
        Ok(Command::Batch(file)) => annotate_batch(file.as_deref()),
        Ok(Command::Import { file, extent, form, out }) => {
            import_file(&file, extent, form, out.as_deref())
        }
        Err(message) => {
            eprintln!("dateline: {message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints what is found in a text.
fn annotate_file(file: &Path, day: Option<Civil>, format: Format, explain: bool) -> bool {
    let read = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let text = match read.map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(error)) => {
            let good = error.utf8_error().valid_up_to();
            let shown = file.display();
            eprintln!("{shown}: expected UTF-8, found another byte after {good} good ones");
            return false;
        }
        Err(error) => {
            eprintln!("{}: expected a file to read, found: {error}", file.display());
            return false;
        }
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy().replace(' ', "%20");
    print(&annotate::annotate(&text, &name, day, format, explain))
}

/// Makes an article of any file, and prints it or writes its folder.
fn import_file(file: &Path, extent: Extent, form: import::Form, out: Option<&Path>) -> bool {
    match import::import(file, extent, form, out) {
        Ok(done) => {
            for remark in &done.remarks {
                eprintln!("{}: {remark}", file.display());
            }
            print(&done.printed)
        }
        Err(problem) => {
            eprintln!("{problem}");
            false
        }
    }
}

/// Annotates JSON Lines from a file or standard input.
fn annotate_batch(file: Option<&Path>) -> bool {
    let mut report = |line: u64, problem: &str| eprintln!("line {line}: {problem}");
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let mut output = BufWriter::new(std::io::stdout().lock());
    let mut input: Box<dyn BufRead + Send> = match file.filter(|file| *file != Path::new("-")) {
        None => Box::new(BufReader::new(std::io::stdin())),
        Some(file) => match std::fs::File::open(file) {
            Ok(opened) => Box::new(BufReader::new(opened)),
            Err(error) => {
                eprintln!("{}: expected a file to read, found: {error}", file.display());
                return false;
            }
        },
    };
    match annotate::batch(&mut *input, &mut output, &mut report, cores) {
        Ok(outcome) => outcome.failed == 0,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => false,
        Err(error) => {
            eprintln!("dateline: the batch stopped: {error}");
            false
        }
    }
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

#[cfg(not(feature = "publish"))]
fn build_pages(_: &[PathBuf], _: &Path, _: Option<&Path>) -> bool {
    eprintln!("dateline: this program was built without pages; build it with `--features publish`");
    false
}

#[cfg(feature = "publish")]
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

/// Writes or prints an article in other forms.
fn export_forms(folder: &Path, forms: &[Form], out: Option<PathBuf>) -> bool {
    let loaded = load(folder);
    let Some(article) = loaded.sound() else { return false };
    let Some(out) = out else {
        return forms
            .iter()
            .all(|form| std::io::stdout().write_all(&export(article, *form)).is_ok());
    };
    for form in forms {
        let file = if forms.len() > 1 { out.join(form.file_name(article)) } else { out.clone() };
        if let Err(problem) = forms::write(article, *form, &file) {
            eprintln!("{problem}");
            return false;
        }
    }
    true
}

fn load(folder: &Path) -> Loaded {
    let loaded = publish::load(folder);
    for problem in &loaded.problems {
        eprintln!("{problem}");
    }
    loaded
}

/// Prints; false when nobody reads any more (a closed pipe).
fn print(text: &str) -> bool {
    std::io::stdout().write_all(text.as_bytes()).is_ok()
}
