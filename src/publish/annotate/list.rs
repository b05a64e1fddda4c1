//! A line for each time expression: where, what, and why.

use super::draft::Words;
use crate::analyst::dates::Reading;
use std::fmt::Write;

/// Writes the list.
pub(super) fn write(text: &str, reading: &Reading) -> String {
    let mut out = String::new();
    let mode = match reading.mode.name() {
        "narrative" => "a narrative: dates go on from the last one named",
        _ => "news: dates count from the reading date",
    };
    let _ = writeln!(out, "{}\nRead as {mode}.", reading.about_day());
    let mut words = Words::new(text);
    for span in &reading.shown {
        let _ = writeln!(out, "  shown by “{}”", Words::new(text).of(*span));
    }
    out.push('\n');
    for timex in &reading.timexes {
        let phrase: Vec<&str> = words.of(timex.span).split_whitespace().collect();
        let _ =
            write!(out, "{:>6}  {:8}  {:18}", timex.span.start, timex.kind.timex(), timex.value);
        let _ = write!(out, "  {:26}", timex.edtf.as_deref().unwrap_or("–"));
        let _ = write!(out, "  “{}”  {}", phrase.join(" "), timex.trace);
        if let Some(cue) = timex.trace.cue {
            let _ = write!(out, ", by “{}”", Words::new(text).of(cue));
        }
        out.push('\n');
    }
    out
}
