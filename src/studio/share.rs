//! The ways out: files in many forms, and a link that holds the article.

use super::desk::Desk;
use super::single;
use crate::article::{Article, settled};
use crate::browser::{dom, download, events, history, share};
use crate::export::{Form, export, file_stem, link};
use crate::markup::escape::escape;
use crate::page::bind;
use crate::page::explorer::Window;
use crate::view::to_fragment;
use std::fmt::Write;
use wasm_bindgen_futures::spawn_local;

/// Brings the window to life.
pub fn live(desk: Desk) {
    bind::watch(move || {
        if desk.explorer.window.get() == Some(Window::Share) {
            events::next_frame(|| super::enter(".window.share"));
        }
    });
    let open = move || desk.explorer.window.get() == Some(Window::Share);
    bind::fill(".window.share .forms", move || if open() { forms() } else { String::new() });
    // Packing takes a while: only for eyes.
    bind::watch(move || {
        desk.explorer.model.track();
        if open() {
            offer_link(desk);
        }
    });
    history::share_by(move |fragment| to_share(desk, fragment));
    bind::press("[data-share=link]", move || {
        if let Some(link) = own_link(desk) {
            desk.explorer.copy(&link, "Link with the article");
        }
    });
    bind::press("[data-share=send]", move || {
        if let Some(link) = own_link(desk) {
            share::share(&desk.explorer.model().article.meta.title, &link);
        }
    });
    bind::on("click", ".window.share [data-form]", move |_, button| {
        let wanted = button.get_attribute("data-form").unwrap_or_default();
        if wanted == ONE_PAGE {
            return save_page(desk);
        }
        if let Some(form) = Form::ALL.into_iter().find(|form| form.word() == wanted) {
            let model = desk.explorer.model();
            let name = form.file_name(&model.article);
            save(desk, &name, form.media_type(), &export(&model.article, form));
        }
    });
}

/// What the self-contained page is called among the forms.
const ONE_PAGE: &str = "page";

fn forms() -> String {
    let mut html = String::new();
    let mut add = |word: &str, name: &str, hint: &str| {
        let _ = write!(
            html,
            "<li><button type=\"button\" data-form=\"{word}\">{}</button><span>{}</span></li>",
            escape(name),
            escape(hint)
        );
    };
    add(
        ONE_PAGE,
        "One page",
        "A file that anybody can open, explore and correct, without a network",
    );
    for form in Form::ALL {
        add(form.word(), form.name(), form.hint());
    }
    html
}

fn save(desk: Desk, name: &str, media_type: &str, bytes: &[u8]) {
    let explorer = desk.explorer;
    match download::offer(name, media_type, bytes) {
        Ok(()) => explorer.say(format!("Saved as {name}.")),
        Err(_) => explorer.say("The browser did not let the page save a file."),
    }
}

fn save_page(desk: Desk) {
    spawn_local(async move {
        let model = desk.explorer.model();
        let work = desk.work.get_untracked();
        match single::page(&settled(&model.article), work.base(), work.journal()).await {
            Ok(page) => {
                let name = format!("{}.html", file_stem(&model.article));
                save(desk, &name, "text/html", page.as_bytes());
            }
            Err(reason) => desk.explorer.say(reason),
        }
    });
}

/// The article for a link, if it is short enough; and its length.
fn packed(desk: Desk) -> (Option<String>, usize) {
    let packed = link::pack(&light(&desk.explorer.model().article));
    let length = packed.len();
    ((length <= link::MOST).then_some(packed), length)
}

/// The article without a program's reasons: of a draft they are a third.
fn light(article: &Article) -> Article {
    let mut light = article.clone();
    for time in light.times.iter_mut().filter(|time| article.found.contains_key(&time.id)) {
        time.reasoning.clear();
    }
    for event in light.events.iter_mut().filter(|event| article.found.contains_key(&event.id)) {
        event.basis.clear();
    }
    light.found.values_mut().for_each(String::clear);
    light
}

/// What the link leaves out, in a sentence; empty if nothing.
fn not_in_link(desk: Desk) -> String {
    let has_reasons = desk.explorer.model().article.found.values().any(|why| !why.is_empty());
    let has_history = desk.work.with_untracked(|work| !work.journal().entries().is_empty());
    let what = match (has_reasons, has_history) {
        (false, false) => return String::new(),
        (true, false) => "why the program made its marks",
        (false, true) => "the history of your corrections",
        (true, true) => "why the program made its marks, and the history of your corrections",
    };
    format!(" Left out of it: {what}. “One page” has everything.")
}

/// The address of a view for somebody else, and what to call it: what this browser keeps is
/// nowhere else, so the article goes into the link if it is short enough.
fn to_share(desk: Desk, fragment: &str) -> (String, &'static str) {
    if !history::is_kept() {
        return (history::address(fragment), "Link");
    }
    match packed(desk) {
        (Some(packed), _) => (history::address_with(packed, fragment), "Link with the article"),
        (None, _) => (history::address(fragment), "Link that opens only in this browser"),
    }
}

fn offer_link(desk: Desk) {
    let (packed, length) = packed(desk);
    let fits = packed.is_some() && !single::is_single();
    let words = if single::is_single() {
        "This page is a file: send the file itself, or save it again with your corrections."
            .to_owned()
    } else if fits {
        let left_out = not_in_link(desk);
        format!("A link can hold this article with all its marks: {length} characters.{left_out}")
    } else {
        format!(
            "This article is too long for a link ({length} characters; many programs cut links \
             above {}). Send it as one page instead.",
            link::MOST
        )
    };
    bind::each(".window.share .link-length", |line| line.set_text_content(Some(&words)));
    // Where the system hands links on, a finger is sooner there than by the clipboard.
    let sends = fits && share::can_share() && dom::matches("(pointer: coarse)");
    for (part, shown) in
        [(".share .links", fits), ("[data-share=link]", fits), ("[data-share=send]", sends)]
    {
        bind::each(part, |part| dom::attribute(part, "hidden", (!shown).then_some("")));
    }
}

/// The link that holds the article and the view, if it is short enough.
fn own_link(desk: Desk) -> Option<String> {
    let view = desk.explorer.view.with_untracked(to_fragment);
    Some(history::address_with(packed(desk).0?, &view))
}
