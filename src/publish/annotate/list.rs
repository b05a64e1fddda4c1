//! A line for each finding: where, what, and why.

use super::named::NamedOut;
use crate::analyst::Analysis;
use crate::article::PlainText;
use std::fmt::Write;

/// Writes the list.
pub(super) fn write(text: &str, found: &Analysis<'_>) -> String {
    let reading = &found.reading;
    let mut out = String::new();
    let mode = match reading.mode.name() {
        "narrative" => "a narrative: dates go on from the last one named",
        _ => "news: dates count from the reading date",
    };
    let _ = writeln!(out, "{}\nRead as {mode}.", reading.about_day());
    if let Some(doubt) = found.doubt {
        let _ = writeln!(out, "{doubt}");
    }
    let text = PlainText::new(text.to_owned());
    for span in &reading.shown {
        let _ = writeln!(out, "  shown by “{}”", text.slice(*span));
    }
    out.push('\n');
    for timex in &reading.timexes {
        let phrase: Vec<&str> = text.slice(timex.span).split_whitespace().collect();
        let _ =
            write!(out, "{:>6}  {:8}  {:18}", timex.span.start, timex.kind.timex(), timex.value);
        let _ = write!(out, "  {:26}", timex.edtf.as_deref().unwrap_or("–"));
        let _ = write!(out, "  “{}”  {}", phrase.join(" "), timex.trace);
        if let Some(cue) = timex.trace.cue {
            let _ = write!(out, ", by “{}”", text.slice(cue));
        }
        out.push('\n');
    }
    write_named(&mut out, found);
    out
}

/// The names, quotations and figures.
fn write_named(out: &mut String, found: &Analysis<'_>) {
    let shown = NamedOut::new(found, true);
    let (text, named) = (&found.text, &found.named);
    out.push_str("\nNames\n");
    for (thing, members) in shown.things.iter().zip(&shown.clusters) {
        let _ = write!(out, "  {:4}  {}", thing.label, thing.name);
        for words in &thing.introduced {
            let _ = write!(out, "; “{words}”");
        }
        out.push('\n');
        for (name, entity) in members.iter().map(|&at| (&named.names[at], &shown.entities[at])) {
            let words = text.slice(name.tokens.clone());
            let why = entity.why.as_deref().unwrap_or_default();
            let _ = writeln!(out, "{:>10}  “{words}”  {why}", entity.start);
        }
    }
    out.push_str("\nEvents\n");
    for event in &found.events {
        let when = event.when.as_deref().or(event.within.as_deref()).unwrap_or("no date");
        let at = event.passages.first().map_or(0, |span| span.start);
        let _ = write!(out, "{at:>10}  {when:24}  {}", event.headline);
        if let Some(by) = &event.by {
            let _ = write!(out, "  (says {})", by.words);
        }
        let _ = writeln!(out, "  {:?}; {}", event.certainty, event.reason());
    }
    out.push_str("\nQuotations\n");
    for (quote, found) in shown.quotes.iter().zip(&named.quotes) {
        let who = quote.speaker_name.as_deref().unwrap_or("nobody named");
        for (part, at) in found.parts.iter().zip(&quote.content) {
            let _ = write!(out, "{:>10}  {}", at[0], text.slice(part.tokens.clone()));
        }
        let _ = writeln!(out, "  {who}  {}", quote.why.unwrap_or_default());
    }
    out.push_str("\nFigures\n");
    for (figure, found) in shown.figures.iter().zip(&named.figures) {
        let words = text.slice(found.tokens.clone());
        let _ = write!(out, "{:>10}  “{words}”  {} {}", figure.start, figure.sign, figure.value);
        let _ = writeln!(out, " {}  {}", figure.unit, figure.why.unwrap_or_default());
    }
}
