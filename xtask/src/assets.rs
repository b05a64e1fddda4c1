//! The files beside the pages: program, script, style; each named by its content's hash, so
//! that a host may let browsers keep them for ever.

use crate::cargo::{self, Profile};
use crate::{css, paths, short};
use anyhow::{Context, Result, bail};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use wasm_bindgen_cli_support::Bindgen;

/// Where the files of a site are, from the site's root. `dateline build --assets` reads this.
#[derive(Debug, Serialize)]
pub struct Manifest {
    /// The module that pages load.
    pub boot: String,
    /// The module that the boot module imports.
    pub js: String,
    /// The program it fetches.
    pub wasm: String,
    /// The style sheet.
    pub css: String,
    /// The page that opens any article.
    pub studio: Studio,
}

/// The files that only the page for any article loads.
#[derive(Debug, Serialize)]
pub struct Studio {
    /// The module that the page loads.
    pub boot: String,
    /// The module that the boot module imports.
    pub js: String,
    /// The program it fetches.
    pub wasm: String,
    /// The style sheet, beside the reader's.
    pub css: String,
    /// The analyst's module.
    pub analyst_js: String,
    /// The analyst's program.
    pub analyst_wasm: String,
    /// Its weights and lists for names.
    pub names: String,
    /// The module of the program that takes files apart for it.
    pub intake_js: String,
    /// That program.
    pub intake_wasm: String,
    /// The worker that makes the site work without a network, if it has one.
    pub worker: Option<&'static str>,
}

/// Builds everything into `site/assets`. `worker` is the one that the site will have.
///
/// Two programs at a time: the last part of building one has work for one core only.
pub fn build(site: &Path, profile: Profile, worker: Option<&'static str>) -> Result<Manifest> {
    let quick = if profile == Profile::Quick { profile } else { Profile::Studio };
    let pair = |(one, its): (&str, Profile), (other, others): (&str, Profile)| -> Result<_> {
        Ok((program(site, one, its)?, program(site, other, others)?))
    };
    let (first, second) = thread::scope(|scope| {
        // Its weights make the analyst slow without optimisation; it is rarely being worked on.
        let second = scope.spawn(|| pair(("studio", quick), ("analyst", Profile::Analyst)));
        (pair(("reader", profile), ("intake", profile)), second.join())
    });
    let ((js, wasm), (intake_js, intake_wasm)) = first?;
    let second = second.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    let ((studio_js, studio_wasm), (analyst_js, analyst_wasm)) = second?;
    let studio = Studio {
        boot: boot(site, "open", &studio_js, &studio_wasm)?,
        js: studio_js,
        wasm: studio_wasm,
        css: write(site, "studio", "css", style("style/studio")?.as_bytes())?,
        analyst_js,
        analyst_wasm,
        names: write(site, "names", "bin", &names()?)?,
        intake_js,
        intake_wasm,
        worker,
    };
    let boot = boot(site, "boot", &js, &wasm)?;
    let css = write(site, "style", "css", style("style")?.as_bytes())?;
    Ok(Manifest { boot, js, wasm, css, studio })
}

/// What the analyst knows of names, as `Known::unpack` takes it: one file, one wait.
pub fn names() -> Result<Vec<u8>> {
    let folder = paths::root().join("src/analyst/names");
    let mut all = Vec::new();
    for name in ["weights.bin", "second.bin", "lists.bin"] {
        let part = fs::read(folder.join(name));
        all.extend(part.with_context(|| format!("expected {name} in {}", folder.display()))?);
    }
    Ok(all)
}

/// What was made of programs so far, by their hash: while somebody writes an article, `serve` builds
/// the same ones over and over.
static BOUND: Mutex<BTreeMap<String, Arc<Bound>>> = Mutex::new(BTreeMap::new());

/// Where a program's glue is, and where it is itself.
type Made = (String, String);

/// Builds a program.
fn program(site: &Path, name: &str, profile: Profile) -> Result<Made> {
    let built = cargo::build_wasm(name, profile)?;
    let key = hash(&fs::read(&built)?);
    let known = || BOUND.lock().unwrap_or_else(PoisonError::into_inner);
    let before = known().get(&key).cloned();
    let program = match before {
        Some(program) => program,
        None => known().entry(key).or_insert(bind(&built)?.into()).clone(),
    };
    let wasm = write(site, name, "wasm", &program.wasm)?;
    Ok((write(site, name, "js", program.js.as_bytes())?, wasm))
}

/// The module that starts a program.
fn boot(site: &Path, name: &str, js: &str, wasm: &str) -> Result<String> {
    let script = |name| fs::read_to_string(paths::root().join("src/browser").join(name));
    let boot = script("off.js")? + &script("boot.js")?;
    let boot = rename(&rename(&boot, "./reader.js", js)?, "./reader.wasm", wasm)?;
    write(site, name, "js", short::trim(&boot).as_bytes())
}

/// What `wasm-bindgen` makes of a program.
pub struct Bound {
    /// The glue.
    pub js: String,
    /// The program.
    pub wasm: Vec<u8>,
}

/// Makes a program ready for browsers.
pub fn bind(program: &Path) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_path(program)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen on {}", program.display()))?;
    let inline = output.snippets().values().any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a dependency brings JavaScript of its own, which would be one more request");
    }
    let js = output.js().to_owned();
    let module = output.wasm_mut();
    let js = short::trim(&short::shorten(module, &js)?);
    Ok(Bound { js, wasm: module.emit_wasm() })
}

/// The style sheets of a folder in the order of their names, as one.
fn style(folder: &str) -> Result<String> {
    let folder = paths::root().join(folder);
    let mut sheets: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("expected style sheets in {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    sheets.sort();
    let texts: std::io::Result<Vec<String>> = sheets.iter().map(fs::read_to_string).collect();
    Ok(css::slim(&texts?.concat()))
}

/// Writes `assets/STEM-HASH.EXTENSION` and gives that path.
fn write(site: &Path, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
    let path = format!("assets/{stem}-{}.{extension}", hash(content));
    fs::create_dir_all(site.join("assets"))?;
    fs::write(site.join(&path), content)?;
    Ok(path)
}

/// Puts the hashed name of a neighbour in the place of its plain one.
fn rename(text: &str, plain: &str, path: &str) -> Result<String> {
    if text.matches(plain).count() != 1 {
        bail!("expected boot.js to name {plain} once");
    }
    Ok(text.replace(plain, &path.replacen("assets/", "./", 1)))
}

/// FNV-1a, 48 bits of it as hexadecimal: the same on every machine, for ever.
pub fn hash(content: &[u8]) -> String {
    let hash = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:012x}", (hash ^ (hash >> 48)) & 0xffff_ffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_contents_apart() {
        assert_eq!(hash(b"one").len(), 12);
        assert_ne!(hash(b"one"), hash(b"two"));
        assert_eq!(hash(b""), hash(b""));
    }

    #[test]
    fn the_boot_module_names_its_neighbours_once() {
        let boot = "import('./reader.js')";
        let renamed = rename(boot, "./reader.js", "assets/reader-1.js").ok();
        assert_eq!(renamed.as_deref(), Some("import('./reader-1.js')"));
        assert!(rename(boot, "./reader.wasm", "assets/reader-1.wasm").is_err());
    }
}
