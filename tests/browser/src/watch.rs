//! What the page did behind the reader's back: errors, requests, shifts.

use crate::{Engine, Page};
use serde_json::{Value, json};

impl Page<'_> {
    /// Errors and warnings in the browser's console since the last call, one line each.
    /// Chromium only; elsewhere there are none to be had.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            return Vec::new();
        }
        let entries = self.expect(self.post("/se/log", &json!({ "type": "browser" })), "console");
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            .collect()
    }

    /// How far things moved on their own while the page was shown, as browsers count it
    /// (Cumulative Layout Shift). Chromium only; 0 elsewhere.
    #[track_caller]
    pub fn layout_shift(&self) -> f64 {
        let entries = self.observed("layout-shift");
        entries
            .iter()
            .filter(|entry| entry["hadRecentInput"] != true)
            .filter_map(|entry| entry["value"].as_f64())
            .sum()
    }

    /// The performance entries of a type that the browser kept.
    #[track_caller]
    pub fn observed(&self, kind: &str) -> Vec<Value> {
        let script = "
            const kind = arguments[0];
            if (!PerformanceObserver.supportedEntryTypes.includes(kind)) return [];
            return new Promise(done => {
                const watch = new PerformanceObserver(list => finish(list.getEntries()));
                const finish = entries => {
                    watch.disconnect();
                    done(entries.map(entry => entry.toJSON()));
                };
                watch.observe({ type: kind, buffered: true });
                setTimeout(() => finish([]), 100);
            });";
        let entries = self.run(script, &[json!(kind)]);
        entries.as_array().cloned().unwrap_or_default()
    }
}
