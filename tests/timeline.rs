//! The timeline of the bundled article.

#[path = "../src/timeline/checks.rs"]
mod checks;

use checks::{labelled, overlaps, shown, viewport};
use dateline::time::{Edtf, minutes_at, parse};
use dateline::timeline::*;

/// A label as wide as its words at 15 px, about.
fn width_of(words: &str) -> f32 {
    words.chars().count() as f32 * 7.0 + 12.0
}

/// The events of the bundled article.
fn article() -> Vec<Item> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let text = std::fs::read_to_string(path).expect("the article's annotation");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut items = Vec::new();
    for event in json["events"].as_array().expect("events") {
        let headline = event["headline"].as_str().expect("a headline");
        let dated = event["edtf"].as_str();
        let edtf = parse(dated.or(event["bounds_edtf"].as_str()).expect("a time")).expect("EDTF");
        let shape = match (dated, &edtf) {
            (None, _) => Shape::Undated,
            (_, Edtf::At(_)) => Shape::Moment,
            _ => Shape::Stretch,
        };
        let (start, end) = (edtf.bounds().start, edtf.bounds().end);
        let label_width = width_of(headline);
        items.push(Item { start, end, shape, label_width, weight: 0 });
    }
    items
}

/// Length, rows, and how many of the 36 have a label of their own: never fewer than today.
const ARTICLE: [(f64, u32, usize); 6] = [
    (1280.0, 6, 21),
    (1280.0, 8, 26),
    (1280.0, 14, 34),
    (700.0, 6, 16),
    (700.0, 10, 21),
    (700.0, 14, 26),
];

#[test]
fn every_event_of_the_article_is_reachable_and_no_label_covers_another() {
    let items = article();
    for kind in [ScaleKind::Fit, ScaleKind::True, ScaleKind::Order] {
        let index = Index::new(&items, kind);
        for (length, rows, least) in ARTICLE {
            let layout = layout(&index, &viewport(length, rows));
            assert_eq!(overlaps(&layout), [], "{kind:?} {length} {rows}");
            assert_eq!(shown(&index, &layout), [1; 36], "{kind:?} {length} {rows}");
            assert!(layout.rows <= rows);
            let found = labelled(&layout);
            assert!(kind != ScaleKind::Fit || found >= least, "{length} {rows}: {found}");
        }
    }
}

#[test]
fn the_article_has_its_years_as_bars_and_its_week_in_days() {
    let index = Index::new(&article(), ScaleKind::Fit);
    let layout = layout(&index, &viewport(1280.0, 8));
    let folds = layout.breaks.iter().filter(|cut| !cut.empty).map(|cut| cut.start);
    assert_eq!(
        folds.collect::<Vec<_>>(),
        [2003, 2011, 2014, 2016].map(|year| minutes_at(year, 1, 1))
    );
    assert!(layout.breaks.iter().all(|cut| (cut.x1 - cut.x0 - BREAK).abs() < 1e-6));
    let days = layout.ticks.iter().filter(|tick| tick.unit == Unit::Day);
    let days: Vec<_> = days.map(|tick| tick.minute).collect();
    assert_eq!(days, [3, 4, 5, 6, 7, 8, 9, 10].map(|day| minutes_at(2020, 1, day)));
    // "Before 3 January": an arrow that ends with that day.
    let before = layout.marks.iter().find(|mark| mark.item == 7).expect("a mark");
    let fourth = layout.ticks.iter().find(|tick| tick.minute == days[1]).expect("a tick");
    assert!(before.open_start && before.undated && (before.x1 - fourth.x).abs() < 1e-6);
}
