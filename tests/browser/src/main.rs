//! Runs the browser tests: `browser-tests [--engine NAME] [--jobs N] [--shots DIR] [FILTER...]`.
//!
//! Not Cargo's own harness, because tests share a browser and take turns in it.

mod cases;

use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Engine, Page, Site, Skipped};
use pico_args::Arguments;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

/// Everything is tested under a path, so that nothing depends on being at the root.
const MOUNT: &str = "some/where";

/// What a test run is asked to do.
struct Options {
    engine: Engine,
    site: PathBuf,
    tools: PathBuf,
    shots: Option<PathBuf>,
    /// How many browsers work at a time.
    jobs: usize,
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
    let engine = engine.unwrap_or(Engine::Chromium);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let options = Options {
        engine,
        site: arguments.opt_value_from_str("--site")?.unwrap_or_else(|| root.join("dist")),
        tools: arguments.opt_value_from_str("--tools")?.unwrap_or(root.join("target/tools")),
        shots: arguments.opt_value_from_str("--shots")?,
        jobs: arguments.opt_value_from_str("--jobs")?.unwrap_or(jobs(engine)),
        filters: arguments.finish().into_iter().map(|text| text.to_string_lossy().into()).collect(),
    };
    if !options.site.join("index.html").is_file() {
        bail!("expected a site in {}; `cargo xtask dist` builds it", options.site.display());
    }
    Ok(options)
}

/// Half of a test is waiting for an answer: two browsers do on two cores. Only Chromium's driver
/// is sure to bear a second one.
fn jobs(engine: Engine) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if engine == Engine::Chromium { cores.min(2) } else { 1 }
}

/// How many tests ended how.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

/// Runs the tests and counts the failures.
fn run(options: &Options) -> Result<usize> {
    panic::set_hook(Box::new(|panic| {
        PANIC.with(|said| said.replace(panic.to_string()));
    }));
    let chosen = |case: &&cases::Case| {
        let named = |filter: &String| case.name.contains(filter);
        options.filters.is_empty() || options.filters.iter().any(named)
    };
    let begun = Instant::now();
    let waiting = Mutex::new(cases::all().filter(chosen));
    let counts = Mutex::new(Counts::default());
    let ended: Result<()> = thread::scope(|scope| {
        let work = || work(&waiting, &counts, options);
        let workers: Vec<_> = (0..options.jobs.max(1)).map(|_| scope.spawn(work)).collect();
        let mut ended = workers.into_iter().map(|worker| worker.join());
        ended.try_for_each(|end| end.unwrap_or_else(|panic| panic::resume_unwind(panic)))
    });
    ended?;
    let Counts { passed, failed, skipped } = *locked(&counts);
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {skipped} ignored; in {} {:.1} s",
        options.engine.name(),
        begun.elapsed().as_secs_f64()
    );
    Ok(failed)
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs tests in a browser of its own until none waits.
fn work(
    waiting: &Mutex<impl Iterator<Item = &'static cases::Case>>,
    counts: &Mutex<Counts>,
    options: &Options,
) -> Result<()> {
    let mut browser = Browser::start(options.engine, &options.tools)?;
    let next = || locked(waiting).next();
    while let Some(case) = next() {
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
        let mut counts = locked(counts);
        match outcome {
            Outcome::Passed => {
                counts.passed += 1;
                println!("test {name} ... ok ({time} ms)");
            }
            Outcome::Skipped(reason) => {
                counts.skipped += 1;
                println!("test {name} ... ignored, {reason}");
            }
            Outcome::Failed(reason) => {
                counts.failed += 1;
                println!(
                    "test {name} ... FAILED ({time} ms)\n    {}",
                    reason.replace('\n', "\n    ")
                );
            }
        }
    }
    Ok(())
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
