//! Runs the browser tests: `browser-tests [--engine NAME] [--shots DIR] [FILTER...]`.
//!
//! Not Cargo's own harness, because all tests share one browser and take turns in it.

mod cases;

use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Engine, Page, Site, Skipped};
use pico_args::Arguments;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Everything is tested under a path, so that nothing depends on being at the root.
const MOUNT: &str = "some/where";

/// What a test run is asked to do.
struct Options {
    engine: Engine,
    site: PathBuf,
    tools: PathBuf,
    shots: Option<PathBuf>,
    filters: Vec<String>,
}

/// How a test ended.
enum Outcome {
    Passed,
    Skipped(String),
    Failed(String),
}

thread_local! {
    /// What the last panic said and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("browser-tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Options> {
    let mut arguments = Arguments::from_env();
    let engine: Option<Engine> = arguments
        .opt_value_from_fn("--engine", |text| text.parse())
        .context("which browser to test in")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let options = Options {
        engine: engine.unwrap_or(Engine::Chromium),
        site: arguments.opt_value_from_str("--site")?.unwrap_or_else(|| root.join("dist")),
        tools: arguments.opt_value_from_str("--tools")?.unwrap_or(root.join("target/tools")),
        shots: arguments.opt_value_from_str("--shots")?,
        filters: arguments.finish().into_iter().map(|text| text.to_string_lossy().into()).collect(),
    };
    if !options.site.join("index.html").is_file() {
        bail!("expected a site in {}; `cargo xtask dist` builds it", options.site.display());
    }
    Ok(options)
}

/// Runs the tests and counts the failures.
fn run(options: &Options) -> Result<usize> {
    panic::set_hook(Box::new(|panic| {
        PANIC.with(|said| said.replace(panic.to_string()));
    }));
    let chosen = |name: &str| {
        options.filters.is_empty() || options.filters.iter().any(|filter| name.contains(filter))
    };
    let begun = Instant::now();
    let mut browser = Browser::start(options.engine, &options.tools)?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for case in cases::all().filter(|case| chosen(case.name)) {
        let start = Instant::now();
        let outcome = match run_case(case, &browser, options) {
            Ok(outcome) => outcome,
            Err(error) => {
                // The browser itself broke: the tests after this one get another.
                browser = Browser::start(options.engine, &options.tools)?;
                Outcome::Failed(format!("{error:#}"))
            }
        };
        let name = case.name.trim_start_matches("browser_tests::cases::");
        let time = start.elapsed().as_millis();
        match outcome {
            Outcome::Passed => {
                passed += 1;
                println!("test {name} ... ok ({time} ms)");
            }
            Outcome::Skipped(reason) => {
                skipped += 1;
                println!("test {name} ... ignored, {reason}");
            }
            Outcome::Failed(reason) => {
                failed += 1;
                println!(
                    "test {name} ... FAILED ({time} ms)\n    {}",
                    reason.replace('\n', "\n    ")
                );
            }
        }
    }
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {skipped} ignored; in {} {:.1} s",
        options.engine.name(),
        begun.elapsed().as_secs_f64()
    );
    Ok(failed)
}

/// Runs one test on a tab and a server of its own. An error means that the browser is gone.
fn run_case(case: &cases::Case, browser: &Browser, options: &Options) -> Result<Outcome> {
    let site = Site::serve(&options.site, browser.engine.site_options(MOUNT))?;
    let page = browser.page(&site)?;
    let ended = panic::catch_unwind(AssertUnwindSafe(|| (case.run)(&page)));
    let outcome = match ended {
        Ok(()) => Outcome::Passed,
        Err(panic) => match panic.downcast::<Skipped>() {
            Ok(skipped) => Outcome::Skipped(skipped.0),
            Err(_) => Outcome::Failed(PANIC.with(RefCell::take)),
        },
    };
    let failed = matches!(outcome, Outcome::Failed(_));
    if let Some(folder) = options.shots.as_ref().filter(|_| failed) {
        picture(&page, folder, case.name);
    }
    Ok(outcome)
}

/// What the reader would have seen when a test failed.
fn picture(page: &Page, folder: &Path, name: &str) {
    let file = folder.join(format!("{}.png", name.replace("::", "-")));
    match page.screenshot(&file) {
        Ok(()) => println!("    picture: {}", file.display()),
        Err(error) => println!("    no picture: {error:#}"),
    }
}
