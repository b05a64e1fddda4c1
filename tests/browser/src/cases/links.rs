//! Every view has a link, and every link shows its view or says quietly what it can't.

use browser_tests::Page;

super::cases![
    a_thing,
    only_sentences_about,
    a_window_of_time,
    a_window_of_time_without_an_end,
    a_scale,
    words_searched_for,
    a_passage,
    a_panel,
    all_together,
    a_card_and_a_passage,
    every_step_can_be_taken_back,
    typing_leaves_one_step,
    unknown_and_broken_parts_change_nothing_else,
    a_broken_link_leaves_the_page_as_it_was,
    gone_things_are_named,
    a_reworded_passage_shows_both,
    a_passage_that_is_gone_shows_the_old_words,
    a_paragraph,
    only_about_somebody_unknown_fades_nothing,
    a_glance_that_is_closed_leaves_no_step,
];

/// Opens a link, leaves it, follows it, goes back: each must show what it says.
#[track_caller]
fn both_ways(page: &Page, link: &str, look: impl Fn(&Page)) {
    page.resize(1280, 800);
    page.open(link);
    look(page);
    assert_eq!(page.fragment(), link, "the link stays as it is");
    assert_eq!(notice(page), "");
    page.follow("#");
    is_fresh(page);
    page.follow(link);
    look(page);
    assert_eq!(page.fragment(), link);
    page.back();
    page.wait_until("location.hash === ''");
    is_fresh(page);
}

/// Nothing is open, nothing is marked.
#[track_caller]
pub fn is_fresh(page: &Page) {
    page.wait_gone("#card");
    page.wait_gone("#reference");
    for layer in ["faded", "found", "focus"] {
        page.wait_until(&format!("!CSS.highlights.has('{layer}')"));
    }
    page.wait_for("#band [aria-pressed=true][title^=Fitted]");
    page.wait_words(".shown", &["all"]);
}

pub fn notice(page: &Page) -> String {
    page.shown(".quiet .notice")
}

#[track_caller]
pub fn marked(page: &Page, layer: &str) {
    page.wait_until(&format!("CSS.highlights.has('{layer}')"));
    assert!(page.eval_number(&format!("CSS.highlights.get('{layer}').size")) > 0.0);
}

fn a_thing(page: &Page) {
    for (link, title) in [
        ("#ali-khamenei", "Ali Khamenei"),
        ("#ev-vote", "Iraqi parliament votes 173 to zero"),
        ("#q-khazali-response", "no less than the size"),
        ("#f-paratroopers", "3,800"),
        ("#c-us-media-label", "Shiite militias"),
    ] {
        both_ways(page, link, |page| {
            page.wait_words("#card-title", &[title]);
            marked(page, "focus");
            assert!(page.eval_number("scrollY") > 0.0, "{link}: its passage is in sight");
        });
    }
    page.open("#at=ali-khamenei");
    page.wait_words("#card-title", &["Ali Khamenei"]);
}

fn only_sentences_about(page: &Page) {
    both_ways(page, "#only=mark-esper", |page| {
        marked(page, "faded");
        page.wait_words(".only", &["Only sentences about", "Mark Esper"]);
    });
    both_ways(page, "#only=mark-esper,mike-pompeo", |page| {
        marked(page, "faded");
        page.wait_words(".only", &["Mark Esper", "Mike Pompeo"]);
    });
}

fn a_window_of_time(page: &Page) {
    both_ways(page, "#when=2020-01-03/2020-01-08", |page| {
        page.wait_words(".shown", &["3", "8", "Jan 2020"]);
        page.wait_for("#marks [data-event=ev-vote]");
    });
    page.click("#band [aria-label=Closer]");
    page.wait_until("location.hash.startsWith('#when=')");
}

fn a_window_of_time_without_an_end(page: &Page) {
    both_ways(page, "#when=2020-01-05/..", |page| {
        page.wait_words(".shown", &["5", "Jan 2020"]);
        page.wait_for("#marks [data-event=ev-vote]");
        page.wait_until("!document.querySelector('#marks [data-event=ev-2003-invasion]')");
    });
    // Where the axis has nothing of it, the words say what is seen.
    for beside in ["1990", "2031", "../1990", "2031/.."] {
        page.open(&format!("#when={beside}"));
        page.wait_for("#marks [data-event=ev-2003-invasion]");
        assert_eq!(page.shown("#band .shown"), "all", "{beside}");
    }
}

fn a_scale(page: &Page) {
    for (link, title) in
        [("#scale=true", "True"), ("#scale=order", "One"), ("#scale=telling", "Order of")]
    {
        both_ways(page, link, |page| {
            page.wait_for(&format!("#band [aria-pressed=true][title^='{title}']"));
        });
    }
}

fn words_searched_for(page: &Page) {
    both_ways(page, "#find=drone+strike", |page| marked(page, "found"));
}

fn a_passage(page: &Page) {
    both_ways(page, "#text=The%20letter%20was%20sent%20twice", |page| {
        marked(page, "here");
        let place = "[...CSS.highlights.get('here')][0].getBoundingClientRect()";
        page.wait_until(&format!("{place}.top > 0 && {place}.bottom < innerHeight"));
        let words = page.eval_text("String([...CSS.highlights.get('here')][0])");
        assert_eq!(words, "The letter was sent twice");
    });
}

fn a_panel(page: &Page) {
    for (link, words) in [
        ("#panel=who", "People"),
        ("#panel=when", "Dates in the text"),
        ("#panel=said", "Mark Esper"),
        ("#panel=figures", "troops"),
    ] {
        both_ways(page, link, |page| {
            page.wait_shown("#reference");
            page.wait_words("#reference", &[words]);
        });
    }
}

fn all_together(page: &Page) {
    let link = "#at=mark-esper&find=letter&only=mark-esper&panel=who&scale=order\
                &when=2020-01-03/2020-01-08";
    both_ways(page, link, |page| {
        page.wait_words("#card-title", &["Mark Esper"]);
        page.wait_shown("#list-who");
        marked(page, "found");
        marked(page, "faded");
        page.wait_for("#band [aria-pressed=true][title^=One]");
        page.wait_until("document.querySelector('.shown').innerText !== 'all'");
    });
}

fn a_card_and_a_passage(page: &Page) {
    both_ways(page, "#at=mark-esper&text=The%20letter%20was%20sent%20twice", |page| {
        page.wait_words("#card-title", &["Mark Esper"]);
        marked(page, "here");
    });
}

fn every_step_can_be_taken_back(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    page.click(".bar button:nth-of-type(2)");
    page.wait_shown("#list-who");
    page.click(".bar button:nth-of-type(4)");
    page.wait_shown("#list-said");
    page.click("#list-said .quote h4 a");
    page.wait_shown("#card");
    page.click("#band [title^=True]");
    page.wait_for("#band [aria-pressed=true][title^=True]");
    let last = page.fragment();
    page.back();
    page.wait_for("#band [aria-pressed=true][title^=Fitted]");
    assert!(page.is_shown("#card"));
    page.back();
    page.wait_gone("#card");
    assert!(page.is_shown("#list-said"));
    page.back();
    page.wait_shown("#list-who");
    assert!(!page.is_shown("#list-said"));
    page.back();
    page.wait_gone("#reference");
    assert_eq!(page.fragment(), "");
    for _ in 0..4 {
        page.forward();
    }
    page.wait_shown("#card");
    page.wait_for("#band [aria-pressed=true][title^=True]");
    assert_eq!(page.fragment(), last);
}

fn typing_leaves_one_step(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    let before = page.eval_number("history.length");
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("letter");
    page.wait_until("location.hash === '#find=letter'");
    assert_eq!(page.eval_number("history.length"), before);
}

fn unknown_and_broken_parts_change_nothing_else(page: &Page) {
    page.resize(1280, 800);
    for (link, says) in [
        ("#nobody&panel=who", "points to “nobody”"),
        ("#colour=red&panel=who", "“colour”, not known here"),
        ("#panel=who&scale=big", "scale “big”"),
        ("#panel=who&panel=said", "a second “panel”"),
        ("#panel=who&when=yesterday", "when “yesterday”"),
        ("#at=%zz&panel=who", "at “%zz”"),
        ("#only=Not%20An%20Id&panel=who", "only “Not%20An%20Id”"),
        ("#panel=who&text=-,,-", "text “-,,-”"),
        ("#find=%ff&panel=who", "find “%ff”"),
    ] {
        page.open(link);
        page.wait_words(".quiet .notice", &[says]);
        assert!(page.is_shown("#list-who"), "{link}: the rest holds");
        assert!(!page.is_shown("#card"), "{link}");
        assert_eq!(page.count("#card a"), 0, "{link}");
        assert_eq!(page.console_errors(), [""; 0], "{link}");
    }
}

fn a_broken_link_leaves_the_page_as_it_was(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    let text = page.eval_text("document.getElementById('article').textContent");
    page.follow("#panel=kitchen");
    page.wait_words(".quiet .notice", &["panel “kitchen”"]);
    is_fresh(page);
    assert_eq!(page.eval_text("document.getElementById('article').textContent"), text);
    page.click(".quiet .dismiss");
    page.wait_until("document.querySelector('.quiet .notice').innerText === ''");
}

fn gone_things_are_named(page: &Page) {
    page.resize(1280, 800);
    page.open("#saddam-hussein");
    page.wait_words(".quiet .notice", &["“saddam-hussein”", "not in this article"]);
    assert!(!page.is_shown("#card"));
    page.open("#only=mark-esper,saddam-hussein");
    page.wait_words(".quiet .notice", &["“saddam-hussein”", "not in this article"]);
}

fn a_reworded_passage_shows_both(page: &Page) {
    page.resize(1280, 800);
    page.open("#text=No%20American%20casualties%20were%20immediately%20reported");
    page.wait_words(
        ".quiet .notice",
        &[
            "changed",
            "No American casualties were immediately reported",
            "No US casualties were immediately reported",
        ],
    );
    marked(page, "here");
}

fn a_passage_that_is_gone_shows_the_old_words(page: &Page) {
    page.resize(1280, 800);
    page.open("#text=A%20wholly%20different%20sentence%20about%20gardening%20in%20spring");
    page.wait_words(
        ".quiet .notice",
        &["no longer in the article", "A wholly different sentence about gardening in spring"],
    );
    assert_eq!(page.eval("CSS.highlights.has('here')"), false, "nothing is guessed");
    assert_eq!(page.eval_number("scrollY"), 0.0);
}

fn a_paragraph(page: &Page) {
    page.resize(1280, 800);
    page.open("#para-6");
    page.wait_until(
        "Math.abs(document.getElementById('para-6').getBoundingClientRect().top) < 400",
    );
    assert_eq!(notice(page), "");
    page.open("#reading-date");
    page.wait_words("#reference", &["Reading date", "Wednesday 8 January 2020"]);
}

fn only_about_somebody_unknown_fades_nothing(page: &Page) {
    page.open("#only=nobody-known");
    page.wait_until("document.querySelector('.notice').innerText !== ''");
    assert_eq!(page.eval("CSS.highlights.has('faded')"), false);
    page.follow("#only=iran,nobody-known");
    page.wait_until("CSS.highlights.has('faded')");
}

fn a_glance_that_is_closed_leaves_no_step(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    page.hover("#story [data-entity=popular-mobilization-forces]");
    page.wait_shown("#card");
    let before = page.eval_number("history.length");
    page.click("#card .close");
    page.wait_gone("#card");
    assert_eq!(page.eval_number("history.length"), before);
    assert_eq!(page.fragment(), "");
}
