//! What came with an article and is none of it is left out; a paragraph is called something else.

use super::correcting::{article, done, exported, form_of, select, write};
use super::keeping::is_kept;
use super::opening::{begin, choose};
use super::sharing::open_from_disk;
use browser_tests::Page;
use serde_json::json;

super::cases![
    a_paragraph_is_left_out_and_put_back,
    what_is_left_out_stays_so_and_leaves_with_nothing,
    several_paragraphs_at_once,
    a_paragraph_is_a_heading_or_the_title,
    the_headline_follows_the_title,
];

/// Selects words, and says what the paragraph around them is.
#[track_caller]
fn shape(page: &Page, words: &str, called: &str) {
    select(page, words);
    page.choose(".selection .marking button", "Paragraph");
    page.wait_shown(".choices [data-called]");
    page.wait_until("document.activeElement.matches('.choices button')");
    page.choose(".choices button", called);
    page.wait_gone(".selection");
}

fn a_paragraph_is_left_out_and_put_back(page: &Page) {
    begin(page);
    let soleimani = "#story .mention[data-entity=qassem-soleimani]";
    page.wait_for(soleimani);
    shape(page, "drone strike", "Leave out");
    page.wait_words("#story .taken-out", &["Left out: ““We will act,”", "Put back"]);
    assert_eq!(page.count(soleimani), 0);
    assert!(!page.shown("#story").contains("weeks of rockets"));
    page.wait_words(".notice", &["Left out:"]);
    // What is not shown is not found.
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("rockets");
    page.wait_words(".find .count", &["not in the text"]);
    page.press("Escape");
    // By keyboard, and with all its marks.
    page.run("document.querySelector('[data-put-back]').focus()", &[]);
    page.press("Enter");
    page.wait_for(soleimani);
    page.wait_gone(".taken-out");
    page.wait_until("document.activeElement.textContent.includes('weeks of rockets')");
    page.wait_until("document.activeElement.matches('[data-block]')");
    // After another correction as well, which stays.
    shape(page, "drone strike", "Leave out");
    form_of(page, "#story .mention", "Reuters");
    write(page, "role", "agency");
    done(page);
    page.press("Escape");
    page.click("[data-put-back]");
    page.wait_for(soleimani);
    page.choose("#story .mention", "Reuters");
    page.wait_words("#card", &["agency"]);
    page.press("Control+z");
    page.wait_until("!document.getElementById('card').textContent.includes('agency')");
    assert_eq!(page.count(soleimani), 1);
    assert_eq!(page.console_errors(), [""; 0]);
}

fn what_is_left_out_stays_so_and_leaves_with_nothing(page: &Page) {
    begin(page);
    shape(page, "drone strike", "Leave out");
    // Behind it, all marks keep their words.
    form_of(page, "#story .date", "2014");
    write(page, "date", "May 2014");
    done(page);
    page.press("Escape");
    is_kept(page);
    page.reload();
    page.wait_shown("#story .taken-out");
    page.choose("#story .date", "2014");
    page.wait_words("#card", &["May 2014"]);
    page.press("Escape");
    let markdown = exported(page, "markdown");
    assert!(!markdown.contains("rockets") && markdown.contains("came back in 2014"), "{markdown}");
    let left = article(page);
    let kinds = left["blocks"].as_array().map(Vec::len);
    assert_eq!(kinds, Some(5), "title, author, day and two paragraphs");
    let _file = open_from_disk(page, "shape", &exported(page, "page"));
    page.wait_shown("#story .taken-out");
    assert_eq!(article(page), left);
    page.open("open.html");
    page.wait_shown("#start");
    choose(page, &[("left.json", &left.to_string())]);
    page.wait_gone("#start");
    page.wait_for("#article .mention");
    assert_eq!((article(page), page.count(".taken-out")), (left, 0));
    page.choose("#story .date", "2014");
    page.wait_words("#card", &["May 2014"]);
}

fn several_paragraphs_at_once(page: &Page) {
    begin(page);
    select(page, "weeks of rockets.\nIn 2003");
    page.choose(".selection .marking button", "Paragraph");
    page.choose(".choices button", "Leave out 2 paragraphs");
    page.wait_until("document.querySelectorAll('.taken-out').length === 2");
    page.wait_words(".notice", &["and 1 more"]);
    page.click(".quiet [data-desk=back]");
    page.wait_gone(".taken-out");
}

fn a_paragraph_is_a_heading_or_the_title(page: &Page) {
    begin(page);
    shape(page, "In 2003", "A heading");
    page.wait_words("#story h2", &["In 2003 the United States invaded Iraq."]);
    page.wait_until("document.activeElement.matches('#story h2')");
    page.wait_for("#story h2 .mention");
    shape(page, "In 2003", "An image credit");
    page.wait_words("#story p.credit", &["In 2003"]);
    shape(page, "In 2003", "It is the title");
    page.wait_words(".head h1", &["In 2003 the United States invaded Iraq."]);
    page.wait_until("document.title.startsWith('In 2003')");
    page.wait_words(".head h2", &["Vote in Baghdad"]);
    assert_eq!(page.count("#article h1"), 1);
    page.click("[data-desk=undo]");
    page.wait_words(".head h1", &["Vote in Baghdad"]);
    page.wait_until("document.title.startsWith('Vote in Baghdad')");
}

fn the_headline_follows_the_title(page: &Page) {
    begin(page);
    page.click("[data-opens=article]");
    page.wait_shown(".about-article");
    page.run(
        "document.querySelector('.about-article [name=title]').value = arguments[0]",
        &[json!("Baghdad votes")],
    );
    page.click(".about-article [type=submit]");
    page.wait_until("document.title === 'Baghdad votes'");
    page.press("Escape");
    assert_eq!(page.text("#article h1"), "Baghdad votes");
    assert!(exported(page, "markdown").contains("# Baghdad votes\n"));
    let left = article(page);
    assert_eq!(
        (&left["blocks"][0]["kind"], &left["blocks"][0]["text"]),
        (&json!("title"), &json!("Baghdad votes"))
    );
    page.choose("#story .mention", "Qassem Soleimani");
    page.wait_words("#card-title", &["Qassem Soleimani"]);
    page.press("Escape");
    page.click("[data-desk=undo]");
    page.wait_words("#article h1", &["Vote in Baghdad: what comes next"]);
    page.wait_for("#article h1 .mention");
}
