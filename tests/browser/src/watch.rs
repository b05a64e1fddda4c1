//! What the page did behind the reader's back: errors, requests, shifts.

use crate::{Engine, Page, Reply, SiteOptions};
use serde_json::{Value, json};
use std::sync::Arc;

/// Notes errors in the page, for the engines whose drivers don't tell.
const NOTE_ERRORS: &str = "\
window.notedErrors = [];
addEventListener('error', event => notedErrors.push(event.message || 'a file did not load'), true);
addEventListener('unhandledrejection', event => notedErrors.push(String(event.reason)));
addEventListener('securitypolicyviolation', event => notedErrors.push(event.blockedURI));
for (const kind of ['error', 'warn']) {
    const say = console[kind];
    console[kind] = (...words) => { notedErrors.push(words.join(' ')); say(...words); };
}
";

impl Engine {
    /// How a site is served to this engine under a path.
    pub fn site_options(self, mount: &str) -> SiteOptions {
        let options = SiteOptions { mount: mount.to_owned(), ..SiteOptions::default() };
        if self == Self::Chromium {
            return options;
        }
        let mime = "text/javascript; charset=utf-8";
        let note =
            move |path: &str| (path == "dev/errors.js").then(|| Reply::new(200, mime, NOTE_ERRORS));
        SiteOptions {
            inject: format!("<script src=\"/{mount}/dev/errors.js\"></script>"),
            extra: Some(Arc::new(note)),
            ..options
        }
    }
}

impl Page<'_> {
    /// What would go to the clipboard stands in `window.copied` from now on.
    pub fn catch_copies(&self) {
        self.eval(
            "void (navigator.clipboard.writeText = async words => { window.copied = words })",
        );
    }

    /// The paths asked of the server since [`Page::open`] found the page ready.
    pub fn requests_after_load(&self) -> Vec<String> {
        self.site.asked().split_off(self.asked_at_load.get())
    }

    /// Errors and warnings in the browser's console since the last call, one line each.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            let noted = self.eval("(window.notedErrors || []).splice(0)");
            let noted = noted.as_array().cloned().unwrap_or_default();
            return noted.iter().map(ToString::to_string).collect();
        }
        let entries = self.expect(self.post("/se/log", &json!({ "type": "browser" })), "console");
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            .collect()
    }

    /// What moved on its own while the page was shown, from where and to where, as browsers see it
    /// (Layout Instability). Chromium only; nothing elsewhere.
    ///
    /// Not while the HTML is still coming in: the line that it has come to may be shown, and goes
    /// on in the next picture.
    #[track_caller]
    pub fn layout_shifts(&self) -> Vec<String> {
        let parsed =
            self.eval_number("performance.getEntriesByType('navigation')[0].domInteractive");
        let entries = self.observed("layout-shift");
        let own = entries.iter().filter(|entry| {
            let late = entry["startTime"].as_f64().is_some_and(|start| start > parsed);
            late && entry["hadRecentInput"] != true
        });
        own.map(|entry| format!("{} {}", entry["value"], entry["moved"])).collect()
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
                    const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
                    const moved = entry => entry.sources?.map(source =>
                        [source.node?.outerHTML?.slice(0, 80) ?? source.node?.nodeName,
                            place(source.previousRect), place(source.currentRect)].join(' · '));
                    done(entries.map(entry => ({ ...entry.toJSON(), moved: moved(entry) })));
                };
                watch.observe({ type: kind, buffered: true });
                setTimeout(() => finish([]), 100);
            });";
        let entries = self.run(script, &[json!(kind)]);
        entries.as_array().cloned().unwrap_or_default()
    }
}
