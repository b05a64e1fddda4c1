//! The site works without a network; newer versions of it are offered, never forced; what the
//! system's "Share to" gives is opened.

use super::desk::Desk;
use super::keeping::Keeping;
use super::opening::Opening;
use crate::browser::offline::{Waiting, register, shared};
use crate::browser::{dom, events, history};
use crate::page::{bind, signal::Signal};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlElement};

/// The files are fetched when the page has been there so long, in milliseconds: what the reader
/// came for has the line first.
const LATER: u32 = 1500;

/// So long the files wait for the analyst at most, in milliseconds: on a slow line it would come
/// half as fast beside them.
const LONGEST: u32 = 60_000;

/// The mark in the address of something shared.
const SHARED: &str = "shared";

/// Brings it to life, on a site that has a worker.
pub fn live(desk: Desk, opening: Rc<Opening>, keeping: Rc<Keeping>) {
    let newer: Signal<Option<Waiting>> = Signal::new(None);
    bind::hide(".update", move || newer.with(Option::is_none));
    bind::press("[data-desk=update]", move || {
        if let Some(version) = newer.get_untracked() {
            keeping.when_saved(move || version.use_now());
        }
    });
    let worker =
        dom::by_selector("meta[name=worker]").and_then(|meta| meta.get_attribute("content"));
    let Some(worker) = worker.filter(|_| history::from_site()) else { return };
    when_idle(Rc::clone(&opening), LONGEST / LATER, move || {
        spawn_local(async move {
            // Without it the page is as good as before, as long as there is a network.
            let _ = register(&worker, move |version| newer.set(Some(version))).await;
        });
    });
    ask(desk, opening);
}

/// Does it when the analyst has come; also if that takes longer than so many looks.
fn when_idle(opening: Rc<Opening>, looks: u32, then: impl FnOnce() + 'static) {
    events::after(LATER, move || {
        if looks > 0 && opening.is_loading() {
            when_idle(opening, looks - 1, then);
        } else {
            then();
        }
    });
}

/// Any page can send something here as "Share to" does, so the reader is asked first. The
/// question stays in the address until it is answered, and what was sent in the worker's hands.
fn ask(desk: Desk, opening: Rc<Opening>) {
    let asks = Signal::new(history::query(SHARED).is_some());
    bind::hide("#start .shared", move || !asks.get());
    bind::on("click", "[data-shared]", move |_, button| {
        asks.set(false);
        history::turn("", "", false);
        let wanted = button.get_attribute("data-shared").as_deref() == Some("take");
        let opening = Rc::clone(&opening);
        spawn_local(async move {
            // Each is given once: what is not wanted is gone with that.
            let files = shared().await;
            if wanted {
                open_shared(desk, &opening, files).await;
            }
        });
    });
    if asks.get_untracked() {
        events::next_frame(|| {
            if let Some(button) = dom::by_selector("[data-shared=take]")
                && let Some(button) = button.dyn_ref::<HtmlElement>()
            {
                let _ = button.focus();
            }
        });
    }
}

async fn open_shared(desk: Desk, opening: &Rc<Opening>, files: Vec<File>) {
    if files.is_empty() {
        desk.refused.set(NOTHING.to_owned());
    } else if let [file] = &files[..]
        && is_address(file).await
    {
        desk.refused.set(ADDRESS.to_owned());
    } else {
        opening.take(files);
    }
}

/// Whether there is hardly more in it than the address of a page: most systems share no more.
async fn is_address(file: &File) -> bool {
    if file.size() > 2000.0 {
        return false;
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.is_some_and(|text| text.contains("http") && text.split_whitespace().count() < 60)
}

const NOTHING: &str = "Expected something shared with this page, found nothing. Share it again, or \
    paste it here.";
const ADDRESS: &str = "Only the address of a page was shared, and a page may not look into another \
    one. Select the article’s words there and share those, or save the page and share the file.";
