//! What is trained on: the pool, weighed, and copies of it.

use crate::augment::{People, Random, curly, headline, renamed};
use crate::data::{Record, records};
use anyhow::Result;
use std::path::Path;

/// A document to learn from and how much it counts.
pub struct Lesson {
    /// The document.
    pub record: Record,
    /// Its weight.
    pub weight: f32,
    /// The number of the document of which it is a copy.
    pub group: usize,
    /// Whether the second look learns from it: a whole text in its own capitals.
    pub whole: bool,
}

/// Weights of the sources: texts that people annotated count most, tweets are far from news,
/// the large one is machine-made in part.
const SOURCES: [(&str, f32); 6] = [
    ("gmb.jsonl.gz", 0.15),
    ("ewt.jsonl.gz", 2.0),
    ("gum-open.jsonl.gz", 2.0),
    ("redocred-dev.jsonl.gz", 2.0),
    ("btc.jsonl.gz", 0.5),
    ("wnut17.jsonl.gz", 0.5),
];

/// Sentences of GMB that make one document.
const TOGETHER: usize = 12;

/// Everything to learn from, in order; with `hold`, every so manieth human-annotated document
/// is kept back for comparing settings.
pub fn lessons(pool: &Path, people: &People, hold: usize) -> Result<Vec<Lesson>> {
    let mut random = Random::new(20_260_108);
    let mut lessons = Vec::new();
    let mut group = 0;
    for (file, weight) in SOURCES {
        let mut found = records(&pool.join(file))?;
        let gmb = file.starts_with("gmb");
        if hold > 0 && (file.starts_with("ewt") || file.starts_with("gum")) {
            let mut index = 0;
            found.retain(|_| {
                index += 1;
                (index - 1) % hold != 0
            });
        }
        if gmb {
            found = found.chunks(TOGETHER).map(Record::joined).collect();
        }
        for record in found {
            group += 1;
            let social = file.starts_with("btc") || file.starts_with("wnut");
            if gmb {
                let other = renamed(&curly(&record), people, &mut random);
                if random.chance(6) {
                    let shouted = random.chance(50);
                    let record = headline(&other, shouted);
                    lessons.push(Lesson { record, weight, group, whole: false });
                }
                lessons.push(Lesson { record: other, weight, group, whole: true });
            } else if !social {
                let other = renamed(&curly(&record), people, &mut random);
                if random.chance(10) {
                    let shouted = random.chance(50);
                    let weight = weight / 2.0;
                    let record = headline(&record, shouted);
                    lessons.push(Lesson { record, weight, group, whole: false });
                }
                let weight = weight / 2.0;
                lessons.push(Lesson { record: other, weight, group, whole: true });
            }
            lessons.push(Lesson { record, weight, group, whole: !social });
        }
    }
    Ok(lessons)
}
