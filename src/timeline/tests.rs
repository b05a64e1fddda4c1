//! The room as a whole: the cases it was made for.

use super::checks::{labelled, overlaps, shown, viewport};
use super::*;
use crate::time::{MINUTES_PER_DAY, Minutes, minutes_at};

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

#[test]
fn one_event_in_2003_and_twelve_in_a_week_are_all_labelled() {
    for kind in [ScaleKind::Fit, ScaleKind::Order] {
        let index = Index::new(&one_and_twelve(), kind);
        let layout = layout(&index, &viewport(700.0, 6));
        assert_eq!(labelled(&layout), 13, "{kind:?}");
        assert_eq!(overlaps(&layout), []);
        assert_eq!(shown(&index, &layout), [1; 13]);
    }
}

#[test]
fn the_year_is_a_bar_and_the_years_after_it_are_a_break() {
    let index = Index::new(&one_and_twelve(), ScaleKind::Fit);
    let layout = layout(&index, &viewport(700.0, 6));
    let year = layout.marks[0];
    assert_eq!((year.item, year.form), (0, Form::Bar));
    assert!((year.x1 - year.x0 - BREAK).abs() < 1e-6, "{year:?}");
    let [fold, gap] = layout.breaks[..] else { panic!("{:?}", layout.breaks) };
    assert_eq!((fold.start, fold.end, fold.empty), (year_start(2003), year_start(2004), false));
    assert_eq!((gap.start, gap.end, gap.empty), (year_start(2004), minutes_at(2020, 1, 3), true));
    assert_eq!((gap.x0, gap.x1 - gap.x0), (year.x1, BREAK));
    // The week has what is left, and each of its days the same.
    let ticks: Vec<_> = layout.ticks.iter().map(|tick| (tick.minute, tick.unit)).collect();
    let mut expected = vec![(year_start(2003), Unit::Year)];
    expected.extend((3..10).map(|day| (minutes_at(2020, 1, day), Unit::Day)));
    assert_eq!(ticks, expected);
}

#[test]
fn true_to_time_the_same_week_is_a_point_and_a_cluster() {
    let index = Index::new(&one_and_twelve(), ScaleKind::True);
    let layout = layout(&index, &viewport(700.0, 2));
    assert!(layout.breaks.is_empty());
    assert_eq!(shown(&index, &layout), [1; 13]);
    let [cluster] = &layout.clusters[..] else { panic!("{:?}", layout.clusters) };
    let week = minutes_at(2020, 1, 3)..minutes_at(2020, 1, 10);
    assert!(week.contains(&cluster.start) && cluster.end <= week.end);
}

#[test]
fn on_a_phone_each_of_the_thirteen_has_a_row_under_its_date() {
    let items = one_and_twelve();
    let index = Index::new(&items, ScaleKind::Fit);
    let style = ColumnStyle { row_height: 44.0, heading_height: 32.0 };
    let same = |a: u32, b: u32| items[a as usize].start == items[b as usize].start;
    let column = Column::new(&index, None, &style, same);
    let is_heading = |row: &&Row| row.what == RowKind::Heading;
    let dates: std::collections::BTreeSet<_> = items.iter().map(|item| item.start).collect();
    assert_eq!(column.rows.iter().filter(is_heading).count(), dates.len());
    assert_eq!(column.rows.len(), 13 + dates.len());
    assert_eq!(column.height, 13.0 * 44.0 + 32.0 * dates.len() as f64);
    let year = (minutes_at(2003, 1, 1), minutes_at(2004, 1, 1));
    let part = Column::new(&index, Some(year), &style, same);
    assert_eq!(part.rows.len(), 2, "the heading of 2003 and what happened then: {part:?}");
}

fn year_start(year: i64) -> Minutes {
    minutes_at(year, 1, 1)
}

/// Bursts of days over years with some years and intervals; the same list every time.
fn many(count: u32) -> Vec<Item> {
    (0..count)
        .map(|i| {
            let burst = i64::from(i * 7 % 9) * 600;
            let start = minutes_at(2000, 1, 1) + (burst + i64::from(i * i % 31)) * MINUTES_PER_DAY;
            let shape = if i % 8 == 1 { Shape::Undated } else { Shape::Moment };
            let days = if i % 8 < 2 { i64::from(i % 40) } else { 1 };
            let end = start + days * MINUTES_PER_DAY;
            let label_width = (40 + i * 37 % 110) as f32;
            Item { start: Some(start), end: Some(end), shape, label_width, weight: 0 }
        })
        .collect()
}

/// Pans by 5 px, 400 times: how many marks stay in their rows, and how many do not though
/// they stay in sight.
fn panned(count: u32, zoom: f64) -> (usize, usize) {
    let index = Index::new(&many(count), ScaleKind::Fit);
    let mut view = viewport(1000.0, 6);
    let mut window = layout(&index, &view).window.zoomed(&index, 1000.0, 10.0, zoom);
    view.window = Some(window);
    let mut before = layout(&index, &view);
    let (mut same, mut other) = (0, 0);
    for _ in 0..400 {
        window = window.panned(&index, 1000.0, 5.0);
        view.window = Some(window);
        let after = layout(&index, &view);
        for mark in before.marks.iter().filter(|mark| mark.x1 > 60.0) {
            let found = after.marks.iter().find(|found| found.item == mark.item);
            if found.is_some_and(|found| found.row == mark.row) { same += 1 } else { other += 1 }
        }
        before = after;
    }
    (same, other)
}

#[test]
fn a_window_without_an_end_goes_to_the_end_of_the_axis() {
    for kind in [ScaleKind::Fit, ScaleKind::True, ScaleKind::Order] {
        let index = Index::new(&one_and_twelve(), kind);
        let sixth = minutes_at(2020, 1, 6);
        let late = Window::between(&index, Some(sixth), None).unwrap().minutes(&index);
        assert_eq!(late, (sixth, minutes_at(2020, 1, 10)), "{kind:?}");
        let early = Window::between(&index, None, Some(sixth)).unwrap().minutes(&index);
        assert_eq!(early, (minutes_at(2003, 1, 1), sixth), "{kind:?}");
        assert_eq!(Window::between(&index, Some(minutes_at(2031, 1, 1)), None), None);
        assert_eq!(Window::between(&index, None, Some(minutes_at(1990, 1, 1))), None);
    }
}

#[test]
fn a_window_beside_the_axis_is_what_is_seen_of_it() {
    let index = Index::new(&one_and_twelve(), ScaleKind::True);
    let year = |year| {
        let (from, to) = (year_start(year), year_start(year + 1));
        Window::between(&index, Some(from), Some(to)).unwrap()
    };
    assert_eq!(year(2010).within(&index, 700.0), year(2010));
    let (from, to) = year(2025).within(&index, 700.0).minutes(&index);
    assert!(from < to && to < year_start(2021), "the axis ends in January 2020");
}

#[test]
fn panning_moves_marks_and_does_not_reshuffle_them() {
    for (count, zoom) in [(60, 2.0), (60, 5.0), (300, 2.0), (300, 6.0), (3000, 3.0), (3000, 30.0)] {
        let (same, other) = panned(count, zoom);
        assert!(same > 4000 && other * 400 < same, "{count} at {zoom}×: {same}, {other} changed");
    }
}

#[test]
fn the_heaviest_of_a_crowd_has_a_label() {
    let mut items = many(3000);
    items[1234].weight = 9;
    let index = Index::new(&items, ScaleKind::Fit);
    let layout = layout(&index, &viewport(1000.0, 6));
    let mark = layout.marks.iter().find(|mark| mark.item == 1234);
    assert!(mark.is_some_and(|mark| mark.label.is_some()), "{mark:?}");
    assert!(layout.clusters.iter().all(|cluster| !cluster.items(&index).contains(&1234)));
}

#[test]
fn the_text_goes_back_in_time() {
    let items = [day(2020, 1, 3), day(2020, 1, 8), day(2020, 1, 5)];
    let index = Index::new(&items, ScaleKind::Fit);
    let frame =
        TellingFrame { characters: 100, text_length: 200.0, time_length: 300.0, window: None };
    let told = [(1, 10), (0, 30), (2, 60), (9, 70)].map(|(item, at)| Told { item, at });
    let points = telling(&index, &told, &frame);
    let told: Vec<_> = points.iter().map(|point| (point.item, point.text, point.back)).collect();
    assert_eq!(told, [(1, 20.0, false), (0, 60.0, true), (2, 120.0, false)]);
    assert!(points[0].time0 > points[2].time0 && points[2].time0 > points[1].time0);

    let long: Vec<_> = (0..9000).map(|i| Told { item: i % 3, at: i }).collect();
    let points = telling(&index, &long, &frame);
    assert!(points.len() <= 240 && points.windows(2).all(|p| p[0].text <= p[1].text));
}
