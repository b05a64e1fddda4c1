//! After the first visit everything works without a network; newer versions are offered.

use super::keeping::{begin, paste};
use browser_tests::{Engine, Page, Reply, Site, SiteOptions, skip};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

super::cases![
    everything_works_without_a_network,
    a_newer_version_is_offered_and_never_forced,
    what_is_shared_stays_on_the_device,
    a_full_storage_is_not_no_network,
    an_article_s_page_has_no_worker,
    it_can_be_installed,
];

/// Waits until the worker looks after the page.
#[track_caller]
fn is_looked_after(page: &Page) {
    page.wait_until("navigator.serviceWorker.controller?.state === 'activated'");
}

fn go(page: &Page, rest: &str) {
    page.load(rest);
    page.wait_for("html[data-ready]");
}

fn everything_works_without_a_network(page: &Page) {
    begin(page);
    is_looked_after(page);
    let kept = page.eval_text("location.search");
    // An article's page, visited.
    go(page, "");
    let title = page.eval_text("document.title");
    page.site.hang_up();
    go(page, &format!("open.html{kept}"));
    page.wait_words("#article", &["Troops leave Basra"]);
    page.click("[data-desk=start]");
    paste(
        page,
        "Offline\n\nPARIS, 3 March 2009 - Prime Minister John Smith went to Paris on Monday.",
    );
    page.wait_words("#article", &["went to Paris"]);
    page.click("[data-desk=start]");
    page.click("[data-start=example]");
    page.wait_until(&format!("document.title === {}", json!(title)));
    go(page, "");
    assert_eq!(page.eval_text("document.title"), title);
    page.load("never/seen/");
    page.wait_words("body", &["No network", "Articles kept in this browser"]);
}

fn a_newer_version_is_offered_and_never_forced(page: &Page) {
    let newer = Arc::new(AtomicBool::new(false));
    let (is_newer, folder) = (Arc::clone(&newer), page.site.folder().to_owned());
    let extra = move |path: &str| {
        if !is_newer.load(Ordering::Relaxed) {
            return None;
        }
        let (mime, old, new) = match path {
            "sw.js" => ("text/javascript", "VERSION = \"", "VERSION = \"second-"),
            "open.html" => ("text/html", "<title>", "<meta name=\"second\"><title>"),
            _ => return None,
        };
        let text = std::fs::read_to_string(folder.join(path)).unwrap_or_default();
        assert!(text.contains(old), "{path} has no {old}");
        Some(Reply::new(200, mime, text.replacen(old, new, 1)))
    };
    let options = SiteOptions {
        mount: "some/where".into(),
        extra: Some(Arc::new(extra)),
        ..Default::default()
    };
    let site = Site::serve(page.site.folder(), options)
        .unwrap_or_else(|error| panic!("expected to serve the site again: {error}"));
    let page = &page.on(&site);
    begin(page);
    is_looked_after(page);
    assert!(!page.is_shown(".update"));
    newer.store(true, Ordering::Relaxed);
    page.reload();
    page.wait_words("#article", &["Troops leave Basra"]);
    page.wait_words(".update", &["A new version is ready", "Use it now"]);
    // Not by a reload either: only when it is pressed.
    page.reload();
    page.wait_words(".update", &["A new version is ready"]);
    assert_eq!(page.count("meta[name=second]"), 0);
    page.click("[data-desk=update]");
    page.wait_for("html[data-ready] meta[name=second]");
    page.wait_words("#article", &["Troops leave Basra"]);
    assert!(!page.is_shown(".update"));
}

fn what_is_shared_stays_on_the_device(page: &Page) {
    page.open("open.html");
    is_looked_after(page);
    let share = "const form = new FormData();
        for (const [name, value] of arguments[0]) form.append(name, value);
        return fetch('open.html', { method: 'POST', body: form }).then(answer => answer.ok)";
    let told = "Prime Minister John Smith said on Monday that some 200 troops would leave Basra. \
                “We will act,” he said. ";
    let asked = page.site.asked().len();
    let words = json!([[["title", "Troops leave Basra"], ["text", told.repeat(5)]]]);
    let to = page.run(share, words.as_array().map_or(&[], Vec::as_slice));
    assert_eq!(to, true);
    assert_eq!(page.site.asked().split_off(asked), [""; 0], "nothing went to the site");
    // Any page could have sent it: the reader is asked, after a reload too.
    go(page, "open.html?shared");
    page.wait_shown("#start .shared");
    page.reload();
    page.wait_until("document.activeElement.matches('[data-shared=take]')");
    assert_eq!(page.count(".kept-articles li"), 0);
    page.press("Enter");
    page.wait_words("#article", &["Troops leave Basra", "We will act"]);
    // An address alone is no article, and this page may not fetch it.
    let words = json!([[["title", "News"], ["url", "https://example.org/news"]]]);
    page.run(share, words.as_array().map_or(&[], Vec::as_slice));
    go(page, "open.html?shared");
    page.click("[data-shared=take]");
    page.wait_words("#start .refused", &["Only the address of a page was shared"]);
    // What is not wanted does not stay.
    page.run(share, words.as_array().map_or(&[], Vec::as_slice));
    go(page, "open.html?shared");
    page.click("[data-shared=leave]");
    page.wait_gone("#start .shared");
    assert_eq!(page.eval_text("location.search"), "");
    page.eval(
        "new Promise(done => {
            const look = async () => {
                const names = (await caches.keys()).filter(name => name.endsWith(' shared'));
                const kept = await Promise.all(names.map(async name =>
                    (await (await caches.open(name)).keys()).length));
                kept.every(count => count === 0) ? done(0) : setTimeout(look, 20);
            };
            look();
        })",
    );
}

fn a_full_storage_is_not_no_network(page: &Page) {
    if page.engine() != Engine::Chromium {
        skip("needs the DevTools protocol");
    }
    page.open("open.html");
    is_looked_after(page);
    page.eval(
        "caches.keys().then(all => Promise.all(all.filter(name => name.endsWith(' visited'))
            .map(name => caches.delete(name)))).then(() => 0)",
    );
    let origin = page.eval_text("location.origin");
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 }));
    go(page, "");
    assert_ne!(page.eval_text("document.title"), "No network");
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
}

fn an_article_s_page_has_no_worker(page: &Page) {
    page.open("");
    let count = "navigator.serviceWorker.getRegistrations().then(all => all.length)";
    assert_eq!(page.eval_number(count), 0.0);
    assert_eq!(page.count("link[rel=manifest]"), 0);
}

fn it_can_be_installed(page: &Page) {
    if page.engine() != Engine::Chromium {
        skip("needs the DevTools protocol");
    }
    page.open("open.html");
    is_looked_after(page);
    let manifest = page.devtools("Page.getAppManifest", json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert!(manifest["url"].as_str().is_some_and(|url| url.ends_with(".webmanifest")));
    let errors = page.devtools("Page.getInstallabilityErrors", json!({}));
    assert_eq!(errors["installabilityErrors"], json!([]), "{errors}");
}
