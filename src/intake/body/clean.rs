//! What is furniture inside the article goes.

use super::measure::{Count, Counts, measure};
use super::{Rules, words};
use crate::intake::html::{NodeId, Step, Tree};
use std::collections::HashSet;

/// Shorter elements that offer to share the article go.
const LONGEST_SHARE: u32 = 500;

/// How far up a picture's frame or code is looked for.
const UP: usize = 4;

/// Cleans the article.
pub fn clean(tree: &mut Tree, top: NodeId, rules: Rules) {
    let data = data_tables(tree, top);
    for tag in ["form", "fieldset"] {
        doubtful(tree, top, tag, &data, rules);
    }
    take_out(tree, top, &|tree, _, id| {
        matches!(tree.tag(id), "object" | "embed" | "footer" | "aside")
    });
    take_out(tree, top, &|tree, counts, id| {
        let is_top = tree.node(id).parent == Some(top);
        !is_top && words::is_share(tree, id) && counts.of(id).length() < LONGEST_SHARE
    });
    take_out(tree, top, &|tree, _, id| {
        matches!(tree.tag(id), "iframe" | "input" | "textarea" | "select" | "button")
            || rules.names && matches!(tree.tag(id), "h1" | "h2") && words::weight(tree, id) < 0.0
    });
    for tag in ["table", "ul", "div"] {
        doubtful(tree, top, tag, &data, rules);
    }
}

/// Takes out what passes the test; what is inside of it is not asked.
fn take_out(tree: &mut Tree, top: NodeId, test: &dyn Fn(&Tree, &Counts, NodeId) -> bool) {
    let counts = measure(tree, top);
    let mut step = tree.next(Step::Enter(top), top);
    while let Some(now) = step {
        match now {
            Step::Enter(id) if tree.is_element(id) && test(tree, &counts, id) => {
                step = tree.next(Step::Leave(id), top);
                tree.take_out(id);
            }
            now => step = tree.next(now, top),
        }
    }
}

/// The tables that hold data rather than the page's layout.
fn data_tables(tree: &Tree, top: NodeId) -> HashSet<NodeId> {
    struct Table {
        id: NodeId,
        sure: Option<bool>,
        rows: u32,
        columns: u32,
        row: u32,
    }
    let mut data = HashSet::new();
    let mut open: Vec<Table> = Vec::new();
    let span = |id, name| {
        let span = tree.attribute(id, name).and_then(|n| n.trim().parse().ok());
        span.unwrap_or(1u32).clamp(1, 1000)
    };
    for step in tree.walk(top) {
        match step {
            Step::Enter(id) => match (tree.tag(id), open.last_mut()) {
                ("table", around) => {
                    // A table with another in it is layout.
                    if let Some(around) = around {
                        around.sure = around.sure.or(Some(false));
                    }
                    let is = |name, value| tree.attribute(id, name) == Some(value);
                    let has_summary = tree.attribute(id, "summary").is_some_and(|s| !s.is_empty());
                    let layout = is("role", "presentation") || is("datatable", "0");
                    let sure = if layout { Some(false) } else { has_summary.then_some(true) };
                    open.push(Table { id, sure, rows: 0, columns: 0, row: 0 });
                }
                ("caption" | "col" | "colgroup" | "tfoot" | "thead" | "th", Some(table)) => {
                    table.sure = table.sure.or(Some(true));
                }
                ("tr", Some(table)) => {
                    table.rows += span(id, "rowspan");
                    table.row = 0;
                }
                ("td", Some(table)) => {
                    table.row += span(id, "colspan");
                    table.columns = table.columns.max(table.row);
                }
                _ => {}
            },
            Step::Leave(id) => {
                if open.last().is_some_and(|table| table.id == id)
                    && let Some(table) = open.pop()
                {
                    let (rows, columns) = (table.rows, table.columns);
                    let line = rows <= 1 || columns <= 1;
                    let large = rows >= 10 || columns > 4 || rows * columns > 10;
                    if table.sure.unwrap_or(!line && large) {
                        data.insert(id);
                    }
                }
            }
        }
    }
    data
}

/// Takes out the elements of one name that look like furniture, the inner ones first.
fn doubtful(tree: &mut Tree, top: NodeId, tag: &str, data: &HashSet<NodeId>, rules: Rules) {
    if !rules.clean {
        return;
    }
    let texts = measure(tree, top);
    let mut counts: Vec<Count> = vec![Count::default(); tree.len()];
    let mut in_data = 0u32;
    let mut gone: Vec<NodeId> = Vec::new();
    // The words met so far, and how many there were when each element was entered.
    let mut met: Vec<&str> = Vec::new();
    let mut met_before: Vec<usize> = vec![0; tree.len()];
    for step in tree.walk(top) {
        match step {
            Step::Enter(id) if !tree.is_element(id) => {
                let words = tree.node(id).text.as_deref().map(str::trim).unwrap_or_default();
                met.extend(Some(words).filter(|words| !words.is_empty()));
                if let Some(parent) = tree.node(id).parent {
                    counts[parent as usize].add(&texts.of(id));
                }
            }
            Step::Enter(id) => {
                in_data += u32::from(data.contains(&id));
                met_before[id as usize] = met.len();
            }
            Step::Leave(id) => {
                let count = counts[id as usize];
                in_data -= u32::from(data.contains(&id));
                let kept = in_data > 0 || data.contains(&id) || count.has_data;
                if id != top
                    && tree.tag(id) == tag
                    && !kept
                    && is_doubtful(tree, id, &count, &met[met_before[id as usize]..], rules)
                {
                    gone.push(id);
                    continue;
                }
                let mut seen = count.with_element(tree, id);
                seen.has_data |= data.contains(&id);
                if id != top
                    && let Some(parent) = tree.node(id).parent
                {
                    counts[parent as usize].add(&seen);
                }
            }
        }
    }
    for id in gone {
        tree.take_out(id);
    }
}

/// Whether an element looks like furniture.
fn is_doubtful(tree: &Tree, id: NodeId, count: &Count, texts: &[&str], rules: Rules) -> bool {
    let has_around = |tag: &str| tree.around(id).take(UP).any(|around| tree.tag(around) == tag);
    if has_around("code") {
        return false;
    }
    let weight = if rules.names { words::weight(tree, id) } else { 0.0 };
    if weight < 0.0 {
        return true;
    }
    if count.latin_commas >= 10 || count.has_video {
        return false;
    }
    let length = count.length();
    let is_list = matches!(tree.tag(id), "ul" | "ol")
        || length > 0 && count.in_lists as f32 / length as f32 > 0.9;
    if length < 20 && texts.len() < 20 && words::is_notice(&texts.join(" ")) {
        return true;
    }
    let links = count.link_density();
    let in_figure = has_around("figure");
    let (paragraphs, pictures) = (count.paragraphs, count.pictures);
    let headings = if length == 0 { 0.0 } else { count.in_headings as f32 / length as f32 };
    let many_pictures = !in_figure && pictures > 1 && (paragraphs as f32) < 0.5 * pictures as f32;
    let many_items = !is_list && count.items > paragraphs + 100;
    let many_inputs = count.inputs > paragraphs / 3;
    let short = !is_list
        && !in_figure
        && headings < 0.9
        && length < 25
        && (pictures == 0 || pictures > 2)
        && links > 0.0;
    let linked = !is_list && weight < 25.0 && links > 0.2 || weight >= 25.0 && links > 0.5;
    let embedded = count.embeds == 1 && length < 75 || count.embeds > 1;
    let nothing = pictures == 0 && !count.in_textish;
    let bad = many_pictures || many_items || many_inputs || short || linked || embedded || nothing;
    // A list of nothing but pictures may stay.
    let gallery = || {
        tree.elements_inside(id).all(|item| tree.elements_inside(item).take(2).count() < 2)
            && pictures == count.items
    };
    bad && !(is_list && gallery())
}
