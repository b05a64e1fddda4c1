//! What is told: times, events, quotes, figures, notes.

use super::desk::Desk;
use super::ids::Kind;
use super::nearest::{did_you_mean, nearest};
use super::problem::At;
use super::shapes::Fields;
use crate::article::{Event, Figure, Id, Note, Quote, Span, TimeExpression};

/// Longest headline of an event, in characters.
pub const MAX_HEADLINE: usize = 70;

/// Who says so, when the annotations do not say.
pub const OWN_VOICE: &str = "the article’s own voice";

const TIME_KINDS: [&str; 4] = ["DATE", "TIME", "DURATION", "SET"];
const ANYTHING: [Kind; 5] = [Kind::Entity, Kind::Event, Kind::Quote, Kind::Figure, Kind::Note];

/// Reads `[[time]]`; its id comes from its place in the text.
pub fn time(desk: &Desk, fields: &Fields) -> Option<TimeExpression> {
    let span = desk.only_passage(fields, "text");
    let when = fields.date("when");
    let value = fields.words_if_any("value").or_else(|| when.clone());
    if value.is_none() {
        desk.report.error(fields.at, "expected the key `when` or `value`, found none");
    }
    let kind = fields.text("kind");
    if let Some(kind) = kind.filter(|kind| !TIME_KINDS.contains(&kind.value)) {
        let guess = did_you_mean(nearest(kind.value, TIME_KINDS));
        desk.report.error(kind.at, format!("expected one of {}{guess}", TIME_KINDS.join(", ")));
    }
    Some(TimeExpression {
        id: Id::default(),
        kind: kind.map_or("DATE", |kind| kind.value).to_owned(),
        value: value.unwrap_or_default(),
        modifier: fields.words_if_any("modifier"),
        when,
        vague: fields.flag("vague"),
        relative: fields.flag("relative"),
        reasoning: fields.words("reasoning"),
        span: span?,
    })
}

/// Reads `[event.id]`.
pub fn event(desk: &Desk, id: Id, fields: &Fields) -> Event {
    let headline = fields.needed("headline");
    let length = headline.map_or(0, |headline| headline.value.chars().count());
    if let Some(headline) = headline.filter(|_| length > MAX_HEADLINE) {
        let message =
            format!("expected a headline of at most {MAX_HEADLINE} characters, found {length}");
        desk.report.error(headline.at, message);
    }
    desk.check_quoted(headline);
    desk.check_quoted(fields.text("summary"));
    let (when, within) = (fields.date("when"), fields.date("within"));
    if when.is_none() && within.is_none() {
        desk.report
            .warning(fields.at, "expected `when` or `within`, found neither: no place in time");
    }
    let elsewhere = fields.date("elsewhere");
    Event {
        id,
        kind: fields.words("kind"),
        headline: fields.words("headline"),
        summary: fields.words("summary"),
        when,
        within,
        basis: fields.words("basis"),
        elsewhere_basis: fields.words_if_any("elsewhere_basis").filter(|_| elsewhere.is_some()),
        elsewhere,
        passages: desk.passages(fields, "text"),
        entities: desk.ids(fields, "entities", &[Kind::Entity]),
        attribution: attribution(fields),
        attributed_to: desk.ids(fields, "attributed_to", &[Kind::Entity]),
        certainty: fields.choice("certainty"),
        quotes: desk.ids(fields, "quotes", &[Kind::Quote]),
        figures: desk.ids(fields, "figures", &[Kind::Figure]),
        document: fields.flag("document"),
    }
}

/// Reads `[quote.id]`.
pub fn quote(desk: &Desk, id: Id, fields: &Fields) -> Option<Quote> {
    let text = fields.needed("text");
    let span = text.and_then(|words| desk.passage(words));
    let cue = fields.text("cue");
    let quote = Quote {
        id,
        span: span.unwrap_or_default(),
        inner: span.map_or_else(Span::default, |span| {
            Span::new(span.start + 1, span.end.saturating_sub(1))
        }),
        speaker: desk.ids(fields, "speaker", &[Kind::Entity]).pop(),
        cue: span.zip(cue).and_then(|(span, words)| cue_near(desk, words, span)),
        said: fields.date("said"),
        said_basis: fields.words("said_basis"),
        elsewhere: fields.date("elsewhere"),
        form: fields.words("form"),
    };
    let (span, text) = (span?, text?);
    let printed = desk.text.printed(span);
    let is_mark = |c: Option<char>| c.is_some_and(|c| "“”„‟‘’‚‛\"'«»‹›「」『』".contains(c));
    let is_quoted = printed.chars().count() > 2
        && is_mark(printed.chars().next())
        && is_mark(printed.chars().next_back());
    if !is_quoted {
        desk.report.error(text.at, "expected a passage in quotation marks, found none around it");
    }
    Some(quote)
}

/// The words that introduce a quote: those nearest to it in its paragraph.
fn cue_near(desk: &Desk, words: At<&str>, quote: Span) -> Option<Span> {
    let quotation = desk.quotation(words)?;
    desk.text.nearest(&quotation, quote).or_else(|| desk.not_found(words))
}

/// Reads `[figure.id]`.
pub fn figure(desk: &Desk, id: Id, fields: &Fields) -> Option<Figure> {
    let span = desk.only_passage(fields, "text");
    let number = fields.text("number");
    let number = span.map(|span| match number {
        Some(words) => desk.passage_in(words, span).unwrap_or(span),
        None => span,
    });
    let value = fields.number("value");
    let figure = Figure {
        id,
        span: span.unwrap_or_default(),
        number: number.unwrap_or_default(),
        value: value.unwrap_or_default(),
        sign: fields.choice("sign"),
        unit: fields.words("unit"),
        counts: fields.words("counts"),
        subject: fields.words_if_any("subject"),
        attribution: attribution(fields),
        status: fields.words("status"),
        note: fields.words_if_any("note"),
    };
    span.and(value).map(|_| figure)
}

/// Reads `[note.id]`.
pub fn note(desk: &Desk, id: Id, fields: &Fields) -> Note {
    let is_about_ids = fields.has("about") && !fields.has("text");
    desk.check_quoted(fields.text("article_says"));
    Note {
        id,
        kind: fields.choice("kind"),
        label: fields.words("label"),
        passages: if is_about_ids { Vec::new() } else { desk.passages(fields, "text") },
        about: desk.ids(fields, "about", &ANYTHING),
        article_says: fields.words_if_any("article_says"),
        elsewhere: fields.words_if_any("elsewhere"),
        remark: fields.words_if_any("remark"),
        basis: fields.words_if_any("basis"),
        confidence: fields.has_value("confidence").then(|| fields.choice("confidence")),
    }
}

fn attribution(fields: &Fields) -> String {
    let is_said = fields.has_value("attribution");
    if is_said { fields.words("attribution") } else { OWN_VOICE.to_owned() }
}
