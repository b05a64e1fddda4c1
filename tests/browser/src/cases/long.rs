//! A long article: what is in sight first, the rest while the page answers.

use super::opening::NEWS;
use browser_tests::{Page, skip};
use serde_json::json;

super::cases![
    is_there_from_its_first_to_its_last_word,
    colours_follow_the_reader,
    a_name_changes_where_it_was_not_seen_yet,
];

/// Paragraphs behind the article; all name the same man.
const PARAGRAPHS: usize = 600;

/// Pastes a long article and waits until all of it stands and has been read.
fn begin(page: &Page) {
    page.resize(1024, 700);
    page.open("open.html");
    page.wait_shown("#pasted");
    let paragraph = |n| format!("Week {n}: Prime Minister Adel Abdul Mahdi met the generals.\n\n");
    let all = format!("{NEWS}\n{}", (1..=PARAGRAPHS).map(paragraph).collect::<String>());
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(all)]);
    page.click("#start .main");
    page.wait_until(&format!("{LAST}?.textContent.startsWith('Week {PARAGRAPHS}:')"));
    page.wait_until(&format!("{LAST}.querySelector('.mention')"));
    page.wait_gone("[data-desk=stop]");
}

const LAST: &str = "[...document.querySelectorAll('#story [data-block]')].at(-1)";

fn is_there_from_its_first_to_its_last_word(page: &Page) {
    begin(page);
    let blocks = "[...document.querySelectorAll('#article [data-block]')]";
    let in_order = format!("{blocks}.every((block, n) => Number(block.dataset.block) === n)");
    assert_eq!(page.eval(&in_order), json!(true));
    let unmarked = format!(
        "{blocks}.filter(block => block.textContent.startsWith('Week') \
         && !block.querySelector('.mention')).length"
    );
    assert_eq!(page.eval_number(&unmarked), 0.0);
    assert_eq!(page.console_errors(), [""; 0]);
}

fn colours_follow_the_reader(page: &Page) {
    if page.eval("!self.CSS?.highlights") == json!(true) {
        skip("it colours no text without touching the document");
    }
    begin(page);
    page.choose("#story .mention", "Abdul Mahdi");
    page.wait_until("CSS.highlights.has('focus')");
    let coloured = |block: &str| {
        format!(
            "[...CSS.highlights.get('focus')].some(range => {block}.contains(range.startContainer))"
        )
    };
    let second = "document.querySelectorAll('#story .mention')[1].closest('[data-block]')";
    page.wait_until(&coloured(second));
    // Each costs whenever something is painted.
    let size = page.eval_number("CSS.highlights.get('focus').size");
    assert!(size < PARAGRAPHS as f64 / 2.0, "{size}");
    page.run("scrollTo(0, document.body.scrollHeight)", &[]);
    page.wait_until(&coloured(LAST));
    page.run("scrollTo(0, 0)", &[]);
    page.wait_until(&coloured(second));
}

fn a_name_changes_where_it_was_not_seen_yet(page: &Page) {
    begin(page);
    page.choose("#story .mention", "Abdul Mahdi");
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.wait_for("#card .mend");
    page.run(
        "const kind = document.querySelector('#card .mend [name=kind]');
         kind.value = 'organisation';
         kind.dispatchEvent(new Event('input', { bubbles: true }));",
        &[],
    );
    page.click("#card .mend .main");
    page.wait_gone("#card .mend");
    let is = |kind: &str| format!("{LAST}.querySelector('.mention.{kind}')");
    page.wait_until(&is("organization"));
    page.press("Control+z");
    page.wait_until(&is("person"));
}
