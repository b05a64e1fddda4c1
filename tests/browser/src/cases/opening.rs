//! Any article: pasted, chosen, linked; read, and explored like one that was published.

use super::keeping::paste;
use browser_tests::{Engine, Page, skip};
use serde_json::json;

super::cases![
    pasted_words_become_an_article_to_explore,
    rich_text_keeps_its_links_and_nothing_else,
    several_files_at_once,
    a_file_that_is_no_article_says_why,
    an_article_without_a_day_is_asked_for_one,
    on_a_phone_the_timeline_is_a_list,
    the_example_is_the_first_article,
    what_a_program_found_says_so_and_why,
    reading_can_be_stopped,
    another_article_is_opened_while_one_is_read,
    a_refused_file_leaves_the_article_where_it_is,
    the_way_there_from_an_article,
    another_page_hands_its_article_over,
    nothing_is_asked_of_others,
];

/// A news article as one would paste it.
pub const NEWS: &str = "Vote in Baghdad: what comes next\n\nBy Jane Doe\n\n8 January 2020\n\n\
    BAGHDAD (Reuters) - Prime Minister Adel Abdul Mahdi met US Ambassador Matthew Tueller on \
    Monday. Some 5,200 US troops are in Iraq, and the parliament voted on Sunday to send them \
    home.\n\n“We will act,” Abdul Mahdi said on Tuesday. The drone strike that killed Qassem \
    Soleimani on Friday came after weeks of rockets.\n\nIn 2003 the United States invaded Iraq. \
    Its troops withdrew in 2011 and came back in 2014.\n";

/// Opens the start screen and pastes the article there.
#[track_caller]
pub fn begin(page: &Page) {
    // Some engines begin with the window of a phone.
    page.resize(1024, 700);
    page.open("open.html");
    paste(page, NEWS);
}

fn pasted_words_become_an_article_to_explore(page: &Page) {
    begin(page);
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    page.choose("#story .mention", "Abdul Mahdi");
    page.wait_shown("#card");
    page.wait_words("#card-title", &["Adel Abdul Mahdi"]);
    page.click("#card .close");
    page.wait_for("#marks [data-event]");
    page.click("#bar [data-panel=when]");
    page.wait_words("#list-when", &["2003", "2014", "Dates in the text", "Monday"]);
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("rockets");
    page.wait_words(".find .count", &["once in the text"]);
    assert_eq!(page.console_errors(), [""; 0]);
}

fn rich_text_keeps_its_links_and_nothing_else(page: &Page) {
    if page.engine() == Engine::Firefox {
        skip("the paste events that scripts make there carry nothing");
    }
    page.open("open.html");
    let html = "<h1 onclick=hacked()>Ministers meet</h1><script>document.title='hacked'</script>\
        <p style=\"position:fixed\">The <b>ministers</b> met in <a href=\"https://example.org/b\">\
        Berlin</a> on 3 May 2021 and spoke for several hours about the matter of grain, which had \
        been on the table since the spring, and about <a href=\"javascript:hacked()\">the rest</a>\
        .</p><img src=x onerror=\"document.title='hacked'\"><p>They will meet again in the autumn, \
        said Foreign Minister John Smith, before the cameras of the world, in the same room.</p>";
    paste_rich(page, html);
    page.wait_for("#article .mention");
    assert_eq!(page.text("#article h1"), "Ministers meet");
    page.wait_for("#story strong");
    // The name inside the link carries its address.
    page.wait_for(
        "#story [href='https://example.org/b'],#story [data-address='https://example.org/b']",
    );
    assert_eq!(page.count("#article :is([onclick],[style],img,script,[href^=javascript])"), 0);
    assert_eq!(page.eval_text("document.title"), "Ministers meet");
}

/// Pastes rich text on the start screen.
#[track_caller]
pub fn paste_rich(page: &Page, html: &str) {
    page.run(
        "const data = new DataTransfer();
         data.setData('text/html', arguments[0]);
         data.setData('text/plain', 'plain');
         document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));",
        &[json!(html)],
    );
}

/// Puts files into the field for files.
#[track_caller]
pub fn choose(page: &Page, files: &[(&str, &str)]) {
    page.run(
        "const data = new DataTransfer();
         for (const [name, text] of arguments[0]) data.items.add(new File([text], name));
         const field = document.getElementById('files');
         field.files = data.files;
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(files)],
    );
}

fn several_files_at_once(page: &Page) {
    page.open("open.html");
    page.wait_shown("#start");
    let second = NEWS.replace("Vote in Baghdad", "Talks in Basra");
    choose(page, &[("one.txt", NEWS), ("two.md", &format!("# {second}"))]);
    page.wait_until("document.title.startsWith('Talks in Basra')");
    page.wait_for("#article .mention");
    page.click("[data-desk=start]");
    page.wait_words(".kept-articles", &["Talks in Basra", "Vote in Baghdad"]);
}

fn a_file_that_is_no_article_says_why(page: &Page) {
    page.open("open.html");
    page.wait_shown("#start");
    for (name, text, why) in [
        ("paper.pdf", "%PDF-1.7 \n\0\0", "PDF"),
        ("empty.txt", " \n ", "article"),
        ("data.json", "{\"meta\": 3", "JSON"),
    ] {
        choose(page, &[(name, text)]);
        page.wait_words("#start .refused", &[why]);
        assert!(page.is_shown("#pasted"), "{name}");
    }
    paste(page, NEWS);
    page.wait_gone("#start");
}

fn an_article_without_a_day_is_asked_for_one(page: &Page) {
    page.open("open.html");
    paste(page, &NEWS.replace("8 January 2020\n\n", ""));
    page.wait_shown(".asks");
    page.click("#asked-day");
    page.type_text("early");
    page.press("Enter");
    page.wait_until("document.querySelector('.asks .understood').textContent.length > 10");
    page.run("document.getElementById('asked-day').value = ''", &[]);
    page.click("#asked-day");
    page.type_text("8 January 2020");
    page.wait_words(".asks .understood", &["8 January 2020"]);
    page.press("Enter");
    page.wait_gone(".asks");
    page.choose("#story .date", "Friday");
    page.wait_words("#card", &["3 January 2020"]);
    page.click("#card .close");
    // Events that had no date have one.
    page.click("[data-panel=when]");
    page.wait_words("#list-when", &["Sunday 5 January 2020"]);
    page.wait_gone("[data-desk=stop]");
    // The day that dates count from, and that of publication.
    page.click("[data-desk=undo]");
    page.click("[data-desk=undo]");
    page.wait_shown(".asks");
    // The day of one article is not that of the next.
    assert_eq!(page.eval_text("document.getElementById('asked-day').value"), "8 January 2020");
    page.click("[data-desk=start]");
    paste(page, &NEWS.replace("8 January 2020\n\n", "").replace("Baghdad", "Mosul"));
    page.wait_shown(".asks");
    assert_eq!(page.eval_text("document.getElementById('asked-day').value"), "");
}

fn on_a_phone_the_timeline_is_a_list(page: &Page) {
    page.resize(360, 740);
    page.open("open.html");
    paste(page, NEWS);
    page.click("[data-opens=sheet]");
    page.wait_words("#sheet-rows", &["2003", "United States invaded Iraq"]);
}

fn the_example_is_the_first_article(page: &Page) {
    page.open("open.html");
    page.click("[data-start=example]");
    page.wait_words("#article h1", &["Iraq Gives the US Its Marching Orders"]);
    page.wait_for("a.mention[data-entity=ali-khamenei]");
    assert_eq!(page.count(".mention.found"), 0);
}

fn what_a_program_found_says_so_and_why(page: &Page) {
    begin(page);
    page.wait_for(".mention.found");
    page.wait_for(".date.found");
    page.choose("#story .date.found", "Sunday");
    page.wait_words(
        "#card",
        &["Counted from the reading date", "Found by a program", "counted from"],
    );
    page.wait_words("#article .about", &["A program found", "marks here"]);
}

fn reading_can_be_stopped(page: &Page) {
    page.open("open.html");
    page.wait_shown("#pasted");
    let long = NEWS.to_owned()
        + &(" The ministers met in Berlin on 3 May 2021.".repeat(200) + "\n\n").repeat(300);
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(long)]);
    page.click("#start .main");
    page.wait_shown("[data-desk=stop]");
    page.click("[data-desk=stop]");
    page.wait_gone("[data-desk=stop]");
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    assert_eq!(page.count("#article .mention"), 0);
    // The page answers, and can read another one.
    page.click("[data-desk=start]");
    paste(page, NEWS);
}

fn the_way_there_from_an_article(page: &Page) {
    page.open("");
    page.click(".terms .open a");
    page.wait_for("html[data-start][data-ready]");
    page.wait_shown("#pasted");
}

fn nothing_is_asked_of_others(page: &Page) {
    begin(page);
    page.click("#story .mention");
    page.wait_shown("#card");
    let own = page.eval_text("location.origin");
    let asked = page.eval("performance.getEntriesByType('resource').map(entry => entry.name)");
    for address in asked.as_array().into_iter().flatten() {
        let address = address.as_str().unwrap_or_default();
        assert!(address.starts_with(&own) || address.starts_with("blob:"), "{address}");
    }
}

fn another_page_hands_its_article_over(page: &Page) {
    if page.engine() == Engine::WebKit {
        skip("it opens no window that nobody has pressed for");
    }
    page.open("open.html");
    let script =
        page.eval_text("document.querySelector('[data-start=bookmarklet]').getAttribute('href')");
    let script = script.strip_prefix("javascript:").expect("a script");
    let before = page.tab();
    page.another_tab();
    page.open("");
    page.run(script, &[]);
    let tabs = page.tabs();
    let new = tabs.iter().rfind(|tab| **tab != before && **tab != page.tab());
    page.turn_to(new.expect("the script opens another tab"));
    page.wait_for("html[data-ready]");
    page.wait_words("#start .handed", &["A page of http://127.0.0.1", "has handed"]);
    assert_eq!(page.count("#article .mention"), 0);
    page.click("[data-start=take]");
    page.wait_words("#article h1", &["Iraq Gives the US Its Marching Orders"]);
    page.wait_for("#article .mention");
}

fn another_article_is_opened_while_one_is_read(page: &Page) {
    page.open("open.html");
    page.wait_shown("#pasted");
    let long = NEWS.replace("Vote in Baghdad", "A long one")
        + &(" The ministers met in Berlin on 3 May 2021.".repeat(200) + "\n\n").repeat(300);
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(long)]);
    page.click("#start .main");
    page.wait_shown("[data-desk=stop]");
    page.click("[data-desk=start]");
    page.wait_shown("#pasted");
    let count = "window.workers = 0;
        window.Worker = class extends Worker { constructor(...all) { super(...all); workers++; } }";
    page.run(count, &[]);
    paste(page, NEWS);
    assert_eq!(page.eval_number("window.workers"), 1.0, "the long one is not read to its end");
    page.wait_gone("[data-desk=stop]");
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    assert_eq!(page.eval_text("document.title"), "Vote in Baghdad: what comes next");
    super::keeping::is_kept(page);
    page.reload();
    page.wait_for("#article .mention");
    assert_eq!(page.eval_text("document.title"), "Vote in Baghdad: what comes next");
}

fn a_refused_file_leaves_the_article_where_it_is(page: &Page) {
    begin(page);
    super::keeping::is_kept(page);
    choose(page, &[("paper.pdf", "%PDF-1.7 \n\0\0")]);
    page.wait_words(".notice", &["PDF"]);
    assert!(!page.is_shown("#start"));
    page.wait_for("#article .mention");
    // Of several files the good ones are read all the same.
    let second = NEWS.replace("Vote in Baghdad", "Talks in Basra");
    choose(page, &[("paper.pdf", "%PDF-1.7 \n\0\0"), ("two.txt", &second)]);
    page.wait_until("document.title.startsWith('Talks in Basra')");
}
