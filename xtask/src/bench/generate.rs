//! Articles of any size, to see what grows with it.

use crate::cargo::Profile;
use crate::dist;
use anyhow::Result;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Mentions in a paragraph.
const A_PARAGRAPH: usize = 20;

/// How many entities there are to mention.
const ENTITIES: usize = 200;

/// The most events of a site with compressed copies: of larger ones that takes minutes.
const COMPRESSED: usize = 10_000;

/// Builds the site of an article with so many mentions and events, and tells where it is.
pub fn site(folder: &Path, mentions: usize, events: usize) -> Result<PathBuf> {
    let out = folder.join(format!("many-{mentions}-{events}"));
    let file = out.with_extension("json");
    fs::create_dir_all(folder)?;
    fs::write(&file, article(mentions, events).to_string())?;
    let profile = Profile::Reader;
    let compressed = events <= COMPRESSED;
    let articles = vec![file];
    dist::build(&dist::Site { articles, out: out.clone(), profile, offline: false, compressed })?;
    Ok(out)
}

/// An article of `count` sentences, each of which names somebody; the first `told` of them
/// tell an event.
fn article(count: usize, told: usize) -> Value {
    let mut blocks = vec![json!({ "kind": "title", "part": "head", "text": "Many things" })];
    let mut start = "Many things".len() + 2;
    let (mut mentions, mut events) = (Vec::new(), Vec::new());
    let entities = ENTITIES.min(count.max(1));
    let mut text = String::new();
    for index in 0..count {
        let entity = spread(index) % entities;
        let name = format!("Person {entity}");
        let sentence = format!("{name} did the thing with number {index} on that day. ");
        let begin = start + text.len();
        mentions.push(json!({
            "entity": format!("person-{entity}"), "span": [begin, begin + name.len()],
        }));
        if index < told {
            events.push(json!({
                "id": format!("event-{index}"), "kind": "deed", "certainty": "reported",
                "headline": format!("The thing with number {index} is done"),
                "when": day(spread(index)), "entities": [format!("person-{entity}")],
                "passages": [[begin, begin + sentence.len() - 1]],
            }));
        }
        text.push_str(&sentence);
        if (index + 1) % A_PARAGRAPH == 0 || index + 1 == count {
            start += text.trim_end().len() + 2;
            blocks.push(json!({
                "kind": "paragraph", "part": "body", "text": text.trim_end(),
            }));
            text.clear();
        }
    }
    let entities: Vec<Value> = (0..entities)
        .map(|entity| {
            json!({
                "id": format!("person-{entity}"), "kind": "person",
                "name": format!("Person {entity}"), "names": [format!("Person {entity}")],
                "named": true, "name_in_article": true,
            })
        })
        .collect();
    json!({
        "meta": {
            "slug": format!("many-{count}"), "title": "Many things", "language": "en",
            "published": "2020-01-01", "reading_date": "2020-01-01",
        },
        "blocks": blocks, "entities": entities, "mentions": mentions, "events": events,
    })
}

/// Scatters numbers, the same way every time.
fn spread(index: usize) -> usize {
    index.wrapping_mul(2_654_435_761) >> 7 & 0xffff
}

/// A day in one of forty years, in no order; every eighth only to the year.
fn day(seed: usize) -> String {
    let year = 1980 + seed % 40;
    if seed.is_multiple_of(8) {
        return year.to_string();
    }
    format!("{year}-{:02}-{:02}", 1 + seed / 40 % 12, 1 + seed / 480 % 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_where_the_names_are() {
        let article = article(45, 30);
        let blocks = article["blocks"].as_array().cloned().unwrap_or_default();
        let texts: Vec<&str> = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
        let text = texts.join("\n\n");
        for mention in article["mentions"].as_array().into_iter().flatten() {
            let end = |index: usize| mention["span"][index].as_u64().unwrap_or(0) as usize;
            let id = mention["entity"].as_str().unwrap_or_default();
            assert_eq!(text[end(0)..end(1)].to_lowercase().replace(' ', "-"), id);
        }
        assert_eq!(article["events"].as_array().map(Vec::len), Some(30));
    }
}
