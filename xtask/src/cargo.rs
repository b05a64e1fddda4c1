//! Cargo and rustup, called as a person would.

use crate::paths;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

/// The target of the page's program.
pub const WASM: &str = "wasm32-unknown-unknown";

/// How much time goes into making the page's program small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// What readers get: small, slow to build.
    Reader,
    /// The page for any article: small as well, but it has more to do in one go.
    Studio,
    /// The analyst: as small as can be with its small functions inside others.
    Analyst,
    /// While working on it: quick to build again.
    Quick,
}

impl Profile {
    /// Its name in `Cargo.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Studio => "studio",
            Self::Analyst => "analyst",
            Self::Quick => "quick",
        }
    }
}

/// A cargo command in the package root.
pub fn cargo<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    // What `cargo xtask` was started with must not leak into what it builds.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME"] {
        command.env_remove(name);
    }
    command.args(arguments).current_dir(paths::root());
    command
}

/// Runs a command to its end; its output goes straight to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command.status().with_context(|| format!("could not start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// The command as one would type it.
fn show(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let mut text =
        program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// Adds the WASM target to the toolchain unless it is there.
pub fn ensure_wasm_target() -> Result<()> {
    if PathBuf::from(sysroot()?).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the page needs Rust's {WASM} target; install it by hand"))
}

/// Where the toolchain is.
fn sysroot() -> Result<String> {
    let root = Command::new("rustc").args(["--print", "sysroot"]).output().context("rustc")?;
    Ok(String::from_utf8_lossy(&root.stdout).trim().to_owned())
}

/// Flags that keep the folders of this machine out of the program: it names the places of its
/// panics by the paths of their sources. Those of the analyst put small functions inside others:
/// without that its code is 2 % smaller and an eighth slower.
fn flags(profile: Profile) -> Result<String> {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .unwrap_or_default();
    let from = [format!("{home}/registry/src"), format!("{}/lib/rustlib/src/rust", sysroot()?)];
    let mut flags = from.map(|from| format!("--remap-path-prefix={from}=")).to_vec();
    if profile == Profile::Analyst {
        flags.push("-Cllvm-args=-inline-threshold=25".to_owned());
    }
    Ok(flags.join("\u{1f}"))
}

/// Builds a program of the package for this machine and tells where it is.
pub fn build_native(bin: &str, features: &str) -> Result<PathBuf> {
    run(&mut cargo(["build", "--quiet", "--features", features, "--bin", bin]))?;
    Ok(paths::target().join("debug").join(bin))
}

/// The same, made to be quick.
pub fn build_release(bin: &str, features: &str) -> Result<PathBuf> {
    run(&mut cargo(["build", "--quiet", "--release", "--features", features, "--bin", bin]))?;
    Ok(paths::target().join("release").join(bin))
}

/// Builds a program of the package for the browser and tells where it is.
pub fn build_wasm(bin: &str, profile: Profile) -> Result<PathBuf> {
    let (profile, flags) = (profile.name(), flags(profile)?);
    run(cargo([
        "build",
        "--quiet",
        "--profile",
        profile,
        "--target",
        WASM,
        "--features",
        bin,
        "--bin",
        bin,
    ])
    .env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    Ok(paths::target().join(WASM).join(profile).join(format!("{bin}.wasm")))
}
