//! The text with its time expressions as TIMEX3 elements (ISO-TimeML).

use crate::analyst::dates::Reading;
use crate::article::{PlainText, Span};

/// Writes the text as a TimeML document.
pub(super) fn write(text: &str, reading: &Reading) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DCT>");
    if let Some(day) = reading.day {
        out.push_str(&format!(
            "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" \
             functionInDocument=\"CREATION_TIME\">{day}</TIMEX3>"
        ));
    }
    out.push_str("</DCT>\n<TEXT>");
    let text = PlainText::new(text.to_owned());
    let mut done = 0;
    for (number, timex) in reading.timexes.iter().enumerate() {
        let span = timex.span;
        escape(text.slice(Span::new(done, span.start)), &mut out);
        out.push_str(&format!("<TIMEX3 tid=\"t{}\" type=\"{}\"", number + 1, timex.kind.timex()));
        attribute("value", &timex.value, &mut out);
        if let Some(modifier) = timex.modifier {
            attribute("mod", modifier.timex(), &mut out);
        }
        out.push('>');
        escape(text.slice(span), &mut out);
        out.push_str("</TIMEX3>");
        done = span.end;
    }
    escape(text.slice(Span::new(done, text.len())), &mut out);
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push_str(&format!(" {name}=\""));
    escape(value, out);
    out.push('"');
}

/// XML has no NUL and no other control characters: they become U+FFFD, so that offsets hold.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(c),
            c if c.is_control() || c == '\u{fffe}' || c == '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, annotate};
    use crate::analyst::dates::parse_day;

    #[test]
    fn elements_stand_around_the_words() {
        let text = "“A & B” rose <5% on Monday\0.";
        let out = annotate(text, "t.txt", parse_day("2020-01-08"), Format::Timex3, false);
        let told = "“A &amp; B” rose &lt;5% on \
            <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2020-01-06\">Monday</TIMEX3>\u{fffd}.</TEXT>";
        assert!(out.contains(told), "{out}");
    }
}
