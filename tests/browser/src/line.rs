//! A slow line before the server: it slows down whatever asks, also workers, which the DevTools
//! protocol does not reach ("Not supported", says Chromium 156).

use crate::Network;
use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// So much is sent in one go, in bytes: a few packets.
const PIECE: usize = 4096;

/// The way from the server to the browser, shared by all connections.
pub(crate) struct Line {
    speed: Option<Network>,
    /// When all that was given to the line so far has gone through it.
    free: Mutex<Instant>,
}

impl Line {
    /// As fast as the loopback without a speed.
    pub(crate) fn new(speed: Option<Network>) -> Self {
        Self { speed, free: Mutex::new(Instant::now()) }
    }

    /// What a request waits for before anything comes, and a connection before it is one.
    pub(crate) fn go_there_and_back(&self) {
        if let Some(speed) = self.speed {
            sleep(Duration::from_secs_f64(speed.round_trip / 1000.0));
        }
    }

    /// Sends as fast as the line is, in turns with the others.
    pub(crate) fn send(&self, stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
        let Some(speed) = self.speed else { return stream.write_all(bytes) };
        for piece in bytes.chunks(PIECE) {
            let takes = Duration::from_secs_f64(piece.len() as f64 / speed.down);
            let until = self.take(takes);
            sleep(until.saturating_duration_since(Instant::now()));
            stream.write_all(piece)?;
        }
        Ok(())
    }

    /// Has the line for so long as soon as it is free; until when.
    fn take(&self, takes: Duration) -> Instant {
        let Ok(mut free) = self.free.lock() else { return Instant::now() };
        *free = (*free).max(Instant::now()) + takes;
        *free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_at_once_goes_one_behind_the_other() {
        let line = Line::new(Some(Network { round_trip: 0.0, down: 1000.0, up: 1000.0 }));
        let begun = Instant::now();
        let first = line.take(Duration::from_secs(2));
        let second = line.take(Duration::from_secs(3));
        assert!(first >= begun + Duration::from_secs(2));
        assert_eq!(second, first + Duration::from_secs(3));
    }
}
