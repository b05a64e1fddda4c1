//! What a card's form has for an event and for a single place; what is said after a correction.

use super::correcting::{article, done, form_of, select, write};
use super::opening::begin;
use browser_tests::Page;
use serde_json::{Value, json};

super::cases![
    who_takes_part_in_an_event,
    words_of_an_event_are_added_and_removed,
    selected_words_are_added_to_an_event_that_is_chosen,
    an_event_without_a_date_has_an_interval,
    quotations_and_figures_of_an_event,
    a_list_is_ticked_by_keyboard,
    a_form_covers_neither_the_timeline_nor_its_words,
    this_place_names_somebody_else,
    a_note_on_a_date,
    publisher_and_short_name,
    the_keyboard_goes_into_a_form_and_comes_back,
    a_notice_takes_back_what_it_says,
    an_article_kept_nowhere_is_not_left_without_a_question,
];

/// The event of the pasted article that most of these tests correct.
const INVASION: &str = "United States invaded Iraq";

/// Opens the card of an event by its mark on the timeline, and the form on it.
#[track_caller]
fn form_of_event(page: &Page, headline: &str) {
    form_of(page, "#marks [data-event]", headline);
    page.wait_for("#card .mend [name=headline]");
}

/// Opens a folded list of the form.
#[track_caller]
fn unfold(page: &Page, name: &str) {
    page.run(
        "document.querySelector(`#card .mend [name=${arguments[0]}]`).closest('details')
             .querySelector('summary').click()",
        &[json!(name)],
    );
    page.wait_shown(&format!("#card [name={name}] li"));
}

/// Presses the line with these words in an open list.
#[track_caller]
fn tick(page: &Page, name: &str, words: &str) {
    page.choose(&format!("#card [name={name}] label"), words);
}

/// How many are ticked, as the list says.
#[track_caller]
fn count(page: &Page, name: &str, count: usize) {
    page.wait_until(&format!(
        "document.querySelector('#card [name={name}]').closest('details')
            .querySelector('.count').textContent === '{count}'"
    ));
}

#[track_caller]
fn event(page: &Page, headline: &str) -> Value {
    let article = article(page);
    let events = article["events"].as_array().cloned().unwrap_or_default();
    let event = events.into_iter().find(|event| event["headline"] == headline);
    event.unwrap_or_else(|| panic!("there is an event “{headline}”"))
}

fn who_takes_part_in_an_event(page: &Page) {
    begin(page);
    form_of_event(page, INVASION);
    unfold(page, "parts");
    count(page, "parts", 2);
    let first = page.text("#card [name=parts] li");
    assert!(["United States", "Iraq"].contains(&&*first), "{first} takes part and comes first");
    tick(page, "parts", "Matthew Tueller");
    tick(page, "parts", "Iraq");
    count(page, "parts", 2);
    done(page);
    page.wait_words("#card", &["Who and what", "Matthew Tueller"]);
    page.wait_words(".notice", &["Who takes part"]);
    assert_eq!(event(page, INVASION)["entities"], json!(["united-states", "matthew-tueller"]));
}

fn words_of_an_event_are_added_and_removed(page: &Page) {
    begin(page);
    form_of_event(page, INVASION);
    unfold(page, "passages");
    // The last one stays.
    page.wait_for("#card [name=passages] input:disabled:checked");
    select(page, "Its troops withdrew");
    page.wait_words("[data-tells=choose]", &["Add to this event"]);
    page.click("[data-tells=choose]");
    page.wait_gone(".selection");
    count(page, "passages", 2);
    page.wait_until("document.activeElement.matches('[name=passages] input')");
    page.wait_words("#card [name=passages]", &["In 2003", "Its troops withdrew"]);
    tick(page, "passages", "In 2003");
    count(page, "passages", 1);
    page.wait_for("#card [name=passages] input:disabled:checked");
    done(page);
    let passages = event(page, INVASION)["passages"].clone();
    assert_eq!(passages.as_array().map(Vec::len), Some(1), "{passages}");
    page.click("[data-desk=undo]");
    page.wait_for("[data-desk=redo]:not([disabled])");
    assert_ne!(event(page, INVASION)["passages"], passages);
}

fn selected_words_are_added_to_an_event_that_is_chosen(page: &Page) {
    begin(page);
    select(page, "came back in 2014");
    page.choose(".selection button", "Add to an event");
    page.wait_shown(".choices [data-told]");
    page.wait_until("document.activeElement.matches('.choices :is(button,input)')");
    page.press("Escape");
    page.wait_gone(".choices");
    page.wait_until("document.activeElement.matches('[data-tells=choose]')");
    page.press("Enter");
    page.wait_shown(".choices [data-told]");
    page.choose(".choices button", INVASION);
    page.wait_words("#card-title", &[INVASION]);
    page.wait_gone(".selection");
    let event = event(page, INVASION);
    assert_eq!(event["passages"].as_array().map(Vec::len), Some(2), "{event}");
}

fn an_event_without_a_date_has_an_interval(page: &Page) {
    begin(page);
    form_of_event(page, INVASION);
    assert!(!page.is_shown("#card .between"));
    write(page, "when", "");
    page.wait_shown("#card .between");
    write(page, "from", "March 2003");
    write(page, "to", "some day");
    page.wait_words("#card .understood", &["“some day”"]);
    page.click("#card .mend .main");
    assert!(page.is_shown("#card .mend"), "what was typed is not lost");
    write(page, "to", "May 2003");
    page.wait_words("#card .understood", &["between March and May 2003"]);
    done(page);
    let corrected = event(page, INVASION);
    assert_eq!(
        (&corrected["when"], &corrected["within"]),
        (&Value::Null, &json!("2003-03/2003-05"))
    );
    page.press("Escape");
    form_of_event(page, INVASION);
    page.wait_shown("#card .between");
    assert_eq!(page.eval_text("document.querySelector('.mend [name=to]').value"), "May 2003");
    write(page, "when", "20 March 2003");
    page.wait_gone("#card .between");
    done(page);
    let dated = event(page, INVASION);
    assert_eq!((&dated["when"], &dated["within"]), (&json!("2003-03-20"), &Value::Null));
}

fn quotations_and_figures_of_an_event(page: &Page) {
    begin(page);
    form_of_event(page, INVASION);
    unfold(page, "quotes");
    tick(page, "quotes", "We will act");
    unfold(page, "figures");
    tick(page, "figures", "5,200");
    done(page);
    page.wait_words("#card", &["Figures", "5,200", "Quotations", "“We will act,”"]);
    page.wait_words(".notice", &["The figures of", "and 1 more"]);
    // Both are taken back by the button beside it.
    page.click(".quiet [data-desk=back]");
    page.wait_for("[data-desk=undo][disabled]");
    page.wait_words("[data-desk=back]", &["Redo"]);
    page.click(".quiet [data-desk=back]");
    let event = event(page, INVASION);
    assert_eq!(event["quotes"].as_array().map(Vec::len), Some(1), "{event}");
    assert_eq!(event["figures"].as_array().map(Vec::len), Some(1), "{event}");
}

fn a_list_is_ticked_by_keyboard(page: &Page) {
    begin(page);
    form_of_event(page, INVASION);
    page.eval("document.querySelector('#card [name=parts]').closest('details').firstChild.focus()");
    page.press("Enter");
    page.wait_shown("#card [name=parts] li");
    page.press("Tab");
    page.wait_until("document.activeElement.matches('[name=parts] input:checked')");
    page.press("Space");
    count(page, "parts", 1);
    page.press("Enter");
    page.wait_gone("#card .mend");
    assert_eq!(event(page, INVASION)["entities"].as_array().map(Vec::len), Some(1));
}

fn a_form_covers_neither_the_timeline_nor_its_words(page: &Page) {
    for (width, height) in [(1280, 800), (1024, 700), (800, 600)] {
        begin(page);
        page.resize(width, height);
        form_of_event(page, INVASION);
        unfold(page, "parts");
        write(page, "when", "");
        page.wait_shown("#card .between");
        let (card, last) = (page.rect("#card"), page.rect("#card .mend .done"));
        let band = page.rect("#band");
        let (foot, size) = (card.y + card.height, format!("{width} × {height}"));
        assert!(
            foot <= band.y,
            "{size}: the card ends at {foot}, the timeline begins at {}",
            band.y
        );
        assert!(last.y + last.height <= foot, "{size}: “Done” is out of sight");
        let covers = "const card = document.querySelector('#card').getBoundingClientRect();
            const [range] = CSS.highlights.get('here') ?? [];
            const [words] = range.getClientRects();
            return words.left < card.right && words.right > card.left
                && words.top < card.bottom && words.bottom > card.top";
        assert_eq!(page.run(covers, &[]), false, "{size}: the card covers where its words begin");
        page.press("Escape");
        page.press("Escape");
    }
}

fn this_place_names_somebody_else(page: &Page) {
    begin(page);
    let before = page.count("#story .mention[data-entity=iraq]");
    form_of(page, "#story .mention[data-entity=iraq]", "Iraq");
    page.wait_words("#card .here", &["“Iraq”", "only in this place"]);
    page.click("#card [name=here]");
    write(page, "whom", "baghdad");
    done(page);
    page.wait_words("#card-title", &["Baghdad"]);
    let left = format!(
        "document.querySelectorAll('#story .mention[data-entity=iraq]').length === {}",
        before - 1
    );
    page.wait_until(&left);
    page.choose("#story .mention[data-entity=baghdad]", "Iraq");
}

fn a_note_on_a_date(page: &Page) {
    begin(page);
    form_of(page, "#story .date", "Friday");
    write(page, "note", "Counted from the Wednesday on which this was written.");
    done(page);
    page.wait_words("#card", &["Counted from the Wednesday"]);
    page.click("#card [data-mend=open]");
    page.wait_until("document.querySelector('.mend [name=note]').value.startsWith('Counted')");
    write(page, "note", "");
    done(page);
    assert!(!page.shown("#card").contains("Counted from the Wednesday"));
}

fn publisher_and_short_name(page: &Page) {
    begin(page);
    page.click("[data-opens=article]");
    page.wait_shown(".about-article");
    let script = "document.querySelector(`.about-article [name=${arguments[0]}]`).value = \
                  arguments[1]";
    page.run(script, &[json!("publisher"), json!("The Daily Example")]);
    page.run(script, &[json!("slug"), json!("Vote & Troops")]);
    page.click(".about-article [type=submit]");
    page.wait_words(".history", &["short name is “Vote & Troops”", "The Daily Example"]);
    // As it is now, not as it was typed.
    page.wait_until("document.querySelector('.about-article [name=slug]').value === 'vote-troops'");
    page.press("Escape");
    let meta = article(page)["meta"].clone();
    assert_eq!(
        (&meta["publisher"], &meta["slug"]),
        (&json!("The Daily Example"), &json!("vote-troops"))
    );
}

fn the_keyboard_goes_into_a_form_and_comes_back(page: &Page) {
    begin(page);
    page.eval("document.querySelector('[data-opens=article]').focus()");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.about-article [name=title]')");
    page.press("Escape");
    page.wait_gone(".window.article");
    page.wait_until("document.activeElement.matches('[data-opens=article]')");
    page.eval("document.querySelector('[data-opens=share]').focus()");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.window.share button')");
    page.press("Escape");
    page.wait_until("document.activeElement.matches('[data-opens=share]')");
    page.eval("document.querySelector('#story .mention[data-entity=reuters]').focus()");
    page.press("Enter");
    page.wait_until("document.activeElement.id === 'card'");
    page.press("Tab");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.mend [name=name]')");
    page.press("Escape");
    page.wait_until("document.activeElement.matches('[data-mend=open]')");
    page.press("Escape");
    page.wait_gone("#card");
    page.wait_until("document.activeElement.matches('#story .mention[data-entity=reuters]')");
}

fn a_notice_takes_back_what_it_says(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Reuters");
    write(page, "name", "Reuters agency");
    done(page);
    page.wait_words("#card-title", &["Reuters agency"]);
    page.wait_for(".take-back[role=status] [data-desk=back][aria-label*='Reuters agency']");
    page.wait_until("document.activeElement.matches('[data-mend=open]')");
    page.press("Tab");
    while !page.has_focus("[data-desk=back]") {
        assert!(!page.has_focus("body"), "the button comes behind the card");
        page.press("Tab");
    }
    page.press("Enter");
    page.wait_words("#card-title", &["Reuters"]);
    page.wait_words(".notice", &["Taken back"]);
    page.wait_words("[data-desk=back]", &["Redo"]);
    page.wait_until("document.activeElement.matches('[data-desk=back]')");
    page.press("Enter");
    page.wait_words("#card-title", &["Reuters agency"]);
}

fn an_article_kept_nowhere_is_not_left_without_a_question(page: &Page) {
    super::keeping::block_storage(page);
    begin(page);
    page.wait_words(".desk-bar .kept", &["Not kept"]);
    page.click("[data-desk=start]");
    page.wait_words(".leaving[role=alertdialog]", &["kept nowhere", "Export", "Stay", "Leave it"]);
    page.wait_until("document.activeElement.matches('[data-leaving=export]')");
    page.press("Escape");
    page.wait_gone(".leaving");
    page.wait_until("document.activeElement.matches('[data-desk=start]')");
    page.wait_shown("#article");
    page.click("[data-desk=start]");
    page.click("[data-leaving=export]");
    page.wait_shown(".window.share");
    page.press("Escape");
    page.click("[data-desk=start]");
    page.click("[data-leaving=leave]");
    page.wait_shown("#start");
}
