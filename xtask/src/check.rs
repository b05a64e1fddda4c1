//! `cargo xtask check` and `cargo xtask test`.

use crate::cargo::{self, Profile, WASM};
use crate::steps::Steps;
use crate::{budget, dist, eval, paths, rebuild, system};
use anyhow::{Context, Result};
use browser_tests::Engine;
use pico_args::Arguments;

/// The quick part: everything that needs no browser.
pub fn check() -> Result<()> {
    let mut steps = Steps::default();
    native(&mut steps);
    steps.finish()
}

/// Everything.
pub fn test(mut arguments: Arguments) -> Result<()> {
    let browsers: Option<String> = arguments.opt_value_from_str("--browsers")?;
    let engines = match browsers.as_deref() {
        None => vec![Engine::Chromium],
        Some("all") => Engine::ALL.to_vec(),
        Some(name) => vec![name.parse().map_err(anyhow::Error::msg).context("--browsers")?],
    };

    let mut steps = Steps::default();
    for engine in &engines {
        let name = format!("installing {}", engine.name());
        steps.check(&name, || system::ensure_engine(*engine));
    }
    steps.check("installing npm packages", system::ensure_packages);
    native(&mut steps);
    wasm_tests(&mut steps);
    steps.check("scores of the analyst and of saved pages", eval::run);
    if steps.check("building the site", || dist::ready(Profile::Reader).map(drop)) {
        steps.check("size budget", || budget::check(&paths::target().join("site")));
        steps.check("serve: a changed article is built again", rebuild::check);
        for engine in engines {
            browser_tests(&mut steps, engine);
        }
    }
    steps.finish()
}

fn native(steps: &mut Steps) {
    let clippy = |rest: &[&str]| {
        cargo::run(cargo::cargo(["clippy", "--quiet"]).args(rest).args(["--", "-D", "warnings"]))
    };
    let reader = ["--features", "reader", "--target", WASM, "--bin", "reader", "--test", "wasm"];
    steps.check("formatting", || cargo::run(&mut cargo::cargo(["fmt", "--all", "--check"])));
    steps.check("clippy: pure rooms", || clippy(&["--all-targets"]));
    steps.check("clippy: publisher", || clippy(&["--all-targets", "--features", "publish"]));
    steps.check("clippy: page", || cargo::ensure_wasm_target().and_then(|()| clippy(&reader)));
    let analyst = ["--features", "analyst", "--target", WASM, "--bin", "analyst"];
    steps.check("clippy: analyst", || clippy(&analyst));
    let intake = ["--features", "intake", "--target", WASM, "--bin", "intake"];
    steps.check("clippy: intake", || clippy(&intake));
    let studio = ["--features", "studio", "--target", WASM, "--bin", "studio"];
    steps.check("clippy: studio", || clippy(&studio));
    steps.check("clippy: tools", || {
        let tools = ["--package", "xtask", "--package", "train", "--package", "browser-tests"];
        clippy(&[&["--all-targets"], tools.as_slice()].concat())
    });
    let test = |rest: &[&str]| {
        let mut command = cargo::cargo(["test", "--quiet"]);
        command.args(rest);
        command
    };
    // The pure rooms' tests are among them.
    steps.tests("tests", &mut test(&["--features", "publish"]));
    let tools = ["--package", "xtask", "--package", "train", "--package", "browser-tests"];
    steps.tests("tests: tools", &mut test(&tools));
}

/// The tests that run as WASM in a browser.
fn wasm_tests(steps: &mut Steps) {
    let mut command = cargo::cargo(["test", "--quiet", "--target", WASM, "--features", "reader"]);
    command.args(["--test", "wasm"]);
    // This very program is the runner.
    if let Ok(own) = std::env::current_exe() {
        let runner = format!("{} wasm-tests", own.display());
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    }
    steps.tests("tests: WASM in chromium", &mut command);
}

fn browser_tests(steps: &mut Steps, engine: Engine) {
    let mut command = cargo::cargo(["run", "--quiet", "--package", "browser-tests", "--"]);
    command.args(["--engine", engine.name()]);
    command.arg("--site").arg(paths::target().join("site"));
    command.arg("--tools").arg(paths::tools());
    command.arg("--shots").arg(paths::target().join("failed"));
    steps.tests(&format!("tests: page in {}", engine.name()), &mut command);
}
