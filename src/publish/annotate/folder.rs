//! An article with a draft of its annotations as the two files that a publisher writes.

use crate::article::{Article, Block, BlockKind, FigureSign, Layer, Part, Span};
use crate::markup::body::kind_word;
use crate::markup::words::certainty_class;
use crate::publish::passages::Haystack;
use crate::publish::quotation::{MAX_QUOTATION, Quotation};
use std::fmt::Write;

/// Words of context on each side that are tried, to tell one place from another.
const CONTEXT: [usize; 5] = [1, 2, 4, 8, 16];

/// The text as `article.md`.
pub(in crate::publish) fn article_md(article: &Article) -> String {
    let mut out = format!("+++\nlanguage = {}\n", quoted(&article.meta.language));
    for (key, day) in
        [("published", &article.meta.published), ("reading_date", &article.meta.reading_date)]
    {
        if let Some(day) = day {
            let _ = writeln!(out, "{key} = {day}");
        }
    }
    if let Some(annotator) = &article.meta.annotator {
        let _ = writeln!(out, "annotator = {}", quoted(annotator));
    }
    out.push_str("+++\n");
    let mut part = Part::Head;
    for block in &article.blocks {
        if block.part != part {
            let name = match block.part {
                Part::Head => "head",
                Part::Body => "body",
                Part::Tail => "tail",
            };
            let _ = write!(out, "\n{{{name}}}\n");
            part = block.part;
        }
        let _ = write!(out, "\n{}{}\n", sign(block), markdown(&block.text));
    }
    out
}

/// What stands before a block to say its kind.
fn sign(block: &Block) -> &'static str {
    match block.kind {
        BlockKind::Title => "# ",
        BlockKind::Heading => "## ",
        BlockKind::Byline => "{.byline} ",
        BlockKind::Dateline => "{.dateline} ",
        BlockKind::Note => "{.note} ",
        _ => "",
    }
}

/// A text in which nothing is a sign of Markdown.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let number = || text[..at].chars().all(|c| c.is_ascii_digit()) && at > 0;
        let begins = at == 0 && matches!(c, '-' | '+' | '=') || matches!(c, '.' | ')') && number();
        if begins
            || matches!(
                c,
                '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '`' | '~' | '{' | '|'
            )
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The annotations as `annotations.toml`.
pub(in crate::publish) fn annotations_toml(article: &Article) -> String {
    let passages = Haystack::new(article);
    let mut out = String::from(
        "# A draft made by a program: names, dates, quotations and figures that it found.\n\
         # Correct it by hand; how, is told in docs/article-source.md.\n",
    );
    entities(&mut out, article, &passages);
    for time in &article.times {
        let Some(text) = passage(&passages, time.span) else { continue };
        let _ = write!(out, "\n[[time]]\ntext = {}\n", quoted(&text));
        let _ = write!(out, "kind = {}\nvalue = {}\n", quoted(&time.kind), quoted(&time.value));
        line(&mut out, "when", time.when.as_deref());
        line(&mut out, "modifier", time.modifier.as_deref());
        flag(&mut out, "relative", time.relative);
        flag(&mut out, "vague", time.vague);
    }
    for event in &article.events {
        let texts: Vec<String> =
            event.passages.iter().filter_map(|span| passage(&passages, *span)).collect();
        let _ = write!(out, "\n[event.{}]\nheadline = {}\n", event.id, quoted(&event.headline));
        line(&mut out, "when", event.when.as_deref());
        line(&mut out, "within", event.within.as_deref());
        line(&mut out, "basis", Some(&*event.basis).filter(|basis| !basis.is_empty()));
        list(&mut out, "text", texts.iter().map(String::as_str));
        list(&mut out, "entities", event.entities.iter().map(|id| id.as_str()));
        list(&mut out, "attributed_to", event.attributed_to.iter().map(|id| id.as_str()));
        line(&mut out, "certainty", Some(certainty_class(event.certainty)));
    }
    for quote in &article.quotes {
        let Some(text) = passage(&passages, quote.span) else { continue };
        let _ = write!(out, "\n[quote.{}]\ntext = {}\n", quote.id, quoted(&text));
        line(&mut out, "speaker", quote.speaker.as_ref().map(|id| id.as_str()));
        line(&mut out, "cue", quote.cue.map(|cue| passages.printed(cue)));
        line(&mut out, "form", Some(&*quote.form).filter(|form| !form.is_empty()));
    }
    for figure in &article.figures {
        let Some(text) = passage(&passages, figure.span) else { continue };
        let _ = write!(out, "\n[figure.{}]\ntext = {}\n", figure.id, quoted(&text));
        line(&mut out, "number", Some(passages.printed(figure.number)));
        let _ = writeln!(out, "value = {}\nsign = {}", figure.value, quoted(sign_of(figure.sign)));
        line(&mut out, "unit", Some(&figure.unit));
        line(&mut out, "counts", Some(&figure.counts));
    }
    out
}

fn entities(out: &mut String, article: &Article, passages: &Haystack) {
    for entity in &article.entities {
        let _ = write!(out, "\n[entity.{}]\nname = {}\n", entity.id, quoted(&entity.name));
        let _ = writeln!(out, "kind = {}", quoted(kind_word(entity.kind)));
        let mut names: Vec<&str> = Vec::new();
        let own = article.mentions.iter().filter(|m| m.entity == entity.id);
        for mention in own.filter(|mention| mention.layer == Layer::Name) {
            let name = passages.printed(mention.span);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        list(out, "names", names.into_iter());
        line(out, "introduced", entity.introduced.as_deref());
    }
}

/// A span by its words, with as much context as tells it apart; none if nothing does.
fn passage(passages: &Haystack, span: Span) -> Option<String> {
    let unique = |words: String| {
        let short = words.chars().count() <= MAX_QUOTATION;
        let found = Quotation::parse(&words).ok().filter(|_| short).map(|q| passages.find(&q));
        (found.as_deref() == Some(&[span])).then_some(words)
    };
    let words = braced(passages.printed(span));
    if let Some(words) = unique(words.clone()) {
        return Some(words);
    }
    let block = passages.block_of(span);
    let before = passages.printed(Span::new(block.start, span.start));
    let after = passages.printed(Span::new(span.end, block.end));
    CONTEXT.iter().find_map(|&count| {
        let (before, after) = (braced(last(before, count)), braced(first(after, count)));
        unique(format!("{before}{{{words}}}{after}"))
    })
}

/// The last so many words, from the beginning of the first of them.
fn last(text: &str, count: usize) -> &str {
    let starts = text.char_indices().rev().filter(|(at, c)| {
        !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
    });
    let from = starts.map(|(at, _)| at).nth(count - 1).unwrap_or(0);
    &text[from..]
}

/// The first so many words, to the end of the last of them.
fn first(text: &str, count: usize) -> &str {
    let ends = text.char_indices().filter(|(at, c)| {
        let end = at + c.len_utf8();
        !c.is_whitespace() && text[end..].chars().next().is_none_or(char::is_whitespace)
    });
    let to = ends.map(|(at, c)| at + c.len_utf8()).nth(count - 1).unwrap_or(text.len());
    &text[..to]
}

fn braced(words: &str) -> String {
    words.replace('{', "{{").replace('}', "}}")
}

fn line(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = writeln!(out, "{key} = {}", quoted(value));
    }
}

fn flag(out: &mut String, key: &str, is: bool) {
    if is {
        let _ = writeln!(out, "{key} = true");
    }
}

fn list<'a>(out: &mut String, key: &str, values: impl Iterator<Item = &'a str>) {
    let values: Vec<String> = values.map(quoted).collect();
    if !values.is_empty() {
        let _ = writeln!(out, "{key} = [{}]", values.join(", "));
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

fn sign_of(sign: FigureSign) -> &'static str {
    match sign {
        FigureSign::Exactly => "=",
        FigureSign::About => "~",
        FigureSign::MoreThan => ">",
        FigureSign::AtLeast => ">=",
        FigureSign::LessThan => "<",
        FigureSign::AtMost => "<=",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyst::{dates::Given, draft};
    use crate::publish::{SourceFile, read};

    const TEXT: &str = "Vote & *aftermath*: what comes [next]\n\nBy Jane Doe\n\nBAGHDAD (Reuters) \
        - Prime Minister Adel Abdul Mahdi met US Ambassador Matthew Tueller on Monday. Some 5,200 \
        US troops are in Iraq {or 5,200 troops}.\n\n“We will act,” Abdul Mahdi said on Monday. \
        “We will act,” said Tueller on Monday.\n";

    #[test]
    fn what_is_written_is_read_again() {
        let day = crate::time::Civil { year: 2020, month: 1, day: 8 };
        let article = draft(TEXT, Given::Written(day));
        let md = SourceFile::from_text("article.md", article_md(&article));
        let toml = SourceFile::from_text("annotations.toml", annotations_toml(&article));
        let (again, problems) = read(&md, Some(&toml), "vote");
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{problems:#?}");
        assert_eq!(again.plain_text(), article.plain_text());
        assert_eq!(again.times.len(), article.times.len());
        assert_eq!(again.quotes, article.quotes);
        let spans = |article: &Article| -> Vec<(String, Span)> {
            article.mentions.iter().map(|m| (m.entity.to_string(), m.span)).collect()
        };
        assert_eq!(spans(&again), spans(&article));
    }

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ \n"), r#""a \"b\" \\ \u000A""#);
        assert_eq!(markdown("1. *a* – b_c"), r"1\. \*a\* – b\_c");
    }
}
