//! The pages to compare with: the same article as plain HTML, and with TimelineJS3.

use crate::{cargo, compress, paths, system};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The article that is measured.
const ARTICLE: &str = "articles/iraq-marching-orders";

/// What a plain page looks like.
const STYLE: &str = "body{max-width:38rem;margin:2rem auto;padding:0 1rem;\
                     font:1.125rem/1.6 Georgia,serif}h1{line-height:1.2}";

/// The bundled article as JSON.
pub fn article() -> Result<Value> {
    let dateline = cargo::build_native("dateline", "publish")?;
    let folder = paths::root().join(ARTICLE);
    let output = Command::new(dateline).arg("to-json").arg(folder).output()?;
    if !output.status.success() {
        bail!("`dateline to-json`: {}", String::from_utf8_lossy(&output.stderr));
    }
    serde_json::from_slice(&output.stdout).context("`dateline to-json` gave no JSON")
}

/// Writes the article as a page of text, and tells its folder.
pub fn plain(article: &Value, folder: &Path) -> Result<PathBuf> {
    start(folder)?;
    let body = text(article);
    let head = "<link rel=\"stylesheet\" href=\"style.css\">";
    fs::write(folder.join("style.css"), STYLE)?;
    fs::write(folder.join("index.html"), page(article, head, &body))?;
    compress::compress(folder)?;
    Ok(folder.to_owned())
}

/// Writes the article above a TimelineJS3 timeline of its events, and tells the folder.
pub fn timelinejs(article: &Value, folder: &Path) -> Result<PathBuf> {
    let packages = paths::target().join("bench-packages");
    system::npm_ci(&paths::root().join("xtask/bench"), &packages)?;
    let library = packages.join("node_modules/@knight-lab/timelinejs/dist");
    start(folder)?;
    copy(&library.join("css"), &folder.join("css"))?;
    copy(&library.join("js"), &folder.join("js"))?;
    fs::write(folder.join("style.css"), STYLE)?;
    let head = "<link rel=\"stylesheet\" href=\"style.css\">\
                <link rel=\"stylesheet\" href=\"css/timeline.css\">";
    let events = json!({ "events": slides(article) });
    let body = format!(
        "{}<div id=\"timeline\" style=\"height:600px\"></div>\
         <script src=\"js/timeline.js\"></script><script>\
         const timeline = new TL.Timeline('timeline', {});\
         timeline.on('loaded', () => document.documentElement.dataset.ready = '');\
         </script>",
        text(article),
        // A script ends at the first `</`.
        events.to_string().replace("</", "<\\/"),
    );
    fs::write(folder.join("index.html"), page(article, head, &body))?;
    compress::compress(folder)?;
    Ok(folder.to_owned())
}

/// The events as TimelineJS wants them; those without a date stand at the reading date.
fn slides(article: &Value) -> Vec<Value> {
    let reading_date = article["meta"]["reading_date"].as_str().unwrap_or("2020-01-01");
    let events = article["events"].as_array().cloned().unwrap_or_default();
    events
        .iter()
        .map(|event| {
            let when = event["when"].as_str().or(event["within"].as_str());
            json!({
                "start_date": date(when.unwrap_or(reading_date)).or(date(reading_date)),
                "text": { "headline": event["headline"], "text": event["summary"] },
            })
        })
        .collect()
}

/// The first year, month and day in an EDTF text.
fn date(edtf: &str) -> Option<Value> {
    let digits = |character: char| !character.is_ascii_digit();
    let begin = edtf.split('/').find(|side| side.contains(|c: char| c.is_ascii_digit()))?;
    let begin = begin.split('T').next().unwrap_or(begin);
    let mut parts = begin.split(digits).filter(|part| !part.is_empty());
    let mut value = json!({ "year": parts.next()? });
    for name in ["month", "day"] {
        if let Some(part) = parts.next() {
            value[name] = part.into();
        }
    }
    Some(value)
}

fn page(article: &Value, head: &str, body: &str) -> String {
    let title = escape(article["meta"]["title"].as_str().unwrap_or_default());
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><link rel=\"icon\" href=\"data:,\">{head}</head>\
         <body>{body}</body></html>"
    )
}

/// The blocks of the article, one element each.
fn text(article: &Value) -> String {
    let blocks = article["blocks"].as_array().cloned().unwrap_or_default();
    let element = |block: &Value| {
        let name = match block["kind"].as_str() {
            Some("title") => "h1",
            Some("heading") => "h2",
            Some("quotation") => "blockquote",
            _ => "p",
        };
        format!("<{name}>{}</{name}>\n", escape(block["text"].as_str().unwrap_or_default()))
    };
    blocks.iter().map(element).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn start(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in compress::files(from)? {
        if file.extension().is_some_and(|extension| extension == "map") {
            continue;
        }
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().context("a file is in a folder")?)?;
        fs::copy(file, target)?;
    }
    Ok(())
}
