//! Pages of other articles, built with the command beside this program.

use browser_tests::{Page, skip};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The article of the site under test, as its page carries it.
pub fn article(page: &Page) -> Value {
    page.load("");
    let json = page.eval_text("document.getElementById('article-data').textContent");
    serde_json::from_str(&json).expect("the page carries its article as JSON")
}

/// Builds the page of an article beside the site under test, with the same program.
pub fn build(page: &Page, article: &Value, name: &str) -> PathBuf {
    let command =
        std::env::current_exe().expect("this program is a file").with_file_name("dateline");
    if !command.is_file() {
        skip("expected the dateline command beside this program; `cargo xtask dist` builds it");
    }
    let folder = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
    copy(page.site.folder(), &folder);
    let index = std::fs::read_to_string(folder.join("index.html")).expect("a page");
    let _ = std::fs::remove_file(folder.join("index.html.br"));
    let _ = std::fs::remove_file(folder.join("index.html.gz"));
    let json = folder.join("article.json");
    std::fs::write(&json, article.to_string()).expect("a file");
    let file = |ending: &str, start: &str| {
        let at = index.find(start).unwrap_or_else(|| panic!("the page loads {start}"));
        let rest = &index[at..];
        let end = rest.find(ending).expect("its ending") + ending.len();
        rest[..end].to_owned()
    };
    let assets = json!({
        "boot": file(".js", "assets/boot-"), "js": file(".js", "assets/reader-"),
        "wasm": file(".wasm", "assets/reader-"), "css": file(".css", "assets/style-"),
    });
    let list = folder.join("assets.json");
    std::fs::write(&list, assets.to_string()).expect("a file");
    let done = Command::new(command)
        .arg("build")
        .arg(&json)
        .arg("--out")
        .arg(&folder)
        .arg("--assets")
        .arg(&list)
        .output()
        .expect("the dateline command runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
