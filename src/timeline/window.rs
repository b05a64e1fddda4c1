//! The part of the axis that is seen: zooming and panning, exact and within bounds.

use super::index::Index;
use super::scale::BREAK;
use crate::time::Minutes;

/// Free space before the first and after the last time, in px; less on a very short axis.
const MARGIN: f64 = 16.0;

/// The longest axis, in px.
const LONGEST: f64 = 10_000_000.0;

/// The nearest number between two; the least for what is no number.
pub(super) fn bounded(x: f64, least: f64, most: f64) -> f64 {
    x.max(least).min(most)
}

/// A part of the axis, in its own units: minutes, or steps for an order. Kept in this form, a
/// window is the same at any width of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// A window laid on so many px: from minutes to px and back.
#[derive(Clone, Copy, Debug)]
pub struct Projection<'a> {
    pub(super) index: &'a Index,
    /// Length of the axis on the screen, in px.
    pub(super) length: f64,
    /// Px for a live unit.
    pub(super) zoom: f64,
    /// Px from the first time of the axis to the left edge of the screen.
    pub(super) origin: f64,
    pub(super) margin: f64,
    /// The zoom at which everything is seen.
    widest: f64,
    /// How a cut grows with the zoom, up to [`BREAK`].
    growth: f64,
}

impl<'a> Projection<'a> {
    /// The window on an axis of so many px; `None` is everything. Takes any numbers: what
    /// cannot be shown becomes the nearest that can.
    pub fn new(index: &'a Index, window: Option<Window>, length: f64) -> Self {
        let length = bounded(length, 1.0, LONGEST);
        let margin = MARGIN.min(length / 20.0);
        let room = length - 2.0 * margin;
        let whole = index.scale.ends().1;
        // All breaks together leave half of the axis, and then grow until they are full size.
        let cuts = (BREAK * whole.cuts).min(room / 2.0);
        let widest = (room - cuts) / whole.live;
        let growth = if whole.cuts > 0.0 { cuts / whole.cuts / widest } else { 0.0 };
        let full = Self { index, length, zoom: widest, origin: -margin, margin, widest, growth };
        match window {
            Some(Window { from, to }) if from < to => full.onto(from, to),
            _ => full,
        }
    }

    /// The projection that shows a window.
    fn onto(self, from: f64, to: f64) -> Self {
        let (start, end) = (self.index.scale.measure(from), self.index.scale.measure(to));
        let (live, cuts) = (end.0 - start.0, end.1 - start.1);
        let full_size = (self.length - BREAK * cuts) / live;
        let zoom = if full_size * self.growth >= BREAK {
            full_size
        } else {
            self.length / (live + self.growth * cuts)
        };
        let view = self.zoomed(zoom);
        let middle = (view.px(from) + view.px(to)) / 2.0;
        view.moved(middle - self.length / 2.0)
    }

    /// With another zoom, within what makes sense.
    fn zoomed(self, zoom: f64) -> Self {
        let closest = self.length / self.index.finest;
        Self { zoom: zoom.min(closest).max(self.widest), ..self }
    }

    /// With another origin, no farther than the margins.
    fn moved(self, origin: f64) -> Self {
        Self { origin: origin.min(self.end() - self.length).max(-self.margin), ..self }
    }

    /// Px from the first time to the end of the right margin.
    pub(super) fn end(&self) -> f64 {
        let whole = self.index.scale.ends().1;
        whole.live * self.zoom + whole.cuts * self.cut() + self.margin
    }

    /// Px of a break.
    pub(super) fn cut(&self) -> f64 {
        (self.growth * self.zoom).min(BREAK)
    }

    /// Px from the first time to a place on the axis.
    pub(super) fn px(&self, place: f64) -> f64 {
        let (live, cuts) = self.index.scale.measure(place);
        live * self.zoom + cuts * self.cut()
    }

    /// The place on the axis with so many px before it.
    pub(super) fn place(&self, px: f64) -> f64 {
        self.index.scale.place(px, self.zoom, self.cut())
    }

    /// The window that is really seen.
    pub fn window(&self) -> Window {
        Window { from: self.place(self.origin), to: self.place(self.origin + self.length) }
    }

    /// The px at which a minute stands.
    pub fn x(&self, minute: f64) -> f64 {
        self.px(self.index.to_axis(minute)) - self.origin
    }

    /// The minute that stands at a px.
    pub fn t(&self, x: f64) -> f64 {
        self.index.to_minute(self.place(x + self.origin))
    }
}

impl Window {
    /// The window from one minute to another; without one, from or to the end of the axis.
    /// Nothing without a minute in it.
    pub fn between(index: &Index, from: Option<Minutes>, to: Option<Minutes>) -> Option<Self> {
        let (first, last) = index.scale.ends();
        let place = |minute: Option<Minutes>, end: i64| {
            minute.map_or(end as f64, |minute| index.to_axis(minute as f64))
        };
        let window = Self { from: place(from, first.at), to: place(to, last.at) };
        (window.from < window.to).then_some(window)
    }

    /// The same if all of it can be seen on so many px, else what is seen for it.
    pub fn within(self, index: &Index, length: f64) -> Self {
        let seen = Projection::new(index, Some(self), length).window();
        let little = (self.to - self.from) * 1e-6;
        let all = seen.from <= self.from + little && self.to <= seen.to + little;
        if all { self } else { seen }
    }

    /// The minutes in it: the first, and one past the last.
    pub fn minutes(self, index: &Index) -> (Minutes, Minutes) {
        (index.to_minute(self.from).floor() as i64, index.to_minute(self.to).ceil() as i64)
    }

    /// Closer by a factor (or wider, below 1), while what stands at `x` px stays there, unless
    /// the end of the axis comes into sight.
    pub fn zoomed(self, index: &Index, length: f64, x: f64, factor: f64) -> Self {
        let view = Projection::new(index, Some(self), length);
        let place = view.place(view.origin + x);
        let closer = view.zoomed(view.zoom * factor);
        closer.moved(closer.px(place) - x).window()
    }

    /// Later by so many px, or earlier when negative.
    pub fn panned(self, index: &Index, length: f64, px: f64) -> Self {
        let view = Projection::new(index, Some(self), length);
        view.moved(view.origin + px).window()
    }
}
