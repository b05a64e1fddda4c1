//! What stays when parts are missing: the page.

use browser_tests::{Emulation, Page, Reply, Site, SiteOptions};
use std::sync::Arc;

super::cases![links_lead_somewhere_without_script, it_stays_readable_without_its_program];

fn links_lead_somewhere_without_script(page: &Page) {
    page.emulate(Emulation::NoScript);
    page.load("");
    let lost = page.eval(
        "[...document.querySelectorAll('a[href^=\"#\"]')]
            .map(link => decodeURIComponent(link.hash.slice(1)))
            .filter(id => id && !document.getElementById(id))",
    );
    assert_eq!(lost, serde_json::json!([]), "links to ids that are not on the page");
    let ready = page.eval("document.documentElement.hasAttribute('data-ready')");
    assert_eq!(ready, false, "scripts are off");
}

fn it_stays_readable_without_its_program(page: &Page) {
    let refuse = |path: &str| path.ends_with(".wasm").then(|| Reply::new(404, "text/plain", ""));
    let options = SiteOptions { extra: Some(Arc::new(refuse)), ..SiteOptions::default() };
    let broken = Site::serve(page.site.folder(), options).expect("a free port");
    let page = page.on(&broken);
    page.load("");
    page.wait_shown("#off-notice");
    assert!(page.text("main").len() > 20, "the article is there");
}
