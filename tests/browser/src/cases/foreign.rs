//! What software made by others makes of our exports of the bundled article.

use browser_tests::{Engine, Page, Site, SiteOptions, skip};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

super::cases![
    timelinejs_draws_every_event,
    recogito_marks_the_same_words,
    icaljs_reads_every_dated_event,
    ajv_finds_the_article_as_the_schema_says,
];

/// The exports of the article that the site under test shows, in a folder of their own.
struct Exports {
    folder: PathBuf,
    article: Value,
}

impl Exports {
    fn of(page: &Page, name: &str) -> Self {
        let command =
            std::env::current_exe().expect("this program is a file").with_file_name("dateline");
        if !command.is_file() {
            skip("expected the dateline command beside this program; `cargo xtask dist` builds it");
        }
        page.load("");
        let json = page.eval_text("document.getElementById('article-data').textContent");
        let folder = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("article.json");
        fs::write(&file, &json).expect("a file");
        let mut export = Command::new(command);
        export.arg("export").arg(&file).args(["--to", "all", "--out"]).arg(&folder);
        let done = export.output().expect("the dateline command runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Self { folder, article: serde_json::from_str(&json).expect("JSON") }
    }

    /// The text of the one file whose name ends so.
    fn text(&self, ending: &str) -> String {
        let entries = fs::read_dir(&self.folder).expect("a folder").flatten();
        let file = entries.map(|entry| entry.path()).find(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending))
        });
        fs::read_to_string(file.expect("an export")).expect("text")
    }

    fn json(&self, ending: &str) -> Value {
        serde_json::from_str(&self.text(ending)).expect("JSON")
    }

    fn list(&self, name: &str) -> Vec<Value> {
        self.article[name].as_array().cloned().unwrap_or_default()
    }

    /// The blocks, joined by blank lines.
    fn plain_text(&self) -> String {
        let blocks = self.list("blocks");
        let texts: Vec<&str> = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
        texts.join("\n\n")
    }

    /// Shows a page beside files of the npm packages.
    fn show(&self, page: &Page, files: &[(&str, &str)], html: &str, look: impl FnOnce(&Page)) {
        for (from, to) in files {
            let from = package(page, from);
            copy(&from, &self.folder.join(to));
        }
        let html = format!("<!DOCTYPE html><meta charset=\"utf-8\">{html}");
        fs::write(self.folder.join("index.html"), html).expect("a page");
        let site = Site::serve(&self.folder, SiteOptions::default()).expect("a server");
        let other = page.on(&site);
        other.load("");
        look(&other);
    }
}

impl Drop for Exports {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A file or folder of the npm packages.
fn package(page: &Page, path: &str) -> PathBuf {
    let path = page.tools().join("node_modules").join(path);
    if !path.exists() {
        skip(
            "expected the packages of tests/browser/package.json; `cargo xtask test` fetches them",
        );
    }
    path
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("a copy");
        return;
    }
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

fn only_chromium(page: &Page) {
    if page.engine() != Engine::Chromium {
        skip("other people's software is tried in one browser");
    }
}

fn timelinejs_draws_every_event(page: &Page) {
    only_chromium(page);
    let exports = Exports::of(page, "timelinejs");
    let timeline = exports.json(".timeline.json");
    let told = timeline["events"].as_array().expect("events");
    let html = format!(
        "<link rel=\"stylesheet\" href=\"dist/css/timeline.css\">\
         <div id=\"timeline\" style=\"height:700px\"></div>\
         <script src=\"dist/js/timeline.js\"></script><script>\
         fetch('{}').then(answer => answer.json()).then(told => {{\
             const timeline = new TL.Timeline('timeline', told);\
             timeline.on('loaded', () => document.documentElement.dataset.ready = '');\
         }})</script>",
        "iraq-marching-orders.timeline.json"
    );
    let dist = [("@knight-lab/timelinejs/dist", "dist")];
    exports.show(page, &dist, &html, |page| {
        page.wait_for("html[data-ready]");
        page.wait_until("document.querySelectorAll('.tl-slide').length > 1");
        let drawn = page.run(
            "return [...document.querySelectorAll('.tl-slide:not(.tl-slide-titleslide)')].map(slide => [
                 slide.id, slide.querySelector('.tl-headline')?.textContent ?? '',
                 slide.querySelector('.tl-headline-date')?.textContent ?? '',
             ])",
            &[],
        );
        let marks = page.count(".tl-timemarker");
        let drawn = drawn.as_array().expect("slides");
        assert_eq!((drawn.len(), marks), (told.len(), told.len()));
        let events = exports.list("events");
        for event in &events {
            let slide = drawn.iter().find(|slide| slide[0] == event["id"]);
            let slide = slide.unwrap_or_else(|| panic!("{} is drawn", event["id"]));
            assert_eq!(slide[1], event["headline"]);
            let told = told.iter().find(|told| told["unique_id"] == event["id"]).expect("told");
            assert_eq!(slide[2], told["display_date"], "{}", event["id"]);
            let says_so = slide[2].as_str().is_some_and(|date| date.contains("no date in the article"));
            assert_eq!(says_so, event["when"].is_null(), "{}", event["id"]);
        }
    });
}

/// A part of this library asks for Node's `process`, which a page has not.
fn recogito_marks_the_same_words(page: &Page) {
    only_chromium(page);
    let exports = Exports::of(page, "recogito");
    let annotations = exports.json(".annotations.jsonld");
    let told = annotations["items"].as_array().expect("annotations");
    let text = exports.plain_text().replace('&', "&amp;").replace('<', "&lt;");
    let html = format!(
        "<link rel=\"stylesheet\" href=\"annotator.css\">\
         <div id=\"text\" style=\"white-space:pre-wrap\">{text}</div>\
         <script>process = {{ env: {{}} }}</script><script src=\"annotator.js\"></script>"
    );
    let files = [
        ("@recogito/text-annotator/dist/text-annotator.umd.js", "annotator.js"),
        ("@recogito/text-annotator/dist/text-annotator.css", "annotator.css"),
    ];
    exports.show(page, &files, &html, |page| {
        let marked = page.run(
            "const { createTextAnnotator, W3CTextFormat } = RecogitoJS;
             const text = document.getElementById('text');
             const annotator = createTextAnnotator(text, {
                 adapter: W3CTextFormat(arguments[1], text),
             });
             annotator.setAnnotations(arguments[0]);
             window.annotator = annotator;
             return Object.fromEntries(annotator.state.store.all().map(annotation => [
                 annotation.id, annotation.target.selector[0].range.toString(),
             ]))",
            &[annotations["items"].clone(), told[0]["target"]["source"].clone()],
        );
        let marked = marked.as_object().expect("annotations");
        assert_eq!(marked.len(), told.len());
        let plain: Vec<char> = exports.plain_text().chars().collect();
        for annotation in told {
            let id = annotation["id"].as_str().expect("an id");
            let [quote, position] = [0, 1].map(|n| &annotation["target"]["selector"][n]);
            let at = |name: &str| position[name].as_u64().expect("an offset") as usize;
            let ours: String = plain[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"], json!(ours));
            assert_eq!(marked[id], json!(ours), "{id}");
        }
        // What it writes again is the same passage, with the same bodies.
        let again = page.run("return window.annotator.getAnnotations()", &[]);
        let again = again.as_array().expect("annotations");
        for annotation in told {
            let same = again.iter().find(|again| again["id"] == annotation["id"]).expect("kept");
            let target = same["target"].get(0).unwrap_or(&same["target"]);
            assert_eq!(
                target["selector"][0]["exact"],
                annotation["target"]["selector"][0]["exact"]
            );
            assert_eq!(target["selector"][1], annotation["target"]["selector"][1]);
            let values = |annotation: &Value| -> Vec<Value> {
                let bodies = annotation["body"].as_array().into_iter().flatten();
                bodies.map(|body| body["value"].clone()).collect()
            };
            assert_eq!(values(same), values(annotation));
        }
    });
}

/// What `foreign/check.mjs` says of the exports.
fn checked(page: &Page, exports: &Exports) -> Value {
    package(page, "ajv");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node");
    node.arg(here.join("foreign/check.mjs")).arg(page.tools()).arg(&exports.folder);
    let done = node.arg(here.join("../../docs/article.schema.json")).output();
    let done = done.expect("node is on the path");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("JSON")
}

fn icaljs_reads_every_dated_event(page: &Page) {
    only_chromium(page);
    let exports = Exports::of(page, "icaljs");
    let read = checked(page, &exports);
    let read = read["events"].as_array().expect("events");
    let events = exports.list("events");
    let dated: Vec<&Value> = events.iter().filter(|event| !event["when"].is_null()).collect();
    assert_eq!(read.len(), dated.len());
    for event in dated {
        let id = event["id"].as_str().expect("an id");
        let begins = |read: &&Value| {
            read["uid"].as_str().is_some_and(|uid| uid.starts_with(&format!("{id}.")))
        };
        let read = read.iter().find(begins).unwrap_or_else(|| panic!("{id} is read"));
        assert_eq!(read["summary"], event["headline"]);
        let when = event["when"].as_str().expect("a date");
        if when.len() == 10 {
            assert_eq!((&read["start"], &read["day"]), (&json!(when), &json!(true)), "{id}");
            assert!(read["end"].as_str() > Some(when), "{id}");
        } else if when.len() == 4 {
            assert_eq!(read["start"], format!("{when}-01-01"));
            let next: u32 = when.parse().expect("a year");
            assert_eq!(read["end"], format!("{}-01-01", next + 1));
        }
        let tentative = event["certainty"] == "planned" || event["certainty"] == "possible";
        assert_eq!(read["status"] == "TENTATIVE", tentative, "{id}");
        let passage = event["passages"][0].as_array().expect("a passage");
        let at = |n: usize| passage[n].as_u64().expect("an offset") as usize;
        let words: String = exports.plain_text().chars().skip(at(0)).take(at(1) - at(0)).collect();
        assert!(read["description"].as_str().is_some_and(|text| text.contains(&words)), "{id}");
    }
}

fn ajv_finds_the_article_as_the_schema_says(page: &Page) {
    only_chromium(page);
    let exports = Exports::of(page, "ajv");
    let read = checked(page, &exports);
    assert_eq!(read["valid"], true, "{}", read["errors"]);
}
