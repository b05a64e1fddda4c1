//! Runs a WASM test program in a browser: what Cargo calls as the target's runner.
//!
//! `wasm-bindgen`'s own runner would do, but costs a hundred more dependencies to compile;
//! what it does beyond this is choosing between nine kinds of surroundings.

use crate::paths;
use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Engine, Site, SiteOptions};
use pico_args::Arguments;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use wasm_bindgen_cli_support::Bindgen;

/// Longer than all of the tests take together.
const LIMIT: Duration = Duration::from_secs(300);

/// The test context writes into `#output`; errors outside of it are added by hand.
const PAGE: &str = r#"<!DOCTYPE html>
<meta charset="utf-8"><title>WASM tests</title>
<pre id="output"></pre><pre id="console_output"></pre>
<script type="module">
window.__wbg_test_invoke = call => call();
const output = document.getElementById("output");
try {
  const program = await import("./tests.js");
  const exports = await program.default({ module_or_path: "tests.wasm" });
  for (const kind of ["debug", "log", "info", "warn", "error"]) {
    const say = console[kind], note = program[`__wbgtest_console_${kind}`];
    console[kind] = (...words) => { note(words); say.apply(console, words); };
  }
  const context = new program.WasmBindgenTestContext(false);
  context.filtered_count(FILTERED);
  window.passed = await context.run(TESTS.map(name => exports[name]));
} catch (reason) {
  output.textContent += `\n${reason}\n${reason.stack}`;
  window.passed = false;
}
</script>
"#;

/// `xtask wasm-tests FILE [FILTER...]`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    // Cargo hands on the flags of its own harness.
    let _ = arguments.contains("--quiet");
    let file: PathBuf = arguments.free_from_str()?;
    let filters: Vec<String> =
        arguments.finish().into_iter().map(|text| text.to_string_lossy().into()).collect();
    let folder = file.with_extension("tests");
    let tests = prepare(&file, &folder, &filters)?;
    if tests == 0 {
        println!("running 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored");
        return Ok(());
    }

    let site = Site::serve(folder, SiteOptions::default())?;
    let browser = Browser::start(Engine::Chromium, &paths::tools())?;
    let page = browser.page(&site)?;
    page.load("");
    let ended = page.becomes("typeof window.passed === 'boolean'", LIMIT);
    println!("{}", page.eval_text("document.getElementById('output').textContent").trim());
    if !ended {
        bail!("the tests did not end in {} s", LIMIT.as_secs());
    }
    if page.eval("window.passed") != true {
        bail!("a WASM test failed");
    }
    Ok(())
}

/// Writes the program, its script and a page into a folder, and counts the tests chosen.
fn prepare(file: &Path, folder: &Path, filters: &[String]) -> Result<usize> {
    let mut output = Bindgen::new()
        .input_path(file)
        .web(true)?
        .typescript(false)
        .debug(true)
        .keep_lld_exports(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen on {}", file.display()))?;
    // Exported as `__wbgt_MODIFIERS_crate::path::name`.
    let all: Vec<String> = output
        .wasm()
        .exports
        .iter()
        .filter(|export| export.name.starts_with("__wbgt_"))
        .map(|export| export.name.clone())
        .collect();
    let chosen: Vec<&String> = all
        .iter()
        .filter(|name| filters.is_empty() || filters.iter().any(|filter| name.contains(filter)))
        .collect();
    let page = PAGE
        .replace("FILTERED", &(all.len() - chosen.len()).to_string())
        .replace("TESTS", &serde_json::to_string(&chosen)?);
    fs::create_dir_all(folder)?;
    fs::write(folder.join("tests.js"), output.js())?;
    fs::write(folder.join("tests.wasm"), output.wasm_mut().emit_wasm())?;
    fs::write(folder.join("index.html"), page)?;
    Ok(chosen.len())
}
