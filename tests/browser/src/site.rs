//! A static server on the loopback, as a publisher's host would be.

use crate::Network;
use crate::http::{Reply, Request, Server};
use crate::line::Line;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A folder being served; ends with its owner.
pub struct Site {
    server: Server,
    folder: PathBuf,
    asked: Arc<Mutex<Vec<String>>>,
    mount: String,
}

/// How a folder is served.
#[derive(Clone, Default)]
pub struct SiteOptions {
    /// The port; 0 for any free one.
    pub port: u16,
    /// The path before the site's own, such as `some/where`; empty for none.
    pub mount: String,
    /// HTML put at the end of every page's head.
    pub inject: String,
    /// Answers for paths that are no files, asked first; the path has no leading slash.
    pub extra: Option<Extra>,
    /// A slower line than the loopback, for all that asks: pages and workers.
    pub line: Option<Network>,
}

/// Answers for a path, or says that it has none.
pub type Extra = Arc<dyn Fn(&str) -> Option<Reply> + Send + Sync>;

impl Site {
    /// Serves a folder on 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn serve(folder: impl Into<PathBuf>, options: SiteOptions) -> io::Result<Self> {
        let folder = folder.into();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let mount = match options.mount.trim_matches('/') {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        };
        let (log, prefix, root) = (Arc::clone(&asked), mount.clone(), folder.clone());
        let line = Line::new(options.line);
        let server = Server::start(options.port, line, move |request| {
            if let Ok(mut log) = log.lock() {
                log.push(request.target.clone());
            }
            answer(&root, &prefix, &options, request)
        })?;
        Ok(Self { server, folder, asked, mount })
    }

    /// Its address, with the slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.server.port(), self.mount)
    }

    /// The folder it serves.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Answers nothing any more: the page is without a network.
    pub fn hang_up(&self) {
        self.server.hang_up();
    }

    /// The paths asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().map(|asked| asked.clone()).unwrap_or_default()
    }
}

fn answer(folder: &Path, mount: &str, options: &SiteOptions, request: &Request) -> Reply {
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let not_found = || Reply::new(404, "text/plain; charset=utf-8", "Not found\n");
    let Some(path) = path.strip_prefix(mount) else { return not_found() };
    if let Some(reply) = options.extra.as_ref().and_then(|extra| extra(path)) {
        return reply;
    }
    let plain = |part: &str| !part.is_empty() && part != ".." && !part.contains(['%', '\\', '\0']);
    if !path.is_empty() && !path.trim_end_matches('/').split('/').all(plain) {
        return not_found();
    }
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    read(&file, &request.encodings, &options.inject).unwrap_or_else(not_found)
}

/// The file, in the smallest of the accepted forms that lie beside it.
fn read(file: &Path, accepted: &str, inject: &str) -> Option<Reply> {
    let extension = file.extension()?.to_str()?;
    let mime = mime(extension);
    let injected = extension == "html" && !inject.is_empty();
    if injected {
        let page = fs::read_to_string(file).ok()?;
        return Some(Reply::new(
            200,
            mime,
            page.replacen("</head>", &format!("{inject}</head>"), 1),
        ));
    }
    let cache = if is_hashed(file) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let forms = [("br", "br"), ("gzip", "gz")].into_iter().filter_map(|(encoding, ending)| {
        let accepts =
            accepted.split(',').any(|part| part.trim().split(';').next() == Some(encoding));
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(ending);
        accepts.then_some((Some(encoding), PathBuf::from(name)))
    });
    forms.chain([(None, file.to_owned())]).find_map(|(encoding, form)| {
        let body = fs::read(form).ok()?;
        Some(Reply { status: 200, mime, encoding, cache, body })
    })
}

/// Whether the name carries the content's hash: `reader-0123456789ab.js`.
fn is_hashed(file: &Path) -> bool {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "md" | "csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
