//! How the timeline scales: preparing once, then one layout for each step of a pan or zoom.
//!
//! `cargo bench --bench timeline`. Medians; the last column is the ratio to 1,000 events.

use dateline::timeline::{
    Column, ColumnStyle, Index, Item, ScaleKind, Shape, Viewport, Window, layout,
};
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 50_000];
const STEPS: usize = 200;
const DAY: i64 = 1440;

/// Events in bursts over thirty years: days, some hours, some years, long and open bars.
fn items(count: usize) -> Vec<Item> {
    let mut seed = 2020_u64;
    let mut random = move |below: i64| {
        // Numerical Recipes' linear congruence; its high bits are good enough here.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as i64).rem_euclid(below)
    };
    (0..count)
        .map(|_| {
            let burst = random(60) * 180 * DAY;
            let start = burst + random(20) * random(20) * DAY;
            let (start, end, shape) = match random(20) {
                0 => (Some(start), Some(start + 365 * DAY), Shape::Moment),
                1 => (Some(start), Some(start + random(2_000) * DAY), Shape::Stretch),
                2 => (Some(start), Some(start + random(30) * DAY), Shape::Undated),
                3 => (Some(start), None, Shape::Undated),
                4 => (None, Some(start), Shape::Undated),
                5 => (Some(start + 600), Some(start + 660), Shape::Moment),
                _ => (Some(start), Some(start + DAY), Shape::Moment),
            };
            let label_width = 60.0 + random(120) as f32;
            Item { start, end, shape, label_width, weight: random(3) as u8 }
        })
        .collect()
}

/// Median time of a step in µs.
fn median(steps: usize, mut step: impl FnMut(usize)) -> f64 {
    let mut times: Vec<f64> = (0..steps)
        .map(|i| {
            let start = Instant::now();
            step(i);
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[steps / 2]
}

fn measure(name: &str, measured: impl Fn(&[Item]) -> f64) {
    let times = SIZES.map(|size| measured(&items(size)));
    print!("{name:32}");
    times.iter().for_each(|time| print!("{time:>12.1}"));
    println!("{:>10.2}", times[3] / times[1]);
}

fn viewport(window: Option<Window>) -> Viewport {
    Viewport { length: 1280.0, window, rows: 8, label_max: 150.0, tick_width: 56.0 }
}

fn main() {
    println!(
        "{:32}{:>12}{:>12}{:>12}{:>12}{:>10}",
        "µs", 100, "1,000", "10,000", "50,000", "ratio"
    );
    for kind in [ScaleKind::Fit, ScaleKind::True, ScaleKind::Order] {
        measure(&format!("{kind:?}: index"), |items| {
            median(5, |_| drop(black_box(Index::new(items, kind))))
        });
        measure(&format!("{kind:?}: first layout"), |items| {
            let index = Index::new(items, kind);
            median(20, |_| drop(black_box(layout(&index, &viewport(None)))))
        });
        for (name, zoom) in [("pan at 4×", 4.0), ("pan at 100×", 100.0)] {
            measure(&format!("{kind:?}: {name}"), |items| {
                let index = Index::new(items, kind);
                let whole = layout(&index, &viewport(None)).window;
                let mut window = whole.zoomed(&index, 1280.0, 640.0, zoom);
                median(STEPS, |_| {
                    window = window.panned(&index, 1280.0, 7.0);
                    black_box(layout(&index, &viewport(Some(window))));
                })
            });
        }
        measure(&format!("{kind:?}: zoom"), |items| {
            let index = Index::new(items, kind);
            let mut window = layout(&index, &viewport(None)).window;
            median(STEPS, |i| {
                let factor = if i < STEPS / 2 { 1.1 } else { 1.0 / 1.1 };
                window = window.zoomed(&index, 1280.0, 500.0, factor);
                black_box(layout(&index, &viewport(Some(window))));
            })
        });
    }
    let style = ColumnStyle { row_height: 44.0, heading_height: 32.0 };
    measure("column: all", |items| {
        let index = Index::new(items, ScaleKind::Fit);
        median(5, |_| drop(black_box(Column::new(&index, None, &style, |a, b| a == b))))
    });
    measure("column: scrolling", |items| {
        let index = Index::new(items, ScaleKind::Fit);
        let column = Column::new(&index, None, &style, |a, b| a == b);
        median(STEPS, |i| {
            let top = i as f64 * 50.0;
            black_box(column.part(top, top + 640.0));
        })
    });
}
