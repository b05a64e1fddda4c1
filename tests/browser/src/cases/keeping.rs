//! What a reader opens and corrects is kept, and found again.

use browser_tests::{Engine, Page, skip};
use serde_json::json;

super::cases![
    an_article_survives_a_reload,
    a_correction_survives_a_reload,
    a_link_into_a_kept_article,
    back_leads_to_the_start_screen_and_forward_to_the_article,
    an_address_that_nothing_is_kept_under_says_so,
    two_tabs_lose_nothing,
    corrected_here_and_thrown_away_elsewhere,
    left_while_it_is_being_saved,
    a_link_s_article_and_back,
    a_link_s_article_is_kept_when_asked,
    opened_again_after_another_was_refused,
    a_full_storage_says_so_at_once,
    a_blocked_storage_says_so_and_all_else_works,
];

/// An article about this city.
pub fn article(title: &str, city: &str) -> String {
    let told = format!(
        "Prime Minister John Smith said on Monday that some 200 troops would leave {city}. “We \
         will act,” he said. British forces captured {city} on 6 April 2003. The mayor of {city}, Jane Doe, welcomed the news on Tuesday."
    );
    format!("{title}\n\n{told}\n\n{told}")
}

/// Pastes an article on the start screen and waits until it is read and kept.
#[track_caller]
pub fn paste(page: &Page, words: &str) {
    page.wait_shown("#pasted");
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(words)]);
    page.click("#start .main");
    page.wait_for("#article .mention");
}

#[track_caller]
pub fn is_kept(page: &Page) {
    page.wait_words(".desk-bar .kept", &["Kept in this browser"]);
    page.wait_until("location.search.startsWith('?kept=')");
}

/// An article is on the desk, and kept.
#[track_caller]
pub fn begin(page: &Page) {
    page.open("open.html");
    paste(page, &article("Troops leave Basra", "Basra"));
    is_kept(page);
}

/// Writes a field of the article's window.
#[track_caller]
pub fn correct(page: &Page, field: &str, value: &str) {
    if !page.is_shown(".window.article") {
        page.click("[data-opens=article]");
    }
    page.wait_shown(".about-article");
    let script = "document.querySelector(`.about-article [name=${arguments[0]}]`).value = \
                  arguments[1]";
    page.run(script, &[json!(field), json!(value)]);
    page.click(".about-article [type=submit]");
}

/// What stands on the timeline.
const MARKS: &str = "#marks :is([data-event], [data-cluster])";

#[track_caller]
pub fn to_start(page: &Page) {
    page.click("[data-desk=start]");
    page.wait_for(".kept-articles li");
}

fn an_article_survives_a_reload(page: &Page) {
    begin(page);
    let address = page.eval_text("location.href");
    page.wait_for(MARKS);
    let marks = page.count(MARKS);
    page.reload();
    page.wait_words("#article", &["Troops leave Basra", "some 200 troops"]);
    page.wait_for("#article .mention");
    assert_eq!(page.eval_text("location.href"), address);
    assert_eq!(page.eval_text("document.title"), "Troops leave Basra");
    page.wait_for(MARKS);
    assert_eq!(page.count(MARKS), marks, "the timeline is laid out as before");
    assert_eq!(page.console_errors(), [""; 0]);
}

fn a_correction_survives_a_reload(page: &Page) {
    begin(page);
    correct(page, "title", "Soldiers leave Basra");
    page.wait_until("document.title === 'Soldiers leave Basra'");
    is_kept(page);
    page.reload();
    page.wait_until("document.title === 'Soldiers leave Basra'");
    page.click("[data-desk=undo]");
    page.wait_until("document.title === 'Troops leave Basra'");
    is_kept(page);
    page.reload();
    page.wait_for("#article .mention");
    assert_eq!(page.eval_text("document.title"), "Troops leave Basra");
    page.wait_for("[data-desk=redo]:not([disabled])");
}

fn a_link_into_a_kept_article(page: &Page) {
    begin(page);
    page.click("#bar [data-panel=who]");
    page.wait_until("location.hash === '#panel=who'");
    page.reload();
    page.wait_for("#article .mention");
    page.wait_for("#bar [data-panel=who][aria-expanded=true]");
}

fn back_leads_to_the_start_screen_and_forward_to_the_article(page: &Page) {
    begin(page);
    page.back();
    page.wait_shown("#start");
    page.forward();
    page.wait_gone("#start");
    page.wait_words("#article", &["Troops leave Basra"]);
}

fn an_address_that_nothing_is_kept_under_says_so(page: &Page) {
    page.open("open.html?kept=nothere");
    page.wait_words("#start .refused", &["keeps no article under this address"]);
    assert_eq!(page.eval_text("location.search"), "");
}

fn two_tabs_lose_nothing(page: &Page) {
    begin(page);
    let rest = format!("open.html{}", page.eval_text("location.search"));
    let first = page.tab();
    let second = page.another_tab();
    page.open(&rest);
    page.wait_for("#article .mention");
    // In the second tab one thing, in the first another.
    correct(page, "title", "Soldiers leave Basra");
    page.turn_to(&first);
    page.wait_until("document.title === 'Soldiers leave Basra'");
    page.wait_words(".quiet .notice", &["Also changed in another tab; both are kept."]);
    correct(page, "site", "www.example.org");
    page.turn_to(&second);
    page.wait_words(".quiet .notice", &["Also changed in another tab; both are kept."]);
    for tab in [&second, &first] {
        page.turn_to(tab);
        page.reload();
        page.wait_until("document.title === 'Soldiers leave Basra'");
        page.click("[data-opens=article]");
        page.wait_words(".window.article .history", &["www.example.org", "Soldiers leave Basra"]);
    }
}

fn corrected_here_and_thrown_away_elsewhere(page: &Page) {
    begin(page);
    in_store(page, "for (const name of ALL) transaction.objectStore(name).clear()");
    correct(page, "title", "Soldiers leave Basra");
    to_start(page);
    page.wait_words(".kept-articles .title", &["Soldiers leave Basra"]);
    page.click(".kept-articles .title");
    page.wait_until("document.title === 'Soldiers leave Basra'");
    page.reload();
    page.wait_words("#article", &["some 200 troops"]);
}

fn left_while_it_is_being_saved(page: &Page) {
    begin(page);
    assert_eq!(page.eval("onbeforeunload === null"), true);
    // Nothing can be written as long as this goes on.
    in_store(
        page,
        "const store = transaction.objectStore('articles');
         const hold = () => { if (!window.release) store.get('').onsuccess = hold };
         hold()",
    );
    correct(page, "title", "Soldiers leave Basra");
    page.wait_words(".desk-bar .kept", &["Saving …"]);
    assert_eq!(page.eval("typeof onbeforeunload"), "function", "the browser asks first");
    correct(page, "site", "www.example.org");
    to_start(page);
    page.eval("window.release = true");
    page.wait_until("onbeforeunload === null");
    page.wait_words(".kept-articles .title", &["Soldiers leave Basra"]);
    page.click(".kept-articles .title");
    page.wait_until("document.title === 'Soldiers leave Basra'");
    page.reload();
    page.click("[data-opens=article]");
    page.wait_words(".window.article .history", &["www.example.org", "Soldiers leave Basra"]);
}

/// Runs a script within a transaction over all that is kept; it need not have ended.
#[track_caller]
fn in_store(page: &Page, script: &str) {
    page.eval(&format!(
        "new Promise((done, failed) => {{
            const ALL = ['articles', 'texts', 'drafts'];
            const ask = indexedDB.open('dateline');
            ask.onerror = failed;
            ask.onsuccess = () => {{
                const transaction = ask.result.transaction(ALL, 'readwrite');
                {script};
                done(0);
            }};
        }})"
    ));
}

/// An article came in a link that was made of a kept one.
#[track_caller]
fn follow_a_link_s_article(page: &Page) {
    begin(page);
    page.catch_copies();
    page.click("[data-opens=share]");
    page.wait_words(".link-length", &["characters"]);
    page.click("[data-share=link]");
    page.wait_until("window.copied");
    let link = page.eval_text("copied.split('#')[1]");
    page.open("open.html");
    page.wait_shown("#start");
    page.follow(&link);
    page.wait_gone("#start");
}

fn a_link_s_article_and_back(page: &Page) {
    follow_a_link_s_article(page);
    page.wait_words("#article", &["Troops leave Basra"]);
    page.wait_words(".desk-bar .kept", &["Not kept: it came in a link."]);
    // Steps within the article stay in it.
    page.click("#bar [data-panel=who]");
    page.wait_until("location.hash.startsWith('#panel=who')");
    page.back();
    page.wait_until("!location.hash.startsWith('#panel=who')");
    assert!(!page.is_shown("#start"));
    page.back();
    page.wait_shown("#start");
    page.forward();
    page.wait_gone("#start");
}

fn a_link_s_article_is_kept_when_asked(page: &Page) {
    follow_a_link_s_article(page);
    page.click("[data-desk=keep]");
    is_kept(page);
    page.reload();
    page.wait_words("#article", &["Troops leave Basra"]);
    to_start(page);
    page.wait_until("document.querySelectorAll('.kept-articles li').length === 2");
}

fn opened_again_after_another_was_refused(page: &Page) {
    begin(page);
    let script = "const given = new DataTransfer();
        given.items.add(new File([new Uint8Array(400)], 'picture.png'));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true }));";
    page.run(script, &[]);
    page.wait_until("document.querySelector('.notice').textContent.length > 20");
    // The article stays where it is, and can be left and opened again.
    page.wait_words("#article", &["some 200 troops"]);
    to_start(page);
    page.click(".kept-articles .title");
    page.wait_gone("#start");
    page.wait_words("#article", &["some 200 troops"]);
}

#[track_caller]
fn only_chromium(page: &Page) {
    if page.engine() != Engine::Chromium {
        skip("needs the DevTools protocol");
    }
}

fn a_full_storage_says_so_at_once(page: &Page) {
    only_chromium(page);
    page.open("open.html");
    let origin = page.eval_text("location.origin");
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 }));
    paste(page, &article("Troops leave Basra", "Basra"));
    page.wait_words(".desk-bar .kept", &["Not kept: the browser’s storage is full.", "Export it"]);
    page.click(".desk-bar .kept [data-opens=share]");
    page.wait_shown(".window.share");
    // As soon as there is room again, all of it is kept.
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
    correct(page, "title", "All soldiers leave Basra");
    is_kept(page);
}

/// From the next load on the page may keep nothing.
pub fn block_storage(page: &Page) {
    only_chromium(page);
    let script = "Object.defineProperty(window, 'indexedDB', {
        get() { throw new DOMException('no', 'SecurityError') } })";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
}

fn a_blocked_storage_says_so_and_all_else_works(page: &Page) {
    block_storage(page);
    page.open("open.html");
    paste(page, &article("Troops leave Basra", "Basra"));
    page.wait_words(".desk-bar .kept", &["Not kept: this browser does not let pages keep things."]);
    assert_eq!(page.eval_text("location.search"), "");
    correct(page, "title", "Soldiers leave Basra");
    page.wait_until("document.title === 'Soldiers leave Basra'");
}
