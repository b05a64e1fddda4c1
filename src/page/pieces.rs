//! From a layout to things on the screen: what each is called, looks like, and where it is.

mod wording;

pub use wording::span_words;

use super::model::Model;
use crate::article::order::sorted_by;
use crate::markup::words::certainty_class;
use crate::time;
use crate::timeline::{Break, Cluster, Form, Layout, Mark, Row, RowKind, TellingPoint, Tick};
use crate::view::Tenths;
use wording::{date, headline, is_dated, sentence, tick_words};

/// Height of a row of the band, in rem.
pub const ROW: f64 = 1.5;

/// A narrower label says nothing: its mark is shown without it. In rem.
const READABLE: f64 = 2.75;

/// One element of the timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Tells it from the others while it moves.
    pub key: String,
    /// The event's id, or the cluster's number.
    pub target: Option<Target>,
    /// Classes.
    pub class: String,
    /// Style, without what the style sheet says already.
    pub style: String,
    /// The words on it.
    pub label: String,
    /// The same as a sentence, to be read aloud.
    pub says: String,
}

/// What a piece stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An event, by its id.
    Event(String),
    /// A cluster, by its place in the layout.
    Cluster(usize),
}

/// The marks and clusters of the band, in order of time; `rem` in px.
pub fn band(model: &Model, layout: &Layout, height: f64, rem: f64) -> Vec<Piece> {
    let mut pieces: Vec<(f64, Piece)> = Vec::new();
    for mark in &layout.marks {
        pieces.push((mark.x0, mark_piece(model, mark, height, rem)));
    }
    for (n, cluster) in layout.clusters.iter().enumerate() {
        pieces.push((cluster.x0, cluster_piece(n, cluster, height - ROW * rem)));
    }
    let in_order = sorted_by(&pieces, |(x, _)| (x * 10.0) as i64);
    in_order.into_iter().map(|(_, piece)| piece).collect()
}

fn mark_piece(model: &Model, mark: &Mark, height: f64, rem: f64) -> Piece {
    let row_height = ROW * rem;
    let mut class = event_class(model, mark.item, mark.undated, mark.open_start, mark.open_end);
    let row = f64::from(mark.row.unwrap_or(0));
    let bar = mark.form == Form::Bar;
    class.push_str(if bar && mark.in_row {
        " in-row"
    } else if bar {
        " stretch"
    } else {
        " point"
    });
    // The element is the label's box; its glyph stands on the axis, or is the bar in the row.
    let label = mark.label.filter(|label| label.width >= READABLE * rem);
    let (left, width) = match label {
        Some(label) => (label.x, label.width),
        None => (mark.x0, (mark.x1 - mark.x0).max(row_height)),
    };
    if label.is_none() {
        class.push_str(" bare");
    }
    let drop = if label.is_none() && !mark.in_row { 1.0 } else { row + 1.0 } * row_height;
    // The line from a label down to the axis passes behind those in the rows under it.
    let style = format!(
        "transform:translate({}px,{}px);width:{}px;--glyph:{}px;--length:{}px;--drop:{}px;z-index:-{}",
        Tenths(left),
        Tenths(height - drop),
        Tenths(width),
        Tenths(mark.x0 - left),
        Tenths((mark.x1 - mark.x0).max(6.0)),
        Tenths(drop),
        mark.row.unwrap_or(0),
    );
    let id = model.event_id(mark.item);
    Piece {
        key: format!("e{id}"),
        target: Some(Target::Event(id)),
        class,
        style,
        label: headline(model, mark.item),
        says: sentence(model, mark.item),
    }
}

fn cluster_piece(n: usize, cluster: &Cluster, top: f64) -> Piece {
    let span = span_words(cluster.start, cluster.end);
    let (left, width) = (Tenths(cluster.label.x), Tenths(cluster.label.width));
    let top = Tenths(top);
    Piece {
        key: format!("c{n}"),
        target: Some(Target::Cluster(n)),
        class: "cluster".into(),
        style: format!("transform:translate({left}px,{top}px);width:{width}px"),
        label: format!("+{}", cluster.count),
        says: format!("{} more events, {span}", cluster.count),
    }
}

/// How wide a letter of a tick's words is at most, in rem.
const LETTER: f64 = 0.45;

/// The ticks of an axis; `along` writes the style for a place on it.
pub fn ticks(ticks: &[Tick], along: impl Fn(f64) -> String) -> Vec<Piece> {
    let mut year = None;
    ticks
        .iter()
        .enumerate()
        .map(|(n, tick)| Piece {
            key: format!("t{n}"),
            class: "tick".into(),
            style: along(tick.x),
            label: tick_words(tick, &mut year),
            ..Piece::default()
        })
        .collect()
}

/// Where the last tick's words would be cut at the end of an axis of so many px, they stand before
/// it, or not at all if others stand there.
pub fn turn_last(pieces: &mut [Piece], ticks: &[Tick], length: f64, rem: f64) {
    let room = |piece: &Piece| (piece.label.len() as f64 * LETTER + 0.5) * rem;
    let ([.., last], [before @ .., piece]) = (ticks, pieces) else { return };
    if last.x + room(piece) > length {
        let taken = before.last().zip(ticks.iter().nth_back(1));
        if taken.is_some_and(|(label, tick)| tick.x + room(label) + room(piece) > last.x) {
            piece.label.clear();
        }
        piece.class = "tick end".into();
    }
}

/// The places where an axis is cut; they say how long the cut is.
pub fn breaks(breaks: &[Break], along: impl Fn(f64) -> String) -> Vec<Piece> {
    breaks
        .iter()
        .enumerate()
        .map(|(n, cut)| {
            let gap = time::gap(cut.start, cut.end);
            Piece {
                key: format!("b{n}"),
                class: "break".into(),
                style: along(cut.x0),
                says: format!("{gap} left out"),
                label: if cut.empty { gap } else { String::new() },
                ..Piece::default()
            }
        })
        .collect()
}

/// The rows of the vertical form.
pub fn column(model: &Model, rows: &[Row]) -> Vec<Piece> {
    rows.iter()
        .map(|row| {
            let item = row.item;
            let style = format!("transform:translateY({}px)", Tenths(row.y));
            match row.what {
                RowKind::Heading => Piece {
                    key: format!("h{}", model.event_id(item)),
                    class: if is_dated(model, item) { "heading" } else { "heading between" }.into(),
                    style,
                    label: date(model, item),
                    ..Piece::default()
                },
                RowKind::Item { open_start, open_end, undated } => Piece {
                    key: format!("e{}", model.event_id(item)),
                    target: Some(Target::Event(model.event_id(item))),
                    class: event_class(model, item, undated, open_start, open_end) + " row",
                    style,
                    label: headline(model, item),
                    says: sentence(model, item),
                },
            }
        })
        .collect()
}

/// Whether two events stand under one date in the vertical form.
pub fn same_date(model: &Model, a: u32, b: u32) -> bool {
    let dates = |item: u32| model.article.events.get(item as usize).map(|e| (&e.when, &e.within));
    dates(a) == dates(b)
}

/// The points of the second view, and the line through them.
pub fn telling(model: &Model, points: &[TellingPoint], height: f64) -> (Vec<Piece>, String) {
    let mut line = String::new();
    let pieces = points
        .iter()
        .enumerate()
        .map(|(n, point)| {
            let x = Tenths(point.text);
            let y = Tenths(height - point.time0.min(height).max(0.0));
            line.push_str(&format!("{}{x} {y}", if n == 0 { 'M' } else { 'L' }));
            let back = if point.back { " back" } else { "" };
            Piece {
                key: format!("p{n}{}", model.event_id(point.item)),
                target: Some(Target::Event(model.event_id(point.item))),
                class: format!(
                    "{} told-at{back}",
                    event_class(model, point.item, false, false, false)
                ),
                style: format!("transform:translate({x}px,{y}px)"),
                label: headline(model, point.item),
                says: sentence(model, point.item),
            }
        })
        .collect();
    (pieces, line)
}

fn event_class(
    model: &Model,
    item: u32,
    undated: bool,
    open_start: bool,
    open_end: bool,
) -> String {
    let mut class = String::from("mark");
    if let Some(event) = model.article.events.get(item as usize) {
        class.push(' ');
        class.push_str(certainty_class(event.certainty));
    }
    for (is, name) in [(undated, " undated"), (open_start, " open-start"), (open_end, " open-end")]
    {
        if is {
            class.push_str(name);
        }
    }
    class
}
