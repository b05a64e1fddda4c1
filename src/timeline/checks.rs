//! What is asked of a layout by the tests, here and beside the articles.

use super::{Index, Label, Layout, Viewport};

/// A window on all of the axis.
pub fn viewport(length: f64, rows: u32) -> Viewport {
    Viewport { length, window: None, rows, label_max: 150.0, tick_width: 56.0 }
}

/// All label boxes with their rows.
fn boxes(layout: &Layout) -> Vec<(u32, Label)> {
    let marks = layout.marks.iter().filter_map(|mark| mark.row.zip(mark.label));
    marks.chain(layout.clusters.iter().map(|cluster| (0, cluster.label))).collect()
}

/// Labels of one row that lie on one another.
pub fn overlaps(layout: &Layout) -> Vec<(Label, Label)> {
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
pub fn shown(index: &Index, layout: &Layout) -> Vec<u32> {
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

/// Marks with a label of their own.
pub fn labelled(layout: &Layout) -> usize {
    layout.marks.iter().filter(|mark| mark.label.is_some()).count()
}
