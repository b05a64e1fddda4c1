//! The annotations as `annotations.toml`.

use super::names;
use super::passage::{passage, passage_in};
use super::toml::Toml;
use crate::anchor::{Haystack, Quotation};
use crate::article::{
    Article, Certainty, Confidence, Entity, Event, Figure, FigureSign, Id, Note, NoteKind, Quote,
    Span, TimeExpression,
};
use crate::markup::body::kind_word;
use crate::markup::words::{certainty_class, confidence};

/// Everything annotated, by its words; what has none is named in remarks at the end.
pub fn annotations_toml(article: &Article) -> String {
    let text = Haystack::new(article);
    let mut file = File { toml: Toml::default(), text: &text, article, lost: Vec::new() };
    file.toml.remark("How to write this file is told in docs/article-source.md.");
    for entity in &article.entities {
        file.entity(entity);
    }
    for time in &article.times {
        file.time(time);
    }
    for event in &article.events {
        file.event(event);
    }
    for quote in &article.quotes {
        file.quote(quote);
    }
    for figure in &article.figures {
        file.figure(figure);
    }
    for note in &article.notes {
        file.note(note);
    }
    file.end()
}

/// The file that is being written.
struct File<'a> {
    toml: Toml,
    text: &'a Haystack,
    article: &'a Article,
    /// What could not be written, for people.
    lost: Vec<String>,
}

impl File<'_> {
    fn head(&mut self, kind: &str, id: &Id) {
        self.toml.line("");
        self.toml.line(&format!("[{kind}.{id}]"));
        self.found(id);
    }

    /// That a program found it and nobody has looked at it yet, and why it was found.
    fn found(&mut self, id: &Id) {
        if let Some(reason) = self.article.found.get(id) {
            self.toml.words("found", reason);
        }
    }

    fn lose(&mut self, what: &str, span: Span) {
        let words: String = self.text.printed(span).chars().take(80).collect();
        self.lost.push(format!("{what}, at {}: {words}", span.start));
    }

    /// The one passage of a thing; none, and a remark, if it has no words of its own.
    fn passage(&mut self, what: &str, span: Span) -> Option<String> {
        let words = passage(self.text, span);
        if words.is_none() {
            self.lose(what, span);
        }
        words
    }

    /// The key `text` with those passages that have words of their own.
    fn passages(&mut self, what: &str, spans: &[Span]) {
        let words: Vec<String> =
            spans.iter().filter_map(|span| self.passage(what, *span)).collect();
        match &words[..] {
            [] => self.toml.line("text = []"),
            [words] => self.toml.text("text", words),
            words => self.toml.texts("text", words.iter().map(String::as_str)),
        }
    }

    fn ids(&mut self, key: &str, ids: &[Id]) {
        self.toml.texts(key, ids.iter().map(Id::as_str));
    }

    fn entity(&mut self, entity: &Entity) {
        self.head("entity", &entity.id);
        self.toml.text("name", &entity.name);
        self.toml.text("kind", kind_word(entity.kind));
        self.toml.text("role", &entity.role);
        let lost = names::write(&mut self.toml, self.article, entity, self.text);
        self.toml.text_if("introduced", entity.introduced.as_deref());
        self.toml.text_if("note", entity.note.as_deref());
        self.toml.text_if("note_source", entity.note_source.as_deref());
        self.confidence("note_confidence", entity.note_confidence);
        self.toml.text_if("wikidata", entity.wikidata.as_deref());
        for span in lost {
            self.lose(&format!("a mention of `{}`", entity.id), span);
        }
    }

    fn confidence(&mut self, key: &str, level: Option<Confidence>) {
        self.toml.text_if(key, level.map(confidence));
    }

    fn time(&mut self, time: &TimeExpression) {
        let Some(text) = self.passage("a time", time.span) else { return };
        self.toml.line("");
        self.toml.line("[[time]]");
        self.found(&time.id);
        self.toml.text("text", &text);
        if time.kind != "DATE" {
            self.toml.text("kind", &time.kind);
        }
        self.toml.text_if("when", time.when.as_deref());
        if time.when.as_deref() != Some(&time.value) {
            self.toml.text("value", &time.value);
        }
        self.toml.text_if("modifier", time.modifier.as_deref());
        self.toml.flag("relative", time.relative);
        self.toml.flag("vague", time.vague);
        self.toml.text("reasoning", &time.reasoning);
    }

    fn event(&mut self, event: &Event) {
        self.head("event", &event.id);
        self.toml.text("headline", &event.headline);
        self.toml.text("kind", &event.kind);
        self.toml.text("summary", &event.summary);
        self.toml.text_if("when", event.when.as_deref());
        self.toml.text_if("within", event.within.as_deref());
        self.toml.text("basis", &event.basis);
        self.toml.text_if("elsewhere", event.elsewhere.as_deref());
        self.toml.text_if("elsewhere_basis", event.elsewhere_basis.as_deref());
        self.passages(&format!("a passage of `{}`", event.id), &event.passages);
        self.ids("entities", &event.entities);
        // Without the key it is the article's own voice.
        self.toml.words("attribution", &event.attribution);
        self.ids("attributed_to", &event.attributed_to);
        if event.certainty != Certainty::default() {
            self.toml.text("certainty", certainty_class(event.certainty));
        }
        self.ids("quotes", &event.quotes);
        self.ids("figures", &event.figures);
        self.toml.flag("document", event.document);
    }

    fn quote(&mut self, quote: &Quote) {
        let what = format!("the quote `{}`", quote.id);
        let Some(text) = self.passage(&what, quote.span) else { return };
        self.head("quote", &quote.id);
        self.toml.text("text", &text);
        self.toml.text_if("speaker", quote.speaker.as_deref());
        if let Some(cue) = quote.cue {
            match self.cue(quote.span, cue) {
                Some(words) => self.toml.text("cue", &words),
                None => self.lose(&format!("the cue of `{}`", quote.id), cue),
            }
        }
        self.toml.text_if("said", quote.said.as_deref());
        self.toml.text("said_basis", &quote.said_basis);
        self.toml.text_if("elsewhere", quote.elsewhere.as_deref());
        self.toml.text("form", &quote.form);
    }

    /// A cue by its words: alone if they are the nearest such ones, else with their context.
    fn cue(&self, quote: Span, cue: Span) -> Option<String> {
        let nearest = |words: &str| {
            let words = Quotation::parse(words).ok()?;
            self.text.nearest(&words, quote)
        };
        let alone = super::passage::braced(self.text.printed(cue));
        let words = [Some(alone), passage(self.text, cue)];
        words.into_iter().flatten().find(|words| nearest(words) == Some(cue))
    }

    fn figure(&mut self, figure: &Figure) {
        let what = format!("the figure `{}`", figure.id);
        let Some(text) = self.passage(&what, figure.span) else { return };
        self.head("figure", &figure.id);
        self.toml.text("text", &text);
        if figure.number != figure.span {
            match passage_in(self.text, figure.number, figure.span) {
                Some(words) => self.toml.text("number", &words),
                None => self.lose(&format!("the number of `{}`", figure.id), figure.number),
            }
        }
        self.toml.number("value", figure.value);
        if figure.sign != FigureSign::Exactly {
            self.toml.text("sign", sign(figure.sign));
        }
        self.toml.text("unit", &figure.unit);
        self.toml.text("counts", &figure.counts);
        self.toml.text_if("subject", figure.subject.as_deref());
        self.toml.words("attribution", &figure.attribution);
        self.toml.text("status", &figure.status);
        self.toml.text_if("note", figure.note.as_deref());
    }

    fn note(&mut self, note: &Note) {
        self.head("note", &note.id);
        if note.kind != NoteKind::default() {
            let kind = match note.kind {
                NoteKind::Opinion => "opinion",
                NoteKind::Claim => "claim",
                NoteKind::NotSpeech => "not-speech",
                NoteKind::Remark => "remark",
            };
            self.toml.text("kind", kind);
        }
        self.toml.text("label", &note.label);
        if note.about.is_empty() || !note.passages.is_empty() {
            self.passages(&format!("a passage of `{}`", note.id), &note.passages);
        }
        self.ids("about", &note.about);
        self.toml.text_if("article_says", note.article_says.as_deref());
        self.toml.text_if("elsewhere", note.elsewhere.as_deref());
        self.toml.text_if("remark", note.remark.as_deref());
        self.toml.text_if("basis", note.basis.as_deref());
        self.confidence("confidence", note.confidence);
    }

    fn end(mut self) -> String {
        if !self.lost.is_empty() {
            self.toml.line("");
            self.toml.remark("Not written here, for no words of the text tell it apart:");
            for lost in std::mem::take(&mut self.lost) {
                self.toml.remark(&format!("- {}", lost.replace('\n', " ")));
            }
        }
        self.toml.0
    }
}

fn sign(sign: FigureSign) -> &'static str {
    match sign {
        FigureSign::Exactly => "=",
        FigureSign::About => "~",
        FigureSign::MoreThan => ">",
        FigureSign::AtLeast => ">=",
        FigureSign::LessThan => "<",
        FigureSign::AtMost => "<=",
    }
}
