//! What is known about the article as a whole: asked for, shown, corrected.

use super::desk::{Desk, Showing};
use super::opening::{Opening, sentences::NAMES};
use super::ways::may_be_read_again;
use super::{set_value, value_of};
use crate::article::{Article, Meta};
use crate::browser::{dom, events};
use crate::correct::{Correction, Field, understand};
use crate::markup::escape::escape;
use crate::page::bind;
use crate::page::explorer::Window;
use crate::time;
use std::fmt::Write;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The fields of the window with what they correct; none for the reading date.
const FIELDS: [(&str, Option<Field>); 8] = [
    ("title", Some(Field::Title)),
    ("author", Some(Field::Author)),
    ("publisher", Some(Field::Publisher)),
    ("site", Some(Field::Site)),
    ("address", Some(Field::Address)),
    ("published", Some(Field::Published)),
    ("written", None),
    ("slug", Some(Field::Slug)),
];

/// Brings the window and the question for the day to life.
pub fn live(desk: Desk, opening: Rc<Opening>) {
    bind::watch(move || {
        if desk.explorer.window.get() == Some(Window::Article) {
            fill(desk);
            // Shown before the next picture.
            events::next_frame(|| super::enter(".about-article"));
        }
    });
    bind::fill(".window.article .history", move || {
        desk.explorer.window.track();
        history(desk)
    });
    bind::on("submit", ".about-article", move |event, form| {
        event.prevent_default();
        save(desk, &form);
    });
    ask(desk, opening);
}

fn is(meta: &Meta, name: &str) -> String {
    let date = |day: &Option<String>| day.as_deref().map(time::in_words);
    let value = match name {
        "title" => Some(meta.title.clone()),
        "author" => meta.author.clone(),
        "publisher" => meta.publisher.clone(),
        "slug" => Some(meta.slug.clone()),
        "site" => meta.site.clone(),
        "address" => meta.address.clone(),
        "published" => date(&meta.published),
        _ => date(&meta.reading_date),
    };
    value.unwrap_or_default()
}

fn field(name: &str) -> Option<HtmlElement> {
    let found = dom::controls(&format!(".about-article [name={name}]"));
    found.into_iter().next().map(wasm_bindgen::JsCast::unchecked_into)
}

fn fill(desk: Desk) {
    let model = desk.explorer.model();
    for (name, _) in FIELDS {
        if let Some(field) = field(name) {
            set_value(&field, &is(&model.article.meta, name));
        }
    }
}

fn save(desk: Desk, form: &HtmlElement) {
    let say = |words: &str| {
        if let Ok(Some(place)) = form.query_selector(".understood") {
            place.set_text_content(Some(words));
        }
    };
    say("");
    let mut corrections = Vec::new();
    for (name, what) in FIELDS {
        let value = field(name).map(|field| value_of(&field)).unwrap_or_default();
        let value = value.trim();
        if value == is(&desk.explorer.model().article.meta, name) {
            continue;
        }
        let dated = matches!(name, "published" | "written") && !value.is_empty();
        let value = match dated.then(|| understand(value, desk.reading_day())) {
            None => value.to_owned(),
            Some(Ok(understood)) => understood.edtf,
            Some(Err(reason)) => return say(&reason.to_string()),
        };
        corrections.push(match what {
            Some(field) => Correction::Meta { field, value },
            None => Correction::ReadingDate { day: value },
        });
    }
    match desk.correct_all(corrections) {
        Ok(()) => fill(desk),
        Err(reason) => say(&reason),
    }
}

/// The corrections, the last first; those that were taken back struck out.
fn history(desk: Desk) -> String {
    desk.work.with(|work| {
        let (journal, failed) = (work.journal(), work.failed());
        let mut html = String::new();
        for entry in journal.entries().iter().rev() {
            let words = escape(&entry.correction.words());
            let why = failed.iter().find(|failed| failed.entry == entry.id);
            let _ = match (entry.is_made(), why) {
                (false, _) => write!(html, "<li><del>{words}</del></li>"),
                (true, Some(failed)) => write!(
                    html,
                    "<li>{words} <small>Not made: {}</small></li>",
                    escape(&failed.why.to_string())
                ),
                (true, None) => write!(html, "<li>{words}</li>"),
            };
        }
        if html.is_empty() {
            html.push_str("<li class=\"none\">None yet.</li>");
        }
        html
    })
}

/// Whether the article has dates that count from a day that nobody knows.
fn lacks_day(article: &Article) -> bool {
    article.meta.published.is_none()
        && article.meta.reading_date.is_none()
        && !article.blocks.is_empty()
}

/// Asks for the day of publication, since dates hang on it.
fn ask(desk: Desk, opening: Rc<Opening>) {
    let dropped = crate::page::signal::Signal::new(false);
    bind::hide(".asks", move || {
        let lacks = desk.explorer.model.with(|model| lacks_day(&model.article));
        let read = desk.showing.with(|showing| {
            matches!(showing, Showing::Article(still) if still.is_none_or(|still| still == NAMES))
        });
        dropped.get() || !lacks || !read
    });
    // The same article may be read once more, as when the names have come.
    bind::watch(move || {
        desk.laid.track();
        dropped.set(false);
        // The day of one article is not that of the next.
        if let Some(field) = dom::by_id("asked-day") {
            set_value(&field, "");
        }
        bind::each(".asks .understood", |place| place.set_text_content(None));
    });
    bind::press("[data-desk=not-known]", move || dropped.set(true));
    let answer = || dom::by_id("asked-day").map(|field| value_of(&field)).unwrap_or_default();
    let say = |words: &str| {
        bind::each(".asks .understood", |place| place.set_text_content(Some(words)));
    };
    bind::on("input", "#asked-day", move |_, _| {
        say(&match understand(&answer(), None) {
            Ok(understood) => understood.words,
            Err(_) => String::new(),
        });
    });
    bind::on("submit", ".asks", move |event, _| {
        event.prevent_default();
        let day = match understand(&answer(), None) {
            Ok(understood) => understood.edtf,
            Err(reason) => return say(&reason.to_string()),
        };
        let published = Correction::Meta { field: Field::Published, value: day.clone() };
        match desk.correct_all(vec![published, Correction::ReadingDate { day }]) {
            Err(reason) => say(&reason),
            // Events that had no date may have one now.
            Ok(()) if may_be_read_again(desk) => opening.again(),
            Ok(()) => {}
        }
    });
}
