//! The room as a whole: the cases it was made for.

use super::*;
use crate::time::{Edtf, MINUTES_PER_DAY, Minutes, minutes_at, parse};

/// A label as wide as its words at 15 px, about.
fn width_of(words: &str) -> f32 {
    words.chars().count() as f32 * 7.0 + 12.0
}

fn moment(start: Minutes, end: Minutes) -> Item {
    Item { start: Some(start), end: Some(end), shape: Shape::Moment, label_width: 150.0, weight: 0 }
}

fn day(year: i64, month: u8, day: u8) -> Item {
    let start = minutes_at(year, month, day);
    moment(start, start + MINUTES_PER_DAY)
}

/// One event in 2003, known as a year, and twelve in one week of 2020.
fn one_and_twelve() -> Vec<Item> {
    let days = [3, 3, 4, 5, 5, 5, 6, 6, 7, 8, 8, 9];
    let mut items = vec![moment(minutes_at(2003, 1, 1), minutes_at(2004, 1, 1))];
    items.extend(days.map(|d| day(2020, 1, d)));
    items
}

fn viewport(length: f64, rows: u32) -> Viewport {
    Viewport { length, window: None, rows, label_max: 150.0, tick_width: 56.0 }
}

/// The events of the bundled article.
fn article() -> (Vec<Item>, Vec<String>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let text = std::fs::read_to_string(path).expect("the article's annotation");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut items = Vec::new();
    let mut headlines = Vec::new();
    for event in json["events"].as_array().expect("events") {
        let headline = event["headline"].as_str().expect("a headline").to_owned();
        let dated = event["edtf"].as_str();
        let edtf = parse(dated.or(event["bounds_edtf"].as_str()).expect("a time")).expect("EDTF");
        let shape = match (dated, &edtf) {
            (None, _) => Shape::Undated,
            (_, Edtf::At(_)) => Shape::Moment,
            _ => Shape::Stretch,
        };
        let (start, end) = (edtf.bounds().start, edtf.bounds().end);
        let label_width = width_of(&headline);
        items.push(Item { start, end, shape, label_width, weight: 0 });
        headlines.push(headline);
    }
    (items, headlines)
}

/// All label boxes with their rows.
fn boxes(layout: &Layout) -> Vec<(u32, Label)> {
    let marks = layout.marks.iter().filter_map(|mark| mark.row.zip(mark.label));
    marks.chain(layout.clusters.iter().map(|cluster| (0, cluster.label))).collect()
}

fn overlaps(layout: &Layout) -> Vec<(Label, Label)> {
    let boxes = boxes(layout);
    let mut found = Vec::new();
    for (i, a) in boxes.iter().enumerate() {
        for b in &boxes[i + 1..] {
            let apart = a.1.x + a.1.width <= b.1.x + 1e-6 || b.1.x + b.1.width <= a.1.x + 1e-6;
            if a.0 == b.0 && !apart {
                found.push((a.1, b.1));
            }
        }
    }
    found
}

/// How often each item is shown, in a mark or in a cluster.
fn shown(index: &Index, layout: &Layout) -> Vec<u32> {
    let mut times = vec![0; index.len()];
    for mark in &layout.marks {
        times[mark.item as usize] += 1;
    }
    for cluster in &layout.clusters {
        let items = cluster.items(index);
        assert_eq!(items.len(), cluster.count);
        items.iter().for_each(|&item| times[item as usize] += 1);
    }
    times
}

fn labelled(layout: &Layout) -> usize {
    layout.marks.iter().filter(|mark| mark.label.is_some()).count()
}

#[test]
fn one_event_in_2003_and_twelve_in_a_week_are_all_labelled() {
    for kind in [ScaleKind::Fit, ScaleKind::Order] {
        let index = Index::new(&one_and_twelve(), kind);
        let layout = layout(&index, &viewport(700.0, 6));
        println!("{layout:#?}");
        assert_eq!(labelled(&layout), 13);
        assert_eq!(overlaps(&layout), []);
        assert_eq!(shown(&index, &layout), [1; 13]);
    }
}

#[test]
fn the_article() {
    let (items, headlines) = article();
    for (length, rows) in
        [(1280.0, 6), (1280.0, 8), (1280.0, 10), (1280.0, 12), (700.0, 6), (700.0, 10), (700.0, 14)]
    {
        let index = Index::new(&items, ScaleKind::Fit);
        let layout = layout(&index, &viewport(length, rows));
        assert_eq!(overlaps(&layout), []);
        assert_eq!(shown(&index, &layout), [1; 36]);
        println!(
            "{length} {rows}: {} labelled, {} clusters",
            labelled(&layout),
            layout.clusters.len()
        );
        if rows == 8 {
            for m in &layout.marks {
                println!(
                    "{:?} {:?} {:.0}-{:.0} {:?} {}",
                    m.row, m.form, m.x0, m.x1, m.label, headlines[m.item as usize]
                );
            }
            println!("{:#?} {:#?}", layout.clusters, layout.breaks);
            for t in &layout.ticks {
                println!("{:.0} {:?} {:?}", t.x, crate::time::civil_at(t.minute), t.unit);
            }
        }
    }
}
