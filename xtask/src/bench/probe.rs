//! What a page is watched with while it loads.

use anyhow::{Context, Result};
use browser_tests::{Browser, Emulation, Network, Page, Site, SiteOptions};
use serde_json::{Value, json};
use std::path::Path;

/// Runs before anything of the page.
const PROBE: &str = r#"
window.probe = { ready: null, shift: 0, blocking: 0, marked: null };
new PerformanceObserver(list => {
    for (const entry of list.getEntries())
        if (!entry.hadRecentInput) probe.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) probe.blocking += Math.max(0, entry.duration - 50);
}).observe({ type: "longtask", buffered: true });
new MutationObserver((_, self) => {
    if (document.documentElement?.hasAttribute("data-ready")) {
        probe.ready = performance.now();
        self.disconnect();
    }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
if (window.HighlightRegistry) {
    const set = HighlightRegistry.prototype.set;
    HighlightRegistry.prototype.set = function (...rest) {
        const result = set.apply(this, rest);
        probe.marked = performance.now();
        return result;
    };
}
"#;

/// The device a page is loaded on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// 1280×800, this machine's processor and line.
    Desktop,
    /// 360×740, a processor four times slower, slow 4G.
    Phone,
    /// The same on whatever line the site has. Chromium slows down pages only: see
    /// [`SlowWorkers`](super::slow_workers::SlowWorkers).
    PhoneAlone,
}

/// How many times slower the phone's processor is.
pub const SLOWER: f64 = 4.0;

/// One load, milliseconds from the navigation's start.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// First contentful paint.
    pub paint: f64,
    /// The end of the `load` event.
    pub load: f64,
    /// `html[data-ready]`; the `load` event where a page has no such attribute.
    pub ready: f64,
    /// Cumulative layout shift.
    pub shift: f64,
    /// What tasks took beyond 50 ms each.
    pub blocking: f64,
    /// Bytes of all bodies, compressed as sent.
    pub bytes: f64,
}

/// Serves a folder on a port of its own, so that nothing of it is in any cache.
pub fn serve(folder: &Path) -> Result<Site> {
    Ok(Site::serve(folder, SiteOptions::default())?)
}

/// The same over a slow line, for pages and workers alike.
pub fn serve_slowly(folder: &Path) -> Result<Site> {
    let line = Some(Network::SLOW_4G);
    Ok(Site::serve(folder, SiteOptions { line, ..SiteOptions::default() })?)
}

/// A new tab with the probe.
pub fn page<'a>(browser: &'a Browser, site: &'a Site, device: Device) -> Result<Page<'a>> {
    let page = browser.page(site)?;
    match device {
        Device::Desktop => page.resize(1280, 800),
        Device::Phone | Device::PhoneAlone => {
            page.resize(360, 740);
            page.emulate(Emulation::Touch);
            page.emulate(Emulation::SlowProcessor(SLOWER));
            if device == Device::Phone {
                page.emulate(Emulation::Line(Network::SLOW_4G));
            }
        }
    }
    page.devtools("Page.enable", json!({}));
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE }));
    Ok(page)
}

/// A page of a site on the desktop profile, once it answers.
pub fn live<'a>(browser: &'a Browser, site: &'a Site, address: &str) -> Result<Page<'a>> {
    let page = page(browser, site, Device::Desktop)?;
    page.open(address);
    Ok(page)
}

/// Loads a site once, cold. `live` pages are waited for until they answer.
pub fn load(browser: &Browser, folder: &Path, device: Device, live: bool) -> Result<Load> {
    let site = serve(folder)?;
    browser.devtools("Network.clearBrowserCache", json!({}))?;
    let page = page(browser, &site, device)?;
    if live {
        page.open("")
    } else {
        page.load("")
    }
    // Long tasks and shifts are told of late; the paint too.
    page.eval(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
            setTimeout(done, 150))))",
    );
    let value = page.run(
        "const [navigation] = performance.getEntriesByType('navigation');
         const files = performance.getEntriesByType('resource');
         const sum = (total, entry) => total + entry.encodedBodySize;
         return {
             paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
             load: navigation.loadEventEnd,
             ready: probe.ready ?? navigation.loadEventEnd,
             shift: probe.shift, blocking: probe.blocking,
             bytes: [navigation, ...files].reduce(sum, 0),
         };",
        &[],
    );
    let field = |name: &str| number(&value, name);
    Ok(Load {
        paint: field("paint")?,
        load: field("load")?,
        ready: field("ready")?,
        shift: field("shift")?,
        blocking: field("blocking")?,
        bytes: field("bytes")?,
    })
}

fn number(value: &Value, name: &str) -> Result<f64> {
    value[name].as_f64().with_context(|| format!("the browser told no {name}"))
}
