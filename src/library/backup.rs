//! The whole library as one file: JSON, an article an item.
//!
//! `{"format":"dateline-library","version":1,"articles":[{"entry":…,"article":…,"journal":…},…]}`,
//! with these members in this order, so that it can be written and read piece by piece.

use super::{Entry, Record};
use crate::article::{Article, sound};
use crate::correct::Journal;
use crate::time::civil_from_days;
use serde::Deserialize;
use std::fmt;

/// What the file begins with.
pub const FILE_START: &str = "{\"format\":\"dateline-library\",\"version\":1,\"articles\":[\n";

/// What the file ends with.
pub const FILE_END: &str = "\n]}\n";

const FORMAT: &str = "dateline-library";
const VERSION: u32 = 1;

/// One item of the file, made of the JSON of its parts. Between two stands a comma.
pub fn item(entry: &str, article: &str, journal: &str) -> String {
    format!("{{\"entry\":{entry},\"article\":{article},\"journal\":{journal}}}")
}

/// The file's name on this day; see [`ago`](super::ago) for what is given.
pub fn file_name(now: u64, behind: i32) -> String {
    let minutes = (now / 60_000) as i64 - i64::from(behind);
    let day = civil_from_days(minutes.div_euclid(24 * 60));
    format!("dateline-library-{day}.json")
}

/// Why a file is not read, or not to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It does not begin as a library does.
    NotALibrary,
    /// It was written by a later Dateline; with its version.
    TooNew(u32),
    /// What stands at this byte makes no sense.
    Broken(u64),
    /// An article is longer than any; at this byte.
    TooLong(u64),
    /// It ends in the middle.
    CutShort,
    /// An article in it cannot be read.
    Item(String),
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALibrary => f.write_str(
                "Expected a file that “Save all as one file” has made, found something else. \
                 A single article is opened above.",
            ),
            Self::TooNew(found) => write!(
                f,
                "Expected a library of version {VERSION}, found version {found}. A newer Dateline \
                 reads it: load this page again."
            ),
            Self::Broken(at) => {
                write!(
                    f,
                    "Expected the next article at byte {at} of the file, found something else."
                )
            }
            Self::TooLong(at) => {
                write!(f, "Expected an article of at most 60 MB at byte {at} of the file.")
            }
            Self::CutShort => f.write_str(
                "Expected the end of the library, but the file stops in the middle. It may not \
                 have been saved completely.",
            ),
            Self::Item(why) => write!(f, "Expected a kept article: {why}."),
        }
    }
}

impl std::error::Error for BackupError {}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    #[serde(rename = "articles")]
    _articles: [(); 0],
}

/// Whether this is how a library begins, up to and with the bracket.
pub(super) fn check_head(head: &[u8]) -> Result<(), BackupError> {
    let head: Head =
        serde_json::from_slice(&[head, b"]}"].concat()).map_err(|_| BackupError::NotALibrary)?;
    match head {
        Head { format, .. } if format != FORMAT => Err(BackupError::NotALibrary),
        Head { version, .. } if version > VERSION => Err(BackupError::TooNew(version)),
        _ => Ok(()),
    }
}

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    entry: Entry,
    article: Article,
    #[serde(default)]
    journal: Vec<serde_json::Value>,
}

/// Reads one item; its article is made [`sound`]. `writer` is whose corrections come next, see [`Journal::new`].
///
/// # Errors
/// Says what was expected in it and where.
pub fn read_item(json: &[u8], writer: &str) -> Result<Record, BackupError> {
    let why = |error: &dyn fmt::Display| BackupError::Item(error.to_string());
    let Item { mut entry, article, journal } =
        serde_json::from_slice(json).map_err(|error| why(&error))?;
    let journal = serde_json::to_string(&journal).unwrap_or_default();
    let journal = Journal::from_json(&journal, writer).map_err(|error| why(&error))?;
    if !is_key(&entry.key) {
        let found: String = entry.key.chars().take(20).collect();
        return Err(BackupError::Item(format!(
            "expected a key of 1 to 40 letters, digits and hyphens, found “{found}”"
        )));
    }
    entry.deleted = None;
    Ok(Record { entry, base: sound(article).0, journal })
}

fn is_key(key: &str) -> bool {
    (1..=40).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What became of the articles of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many are new here.
    pub came: usize,
    /// How many were here already; what was corrected in either was brought together.
    pub joined: usize,
    /// How many could not be read, and why not the first of them.
    pub refused: (usize, Option<BackupError>),
}

impl Counts {
    /// Notes one that could not be read.
    pub fn refuse(&mut self, why: BackupError) {
        self.refused.0 += 1;
        self.refused.1.get_or_insert(why);
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.came {
            0 => f.write_str("No new article came in")?,
            1 => f.write_str("1 article came in")?,
            came => write!(f, "{came} articles came in")?,
        }
        match self.joined {
            0 => {}
            1 => f.write_str(", 1 was here already and has kept its corrections")?,
            joined => {
                write!(f, ", {joined} were here already and have kept their corrections")?;
            }
        }
        f.write_str(".")?;
        if let (count @ 1.., Some(why)) = &self.refused {
            write!(f, " {count} could not be read: {why}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::{Correction, Field};

    fn head(json: &str) -> Result<(), BackupError> {
        check_head(json.as_bytes())
    }

    #[test]
    fn only_our_own_beginning_is_one() {
        assert_eq!(head(FILE_START), Ok(()));
        assert_eq!(
            head("{ \"format\":\"dateline-library\", \"version\": 1, \"articles\": ["),
            Ok(())
        );
        for other in [
            "[",
            "{\"articles\":[",
            "{\"format\":\"dateline-article\",\"version\":1,\"articles\":[",
            "{\"format\":\"dateline-library\",\"version\":1,\"things\":[",
            "{\"format\":\"dateline-library\",\"version\":-1,\"articles\":[",
        ] {
            assert_eq!(head(other), Err(BackupError::NotALibrary), "{other}");
        }
        let newer = "{\"format\":\"dateline-library\",\"version\":2,\"articles\":[";
        assert_eq!(head(newer), Err(BackupError::TooNew(2)));
    }

    #[test]
    fn an_item_comes_back_the_same() {
        let mut base = Article::default();
        base.meta.title = "A “quoted” title \\ ]}".into();
        base.meta.slug = "a-title".into();
        let mut journal = Journal::new("w");
        journal.add(Correction::Meta { field: Field::Title, value: "“]}”".into() });
        let record = Record { entry: Entry::of(&base, "k7-a", 5), base, journal };
        let json = |value: Result<String, _>| value.unwrap_or_default();
        let written = item(
            &json(serde_json::to_string(&record.entry)),
            &json(serde_json::to_string(&record.base)),
            &record.journal.to_json(),
        );
        assert_eq!(read_item(written.as_bytes(), "w"), Ok(record));
    }

    #[test]
    fn an_item_from_anybody_is_made_sound() {
        let json = r#"{"entry":{"key":"k","title":""},"article":{
            "meta":{"slug":"../../x","title":"T","language":"en","address":"javascript:x"},
            "blocks":[{"kind":"paragraph","part":"body","text":"One\u0001two"}],
            "entities":[{"id":"a","kind":"thing","name":"One"}],
            "mentions":[{"entity":"a","span":[5,900]},{"entity":"a","span":[0,3]}]}}"#;
        let base = read_item(json.as_bytes(), "w").expect("an item").base;
        assert_eq!((&*base.meta.slug, base.meta.address), ("x", None));
        assert_eq!((&*base.blocks[0].text, base.mentions.len()), ("One two", 1));
    }

    #[test]
    fn a_key_that_could_break_out_is_refused() {
        for key in ["", "A", "a b", "\\\"><script>", "é"] {
            let json = format!(
                "{{\"entry\":{{\"key\":\"{key}\",\"title\":\"\"}},\
                 \"article\":{{\"meta\":{{\"slug\":\"\",\"title\":\"\",\"language\":\"\"}},\"blocks\":[]}}}}"
            );
            let refused = read_item(json.as_bytes(), "w");
            assert!(
                matches!(&refused, Err(BackupError::Item(why)) if why.contains("key")),
                "{refused:?}"
            );
        }
    }

    #[test]
    fn the_file_is_named_by_the_reader_s_day() {
        // 2020-01-08T23:30Z
        let now = 1_578_526_200_000;
        assert_eq!(file_name(now, 0), "dateline-library-2020-01-08.json");
        assert_eq!(file_name(now, -60), "dateline-library-2020-01-09.json");
    }

    #[test]
    fn what_came_is_said() {
        let mut counts = Counts { came: 2, joined: 1, ..Counts::default() };
        counts.refuse(BackupError::CutShort);
        let said = counts.to_string();
        assert!(said.starts_with("2 articles came in, 1 was here already"), "{said}");
        assert!(said.contains(" 1 could not be read: Expected the end"), "{said}");
        assert_eq!(Counts::default().to_string(), "No new article came in.");
    }
}
