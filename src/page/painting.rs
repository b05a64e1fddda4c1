//! From the view's state to colours on the article's text.

use super::explorer::Explorer;
use super::find_box::text_hits;
use super::model::Model;
use crate::article::Span;
use crate::browser::highlight::{self, Layer};
use crate::browser::{dom, ranges::Blocks};
use crate::view::settings::Theme;
use crate::view::{Panel, ViewState};
use leptos::prelude::*;
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
pub fn keep(explorer: Explorer, blocks: Rc<Blocks>) {
    let ranges = move |model: &Model, spans: &[Span]| -> Vec<web_sys::Range> {
        spans.iter().flat_map(|span| blocks.ranges(&model.text, *span)).collect()
    };
    let focus = Memo::new(move |_| explorer.view.with(|v| v.focus.clone()));
    let only = Memo::new(move |_| explorer.view.with(|v| v.only.clone()));
    let find = Memo::new(move |_| explorer.view.with(|v| v.find.clone()));
    let paint = ranges.clone();
    Effect::new(move |_| {
        let model = explorer.model();
        let spans = focus.get().map(|id| model.passages(&id)).unwrap_or_default();
        highlight::show(Layer::Focus, &paint(&model, &spans));
    });
    let paint = ranges.clone();
    Effect::new(move |_| {
        let model = explorer.model();
        let hits = text_hits(&model.find(&find.get()));
        highlight::show(Layer::Found, &paint(&model, &hits));
    });
    Effect::new(move |_| {
        let model = explorer.model();
        let faded = only.with(|ids| {
            if ids.is_empty() {
                return Vec::new();
            }
            let kept = model.sentences_about_all(ids);
            let others = model.index.sentences().iter().copied();
            others.filter(|s| kept.binary_search(s).is_err()).collect()
        });
        highlight::show(Layer::Faded, &ranges(&model, &faded));
    });
    Effect::new(move |_| {
        let panel = explorer.view.with(|v| v.panel);
        set_root("data-panel", panel.map(panel_name));
    });
    Effect::new(move |_| {
        let settings = explorer.settings.get();
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
    });
}

fn panel_name(panel: Panel) -> &'static str {
    match panel {
        Panel::Who => "who",
        Panel::When => "when",
        Panel::Said => "said",
        Panel::Figures => "figures",
    }
}

fn set_root(name: &str, value: Option<&str>) {
    if let Some(root) = dom::root() {
        dom::attribute(&root, name, value);
    }
}
