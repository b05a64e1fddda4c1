//! A page whose timers run only when a test says so: no test waits, none is too late.

use crate::{Page, Reply, Site, SiteOptions};
use serde_json::json;
use std::sync::Arc;

/// Replaces the page's timers by ones that wait for `pass(milliseconds)`.
const CLOCK: &str = "\
(() => {
    let now = 0, last = 0;
    const waiting = new Map();
    window.setTimeout = (call, after = 0, ...words) => {
        waiting.set(++last, { at: now + after, run: () => call(...words) });
        return last;
    };
    window.clearTimeout = number => waiting.delete(number);
    window.pass = after => {
        now += after;
        for (const [number, timer] of [...waiting]) {
            if (timer.at <= now && waiting.delete(number)) timer.run();
        }
    };
})();
";

impl Page<'_> {
    /// Runs a test on the same site with a clock that stands still but for [`Page::pass`].
    #[track_caller]
    pub fn with_clock(&self, test: impl FnOnce(&Page)) {
        let clock = |path: &str| {
            (path == "dev/clock.js").then(|| Reply::new(200, "text/javascript", CLOCK))
        };
        let options = SiteOptions {
            inject: "<script src=\"/dev/clock.js\"></script>".into(),
            extra: Some(Arc::new(clock)),
            ..SiteOptions::default()
        };
        match Site::serve(self.site.folder(), options) {
            Ok(site) => test(&self.on(&site)),
            Err(error) => panic!("expected a free port: {error}"),
        }
    }

    /// Lets so many milliseconds pass on the clock of [`Page::with_clock`].
    #[track_caller]
    pub fn pass(&self, milliseconds: u32) {
        self.run("pass(arguments[0])", &[json!(milliseconds)]);
        self.settle();
    }

    /// Waits for what the page does next by itself: two pictures.
    #[track_caller]
    pub fn settle(&self) {
        self.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
