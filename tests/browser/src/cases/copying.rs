//! Copied: links, passages, quotations.

use super::links::marked;
use browser_tests::{Engine, Page, skip};
use serde_json::json;

super::cases![
    the_card_copies_its_link,
    a_copied_passage_ends_in_a_text_fragment,
    the_clipboard_really_has_it,
    copying_that_is_refused_says_so,
];

fn the_card_copies_its_link(page: &Page) {
    page.resize(1280, 800);
    page.open("#scale=order");
    page.catch_copies();
    page.click("[data-entity=mark-esper]");
    page.wait_shown("#card");
    page.choose("#card button", "Copy link");
    page.wait_words(".quiet .notice", &["Link copied."]);
    let copied = page.eval_text("copied");
    assert_eq!(copied, format!("{}#at=mark-esper&scale=order", page.site.url()));
}

/// Selects the words by mouse and waits for the bar over them.
fn select(page: &Page, words: &str) {
    let ends = page.run(
        "const walk = document.createTreeWalker(document.getElementById('story'), NodeFilter.SHOW_TEXT);
         for (let node; (node = walk.nextNode());) {
             const at = node.data.indexOf(arguments[0]);
             if (at < 0) continue;
             const range = document.createRange();
             range.setStart(node, at);
             range.setEnd(node, at + arguments[0].length);
             node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
             const lines = range.getClientRects();
             const [first, last] = [lines[0], lines[lines.length - 1]];
             return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
         }",
        &[json!(words)],
    );
    let end = |n: usize| ends[n].as_f64().expect("the words stand in one text node");
    page.drag((end(0) + 0.4, end(1)), (end(2) + 0.4, end(3)));
    page.wait_shown(".selection");
}

fn a_copied_passage_ends_in_a_text_fragment(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    page.catch_copies();
    select(page, "with specific details about");
    page.choose(".selection button", "Copy link");
    page.wait_words(".quiet .notice", &["copied"]);
    let copied = page.eval_text("copied");
    let (link, directive) = copied.split_once(":~:text=").expect("a text fragment");
    assert_eq!(directive, "with%20specific%20details%20about");
    assert!(link.ends_with("#text=with%20specific%20details%20about"), "{link}");
    page.open(copied.strip_prefix(&page.site.url()).expect("the page’s own address"));
    marked(page, "here");
    assert_eq!(
        page.eval_text("String([...CSS.highlights.get('here')][0])"),
        "with specific details about"
    );
}

fn the_clipboard_really_has_it(page: &Page) {
    if page.engine() != Engine::Chromium {
        skip("only Chromium lets a test read the clipboard");
    }
    page.resize(1280, 800);
    page.open("");
    let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    page.devtools("Browser.grantPermissions", json!({ "permissions": permissions }));
    page.click("[data-entity=mark-esper]");
    page.choose("#card button", "Copy link");
    page.wait_words(".quiet .notice", &["Link copied."]);
    let copied = page.eval_text("navigator.clipboard.readText()");
    assert_eq!(copied, format!("{}#mark-esper", page.site.url()));
}

fn copying_that_is_refused_says_so(page: &Page) {
    page.resize(1280, 800);
    page.open("#mark-esper");
    page.run(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
         document.execCommand = () => false;",
        &[],
    );
    page.choose("#card button", "Copy link");
    page.wait_words(".quiet .notice", &["did not allow copying"]);
    assert_eq!(page.count("textarea"), 0, "nothing is left behind");
}
