//! Telling order against time order: where in the text an event is told, and when it was.

use super::index::Index;
use super::window::{Projection, Window};
use crate::article::order::sort;

/// At most so many points are shown.
const MOST: usize = 240;

/// A passage that tells an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which item.
    pub item: u32,
    /// Where in the text, in characters.
    pub at: u32,
}

/// A point of the line through the text; the line joins them in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TellingPoint {
    /// Which item.
    pub item: u32,
    /// Where in the text, in px.
    pub text: f64,
    /// When it begins, in px along the axis of time; may lie outside a window.
    pub time0: f64,
    /// When it ends.
    pub time1: f64,
    /// Whether the text goes back in time here: it begins before the one told before.
    pub back: bool,
}

/// The sides of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TellingFrame {
    /// Length of the text, in characters.
    pub characters: u32,
    /// Length of its side, in px.
    pub text_length: f64,
    /// Length of the side of time, in px.
    pub time_length: f64,
    /// The time to show; `None` is everything.
    pub window: Option<Window>,
}

/// The points in the order of the text. Where there are too many to tell apart, each small
/// part of the text keeps its earliest and its latest event.
pub fn telling(index: &Index, told: &[Told], frame: &TellingFrame) -> Vec<TellingPoint> {
    let view = Projection::new(index, frame.window, frame.time_length);
    let mut places = vec![None; index.len()];
    for entry in index.merged() {
        if let Some(place) = places.get_mut(entry.item as usize) {
            *place = Some((entry.from, entry.to));
        }
    }
    let mut order: Vec<_> = told.iter().map(|told| i64::from(told.at)).zip(0..).collect();
    sort(&mut order);
    let scale = frame.text_length.max(0.0) / f64::from(frame.characters.max(1));
    let mut points: Vec<TellingPoint> = Vec::with_capacity(told.len());
    for told in order.iter().filter_map(|&(_, i)| told.get(i as usize)) {
        let Some(&Some((from, to))) = places.get(told.item as usize) else { continue };
        points.push(TellingPoint {
            item: told.item,
            text: f64::from(told.at) * scale,
            time0: view.px(from as f64) - view.origin,
            time1: view.px(to as f64) - view.origin,
            back: false,
        });
    }
    if points.len() > MOST {
        let part = points.len().div_ceil(MOST / 2);
        points = points.chunks(part).flat_map(extremes).collect();
    }
    let mut last = f64::NEG_INFINITY;
    for point in &mut points {
        point.back = point.time0 < last;
        last = point.time0;
    }
    points
}

/// The earliest and the latest point, in the order of the text.
fn extremes(part: &[TellingPoint]) -> Vec<TellingPoint> {
    let (mut earliest, mut latest) = (0, 0);
    for (i, point) in part.iter().enumerate() {
        if point.time0 < part[earliest].time0 {
            earliest = i;
        }
        if point.time0 >= part[latest].time0 {
            latest = i;
        }
    }
    let kept = [earliest.min(latest), earliest.max(latest)];
    kept.iter().filter_map(|&i| part.get(i).copied()).collect()
}
