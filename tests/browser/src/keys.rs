//! Names of keys, as in `KeyboardEvent.key`, to WebDriver's code points.

/// The characters WebDriver wants for `chord`, such as `Escape`, `a` or `Shift+Tab`.
pub(crate) fn chord(chord: &str) -> Vec<String> {
    if chord == "+" {
        return vec![chord.to_owned()];
    }
    chord.split('+').map(key).collect()
}

fn key(name: &str) -> String {
    let code = match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        "Meta" => '\u{E03D}',
        one if one.chars().count() == 1 => return one.to_owned(),
        other => panic!("no key is named {other:?}: use names as in KeyboardEvent.key"),
    };
    code.to_string()
}
