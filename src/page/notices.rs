//! What is in force (only some sentences), one quiet line to the reader, and the way back
//! after a jump.

use super::explorer::Explorer;
use super::{bind, reading};
use crate::article::Id;
use crate::browser::{dom, events};
use crate::markup::escape::escape;
use crate::view::Action;
use web_sys::Element;

/// Takes one of "only sentences about" away.
const CHIP: &str = ".quiet [data-only]";

/// Brings them to life.
pub fn live(explorer: Explorer) {
    bind::hide(".quiet .only", move || explorer.view.with(|view| view.only.is_empty()));
    bind::fill(".quiet .only", move || chips(explorer));
    bind::on("click", CHIP, move |_, chip| {
        let id = chip.get_attribute("data-only").and_then(|id| Id::new(id).ok());
        if let Some(id) = id {
            explorer.act(Action::ToggleOnly(id));
            keep_focus();
        }
    });
    bind::write(".notice", move || explorer.notice.get());
    bind::hide(".dismiss", move || explorer.notice.with(String::is_empty));
    bind::watch(move || {
        let empty = explorer.notice.with(String::is_empty);
        bind::each(".notice", |line| dom::set_class(line, "empty", empty));
    });
    bind::press(".dismiss", move || {
        explorer.say("");
        keep_focus();
    });
    bind::hide(".way-back", move || explorer.trail.with(Vec::is_empty));
    bind::write(".way-back", move || {
        let place = |trail: &Vec<super::explorer::Left>| trail.last().map(|left| left.name.clone());
        format!("↩ Back to {}", explorer.trail.with(place).unwrap_or_default())
    });
    bind::press(".way-back", move || {
        explorer.back();
        keep_focus();
    });
}

/// What was pressed may be gone: then a chip that is left has the keyboard's focus, else the block
/// that is being read.
fn keep_focus() {
    events::next_frame(|| {
        let gone = |active: Element| active.tag_name() == "BODY" || active.has_attribute("hidden");
        if dom::document().active_element().is_none_or(gone) {
            match dom::by_selector(CHIP) {
                Some(_) => bind::focus(CHIP),
                None => reading::take_focus(),
            }
        }
    });
}

fn chips(explorer: Explorer) -> String {
    let model = explorer.model();
    let mut html = String::from("<span>Only sentences about</span>");
    for id in explorer.view.with(|view| view.only.clone()) {
        let name = escape(&model.name(&id));
        html.push_str(&format!(
            "<button type=\"button\" data-only=\"{id}\" aria-label=\"No longer only {name}\">\
             <bdi>{name}</bdi> ×</button>"
        ));
    }
    html
}
