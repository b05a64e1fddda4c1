//! The timeline: a band that stays in sight on a desktop, a sheet on a phone.

mod drawing;

use super::explorer::{Explorer, Shown, Subject};
use super::patch::Patched;
use super::signal::Signal;
use super::{band_keys, bind, pieces};
use crate::article::Event;
use crate::browser::{dom, events};
use crate::time::{self, Edtf, Precision};
use crate::timeline::{self, Layout, Projection, Window};
use crate::view::{Action, Pace, Scale};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// One step of the zoom buttons.
const ZOOM: f64 = 1.6;
/// How long marks move when the scale is switched, in milliseconds; the style sheet says so too.
const SWITCH: u32 = 200;
/// Rest before the window is written into the link, in milliseconds: browsers allow about
/// three writes a second.
const WRITE_AFTER: u32 = 350;

/// What the timeline keeps between two pictures.
#[derive(Clone, Copy)]
pub struct Timeline {
    explorer: Explorer,
    /// The part of the axis in sight; all of it if none.
    window: Signal<Option<Window>>,
    /// Counts changes of size.
    size: Signal<u32>,
    folded: Signal<bool>,
    layout: Signal<Option<Layout>>,
    lists: Signal<Rc<RefCell<[Patched; 3]>>>,
    writes: Signal<u32>,
    /// The window as it was last written into the link.
    written: Signal<Option<Edtf>>,
}

impl Timeline {
    fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            window: Signal::new(None),
            size: Signal::new(0),
            folded: Signal::new(false),
            layout: Signal::new(None),
            lists: Signal::new(Rc::default()),
            writes: Signal::new(0),
            written: Signal::new(None),
        }
    }

    fn scale(self) -> Scale {
        self.explorer.view.with_untracked(|view| view.scale)
    }

    /// Whether time runs upwards instead of to the right.
    pub fn is_upright(self) -> bool {
        self.scale() == Scale::Telling
    }

    fn length(self) -> f64 {
        let length = |axis: HtmlElement| {
            f64::from(if self.is_upright() { axis.client_height() } else { axis.client_width() })
        };
        dom::by_id("axis").map_or(0.0, length)
    }

    /// How far along the axis a place in the viewport lies, in px from an edge that stays.
    pub fn along(self, x: i32, y: i32) -> f64 {
        f64::from(if self.is_upright() { -y } else { x })
    }

    /// The same from the early end of the axis.
    pub fn from_start(self, along: f64) -> f64 {
        let rect = dom::by_id("axis").map(|axis| dom::rect(&axis)).unwrap_or_default();
        along - if self.is_upright() { -(rect.y + rect.height) } else { rect.x }
    }

    /// Closer (or wider, below 1) around a place on the axis.
    pub fn zoom(self, x: f64, factor: f64) {
        self.change(|index, window, length| window.zoomed(index, length, x, factor));
    }

    /// Closer around the middle.
    pub fn zoom_step(self, closer: bool) {
        self.zoom(self.length() / 2.0, if closer { ZOOM } else { 1.0 / ZOOM });
    }

    /// Later by so many px.
    pub fn pan(self, px: f64) {
        self.change(|index, window, length| window.panned(index, length, px));
    }

    fn change(self, next: impl FnOnce(&timeline::Index, Window, f64) -> Window) {
        let model = self.explorer.model();
        let index = model.track.index(&model.article, self.scale());
        let length = self.length();
        let now = Projection::new(index, self.window.get_untracked(), length).window();
        let next = next(index, now, length);
        let all = Projection::new(index, None, length).window();
        self.window.set((next != all).then_some(next));
        self.write_later();
    }

    /// All of it again.
    pub fn show_all(self) {
        self.window.set(None);
        self.written.set_untracked(None);
        self.explorer.act(Action::SetWindow(None, Pace::Deliberate));
    }

    fn write_later(self) {
        let mine = self.writes.get_untracked() + 1;
        self.writes.set_untracked(mine);
        events::after(WRITE_AFTER, move || {
            if self.writes.get_untracked() == mine {
                self.write();
            }
        });
    }

    fn write(self) {
        let model = self.explorer.model();
        let index = model.track.index(&model.article, self.scale());
        let when = self.window.get_untracked().and_then(|window| {
            let (from, to) = window.minutes(index);
            let days = (to - from) / time::MINUTES_PER_DAY;
            let precision = match days {
                0..3 => Precision::Minute,
                3..1100 => Precision::Day,
                _ => Precision::Month,
            };
            time::between(Some(from), Some(to), precision)
        });
        self.written.set_untracked(when.clone());
        self.explorer.act(Action::SetWindow(when, Pace::Continuous));
    }

    /// Opens what was pressed: an event at its passage, a cluster as a list.
    fn press(self, event: &web_sys::Event) {
        if let Some(mark) = dom::closest(event, "[data-event]") {
            let id = mark.get_attribute("data-event").unwrap_or_default();
            self.explorer.go(&id);
            self.explorer.window.set(None);
            super::card::enter();
        } else if let Some(mark) = dom::closest(event, "[data-cluster]") {
            let n = mark.get_attribute("data-cluster").and_then(|n| n.parse::<usize>().ok());
            let model = self.explorer.model();
            let index = model.track.index(&model.article, self.scale());
            let items = self.layout.with_untracked(|layout| {
                let cluster = layout.as_ref()?.clusters.get(n?)?;
                Some(cluster.items(index))
            });
            let ids = items.unwrap_or_default().into_iter().map(|n| model.event_id(n));
            let subject = Subject::Cluster(ids.collect());
            let button = mark.query_selector("button").ok().flatten();
            self.explorer.trigger.set_untracked(button.and_then(|b| b.dyn_into().ok()));
            self.explorer.card.set(Some(Shown { subject, pinned: true, at: 0 }));
            super::card::enter();
        }
    }
}

const SCALES: [(Scale, &str); 4] = [
    (Scale::Fit, "[data-scale=fit]"),
    (Scale::True, "[data-scale=true]"),
    (Scale::Order, "[data-scale=order]"),
    (Scale::Telling, "[data-scale=telling]"),
];

/// Brings the timeline to life.
pub fn live(explorer: Explorer) {
    let timeline = Timeline::new(explorer);
    let drawn = Cell::new(None);
    bind::watch(move || {
        let (when, scale) = explorer.view.with(|view| (view.when.clone(), view.scale));
        // What the timeline wrote itself it shows already, and more exactly.
        let other = timeline.written.with_untracked(|written| *written != when);
        if drawn.replace(Some(scale)) != Some(scale) || other {
            timeline.follow(when, scale);
        }
    });
    let empty = Cell::new(false);
    bind::watch(move || {
        // Nothing to show takes no room.
        let none = explorer.model.with(|model| {
            let dated = |event: &Event| event.when.is_some() || event.within.is_some();
            !model.article.events.iter().any(dated)
        });
        if empty.replace(none) != none {
            timeline.folded.set(none);
        }
    });
    // What is measured here is laid out for that picture anyway.
    events::next_frame(move || bind::watch(move || timeline.draw()));
    bind::watch(move || {
        explorer.told.track();
        explorer.view.track();
        timeline.light();
    });
    let before = Cell::new((false, false));
    bind::watch(move || {
        let tall = explorer.view.with(|view| view.scale) == Scale::Telling;
        let folded = timeline.folded.get();
        if before.replace((tall, folded)) != (tall, folded) {
            timeline.take_form(tall, folded);
        }
    });
    band_keys::attach(timeline);
    events::listen(&dom::window(), "resize", move |_: web_sys::Event| timeline.measure_again());
    for (scale, button) in SCALES {
        bind::press(button, move || explorer.act(Action::SetScale(scale)));
        bind::state(button, "aria-pressed", move || explorer.view.with(|v| v.scale == scale));
    }
    bind::write("#band .shown", move || timeline.shown());
    bind::write("#sheet .shown", move || timeline.shown());
    bind::hide("#sheet .window-of", move || timeline.window.get().is_none());
    bind::press("[data-zoom=out]", move || timeline.zoom_step(false));
    bind::press("[data-zoom=in]", move || timeline.zoom_step(true));
    bind::press("[data-zoom=all]", move || timeline.show_all());
    bind::press("#band .fold", move || timeline.folded.update(|folded| *folded = !*folded));
    bind::state("#band .fold", "aria-expanded", move || !timeline.folded.get());
    bind::write("#band .fold", move || if timeline.folded.get() { "▴" } else { "▾" }.to_owned());
    bind::on("click", "#axis,#sheet .scroll", move |event, _| timeline.press(event));
    bind::press("#sheet .close", move || super::bar::close_window(explorer));
    if let Some(rows) = dom::by_selector("#sheet .scroll") {
        events::listen(&rows, "scroll", move |_: web_sys::Event| timeline.measure_again());
    }
}

impl Timeline {
    /// Takes the window that the view's link asks for.
    fn follow(self, when: Option<Edtf>, scale: Scale) {
        let model = self.explorer.model();
        let index = model.track.index(&model.article, scale);
        let bounds = when.as_ref().map(Edtf::bounds);
        let bounds = bounds.filter(|b| b.start.is_some() || b.end.is_some());
        let asked = bounds.and_then(|b| Window::between(index, b.start, b.end));
        // What an axis can show of it, where there is an axis.
        let seen = asked.and_then(|asked| match self.length() {
            length if length > 0.0 => {
                let all = Projection::new(index, None, length).window();
                Some(asked.within(index, length)).filter(|seen| *seen != all)
            }
            _ => Some(asked),
        });
        self.window.set(seen);
        self.written.set_untracked(when);
    }

    fn take_form(self, tall: bool, folded: bool) {
        let form = if folded {
            "folded"
        } else if tall {
            "tall"
        } else {
            "band"
        };
        if let Some(root) = dom::root() {
            dom::attribute(&root, "data-band", Some(form));
            let order = if tall { "Events in order of telling" } else { "Events in order of time" };
            bind::each("#marks", |list| dom::attribute(list, "aria-label", Some(order)));
            dom::attribute(&root, "data-switch", Some(""));
            events::after(SWITCH, move || dom::attribute(&root, "data-switch", None));
        }
        self.measure_again();
    }

    fn measure_again(self) {
        self.size.update(|n| *n += 1);
    }

    /// The part of time in sight, in words.
    fn shown(self) -> String {
        let model = self.explorer.model.get();
        if model.article.events.is_empty() {
            return "no events".to_owned();
        }
        let Some(window) = self.window.get() else { return "all".to_owned() };
        let scale = self.explorer.view.with(|view| view.scale);
        let (from, to) = window.minutes(model.track.index(&model.article, scale));
        pieces::span_words(from, to)
    }
}
