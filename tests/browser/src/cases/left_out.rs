//! What is no part of an article, and what is kept already.

use super::keeping::paste;
use super::opening::{NEWS, begin, paste_rich};
use browser_tests::{Engine, Page, skip};

super::cases![
    the_page_around_pasted_words_is_left_out_and_can_be_had,
    rich_text_comes_without_the_menus_of_its_page,
    the_same_words_twice_are_the_kept_article_or_a_copy,
];

/// The article as one gets it who copies all of a page.
fn whole_page() -> String {
    format!(
        "Skip to main content\nHome\nWorld\nPolitics\nSearch\nSign in\n\n{}\n\nRelated articles\n\nA \
         storm is on its way\n\nAbout us\nContact\nPrivacy policy\n© 2020 The Paper",
        NEWS.replace("\n\n“We will act", "\n\nAdvertisement\n\n“We will act")
    )
}

fn the_page_around_pasted_words_is_left_out_and_can_be_had(page: &Page) {
    page.resize(1024, 700);
    page.open("open.html");
    paste(page, &whole_page());
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    page.wait_words("#article", &["By Jane Doe", "Some 5,200 US troops", "rockets"]);
    for gone in ["Skip to", "Politics", "Advertisement", "storm", "Privacy"] {
        assert!(!page.text("#article").contains(gone), "{gone}");
    }
    page.wait_words(".offer.left-out", &["13 lines of the page around it were left out"]);
    super::keeping::is_kept(page);
    page.click("[data-desk=all-of-it]");
    page.wait_words(
        "#article",
        &["Skip to main content", "Advertisement", "A storm is on its way"],
    );
    page.wait_gone(".offer.left-out");
    page.wait_for("#article .mention");
    super::keeping::is_kept(page);
    page.reload();
    page.wait_words("#article", &["By Jane Doe", "Advertisement"]);
    page.click("[data-desk=start]");
    page.wait_for(".kept-articles li");
    assert_eq!(page.count(".kept-articles li"), 1);
    // The offer is of one article, not of the next on the desk.
    paste(page, &whole_page().replace("Baghdad", "Mosul"));
    page.wait_shown(".offer.left-out");
    super::keeping::is_kept(page);
    page.back();
    page.back();
    page.wait_words("#article", &["Skip to main content", "Baghdad"]);
    assert!(!page.is_shown(".offer.left-out"));
    page.click("[data-desk=start]");
    // It can be left at that as well.
    paste(page, &whole_page().replace("Baghdad", "Basra"));
    page.wait_shown(".offer.left-out");
    page.click("[data-desk=left-out]");
    page.wait_gone(".offer.left-out");
    assert_eq!(page.text("#article h1"), "Vote in Basra: what comes next");
    page.click("[data-desk=start]");
    // Corrections are about the text as it is.
    paste(page, &whole_page().replace("Baghdad", "Erbil"));
    page.wait_shown(".offer.left-out");
    page.choose("#story .mention", "Tueller");
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.click("#card [data-mend=right]");
    page.wait_gone(".offer.left-out");
    assert_eq!(page.console_errors(), [""; 0]);
}

fn rich_text_comes_without_the_menus_of_its_page(page: &Page) {
    if page.engine() == Engine::Firefox {
        skip("the paste events that scripts make there carry nothing");
    }
    page.open("open.html");
    let story =
        NEWS.split("\n\n").skip(3).map(|words| format!("<p>{words}</p>")).collect::<String>();
    paste_rich(
        page,
        &format!(
            "<title>Vote - The Paper</title><nav><ul><li><a href=/>Home</a></li><li>World</li></ul></nav>\
             <h1>Vote in Baghdad: what comes next</h1><ul class=share-bar><li>Share</li><li>Pin it</li></ul>\
             {story}<footer>About The Paper and its owners</footer>"
        ),
    );
    page.wait_for("#article .mention");
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    for gone in ["Home", "Pin it", "owners", "The Paper"] {
        assert!(!page.text("#article").contains(gone), "{gone}");
    }
    page.wait_words(".offer.left-out", &["5 lines"]);
}

fn the_same_words_twice_are_the_kept_article_or_a_copy(page: &Page) {
    begin(page);
    super::keeping::is_kept(page);
    let first = page.eval_text("location.search");
    super::keeping::correct(page, "title", "The vote in Baghdad");
    page.wait_until("document.title === 'The vote in Baghdad'");
    super::keeping::is_kept(page);
    let rows = |count: usize| {
        page.click("[data-desk=start]");
        page.wait_until(&format!(
            "document.querySelectorAll('.kept-articles li').length === {count}"
        ));
    };
    rows(1);
    paste(page, NEWS);
    page.wait_words(".offer.twin", &["You have this article already, with 1 correction."]);
    assert_eq!(page.eval_text("document.title"), "Vote in Baghdad: what comes next");
    page.click("[data-desk=kept-one]");
    page.wait_until("document.title === 'The vote in Baghdad'");
    page.wait_gone(".offer.twin");
    assert_eq!(page.eval_text("location.search"), first);
    rows(1);
    paste(page, NEWS);
    page.wait_shown(".offer.twin");
    page.click("[data-desk=copy]");
    page.wait_gone(".offer.twin");
    super::keeping::is_kept(page);
    assert_ne!(page.eval_text("location.search"), first);
    rows(2);
    // Whoever corrects it wants a copy; other words are another article.
    paste(page, NEWS);
    page.wait_shown(".offer.twin");
    super::keeping::correct(page, "title", "A third one");
    page.wait_gone(".offer.twin");
    super::keeping::is_kept(page);
    rows(3);
    paste(page, &NEWS.replace("5,200", "5,300"));
    super::keeping::is_kept(page);
    assert!(!page.is_shown(".offer.twin"));
    assert_eq!(page.console_errors(), [""; 0]);
}
