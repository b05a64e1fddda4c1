//! What `dateline check` says about broken articles: `tests/broken/*.txt`.
//!
//! Each file holds the two files of an article and what is expected of them. Without an
//! `article.md` of its own it uses `tests/broken/article.md`. `BLESS=1` writes what is found into
//! the files, to be read before it is committed.
#![cfg(feature = "source")]

use dateline::publish::{self, SourceFile};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn section<'s>(spec: &'s str, name: &str) -> Option<&'s str> {
    let (_, rest) = spec.split_once(&format!("--- {name}\n"))?;
    Some(rest.find("--- ").map_or(rest, |end| &rest[..end]))
}

fn found(spec: &str, article: &str) -> String {
    let article = section(spec, "article.md").unwrap_or(article);
    let article = SourceFile::from_text("article.md", article);
    let annotations = section(spec, "annotations.toml").unwrap_or_default();
    let annotations = SourceFile::from_text("annotations.toml", annotations);
    let (_, problems) = publish::read(&article, Some(&annotations), "harbour");
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn every_mistake_is_reported_in_its_line() {
    let article = std::fs::read_to_string(folder().join("article.md")).expect("the shared article");
    let files =
        std::fs::read_dir(folder()).expect("specs").map(|entry| entry.expect("an entry").path());
    let mut specs: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    specs.sort();
    assert!(specs.len() >= 14, "specs are missing");
    let mut wrong = Vec::new();
    for path in specs {
        let spec = std::fs::read_to_string(&path).expect("a spec");
        let found = found(&spec, &article);
        let expected = section(&spec, "expected").expect("a section `expected`");
        if std::env::var_os("BLESS").is_some() {
            let head = &spec[..spec.len() - expected.len()];
            std::fs::write(&path, format!("{head}{found}")).expect("written");
        } else if found != expected {
            wrong.push(format!("{}\nexpected:\n{expected}\nfound:\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An empty folder of its own for a test's files.
fn temporary(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Left over from an earlier run, or not there.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn check(folders: &[&Path]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.arg("check").args(folders).output().expect("the command runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn unreadable_folders_and_files_are_named() {
    let folder = temporary("unreadable");
    let (missing, binary) = (folder.join("missing"), folder.join("binary"));
    std::fs::create_dir_all(&binary).expect("a folder");
    std::fs::write(binary.join("article.md"), b"+++\nlanguage = \"en\"\n+++\n# A\n\n\xff\xfe\n")
        .expect("written");
    let (code, messages) = check(&[&missing, &binary]);
    let lines: Vec<&str> = messages.lines().collect();
    assert_eq!(code, Some(1));
    assert_eq!(lines.len(), 2, "{messages}");
    assert!(lines[0].contains("missing/article.md: expected a file, found: "), "{messages}");
    assert!(lines[1].contains("binary/article.md:6: expected UTF-8 text"), "{messages}");
}

#[test]
fn a_text_without_annotations_says_which_file_is_missing() {
    let folder = temporary("unannotated");
    std::fs::copy(self::folder().join("article.md"), folder.join("article.md")).expect("copied");
    let (code, messages) = check(&[&folder]);
    assert_eq!(code, Some(1));
    assert!(messages.contains("annotations.toml: expected a file, found: "), "{messages}");
    std::fs::write(folder.join("annotations.toml"), "").expect("written");
    assert_eq!(check(&[&folder]), (Some(0), String::new()));
}

#[test]
fn the_command_explains_itself() {
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).output().expect("the command runs")
    };
    for wrong in
        [&["chekc", "a"][..], &["check"], &["build", "a"], &["to-json", "a", "b"], &["--no"]]
    {
        let output = run(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("dateline: "), "{wrong:?}");
    }
    assert!(String::from_utf8_lossy(&run(&["--help"]).stdout).contains("dateline check FOLDER"));
}

#[test]
fn the_examples_for_publishers_are_sound() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/article-source.md");
    let page = std::fs::read_to_string(page).expect("the page for publishers");
    let examples = |language: &str| -> Vec<&str> {
        let fence = format!("```{language}\n");
        let after = page.split(&fence).skip(1);
        after.filter_map(|text| text.split("```").next()).collect()
    };
    let article = SourceFile::from_text("article.md", examples("markdown").concat());
    let annotations = SourceFile::from_text("annotations.toml", examples("toml").concat());
    let (article, problems) = publish::read(&article, Some(&annotations), "harbour");
    assert_eq!(problems, []);
    let counts =
        (article.entities.len(), article.quotes.len(), article.figures.len(), article.notes.len());
    assert_eq!(counts, (1, 1, 1, 1));
}

/// What another program wrote may be anything.
#[test]
fn articles_as_json_stay_in_their_folder_and_apart() {
    let folder = temporary("json");
    let article = |name: &str, slug: &str, events: &str| {
        let file = folder.join(name);
        let json = format!(
            r#"{{"meta":{{"slug":"{slug}","title":"T","language":"en"}},"events":[{events}],
            "blocks":[{{"kind":"paragraph","part":"body","text":"They met."}}]}}"#
        );
        std::fs::write(&file, json).expect("written");
        file
    };
    let build = |files: &[&Path]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
        let output = command.arg("build").args(files).arg("--out").arg(folder.join("out/site"));
        let output = output.output().expect("the command runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let event = |passages: &str| {
        format!(
            r#"{{"id":"e","kind":"","headline":"H","summary":"","passages":{passages},"certainty":"reported"}}"#
        )
    };
    let (one, two) = (event("[[0,9]]"), event("[[0,900]]"));
    let fine = article("fine.json", "fine", &one);
    let away = article("away.json", "../away", &two);
    let again = article("again.json", "fine", &one);
    let twice = article("twice.json", "twice", &format!("{one},{one}"));
    let (code, messages) = check(&[&away, &twice]);
    assert_eq!(code, Some(1));
    assert!(messages.contains("away.json: warning: expected marks inside the text"), "{messages}");
    assert!(messages.contains("twice.json: expected each id once, found `e`"), "{messages}");
    if cfg!(feature = "publish") {
        assert_eq!(build(&[&fine, &away]).0, Some(0));
        assert!(folder.join("out/site/fine/index.html").is_file());
        assert!(!folder.join("out/away").exists(), "written outside");
        let (code, messages) = build(&[&fine, &again]);
        assert_eq!(code, Some(1));
        assert!(messages.contains("expected a `slug` of its own for each article"), "{messages}");
    }
}

#[test]
fn the_folder_one_is_in_has_a_name() {
    let folder = temporary("here");
    std::fs::copy(self::folder().join("article.md"), folder.join("article.md")).expect("copied");
    std::fs::write(folder.join("annotations.toml"), "").expect("written");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.args(["check", "."]).current_dir(&folder).output().expect("it runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
