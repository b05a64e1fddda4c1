//! A tab, in the words of a test. Every method panics with what was expected when the page
//! does not do it: in a test that is the failure.

use crate::emulate::Media;
use crate::{Browser, Engine, Site};
use anyhow::Result;
use base64::Engine as _;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a condition may take. Generous: only a failing test waits so long.
const LIMIT: Duration = Duration::from_secs(15);

/// How often a condition is asked for.
const POLL: Duration = Duration::from_millis(15);

/// A tab of a browser, showing a site.
pub struct Page<'a> {
    pub(crate) browser: &'a Browser,
    /// The server behind the page.
    pub site: &'a Site,
    pub(crate) media: RefCell<Media>,
    /// How many requests there were when the page was found ready.
    pub(crate) asked_at_load: Cell<usize>,
}

/// A box in the viewport, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl<'a> Page<'a> {
    pub(crate) fn new(browser: &'a Browser, site: &'a Site) -> Self {
        Self { browser, site, media: RefCell::default(), asked_at_load: Cell::default() }
    }

    /// The same tab, for another site.
    pub fn on<'b>(&'b self, site: &'b Site) -> Page<'b> {
        Page::new(self.browser, site)
    }

    /// The engine that shows it.
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Where tools of ours are, such as the packages of the npm registry.
    pub fn tools(&self) -> &Path {
        &self.browser.tools
    }

    /// Loads the page afresh with `rest` after its address (`""`, `#ali-khamenei`) and waits
    /// until it answers.
    #[track_caller]
    pub fn open(&self, rest: &str) {
        self.load(rest);
        self.wait_for("html[data-ready]");
        self.asked_at_load.set(self.site.asked().len());
    }

    /// Loads the page afresh and waits for no more than its `load` event.
    #[track_caller]
    pub fn load(&self, rest: &str) {
        // From the same address with another fragment nothing would be loaded.
        self.go_to("about:blank");
        self.go_to(&format!("{}{rest}", self.site.url()));
    }

    /// Follows a fragment within the loaded page, as a click on a link would.
    #[track_caller]
    pub fn follow(&self, fragment: &str) {
        self.run("location.hash = arguments[0]", &[json!(fragment)]);
    }

    /// Loads a page from disk and waits until it answers.
    #[track_caller]
    pub fn open_file(&self, file: &Path) {
        self.go_to(&format!("file://{}", file.display()));
        self.wait_for("html[data-ready]");
    }

    #[track_caller]
    fn go_to(&self, address: &str) {
        self.expect(self.post("/url", &json!({ "url": address })), address);
    }

    /// One step back in the history. By script: WebKit's own button passes over steps that were
    /// made without a press, as those of the tests are.
    #[track_caller]
    pub fn back(&self) {
        self.run("history.back()", &[]);
    }

    /// One step forward in the history, by script too.
    #[track_caller]
    pub fn forward(&self) {
        self.run("history.forward()", &[]);
    }

    /// Loads the same address again and waits until it answers.
    #[track_caller]
    pub fn reload(&self) {
        if self.browser.engine == Engine::Firefox {
            // Its driver's own goes past the worker, as Shift with F5 does.
            self.run("document.documentElement.dataset.before = ''; location.reload()", &[]);
            self.wait_for("html[data-ready]:not([data-before])");
        } else {
            self.expect(self.post("/refresh", &json!({})), "reload");
            self.wait_for("html[data-ready]");
        }
    }

    /// The fragment in the address bar, with its `#`, or nothing.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.eval_text("location.hash")
    }

    /// The value of a JavaScript expression; a promise is waited for.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression})"), &[])
    }

    /// A JavaScript expression whose value is a text.
    #[track_caller]
    pub fn eval_text(&self, expression: &str) -> String {
        match self.eval(expression) {
            Value::String(text) => text,
            other => panic!("expected a text from `{expression}`, found {other}"),
        }
    }

    /// A JavaScript expression whose value is a number.
    #[track_caller]
    pub fn eval_number(&self, expression: &str) -> f64 {
        let value = self.eval(expression);
        value.as_f64().unwrap_or_else(|| panic!("expected a number from `{expression}`: {value}"))
    }

    /// Runs the body of a JavaScript function with `arguments`, and what it returns.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        let script = json!({ "script": body, "args": arguments });
        self.expect(self.post("/execute/sync", &script), body)
    }

    /// Waits until something matches.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        let found = format!("document.querySelector({}) !== null", json!(css));
        self.wait_with(&found, || format!("nothing on the page matches {css}"));
    }

    /// Waits until nothing that is shown matches.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        let gone = format!("![...document.querySelectorAll({})].some({SHOWN})", json!(css));
        self.wait_with(&gone, || format!("{css} is still shown"));
    }

    /// Waits until something that matches is shown.
    #[track_caller]
    pub fn wait_shown(&self, css: &str) {
        let shown = format!("[...document.querySelectorAll({})].some({SHOWN})", json!(css));
        self.wait_with(&shown, || format!("{css} is not shown"));
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_until(&self, condition: &str) {
        self.wait_with(condition, || format!("this did not become true: {condition}"));
    }

    #[track_caller]
    fn wait_with(&self, condition: &str, otherwise: impl Fn() -> String) {
        if !self.becomes(condition, LIMIT) {
            panic!("{} after {} s", otherwise(), LIMIT.as_secs());
        }
    }

    /// Whether a JavaScript expression becomes true within a time.
    #[track_caller]
    pub fn becomes(&self, condition: &str, limit: Duration) -> bool {
        let begun = Instant::now();
        loop {
            if self.eval(&format!("Boolean({condition})")) == true {
                return true;
            }
            if begun.elapsed() > limit {
                return false;
            }
            std::thread::sleep(POLL);
        }
    }

    /// How many elements match.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.eval_number(&format!("document.querySelectorAll({}).length", json!(css))) as usize
    }

    /// Whether something that matches is shown.
    #[track_caller]
    pub fn is_shown(&self, css: &str) -> bool {
        self.eval(&format!("[...document.querySelectorAll({})].some({SHOWN})", json!(css))) == true
    }

    /// The text a reader sees in the first element that matches, white space folded.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait_for(css);
        let text = self.eval_text(&format!("document.querySelector({}).innerText", json!(css)));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An attribute of the first element that matches.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.wait_for(css);
        let value = self.run(
            "return document.querySelector(arguments[0]).getAttribute(arguments[1])",
            &[json!(css), json!(name)],
        );
        value.as_str().map(str::to_owned)
    }

    /// Where the first element that matches stands in the viewport.
    #[track_caller]
    pub fn rect(&self, css: &str) -> Rect {
        self.wait_for(css);
        let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
                      return [r.x, r.y, r.width, r.height]";
        let value = self.run(script, &[json!(css)]);
        let side = |index: usize| value[index].as_f64().unwrap_or(f64::NAN);
        Rect { x: side(0), y: side(1), width: side(2), height: side(3) }
    }

    /// Whether the element with the focus matches.
    #[track_caller]
    pub fn has_focus(&self, css: &str) -> bool {
        self.eval(&format!("document.activeElement.matches({})", json!(css))) == true
    }

    /// Makes the viewport so many CSS pixels wide and high.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.devtools("Emulation.setDeviceMetricsOverride", size);
            return;
        }
        // WebDriver sets the window's outer size: measure the frame, then add it.
        let set = |width: f64, height: f64| {
            let rect = json!({ "width": width, "height": height });
            self.expect(self.post("/window/rect", &rect), "resize");
        };
        let (width, height) = (f64::from(width), f64::from(height));
        set(width, height);
        let inner = (self.eval_number("innerWidth"), self.eval_number("innerHeight"));
        set(2.0 * width - inner.0, 2.0 * height - inner.1);
        if self.eval_number("innerWidth") != width {
            crate::skip(format!("{:?} has no windows {width} px wide", self.engine()));
        }
    }

    /// Writes a picture of the viewport as PNG.
    ///
    /// # Errors
    /// When the browser gives none or the file cannot be written.
    pub fn screenshot(&self, path: &Path) -> Result<()> {
        let picture = self.browser.client.get("/screenshot")?;
        write_picture(path, picture.as_str().unwrap_or_default())
    }

    /// Writes a picture of the whole page as PNG; Chromium only.
    ///
    /// # Errors
    /// When the browser gives none or the file cannot be written.
    pub fn screenshot_full(&self, path: &Path) -> Result<()> {
        let params = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = self.browser.devtools("Page.captureScreenshot", params)?;
        write_picture(path, picture["data"].as_str().unwrap_or_default())
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.browser.client.post(path, body)
    }

    #[track_caller]
    pub(crate) fn expect(&self, answer: Result<Value>, what: &str) -> Value {
        match answer {
            Ok(value) => value,
            Err(error) => panic!("{what}: {error:#}"),
        }
    }
}

/// Whether an element takes up room and is not hidden, as a JavaScript function.
const SHOWN: &str = "e => e.checkVisibility({ visibilityProperty: true }) \
                     && e.getClientRects().length > 0";

fn write_picture(path: &Path, base64: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(path, base64::engine::general_purpose::STANDARD.decode(base64)?)?)
}
