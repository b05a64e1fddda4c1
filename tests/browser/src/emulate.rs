//! Pretending to be another device or reader. Chromium only: by its DevTools protocol.

use crate::{Engine, Page, skip};
use serde_json::{Value, json};

/// What can be pretended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Emulation {
    /// A reader who prefers dark pages.
    Dark,
    /// A reader who prefers light pages.
    Light,
    /// A system that forces its own few colours.
    ForcedColors,
    /// A reader who wants no motion.
    ReducedMotion,
    /// Paper.
    Print,
    /// A finger instead of a mouse: no hover, coarse pointer.
    Touch,
    /// A reader who has asked the browser for letters twice as large.
    LargeType,
    /// A browser with scripts switched off.
    NoScript,
    /// A processor that many times slower.
    SlowProcessor(f64),
    /// A slower line.
    Line(Network),
}

/// A line's speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Network {
    /// Milliseconds there and back.
    pub round_trip: f64,
    /// Bytes a second down.
    pub down: f64,
    /// Bytes a second up.
    pub up: f64,
}

impl Network {
    /// Lighthouse's "slow 4G": 150 ms, 1.6 Mbit/s down, 750 kbit/s up.
    pub const SLOW_4G: Self =
        Self { round_trip: 150.0, down: 1_600_000.0 / 8.0, up: 750_000.0 / 8.0 };
}

/// The media type and features pretended so far; the protocol wants all of them at once.
#[derive(Default)]
pub(crate) struct Media {
    print: bool,
    features: Vec<(&'static str, &'static str)>,
}

impl Media {
    fn set(&mut self, name: &'static str, value: &'static str) {
        self.features.retain(|(known, _)| *known != name);
        self.features.push((name, value));
    }

    fn params(&self) -> Value {
        let features: Vec<Value> = self
            .features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        json!({ "media": if self.print { "print" } else { "" }, "features": features })
    }
}

impl Page<'_> {
    /// Pretends, for this page, until it is closed. Ends the test as skipped where the
    /// engine can't.
    pub fn emulate(&self, what: Emulation) {
        if self.browser.engine != Engine::Chromium {
            skip(format!("{what:?} can be emulated in Chromium only"));
        }
        match what {
            Emulation::Touch => {
                let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
                self.devtools("Emulation.setTouchEmulationEnabled", touch);
                self.media.borrow_mut().set("pointer", "coarse");
                self.media.borrow_mut().set("hover", "none");
            }
            Emulation::LargeType => {
                let sizes = json!({ "fontSizes": { "standard": 32, "fixed": 26 } });
                self.devtools("Page.setFontSizes", sizes);
            }
            Emulation::NoScript => {
                let off = json!({ "value": true });
                self.devtools("Emulation.setScriptExecutionDisabled", off);
            }
            Emulation::SlowProcessor(rate) => {
                self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
            }
            Emulation::Line(line) => {
                self.devtools("Network.enable", json!({}));
                let conditions = json!({
                    "offline": false, "latency": line.round_trip,
                    "downloadThroughput": line.down, "uploadThroughput": line.up,
                });
                self.devtools("Network.emulateNetworkConditions", conditions);
            }
            Emulation::Dark => self.media.borrow_mut().set("prefers-color-scheme", "dark"),
            Emulation::Light => self.media.borrow_mut().set("prefers-color-scheme", "light"),
            Emulation::ForcedColors => self.media.borrow_mut().set("forced-colors", "active"),
            Emulation::ReducedMotion => {
                self.media.borrow_mut().set("prefers-reduced-motion", "reduce");
            }
            Emulation::Print => self.media.borrow_mut().print = true,
        }
        let params = self.media.borrow().params();
        self.devtools("Emulation.setEmulatedMedia", params);
    }

    /// A DevTools protocol command.
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        match self.browser.devtools(command, params) {
            Ok(value) => value,
            Err(error) => panic!("{command}: {error:#}"),
        }
    }
}
