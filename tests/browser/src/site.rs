//! A static server on the loopback, as a publisher's host would be.

use std::fs;
use std::io::{self, Cursor};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Request, Response, Server, StatusCode};

/// Browsers ask over a handful of connections at once.
const WORKERS: usize = 6;

/// A folder being served; ends with its owner.
pub struct Site {
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
    asked: Arc<Mutex<Vec<String>>>,
    port: u16,
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
}

/// Answers for a path, or says that it has none.
pub type Extra = Arc<dyn Fn(&str) -> Option<Reply> + Send + Sync>;

/// What a server sends.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// MIME type.
    pub mime: &'static str,
    /// `Content-Encoding`, if encoded.
    pub encoding: Option<&'static str>,
    /// How long it may be kept.
    pub cache: &'static str,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Reply {
    /// An answer with a body that is not kept.
    pub fn new(status: u16, mime: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, mime, encoding: None, cache: "no-cache", body: body.into() }
    }
}

impl Site {
    /// Serves a folder on 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn serve(folder: impl Into<PathBuf>, options: SiteOptions) -> io::Result<Self> {
        let folder = folder.into();
        let server = Server::http((Ipv4Addr::LOCALHOST, options.port)).map_err(io::Error::other)?;
        let port = server.server_addr().to_ip().map_or(0, |address| address.port());
        let server = Arc::new(server);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let mount = match options.mount.trim_matches('/') {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        };
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, asked) = (Arc::clone(&server), Arc::clone(&asked));
                let (folder, mount, options) = (folder.clone(), mount.clone(), options.clone());
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        if let Ok(mut asked) = asked.lock() {
                            asked.push(request.url().to_owned());
                        }
                        let reply = answer(&folder, &mount, &options, &request);
                        // A browser that went away is no fault of ours.
                        let _ = request.respond(response(reply));
                    }
                })
            })
            .collect();
        Ok(Self { server, workers, asked, port, mount })
    }

    /// Its address, with the slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.mount)
    }

    /// The paths asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().map(|asked| asked.clone()).unwrap_or_default()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn answer(folder: &Path, mount: &str, options: &SiteOptions, request: &Request) -> Reply {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
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
    let accepted = accepted_encodings(request);
    read(&file, &accepted, &options.inject).unwrap_or_else(not_found)
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
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "md" | "csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn accepted_encodings(request: &Request) -> String {
    let header = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    header.map(|header| header.value.to_string()).unwrap_or_default()
}

fn response(reply: Reply) -> Response<Cursor<Vec<u8>>> {
    let mut response = Response::from_data(reply.body).with_status_code(StatusCode(reply.status));
    let fields = [
        ("Content-Type", Some(reply.mime)),
        ("Content-Encoding", reply.encoding),
        ("Cache-Control", Some(reply.cache)),
        ("Vary", Some("Accept-Encoding")),
        ("X-Content-Type-Options", Some("nosniff")),
    ];
    for (name, value) in fields {
        let header = value.and_then(|value| Header::from_bytes(name, value).ok());
        if let Some(header) = header {
            response.add_header(header);
        }
    }
    response
}
