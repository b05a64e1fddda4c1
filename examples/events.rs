//! How well events are read.
//!
//! `cargo run --example events` counts on the bundled article's checked events in
//! `../shared/article/annotation.json`; `-- --list` prints what was found there;
//! `-- --texts FILE [N] [SKIP]` prints the events of N texts of a JSON Lines file
//! (`{"text", "dct"}`); `-- --dates FILE` compares with the dates of given events in such a
//! file (`events: [{start, end, date}]`); `-- --speed FILE` times the reading of its texts,
//! one behind the other, ten times over and once.

use dateline::analyst::dates::{self, Given, Reading};
use dateline::analyst::events::{self, Event};
use dateline::analyst::{self, Named};
use dateline::article::Span;
use dateline::time;
use serde_json::Value;
use std::fs;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|a| a == "--texts") {
        let Some(path) = arguments.get(1) else { return eprintln!("--texts needs a file") };
        let number = |at: usize| arguments.get(at).and_then(|n| n.parse().ok());
        return texts(path, number(2).unwrap_or(5), number(3).unwrap_or(0));
    }
    if arguments.first().is_some_and(|a| a == "--dates") {
        let Some(path) = arguments.get(1) else { return eprintln!("--dates needs a file") };
        return given_dates(path);
    }
    if arguments.first().is_some_and(|a| a == "--speed") {
        let Some(path) = arguments.get(1) else { return eprintln!("--speed needs a file") };
        return speed(path);
    }
    article(arguments.iter().any(|a| a == "--list"));
}

fn read(source: &str, given: Given) -> (Vec<Event>, Named, Reading) {
    let found = analyst::read(source, given);
    (found.events, found.named, found.reading)
}

fn show(event: &Event, named: &Named, source: &str) {
    let when = event.when.clone().or(event.within.clone().map(|w| format!("({w})")));
    let by = event.by.as_ref().map(|by| format!(" | by {}", by.words)).unwrap_or_default();
    let names: Vec<&str> =
        event.clusters.iter().map(|&c| named.clusters[c].name.as_str()).collect();
    println!(
        "{:24} {:<70} {:?}{by}\n{:24}   {} [{}] {}{}",
        when.unwrap_or_default(),
        event.headline,
        event.certainty,
        "",
        source
            .chars()
            .skip(event.predicate.start as usize)
            .take(event.predicate.len() as usize)
            .collect::<String>(),
        names.join(", "),
        event.reason(),
        if event.passages.len() > 1 {
            format!(" ×{}", event.passages.len())
        } else {
            String::new()
        },
    );
}

fn texts(path: &str, count: usize, skip: usize) {
    let Ok(file) = fs::read_to_string(path) else { return eprintln!("cannot read {path}") };
    let mut total = 0;
    for line in file.lines().skip(skip).take(count) {
        let Ok(value) = serde_json::from_str::<Value>(line) else { continue };
        let source = value["text"].as_str().unwrap_or_default();
        let day = value["dct"].as_str().and_then(dates::parse_day);
        let (events, named, _) = read(source, day.map_or(Given::Nothing, Given::Published));
        println!("\n== {} ({} events)", value["id"].as_str().unwrap_or("?"), events.len());
        events.iter().for_each(|event| show(event, &named, source));
        total += events.len();
    }
    println!("\n{total} events in {count} texts");
}

/// What events cost by themselves, on all texts of a file together, once and ten times.
fn speed(path: &str) {
    let Ok(file) = fs::read_to_string(path) else { return eprintln!("cannot read {path}") };
    let values = file.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let all: Vec<String> =
        values.map(|v| v["text"].as_str().unwrap_or_default().to_owned()).collect();
    let once = all.join("\n\n");
    for source in [once.clone(), vec![once; 10].join("\n\n")] {
        let all = analyst::read(&source, Given::Nothing);
        let start = std::time::Instant::now();
        let found = events::read(&all.text, &all.reading, &all.named).len();
        let seconds = start.elapsed().as_secs_f64();
        let scalars = source.chars().count();
        println!(
            "{scalars} characters, {found} events: {:.1} ms, {:.1} million characters a second",
            1e3 * seconds,
            scalars as f64 / seconds / 1e6
        );
    }
}

/// Dates of found events against those of given events on the same word.
fn given_dates(path: &str) {
    let Ok(file) = fs::read_to_string(path) else { return eprintln!("cannot read {path}") };
    let (mut found, mut dated, mut same, mut within, mut held, mut given) = (0, 0, 0, 0, 0, 0);
    for line in file.lines() {
        let Ok(value) = serde_json::from_str::<Value>(line) else { continue };
        let source = value["text"].as_str().unwrap_or_default();
        let day = value["dct"].as_str().and_then(dates::parse_day);
        let (events, ..) = read(source, day.map_or(Given::Nothing, Given::Published));
        for gold in value["events"].as_array().into_iter().flatten() {
            let at = |name: &str| gold[name].as_u64().unwrap_or(0) as u32;
            let span = Span::new(at("start"), at("end"));
            // one word may have several dates, or none
            let wanted: Vec<&str> = match &gold["date"] {
                Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
                one => vec![one.as_str().unwrap_or_default()],
            };
            given += 1;
            let Some(event) = events.iter().find(|e| e.predicate.overlaps(span)) else { continue };
            found += 1;
            let bounds = |edtf: &str| time::parse(edtf).ok().map(|e| e.bounds());
            if let Some(when) = &event.when {
                dated += 1;
                same += usize::from(wanted.iter().any(|date| date == when));
            } else if let Some(interval) = event.within.as_deref().and_then(bounds) {
                within += 1;
                let fits = |date: &&&str| {
                    date.is_empty() || bounds(date).is_some_and(|gold| interval.overlaps(gold))
                };
                held += usize::from(wanted.iter().any(|date| fits(&date)));
            }
        }
    }
    println!("given events {given}, on a found predicate {found}");
    println!("with a date {dated}, of them the same {same}");
    println!("with an interval {within}, of them holding the given date or none given {held}");
}

fn article(list: bool) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let Ok(file) = fs::read_to_string(path) else {
        return println!("skipped: there is no ../shared/article/annotation.json");
    };
    let Ok(gold) = serde_json::from_str::<Value>(&file) else {
        return println!("skipped: annotation.json is no JSON");
    };
    let items = |name: &str| gold[name].as_array().cloned().unwrap_or_default();
    let (mut source, mut starts) = (String::new(), Vec::new());
    for block in items("blocks") {
        if !source.is_empty() {
            source.push_str("\n\n");
        }
        starts.push(source.chars().count() as u32);
        source.push_str(block["text"].as_str().unwrap_or_default());
    }
    let (events, named, reading) = read(&source, Given::Nothing);
    println!("{}", reading.about_day());
    if list {
        events.iter().for_each(|event| show(event, &named, &source));
    }
    let (mut right, mut best, mut certain, mut whose, mut all) = (0, 0, 0, 0, 0);
    for event in items("events") {
        let passages = event["passages"].as_array().cloned().unwrap_or_default();
        let span = |p: &Value| {
            let at = |name: &str| p[name].as_u64().unwrap_or(0) as u32;
            let start = starts.get(at("block") as usize).copied().unwrap_or(0);
            Span::new(start + at("start"), start + at("end"))
        };
        let spans: Vec<Span> = passages.iter().map(span).collect();
        let shared = |found: &&Event| -> u32 {
            let pairs = found.passages.iter().flat_map(|a| spans.iter().map(move |b| (*a, *b)));
            pairs.map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start))).sum()
        };
        let good = |found: &&Event| is_right(&event, found);
        let told: Vec<&Event> = events.iter().filter(|e| shared(e) > 0).collect();
        let any = told.iter().copied().find(|e| good(e));
        // the one that fits the passage best: shared over both together
        let fit = |e: &&&Event| {
            let mine: u32 = e.passages.iter().map(|p| p.len()).sum();
            let theirs: u32 = spans.iter().map(|p| p.len()).sum();
            u64::from(shared(e)) * 10_000 / u64::from((mine + theirs - shared(e)).max(1))
        };
        let nearest = told.iter().max_by_key(fit).copied();
        all += 1;
        right += usize::from(any.is_some());
        best += usize::from(nearest.is_some_and(|e| good(&e)));
        if let Some(nearest) = nearest {
            let wanted = event["certainty"].as_str().unwrap_or_default();
            certain += usize::from(format!("{:?}", nearest.certainty).to_lowercase() == wanted);
            let named = event["attributed_to"].as_array().is_some_and(|by| !by.is_empty());
            whose += usize::from(named == nearest.by.is_some());
        }
        let mark = if any.is_some() { "right" } else { "WRONG" };
        let mine = nearest
            .map(|e| format!("{} | {:?} {:?} {:?}", e.headline, e.when, e.within, e.certainty));
        println!(
            "{mark} {} {:?}{}: {}",
            event["id"].as_str().unwrap_or("?"),
            event["edtf"].as_str().unwrap_or("–"),
            event["bounds_edtf"].as_str().map(|b| format!(" within {b}")).unwrap_or_default(),
            mine.unwrap_or("not found".to_owned())
        );
    }
    let touching = events.iter().filter(|e| {
        items("events").iter().any(|event| {
            event["passages"].as_array().is_some_and(|ps| {
                ps.iter().any(|p| {
                    let at = |name: &str| p[name].as_u64().unwrap_or(0) as u32;
                    let start = starts.get(at("block") as usize).copied().unwrap_or(0);
                    let gold = Span::new(start + at("start"), start + at("end"));
                    e.passages.iter().any(|mine| mine.overlaps(gold))
                })
            })
        })
    });
    println!("events.article.right = {right} of {all}");
    println!("events.article.best_right = {best} of {all} (only the best fitting event counts)");
    println!("events.article.certainty = {certain}, attribution or none = {whose}");
    println!(
        "events found = {}, of them on a checked passage = {}",
        events.len(),
        touching.count()
    );
}

/// Right: the same date, or none where none is and an interval that meets the checked one.
fn is_right(gold: &Value, found: &Event) -> bool {
    if let Some(date) = gold["edtf"].as_str() {
        return found.when.as_deref() == Some(date);
    }
    if found.when.is_some() {
        return false;
    }
    let bounds = |edtf: Option<&str>| time::parse(edtf?).ok().map(|e| e.bounds());
    let pair = bounds(gold["bounds_edtf"].as_str()).zip(bounds(found.within.as_deref()));
    pair.is_some_and(|(gold, mine)| gold.overlaps(mine))
}
