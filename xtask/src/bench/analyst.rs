//! The analyst: how large its program is, and how fast it reads, natively and in the browser.

use super::report::{Report, Row, median};
use crate::cargo::Profile;
use crate::{assets, cargo, compress, paths};
use anyhow::{Context, Result};
use browser_tests::{Browser, Site, SiteOptions};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Reads a text again and again in the page; the first time counts apart.
const PAGE: &str = r#"<!DOCTYPE html><meta charset="utf-8"><title>analyst</title>
<script type="module">
import init, { know, read } from "./analyst.js";
await init({ module_or_path: "./analyst.wasm" });
know(new Uint8Array(await (await fetch("./names.bin")).arrayBuffer()));
window.time = (text, times) => {
  const took = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    read(text, "2020-01-10", "");
    took.push(performance.now() - start);
  }
  return took;
};
</script>"#;

/// The article's text is repeated until it is about so many characters long.
const LONG: usize = 1_000_000;

pub fn run(report: &mut Report, browser: &Browser, article: &Value, rounds: usize) -> Result<()> {
    let folder = paths::target().join("bench/analyst");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let program = assets::bind(&cargo::build_wasm("analyst", Profile::Analyst)?)?;
    fs::write(folder.join("analyst.js"), program.js)?;
    fs::write(folder.join("analyst.wasm"), program.wasm)?;
    fs::write(folder.join("names.bin"), assets::names()?)?;
    fs::write(folder.join("index.html"), PAGE)?;
    compress::compress(&folder)?;
    let size = |name: &str| fs::metadata(folder.join(name)).map(|data| data.len() as f64);
    let code = size("analyst.wasm.br")?;
    report.value("analyst for plain text, brotli", "bytes", code, 250_000.0, 190_000.0);
    let bytes = code + size("names.bin.br")?;
    report.value("analyst with names, brotli", "bytes", bytes, 1_000_000.0, 700_000.0);

    let blocks = article["blocks"].as_array().cloned().unwrap_or_default();
    let words: Vec<&str> = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
    let short = words.join("\n\n");
    let short: String = short.chars().take(6000).collect();
    let long = vec![short.as_str(); LONG / 6000].join("\n\n");

    let site = Site::serve(&folder, SiteOptions::default())?;
    let page = browser.page(&site)?;
    page.load("");
    page.wait_until("typeof window.time === 'function'");
    let time = |text: &str, times: usize| -> Vec<f64> {
        let took =
            page.run("return time(arguments[0], arguments[1])", &[json!(text), json!(times)]);
        took.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    let first = time(&short, rounds.max(3));
    // Of the first the browser still compiles parts: a goal of our own.
    report.value("first article of 6,000 characters", "ms", first[0], 40.0, 20.0);
    report.value("an article of 6,000 characters", "ms", median(first[1..].to_vec()), 20.0, 10.0);
    let slow = median(time(&long, 3));

    let quick = native(&folder, &long)?;
    let longer = native(&folder, &[long.as_str(); 10].join("\n\n"))?;
    let speed = |milliseconds: f64| long.chars().count() as f64 / milliseconds / 1000.0;
    println!(
        "read: {:.2} million characters a second natively, with the start of the command; \
              {:.2} in the browser",
        speed(quick),
        speed(slow)
    );
    report.row(&Row {
        name: "reading a million characters, browser to native",
        unit: "ms",
        ours: slow,
        other: Some(quick),
        counts: slow / quick,
        must: 3.0,
        aim: 2.0,
    });
    report.row(&Row {
        name: "reading ten million characters, to one million",
        unit: "ms",
        ours: longer,
        other: Some(quick),
        counts: longer / quick,
        must: 12.0,
        aim: 10.0,
    });
    Ok(())
}

/// Milliseconds that the command takes for one text.
fn native(folder: &Path, text: &str) -> Result<f64> {
    let program = cargo::build_release("dateline", "source")?;
    let file = folder.join("long.jsonl");
    fs::write(&file, json!({ "id": 1, "text": text, "dct": "2020-01-10" }).to_string())?;
    let mut took = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        let output = Command::new(&program).args(["annotate", "--batch"]).arg(&file).output();
        output.context("dateline annotate")?;
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(median(took))
}
