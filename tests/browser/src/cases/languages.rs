//! Articles in other languages, and from other times.

use super::built::{article, build};
use browser_tests::{Page, Site, SiteOptions};
use serde_json::{Value, json};

super::cases![it_runs_from_right_to_left, before_our_era, a_link_around_a_quotation];

/// The page of an article that has these parts and nothing else.
fn with(page: &Page, name: &str, parts: Value, look: impl Fn(&Page)) {
    let mut whole = article(page);
    for list in ["blocks", "entities", "mentions", "times", "events", "quotes", "figures", "notes"]
    {
        whole[list] = parts.get(list).cloned().unwrap_or(json!([]));
    }
    whole["meta"] = json!({"slug": name, "title": "", "language": parts["language"]});
    let folder = build(page, &whole, name);
    let site = Site::serve(&folder, SiteOptions::default()).expect("a free port");
    let page = page.on(&site);
    page.resize(1280, 800);
    page.open("");
    look(&page);
    let _ = std::fs::remove_dir_all(&folder);
}

fn paragraph(text: &str) -> Value {
    json!({"kind": "paragraph", "part": "body", "text": text})
}

/// How far the first words of a paragraph stand from its left and from its right edge.
const EDGES: &str = "(() => {
    const block = document.querySelector(arguments0);
    const range = document.createRange();
    range.selectNodeContents(block);
    const line = range.getClientRects()[0];
    const box = block.getBoundingClientRect();
    return [line.left - box.left, box.right - line.right];
})()";

fn it_runs_from_right_to_left(page: &Page) {
    let parts = json!({
        "language": "ar",
        "blocks": [paragraph("أعيد فتح الميناء."), paragraph("The port is open.")],
    });
    with(page, "rtl", parts, |page| {
        assert_eq!(page.attribute("#article", "dir").as_deref(), Some("rtl"));
        let edges = |css: &str| page.eval(&EDGES.replace("arguments0", &format!("'{css}'")));
        let (arabic, english) = (edges("#para-1"), edges("#para-2"));
        assert!(arabic[1].as_f64() < Some(1.0) && arabic[0].as_f64() > Some(100.0), "{arabic}");
        assert!(english[0].as_f64() < Some(1.0) && english[1].as_f64() > Some(100.0), "{english}");
        assert_eq!(
            page.eval_text("getComputedStyle(document.querySelector('.about')).direction"),
            "ltr"
        );
    });
}

fn before_our_era(page: &Page) {
    let text = "The town was founded in 399 BC. It was burnt in 45 BC.";
    let event = |id: &str, headline: &str, when: &str, passage: [u32; 2]| {
        json!({"id": id, "kind": "", "headline": headline, "when": when,
               "passages": [passage], "certainty": "reported"})
    };
    let parts = json!({
        "language": "en",
        "blocks": [paragraph(text)],
        "events": [
            event("founded", "Town founded", "-0398", [0, 31]),
            event("burnt", "Town burnt", "-0044", [32, 54]),
        ],
    });
    with(page, "bc", parts, |page| {
        page.wait_words("#ticks", &["399 BC"]);
        page.click("#band [title^=True]");
        page.wait_words("#ticks", &["00 BC"]);
        assert!(!page.text("#ticks").contains('-') && !page.text("#ticks").contains("01 BC"));
    });
}

fn a_link_around_a_quotation(page: &Page) {
    let mut block = paragraph("“The plan is dead”, the paper wrote.");
    block["inlines"] =
        json!([{"span": [0, 35], "kind": "link", "address": "https://news.example/plan"}]);
    let parts = json!({
        "language": "en",
        "blocks": [block],
        "quotes": [{"id": "q-plan", "span": [0, 18], "inner": [1, 17]}],
    });
    with(page, "linked", parts, |page| {
        assert_eq!(page.text("#para-1 [data-quote]"), "“The plan is dead”");
        assert_eq!(page.count("#para-1 a.link:empty, #para-1 a a"), 0);
        page.click("#para-1 .opening");
        page.wait_words("#card", &["The plan is dead"]);
        page.wait_for("#card a[href='https://news.example/plan']");
    });
}
