//! One entry for each annotated thing: the same in the lists of the page without script and
//! on the cards.

mod entity;
mod note;

pub use entity::entity;
pub use note::note;

use super::dates;
use super::escape::{escape, safe_address};
use super::source::Source;
use super::words;
use crate::article::{Event, Figure, Id, Quote, Span, Thing, TimeExpression};
use note::{elsewhere, notes_on, own_note};

/// The inside of a card, and of an entry under its heading.
fn open_body(html: &mut String) {
    html.push_str("<div class=\"body\">");
}

fn heading(html: &mut String, id: &Id, title: &str) {
    html.push_str(&format!("<h4><a href=\"#{id}\"><bdi>{}</bdi></a></h4>", escape(title)));
}

/// That a program found it, and why it thinks so.
fn found(html: &mut String, source: &Source<'_>, id: &Id) {
    if let Some(reason) = source.article.found.get(id) {
        if reason.is_empty() {
            html.push_str("<p class=\"by-program\"><b>Found by a program</b></p>");
        }
        row(html, "by-program", "Found by a program", &escape(reason));
    }
}

/// A row of a definition: what it is, and the words.
fn row(html: &mut String, class: &str, name: &str, content: &str) {
    if !content.is_empty() {
        html.push_str(&format!("<p class=\"{class}\"><b>{name}</b> {content}</p>"));
    }
}

/// The entry of whatever has this id.
pub fn of(source: &Source<'_>, id: &str) -> Option<String> {
    let article = source.article;
    Some(match source.index.thing(id)? {
        Thing::Entity(n) => entity(source, n as usize),
        Thing::Event(n) => event(source, article.events.get(n as usize)?),
        Thing::Quote(n) => quote(source, article.quotes.get(n as usize)?),
        Thing::Figure(n) => figure(source, article.figures.get(n as usize)?),
        Thing::Time(n) => time(source, article.times.get(n as usize)?),
        Thing::Note(n) => note(source, article.notes.get(n as usize)?),
    })
}

/// How many more there are than are listed.
fn more(html: &mut String, tag: &str, source: &Source<'_>, all: usize) {
    if all > source.most {
        html.push_str(&format!("<{tag}>and {} more</{tag}>", all - source.most));
    }
}

/// Links to the paragraphs where a thing stands, each once, with the number of times.
fn places_in_text(source: &Source<'_>, lead: &str, spans: &[Span]) -> String {
    let mut blocks: Vec<(usize, u32, u32)> = Vec::new();
    for span in spans {
        let block = source.index.block_at(span.start);
        match blocks.last_mut() {
            Some((last, count, _)) if *last == block => *count += 1,
            _ => blocks.push((block, 1, span.start)),
        }
    }
    let mut html = String::new();
    for (block, count, at) in blocks.iter().take(source.most) {
        let times = if *count > 1 { format!("<small>×{count}</small>") } else { String::new() };
        html.push_str(&format!(
            "<a href=\"#{}\" data-at=\"{at}\">{}</a>{times} ",
            source.block_id(*block),
            source.place(*block)
        ));
    }
    if html.is_empty() {
        return html;
    }
    more(&mut html, "span", source, blocks.len());
    format!("<p class=\"places\"><b>{lead}</b> {}</p>", html.trim_end())
}

fn links(source: &Source<'_>, ids: &[Id]) -> String {
    let mut names = Vec::new();
    for id in ids {
        if let Some(n) = source.index.entity(id) {
            let name = escape(&source.article.entities[n].name);
            names.push(format!("<a href=\"#{id}\"><bdi>{name}</bdi></a>"));
        }
    }
    names.join(", ")
}

/// The entry of an event.
pub fn event(source: &Source<'_>, event: &Event) -> String {
    let mut html = format!(
        "<li class=\"entry event {}\" id=\"{}\">",
        words::certainty_class(event.certainty),
        event.id
    );
    html.push_str(&format!("<p class=\"when\">{}</p>", dates::when_of(event)));
    heading(&mut html, &event.id, &event.headline);
    if source.brief {
        return html + "</li>\n";
    }
    open_body(&mut html);
    let certainty = words::certainty(event.certainty);
    row(&mut html, "certainty", certainty.0, certainty.1);
    row(&mut html, "attribution", "Who says so", &escape(&event.attribution));
    if !source.article.found.contains_key(&event.id) {
        row(&mut html, "basis", "Date from", &escape(&event.basis));
    }
    html.push_str(&places_in_text(source, "Told in", &event.passages));
    row(&mut html, "summary", "Editor’s summary", &escape(&event.summary));
    row(&mut html, "people", "Who and what", &links(source, &event.entities));
    let figures: Vec<_> = event.figures.iter().filter_map(|id| figure_link(source, id)).collect();
    row(&mut html, "numbers", "Figures", &figures.join(", "));
    if source.whole {
        let quotes: Vec<_> = event.quotes.iter().filter_map(|id| quote_link(source, id)).collect();
        row(&mut html, "said", "Quotations", &quotes.join(", "));
    }
    elsewhere(&mut html, event.elsewhere.as_deref(), event.elsewhere_basis.as_deref());
    own_note(&mut html, source, &event.id);
    notes_on(&mut html, source, &event.passages);
    found(&mut html, source, &event.id);
    html.push_str("</div></li>\n");
    html
}

fn figure_link(source: &Source<'_>, id: &Id) -> Option<String> {
    let Some(Thing::Figure(n)) = source.index.thing(id) else { return None };
    let figure = &source.article.figures[n as usize];
    Some(format!("<a href=\"#{id}\">{}</a>", escape(&words::amount(figure))))
}

fn quote_link(source: &Source<'_>, id: &Id) -> Option<String> {
    let Some(Thing::Quote(n)) = source.index.thing(id) else { return None };
    let words = shortened(source.text.slice(source.article.quotes[n as usize].span));
    Some(format!("<a href=\"#{id}\">{}</a>", escape(&words)))
}

/// The entry of a quote.
pub fn quote(source: &Source<'_>, quote: &Quote) -> String {
    let mut html = format!("<li class=\"entry quote\" id=\"{}\">", quote.id);
    heading(&mut html, &quote.id, source.text.slice(quote.span));
    if source.brief {
        return html + "</li>\n";
    }
    open_body(&mut html);
    let speaker = links(source, quote.speaker.as_slice());
    let speaker = if speaker.is_empty() { "not named".to_owned() } else { speaker };
    row(&mut html, "speaker", "Speaker", &speaker);
    if let Some(cue) = quote.cue {
        row(&mut html, "cue", "In the article", &format!("“{}”", escape(source.text.slice(cue))));
    }
    let said =
        quote.said.as_deref().map_or_else(|| "no date in the article".into(), dates::element);
    row(&mut html, "when", "Said", &said);
    row(&mut html, "basis", "Date from", &escape(&quote.said_basis));
    row(&mut html, "form", "Form", &escape(&quote.form));
    html.push_str(&places_in_text(source, "Stands in", &[quote.span]));
    elsewhere(&mut html, quote.elsewhere.as_deref(), None);
    own_note(&mut html, source, &quote.id);
    notes_on(&mut html, source, &[quote.span]);
    found(&mut html, source, &quote.id);
    html.push_str("</div></li>\n");
    html
}

/// The entry of a figure.
pub fn figure(source: &Source<'_>, figure: &Figure) -> String {
    let mut html = format!("<li class=\"entry figure\" id=\"{}\">", figure.id);
    heading(&mut html, &figure.id, &words::amount(figure));
    html.push_str(&format!("<p class=\"counts\">{}</p>", escape(&figure.counts)));
    if source.brief {
        return html + "</li>\n";
    }
    open_body(&mut html);
    row(
        &mut html,
        "printed",
        "As printed",
        &format!("“{}”", escape(source.text.slice(figure.span))),
    );
    row(&mut html, "attribution", "Who says so", &escape(&figure.attribution));
    row(&mut html, "status", "Status", &escape(&figure.status));
    let others: Vec<String> = source
        .article
        .figures
        .iter()
        .filter(|f| f.subject.is_some() && f.subject == figure.subject && f.id != figure.id)
        .map(|f| {
            let amount = escape(&words::amount(f));
            format!("<a href=\"#{}\">{amount}</a> ({})", f.id, escape(&f.counts))
        })
        .collect();
    row(&mut html, "others", "Beside it the article gives", &others.join("; "));
    html.push_str(&places_in_text(source, "Stands in", &[figure.span]));
    let note = figure.note.as_deref().map(escape).unwrap_or_default();
    row(&mut html, "note", "Editor’s note", &note);
    notes_on(&mut html, source, &[figure.span]);
    found(&mut html, source, &figure.id);
    html.push_str("</div></li>\n");
    html
}

/// The entry of a date in the text: how it was resolved.
pub fn time(source: &Source<'_>, time: &TimeExpression) -> String {
    let mut html = format!("<li class=\"entry date\" id=\"{}\">", time.id);
    heading(&mut html, &time.id, &format!("“{}”", source.text.slice(time.span)));
    if source.brief {
        return html + "</li>\n";
    }
    open_body(&mut html);
    if let Some(when) = &time.when {
        html.push_str(&format!("<p class=\"resolved\"><b>→</b> {}</p>", dates::element(when)));
    }
    if time.relative
        && let Some(day) = &source.article.meta.reading_date
    {
        html.push_str(&format!(
            "<p class=\"counted\">Counted from the <a href=\"#reading-date\">reading date</a>, {}.</p>",
            dates::element(day)
        ));
    }
    // Its reason is the reasoning.
    if source.article.found.contains_key(&time.id) {
        found(&mut html, source, &time.id);
    } else {
        row(&mut html, "note", "Editor’s note", &escape(&time.reasoning));
    }
    html.push_str(&places_in_text(source, "Stands in", &[time.span]));
    own_note(&mut html, source, &time.id);
    html.push_str("</div></li>\n");
    html
}

/// The beginning of long words, cut between two of them.
pub(super) fn shortened(words: &str) -> String {
    if words.chars().count() <= LONGEST_HEADING {
        return words.to_owned();
    }
    let kept: String = words.chars().take(LONGEST_HEADING).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept);
    format!("{kept} …")
}

/// Characters of a passage that serve as a heading.
const LONGEST_HEADING: usize = 110;

/// A link that leads out of the page, or the plain words where it is not safe.
pub fn outward(address: &str, words: &str) -> String {
    match safe_address(address) {
        Some(address) => format!(
            "<a rel=\"noopener noreferrer external\" href=\"{}\">{}</a>",
            escape(address),
            escape(words)
        ),
        None => escape(words),
    }
}
