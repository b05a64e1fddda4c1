//! The state of the page, and the one way to change it.

mod shown;

pub use shown::{Left, Selected, Shown, Subject, Window};

use super::model::Model;
use super::signal::Signal;
use crate::article::{Id, Span};
use crate::browser::{dom, history, share, storage};
use crate::view::settings::Settings;
use crate::view::{Action, HistoryStep, Panel, ViewState, to_fragment, update};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Everything that changes on the page. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// What the reader looks at; has a link.
    pub view: Signal<ViewState>,
    /// The card on the screen.
    pub card: Signal<Option<Shown>>,
    /// One quiet line to the reader.
    pub notice: Signal<String>,
    /// Where the reader jumped from, the last at the end.
    pub trail: Signal<Vec<Left>>,
    /// Words the reader has selected.
    pub selected: Signal<Option<Selected>>,
    /// The events told where the reader is reading.
    pub told: Signal<Vec<u32>>,
    /// The reading settings.
    pub settings: Signal<Settings>,
    /// The small window that is open.
    pub window: Signal<Option<Window>>,
    /// The article.
    pub model: Signal<Rc<Model>>,
    /// What the card hangs on.
    pub trigger: Signal<Option<HtmlElement>>,
}

impl Explorer {
    /// The page in its default state.
    pub fn new(model: Model) -> Self {
        Self {
            view: Signal::new(ViewState::default()),
            card: Signal::new(None),
            notice: Signal::new(String::new()),
            trail: Signal::new(Vec::new()),
            selected: Signal::new(None),
            told: Signal::new(Vec::new()),
            settings: Signal::new(Settings::default()),
            window: Signal::new(None),
            model: Signal::new(Rc::new(model)),
            trigger: Signal::new(None),
        }
    }

    /// The article and what is known about it.
    pub fn model(self) -> Rc<Model> {
        self.model.get_untracked()
    }

    /// Does one thing, and writes the view's link.
    pub fn act(self, action: Action) {
        let before = self.view.get_untracked();
        let (next, step) = update(&before, action);
        if step != HistoryStep::None {
            // What is opened from the phone's timeline takes its step.
            let push = step == HistoryStep::Push && !self.on_sheet();
            history::write(&to_fragment(&next), push);
        }
        if next != before {
            self.view.set(next);
        }
    }

    /// Opens the card of a thing on purpose, where the reader pressed. A thing that the
    /// article does not know is named in a notice.
    pub fn press(self, id: &str, trigger: Option<HtmlElement>) {
        let Ok(id) = Id::new(id) else { return };
        if !self.model().knows(&id) {
            return self.say(format!("This article has nothing called “{id}”."));
        }
        let at = self.place_of(&id, trigger.as_ref());
        self.trigger.set_untracked(trigger);
        let shown = Shown { subject: Subject::Thing(id.to_string()), pinned: true, at };
        self.act(Action::Focus(id));
        self.card.set(Some(shown));
    }

    /// Shows a card for a while, as long as the pointer stays.
    pub fn glance(self, id: &str, trigger: HtmlElement) {
        let at = self.place_of(id, Some(&trigger));
        self.trigger.set_untracked(Some(trigger));
        let subject = Subject::Thing(id.to_owned());
        self.card.set(Some(Shown { subject, pinned: false, at }));
    }

    /// Which of the thing's passages the words are; the first if they are none of them.
    fn place_of(self, id: &str, words: Option<&HtmlElement>) -> usize {
        let model = self.model();
        let span = words.and_then(|words| super::reading::span_of(&model, words));
        let place = |span: Span| model.passages(id).iter().position(|p| p.overlaps(span));
        span.and_then(place).unwrap_or(0)
    }

    /// Whether a card is open that was opened on purpose.
    pub fn is_pinned(self) -> bool {
        self.card.with_untracked(|card| card.as_ref().is_some_and(|shown| shown.pinned))
    }

    /// Makes a card that was shown for a while stay.
    pub fn keep_card(self) {
        let Some(shown) = self.card.get_untracked().filter(|shown| !shown.pinned) else { return };
        if let Subject::Thing(id) = &shown.subject
            && let Ok(id) = Id::new(id)
        {
            self.act(Action::Focus(id));
        }
        self.card.set(Some(Shown { pinned: true, ..shown }));
    }

    /// Goes to the first passage of a thing and opens its card there.
    pub fn go(self, id: &str) {
        // On a small screen the panel would stand before what is gone to. One step: Back opens it.
        let known = Id::new(id).ok().filter(|id| self.model().knows(id));
        if let Some(id) = known.filter(|_| dom::matches(super::card::SMALL)) {
            self.act(Action::GoTo(id));
        }
        self.press(id, None);
        if let Some(span) = self.model().passages(id).first() {
            self.jump(*span);
        }
    }

    /// Takes the card away; what it was opened from gets the focus back if the card had it.
    pub fn close_card(self) {
        let Some(shown) = self.card.get_untracked() else { return };
        let inside = dom::by_id("card").is_some_and(|card| {
            let active = dom::document().active_element();
            active.is_some_and(|active| card.contains(Some(&active)))
        });
        let trigger = self.trigger.get_untracked().filter(|trigger| trigger.is_connected());
        if inside && let Some(trigger) = trigger.or_else(|| mark_of(&shown)) {
            let _ = trigger.focus();
        }
        self.card.set(None);
        if shown.pinned {
            self.act(Action::Unfocus);
        }
    }

    /// Scrolls to a passage and leaves a way back.
    pub fn jump(self, span: Span) {
        let model = self.model();
        let from = super::reading::here(self);
        if super::reading::scroll_to(&model, span)
            && let Some(from) = from
        {
            self.trail.update(|trail| trail.push(from));
        }
    }

    /// Goes back to where the reader was before the last jump.
    pub fn back(self) {
        let last = self.trail.update(Vec::pop);
        if let Some(place) = last {
            dom::window().scroll_to_with_x_and_y(0.0, place.scroll);
        }
    }

    /// Says one quiet line.
    pub fn say(self, words: impl Into<String>) {
        self.notice.set(words.into());
    }

    /// Opens or closes a panel.
    pub fn toggle_panel(self, panel: Panel) {
        self.act(Action::TogglePanel(panel));
        self.window.set(None);
    }

    /// Opens or closes a small window.
    pub fn toggle_window(self, window: Window) {
        if self.window.get_untracked() == Some(window) {
            return self.close_window();
        }
        self.close_window();
        // On a phone the card stands where the window does.
        if dom::matches(super::card::SMALL) {
            self.close_card();
        }
        self.window.set(Some(window));
        if self.on_sheet() {
            history::write(&to_fragment(&self.view.get_untracked()), true);
        }
    }

    /// Closes the small window.
    pub fn close_window(self) {
        if self.on_sheet() {
            history::back();
        }
        self.window.set(None);
    }

    /// Whether the phone's timeline is open: a step of its own, so that Back closes it.
    pub fn on_sheet(self) -> bool {
        self.window.get_untracked() == Some(Window::Sheet)
    }

    /// Changes the reading settings and remembers them.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        if !storage::write(SETTINGS_KEY, &self.settings.get_untracked().to_string()) {
            self.say("This browser does not let the page remember settings.");
        }
    }

    /// Takes the settings of an earlier visit.
    pub fn recall_settings(self) {
        if let Some(kept) = storage::read(SETTINGS_KEY) {
            self.settings.set(Settings::read(&kept));
        }
    }

    /// Copies words and says so.
    pub fn copy(self, words: &str, what: &'static str) {
        share::copy(words, move |copied| {
            self.say(if copied { format!("{what} copied.") } else { NOT_COPIED.into() });
        });
    }

    /// The link of the view as it is now.
    pub fn link(self) -> String {
        history::to_share(&to_fragment(&self.view.get_untracked())).0
    }
}

/// The mark in the text where a card stands that was not opened by one, or has moved on.
fn mark_of(shown: &Shown) -> Option<HtmlElement> {
    let Subject::Thing(id) = &shown.subject else { return None };
    let mut marks = dom::all(&format!("#article a[href='#{id}']"));
    if marks.is_empty() {
        marks = dom::all(&format!("#marks [data-event='{id}'] button, #marks [tabindex='0']"));
    }
    if marks.is_empty() {
        return None;
    }
    marks.swap_remove(shown.at.min(marks.len() - 1)).dyn_into().ok()
}

const SETTINGS_KEY: &str = "dateline-settings";
const NOT_COPIED: &str = "The browser did not allow copying.";
