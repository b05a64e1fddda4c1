//! What the style sheets must not say.

use std::fs;
use std::path::{Path, PathBuf};

fn sheets(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the style sheets").flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => sheets(&path),
            path => vec![path],
        })
        .collect()
}

/// In a long article each rule with `:has()` costs up to 2 ms of every change of the page
/// (`docs/decisions/0009`). A class or an attribute says the same.
#[test]
fn no_rule_asks_what_stands_in_an_element() {
    let sheets = sheets(Path::new("style"));
    assert!(sheets.len() > 10, "{sheets:?}");
    for sheet in sheets {
        let text = fs::read_to_string(&sheet).expect("a sheet is text");
        assert!(!text.contains(":has("), "{}", sheet.display());
    }
}
