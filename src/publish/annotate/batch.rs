//! Many texts at once: JSON Lines in, JSON Lines out, on all cores, in the order of the input.
//!
//! Memory is bounded: only so many lines are under way at a time, and a line has a limit.
//! What is wrong with a line is said, and the next one is read.

use super::Draft;
use crate::analyst;
use crate::analyst::dates::{self, EventDates, Given};
use crate::article::Span;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Bytes that a line may have.
const LONGEST: u64 = 256 << 20;

/// Lines under way for each core.
const AHEAD: usize = 8;

/// What came of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Texts that were annotated.
    pub annotated: u64,
    /// Lines that could not be read; each was reported.
    pub failed: u64,
}

/// A line of the input.
#[derive(Deserialize)]
struct Job {
    #[serde(default)]
    id: Value,
    text: String,
    /// The day of publication: an ISO date; what follows it is ignored.
    #[serde(default)]
    dct: Option<String>,
    /// Events whose dates are asked for.
    #[serde(default)]
    events: Vec<GivenEvent>,
}

#[derive(Deserialize)]
struct GivenEvent {
    start: u32,
    end: u32,
}

/// A line, or what is wrong with it.
type Line = Result<Vec<u8>, String>;

/// Annotates each line of the input; `report` is told what is wrong, with the line's number.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn batch(
    input: &mut (dyn BufRead + Send),
    output: &mut dyn Write,
    report: &mut dyn FnMut(u64, &str),
    cores: usize,
) -> io::Result<Outcome> {
    let cores = cores.max(1);
    let (permit, free) = sync_channel::<()>(cores * AHEAD);
    let (send_line, lines) = channel::<(u64, Line)>();
    let (send_done, done) = channel::<(u64, Result<Option<String>, String>)>();
    let lines = Mutex::new(lines);
    thread::scope(|scope| {
        let reader = scope.spawn(move || read_lines(input, &permit, &send_line));
        for _ in 0..cores {
            let (lines, send_done) = (&lines, send_done.clone());
            scope.spawn(move || work(lines, &send_done));
        }
        drop(send_done);
        let written = write_in_order(&done, &free, output, report);
        // Nobody takes permits any more: the reader stops at its next line.
        drop(free);
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader stopped")));
        let outcome = written?;
        read.map(|()| outcome)
    })
}

fn read_lines(
    input: &mut (dyn BufRead + Send),
    permit: &SyncSender<()>,
    lines: &Sender<(u64, Line)>,
) -> io::Result<()> {
    for number in 1.. {
        let mut line = Vec::new();
        let read = (&mut *input).take(LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        let whole = line.last() == Some(&b'\n') || (read as u64) < LONGEST;
        let line = if whole {
            Ok(line)
        } else {
            input.skip_until(b'\n')?;
            Err(format!("expected at most {} MB on a line, found more", LONGEST >> 20))
        };
        if permit.send(()).is_err() || lines.send((number, line)).is_err() {
            break;
        }
    }
    Ok(())
}

fn work(
    lines: &Mutex<Receiver<(u64, Line)>>,
    done: &Sender<(u64, Result<Option<String>, String>)>,
) {
    loop {
        let next = match lines.lock() {
            Ok(lines) => lines.recv(),
            Err(_) => return,
        };
        let Ok((number, line)) = next else { return };
        if done.send((number, line.and_then(|line| annotate(&line)))).is_err() {
            return;
        }
    }
}

fn write_in_order(
    done: &Receiver<(u64, Result<Option<String>, String>)>,
    free: &Receiver<()>,
    output: &mut dyn Write,
    report: &mut dyn FnMut(u64, &str),
) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut waiting = BTreeMap::new();
    let mut next = 1;
    for (number, result) in done {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            match result {
                Ok(Some(line)) => {
                    output.write_all(line.as_bytes())?;
                    output.write_all(b"\n")?;
                    outcome.annotated += 1;
                }
                Ok(None) => {}
                Err(problem) => {
                    report(next, &problem);
                    outcome.failed += 1;
                }
            }
            next += 1;
            let _ = free.recv();
        }
    }
    output.flush()?;
    Ok(outcome)
}

/// Annotates a line; nothing for an empty one.
fn annotate(line: &[u8]) -> Result<Option<String>, String> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = std::str::from_utf8(line).map_err(|error| {
        format!("expected UTF-8, found another byte after {} good ones", error.valid_up_to())
    })?;
    if line.trim().is_empty() {
        return Ok(None);
    }
    let job: Job = serde_json::from_str(line).map_err(|error| {
        format!("expected an object {{\"id\", \"text\", \"dct\"}}, found: {error}")
    })?;
    let published = match job.dct.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(dct) => Some(
            dates::parse_day(dct)
                .ok_or_else(|| format!("expected a `dct` like 2020-01-08, found “{dct}”"))?,
        ),
    };
    let found = analyst::read(&job.text, published.map_or(Given::Nothing, Given::Published));
    let mut draft = Draft::new(&found, false);
    draft.id = job.id;
    if !job.events.is_empty() {
        let dated = EventDates::new(&job.text, &found.reading);
        draft.events = job
            .events
            .iter()
            .map(|event| {
                let span = Span { start: event.start, end: event.end };
                super::draft::EventOut {
                    start: event.start,
                    end: event.end,
                    date: dated.of(span).iso(),
                    ..Default::default()
                }
            })
            .collect();
    }
    Ok(Some(draft.to_json()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &[u8], cores: usize) -> (Vec<Value>, Vec<String>, Outcome) {
        let mut output = Vec::new();
        let mut problems = Vec::new();
        let mut report = |line: u64, problem: &str| problems.push(format!("{line}: {problem}"));
        let outcome = batch(&mut &input[..], &mut output, &mut report, cores).expect("no I/O");
        let lines = std::str::from_utf8(&output).expect("UTF-8").lines();
        let values = lines.map(|line| serde_json::from_str(line).expect("JSON")).collect();
        (values, problems, outcome)
    }

    #[test]
    fn bad_lines_are_named_and_passed_over() {
        let input =
            b"{\"id\":1,\"text\":\"on Monday\",\"dct\":\"2020-01-08\"}\n\n\xff\xfe\n{\"id\":2}\n\
            {\"id\":3,\"text\":\"\",\"dct\":\"8 January\"}\n{\"id\":\"d\",\"text\":\"in 2003\"}";
        let (values, problems, outcome) = run(input, 2);
        assert_eq!(outcome, Outcome { annotated: 2, failed: 3 });
        assert_eq!(values[0]["timex"][0]["value"], "2020-01-06");
        assert_eq!(values[0]["timex"][0]["text"], "Monday");
        assert_eq!((&values[1]["id"], &values[1]["timex"][0]["start"]), (&"d".into(), &3.into()));
        assert!(problems[0].starts_with("3: expected UTF-8"), "{problems:?}");
        assert!(problems[1].starts_with("4: expected an object"), "{problems:?}");
        assert!(problems[2].contains("8 January"), "{problems:?}");
    }

    #[test]
    fn order_is_that_of_the_input() {
        let line = |id: usize| {
            let text = "three days later ".repeat(if id.is_multiple_of(7) { 500 } else { 1 });
            format!("{{\"id\":{id},\"text\":\"{text}\"}}\n")
        };
        let input: String = (0..300).map(line).collect();
        let (values, problems, _) = run(input.as_bytes(), 4);
        assert!(problems.is_empty());
        let ids: Vec<u64> = values.iter().filter_map(|value| value["id"].as_u64()).collect();
        assert_eq!(ids, (0..300).collect::<Vec<u64>>());
    }

    #[test]
    fn given_events_get_dates() {
        let input = b"{\"id\":1,\"text\":\"It was signed on Monday.\",\"dct\":\"2020-01-08\",\
            \"events\":[{\"start\":7,\"end\":13,\"text\":\"signed\",\"date\":\"\"}]}\n";
        let (values, ..) = run(input, 1);
        assert_eq!(values[0]["events"][0]["date"], "2020-01-06");
    }
}
