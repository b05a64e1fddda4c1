//! The spec `tests/specs/edtf.txt`, and properties.

use super::*;

const SPEC: &str = include_str!("../../tests/specs/edtf.txt");

fn shown(minutes: Option<Minutes>) -> String {
    let Some(minutes) = minutes else { return "..".to_owned() };
    let Civil { year, month, day } = civil_at(minutes);
    let mut text = format!("{year}-{month:02}-{day:02}");
    let clock = minutes.rem_euclid(MINUTES_PER_DAY);
    if clock > 0 {
        text.push_str(&format!("T{:02}:{:02}", clock / 60, clock % 60));
    }
    text
}

fn line_for(text: &str) -> String {
    let name = if text.is_empty() { "(empty)" } else { text };
    match parse(text) {
        Err(error) => format!("! {name} | {} | {}", error.at + 1, error.expected),
        Ok(edtf) => {
            let Bounds { start, end } = edtf.bounds();
            let canonical = edtf.to_string();
            let canonical = if canonical == text { "=".to_owned() } else { canonical };
            let (from, to, precision) = (shown(start), shown(end), edtf.precision());
            let words = [long(&edtf), within(&edtf), short(&edtf, Some(2020))];
            let machine = machine(&edtf).unwrap_or_else(|| "-".to_owned());
            let [long, within, short] = words;
            let within = if within == long { "=".to_owned() } else { within };
            format!(
                "{name} | {canonical} | {from} | {to} | {precision:?} | {long} | {within} | {short} | {machine}"
            )
        }
    }
}

#[test]
fn spec() {
    let mut cases = 0;
    for line in SPEC.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let text = line.trim_start_matches("! ").split(" | ").next().unwrap_or_default();
        let text = if text == "(empty)" { "" } else { text };
        println!("{}", line_for(text));
        cases += 1;
    }
    assert!(cases > 100, "only {cases} cases were read");
}
