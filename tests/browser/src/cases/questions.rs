//! What readers ask of the bundled article: each answer is two presses or one search away,
//! and has a link.

use browser_tests::Page;

super::cases![
    who_said_what_about_the_letter,
    what_happened_between_the_strikes,
    how_many_troops_are_there,
    how_many_more_may_come,
    when_was_the_drone_strike_and_who_died,
    who_is_soleimani,
    are_they_the_same_person,
    what_is_the_pmf,
    why_does_the_author_object_to_a_phrase,
    how_many_missiles_hit_what,
    were_there_casualties,
    did_anyone_know_beforehand,
    how_did_the_parliament_vote,
    what_has_the_prime_minister_said,
    what_do_irans_leaders_say,
    where_does_the_us_side_contradict_itself,
    which_countries_leave_or_stay,
    why_are_the_troops_there,
    which_events_have_no_date,
    what_is_opinion_and_what_quotation,
    what_could_happen_next,
    when_was_it_written_and_may_i_repost_it,
];

/// What the reader does.
enum Step {
    /// Opens a panel of the bar.
    Panel(&'static str),
    /// Presses what matches.
    Press(&'static str),
    /// Searches for words.
    Find(&'static str),
}
use Step::{Find, Panel, Press};

/// Where the page answers.
const CARD: &str = "#card";
const PANEL: &str = "#reference";
const RESULTS: &str = ".window.find";

/// Asks on the fresh page; then opens the link of what is seen, which must show the same.
#[track_caller]
fn ask(page: &Page, steps: &[Step], answer: &[(&str, &[&str])]) {
    let searches = steps.iter().filter(|step| matches!(step, Find(_))).count();
    assert!(steps.len() <= 2 && searches <= 1, "too long a way");
    page.resize(1280, 800);
    page.open("");
    for step in steps {
        match step {
            Panel(word) => {
                page.click(&format!(".bar button:nth-of-type({})", nth(word)));
            }
            Press(css) => page.click(css),
            Find(words) => {
                page.press("/");
                page.wait_until("document.activeElement.id === 'find-field'");
                page.type_text(words);
            }
        }
    }
    see(page, answer);
    let link = page.fragment();
    page.open(&link);
    see(page, answer);
    assert_eq!(page.fragment(), link, "the link stays as it is");
}

#[track_caller]
fn see(page: &Page, answer: &[(&str, &[&str])]) {
    for (place, words) in answer {
        page.wait_words(place, words);
    }
}

/// The place of a panel's button; the first one opens the timeline on a phone.
fn nth(panel: &str) -> usize {
    ["who", "when", "said", "figures"].iter().position(|name| *name == panel).unwrap_or(0) + 2
}

fn who_said_what_about_the_letter(page: &Page) {
    let answer: &[&str] = &[
        "Abdul-Mahdi receives Seely’s letter",
        "his copy of the letter is signed",
        "Trump calls the letter a ‘hoax’",
        "Esper and Pompeo deny that the letter was signed",
    ];
    ask(page, &[Find("letter")], &[(RESULTS, answer)]);
}

fn what_happened_between_the_strikes(page: &Page) {
    let answer: &[&str] = &[
        "US drone strike kills",
        "Abdul-Mahdi asks parliament",
        "votes 173 to zero",
        "Esper says the US has made no decision",
        "Tueller",
        "Seely’s letter",
        "Iranian missiles hit al-Asad",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
}

fn how_many_troops_are_there(page: &Page) {
    ask(
        page,
        &[Panel("figures"), Press("#list-figures a[href='#f-us-troops-5200']")],
        &[
            (PANEL, &["5,200", "about 5,000"]),
            (CARD, &["5,200", "“5,200 US troops”", "Beside it the article gives", "5,000", "¶ 4"]),
        ],
    );
}

fn how_many_more_may_come(page: &Page) {
    let answer: &[&str] = &[
        "planned Plans to send another 3,800 US paratroopers",
        "possible A further 4,000 US troops may be sent",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
}

fn when_was_the_drone_strike_and_who_died(page: &Page) {
    ask(
        page,
        &[Panel("when"), Press("#list-when a[href='#ev-drone-strike']")],
        &[(
            CARD,
            &[
                "US drone strike kills al-Muhandis and Soleimani",
                "Friday 3 January 2020",
                "Abu Mahdi al-Muhandis",
                "Qasem Soleimani",
            ],
        )],
    );
}

fn who_is_soleimani(page: &Page) {
    ask(
        page,
        &[Press("#story [data-entity=qasem-soleimani]")],
        &[(CARD, &["Qasem Soleimani", "Person", "Editor’s note", "Quds Force"])],
    );
}

fn are_they_the_same_person(page: &Page) {
    ask(
        page,
        &[Panel("who"), Press("#list-who a[href='#abu-mahdi-al-muhandis']")],
        &[
            (PANEL, &["Adel Abdul Mahdi", "Abu Mahdi al-Muhandis"]),
            (
                CARD,
                &["Abu Mahdi al-Muhandis", "“the Iraqi militia commander”", "killed on 3 January"],
            ),
        ],
    );
}

fn what_is_the_pmf(page: &Page) {
    ask(
        page,
        &[Press("#story [data-entity=popular-mobilization-forces]")],
        &[(CARD, &["Popular Mobilization Forces", "Organisation", "The article", "Editor’s note"])],
    );
}

fn why_does_the_author_object_to_a_phrase(page: &Page) {
    ask(
        page,
        &[Panel("said"), Press("#list-said a[href='#c-us-media-label']")],
        &[(CARD, &["Shiite militias backed by Iran", "misleading", "propaganda"])],
    );
}

fn how_many_missiles_hit_what(page: &Page) {
    let answer: &[&str] =
        &["missiles", "more than 12 ballistic missiles", "17", "al-Asad", "5", "Erbil"];
    ask(page, &[Panel("figures")], &[(PANEL, answer)]);
}

fn were_there_casualties(page: &Page) {
    ask(
        page,
        &[Panel("figures"), Press("#list-figures a[href='#f-us-casualties']")],
        &[
            (PANEL, &["0 ", "casualties", "24 ", "Qaim"]),
            (CARD, &["casualties", "As printed", "No US casualties", "immediately"]),
        ],
    );
}

fn did_anyone_know_beforehand(page: &Page) {
    ask(
        page,
        &[Panel("when"), Press("#list-when a[href='#ev-warning']")],
        &[(
            CARD,
            &["Iran informs Abdul-Mahdi of the attack ahead of time", "Who says so", "Abdul Mahdi"],
        )],
    );
}

fn how_did_the_parliament_vote(page: &Page) {
    ask(
        page,
        &[Panel("when"), Press("#list-when a[href='#ev-vote']")],
        &[(CARD, &["Sunday 5 January 2020", "156 MPs boycotted", "Figures", "173", "0", "156"])],
    );
}

fn what_has_the_prime_minister_said(page: &Page) {
    let answer: &[&str] = &[
        "Adel Abdul Mahdi",
        "Quoted",
        "“urgent measures”",
        "“to work together",
        "“critical”",
        "“It’s not like a draft",
        "“We have no exit but this",
    ];
    ask(page, &[Press("#story [data-entity=adel-abdul-mahdi]")], &[(CARD, answer)]);
}

fn what_do_irans_leaders_say(page: &Page) {
    let answer: &[&str] = &[
        "Ali Khamenei",
        "“slap in the face”",
        "“This region won’t accept",
        "Hassan Rouhani",
        "“You cut off Soleimani’s hand",
    ];
    ask(page, &[Panel("said")], &[(PANEL, answer)]);
}

fn where_does_the_us_side_contradict_itself(page: &Page) {
    ask(
        page,
        &[Panel("when"), Press("#list-when a[href='#ev-letter-denied']")],
        &[
            (
                PANEL,
                &["Esper says the US has made no decision", "Seely’s letter", "‘hoax’", "denied"],
            ),
            (CARD, &["Esper and Pompeo deny", "Denied", "Who says so"]),
        ],
    );
}

fn which_countries_leave_or_stay(page: &Page) {
    let answer: &[&str] = &[
        "Poland evacuates its ambassador",
        "Philippines orders evacuation",
        "Germany, Spain, Croatia, Romania announce troop withdrawals",
        "France says that its troops are staying",
        "NATO troops are leaving",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
}

fn why_are_the_troops_there(page: &Page) {
    let answer: &[&str] = &[
        "2003 Invasion of Iraq",
        "2011 US forces withdraw from Iraq",
        "2014 Prime Minister al-Maliki’s request",
        "2014 US forces return to Iraq to fight ISIS",
        "Trump says troops stay in Iraq to watch Iran",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
}

fn which_events_have_no_date(page: &Page) {
    let answer: &[&str] = &[
        "No date in the article",
        "US attack on PMF troops in Qaim",
        "No date in the article",
        "Trump calls the letter",
        "No date in the article",
        "France says",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
    assert_eq!(page.shown(PANEL).matches("No date in the article").count(), 20);
}

fn what_is_opinion_and_what_quotation(page: &Page) {
    let answer: &[&str] = &[
        "Mark Esper",
        "“has made no decision whatsoever",
        "The author’s opinion",
        "In quotation marks, but not speech",
    ];
    ask(page, &[Panel("said")], &[(PANEL, answer)]);
}

fn what_could_happen_next(page: &Page) {
    let answer: &[&str] = &[
        "planned Plans to send another 3,800",
        "possible A further 4,000",
        "possible Iraqi militias may begin attacks of revenge",
    ];
    ask(page, &[Panel("when")], &[(PANEL, answer)]);
}

fn when_was_it_written_and_may_i_repost_it(page: &Page) {
    let about: &[&str] = &["8 January 2020"];
    let terms: &[&str] =
        &["Steven Sahiounie, Global Research, 2020", "grants permission to cross-post"];
    ask(
        page,
        &[],
        &[
            ("#article", &["Global Research, January 10, 2020"]),
            (".about", about),
            (".terms", terms),
        ],
    );
    page.wait_words("#article", &["originally published on Mideast Discourse"]);
}
