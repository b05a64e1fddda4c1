//! The kit for self-contained pages, made of the site's own files.

use super::page::{self, Assets, Studio};
use super::{Problem, problem};
use crate::markup::single::{Kit, ids};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The file with the kit, from the site's root.
pub const KIT_FILE: &str = "single.json";

const START: &str =
    concat!(include_str!("../browser/off.js"), include_str!("../browser/single.js"));

/// Makes the kit of a site whose files are in `out`.
///
/// # Errors
/// When one of the files cannot be read.
pub fn kit(assets: &Assets, studio: &Studio, out: &Path) -> Result<Kit, Problem> {
    let text = |name: &str| {
        let file = out.join(name);
        std::fs::read_to_string(&file)
            .map_err(|error| problem::about(&file, "expected to read this file", &error))
    };
    let program = out.join(&studio.wasm);
    let program = std::fs::read(&program)
        .map_err(|error| problem::about(&program, "expected to read this file", &error))?;
    let style = text(&assets.css)? + &text(&studio.css)?;
    let glue = text(&studio.js)?;
    // As a part of the page it exports nothing.
    let glue = glue.lines().filter(|line| !line.starts_with("export "));
    let script = glue.chain(START.lines()).fold(String::from("\n"), |all, line| all + line + "\n");
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; \
         img-src data:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style)
    );
    let program = STANDARD.encode(miniz_oxide::deflate::compress_to_vec(&program, BEST));
    Ok(Kit { shell: shell(), policy, style, script, program })
}

/// The most that deflate does.
const BEST: u8 = 10;

/// The template of pages with what does not depend on the article filled in, and with places
/// for the kit.
fn shell() -> String {
    let scripts = format!(
        "<style id=\"{}\">{{{{style}}}}</style>\n\
         <script type=\"module\" id=\"{}\">{{{{script}}}}</script>\n",
        ids::STYLE,
        ids::SCRIPT
    );
    let data = format!(
        "<script type=\"application/json\" id=\"article-data\">{{{{data}}}}</script>\n\
         <script type=\"application/json\" id=\"{}\">{{{{work}}}}</script>\n\
         <script type=\"application/json\" id=\"{}\">{{{{kit}}}}</script>\n\
         <script type=\"text/plain\" id=\"{}\">{{{{program}}}}</script>\n",
        ids::WORK,
        ids::KIT,
        ids::PROGRAM
    );
    page::shell(&scripts, &data)
}
