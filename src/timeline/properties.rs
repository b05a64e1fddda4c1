//! What holds for any list of items, any window and any measures.

use super::checks::{overlaps, shown};
use super::*;
use proptest::prelude::*;

const LENGTH: f64 = 900.0;

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![4 => Just(Shape::Moment), 1 => Just(Shape::Stretch), 1 => Just(Shape::Undated)]
}

/// Bursts of days and hours, years, open and long bars: what articles have.
fn item() -> impl Strategy<Value = Item> {
    let start = (0_i64..8, 0_i64..30, 0_i64..1440, any::<bool>()).prop_map(
        |(burst, day, minute, timed)| {
            burst * 700 * 1440 + day * 1440 + if timed { minute } else { 0 }
        },
    );
    let length = prop_oneof![
        6 => Just(1440_i64),
        2 => 1_i64..600,
        1 => Just(365 * 1440_i64),
        1 => 1_i64..3_000_000,
    ];
    (start, length, 0..12_u8, shape(), 10_f32..260.0, 0..3_u8).prop_map(
        |(start, length, open, shape, label_width, weight)| Item {
            start: (open != 0).then_some(start),
            end: (open != 1).then_some(start + length),
            shape,
            label_width,
            weight,
        },
    )
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop_oneof![prop::collection::vec(item(), 0..60), prop::collection::vec(item(), 100..400),]
}

fn hostile_time() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![
        Just(None),
        any::<i64>().prop_map(Some),
        Just(Some(i64::MIN)),
        Just(Some(i64::MAX)),
        (0_i64..3).prop_map(Some),
    ]
}

fn hostile_item() -> impl Strategy<Value = Item> {
    (hostile_time(), hostile_time(), shape(), any::<f32>(), any::<u8>()).prop_map(
        |(start, end, shape, label_width, weight)| Item { start, end, shape, label_width, weight },
    )
}

fn kind() -> impl Strategy<Value = ScaleKind> {
    prop_oneof![Just(ScaleKind::Fit), Just(ScaleKind::True), Just(ScaleKind::Order)]
}

fn viewport(window: Option<Window>, rows: u32) -> Viewport {
    Viewport { length: LENGTH, window, rows, label_max: 150.0, tick_width: 56.0 }
}

/// A window after some zooming and panning.
fn moved(index: &Index, steps: &[(f64, f64, f64)]) -> Window {
    let mut window = layout(index, &viewport(None, 0)).window;
    for &(x, factor, px) in steps {
        window = window.zoomed(index, LENGTH, x, factor).panned(index, LENGTH, px);
    }
    window
}

fn steps() -> impl Strategy<Value = Vec<(f64, f64, f64)>> {
    prop::collection::vec((0.0..LENGTH, 0.5..20.0, -500.0..500.0), 0..5)
}

/// Everything that must hold for a layout.
fn check(index: &Index, layout: &Layout, length: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(overlaps(layout), vec![]);
    let marks = layout.marks.iter();
    let labels = marks.clone().filter_map(|mark| mark.label);
    for label in labels.chain(layout.clusters.iter().map(|cluster| cluster.label)) {
        prop_assert!(label.x >= 0.0 && label.x + label.width <= length + 1e-6, "{label:?}");
    }
    for mark in marks {
        prop_assert!(0.0 <= mark.x0 && mark.x0 <= mark.x1 && mark.x1 <= length, "{mark:?}");
    }
    for cluster in &layout.clusters {
        prop_assert!(cluster.count > 1 && cluster.start < cluster.end, "{cluster:?}");
    }
    let elements =
        layout.marks.len() + layout.clusters.len() + layout.ticks.len() + layout.breaks.len();
    prop_assert!(elements <= 300, "{elements} elements");
    prop_assert!(shown(index, layout).iter().all(|&times| times <= 1));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn all_in_the_window_are_shown_once_and_no_label_covers_another(
        items in items(), kind in kind(), steps in steps(), rows in 0_u32..12,
    ) {
        let index = Index::new(&items, kind);
        let window = moved(&index, &steps);
        let layout = layout(&index, &viewport(Some(window), rows));
        check(&index, &layout, LENGTH)?;
        let times = shown(&index, &layout);
        for entry in index.merged() {
            if (entry.from as f64) < window.to && entry.to as f64 > window.from {
                prop_assert_eq!(times[entry.item as usize], 1, "{:?} {:?}", entry, window);
            }
        }
        let apart = layout.ticks.windows(2).all(|pair| pair[1].x - pair[0].x >= 55.0);
        prop_assert!(apart, "{:?}", layout.ticks);
    }

    #[test]
    fn anything_is_taken(
        items in prop::collection::vec(hostile_item(), 0..40), kind in kind(),
        length in any::<f64>(), from in any::<f64>(), to in any::<f64>(), rows in 0_u32..9,
        label_max in any::<f64>(), tick_width in any::<f64>(), factor in any::<f64>(),
    ) {
        let index = Index::new(&items, kind);
        for window in [None, Some(Window { from, to })] {
            let viewport = Viewport { length, window, rows, label_max, tick_width };
            let layout = layout(&index, &viewport);
            prop_assert_eq!(overlaps(&layout), vec![]);
            layout.window.zoomed(&index, length, from, factor).panned(&index, length, to);
            layout.window.minutes(&index);
        }
        let style = ColumnStyle { row_height: label_max, heading_height: tick_width };
        Column::new(&index, None, &style, |a, b| a == b).part(from, to);
        let frame =
            TellingFrame { characters: 7, text_length: length, time_length: from, window: None };
        telling(&index, &[Told { item: 0, at: 9 }, Told { item: 90, at: 0 }], &frame);
    }

    #[test]
    fn positions_and_minutes_are_inverse_and_monotone(
        items in items(), kind in kind(), steps in steps(), parts in prop::array::uniform8(0.0..1.0),
    ) {
        let index = Index::new(&items, kind);
        let view = Projection::new(&index, Some(moved(&index, &steps)), LENGTH);
        let mut xs = parts.map(|part| part * LENGTH);
        xs.sort_by(f64::total_cmp);
        for x in xs {
            prop_assert!((view.x(view.t(x)) - x).abs() < 1e-3, "{x} → {}", view.x(view.t(x)));
        }
        for pair in xs.windows(2) {
            prop_assert!(pair[1] - pair[0] < 1e-3 || view.t(pair[0]) < view.t(pair[1]));
        }
    }

    #[test]
    fn zooming_in_keeps_what_is_under_the_pointer(
        items in items(), kind in kind(), steps in steps(),
        x in 20.0..LENGTH - 20.0, factor in 1.0..8.0,
    ) {
        let index = Index::new(&items, kind);
        let window = moved(&index, &steps);
        let before = Projection::new(&index, Some(window), LENGTH);
        // Beyond the ends of the axis there is nothing to keep.
        prop_assume!((0.0..=before.end() - before.margin).contains(&(before.origin + x)));
        let closer = window.zoomed(&index, LENGTH, x, factor);
        let after = Projection::new(&index, Some(closer), LENGTH);
        prop_assert!((after.x(before.t(x)) - x).abs() < 0.01, "{} → {}", x, after.x(before.t(x)));
    }

    #[test]
    fn a_column_has_all_items_in_order_and_none_above_another(items in items(), kind in kind()) {
        let index = Index::new(&items, kind);
        let style = ColumnStyle { row_height: 44.0, heading_height: 30.0 };
        let column = Column::new(&index, None, &style, |a, b| a % 3 == b % 3);
        let items = column.rows.iter().filter(|row| row.what != RowKind::Heading);
        let shown: Vec<u32> = items.map(|row| row.item).collect();
        prop_assert_eq!(shown, index.in_order());
        for pair in column.rows.windows(2) {
            prop_assert!(pair[0].y + pair[0].height <= pair[1].y + 1e-6);
        }
        prop_assert!(column.rows.iter().all(|r| r.y >= 0.0 && r.y + r.height <= column.height));
        let part = column.part(300.0, 700.0);
        prop_assert!(part.iter().all(|row| row.y < 700.0 && row.y + row.height > 300.0));
        prop_assert!(part.len() < 20);
    }
}
