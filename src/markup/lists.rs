//! The four lists of the page: who, when, said, figures. Without script they stand below
//! the article; with it each is a panel.

use super::source::Source;
use super::{dates, entries, words};
use crate::article::{EntityKind, Figure, NoteKind};
use crate::markup::escape::escape;

/// Who and what is named, by kind, in the order of first mention.
pub fn who(source: &Source<'_>) -> String {
    let article = source.article;
    let first =
        |n: usize| source.index.mentions_of(article, n).next().map_or(u32::MAX, |m| m.span.start);
    let mut html = String::new();
    for kind in [
        EntityKind::Person,
        EntityKind::Organization,
        EntityKind::Place,
        EntityKind::Work,
        EntityKind::Thing,
    ] {
        let mut list: Vec<usize> =
            (0..article.entities.len()).filter(|&n| article.entities[n].kind == kind).collect();
        list.sort_by_key(|&n| first(n));
        if list.is_empty() {
            continue;
        }
        html.push_str(&format!(
            "<div class=\"group\"><h3>{} <span>{}</span></h3>\n",
            words::kind_plural(kind),
            list.len()
        ));
        for n in list {
            html.push_str(&entries::entity(source, n));
        }
        html.push_str("</div>\n");
    }
    html
}

/// The events in order of time, the reading date, and the dates in the text.
pub fn when(source: &Source<'_>) -> String {
    let article = source.article;
    let mut html = String::from("<h3>Events</h3><ol class=\"entries\">\n");
    for event in &article.events {
        html.push_str(&entries::event(source, event));
    }
    html.push_str("</ol>\n");
    if let Some(day) = &article.meta.reading_date {
        html.push_str(&format!(
            "<section class=\"entry\" id=\"reading-date\"><h3>Reading date</h3>\
             <div class=\"body\"><p>“Today” and weekdays count from {}.</p>",
            dates::element(day)
        ));
        if !article.meta.reading_date_reasons.is_empty() {
            html.push_str("<p class=\"note\"><b>Editor’s note</b> Why this day:</p><ul>");
            for reason in &article.meta.reading_date_reasons {
                html.push_str(&format!("<li>{}</li>", escape(reason)));
            }
            html.push_str("</ul>");
        }
        html.push_str("</div></section>\n");
    }
    if !article.times.is_empty() {
        html.push_str("<h3>Dates in the text</h3><ol class=\"entries\">\n");
        for time in &article.times {
            html.push_str(&entries::time(source, time));
        }
        html.push_str("</ol>\n");
    }
    html
}

/// Quotations by speaker, in the order of the text; then what an editor says of claims.
pub fn said(source: &Source<'_>) -> String {
    let article = source.article;
    let mut speakers: Vec<Option<usize>> = Vec::new();
    let speaker_of =
        |n: usize| article.quotes[n].speaker.as_ref().and_then(|s| source.index.entity(s));
    for n in 0..article.quotes.len() {
        let speaker = speaker_of(n);
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    let mut html = String::new();
    for speaker in speakers {
        let name = speaker.map(|n| &article.entities[n]);
        html.push_str("<div class=\"group\">");
        match name {
            Some(entity) => html.push_str(&format!(
                "<h3><a href=\"#{}\"><bdi>{}</bdi></a></h3>",
                entity.id,
                escape(&entity.name)
            )),
            None => html.push_str("<h3>Speaker not named</h3>"),
        }
        html.push_str("<ol class=\"entries\">\n");
        for (n, quote) in article.quotes.iter().enumerate() {
            if speaker_of(n) == speaker {
                html.push_str(&entries::quote(source, quote));
            }
        }
        html.push_str("</ol></div>\n");
    }
    html.push_str(&notes(source));
    html
}

fn notes(source: &Source<'_>) -> String {
    let mut html = String::new();
    for kind in [NoteKind::Opinion, NoteKind::NotSpeech, NoteKind::Claim, NoteKind::Remark] {
        let notes: Vec<_> = source.article.notes.iter().filter(|n| n.kind == kind).collect();
        if notes.is_empty() {
            continue;
        }
        html.push_str(&format!(
            "<div class=\"group notes\"><h3>{} <small>editor’s notes</small></h3>\
             <ol class=\"entries\">\n",
            words::note_plural(kind)
        ));
        for note in notes {
            html.push_str(&entries::note(source, note));
        }
        html.push_str("</ol></div>\n");
    }
    html
}

/// The figures in the order of the text; those about one thing stand together.
pub fn figures(source: &Source<'_>) -> String {
    let all = &source.article.figures;
    let mut html = String::from("<h3>In the order of the text</h3><ol class=\"entries\">\n");
    let mut done: Vec<&str> = Vec::new();
    for figure in all {
        let Some(subject) = figure.subject.as_deref() else {
            html.push_str(&entries::figure(source, figure));
            continue;
        };
        if done.contains(&subject) {
            continue;
        }
        done.push(subject);
        let together: Vec<&Figure> =
            all.iter().filter(|f| f.subject.as_deref() == Some(subject)).collect();
        html.push_str(&format!(
            "<li class=\"together\"><h3>{} <small>{} figures in the article</small></h3>\
             <ol class=\"entries\">\n",
            escape(subject),
            together.len()
        ));
        for figure in together {
            html.push_str(&entries::figure(source, figure));
        }
        html.push_str("</ol></li>\n");
    }
    html.push_str("</ol>\n");
    html
}
