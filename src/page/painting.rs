//! From the view's state to colours on the article's text.

use super::bind;
use super::explorer::{Explorer, Window};
use super::find_box::text_hits;
use super::model::Model;
#[cfg(feature = "studio")]
use super::near::paint;
use super::reading;
use crate::article::{Id, Span};
#[cfg(not(feature = "studio"))]
use crate::browser::highlight;
use crate::browser::highlight::Layer;
use crate::browser::{dom, later};
use crate::view::settings::{Settings, Theme};
use crate::view::{Panel, ViewState};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The passages that the view points at: those of the thing in focus, else what was found.
pub fn places(explorer: Explorer, view: &ViewState) -> Vec<Span> {
    let model = explorer.model();
    if let Some(id) = &view.focus {
        return model.passages(id);
    }
    if !view.find.is_empty() {
        return text_hits(&model.find(&view.find));
    }
    model.sentences_about_all(&view.only)
}

/// Keeps the page as the state says, from now on.
pub fn keep(explorer: Explorer) {
    // Other parts of the view change with every word that is typed or px that is dragged.
    let before = RefCell::new((ViewState::default(), explorer.model()));
    bind::watch(move || {
        let view = explorer.view.get();
        let model = explorer.model.get();
        let (before, other) = before.replace((view.clone(), Rc::clone(&model)));
        let before = if Rc::ptr_eq(&other, &model) { before } else { ViewState::default() };
        if view.focus != before.focus {
            paint_focus(&model, &view);
        }
        if view.find != before.find {
            paint_found(&model, &view);
        }
        if view.only != before.only {
            paint_faded(&model, &view);
        }
    });
    let before = Cell::default();
    bind::watch(move || {
        let panel = explorer.view.with(|v| v.panel);
        let finding = explorer.window.get() == Some(Window::Find);
        if let Some(panel) = panel {
            later::list(panel.word());
        }
        if before.replace((panel, finding)) == (panel, finding) {
            return;
        }
        reading::staying(&|| {
            set_root("data-panel", panel.map(Panel::word));
            set_root("data-finding", finding.then_some(""));
        });
    });
    let before = Cell::new(explorer.settings.get_untracked().size);
    bind::watch(move || {
        let settings = explorer.settings.get();
        if before.replace(settings.size) == settings.size {
            dress(settings);
        } else {
            reading::staying(&|| dress(settings));
        }
        if explorer.card.with_untracked(Option::is_some) {
            super::card::put(explorer);
        }
    });
}

/// Paints all of it once more: words of the article were written again.
#[cfg(feature = "studio")]
pub fn again(explorer: Explorer) {
    let (view, model) = (explorer.view.get_untracked(), explorer.model());
    paint_focus(&model, &view);
    paint_found(&model, &view);
    paint_faded(&model, &view);
}

fn paint_focus(model: &Model, view: &ViewState) {
    let spans = view.focus.as_ref().map(|id| model.passages(id)).unwrap_or_default();
    paint(model, Layer::Focus, spans);
}

fn paint_found(model: &Model, view: &ViewState) {
    paint(model, Layer::Found, text_hits(&model.find(&view.find)));
}

fn paint_faded(model: &Model, view: &ViewState) {
    paint(model, Layer::Faded, others(model, &view.only));
}

#[cfg(not(feature = "studio"))]
fn paint(model: &Model, layer: Layer, spans: Vec<Span>) {
    highlight::show(layer, &reading::ranges(model, &spans));
}

/// Sets the page in the theme, size and marks of these settings.
pub fn dress(settings: Settings) {
    set_root(
        "data-theme",
        match settings.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
    );
    set_root("data-marks", (!settings.marks).then_some("off"));
    let size = (settings.size != 0).then(|| settings.size.to_string());
    set_root("data-size", size.as_deref());
}

/// The sentences that are not about all of these things; none when nothing that the article
/// knows was asked for.
fn others(model: &Model, only: &[Id]) -> Vec<Span> {
    if !only.iter().any(|id| model.knows(id)) {
        return Vec::new();
    }
    let kept = model.sentences_about_all(only);
    // Forced colours know no paler one: then what was asked for stands out.
    if dom::matches("(forced-colors: active)") {
        return kept;
    }
    let all = model.index.sentences(&model.article).iter().copied();
    all.filter(|s| kept.binary_search(s).is_err()).collect()
}

fn set_root(name: &str, value: Option<&str>) {
    if let Some(root) = dom::root() {
        dom::attribute(&root, name, value);
    }
}
