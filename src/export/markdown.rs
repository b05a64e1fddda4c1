//! The article as Markdown: its text, and after it what is annotated in it.

use super::folder::marked;
use super::origin::Origin;
use super::source::{Source, when_in_words};
use crate::article::{Article, BlockKind, Note, Span};
use crate::markup::words;
use crate::time::in_words;
use std::fmt::Write;

/// Writes the text, a rule, and the lists. What an editor says is marked as such.
pub(super) fn write(article: &Article) -> String {
    let source = Source::new(article);
    let mut out = String::new();
    for (block, span) in article.blocks.iter().zip(source.index.blocks()) {
        let (sign, more) = match block.kind {
            BlockKind::Title => ("# ", ""),
            BlockKind::Heading => ("## ", ""),
            BlockKind::Quotation => ("> ", "> "),
            BlockKind::ListItem => ("- ", "  "),
            _ => ("", ""),
        };
        let text = match block.kind {
            BlockKind::Separator => "***".into(),
            BlockKind::Title | BlockKind::Heading => marked::line(block, span.start),
            _ => marked::lines(block, span.start, more),
        };
        let _ = write!(out, "{sign}{text}\n\n");
    }
    out.push_str("---\n\n");
    let annotator = article.meta.annotator.as_deref();
    let about = annotator.unwrap_or("What follows is not by the author.");
    let _ = write!(out, "*{}*\n\n", marked::escaped(about));
    who(&mut out, &source);
    when(&mut out, &source);
    said(&mut out, &source);
    figures(&mut out, &source);
    notes(&mut out, &source);
    out.truncate(out.trim_end().len());
    out + "\n"
}

fn head(out: &mut String, title: &str) {
    let _ = write!(out, "## {title}\n\n");
}

/// "(¶ 1, ¶ 3)", each place once.
fn places(source: &Source, spans: impl Iterator<Item = Span>) -> String {
    let mut places: Vec<String> = Vec::new();
    for span in spans {
        let place = source.place(span);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) }
}

/// What is said of a thing that nobody has looked at yet.
fn doubt(source: &Source, id: &str) -> &'static str {
    match Origin::of(source.article, id) {
        Origin::Program => " — found by a program, not checked",
        Origin::Editor => "",
    }
}

/// A line of an editor's below an item.
fn remark(out: &mut String, what: &str, words: Option<&str>) {
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        let _ = writeln!(out, "  - *{what}:* {}", marked::escaped(words));
    }
}

fn who(out: &mut String, source: &Source) {
    let article = source.article;
    if article.entities.is_empty() {
        return;
    }
    head(out, "Who");
    for (n, entity) in article.entities.iter().enumerate() {
        let places = places(source, source.index.mentions_of(article, n).map(|m| m.span));
        let (name, kind) = (marked::escaped(&entity.name), words::kind_title(entity.kind));
        let role = if entity.role.is_empty() { kind } else { &entity.role };
        let doubt = doubt(source, &entity.id);
        let _ = writeln!(out, "- **{name}**, {}{places}{doubt}", marked::escaped(role));
        remark(out, "Introduced", entity.introduced.as_deref());
        remark(out, "Editor’s note", entity.note.as_deref());
    }
    out.push('\n');
}

fn when(out: &mut String, source: &Source) {
    if source.article.events.is_empty() {
        return;
    }
    head(out, "When");
    for event in &source.article.events {
        let when = marked::escaped(&when_in_words(event));
        let places = places(source, event.passages.iter().copied());
        let headline = marked::escaped(&event.headline);
        let doubt = doubt(source, &event.id);
        let _ = writeln!(out, "- **{when}**: {headline}{places}{doubt}");
        for passage in &event.passages {
            remark(out, "The article", Some(&source.words(*passage)));
        }
        let (word, meaning) = words::certainty(event.certainty);
        remark(out, word, Some(meaning.trim_start_matches("— ")));
        remark(out, "Says who", Some(&source.attribution(event)));
        remark(out, "Editor’s summary", Some(&event.summary));
    }
    out.push('\n');
}

fn said(out: &mut String, source: &Source) {
    if source.article.quotes.is_empty() {
        return;
    }
    head(out, "Said");
    for quote in &source.article.quotes {
        let speaker = quote.speaker.as_ref().map(|id| source.name(id));
        let speaker = marked::escaped(speaker.unwrap_or("Speaker not named"));
        let words = marked::escaped(&source.words(quote.span));
        let said = quote.said.as_deref().map(|said| format!(", {}", in_words(said)));
        let places = places(source, [quote.span].into_iter());
        let doubt = doubt(source, &quote.id);
        let said = marked::escaped(&said.unwrap_or_default());
        let _ = writeln!(out, "- **{speaker}**{said}: {words}{places}{doubt}");
    }
    out.push('\n');
}

fn figures(out: &mut String, source: &Source) {
    if source.article.figures.is_empty() {
        return;
    }
    head(out, "Figures");
    for figure in &source.article.figures {
        let amount = marked::escaped(&words::amount(figure));
        let counts = marked::escaped(&figure.counts);
        let comma = if counts.is_empty() { "" } else { ": " };
        let places = places(source, [figure.span].into_iter());
        let doubt = doubt(source, &figure.id);
        let _ = writeln!(out, "- **{amount}**{comma}{counts}{places}{doubt}");
        remark(out, "The article", Some(&source.words(figure.span)));
        remark(out, "Editor’s note", figure.note.as_deref());
    }
    out.push('\n');
}

fn notes(out: &mut String, source: &Source) {
    if source.article.notes.is_empty() {
        return;
    }
    head(out, "Editor’s notes");
    for note in &source.article.notes {
        let label = marked::escaped(words::note_label(note));
        let places = places(source, note.passages.iter().copied());
        let _ = writeln!(out, "- **{label}**{}{places}", about(source, note));
        for passage in &note.passages {
            remark(out, "The article", Some(&source.words(*passage)));
        }
        remark(out, "The article says", note.article_says.as_deref());
        remark(out, "Elsewhere", note.elsewhere.as_deref());
        remark(out, "Editor", note.remark.as_deref());
        remark(out, "Basis", note.basis.as_deref());
    }
    out.push('\n');
}

/// What a note is about, by name.
fn about(source: &Source, note: &Note) -> String {
    let article = source.article;
    let name = |id: &str| match source.index.thing(id) {
        Some(crate::article::Thing::Event(n)) => article.events[n as usize].headline.clone(),
        Some(crate::article::Thing::Quote(n)) => source.words(article.quotes[n as usize].span),
        Some(crate::article::Thing::Figure(n)) => source.words(article.figures[n as usize].span),
        Some(crate::article::Thing::Note(n)) => {
            words::note_label(&article.notes[n as usize]).to_owned()
        }
        _ => source.name(id).to_owned(),
    };
    let names: Vec<String> = note.about.iter().map(|id| marked::escaped(&name(id))).collect();
    if names.is_empty() { String::new() } else { format!(" on {}", names.join("; ")) }
}
