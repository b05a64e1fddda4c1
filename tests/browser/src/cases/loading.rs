//! The page comes, answers, and asks for nothing more.

use browser_tests::{Engine, Page, skip};

super::cases![
    it_answers,
    the_console_stays_silent,
    the_policy_allows_only_its_own,
    every_file_is_fetched_once,
    nothing_is_requested_after_load,
];

fn it_answers(page: &Page) {
    page.open("");
    assert!(!page.is_shown("#off-notice"), "it says that interactive parts are off");
}

fn the_console_stays_silent(page: &Page) {
    page.open("");
    assert_eq!(page.console_errors(), [""; 0]);
}

fn the_policy_allows_only_its_own(page: &Page) {
    page.open("");
    let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
    let policy = policy.unwrap_or_default();
    for part in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"] {
        assert!(policy.contains(part), "expected {part} in {policy:?}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    let first =
        page.eval_text("document.head.querySelector('meta[http-equiv], link, script').localName");
    assert_eq!(first, "meta", "the policy stands before everything it governs");
}

fn every_file_is_fetched_once(page: &Page) {
    if page.engine() == Engine::WebKit {
        skip("WebKit's fetch() does not take up what was preloaded");
    }
    page.open("");
    let mut asked = page.site.asked();
    asked.retain(|path| !path.ends_with("favicon.ico"));
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), all, "fetched twice: {:?}", page.site.asked());
}

fn nothing_is_requested_after_load(page: &Page) {
    page.open("");
    page.eval("scrollTo(0, document.body.scrollHeight)");
    page.eval("scrollTo(0, 0)");
    for css in ["a.mention", "[data-event]", "[data-time]"] {
        if page.is_shown(css) {
            page.hover(css);
            page.click(css);
            page.press("Escape");
        }
    }
    assert_eq!(page.requests_after_load(), [""; 0]);
}
