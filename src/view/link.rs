//! The view as the part of a link behind the `#`, and back.
//!
//! `at=ID`, `find=WORDS`, `only=ID,ID`, `panel=WORD`, `scale=WORD`, `text=PASSAGE` and
//! `when=EDTF`, joined by `&`, in this order. A bare `ID` is short for `at=ID`. In `find` a
//! space is `+`; in `text` it is `%20` and `+` is a plus sign, as in the text fragments of
//! browsers.

use super::escape::{Style, close, decode, encode};
use super::problem::{LinkProblem, harmless};
use super::state::{Panel, Passage, Scale, ViewState};
use crate::article::Id;
use crate::time::{self, Edtf};

/// Longest fragment that [`to_fragment`] writes, in characters (all ASCII).
pub const MAX_FRAGMENT: usize = 2_000;

/// How much of a fragment [`parse`] reads, in bytes.
const MAX_READ: usize = 4 * MAX_FRAGMENT;

/// How many problems are worth telling.
const MAX_PROBLEMS: usize = 5;

/// What ends the page's own part of a fragment; the rest is for the browser.
const DIRECTIVE: &[u8] = b":~:";

const ID: &str = "an id such as ali-khamenei";
const PASSAGE: &str = "words such as prefix-,first words,last words,-suffix";

/// Reads a fragment, with or without its `#`. Never fails: what is unknown or broken is left
/// out and told as a problem (the first few of them).
pub fn parse(fragment: &str) -> (ViewState, Vec<LinkProblem>) {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let directive = fragment.as_bytes().windows(DIRECTIVE.len()).position(|w| w == DIRECTIVE);
    let fragment = directive.and_then(|at| fragment.get(..at)).unwrap_or(fragment);
    let mut reader = Reader::default();
    let mut read = 0;
    for part in fragment.split('&') {
        read += part.len() + 1;
        if read > MAX_READ {
            reader.problem(LinkProblem::TooLong);
            break;
        }
        reader.part(part);
    }
    (reader.view.normal(), reader.problems)
}

#[derive(Default)]
struct Reader {
    view: ViewState,
    /// Keys that were there.
    seen: Vec<&'static str>,
    problems: Vec<LinkProblem>,
}

impl Reader {
    fn problem(&mut self, problem: LinkProblem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Reads `key=value` or an id. An empty value is the default.
    fn part(&mut self, part: &str) {
        let (key, value) = part.split_once('=').unwrap_or(("at", part));
        let keys = ["at", "find", "only", "panel", "scale", "text", "when"];
        let Some(key) = keys.into_iter().find(|known| *known == key) else {
            return self.problem(LinkProblem::UnknownKey(harmless(key)));
        };
        if value.is_empty() {
            return;
        }
        if self.seen.contains(&key) {
            return self.problem(LinkProblem::Repeated(key));
        }
        self.seen.push(key);
        if let Err(expected) = self.value(key, value) {
            self.problem(LinkProblem::BadValue { key, found: harmless(value), expected });
        }
    }

    /// Takes the value over, or says what was expected.
    fn value(&mut self, key: &str, value: &str) -> Result<(), &'static str> {
        let style = if key == "find" { Style::Words } else { Style::Plain };
        let text = decode(value, style).ok_or("whole %-escapes and no control characters")?;
        let view = &mut self.view;
        match key {
            "at" => view.focus = Some(Id::new(text).map_err(|_| ID)?),
            "find" => view.find = text,
            "only" => {
                let mut all = Ok(());
                for id in text.split(',') {
                    match Id::new(id) {
                        Ok(id) => view.only.push(id),
                        Err(_) => all = Err("ids such as ali-khamenei, with commas between them"),
                    }
                }
                return all;
            }
            "panel" => {
                let panel = Panel::from_word(&text).ok_or("who, when, said or figures")?;
                view.panel = Some(panel);
            }
            "scale" => view.scale = Scale::from_word(&text).ok_or("true, order or telling")?,
            // Commas and hyphens of the grammar are those that are not encoded.
            "text" => view.text = Some(passage(value).ok_or(PASSAGE)?),
            _ => {
                view.when = Some(
                    window(&text)
                        .ok_or("a date or interval such as 2014 or 2020-01-03/2020-01-08")?,
                )
            }
        }
        Ok(())
    }
}

fn window(text: &str) -> Option<Edtf> {
    time::parse(text).ok().filter(|edtf| !matches!(edtf, Edtf::Set(_)))
}

/// `[prefix-,]start[,end][,-suffix]`.
fn passage(value: &str) -> Option<Passage> {
    let text = |part: &str| decode(part, Style::Passage);
    let parts: Vec<&str> = value.split(',').collect();
    let mut parts = parts.as_slice();
    let mut passage = Passage::default();
    if let [first, rest @ ..] = parts
        && let (Some(prefix), false) = (first.strip_suffix('-'), rest.is_empty())
    {
        passage.prefix = text(prefix)?;
        parts = rest;
    }
    if let [rest @ .., last] = parts
        && let (Some(suffix), false) = (last.strip_prefix('-'), rest.is_empty())
    {
        passage.suffix = text(suffix)?;
        parts = rest;
    }
    let (start, end) = match parts {
        [start] => (*start, ""),
        [start, end] => (*start, *end),
        _ => return None,
    };
    passage.start = text(start)?;
    passage.end = text(end)?;
    (!passage.start.trim().is_empty()).then_some(passage)
}

/// Writes the view as a fragment, without the `#`: empty for the fresh page, else pure ASCII,
/// always the same for the same view, at most [`MAX_FRAGMENT`] characters. Of a view too
/// large for that these are left out, one after the other, until it fits: what stands around
/// the passage, the words searched for, the ids of `only`, the passage.
pub fn to_fragment(view: &ViewState) -> String {
    let mut view = view.clone().normal();
    let shorter: [fn(&mut ViewState); 4] = [
        |view| {
            if let Some(passage) = &mut view.text {
                passage.prefix.clear();
                passage.suffix.clear();
            }
        },
        |view| view.find.clear(),
        |view| view.only.clear(),
        |view| view.text = None,
    ];
    let mut fragment = write(&view);
    for shorten in shorter {
        if fragment.len() <= MAX_FRAGMENT {
            break;
        }
        shorten(&mut view);
        fragment = write(&view);
    }
    fragment
}

fn write(view: &ViewState) -> String {
    let mut out = String::new();
    if let Some(focus) = &view.focus {
        begin("at", &mut out);
        out.push_str(focus);
    }
    if !view.find.is_empty() {
        begin("find", &mut out);
        encode(&view.find, Style::Words, &mut out);
    }
    for (index, id) in view.only.iter().enumerate() {
        if index == 0 {
            begin("only", &mut out);
        } else {
            out.push(',');
        }
        out.push_str(id);
    }
    if let Some(panel) = view.panel {
        begin("panel", &mut out);
        out.push_str(panel.word());
    }
    if view.scale != Scale::default() {
        begin("scale", &mut out);
        out.push_str(view.scale.word());
    }
    if let Some(passage) = &view.text {
        begin("text", &mut out);
        write_passage(passage, &mut out);
    }
    if let Some(when) = &view.when {
        begin("when", &mut out);
        encode(&when.to_string(), Style::Plain, &mut out);
    }
    close(&mut out);
    match out.strip_prefix("at=") {
        Some(id) if !id.contains('&') => id.to_owned(),
        _ => out,
    }
}

fn begin(key: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(key);
    out.push('=');
}

fn write_passage(passage: &Passage, out: &mut String) {
    let parts = [
        ("", passage.prefix.as_str(), "-,"),
        ("", &passage.start, ""),
        (",", &passage.end, ""),
        (",-", &passage.suffix, ""),
    ];
    for (before, text, after) in parts {
        if !text.is_empty() {
            out.push_str(before);
            encode(text, Style::Passage, out);
            out.push_str(after);
        }
    }
}

/// Which ids of the view the article does not have.
pub fn check(view: &ViewState, exists: impl Fn(&Id) -> bool) -> Vec<LinkProblem> {
    let ids = view.focus.iter().chain(&view.only);
    ids.filter(|id| !exists(id)).cloned().map(LinkProblem::NotThere).collect()
}
