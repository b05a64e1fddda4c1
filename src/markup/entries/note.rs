//! What editors add: notes, and what is reported elsewhere.

use super::{heading, links, open_body, places_in_text, row, shortened};
use crate::article::{Id, Note, Span};
use crate::markup::escape::{self, escape};
use crate::markup::source::Source;
use crate::markup::{dates, words};

/// The entry of an editor's note, headed by the words it is about.
pub fn note(source: &Source<'_>, note: &Note) -> String {
    let mut html = format!("<li class=\"entry note\" id=\"{}\">", note.id);
    let words: Vec<String> =
        note.passages.iter().map(|p| shortened(source.text.slice(*p))).collect();
    let words = words.join(" … ");
    heading(&mut html, &note.id, if words.is_empty() { words::note_label(note) } else { &words });
    html.push_str(&format!("<p class=\"count\">{}</p>", escape(words::note_label(note))));
    if source.brief {
        return html + "</li>\n";
    }
    open_body(&mut html);
    html.push_str(&note_rows(note));
    html.push_str(&places_in_text(source, "About", &note.passages));
    row(&mut html, "people", "On", &links(source, &note.about));
    html.push_str("</div></li>\n");
    html
}

/// The layer of other reports: folded, and marked as not the article's.
pub(super) fn elsewhere(html: &mut String, when: Option<&str>, basis: Option<&str>) {
    let Some(when) = when else { return };
    html.push_str("<details class=\"elsewhere\"><summary>Reported elsewhere</summary><p>");
    html.push_str(&dates::element(when));
    if let Some(basis) = basis {
        html.push_str(" — ");
        escape::push(html, basis);
    }
    html.push_str(". <small>An editor’s note, not from the article.</small></p></details>");
}

/// What an editor remarks on this thing alone.
pub(super) fn own_note(html: &mut String, source: &Source<'_>, id: &Id) {
    let own = |note: &&Note| note.about.len() == 1 && note.about.contains(id);
    for note in source.article.notes.iter().filter(|_| source.whole).filter(own) {
        let remark = note.remark.as_deref().map(escape).unwrap_or_default();
        row(html, "note", "Editor’s note", &remark);
    }
}

/// Links to the editor's notes on passages that overlap these.
pub(super) fn notes_on(html: &mut String, source: &Source<'_>, passages: &[Span]) {
    let near = |note: &&Note| note.passages.iter().any(|p| passages.iter().any(|q| p.overlaps(*q)));
    let links: Vec<String> = (source.article.notes.iter().filter(near))
        .map(|note| format!("<a href=\"#{}\">{}</a>", note.id, escape(words::note_label(note))))
        .collect();
    row(html, "noted", "Editor’s notes", &links.join(", "));
}

fn note_rows(note: &Note) -> String {
    let mut html = String::new();
    let text = |t: &Option<String>| t.as_deref().map(escape).unwrap_or_default();
    row(&mut html, "says", "The article", &text(&note.article_says));
    row(&mut html, "reported", "Reported elsewhere", &text(&note.elsewhere));
    row(&mut html, "remark", "Remark", &text(&note.remark));
    row(&mut html, "basis", "Basis", &text(&note.basis));
    if let Some(confidence) = note.confidence {
        row(&mut html, "confidence", "Confidence", words::confidence(confidence));
    }
    html
}
