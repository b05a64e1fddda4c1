//! As much of an HTTP/1.1 server as static files on the loopback need.
//!
//! Ours, because the small servers to be had leave Nagle's algorithm on: 40 ms of waiting
//! for answers of some sizes, more than anything that is measured here.

use crate::line::Line;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// No browser sends more for a page of ours.
const MAX_HEAD: usize = 64 * 1024;

/// What is asked for.
pub(crate) struct Request {
    /// Path and query, as sent.
    pub target: String,
    /// The `Accept-Encoding` field, or nothing.
    pub encodings: String,
    head_only: bool,
    close: bool,
}

/// What a server sends.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// MIME type.
    pub mime: &'static str,
    /// `Content-Encoding`, if encoded.
    pub encoding: Option<&'static str>,
    /// `Cache-Control`.
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

/// A listening server; ends with its owner.
pub(crate) struct Server {
    port: u16,
    ending: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on a port of 127.0.0.1, 0 for any, and answers each request by `answer`.
    pub(crate) fn start(
        port: u16,
        line: Line,
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let ending = Arc::new(AtomicBool::new(false));
        let (answer, line) = (Arc::new(answer), Arc::new(line));
        let end = Arc::clone(&ending);
        let listening = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                let answer = Arc::clone(&answer);
                // A connection ends when the browser closes it: that is no fault of ours.
                let (end, line) = (Arc::clone(&end), Arc::clone(&line));
                thread::spawn(move || drop(converse(stream, &*answer, &line, &end)));
            }
        });
        Ok(Self { port, ending, listening: Some(listening) })
    }

    /// The port it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Answers nothing any more, as if the line were cut. Whether it was listening.
    pub(crate) fn hang_up(&self) -> bool {
        self.ending.store(true, Ordering::Relaxed);
        // One more connection, so that the listener looks.
        TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let woken = self.hang_up();
        if let Some(listening) = self.listening.take().filter(|_| woken) {
            let _ = listening.join();
        }
    }
}

/// Answers the requests of one connection in turn.
fn converse(
    mut stream: TcpStream,
    answer: &dyn Fn(&Request) -> Reply,
    line: &Line,
    ending: &AtomicBool,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    line.go_there_and_back();
    let mut received = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        while let Some(end) = end_of_head(&received) {
            let head = String::from_utf8_lossy(&received[..end]).into_owned();
            received.drain(..end);
            if ending.load(Ordering::Relaxed) {
                return Ok(());
            }
            let Some(request) = parse(&head) else {
                let reply = Reply::new(400, "text/plain; charset=utf-8", "Bad request\n");
                return stream.write_all(&bytes(&reply, false));
            };
            line.go_there_and_back();
            line.send(&mut stream, &bytes(&answer(&request), request.head_only))?;
            if request.close {
                return Ok(());
            }
        }
        match stream.read(&mut chunk)? {
            0 => return Ok(()),
            _ if received.len() > MAX_HEAD => return Ok(()),
            count => received.extend_from_slice(&chunk[..count]),
        }
    }
}

fn end_of_head(received: &[u8]) -> Option<usize> {
    received.windows(4).position(|bytes| bytes == b"\r\n\r\n").map(|start| start + 4)
}

/// A `GET` or `HEAD`; nothing else is for us.
fn parse(head: &str) -> Option<Request> {
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let method = first.next()?;
    let target = first.next()?.to_owned();
    let field = |name: &str| {
        let mut fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    matches!(method, "GET" | "HEAD").then(|| Request {
        target,
        encodings: field("accept-encoding").unwrap_or_default().to_owned(),
        head_only: method == "HEAD",
        close: field("connection").is_some_and(|value| value.eq_ignore_ascii_case("close")),
    })
}

/// Head and body in one piece, so that they leave in as few packets as possible.
fn bytes(reply: &Reply, head_only: bool) -> Vec<u8> {
    let reason = match reply.status {
        200 => "OK",
        404 => "Not Found",
        _ => "Bad Request",
    };
    let encoding = reply.encoding.map(|name| format!("Content-Encoding: {name}\r\n"));
    let head = format!(
        "HTTP/1.1 {} {reason}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Cache-Control: {}\r\n\
         Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n\r\n",
        reply.status,
        reply.mime,
        reply.body.len(),
        encoding.unwrap_or_default(),
        reply.cache,
    );
    let mut bytes = head.into_bytes();
    if !head_only {
        bytes.extend_from_slice(&reply.body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_reading_is_understood() {
        let request = parse("GET /a?b HTTP/1.1\r\nACCEPT-encoding: gzip, br\r\n\r\n");
        let request = request.map(|request| (request.target, request.encodings, request.close));
        assert_eq!(request, Some(("/a?b".into(), "gzip, br".into(), false)));
        assert!(parse("POST / HTTP/1.1\r\n\r\n").is_none());
        assert!(parse("").is_none());
    }
}
