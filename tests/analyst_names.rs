//! Names, clusters, quotations and figures: the cases of `specs/analyst-names.txt`, the bundled
//! article, and what must hold for any text.

use dateline::analyst::text::Text;
use dateline::analyst::{Named, named};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const SPEC: &str = include_str!("specs/analyst-names.txt");

fn read(source: &str) -> (Text<'_>, Named) {
    let text = Text::read(source);
    let found = named(&text, &[]);
    (text, found)
}

fn joined(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.is_empty());
    parts.join(" | ")
}

/// What a spec line of this kind says of a text.
fn found(kind: &str, source: &str) -> String {
    let (text, all) = read(source);
    let name = |index: usize| text.slice(all.names[index].tokens.clone());
    match kind {
        "sentences" => {
            joined(text.sentences.iter().map(|s| text.slice(s.clone()).to_owned()).collect())
        }
        "names" => {
            let each = all.names.iter();
            joined(
                each.map(|n| format!("{} {}", n.kind.code(), text.slice(n.tokens.clone())))
                    .collect(),
            )
        }
        "clusters" => {
            let more = all.clusters.iter().filter(|cluster| cluster.mentions.len() > 1);
            let list = |mentions: &[(usize, _)]| {
                mentions.iter().map(|m| name(m.0)).collect::<Vec<_>>().join(", ")
            };
            joined(more.map(|cluster| list(&cluster.mentions)).collect())
        }
        "descriptions" => {
            let each = all.clusters.iter().flat_map(|cluster| {
                let one = |d: &dateline::analyst::linking::Description| {
                    format!("{}: {}", cluster.name, text.slice(d.tokens.clone()))
                };
                cluster.descriptions.iter().map(one).collect::<Vec<_>>()
            });
            joined(each.collect())
        }
        "quotes" => {
            let each = all.quotes.iter().map(|quote| {
                let who = match (&quote.speaker, quote.cluster) {
                    (_, Some(cluster)) => all.clusters[cluster].name.as_str(),
                    (Some(speaker), None) => text.slice(speaker.tokens.clone()),
                    (None, None) => "?",
                };
                let parts: Vec<&str> =
                    quote.parts.iter().map(|part| text.slice(part.inner.clone())).collect();
                format!("{who}: {}", parts.join(" … "))
            });
            joined(each.collect())
        }
        "figures" => {
            let each = all.figures.iter().map(|figure| {
                let upper = figure.upper.map_or(String::new(), |upper| format!("..{upper}"));
                format!("{}{}{upper} {}", figure.sign.code(), figure.value, figure.unit)
            });
            joined(each.map(|figure| figure.trim_end().to_owned()).collect())
        }
        _ => panic!("unknown line `{kind}`"),
    }
}

#[test]
fn cases() {
    let (mut text, mut count) = (String::new(), 0);
    let mut wrong = Vec::new();
    for line in SPEC.lines().skip_while(|line| !line.starts_with("## ")) {
        let Some((kind, value)) = line.split_once(": ").or(line.split_once(':')) else { continue };
        if line.starts_with('#') {
            continue;
        }
        if kind == "text" {
            text = value.replace("\\n", "\n");
            continue;
        }
        count += 1;
        let is = found(kind, &text);
        if is != value.trim() {
            wrong.push(format!("{text}\n  {kind} wanted: {value}\n  {kind} found:  {is}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 20, "{count}");
}

/// The bundled article's blocks.
fn article() -> (serde_json::Value, String) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/article/annotation.json");
    let json = std::fs::read_to_string(path).expect("the shared annotation");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let blocks = json["blocks"].as_array().expect("blocks").iter();
    let texts: Vec<&str> = blocks.map(|block| block["text"].as_str().expect("text")).collect();
    let text = texts.join("\n\n");
    (json, text)
}

#[test]
fn the_bundled_article_says_who_said_what() {
    let (json, source) = article();
    let (text, all) = read(&source);
    let mut right = 0;
    let quotes = json["quotes"].as_array().expect("quotes");
    for quote in quotes {
        let words = quote["inner"]["surface"].as_str().expect("words");
        let speaker = quote["speaker"].as_str().expect("a speaker");
        let same = all.quotes.iter().find(|q| text.slice(q.parts[0].inner.clone()) == words);
        let Some(cluster) = same.and_then(|q| q.cluster) else { continue };
        let name = all.clusters[cluster].name.to_lowercase().replace([' ', '.'], "-");
        let last = speaker.rsplit('-').next().expect("a word");
        right += usize::from(name.ends_with(last));
    }
    assert!(right >= 12, "{right} of {}", quotes.len());
    assert!(all.quotes.len() <= quotes.len() + 1, "{}", all.quotes.len());
}

fn check(source: &str) {
    let (text, all) = read(source);
    let scalars = source.chars().count() as u32;
    let spans: Vec<_> = all.names.iter().map(|n| text.span(n.tokens.clone())).collect();
    assert!(spans.iter().all(|span| !span.is_empty() && span.end <= scalars));
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    let mentions: usize = all.clusters.iter().map(|cluster| cluster.mentions.len()).sum();
    assert_eq!(mentions, all.names.len());
    for quote in &all.quotes {
        assert!(quote.parts.iter().all(|part| text.span(part.tokens.clone()).end <= scalars));
        assert!(quote.cluster.is_none_or(|cluster| cluster < all.clusters.len()));
    }
    assert!(all.figures.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
    let last = text.sentences.last().map_or(0, |sentence| sentence.end);
    assert_eq!(last, text.tokens.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(source in "\\PC{0,200}") {
        check(&source);
    }

    #[test]
    fn anything_like_news_is_read(words in prop::collection::vec(
        prop::sample::select(vec![
            "Mr.", "Gen.", "U.S.", "Abdul-Mahdi", "al-Asad", "Iraq", "Iraqi", "the", "of", "said",
            "he", "“", "”", "\"", "‘", "’", "'s", ",", ".", "?", "—", "-", "(", ")", "17", "5%",
            "US$3.5bn", "more", "than", "dozen", "no", "million", "and", "to", "according", "who",
            "John", "Smith", "PMF", "Ministry", "\n", "\n\n", "\0", "😀", "Ž", "由", "called",
        ]), 0..80), spaced in prop::bool::ANY) {
        check(&words.join(if spaced { " " } else { "" }));
    }
}

#[test]
fn odd_texts() {
    for source in ["", " ", "\n\n\n", "\0\0", "…", "\"", "“", "'", ".", "’s", "A", "—", "5", "%"]
    {
        check(source);
    }
}

/// Four times the text may take little more than four times as long.
#[test]
fn no_text_takes_long() {
    let literals = [
        "A",
        "a",
        "A ",
        "a ",
        ".",
        "!.",
        ". ",
        "\"",
        "\" ",
        "“",
        "“ ”",
        "'",
        " '",
        "‘a",
        "’ ",
        "-",
        "a-",
        "A-",
        "(",
        "( ",
        "1",
        "1 ",
        "1,",
        "one ",
        "one hundred and ",
        "million ",
        "5 million ",
        "said ",
        "he said ",
        "Mr. ",
        "Smith said ",
        "\"Yes,\" ",
        "“Yes,” he said. ",
        "\n",
        "A\n",
        "U.S. ",
        "of ",
        "A of ",
        "The A of B ",
        "according to ",
        "X. Y ",
        "John Smith ",
        "no ",
        "%",
        "more than ",
        "5-",
        "Iraqi ",
        "the minister said ",
        ", a ",
        "is a ",
        "\0",
        "é",
        "😀",
    ];
    let time = |literal: &str, scalars: usize| {
        let source = literal.repeat(scalars / literal.chars().count());
        let begun = Instant::now();
        check(&source);
        begun.elapsed()
    };
    time("warm up ", 10_000);
    for literal in literals {
        // a busy machine makes single measurements long, never short
        let tries = (0..4).map(|_| (time(literal, 10_000), time(literal, 40_000)));
        let mut last = (Duration::ZERO, Duration::ZERO);
        let linear = tries.into_iter().any(|(small, large)| {
            last = (small, large);
            large < small.max(Duration::from_millis(15)) * 8
        });
        let (small, large) = last;
        assert!(linear, "{literal:?}: {small:?}, four times as long: {large:?}");
    }
}
