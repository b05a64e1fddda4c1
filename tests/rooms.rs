//! The pure rooms stay pure, and imports run one way.

use std::fs;
use std::path::{Path, PathBuf};

/// Each pure room, and the rooms it may use.
const ROOMS: [(&str, &[&str]); 11] = [
    ("article", &[]),
    ("time", &[]),
    ("anchor", &["article"]),
    ("timeline", &["article", "time"]),
    ("markup", &["article", "time", "timeline"]),
    ("analyst", &["article", "time"]),
    ("export", &["article", "anchor", "time", "markup"]),
    ("correct", &["article", "time", "analyst"]),
    ("view", &["article", "time"]),
    ("intake", &["article", "time", "analyst"]),
    ("library", &["article", "time", "correct"]),
];

/// What no pure room may touch.
const OUTSIDE: [&str; 10] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "reactive_graph",
    "std::fs",
    "std::env",
    "std::net",
    "SystemTime",
    "Instant",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a room is a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The lines of code of a file, without its tests and comments.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a source file is text");
    let kept = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = kept.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(str::to_owned).collect()
}

/// Files that are tests as a whole.
fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "tests" || stem == "properties")
}

#[test]
fn pure_rooms_touch_nothing_outside() {
    for (room, may) in ROOMS {
        for file in &sources(&Path::new("src").join(room)) {
            for line in code(file) {
                for outside in OUTSIDE {
                    assert!(!line.contains(outside), "{}: {line}", file.display());
                }
                if is_test(file) {
                    continue;
                }
                for (at, _) in line.match_indices("crate::") {
                    let used: String = line[at + "crate::".len()..]
                        .chars()
                        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                        .collect();
                    let allowed = used == room || may.contains(&used.as_str());
                    assert!(allowed, "{} uses `{used}`: {line}", file.display());
                }
            }
        }
    }
}

#[test]
fn only_the_browser_room_calls_the_browser_by_itself() {
    for room in ["publish", "bin"] {
        for file in sources(&Path::new("src").join(room)) {
            for line in code(&file) {
                assert!(!line.contains("web_sys"), "{}: {line}", file.display());
            }
        }
    }
}

/// Lines of a source file: what one reads in one go.
const LONGEST: usize = 300;

#[test]
fn one_idea_a_file() {
    for file in sources(Path::new("src")).into_iter().chain(sources(Path::new("xtask/src"))) {
        let lines = fs::read_to_string(&file).expect("a source file is text").lines().count();
        assert!(lines <= LONGEST, "{}: {lines} lines, at most {LONGEST}", file.display());
    }
}
