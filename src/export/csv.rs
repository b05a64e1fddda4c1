//! Everything annotated as one table (RFC 4180), for spreadsheets.
//!
//! It begins with a byte order mark: without it the most used spreadsheet takes UTF-8 for
//! something else. A cell that a spreadsheet would take for a formula gets an apostrophe
//! before it, numbers excepted.

use super::origin::Origin;
use super::source::{Source, when_in_words};
use crate::article::{Article, FigureSign, Layer, Span};
use crate::markup::body::kind_word;
use crate::markup::words::{certainty_class, note_label};
use crate::time::in_words;

/// The columns. `text` is the article's, at `start` to `end` in scalars of its plain text;
/// `origin` says whose the row is: words of the `article`, words of an `editor`, or found by
/// a `program` and not looked at yet.
const COLUMNS: [&str; 16] = [
    "kind",
    "type",
    "id",
    "headline",
    "text",
    "place",
    "start",
    "end",
    "date",
    "date_in_words",
    "who",
    "certainty",
    "value",
    "unit",
    "note",
    "origin",
];

/// A cell.
enum Cell {
    Words(String),
    Number(String),
}

/// A row, by column; those that are not set stay empty.
struct Row([Cell; COLUMNS.len()]);

impl Row {
    fn new(kind: &str, id: &str, origin: &str) -> Self {
        let mut row = Self(std::array::from_fn(|_| Cell::Words(String::new())));
        row.words("kind", kind);
        row.words("id", id);
        row.words("origin", origin);
        row
    }

    fn set(&mut self, column: &str, cell: Cell) {
        if let Some(at) = COLUMNS.iter().position(|name| *name == column) {
            self.0[at] = cell;
        }
    }

    fn words(&mut self, column: &str, words: &str) {
        self.set(column, Cell::Words(words.to_owned()));
    }

    fn passage(&mut self, source: &Source, span: Span) {
        self.words("text", &source.words(span));
        self.words("place", &source.place(span));
        self.set("start", Cell::Number(span.start.to_string()));
        self.set("end", Cell::Number(span.end.to_string()));
    }

    fn date(&mut self, date: Option<&str>, words: &str) {
        self.words("date", date.unwrap_or_default());
        self.words("date_in_words", words);
    }

    fn write(&self, out: &mut String) {
        for (n, cell) in self.0.iter().enumerate() {
            if n > 0 {
                out.push(',');
            }
            match cell {
                Cell::Number(number) => out.push_str(number),
                Cell::Words(words) => out.push_str(&quoted(&guarded(words))),
            }
        }
        out.push_str("\r\n");
    }
}

/// Writes the table: things in the order of the article's lists, a row for each passage.
pub(super) fn write(article: &Article) -> String {
    let source = Source::new(article);
    let mut out = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    let row = |kind: &str, id: &str, whose: &str| {
        let origin = Origin::of(article, id);
        Row::new(kind, id, if origin == Origin::Program { origin.word() } else { whose })
    };
    for entity in &article.entities {
        let mut row = row("entity", &entity.id, "editor");
        row.words("type", kind_word(entity.kind));
        row.words("headline", &entity.name);
        row.words("who", &entity.role);
        row.words("note", entity.note.as_deref().unwrap_or_default());
        row.write(&mut out);
    }
    for mention in &article.mentions {
        let mut row = row("mention", &mention.entity, "article");
        row.words("type", if mention.layer == Layer::Name { "name" } else { "description" });
        row.words("who", source.name(&mention.entity));
        row.passage(&source, mention.span);
        row.write(&mut out);
    }
    for time in &article.times {
        let mut row = row("time", &time.id, "article");
        row.words("type", &time.kind);
        row.passage(&source, time.span);
        let date = time.when.as_deref();
        row.date(date, &date.map(in_words).unwrap_or_default());
        row.words("value", &time.value);
        row.words("note", &time.reasoning);
        row.write(&mut out);
    }
    for event in &article.events {
        let passages: Vec<_> = event.passages.iter().copied().map(Some).collect();
        for passage in if passages.is_empty() { vec![None] } else { passages } {
            let mut row = row("event", &event.id, "editor");
            row.words("type", &event.kind);
            row.words("headline", &event.headline);
            row.date(event.when.as_deref(), &when_in_words(event));
            row.words("who", &source.attribution(event));
            row.words("certainty", certainty_class(event.certainty));
            row.words("note", &event.summary);
            if let Some(span) = passage {
                row.passage(&source, span);
            }
            row.write(&mut out);
        }
    }
    for quote in &article.quotes {
        let mut row = row("quote", &quote.id, "article");
        row.words("type", &quote.form);
        row.passage(&source, quote.span);
        let said = quote.said.as_deref();
        row.date(said, &said.map(in_words).unwrap_or_default());
        let speaker = quote.speaker.as_ref().map(|id| source.name(id));
        row.words("who", speaker.unwrap_or_default());
        row.write(&mut out);
    }
    for figure in &article.figures {
        let mut row = row("figure", &figure.id, "article");
        row.words("type", sign(figure.sign));
        row.words("headline", &figure.counts);
        row.passage(&source, figure.span);
        row.words("who", &figure.attribution);
        row.words("certainty", &figure.status);
        row.set("value", Cell::Number(figure.value.to_string()));
        row.words("unit", &figure.unit);
        row.words("note", figure.note.as_deref().unwrap_or_default());
        row.write(&mut out);
    }
    for note in &article.notes {
        let says = [&note.article_says, &note.elsewhere, &note.remark, &note.basis];
        let says: Vec<&str> = says.into_iter().flatten().map(String::as_str).collect();
        let passages: Vec<_> = note.passages.iter().copied().map(Some).collect();
        for passage in if passages.is_empty() { vec![None] } else { passages } {
            let mut row = row("note", &note.id, "editor");
            row.words("headline", note_label(note));
            row.words("note", &says.join(" "));
            let about: Vec<&str> = note.about.iter().map(|id| id.as_str()).collect();
            row.words("who", &about.join(" "));
            if let Some(span) = passage {
                row.passage(&source, span);
            }
            row.write(&mut out);
        }
    }
    out
}

/// How a figure's value is meant; words, since a sign alone would be a formula.
fn sign(sign: FigureSign) -> &'static str {
    match sign {
        FigureSign::Exactly => "exactly",
        FigureSign::About => "about",
        FigureSign::MoreThan => "more than",
        FigureSign::AtLeast => "at least",
        FigureSign::LessThan => "fewer than",
        FigureSign::AtMost => "at most",
    }
}

/// Words that no spreadsheet takes for a formula. A plain number is none, whatever its sign.
fn guarded(words: &str) -> String {
    let formula =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') || c.is_control();
    // White space before it does not keep a spreadsheet from it.
    let first = words.chars().find(|c| *c != ' ');
    let is_number = || {
        let digits = words.strip_prefix(['-', '+']).unwrap_or(words);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    if first.is_some_and(formula) && !is_number() { format!("'{words}") } else { words.to_owned() }
}

/// A field; in quotation marks where it needs them.
fn quoted(words: &str) -> String {
    if words.contains([',', '"', '\n', '\r', ';', '\t']) || words.trim() != words {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words.to_owned()
    }
}
