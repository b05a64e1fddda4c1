//! What the tests need and Cargo does not bring: browsers, drivers, packages of the npm registry.

use crate::{cargo, paths};
use anyhow::{Context, Result, bail};
use browser_tests::{Engine, axe_script};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The driver of Firefox, from crates.io.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure that an engine and its driver are there.
pub fn ensure_engine(engine: Engine) -> Result<()> {
    match engine {
        Engine::Chromium => ensure_programs(
            &["chromedriver"],
            &["chromium", "chromium-driver", "fonts-liberation"],
            "Chromium (or Chrome) and a ChromeDriver of the same version",
        ),
        Engine::Firefox => {
            ensure_programs(&["firefox-esr"], &["firefox-esr"], "Firefox")?;
            if engine.find_driver(&paths::tools()).is_some() {
                return Ok(());
            }
            let arguments = ["install", "geckodriver", "--locked", "--version", GECKODRIVER];
            cargo::run(cargo::cargo(arguments).arg("--root").arg(paths::tools()))
        }
        Engine::WebKit => ensure_programs(
            &["WebKitWebDriver", "Xvfb"],
            &["webkit2gtk-driver", "xvfb"],
            "WebKitGTK's WebKitWebDriver and MiniBrowser, and Xvfb",
        ),
    }
}

/// Installs Debian packages unless the programs are on the path; elsewhere says what to do.
fn ensure_programs(programs: &[&str], packages: &[&str], what: &str) -> Result<()> {
    if programs.iter().all(|program| is_on_path(program)) {
        return Ok(());
    }
    let packages_shown = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").is_file() {
        bail!("the browser tests need {what}, on the path; install them and run this again");
    }
    if !is_root()? {
        bail!(
            "the browser tests need {what}; run `sudo apt-get install {packages_shown}` and then \
             this again"
        );
    }
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2");
        command
    };
    cargo::run(apt().arg("update"))?;
    cargo::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// Fetches axe-core, and the software that our exports are tried in, at the versions and with the
/// checksums of the lock file.
pub fn ensure_packages() -> Result<()> {
    npm_ci(&paths::root().join("tests/browser"), &paths::tools())?;
    let script = axe_script(&paths::tools());
    if !script.is_file() {
        bail!("npm did not bring {}", script.display());
    }
    Ok(())
}

/// Installs the packages of `from/package-lock.json` into `into/node_modules`.
pub fn npm_ci(from: &Path, into: &Path) -> Result<()> {
    fs::create_dir_all(into)?;
    let lock = fs::read(from.join("package-lock.json"))?;
    let installed = into.join("package-lock.json");
    if into.join("node_modules").is_dir() && fs::read(&installed).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    if !is_on_path("npm") {
        bail!("expected npm on the path, to fetch what {}/package.json names", from.display());
    }
    fs::copy(from.join("package.json"), into.join("package.json"))?;
    fs::write(&installed, &lock)?;
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    let outcome = cargo::run(npm.current_dir(into));
    if outcome.is_err() {
        // Or the next run would take it for done.
        fs::remove_file(&installed).context("a half-made installation")?;
    }
    outcome
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn is_root() -> Result<bool> {
    let id = Command::new("id").arg("-u").output().context("id -u")?;
    Ok(id.stdout.trim_ascii() == b"0")
}
